"""Marks beside names that a legend explains: "* denotes attendance", "P = present, A = apology"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from minutes_cli.document import Document
from minutes_cli.find.attendance_labels import Labels
from minutes_cli.find.listed import Listed
from minutes_cli.patterns import lazy
from minutes_cli.text.casing import ascii_lowered
from minutes_cli.values.names import Names
from minutes_cli.values.person import Text, placed

_HEAD = 6000  # characters of a document in which its attendance stands
_CUE = lazy(
    r"(?:[=*†#+✓✔√✗✘×Ø∅ø○●^)]|\b[A-Z]{1,3}) *(?:[=:-]|[Dd]enot|[Ii]ndicat|[Mm]ean|[Ss]ignif|[Mm]ark)|"
    r"[*†‡✓✔√✗✘×Ø∅ø○●^] *(?:[Pp]resent|[Aa]bsent|[Aa]polog|[Aa]ttend)|asterisk|marked (?:with|by|thus)"
)
_LETTERS = r"(?-i:\(?\b[A-Z]{1,3}\b\)?)"
_MARK = rf"(?P<mark>[*†‡#+✓✔√✗✘×Ø∅ø○●^]|{_LETTERS}|\bx\b)"
_STATUS = (
    r"(?P<status>(?:not )?present|attend(?:ed|ing|ance)|in attendance|apolog(?:y|ies)|apols|regrets|absen(?:t|ce)|"
    r"absentees?|excused|leave of absence)\b"
)
_MARK_FIRST = lazy(
    rf"(?<![\w*]){_MARK}[\"']? *(?:=|:|-+|denot(?:es?|ing)|indicat(?:es?|ing)|means|signif(?:ies|ying)|marks|"
    r"(?=present|absent|apolog|attend)) *"
    rf"(?:those |members? |who |were |a |an |for |in (?=att)|the |that |person |was |is )*{_STATUS}",
    re.IGNORECASE,
)
_STATUS_FIRST = lazy(
    rf"{_STATUS} *(?:members )?(?:are |is |were )?(?:marked|denoted|indicated|shown|identified) *(?:with|by|thus|as)? *"
    r":? *"
    r"(?:an? |the )?(?P<mark>asterisk|[*†‡#✓✔√✗✘×Ø∅ø○●^]|"
    rf"{_LETTERS})",
    re.IGNORECASE,
)
_SHOWN = ("marked", "denoted", "indicated", "shown", "identified")  # each line of the second kind has one of these
_STATUS_STEMS = ("present", "attend", "apolog", "apols", "regret", "absen", "excused", "leave of absence")
_LINE = lazy(
    r"[ \t]*(?:[\[(]?(?P<before>[*†#+✓✔√✗✘×Ø∅ø○●^]|[A-Z]{1,3}|x)[\])]?(?:[ \t]+|[.:-]+[ \t]*)(?P<named>[A-Z].{3,90})|"
    r"(?P<name>[A-Z].{3,90}?)(?:[ \t]{2,}|\t|[ .]*\.{3}[ ]*|[ ]+[-:=]+[ ]*|[ ]*[(\[])"
    r"(?P<behind>[*†#+✓✔√✗✘×Ø∅ø○●^]|[A-Z]{1,3}|x)[\])]?)[ \t]*$"
)
_CELL = lazy(
    r"(?P<mark>[*†‡#+✓✔√✗✘×Ø∅ø○●^]|[A-Z]{1,2}(?=[ ]))[ ]{0,3}(?P<name>[A-Z][^\t\n]{3,60}?)"
    r"(?=[ ]{3,}|\t|[ ]*$|[ ]*[\r\n])"
)
_EXPLAINS = lazy(r"(?:denot|indicat|means\b|signif|marks\b)", re.IGNORECASE)  # the legend's own line
_RULE = "attendee.legend"
_FEWEST = 3  # lines of a list that opens each with a mark


def read_legend(document: Document, labels: Labels) -> dict[str, str]:
    """What the marks mean that the head of a document explains: the status for each."""
    head = document.text[:_HEAD]
    legend: dict[str, str] = {}
    if head.count("(P)") > 1:
        return {"P": "present", "A": "absent", "AP": "apologies", "E": "absent"}
    # A legend stands on one line, which names a status beside the mark.
    lines = _lines_with(head, _STATUS_STEMS)
    shown = [line for line in lines if any(map(line.lower().__contains__, _SHOWN))]
    for pattern, kept in ((_MARK_FIRST, lines), (_STATUS_FIRST, shown)):
        for found in chain.from_iterable(map(pattern.finditer, kept)):
            mark = "*" if found["mark"].lower() == "asterisk" else found["mark"].strip("()")
            label = labels.of(found["status"])
            if label is not None:
                legend.setdefault(mark, "present" if label.status == "in_attendance" else label.status)
    if not legend or not _CUE.search(head) or (len(legend) < 2 and all(mark.isalpha() for mark in legend)):
        return {}  # "AM - present"
    return legend


def _lines_with(text: str, stems: Sequence[str]) -> list[str]:
    """The lines of a text in which one of some words stands, in any case."""
    small = ascii_lowered(text)
    spans: set[tuple[int, int]] = set()
    for stem in stems:
        at = small.find(stem)
        while at >= 0:
            end = small.find("\n", at)
            spans.add((small.rfind("\n", 0, at) + 1, end if end >= 0 else len(small)))
            at = small.find(stem, end) if end >= 0 else -1
    return [text[start:end] for start, end in sorted(spans)]


def find_lines(document: Document, legend: Mapping[str, str], names: Names) -> tuple[list[Listed], frozenset[int]]:
    """The people of lines that open or end with a mark of the legend, and the blocks of those lines."""
    listed: list[Listed] = []
    taken: set[int] = set()
    for index, block in enumerate(document.blocks):
        if block.start > _HEAD:
            break
        rows = [*_rows(document, block.first, block.last, legend)]
        if not rows or len(rows) < block.last - block.first + 1:
            continue
        for start, end, mark in rows:
            text = Text(document.layout.masked[start:end], document.text[start:end])
            person = names.read_piece(text, 0, end - start)
            if person is not None:
                taken.add(index)
                status = legend[mark]
                listed.append(Listed(placed(person, start), status, status, _RULE, index))
    return (listed, frozenset(taken)) if len(listed) >= _FEWEST else ([], frozenset())


def _rows(document: Document, first: int, last: int, legend: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The stretch of the name and the mark of each line that has one."""
    for line in document.layout.lines[first : last + 1]:
        cells = [*_cells(document.text, line.start, line.end)]
        if len(cells) > 1 and all(cell["mark"] in legend for cell in cells):
            yield from ((*cell.span("name"), cell["mark"]) for cell in cells)  # names abreast, each with its mark
            continue
        row = _LINE.match(document.text, line.start, line.end)
        if row is not None and _EXPLAINS.match(document.text, row.start("named")):
            row = None
        mark = str(row["before"] or row["behind"]) if row else ""
        if row is not None and mark in legend:
            start, end = row.span("named" if row["before"] else "name")
            yield start, end, mark


