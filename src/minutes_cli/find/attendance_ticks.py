"""Attendance in columns of plain text: names with a cross below "PRESENT" or "ABSENT", each word at its own place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from minutes_cli.document import Document
from minutes_cli.find.attendance_labels import Labels
from minutes_cli.find.listed import Listed
from minutes_cli.patterns import lazy
from minutes_cli.text.casing import ascii_lowered
from minutes_cli.values.names import Names
from minutes_cli.values.person import Text, placed

_HEAD = 6000  # characters of a document in which its attendance stands
_FEWEST = 3  # rows
_HEADER = lazy(
    r"^[ \t]*(?:(?:name|member|trustee|director|councill?or|commissioner)s?(?:[ ]{2,}|[ ]*\t)[ \t]*)?"
    r"present(?:[ ]{2,}|[ ]*\t)[ \t]*(?:absent|excused|apolog|late|regrets|leave)[A-Z \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_GAPS = ("present  ", "present\t", "present \t")  # one of these stands in a header; or "ſ" for "s", in no case
_WORD = lazy(r"\S+(?: \S+)*")
_ROW = lazy(r"[ \t]*(?P<name>[A-Z][^\t\n]{2,50}?)(?:[ \t]{2,}|\t)[ \t]*(?P<mark>[Xx✓✔√*•])[ \t]*$")


def find_ticks(document: Document, labels: Labels, names: Names) -> tuple[list[Listed], frozenset[int]]:
    """The people of the first such list, each with the status of its column, and the blocks that it takes up."""
    head = document.text[:_HEAD]
    small = ascii_lowered(head)
    parted = any(gap in small for gap in _GAPS) or "ſ" in head
    header = _HEADER.search(document.text, 0, _HEAD) if parted else None
    if header is None:
        return [], frozenset()
    cells = [label.status if (label := labels.of(cell)) else "" for cell in header[0].strip("\r\n").split("\t")]
    columns: list[tuple[int, str]] = []
    for word in _WORD.finditer(header[0].expandtabs(8)):
        label = labels.of(word[0])
        if label is not None and not label.role and not label.weak:
            columns.append(((word.start() + word.end()) // 2, label.status))
    starts = [block.start for block in document.blocks]
    listed: list[Listed] = []
    for start, end, mark in _rows(document.text, header.end()):
        text = Text(document.layout.masked[start:end], document.text[start:end])
        person = names.read_piece(text, 0, end - start)
        block = max(0, bisect_right(starts, start) - 1)
        if person is not None and columns:
            line = document.text[document.text.rfind("\n", 0, start) + 1 : mark]
            at, cell = len(line.expandtabs(8)), line.strip(" ").count("\t")
            nearest = min(columns, key=lambda column: abs(column[0] - at))[1]
            status = (cells[cell] if len(cells) > 2 and cell < len(cells) else "") or nearest
            listed.append(Listed(placed(person, start), status, status, "attendee.table", block))
    if len(listed) < _FEWEST:
        return [], frozenset()
    return listed, frozenset(entry.block for entry in listed)


def _rows(text: str, position: int) -> Iterator[tuple[int, int, int]]:
    """Where the name of each row starts and ends, and where its mark stands."""
    position += 1
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        row = _ROW.match(text, position, end)
        if row is not None:
            yield *row.span("name"), row.start("mark")
        elif text[position:end].strip():
            return
        position = end + 1
