"""Lists of people under labels and headings: which blocks belong to a list, and who stands in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.attendance_abreast import AttendanceAbreast
from minutes_cli.find.attendance_cues import Cues
from minutes_cli.find.attendance_labels import Labels
from minutes_cli.find.attendance_regions import AttendanceRegions
from minutes_cli.find.attendance_shape import GROUP, Region
from minutes_cli.find.attendance_words import TableWords
from minutes_cli.find.listed import Listed, noted_status
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.people_shared import singular
from minutes_cli.values.person import Person, Text, changed, placed

_WIDE = lazy(r"\t+|[ ]{3,}")  # what parts columns
_CHAIRS = frozenset(("chaired by", "presided by", "presided over by", "presiding", "conducting", "conducted by"))
_LINE_GROUP = lazy(r"[\n\r][\s*]*(?P<group>[A-Z][A-Z /&'-]{3,50}(?=:)|(?P<from>\b\B)):[\s*]*")


class AttendanceLists:
    """Finds the lists of a document."""

    def __init__(self, rules: Rules, labels: Labels, people: PeopleLists) -> None:
        self.labels = labels
        self.people = people
        self.names: Names = people.names
        self.regions = AttendanceRegions(rules, labels, people)
        self.abreast = AttendanceAbreast(labels)
        self._columns = TableWords(rules)
        self.staff = rules.words("staff_label")

    def find(self, document: Document, cues: Cues, taken: frozenset[int]) -> Iterator[Listed]:
        """The people of all lists in order; ``taken`` are the blocks that stand in tables of attendance."""
        for label, head, spans in self.abreast.find(document):
            taken |= {head, *(block for block, *_ in spans)}
            yield from self._read(document, Region(label, head, spans=spans))
        for region in self.regions.find(document, cues, taken):
            yield from self._read(document, region)

    def _read(self, document: Document, region: Region) -> Iterator[Listed]:
        if region.spans and self._is_header(document, region.spans[0]):
            region = replace(region, spans=region.spans[1:])
        if not region.spans:
            return
        label = region.label
        text, begin, groups = _joined(document, region.spans)
        group: str | None = None
        passed = 0
        role_open = label.role
        begins = [span[1] for span in region.spans]
        ticked = any(document.blocks[index].checked for index, *_ in region.spans)
        entries = all(document.blocks[index].bullet for index, *_ in region.spans)
        for person in self.people.read(text, entries=entries):
            start = begin + person.start
            while passed < len(groups) and groups[passed][0] <= start:
                group = groups[passed][1]
                passed += 1
            status, alone = label.status, label.alone
            if label.role and label.rule == "attendee.role-label" and label.role.lower() in self.staff:
                status = "in_attendance"
            if role_open:
                person = changed(person, role=person.role or chair_or(role_open))
                role_open = label.role if label.role and label.role.lower().endswith("s") else None
            if group is not None:
                person, status = self._grouped(person, group, status)
            noted = noted_status(person)
            if noted:
                status = alone = noted
            block = region.spans[max(0, bisect_right(begins, start) - 1)][0]
            if ticked and document.blocks[block].checked is False and not noted:
                status = alone = "absent"
            yield Listed(
                placed(person, begin),
                status,
                alone if status == label.status else status,
                label.rule,
                block,
                label.weak,
                region.block,
            )

    def _is_header(self, document: Document, span: tuple[int, int, int]) -> bool:
        """Whether the first line of a list names the columns below: "Name      Member body      Function"."""
        cells = _WIDE.split(document.layout.masked[span[1] : span[2]].strip())
        return len(cells) > 1 and None not in map(self._columns.kind, cells)

    def _grouped(self, person: Person, group: str, status: str) -> tuple[Person, str]:
        label = self.labels.of(group)
        if label is not None and label.role:
            return changed(person, role=person.role or group), status
        if label is not None and not label.opens:
            return person, label.status
        if group.startswith("From "):
            return person, "in_attendance" if status == "present" else status
        if self.names.plural.match(group) or self.names.honorific.fullmatch(group):
            return changed(person, honorific=person.honorific or singular(group)), status
        if self.names.words.is_whole_role(group):
            return changed(person, role=person.role or group), status
        return changed(person, organisation=person.organisation or group), status


def chair_or(role: str) -> str:
    """An office as it is called, "Chair" for "Present in the chair"."""
    lowered = role.lower()
    if lowered.endswith("in the chair") or lowered in _CHAIRS:
        return "Chair"
    return "Clerk" if lowered in ("clerked by", "clerking") else role


def _joined(document: Document, spans: Sequence[tuple[int, int, int]]) -> tuple[Text, int, list[tuple[int, str]]]:
    """The text of a list from its first to its last word: markers and what stands between its blocks blanked.

    Also where it begins in the document, and the labels of the groups in it ("Labour:") with their offsets.
    """
    layout = document.layout
    begin = spans[0][1]
    masked: list[str] = []
    raw: list[str] = []
    groups: list[tuple[int, str]] = []
    position = begin
    for index, first, stop in spans:
        start = max(first, position)  # what two of them share stands there once
        if start >= stop:
            continue
        masked.append(" " * (start - position))
        raw.append(("\n" + " " * (start - position - 1)) if start > position else "")
        piece = layout.masked[start:stop].replace("\n", " ").replace("\r", " ")
        plain = layout.text[start:stop]
        if layout.wrap is not None or document.blocks[index].cell is not None:
            # Perhaps only for the width of the page: the reader of the list decides.
            plain = re.sub(r"\r?\n|\r", lambda newline: "\v".rjust(len(newline[0])), plain)
        group = GROUP.match(piece) if start == document.blocks[index].body else None
        group = group or _LINE_GROUP.search(layout.text[start:stop])
        while group is not None:
            named = next(name for name, words in group.groupdict().items() if words)
            a, b = group.start(named), group.end()
            groups.append((start + a, group[named].strip(" *")))
            piece = piece[:a] + " " * (b - a) + piece[b:]
            plain = plain[:a] + ("\n" if a else " ") + " " * (b - a - 1) + plain[b:]
            group = _LINE_GROUP.search(layout.text[start:stop], b)
        masked.append(piece)
        raw.append(plain)
        position = stop
    return Text("".join(masked), "".join(raw)), begin, groups