def _cells(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The names with a mark before each that stand abreast on a line; none where anything else stands there."""
    cells = [*_CELL.finditer(text, start, end)]
    ends = [start, *(cell.end() for cell in cells)]
    starts = [*(cell.start() for cell in cells), end]
    if not any(text[a:b].strip() for a, b in zip(ends, starts, strict=True)):
        yield from cells


def restated(document: Document, legend: Mapping[str, str], listed: Sequence[Listed]) -> list[Listed]:
    """The people of lists with what the marks beside their names say; where some are marked, so are the others."""
    if not legend:
        return [*listed]
    marks = "|".join(re.escape(mark) for mark in sorted(legend, key=len, reverse=True))
    before = re.compile(rf"(?:^|[\s,;(|])\(?({marks})\)?[ ]*$")
    behind = re.compile(rf"[ ]*[,(\[]?[ ]*({marks})(?![\w*])")
    found = [None if entry.rule == _RULE else _mark(document, entry, before, behind) for entry in listed]
    there = "present" in (legend[mark] for mark in found if mark)
    other = "absent" if there else None
    restated: list[Listed] = []
    for entry, mark in zip(listed, found, strict=True):
        status = legend[mark] if mark else other if entry.status == "present" else None
        restated.append(replace(entry, status=status, alone=status, weak=False) if status else entry)
    return restated if any(found) else [*listed]


def _mark(document: Document, entry: Listed, before: re.Pattern[str], behind: re.Pattern[str]) -> str | None:
    person = entry.person
    match = before.search(document.text, max(0, person.start - 3), person.start)
    match = match or behind.match(document.text, person.name_end) or behind.match(document.text, person.end)
    return match[1] if match else None
