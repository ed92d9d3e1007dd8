"""Lists of people under labels and headings: which blocks belong to a list, and who stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutes_cli.document import Document
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.values.names import Names, Person, Text
from minutes_cli.values.people import PeopleLists

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_GROUP = re.compile(
    r"[\s*]*(?P<group>[A-Z][^:;(]{1,60}?):(?!//)[\s*-]*|[\s*]*(?P<from>From (?:the )?[\w' ]{3,40}?)\s-+\s+"
)
_VOTE = re.compile(
    r"\b(?:ayes?|nays?|noes|abstain(?:ed)?|abstentions?|yeas?|in favou?r|votes?|voting|seconded|carried)\b", re.I
)
_NOTED = (
    (re.compile(r"\b(?:apolog|apols|regrets)", re.IGNORECASE), "apologies"),
    (re.compile(r"^(?:is |was )?(?:absent|excused|not present|abs\b|a$)", re.IGNORECASE), "absent"),
)
_SUBSTITUTE = re.compile(
    r"\bsub(?:stitut\w+)?\b|\bdeputis|\balternate\b|\bproxy\b|\bon behalf of\b|^for [A-Z]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person with the status that a list, a table or a sentence of attendance gives; offsets are the document's."""

    person: Person
    status: str
    alone: str
    rule: str
    block: int
    weak: bool = False


@dataclass(slots=True)
class Region:
    """A label with the stretches of blocks that stand in its list."""

    label: Label
    block: int
    inline: bool = False
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    single: bool = False


class AttendanceLists:
    """Finds the lists of a document."""

    def __init__(self, rules: Rules, labels: Labels, people: PeopleLists) -> None:
        self.labels = labels
        self.people = people
        self.names: Names = people.names
        verbs = rules.expand("{sentence_verb}")
        self.verb = re.compile(rf"(?<![\w'-])(?!(?:joined|left|attended|presented|led)\b){verbs}(?![\w-])", re.VERBOSE)
        self.usual = rules.words("usual_title")
        self.staff = rules.words("staff_label")

    def find(self, document: Document, taken: frozenset[int]) -> Iterator[Listed]:
        """The people of all lists in order; ``taken`` are the blocks that stand in tables of attendance."""
        for region in self._regions(document, taken):
            yield from self._read(document, region)

    def _regions(self, document: Document, taken: frozenset[int]) -> Iterator[Region]:
        current: Region | None = None
        place: int | None = None
        last = -10
        for index, block in enumerate(document.blocks):
            if document.places[index] != place:
                place = document.places[index]
                if current is not None:
                    yield current
                current = self._headed(document, index)
            if index in taken:
                last = index
                continue
            label = self.labels.opening(block.text[block.body - block.start :])
            near = current is not None or index - last <= 2
            if label is not None and (near or not label.context) and not self._votes(document, index, label):
                start = block.body + label.end
                inside = current
                if current is not None:
                    yield current
                inline = bool(document.layout.masked[start : block.end].strip(" \r\n.-:"))
                if label.role and inside is not None and not inside.inline and inline:
                    # "Clerk: Jane Doe" on a line of its own in a list is an entry of the list.
                    label = replace(label, status=inside.label.status, alone=inside.label.alone, rule=inside.label.rule)
                    yield from self._segments(Region(label, index, True), block, index, start)
                    current = Region(inside.label, index)
                    continue
                current = Region(label, index, inline)
                if inline and not self._is_sentence(block.text[start - block.start :]):
                    *done, current = self._segments(current, block, index, start)
                    yield from done
                elif inline:
                    self._take_sentences(current, block, index, start)
                last = index
                if label.role:
                    yield current
                    current = None
            elif current is not None:
                verdict = self._goes_on(document, current, index)
                if verdict == "take":
                    *done, current = self._segments(current, block, index, block.body)
                    yield from done
                    last = index
                elif verdict == "stop":
                    yield current
                    current = None
        if current is not None:
            yield current

    def _headed(self, document: Document, index: int) -> Region | None:
        heading = document.heading_of(index)
        if heading is None:
            return None
        label = self.labels.of(document.layout.cut(*heading.title), heading=True)
        if label is None or label.weak and heading.level > 3:
            return None
        return Region(label, index)

    def _votes(self, document: Document, index: int, label: Label) -> bool:
        """Whether "Absent:" or "Present:" belongs to the roll call of a vote."""
        if label.status not in ("absent", "present") or index < 6:
            return False
        before = " ".join(block.text[-200:] for block in document.blocks[max(0, index - 3) : index])
        return bool(_VOTE.search(before)) or bool(_VOTE.search(document.blocks[index].text[:200]))

    def _segments(self, region: Region, block: Block, index: int, start: int) -> list[Region]:
        """The region and those of the labels within the block, the last still open."""
        regions = [region]
        position = start
        for label in self.labels.inside(block.text, start - block.start):
            regions[-1].spans.append((index, position, block.start + label.start))
            regions.append(Region(label, index, True))
            position = block.start + label.end
        regions[-1].spans.append((index, position, block.end))
        return regions

    def _take_sentences(self, region: Region, block: Block, index: int, start: int) -> None:
        """Of a label's text the sentences before the first that has a verb."""
        from minutes_cli.text.sentences import split_sentences

        offset = start - block.start
        for a, b in split_sentences(block.text[offset:]):
            if self._is_sentence(block.text[offset + a : offset + b]):
                break
            region.spans.append((index, start + a, start + b))

    def _is_sentence(self, words: str) -> bool:
        return bool(self.verb.search(_BRACKETS.sub(" ", words)))

    def _goes_on(self, document: Document, region: Region, index: int) -> str:
        """Whether a block goes on with a list: take it, skip it, or stop."""
        block = document.blocks[index]
        words = block.words
        bare = " ".join(_BRACKETS.sub(" ", words).split())
        if not bare or self.names.is_nobody(bare) and len(bare.split()) < 12:
            return "skip"
        if bare.strip(" .:").lower() in self.usual:
            return "stop"
        item = region.label.heading and not region.spans
        if self._is_sentence(bare) or "://" in bare or len(bare.split()) > 150:
            return "skip" if item and region.label.status == "apologies" else "stop"
        if bare.endswith(":") and len(bare.split()) <= 8 and _GROUP.match(words):
            return "take"
        first, *_ = [*self.people.read(Text(words, words)), None]
        group = _GROUP.match(words)
        if first is None:
            return "stop"
        named = bool(first.honorific or first.role or len(first.name.split()) >= 2 or first.initials)
        if not named and not (block.listed or block.cell or (region.spans and region.single)):
            return "stop"
        if group is None and first.start > 3 or len(first.name) > 40:
            return "stop"
        region.single = region.single or not named
        return "take"

    def _read(self, document: Document, region: Region) -> Iterator[Listed]:
        if not region.spans:
            return
        label = region.label
        text, begin, groups = _joined(document, region.spans)
        group: tuple[str, int] | None = None
        role_open = label.role
        for person in self.people.read(text):
            start = begin + person.start
            while groups and groups[0][0] <= start:
                group = (groups[0][1], groups[0][0])
                groups = groups[1:]
            status, alone = label.status, label.alone
            if label.role and label.rule == "attendee.role-label" and label.role.lower() in self.staff:
                status = "in_attendance"
            if role_open:
                person = replace(person, role=person.role or role_open)
                role_open = label.role if label.role and label.role.lower().endswith("s") else None
            if group is not None:
                person, status = self._grouped(person, group[0], status)
            noted = _noted(person)
            if noted:
                status = alone = noted
            block = next(i for i, a, b in reversed(region.spans) if a <= start) if region.spans else region.block
            yield Listed(_placed(person, begin), status, alone if status == label.status else status, label.rule, block,
                         label.weak)  # fmt: skip

    def _grouped(self, person: Person, group: str, status: str) -> tuple[Person, str]:
        label = self.labels.of(group)
        if label is not None and label.role:
            return replace(person, role=person.role or group), status
        if label is not None:
            return person, label.status
        if group.startswith("From "):
            return person, "in_attendance" if status == "present" else status
        if self.names.is_role(group):
            return replace(person, role=person.role or group), status
        return replace(person, organisation=person.organisation or group), status


