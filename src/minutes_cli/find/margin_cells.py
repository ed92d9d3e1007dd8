"""Margins of several lines: "Dr Simon" over "Aldous", "Head of" over "Finance", an owner over the deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_cli.patterns import lazy
from minutes_cli.text.lines import Line

FAR = lazy(r"(?:\t{2,}[\t ]*|[ ]{24,}[\t ]*)(?=\S)")  # where a line begins far to the right
_PARTING = lazy(r"\t[\t ]*|[ ]{3,}")
_GAP_MARK = lazy(r"[\t\u00a0]")
_LAST_CELL = lazy(r"(?:^|\t|[ \u00a0]{3,})(?P<cell>[^\s](?:[^\s]|[ \u00a0]{1,2}(?=\S))*)\s*$")
_NEAR = 2  # columns by which the lines of one cell may differ
_MOST = 3  # lines of a cell below its first


def may_have_margin(raw: str) -> bool:
    """Whether a line has a gap behind its first word, or begins far to the right."""
    words = raw.lstrip()
    gapped = "\t" in words or "   " in words or "\u00a0" in words
    return (gapped or FAR.match(raw) is not None) and is_gapped(raw, 0, len(raw))


def is_gapped(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds a tab or a gap of four blanks, as lines with a margin beside them do."""
    return text.find("    ", start, end) >= 0 or text.find("\t", start, end) >= 0


def cells_of(raw: str) -> list[tuple[int, int]]:
    """The cells of a line that wide gaps part."""
    cells: list[tuple[int, int]] = []
    position = 0
    for gap in _PARTING.finditer(raw):
        if gap.start() > position:
            cells.append((position, gap.start()))
        position = gap.end()
    if position < len(raw.rstrip()):
        cells.append((position, len(raw.rstrip())))
    return cells


def cells_below(text: str, lines: Sequence[Line], number: int, start: int) -> Iterator[tuple[int, int, bool]]:
    """The cells at the ends of the lines below one, in the column of a cell that begins at an offset.

    Each comes with its offsets in the text and whether it stands alone on its line.
    """
    column = _column(text, lines[number].start, start)
    for line in lines[number + 1 : number + 1 + _MOST]:
        gapped = text.find("   ", line.start, line.end) >= 0 or _GAP_MARK.search(text, line.start, line.end)
        cell = _LAST_CELL.search(text, line.start, line.end) if gapped else None
        if cell is None:
            return
        begin, alone = cell.start("cell"), not text[line.start : cell.start("cell")].strip()
        tabbed = alone and text[begin - 1] == text[start - 1] == "\t"
        if not tabbed and abs(_column(text, line.start, begin) - column) > _NEAR:
            return
        yield *cell.span("cell"), alone


def bare_stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of the text without the brackets around it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip("([ ")), end - len(words) + len(words.rstrip(")] "))


def _column(text: str, start: int, offset: int) -> int:
    return len(text[start:offset].expandtabs())
