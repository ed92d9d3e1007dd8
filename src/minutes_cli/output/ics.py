"""iCalendar: an action as a task (VTODO) for calendar programs, which know it again when it is imported anew."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from icalendar import Calendar, Todo

import minutes_cli
from minutes_cli.output.cells import cell_text
from minutes_cli.output.rows import Cell, Row
from minutes_cli.output.tasks import task_rows
from minutes_cli.output.writer import Layout

if TYPE_CHECKING:
    from minutes_cli.records import Minutes

LONGEST_SUMMARY = 200  # Outlook takes 255 characters; the description has the whole
UNDATED = dt.date(1970, 1, 1)


class IcsWriter:
    """Keeps the actions of all documents, as a calendar is one object."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:  # noqa: ARG002  (all writers are made alike)
        self.stream = stream
        self.rows: list[Row] = []

    def write(self, minutes: Minutes) -> None:
        """Keep one document's actions."""
        self.rows.extend(task_rows(minutes))

    def close(self) -> None:
        """Write the calendar."""
        write_ics(self.stream, self.rows)


def write_ics(stream: BinaryIO, rows: Iterable[Row]) -> None:
    """Write rows of actions as one calendar; the same rows give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", f"-//minutes//minutes {minutes_cli.__version__}//EN")
    calendar.add("version", "2.0")
    known = set()
    for row in rows:
        name = name_of(row)
        if name not in known:  # one meeting in two files
            calendar.add_component(new_task(row, name))
        known.add(name)
    stream.write(calendar.to_ical())


def name_of(row: Row) -> str:
    """What a calendar knows the task by: the row's id, or for want of one a name made of its words and document."""
    parts = (cell_text(row.get("document")), cell_text(row["text"]))
    return cell_text(row.get("id")) or hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def new_task(row: Row, name: str) -> Todo:
    """One action as a task: due on the day its words name, or on the last day they allow.

    The time stamp is the meeting's date and no clock's, so that nothing changes when nothing changed.
    """
    task = Todo()
    task.add("uid", f"minutes-{name}")
    stamp = date_of(row.get("date")) or UNDATED
    task.add("dtstamp", dt.datetime(stamp.year, stamp.month, stamp.day, tzinfo=dt.UTC))
    task.add("summary", summary(row))
    task.add("description", description(row))
    if due := date_of(row.get("due_date")) or date_of(row.get("due_latest")):
        task.add("due", due)
    if body := cell_text(row.get("body")):
        task.add("categories", [body])
    done = row.get("status") == "done"
    task.add("status", "COMPLETED" if done else "NEEDS-ACTION")
    task.add("percent-complete", 100 if done else 0)
    return task


def summary(row: Row) -> str:
    """Owners and task on one line, cut between words where it is long."""
    owners = cell_text(row.get("owners"))
    text = f"{owners}: {cell_text(row['text'])}" if owners else cell_text(row["text"])
    return text if len(text) <= LONGEST_SUMMARY else text[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + " …"


def description(row: Row) -> str:
    """The task in full, then where it comes from."""
    item = " ".join(filter(None, (cell_text(row.get("section_number")), cell_text(row.get("section")))))
    meeting = ", ".join(filter(None, (cell_text(row.get("body")), cell_text(row.get("date")))))
    line = f", line {cell_text(row['line'])}" if row.get("line") else ""
    facts = {
        "Owner": cell_text(row.get("owners")),
        "Due": cell_text(row.get("due_text")),
        "Reference": cell_text(row.get("reference")),
        "Meeting": meeting,
        "Item": item,
        "Minutes": cell_text(row.get("document")) + line if row.get("document") else "",
        "Note": cell_text(row.get("note")),
    }
    return "\n".join([cell_text(row["text"]), *(f"{name}: {value}" for name, value in facts.items() if value)])


def date_of(cell: Cell) -> dt.date | None:
    """The date that a cell holds as ISO 8601 text, if any."""
    return dt.date.fromisoformat(cell) if isinstance(cell, str) and cell else None
