"""todo.txt: an action a line, the owners as ``@contexts``, the body as ``+project``, the day as ``due:``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.output.cells import cell_text
from minutes_cli.output.rows import Row
from minutes_cli.output.tasks import task_rows
from minutes_cli.output.writer import Layout
from minutes_cli.patterns import lazy

if TYPE_CHECKING:
    from minutes_cli.records import Minutes

SYNTAX = lazy(r"x |\([A-Z]\) |\d{4}-\d\d-\d\d ")
"""What would not be read as words at the head of a line: done, a priority, a date."""


class TodoTxtWriter:
    """The actions of documents as they come."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:  # noqa: ARG002  (all writers are made alike)
        self.stream = stream

    def write(self, minutes: Minutes) -> None:
        """Write one document's actions."""
        write_todotxt(self.stream, task_rows(minutes))

    def close(self) -> None:
        """Nothing ends the list."""


def write_todotxt(stream: BinaryIO, rows: Iterable[Row]) -> None:
    """Write rows of actions as lines of a todo.txt file."""
    for row in rows:
        stream.write(f"{todo_line(row)}\n".encode())


def todo_line(row: Row) -> str:
    """One action: ``x`` if done, else the meeting's date as that of its making; the words; then the tags.

    A done task has no date, as its first date would be the day on which it was done, which minutes rarely say.
    """
    done = row.get("status") == "done"
    date = "" if done else cell_text(row.get("date"))
    text = cell_text(row["text"])
    if not done and not date and SYNTAX.match(text):
        text = f"Action: {text}"
    owners = row.get("owners")
    tags = [f"@{tag(owner)}" for owner in (owners if isinstance(owners, tuple) else (cell_text(owners),)) if tag(owner)]
    if body := tag(cell_text(row.get("body"))):
        tags.append(f"+{body}")
    for name, value in (("due", row.get("due_date") or row.get("due_latest")), ("id", row.get("id"))):
        if value:
            tags.append(f"{name}:{cell_text(value)}")
    return " ".join(filter(None, ("x" if done else "", date, text, *tags)))


def tag(words: str) -> str:
    """Words as one: blanks and whatever else would end a tag become hyphens."""
    return re.sub(r"[^\w.'’&/]+", "-", words).strip("-.")
