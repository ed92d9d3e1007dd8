"""The records of a document as tables for people: fewer columns than the CSV, joined where a reader would join them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_cli.output.cells import cell_text
from minutes_cli.output.formats import Kind
from minutes_cli.output.rows import Cell, Row, Sheet, rows_of

if TYPE_CHECKING:
    from minutes_cli.records import Minutes

COLUMNS: dict[Kind, dict[str, str]] = {
    Kind.MEETING: {
        "body": "Body",
        "date": "Date",
        "start_time": "Start",
        "end_time": "End",
        "venue": "Venue",
        "chair": "Chair",
    },
    Kind.SECTIONS: {"section_number": "No.", "section": "Section", "line": "Line"},
    Kind.ATTENDEES: {"person": "Name", "role": "Role", "organisation": "Organisation", "presence": "Status"},
    Kind.ACTIONS: {"section_number": "Item", "text": "Action", "owners": "Owner", "due": "Due", "status": "Status"},
    Kind.RESOLUTIONS: {
        "section_number": "Item",
        "text": "Resolution",
        "outcome": "Outcome",
        "moved": "Moved / seconded",
        "vote": "Vote",
    },
}
"""What a table shows of each kind, and the headings."""


def about_document(minutes: Minutes) -> str:
    """Body, date and path of a document on one line."""
    meeting = minutes.meeting
    return cell_text(" · ".join(filter(None, (meeting.body or meeting.title, meeting.date, minutes.source.path))))


def sheets_of(minutes: Minutes, only: Kind | None = None) -> Iterator[Sheet]:
    """A table for each kind of record, or for one, without the columns that would be empty."""
    for kind in (only,) if only else COLUMNS:
        rows = [readable(row) for row in rows_of(minutes, kind)]
        columns = {name: head for name, head in COLUMNS[kind].items() if any(cell_text(row.get(name)) for row in rows)}
        yield Sheet(kind.value.capitalize(), columns, rows if columns else [])


def readable(row: Row) -> dict[str, Cell]:
    """A row with cells joined for a reader: ``person``, one ``due``, who ``moved``, one ``vote``, ``presence``."""
    person = (cell_text(row.get("honorific")), cell_text(row.get("name")))
    moved = (cell_text(row.get("mover")), cell_text(row.get("seconder")))
    return {
        **row,
        "person": " ".join(filter(None, person)),
        "due": due_in_short(row),
        "moved": " / ".join(filter(None, moved)),
        "vote": vote_in_short(row),
        "presence": cell_text(row.get("status")).replace("_", " "),
    }


def due_in_short(row: Row) -> str:
    """When an action is due: the words, and the day they name or allow at the latest."""
    words = cell_text(row.get("due_text"))
    day = cell_text(row.get("due_date") or row.get("due_latest"))
    return f"{words} ({day})" if words and day and words != day else words or day


def vote_in_short(row: Row) -> str:
    """A vote: "7 for, 2 against", "unanimous"."""
    names = {"vote_for": "for", "vote_against": "against", "vote_abstain": "abstained"}
    counts = [f"{row[column]} {name}" for column, name in names.items() if row.get(column) is not None]
    return ", ".join([*counts, *(["unanimous"] if row.get("unanimous") else [])])
