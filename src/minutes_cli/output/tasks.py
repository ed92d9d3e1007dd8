"""The actions of a document as rows for task lists, which know a task again by its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_cli.output.formats import Kind
from minutes_cli.output.rows import Cell, rows_of

if TYPE_CHECKING:
    from minutes_cli.records import Minutes


def task_rows(minutes: Minutes) -> Iterator[dict[str, Cell]]:
    """Rows of actions whose ``id`` is unique over documents and stays when they are read again, as in the register."""
    from minutes_cli.register.ids import SHORTEST, action_digests

    for row, digest in zip(rows_of(minutes, Kind.ACTIONS), action_digests(minutes), strict=True):
        yield {**row, "id": digest[:SHORTEST]}
