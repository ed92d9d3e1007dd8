"""Tables without rules: lines whose words begin at the same places, three columns or more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.source.blocks import Block, Cell, Table, mark_bold
from minutes_cli.source.pdf_lines import Line, is_fixed, line_runs
from minutes_cli.source.pdf_measure import Measure
from minutes_cli.source.pdf_words import Word

_SAME = 1.5
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3


def find_aligned(lines: Sequence[Line], measure: Measure) -> list[list[Line] | Table]:
    """The lines in order, with those that make a table taken together as one.

    Text in a typewriter's font is left alone: there, words begin at the same places by chance, and its columns
    are typed with spaces, which stay.
    """
    found: list[list[Line] | Table] = [[]]
    at = 0
    while at < len(lines):
        end, columns = _reach(lines, at, measure)
        last = found[-1]
        if end == at:
            if isinstance(last, Table):
                last = []
                found.append(last)
            last.append(lines[at])
            at += 1
            continue
        rows = list(lines[at:end])
        if isinstance(last, list) and last and _is_head(last[-1], rows[0], columns, measure):
            rows.insert(0, last.pop())
        found.append(_as_table(rows, columns))
        at = end
    return [piece for piece in found if isinstance(piece, Table) or piece]


def _reach(lines: Sequence[Line], at: int, measure: Measure) -> tuple[int, list[float]]:
    """How far from line ``at`` on a table goes, and where its columns begin; ``(at, [])`` if there is none."""
    end = at + _LEAST_ROWS
    if end > len(lines) or any(is_fixed(line.words) for line in lines[at:end]):
        return at, []
    columns = _columns(lines[at:end], measure)
    if len(columns) < _LEAST_COLUMNS:
        return at, []
    while end < len(lines) and _near(lines[end - 1], lines[end], measure):
        more = [column for column in columns if _keeps_clear(lines[end], column, measure)]
        starts = sum(any(abs(word.left - column) < _SAME for word in lines[end].words) for column in more)
        if len(more) < len(columns) or starts < 2:
            break
        end += 1
    return end, columns


def _columns(lines: Sequence[Line], measure: Measure) -> list[float]:
    if not all(_near(one, other, measure) for one, other in pairwise(lines)):
        return []
    starts = [word.left for word in lines[0].words if any(map(str.isalnum, word.text))]
    return [
        start
        for start in starts
        if all(any(abs(word.left - start) < _SAME for word in line.words) for line in lines)
        and all(_keeps_clear(line, start, measure) for line in lines)
        and (start == starts[0] or max(_gap_before(line, start) for line in lines) >= measure.size)
    ]


def _gap_before(line: Line, column: float) -> float:
    """The space before a column; words of the same width, such as initials, align too, but close together."""
    return column - max((word.right for word in line.words if word.left < column - _SAME), default=column)


def _keeps_clear(line: Line, column: float, measure: Measure) -> bool:
    """Whether no word runs into the space before a column."""
    return not any(word.left < column - _SAME and word.right > column - 0.2 * measure.size for word in line.words)


def _near(one: Line, other: Line, measure: Measure) -> bool:
    return one.page == other.page and other.base - one.base < 2.0 * max(measure.pitch, 1.15 * other.size)


def _is_head(line: Line, first: Line, columns: Sequence[float], measure: Measure) -> bool:
    """Whether the line above has words over several columns: a head may be centred over them."""
    if not _near(line, first, measure) or not all(_keeps_clear(line, column, measure) for column in columns[1:]):
        return False
    return len({_column_of(word, columns) for word in line.words}) > 1


def _column_of(word: Word, columns: Sequence[float]) -> int:
    return max(sum(column <= word.left + _SAME for column in columns) - 1, 0)


def _as_table(lines: Sequence[Line], columns: Sequence[float]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        cells: list[Cell] = []
        for index in range(len(columns)):
            words = [word for word in line.words if _column_of(word, columns) == index]
            cells.append((Block(mark_bold(line_runs(words))),) if words else ())
        if rows and not cells[0]:
            rows[-1] = tuple(one + other for one, other in zip(rows[-1], cells, strict=True))
        else:
            rows.append(tuple(cells))
    return Table(tuple(rows))
