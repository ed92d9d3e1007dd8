"""The rows of a table of actions, those joined that were broken when the table was flattened to text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_cli.find.table_columns import Columns
from minutes_cli.text.layout import Block


@dataclass(slots=True)
class Row:
    """The blocks of a row by column, each with its index in the document."""

    cells: dict[int, list[tuple[int, Block]]] = field(default_factory=dict)
    wrapped: bool = False  # its cells go on in lines below

    def words(self, column: int | None) -> str:
        """The text of a cell, its lines parted by newlines."""
        if column is None:
            return ""
        return "\n".join(block.text.strip() for _, block in self.cells.get(column, ()))


def whole_rows(rows: Sequence[Row], columns: Columns, flattened: bool) -> list[Row]:
    """The rows of a table; of one flattened to text those joined whose cells go on in the line below."""
    if not flattened:
        return list(rows)
    whole: list[Row] = []
    column = columns.task if columns.task is not None else columns.text
    for row in rows:
        words = row.words(column)
        alone = set(row.cells) == {column}
        if whole and row.cells and (not words or alone or words[0].islower()):
            for place, cell in row.cells.items():
                whole[-1].cells.setdefault(place, []).extend(cell)
            whole[-1].wrapped = True
        else:
            whole.append(row)
    return whole
