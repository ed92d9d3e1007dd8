"""Participants: people in no list of the document whom the narrative shows taking part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.known import Known
from minutes_cli.find.listed import Listed, placed
from minutes_cli.rules.match import Match, Rules
from minutes_cli.text.sentences import split_sentences
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text

_CAPITALS = re.compile(r"[A-Z][\w'-]+ +[A-Z]|[A-Z]\. ?[A-Z]|\b(?:[Bb]y|[Mm]oved|[Ss]econded|[Pp]roposed) [A-Z]")
_LETTERS = re.compile(r"[a-z]+")
_MOST_REMEMBERED = 2000
_REPORTED = re.compile(
    r"\b(?:that|when|where|which|whether|if|because|how|what|whom|who|until|letter from|e-?mail from)\s+(?:the\s+)?$"
)
_OBJECT = re.compile(r"\b(?:from|to|by|with|than|against|between)\s+(?:the\s+)?$")
_AUXILIARY = re.compile(r"\b(?:to|be|been|being|is|are|was|were|has|have|had|will|would|not)\s*,?$")
_AFAR = re.compile(
    r"\b(?:by (?:e-?mail|letter|post)|in writing|in (?:a|an|his|her|their) (?:letter|e-?mail))\b", re.IGNORECASE
)
_PREPOSED = re.compile(r"\b(?:of|for|at|in)$")
_INITIAL = re.compile(r"[A-Z]\.?")
_BELONGS = re.compile(r"(?:both\s+)?(?:of|from|representing|on behalf of|for)\s")
_SENTENCE = re.compile(r"(?:who|which|where|and|but|although|while|having|as|in|on|with)\b")
_FOR = re.compile(r"^(?:both\s+)?(?:of|from|representing|on behalf of|for)\s+(?:the\s+)?")
_THE = re.compile(r"\bthe\s*$")
_MARK = re.compile(r"[,;:(]\s?")
_THE_START = re.compile(r"\b[Tt]he\s+")
_MONTHS = frozenset({"april", "may", "june", "august"})  # given names too, but not alone
_WRITTEN = re.compile(r"\b(?:letter|e-?mail(?:ed)?|correspondence|wrote|written|in writing|late)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;]?\s(?:who|whom|which|for|as|to|on|at|in|with|when|and\s+(?:he|she|they|[a-z]+ed|it|the|was|were|that))\s(?!the\s[A-Z])"
)


class Participants:
    """Finds people in the narrative of a document."""

    def __init__(self, rules: Rules, people: PeopleLists) -> None:
        self.rules = rules
        self.people = people
        self.names: Names = people.names
        self.titles = self.names.words.roles | rules.words("honorific_word")
        self._known_words: dict[tuple[str, str, bool], list[Person]] = {}
        self.hints = frozenset(
            phrase.split(" ", 1)[0] for name in ("takes_part", "did_by", "hint") for phrase in rules.words(name)
        )
        words = self.names.words
        self.plain = words.roles | words.bodies | words.no_name | words.modifiers
        self.given = rules.words("given_name")
        self.places = rules.words("place_word")
        self.place_surnames = rules.words("place_surname")

    def find(self, document: Document, listed: Sequence[Listed], taken: frozenset[int]) -> Iterator[Listed]:
        """The people whom no list names, as often as the narrative names them; ``taken`` are blocks of tables."""
        known, full = Known(listed, self.titles), Known([])
        single: list[Listed] = []
        for entry in self._public(document):
            if not known.has(entry.person.name):
                yield entry
        for index in range(len(document.blocks)):
            if index in taken:
                continue
            for entry in self._in_block(document, index, known):
                if known.has(entry.person.name):
                    continue
                if " " not in entry.person.name and entry.person.honorific is None:
                    single.append(entry)
                else:
                    yield entry
                    full.add(entry)
        yield from (entry for entry in single if not full.has(entry.person.name))

    def _in_block(self, document: Document, index: int, known: Known) -> Iterator[Listed]:
        block = document.blocks[index]
        for match in self.rules.find("participant", "text", block.text):
            if "voters" in match.groups:
                a, b = match.groups["voters"]
                found = self.people.read(self._text(document, block.start + a, block.start + b))
                for person in found:
                    if self._is_person(person) and person.name.split()[-1].lower() not in self.places:
                        yield self._entry(placed(person, block.start + a), match, index)
        if not self.rules.may_find("participant", ("sentence",), block.text):
            return
        for start, end in split_sentences(block.text):
            sentence = block.text[start:end]
            if _CAPITALS.search(sentence) and not self.hints.isdisjoint(_LETTERS.findall(sentence.lower())):
                yield from self._in_sentence(document, index, block.start + start, sentence, known)

    def _public(self, document: Document) -> Iterator[Listed]:
        """Names alone in their blocks at the head of a section for the public's comments."""
        yield from self._public_headings(document)
        open_: int | None = None
        for index, block in enumerate(document.blocks):
            place = document.places[index]
            if place != open_ and (index == 0 or document.places[index - 1] != place):
                title = document.title(place) if place is not None else ""
                match = self.rules.first("participant", "heading", title)
                open_ = place if match is not None else None
            if open_ is None or place != open_ or not block.words.strip(" •*-"):
                continue
            text = self._text(document, block.body, block.end)
            person = self.names.read_piece(text, 0, len(text.masked), surnames=False)
            if match is None or person is None or not self._is_person(person) or len(block.words.split()) > 5:
                open_ = None
            elif len(person.name) >= len(block.words.strip()) - 1 or (person.honorific and "," in block.words):
                yield self._entry(placed(person, block.body), match, index)

    def _public_headings(self, document: Document) -> Iterator[Listed]:
        """People who head a part of the public's questions: "3.1 Mr Al Fenn, Mill Road"."""
        for number, heading in enumerate(document.headings):
            if heading.parent is None:
                continue
            match = self.rules.first("participant", "heading", document.title(heading.parent))
            if match is None:
                continue
            text = self._text(document, *heading.title)
            person = self.names.read_piece(text, 0, len(text.masked.split(",")[0]), surnames=False)
            if person is not None and self._is_person(person) and self._is_likely(person, match.rule.id):
                block = next((i for i, place in enumerate(document.places) if place == number), 0)
                yield self._entry(placed(person, heading.title[0]), match, block)

    def _in_sentence(self, document: Document, index: int, begin: int, sentence: str, known: Known) -> Iterator[Listed]:
        for match in self.rules.find("participant", "sentence", sentence):
            named = match.groups.get("people") or match.groups.get("heard")
            if named is None:
                continue
            a, b = named
            before = sentence[max(0, a - 80) : a]
            if match.rule.id == "participant.speaks" and _OBJECT.search(before):
                yield from self._in_sentence(document, index, begin + b, sentence[b:], known)
                return
            if (
                _REPORTED.search(before)
                or _AFAR.search(sentence, b, b + 90)
                or (match.rule.id.endswith("question-from") and _WRITTEN.search(sentence, max(0, a - 200), b + 200))
            ):
                continue
            if "about" in match.groups and _AUXILIARY.search(sentence[slice(*match.groups["about"])]):
                continue
            if known.is_plain(sentence[a:b]) and match.rule.id != "participant.thanked":
                continue
            if self._names_nobody(sentence[a:b]):
                continue
            single = match.rule.id in ("participant.by", "participant.moved-label")
            b = a + _length(sentence[a:b]) if match.rule.id.endswith("thanked") else b
            found = self._read(document, begin + a, begin + b, strict=not single)
            titled = any(person.honorific for person in found)
            for number, person in enumerate(found):
                at = sentence[max(0, a + person.start - 40) : a + person.start].rstrip()
                if (not person.honorific and _PREPOSED.search(at)) or self.names.post_nominal.fullmatch(person.name):
                    continue
                listed = match.rule.id == "participant.addressed"
                if (number == 0 and person.start > 60 and not listed) or not self._is_person(person):
                    break
                person = self._with_role(person, sentence, a, match if number == len(found) - 1 else None)
                if not self._is_likely(person, match.rule.id):
                    continue
                if titled and not person.honorific and person.name.split()[0].lower() not in self.given:
                    continue  # "Item 4 - Bottle Banks, Councillor Moor said"
                yield self._entry(placed(person, begin + a), match, index)

    def _names_nobody(self, words: str) -> bool:
        """Whether words can't name a person, so that they need not be read: "The Town Clerk", "Planning Committee"."""
        return all(self._plain_words(token) for token in words.lower().split())

    def _plain_words(self, token: str) -> bool:
        bare = token.strip(".,")
        return bare in self.plain or bare.removesuffix("s") in self.names.words.roles

    def _text(self, document: Document, start: int, end: int) -> Text:
        masked = document.layout.masked[start:end].replace("\n", " ").replace("\r", " ")
        return Text(masked, document.text[start:end].replace("\n", " ").replace("\r", " "))

    def _read(self, document: Document, start: int, end: int, *, strict: bool) -> list[Person]:
        """The people of a stretch; the same words, as minutes repeat them, are read once."""
        text = self._text(document, start, end)
        key = (text.masked, text.raw, strict)
        if key not in self._known_words:
            if len(self._known_words) > _MOST_REMEMBERED:
                self._known_words.clear()
            self._known_words[key] = self.people.read(text, strict=strict)
        return self._known_words[key]

    def _is_person(self, person: Person) -> bool:
        words = person.name.split()
        if person.honorific is None and person.role is None:
            if (
                self.names.is_body(person.name)
                or self.names.is_role(person.name)
                or any(word.isdigit() for word in words)
            ):
                return False
            if len(words) == 1 and (person.name.isupper() or person.name.lower() in self.names.no_name | _MONTHS):
                return False
        if any(word.lower() in self.names.no_name for word in words):
            return False
        return len(words) <= 5 and not (person.name.isupper() and len(words) == 1)

    def _is_likely(self, person: Person, rule: str) -> bool:
        """Whether words without an honorific are a name: the wording is strong, or the given name is common."""
        words = person.name.split()
        if person.honorific or (person.role and words[-1].lower() not in self.places):
            return True
        last = words[-1].lower()
        if (
            len(words) == 2
            and words[0].lower() in self.given
            and (last not in self.places or last in self.place_surnames)
        ):
            return True
        if last in self.places or (len(words) > 1 and words[0].lower() in self.places):
            return False
        if words[0].lower() in self.given or _INITIAL.fullmatch(words[0]):
            return True
        if len(words) == 1:
            return False
        return rule in ("participant.speaks", "participant.by", "participant.moved-label", "participant.in-the-chair")

    def _with_role(self, person: Person, sentence: str, offset: int, match: Match | None) -> Person:
        """A person with the office that stands in front of the name or behind it."""
        role = self._role_before(sentence[max(0, offset + person.start - 160) : offset + person.start])
        if role:
            return replace(person, role=person.role or role)
        if match is None:
            return person
        for group in ("about", "bracket", "of"):
            if group in match.groups:
                a, b = match.groups[group]
                words = " ".join(sentence[a:b].split()).removeprefix("the ")
                belongs = _BELONGS.match(words)
                if self.names.is_role(words) and not belongs:
                    person = replace(person, role=person.role or words, end=max(person.end, b - offset))
                elif not _SENTENCE.match(words):
                    words = _FOR.sub("", words)
                    person = replace(person, organisation=person.organisation or words, end=max(person.end, b - offset))
        return person

    def _role_before(self, before: str) -> str | None:
        """The office in front of a name: "… by the Head of Housing and Communities, "."""
        before = _THE.sub("", before)
        if not before.rstrip().endswith(","):
            return None
        segment = _MARK.split(before.rstrip(", ")[-140:])[-1]
        starts = [0, *(found.end() for found in _THE_START.finditer(segment))]
        for start in starts:
            role = segment[start:].strip()
            first = role.split(" ", 1)[0]
            if (
                first.lower() in self.names.no_name
                or self.names.honorific.match(role)
                or not (first[:1].isupper() or self.names.is_role(first))
            ):
                continue
            if self.names.is_role(role) and len(role.split()) <= 12:
                return role
        return None

    def _entry(self, person: Person, match: Match, block: int) -> Listed:
        return Listed(person, "participant", "participant", match.rule.id, block)


def _length(words: str) -> int:
    """How far the people reach in what follows "thanked" or "welcomed"."""
    clause = _CLAUSE.search(words)
    return clause.start() if clause else len(words)
