"""Participants: people in no list of the document whom the narrative shows taking part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from minutes_cli.document import Document
from minutes_cli.find.attendance_cues import Cues
from minutes_cli.find.known import Known
from minutes_cli.find.listed import Listed
from minutes_cli.find.participant_likely import Likely
from minutes_cli.find.participant_sentences import ParticipantSentences
from minutes_cli.find.participant_words import SEATED, text_of
from minutes_cli.patterns import lazy
from minutes_cli.rules.guards import contains_any
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.text.layout import Block
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text, changed, placed

_AND = lazy(r",? and |, ")
_MARKS = frozenset(",-:(")  # one of these stands behind a name that opens a block
_NAMED = lazy(r"\s-+\s|[,(:]|\s{3,}")  # behind a name
_LONGEST_ANNOUNCED = 160  # characters of a sentence that announces speakers
_LONGEST_ENTRY = 16  # words of an entry of their list
_FEW_WORDS = 5  # of a block that names somebody and no more


class Participants:
    """Finds people in the narrative of a document."""

    def __init__(self, rules: Rules, people: PeopleLists) -> None:
        self.rules = rules
        self.people = people
        self.names: Names = people.names
        self.likely = Likely(rules, people.names)
        self.particles = frozenset(word for listed in rules.words("particle") for word in listed.split())
        self.sentences = ParticipantSentences(rules, people, self.likely)
        self.announcing = rules.regex(r"\b{announcing_speakers}:$", ignore_case=True)
        self._voters_read: dict[tuple[str, str], list[Person]] = {}  # of a document, which gives them vote by vote

    def find(self, document: Document, cues: Cues, known: Known, taken: frozenset[int]) -> Iterator[Listed]:
        """The people whom no list names, as often as the narrative names them; ``taken`` are blocks of tables."""
        named: list[Listed] = []
        self._voters_read.clear()
        single: list[Listed] = []
        for entry in chain(self._public(document), self._announced(document)):
            if not known.has(entry.person.name):
                yield entry
                named.append(entry)
        is_other = cache(lambda run: not (known.is_plain(run) or self.likely.names_nobody(run)))
        voted = frozenset(cues.blocks_for("participant", "text"))
        for index in cues.blocks_for("participant", "text", "sentence"):
            if index in taken:
                continue
            entries = self.sentences.find(document, index, cues.words[index], known, is_other)
            for entry in chain(self._voters(document, index, known), entries) if index in voted else entries:
                if known.has(entry.person.name):
                    continue
                if " " not in entry.person.name and entry.person.honorific is None:
                    single.append(entry)
                else:
                    yield entry
                    named.append(entry)
        full = Known(named if single else ())
        yield from (entry for entry in single if not full.has(entry.person.name))

    def _voters(self, document: Document, index: int, known: Known) -> Iterator[Listed]:
        """Those who voted, where a block gives the votes by name."""
        block = document.blocks[index]
        for match in self.rules.find("participant", "text", block.text):
            if "voters" in match.groups:
                a, b = match.groups["voters"]
                if SEATED.match(block.text, a):
                    b = len(block.text)  # "Yea: Council Member Post 1 Copeland, …"
                if all(map(known.is_plain, _AND.split(block.text[a:b]))):
                    continue
                for person in self._read_voters(text_of(document, block.start + a, block.start + b)):
                    if self.likely.is_person(person) and person.name.split()[-1].lower() not in self.likely.places:
                        yield _entry(placed(person, block.start + a), match, index)

    def _read_voters(self, text: Text) -> list[Person]:
        """The people of a list of voters; the same list is read once."""
        key = (text.masked, text.raw)
        if key not in self._voters_read:
            self._voters_read[key] = self.people.read(text)
        return self._voters_read[key]

    def _public(self, document: Document) -> Iterator[Listed]:
        """Names alone in their blocks at the head of a section for the public's comments."""
        titles = "\n".join(document.titles)
        if not self.rules.may_find("participant", ("heading",), titles):
            return
        public: dict[int | None, Match] = {}
        guards = self.rules.guards_in(titles) & self.rules.guards("participant", ("heading",))
        for number, title in enumerate(document.titles):
            if guards and not contains_any(guards, title):
                continue
            for match in self.rules.find_in(titles, "participant", ("heading",), title)[:1]:
                public[number] = match
        if not public:
            return
        yield from self._public_headings(document, public)
        open_: int | None = None
        for index, (block, place) in enumerate(zip(document.blocks, document.places, strict=True)):
            if index == 0 or document.places[index - 1] != place:
                open_ = place if place in public else None
            if open_ is None or not block.words.strip(" •*-"):
                continue
            words = block.words.split()
            if len(words) > _FEW_WORDS and not self._may_open(words):
                open_ = open_ if any(map(self._speaks, words[:6])) else None
                continue
            match = public[open_]
            text = text_of(document, block.body, block.end)
            person = self.names.read_piece(text, 0, len(text.masked), surnames=False)
            if person is not None and self._opens(document, block, person, match.rule.id):
                yield _entry(placed(person, block.body), match, index)
            elif person is None or not self.likely.is_person(person) or len(words) > _FEW_WORDS:
                open_ = open_ if any(map(self._speaks, words[:6])) else None
            elif len(person.name) >= len(block.words.strip()) - 1 or (person.honorific and "," in block.words):
                yield _entry(placed(person, block.body), match, index)

    def _announced(self, document: Document) -> Iterator[Listed]:
        """Speakers one a line below a sentence that announces them: "The following persons spoke:"."""
        open_ = False
        for index, block in enumerate(document.blocks):
            words = block.words
            if words.endswith(":"):
                open_ = self.announcing.search(words[-_LONGEST_ANNOUNCED:]) is not None
            elif open_:
                head = block.body + len(_NAMED.split(words, maxsplit=1)[0])
                text = text_of(document, block.body, head)
                person = self.names.read_piece(text, 0, len(text.masked), surnames=False)
                told = len(words.split()) > _LONGEST_ENTRY or any(map(self._speaks, words.split()[:6]))
                open_ = not told and person is not None and self.likely.is_person(person) and " " in person.name
                if open_ and person is not None:
                    behind = words[head - block.body :].strip(" ,-()")
                    role = person.role or (behind if self.names.is_role(behind) else None)
                    belongs = person.organisation or (None if role else behind or None)
                    person = changed(placed(person, block.body), role=role, organisation=belongs)
                    yield Listed(person, "participant", "participant", "participant.addressed", index)

    def _may_open(self, words: Sequence[str]) -> bool:
        """Whether a block may open with a name and a mark behind it: one look at its first words."""
        for word in words:
            if not _MARKS.isdisjoint(word):
                return True
            if word[0].islower() and word not in self.particles and not word.startswith("d'"):
                return False
        return False

    def _opens(self, document: Document, block: Block, person: Person, rule: str) -> bool:
        """Whether a block opens with a full name and goes on with where they live: "Tom Orr - 44 Elm - drainage"."""
        if person.name_start > 3 or not self.likely.is_person(person) or not self.likely.is_likely(person, rule):
            return False
        behind = document.layout.masked[block.body + person.name_end : block.end].lstrip()
        return behind[:1] in _MARKS and len(person.name.split()) >= 2

    def _speaks(self, word: str) -> bool:
        return word.lower() in self.sentences.does

    def _public_headings(self, document: Document, public: Mapping[int | None, Match]) -> Iterator[Listed]:
        """People who head a part of the public's questions: "3.1 Mr Al Fenn, Mill Road"."""
        for number, heading in enumerate(document.headings):
            match = None if heading.parent is None else public.get(heading.parent)
            if match is None:
                continue
            text = text_of(document, *heading.title)
            person = self.names.read_piece(text, 0, len(text.masked.split(",")[0]), surnames=False)
            if person is not None and self.likely.is_person(person) and self.likely.is_likely(person, match.rule.id):
                block = next((i for i, place in enumerate(document.places) if place == number), 0)
                yield _entry(placed(person, heading.title[0]), match, block)


def _entry(person: Person, match: Match, block: int) -> Listed:
    return Listed(person, "participant", "participant", match.rule.id, block)
