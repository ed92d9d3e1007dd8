"""Tables for people to read, wrapped to the terminal; colours only there, and never with NO_COLOR."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from minutes_cli.output.cells import cell_text
from minutes_cli.output.formats import Kind
from minutes_cli.output.rows import Cell, Row, Sheet, rows_of
from minutes_cli.output.writer import Layout

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
    Kind.ATTENDEES: {"person": "Name", "role": "Role", "organisation": "Organisation", "status": "Status"},
    Kind.ACTIONS: {
        "section_number": "Item",
        "text": "Action",
        "owners": "Owner",
        "due": "Due",
        "status": "Status",
    },
    Kind.RESOLUTIONS: {
        "section_number": "Item",
        "text": "Resolution",
        "outcome": "Outcome",
        "moved": "Moved and seconded",
        "vote": "Vote",
    },
}
"""What a table shows of each kind, and the headings; the JSON and the CSV hold the rest."""

NARROW = frozenset({"id", "date", "start_time", "end_time", "section_number", "line", "status", "outcome", "vote"})
"""Columns that are not wrapped."""

STYLES = {
    "open": "yellow",
    "done": "green",
    "carried": "green",
    "lost": "red",
    "overdue": "bold red",
}


class TableWriter:
    """A heading for each document, and a table for each kind of record in it."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self.stream = stream
        self.layout = layout

    def write(self, minutes: Minutes) -> None:
        """Print the tables of one document; a kind without records gets a line that says so."""
        with open_console(self.stream) as console:
            meeting = minutes.meeting
            about = [part for part in (meeting.body or meeting.title, meeting.date, minutes.source.path) if part]
            console.print(Text(cell_text(" · ".join(about)), style="bold"))
            for kind in (self.layout.only,) if self.layout.only else COLUMNS:
                rows = [readable(row) for row in rows_of(minutes, kind)]
                if rows:
                    console.print(new_table(Sheet(kind.value.capitalize(), COLUMNS[kind], rows)))
                else:
                    console.print(Text(f"\n No {kind.value}.\n"))

    def close(self) -> None:
        """Nothing ends the tables."""


def readable(row: Row) -> dict[str, Cell]:
    """A row with the cells that only a table for people has: a full name, one due date, one vote, who moved."""
    due = [cell_text(row.get("due_text"))]
    day = row.get("due_date") or row.get("due_latest")
    if day:
        due.append(f"({cell_text(day)})" if due[0] else cell_text(day))
    moved = [cell_text(row.get("mover")), cell_text(row.get("seconder"))]
    return {
        **row,
        "person": " ".join(filter(None, (cell_text(row.get("honorific")), cell_text(row.get("name"))))),
        "due": " ".join(filter(None, due)),
        "moved": " / ".join(filter(None, moved)),
        "vote": vote_text(row),
    }


def vote_text(row: Row) -> str:
    """A vote in short: "7 for, 2 against", "unanimous"."""
    names = {"vote_for": "for", "vote_against": "against", "vote_abstain": "abstained"}
    counts = [f"{row[column]} {name}" for column, name in names.items() if row.get(column) is not None]
    return ", ".join([*counts, *(["unanimous"] if row.get("unanimous") else [])])


def new_table(sheet: Sheet) -> Table:
    """A Rich table of a sheet's rows."""
    table = Table(title=sheet.title or None, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column, heading in sheet.columns.items():
        table.add_column(heading, no_wrap=column in NARROW, overflow="fold", justify="left")
    for row in sheet.rows:
        cells = [cell_text(row.get(column)) for column in sheet.columns]
        table.add_row(*(Text(cell, style=STYLES.get(cell, "")) for cell in cells))
    return table


def write_table(stream: BinaryIO, sheets: Iterable[Sheet]) -> None:
    """Print a table for each sheet, under its title if it has one."""
    with open_console(stream) as console:
        for sheet in sheets:
            console.print(new_table(sheet))


@contextmanager
def open_console(stream: BinaryIO) -> Iterator[Console]:
    """A Rich console that writes to a binary stream and leaves it open."""
    standard = getattr(sys.stdout, "buffer", None) is stream
    encoding = sys.stdout.encoding if standard else "utf-8"
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", write_through=True)
    try:
        colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
        yield Console(file=text, color_system=colours, highlight=False, markup=False, emoji=False)
    finally:
        text.detach()
