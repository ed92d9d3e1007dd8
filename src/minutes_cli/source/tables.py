"""Tables that only lay a page out, taken apart into paragraphs; tables of data stay tables.

Minutes are often typed in a table: number, text, and a right-hand column of initials under "Action". Read row by row
as one line each, such a table would hide its headings and paragraphs; so its rows become paragraphs again, and what
stands in the right-hand column follows the paragraph it stands beside, as "Action: AB".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.patterns import lazy
from minutes_cli.source.blocks import Block, Cell, Part, Table, plain

_NUMBER = lazy(
    r"(?:(?:item|minute|no\.?|[A-Z]{1,4})\s?)?[(\[]?(?:\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?|[A-Za-z]|[ivxIVX]{1,5}|\d{1,4}[a-z])[.):\]]{0,2}$"
)
ACTION_HEAD = lazy(
    r"(?:(?:for\s+)?actions?|leads?|by\s+whom|who|owners?|(?:person|officer)\s+responsible|responsib\w+)\b[\s\w:/&,-]{0,20}$",
    re.IGNORECASE,
)
_LONG_CELL = 350
_LONG_PARTS = 3
_SHORT_LINE = 70


def unfold(parts: Sequence[Part]) -> Iterator[Part]:
    """``parts`` with each table that only lays out the page replaced by what its cells hold."""
    for part in parts:
        if isinstance(part, Block):
            yield part
            continue
        table = _without_empty_columns(part)
        if not table.rows:
            continue
        if _is_layout(table):
            yield from unfold(list(_flatten(table)))
        else:
            yield table


def _without_empty_columns(table: Table) -> Table:
    width = max((len(row) for row in table.rows), default=0)
    rows = [row + ((),) * (width - len(row)) for row in table.rows if any(_has_text(cell) for cell in row)]
    kept = [column for column in range(width) if any(_has_text(row[column]) for row in rows)]
    return replace(table, rows=tuple(tuple(row[column] for column in kept) for row in rows))


def _has_text(cell: Cell) -> bool:
    return any(
        any(_has_text(inner) for row in part.rows for inner in row) if isinstance(part, Table) else part.text.strip()
        for part in cell
    )


def _is_layout(table: Table) -> bool:
    """Whether the cells hold pieces of the document rather than data."""
    if len(table.rows[0]) == 1:
        return True
    cells = [cell for row in table.rows for cell in row]
    if any(isinstance(part, Table) or part.level for cell in cells for part in cell):
        return True
    if len(table.rows) == 1 and any(_count_parts(cell) > 1 for cell in cells):
        return True
    # A few long cells among many short ones are a table of data with remarks.
    long = sum(_count_parts(cell) >= _LONG_PARTS or _length(cell) >= _LONG_CELL for cell in cells)
    return long * 4 >= len(table.rows)


def _count_parts(cell: Cell) -> int:
    return sum(isinstance(part, Table) or bool(part.text.strip()) for part in cell)


def _length(cell: Cell) -> int:
    return sum(len(part.text) for part in cell if isinstance(part, Block))


def _flatten(table: Table) -> Iterator[Part]:
    """The cells' parts row by row; numbers join their headings, the action column follows its paragraph."""
    column = _action_column(table)
    for index, row in enumerate(table.rows):
        if index == 0 and _is_header(row) and (column is not None or table.header):
            continue
        actions = row[column] if column is not None else ()
        cells = [_as_lines(cell) for at, cell in enumerate(row) if at != column and _has_text(cell)]
        parts = list(_join_cells(cells))
        yield from _beside(parts, max(cells, key=len, default=()), actions) if _has_text(actions) else parts


def _action_column(table: Table) -> int | None:
    """The last column, if its head says that it names who acts."""
    for row in table.rows[:2]:
        last = len(row) - 1
        if last < 1:
            continue
        words = _plain_text(row[last])
        if ACTION_HEAD.match(words) and max(_length(cell) for cell in row) < 60:
            return last
    return None


def _is_header(row: Sequence[Cell]) -> bool:
    return all(_count_parts(cell) <= 1 and _length(cell) < 40 for cell in row)


def _plain_text(cell: Cell) -> str:
    return " ".join(plain(part.text) for part in cell if isinstance(part, Block)).strip()


def _join_cells(cells: Sequence[Cell]) -> Iterator[Part]:
    """The parts of one row's cells, a number in a cell of its own set before what it numbers."""
    if line := _label_and_value(cells):
        yield line
        return
    number = ""
    for cell in cells:
        words = _plain_text(cell)
        if not number and len(words) < 16 and _NUMBER.match(words):
            number = words
            continue
        parts = list(cell)
        at = next(index for index, part in enumerate(parts) if _has_text((part,)))
        first = parts[at]
        if number and isinstance(first, Block) and not first.marker:
            parts[at] = _numbered(number, first)
        elif number:
            yield Block(number)
        number = ""
        yield from parts
    if number:
        yield Block(number)


def _as_lines(cell: Cell) -> Cell:
    """A cell of short paragraphs, such as a list of names, as lines that belong together."""
    if any(isinstance(part, Table) or part.level or len(part.text) > _SHORT_LINE for part in cell):
        return cell
    return tuple(replace(part, tight=at > 0) for at, part in enumerate(cell) if isinstance(part, Block))


def _label_and_value(cells: Sequence[Cell]) -> Block | None:
    """A row of a form, such as "Chair" beside "A. Smith", as one line."""
    if len(cells) != 2 or any(_count_parts(cell) != 1 or _length(cell) > 200 for cell in cells):
        return None
    label, words = _plain_text(cells[0]).rstrip(":"), _plain_text(cells[1])
    if not label or not words or len(label) > 40 or label[0].isdigit() or _NUMBER.match(label) or label[-1] in ".;,?":
        return None
    return Block(f"{label}: {words}", tight=True)


def _numbered(number: str, block: Block) -> Block:
    if block.level:
        return replace(block, marker=number)
    if block.text.startswith("**"):
        return replace(block, text=f"**{number} {block.text[2:]}")
    return replace(block, text=f"{number} {block.text}")


def as_action(words: str) -> str:
    """What stands in an action column, said as minutes without one say it."""
    return words if words.lower().startswith("action") else f"Action: {words}"


def _beside(parts: list[Part], main: Cell, actions: Cell) -> Iterator[Part]:
    """``parts`` with the entries of the action column after the paragraphs they stand beside.

    Authors push initials down with empty paragraphs; where the action cell holds as many paragraphs as the main cell
    (or more), the places tell which belongs to which. Otherwise the entries follow the last paragraph of the row.
    """
    entries = [plain(part.text).strip() for part in actions if isinstance(part, Block)]
    aligned = len(entries) > 1 and len(entries) >= len(main)
    first = (
        next((index for index, part in enumerate(parts) if main and part is main[-1]), len(main) - 1) - len(main) + 1
    )
    entries = [""] * first + entries if aligned else entries
    for index, part in enumerate(parts):
        yield part
        last = index == len(parts) - 1
        here = (entries[index:] if last else entries[index : index + 1]) if aligned else entries if last else []
        for entry in here:
            for line in filter(None, map(str.strip, entry.split("\n"))):
                yield Block(as_action(line))
