"""Speakers of minutes that name people shortly: "Ann: shall we wait?", "AM said …", where no list gives their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from minutes_cli.document import Document
from minutes_cli.find.attendance_cues import Cues
from minutes_cli.find.known import Known
from minutes_cli.find.listed import Listed
from minutes_cli.rules.match import Rules
from minutes_cli.values.names import Names
from minutes_cli.values.person import Person

_FEWEST_LINES = 6
_FEWEST_SPEAKERS = 3
# It opens with a capital, so that the search skips to the next one.
_INITIALS = (
    r"(?P<initials>[A-Z](?<![\w(].)(?:[A-Z]|[A-Z][a-z]|[a-z][A-Z]|[A-Z]{2}))[ ](?:also[ ]|then[ ])?{takes_part}\b"
)


SpeakerLabel: TypeAlias = tuple[str, int, int, int, str]  # its words, its offsets, its block and the rule


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Spoken:
    """One place where somebody speaks: the name as written and its offsets in the document."""

    name: str
    start: int
    end: int
    block: int
    rule: str


class Speakers:
    """Finds speakers by labels and by initials."""

    def __init__(self, rules: Rules, names: Names) -> None:
        self.rules = rules
        self.names = names
        self.labels = rules.words("label", "usual_title", "entries", "agenda", "no_speaker")
        self.dialogues = rules.of("participant", "block")
        self.given = rules.words("given_name")
        self.places = rules.words("place_word")

    def find(
        self, document: Document, cues: Cues, known: Known, taken: frozenset[int], *, listed: bool
    ) -> Iterator[Listed]:
        """The speakers whom no list names; initials only where the document has no list at all."""
        lines = [
            index
            for index, block in enumerate(document.blocks)
            if block.text.find(":", 0, 60) >= 0 and block.cell is None and index not in taken
        ]
        few = len(lines) < _FEWEST_LINES
        labels = [] if few and listed else list(self._labels(document, lines))
        spoken = [] if len(labels) < _FEWEST_LINES and listed else self._dialogue(document, labels)
        counts = Counter(place.name for place in spoken)
        if sum(counts.values()) < _FEWEST_LINES or len(counts) < _FEWEST_SPEAKERS:
            spoken = []
        if not listed:
            initials = list(self._initials(document, cues))
            counts.update(place.name for place in initials)
            spoken += [
                place for place in initials if len(place.name) < 3 or not place.name.isupper() or counts[place.name] > 1
            ]
        for place in sorted(spoken, key=lambda place: place.start):
            if not known.has(place.name) and (counts[place.name] > 1 or not self._is_doubtful(place.name)):
                person = Person(
                    place.name, start=place.start, end=place.end, name_start=place.start, name_end=place.end
                )
                yield Listed(person, "participant", "participant", place.rule, place.block)

    def _labels(self, document: Document, lines: Sequence[int]) -> Iterator[SpeakerLabel]:
        """What may name the speaker of each block that has a colon near its head."""
        for index in lines:
            block = document.blocks[index]
            words = block.text[block.body - block.start :][:80]
            match = next(
                self.rules.matches([rule for rule in self.dialogues if self.rules.is_guarded(rule, words)], words), None
            )
            if match is None or "speaker" not in match.groups:
                continue
            a, b = match.groups["speaker"]
            yield words[a:b], block.body + a, block.body + b, index, match.rule.id

    def _dialogue(self, document: Document, labels: Sequence[SpeakerLabel]) -> list[Spoken]:
        """The places where a name speaks; the same few speak again and again."""
        names = set(filter(self._is_name, {words for words, *_ in labels}))
        return [
            Spoken(document.cut(start, end), start, end, index, rule)
            for words, start, end, index, rule in labels
            if words in names
        ]

    def _is_name(self, words: str) -> bool:
        bare = words.lower()
        parts = bare.split()
        if bare.endswith("ed") and bare not in self.given:
            return False  # "Received: the report"
        if bare in self.labels or any(part in self.names.no_name or part in self.places for part in parts):
            return False
        return (
            not (self.names.is_role(words) or self.names.is_body(words) or self.names.is_nobody(words))
            and words[-1].isalpha()
        )

    def _is_doubtful(self, name: str) -> bool:
        """Whether a label that stands once may be something else than a name."""
        return name.split()[0].lower() not in self.given and not re.fullmatch(r"[A-Z]{1,3}[a-z]?|[A-Z][a-z][A-Z]", name)

    def _initials(self, document: Document, cues: Cues) -> Iterator[Spoken]:
        pattern = self.rules.regex(_INITIALS)
        for index in cues.blocks_for("participant", "line"):
            block = document.blocks[index]
            for match in pattern.finditer(block.text):
                start = block.start + match.start("initials")
                yield Spoken(match["initials"], start, start + len(match["initials"]), index, "participant.initials")