def _noted(person: Person) -> str | None:
    """The status that an entry itself gives: "Jane Doe (apologies)"."""
    for words in (person.note, person.organisation):
        if words and not _SUBSTITUTE.search(words):
            for pattern, status in _NOTED:
                if pattern.search(words):
                    return status
    return None


def _placed(person: Person, begin: int) -> Person:
    return replace(person, start=begin + person.start, end=begin + person.end, name_start=begin + person.name_start,
                   name_end=begin + person.name_end)  # fmt: skip


def _joined(document: Document, spans: Sequence[tuple[int, int, int]]) -> tuple[Text, int, list[tuple[int, str]]]:
    """The text of a list from its first to its last word: markers and what stands between its blocks blanked.

    Also where it begins in the document, and the labels of the groups in it ("Labour:") with their offsets.
    """
    layout = document.layout
    begin, end = spans[0][1], spans[-1][2]
    masked: list[str] = []
    raw: list[str] = []
    groups: list[tuple[int, str]] = []
    position = begin
    for index, start, stop in spans:
        masked.append(" " * (start - position))
        raw.append(("\n" + " " * (start - position - 1)) if start > position else "")
        piece = layout.masked[start:stop].replace("\n", " ").replace("\r", " ")
        plain = layout.text[start:stop]
        if layout.wrap is not None or document.blocks[index].cell is not None:
            plain = plain.replace("\n", " ").replace("\r", " ")
        group = _GROUP.match(piece)
        if group is not None and start == document.blocks[index].body:
            groups.append((start, (group["group"] or group["from"]).strip(" *")))
            piece = " " * group.end() + piece[group.end() :]
            plain = " " * group.end() + plain[group.end() :]
        masked.append(piece)
        raw.append(plain)
        position = stop
    return Text("".join(masked), "".join(raw)[: end - begin]), begin, groups
