"""Participants in a sentence of the narrative: who says, moves, asks, is thanked for coming."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from minutes_cli.document import Document
from minutes_cli.find.broken_names import read_folded
from minutes_cli.find.known import Known
from minutes_cli.find.listed import Listed
from minutes_cli.find.participant_likely import Likely
from minutes_cli.find.participant_roles import with_offices, with_role
from minutes_cli.find.participant_words import PAPER, SEATED, text_of, thanked_length
from minutes_cli.patterns import lazy
from minutes_cli.rules.guards import folded
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match, spans_of
from minutes_cli.rules.schema import Rule
from minutes_cli.text.sentences import split_sentences
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, placed

# Each branch opens with a capital, so that the search skips to the next one.
_CAPITALS = lazy(
    r"[A-Z](?:[\w'-]++ ++[A-Z]|\. ?[A-Z]|(?<!\w.)[a-z]{1,4}\. [A-Z]|(?<=introduced .)|(?<=welcomed .)|"
    r"(?<=/.)|(?<=\b[Bb]y .)|(?<=\b[Mm]oved .)|(?<=\b[Ss]econded .)|(?<=\b[Pp]roposed .))"
)
# A run of capitalised words, at least as long as any that rules read names from, and one of two words or more.
_RUN = r"{first_capital}(?<![\w'-].)[\w'/-]*+(?:(?:[ ]++(?:{particle}[ ]++)?|\.[ ]?){capital}[\w'/-]*+)*+"
_LONG_RUN = _RUN.removesuffix("*+") + "++"
_MOST_REMEMBERED = 2000
_REPORTED = lazy(
    r"\b(?:that|when|where|which|whether|if|because|how|what|whom|who|until|letter from|e-?mail from)\s+(?:the\s+)?$"
)
_OBJECT = lazy(r"\b(?:from|to|by|(?<!and )(?<!together )(?<!along )with|than|against|between)\s+(?:the\s+)?$")
_AUXILIARY = lazy(r"\b(?:to|be|been|being|is|are|was|were|has|have|had|will|would|not)\s*,?$")
# It opens with the letters, in either case, that the words open with, so that the search skips to the next one.
_AFAR = lazy(
    r"[bBiI\u0130\u0131](?<!\w.)"
    r"(?i:(?<=b)y (?:e-?mail|letter|post)|(?<=i)n (?:writing|(?:an?|his|her|their) (?:letter|e-?mail)))\b"
)
_TOGETHER = lazy(r"(?:together |along )?with\b|accompanied by\b|and\b")
_SINGLE = frozenset(f"participant.{name}" for name in ("by", "moved-label", "moved-pair", "introduced"))
_TOLD_BEHIND = ("participant.by", "participant.question-from")
_PREPOSED = lazy(r"\b(?:of|for|at|in)$")
_WRITTEN = lazy(r"\b(?:letter|e-?mail(?:ed)?|correspondence|wrote|written|in writing|late)\b", re.IGNORECASE)

IsOther: TypeAlias = Callable[[str], bool]


class ParticipantSentences:
    """Finds people in the sentences of a block; rules that set ``subject`` tell what a subject does."""

    def __init__(self, rules: Rules, people: PeopleLists, likely: Likely) -> None:
        self.rules = rules
        self.people = people
        self.names = people.names
        self.likely = likely
        self._read_before: dict[tuple[str, str, bool], list[Person]] = {}
        listed = rules.of("participant", "sentence")
        self._subjects = tuple(
            (rule, frozenset(rule.guard)) for rule in listed if rule.set.get("subject") and rule.pattern
        )
        self._others = tuple(
            (rule, frozenset(rule.guard), frozenset(rule.also)) for rule in listed if not rule.set.get("subject")
        )
        self._with = lru_cache(maxsize=_MOST_REMEMBERED)(self._guarded_by)  # few sets turn up, again and again
        self._guards_of_others = frozenset(word for _, guard, _ in self._others for word in guard)
        self._guards = self._guards_of_others.union(*(guard for _, guard in self._subjects))
        self._singles = frozenset(word for rule, guard, _ in self._others if rule.id in _SINGLE for word in guard)
        self._unguarded = not all(guard for _, guard, _ in self._others)
        self.does = frozenset(phrase.split(" ", 1)[0] for phrase in rules.words("takes_part"))

    def find(
        self, document: Document, index: int, words: frozenset[str], known: Known, is_other: IsOther
    ) -> Iterator[Listed]:
        """The people of a block, in the order of its sentences and their rules.

        ``words`` are the guard words in it; ``is_other`` tells whether a run of capitalised words may name somebody
        who is not ``known``.
        """
        text = document.blocks[index].text
        guards = self._guards & words
        if not (guards or self._unguarded):
            return
        small = text.lower()
        folds = "  " in small or len(small) != len(text)
        for start, end in split_sentences(text):
            sentence = text[start:end]
            lowered = folded(sentence) if folds else small[start:end]
            present = [word for word in guards if word in lowered]
            if not (present or self._unguarded) or not _CAPITALS.search(sentence):
                continue
            told = self._unguarded or not self._guards_of_others.isdisjoint(present)
            # Subjects stand before what they do.
            limit = len(sentence) if told or folds else max(map(lowered.rfind, present))
            others = self._others_in(sentence, limit, is_other, not self._singles.isdisjoint(present))
            if not others:
                continue
            begin = document.blocks[index].start + start
            for match in self._told(sentence, present, words) if told else ():
                yield from self._of_match(document, index, begin, sentence, match, known)
            for match in self._doing(sentence, lowered, present, others):
                yield from self._of_match(document, index, begin, sentence, match, known)

    def _others_in(self, sentence: str, limit: int, is_other: IsOther, singles: bool) -> list[tuple[int, int]]:
        """Where others may be named before an offset, by one word too where ``singles`` says so."""
        runs = self.rules.regex(_RUN if singles else _LONG_RUN, ascii_only=sentence.isascii())
        others: list[tuple[int, int]] = []
        for found in runs.finditer(sentence):
            if found.start() >= limit:
                break
            if is_other(found[0]):
                others.append(found.span())
        return others

    def _told(self, sentence: str, present: Sequence[str], words: frozenset[str]) -> Iterator[Match]:
        """The matches of the rules whose guards stand in a sentence, those of subjects aside."""
        tried = [rule for rule, also in self._with(frozenset(present)) if not (also and also.isdisjoint(words))]
        return self.rules.matches(tried, sentence)

    def _guarded_by(self, held: frozenset[str]) -> list[tuple[Rule, frozenset[str]]]:
        return [(rule, also) for rule, guard, also in self._others if not (guard and guard.isdisjoint(held))]

    def _doing(
        self, sentence: str, lowered: str, present: Sequence[str], others: Sequence[tuple[int, int]]
    ) -> Iterator[Match]:
        """The subjects of a sentence with what they do; behind an object ("from Ann Moor …") the search goes on.

        ``present`` are the guard words that stand in the sentence: behind the last of a rule's there is no match, and
        none without one of the ``others`` before it, who are not known yet.
        """
        for rule, guard in self._subjects:
            if guard.isdisjoint(present):
                continue
            last = max(lowered.rfind(word) for word in present if word in guard)
            if len(lowered) < len(sentence):  # blanks were folded
                last = len(sentence)
            reach = max((end for start, end in others if start < last), default=0)
            if not reach:
                continue
            pattern = self.rules.compiled(rule, ascii_only=sentence.isascii())
            found = pattern.search(sentence)
            while found is not None:
                a, after = found.span("people")
                if not _OBJECT.search(sentence, max(0, a - 80), a):
                    groups = spans_of(found)
                    about_words = sentence[slice(*groups["about"])].split() if "about" in groups else None
                    if about_words and about_words[0] in self.does:
                        del groups["about"]  # "Ms Moor, gave a talk and was thanked": no office, but what she did
                    yield Match(rule, found.start(), found.end(), groups)
                    about = groups.get("about") if about_words else None
                    together = about is not None and _TOGETHER.match(sentence, *about)
                    after = about[0] if about and together else found.end()
                found = pattern.search(sentence, after) if after <= last and after < reach else None

    def _of_match(
        self, document: Document, index: int, begin: int, sentence: str, match: Match, known: Known
    ) -> Iterator[Listed]:
        named = match.groups.get("people") or match.groups.get("heard") or match.groups.get("said")
        if named is None:
            return
        a, b = named
        if sentence[b + 1 : b + 2].isdigit() and (seated := SEATED.match(sentence, a)):
            b = max(b, seated.end())  # "Council Member Post 1 Copeland"
        if "bracket" in match.groups and self._names_somebody(sentence[a:b], sentence[slice(*match.groups["bracket"])]):
            a, b = match.groups["bracket"]  # "The Leader (Councillor Moor) replied"
        elif "of" in match.groups and self.names.words.is_whole_role(sentence[a:b]):
            a, b = match.groups["of"]  # "Director of Public Works Lou Gentry"
        thanked = match.rule.id == "participant.thanked"
        if (known.is_plain(sentence[a:b]) and not thanked) or self.likely.names_nobody(sentence[a:b]):
            return
        if self._is_elsewhere(sentence, match, *named):
            return
        single = match.rule.id in _SINGLE
        if thanked:
            b = a + thanked_length(sentence[a:b])
        elif match.rule.id in _TOLD_BEHIND:
            b = with_offices(self.names, sentence, a, b)
        found = self._read(document, begin + a, begin + b, strict=not single)
        if match.rule.id == "participant.moved-pair":
            found = self._pair(document, begin, a, b, sentence.find("/", a, b) + 1)
        titled = any(person.honorific for person in found)
        if len(found) > 1 and sentence[b : b + 1] == "," and " and " not in sentence[a:b]:
            found = [found[0], *filter(self._is_surely, found[1:])]  # "Ann Moor, Oak Hill, asked": where she lives
        for number, person in enumerate(found):
            at = sentence[max(0, a + person.start - 40) : a + person.start].rstrip()
            post = person.role and self.names.is_role(at.rsplit(" ", 2)[-2] if at.count(" ") else "")
            if (not person.honorific and not post and _PREPOSED.search(at)) or self.names.post_nominal.fullmatch(
                person.name
            ):
                continue
            listed = match.rule.id == "participant.addressed"
            if (number == 0 and person.start > 60 and not listed) or not self.likely.is_person(person):
                return
            if known.has(person.name) or self.likely.is_post(person, at):
                continue
            person = with_role(self.names, person, sentence, a, match if number == len(found) - 1 else None)
            introduced = match.rule.id == "participant.introduced" and not self.names.is_body(person.name)
            if not introduced and not self.likely.is_likely(person, match.rule.id):
                continue
            last = person.name.rsplit(" ", 1)[-1]
            if last.isupper() and len(last) < len(person.name) and known.has(last):
                continue  # "Option B. AM said": the initials of somebody listed
            if titled and not person.honorific and person.name.split()[0].lower() not in self.likely.given:
                continue  # "Item 4 - Bottle Banks, Councillor Moor said"
            yield Listed(placed(person, begin + a), "participant", "participant", match.rule.id, index)

    def _pair(self, document: Document, begin: int, a: int, b: int, second: int) -> list[Person]:
        behind = self._read(document, begin + second, begin + b, strict=False)
        first = self._read(document, begin + a, begin + second - 1, strict=False)
        return [*first, *(placed(person, second - a) for person in behind)]

    def _is_surely(self, person: Person) -> bool:
        """Whether a name can't be a place's: it has an honorific, a post or a common given name."""
        return bool(person.honorific or person.role) or person.name.split()[0].lower() in self.likely.given

    def _names_somebody(self, office: str, words: str) -> bool:
        """Whether an office stands before a bracket that names who holds it."""
        named = self.names.honorific.match(words) or self.names.words.is_full_name(words)
        return bool(named) and self.names.is_role(office) and not self.names.is_role(words)

    def _is_elsewhere(self, sentence: str, match: Match, a: int, b: int) -> bool:
        """Whether somebody wrote, or is told of, rather than taking part."""
        before = sentence[max(0, a - 80) : a]
        if _REPORTED.search(before) or _AFAR.search(sentence, b, b + 90) or (a < 80 and PAPER.match(before)):
            return True
        asked = match.rule.id.endswith("question-from")
        if asked and _WRITTEN.search(sentence, max(0, a - 200), b + 200):
            return True
        return "about" in match.groups and bool(_AUXILIARY.search(sentence[slice(*match.groups["about"])]))

    def _read(self, document: Document, start: int, end: int, *, strict: bool) -> list[Person]:
        """The people of a stretch; the same words, as minutes repeat them, are read once."""
        text = text_of(document, start, end)
        key = (text.masked, text.raw, strict)
        if key not in self._read_before:
            if len(self._read_before) > _MOST_REMEMBERED:
                self._read_before.clear()
            words = document.text[start:end]
            broken = "\n " in words or "\n\t" in words
            self._read_before[key] = (
                read_folded(self.people, text, words, strict=strict)
                if broken
                else self.people.read(text, strict=strict)
            )
        return self._read_before[key]
