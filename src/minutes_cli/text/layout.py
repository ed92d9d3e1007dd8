"""The lines of a document with its tables taken apart, and the blocks that the lines make up.

A block is what a writer would call a paragraph, a list entry or what stands in a table cell: lines that were broken
only for the width of the page are joined in it. Blocks don't overlap and come in the order of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from minutes_cli.patterns import lazy
from minutes_cli.text.columns import Table
from minutes_cli.text.furniture import without_furniture
from minutes_cli.text.lines import Cell, Line, part, split_lines
from minutes_cli.text.masks import mask
from minutes_cli.text.tables import find_tables
from minutes_cli.text.widths import is_spaced, wrap_width

_BREAK = lazy(r"<br\s*/?>|</?(?:div|p|li|ul|ol)\b[^<>]*>|\r\n|\n|\r", re.IGNORECASE)


@dataclass(slots=True)  # not frozen, for speed as lines are; nothing changes one
class Block:
    """A paragraph, a list entry or a piece of a table cell.

    ``start`` and ``end`` are offsets in the text and include the marker; ``text`` is the mask of that stretch with each
    newline blanked, so that rules may match over line breaks and offsets stay true. ``body`` is the offset of the first
    word behind the marker, ``words`` the masked text from there on, stripped at its end. ``first`` and ``last`` index
    the layout's lines; ``speaker`` is the nick in a chat log.
    """

    start: int
    end: int
    body: int
    text: str
    words: str
    first: int
    last: int
    label: str = ""
    bullet: str = ""
    indent: int = 0
    checked: bool | None = None
    cell: Cell | None = None
    speaker: str = ""

    @property
    def listed(self) -> bool:
        """Whether the block opens with a bullet, a number or a check box."""
        return bool(self.bullet or self.label) or self.checked is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's text with all that can be read off its shape."""

    text: str
    masked: str
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    starts: tuple[int, ...]
    wrap: int | None
    spaced: bool

    def line_at(self, offset: int) -> int:
        """The number of the line, from 1, that an offset of the text stands on."""
        return bisect_right(self.starts, offset) or 1

    def cut(self, start: int, end: int) -> str:
        """The words between two offsets: mark-up and soft hyphens left out, white space folded."""
        return " ".join(self.masked[start:end].replace("\u00ad", "").split())


def lay_out(text: str) -> Layout:
    """Read the shape of a text: its mask, lines and tables, and how its paragraphs are broken into lines."""
    masked = mask(text)
    physical, masked = without_furniture(text, split_lines(text, masked), masked)
    tables = tuple(find_tables(text, masked, physical))
    lines = tuple(_with_cells(text, masked, physical, tables) if tables else physical)
    piped = "|" in masked
    plain = [line for line in physical if not line.blank and not (piped and "|" in line.text)]
    wrap = wrap_width(plain)
    starts = tuple(map(attrgetter("start"), physical))
    return Layout(text, masked, lines, tables, starts, wrap, wrap is not None and is_spaced(physical, wrap))


def _with_cells(text: str, masked: str, lines: Sequence[Line], tables: Sequence[Table]) -> Iterable[Line]:
    position = 0
    for index, table in enumerate(tables):
        while position < len(lines) and lines[position].end <= table.start:
            yield lines[position]
            position += 1
        for row, cells in enumerate(table.rows):
            for column, (start, end) in enumerate(cells):
                for a, b in _pieces(text, start, end):
                    yield part(text, masked, a, b, Cell(index, row, column))
        while position < len(lines) and lines[position].start < table.end:
            position += 1
    yield from lines[position:]


def _pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The lines within a table cell: it is broken at newlines and at HTML's block tags."""
    position = start
    for match in _BREAK.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end


def is_furniture(line: Line) -> bool:
    """Whether a line is page furniture: a page number, a running header, a rule."""
    return line.furniture or (line.cell is None and line.ruled)
