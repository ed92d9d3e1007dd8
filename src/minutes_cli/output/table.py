"""Tables on a terminal, wrapped to its width; styled only there, and never with NO_COLOR."""

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
from minutes_cli.output.rows import Sheet
from minutes_cli.output.sheets import about_document, sheets_of
from minutes_cli.output.writer import Layout

if TYPE_CHECKING:
    from minutes_cli.records import Minutes

NARROW = frozenset(
    {
        "id",
        "date",
        "start_time",
        "end_time",
        "section_number",
        "line",
        "status",
        "standing",
        "key",
        "outcome",
        "due_date",
    }
)
"""Columns that are not wrapped."""

LEAST = {"due": 10}
"""Widths, in characters, below which a column isn't made: a day is not to be broken over two lines."""

STYLES = {"open": "yellow", "done": "green", "carried": "green", "lost": "red", "overdue": "bold red"}
"""How some words look where they are all there is in a cell."""


class TableWriter:
    """A heading for each document, and a table for each kind of record in it."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self.stream = stream
        self.layout = layout

    def write(self, minutes: Minutes) -> None:
        """Print the tables of one document."""
        with open_console(self.stream) as console:
            console.print(Text(about_document(minutes), style="bold"))
            print_sheets(console, sheets_of(minutes, self.layout.only))

    def close(self) -> None:
        """Nothing ends the tables."""


def write_table(stream: BinaryIO, sheets: Iterable[Sheet]) -> None:
    """Print a table for each sheet, under its title if it has one."""
    with open_console(stream) as console:
        print_sheets(console, sheets)


def print_sheets(console: Console, sheets: Iterable[Sheet]) -> None:
    """Print a table for each sheet, and a line in place of one without rows."""
    for sheet in sheets:
        table = new_table(sheet)
        console.print(table if table.row_count else Text(f"{sheet.title}: none\n", style="dim"))


def new_table(sheet: Sheet) -> Table:
    """A Rich table of a sheet's rows."""
    table = Table(title=sheet.title or None, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column, heading in sheet.columns.items():
        table.add_column(heading, no_wrap=column in NARROW, overflow="fold", min_width=LEAST.get(column))
    for row in sheet.rows:
        cells = [cell_text(row.get(column)) for column in sheet.columns]
        table.add_row(*(Text(cell, style=STYLES.get(cell, "")) for cell in cells))
    return table


class PlainConsole(Console):
    """A console that lets the caller hear of a closed pipe, where Rich would leave the program with its own code."""

    def on_broken_pipe(self) -> None:
        """Let the error go on; Rich calls this while it handles it."""
        raise


@contextmanager
def open_console(stream: BinaryIO) -> Iterator[Console]:
    """A Rich console that writes to a binary stream and leaves it open."""
    standard = getattr(sys.stdout, "buffer", None) is stream
    encoding = sys.stdout.encoding if standard else "utf-8"
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", write_through=True)
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    try:
        yield PlainConsole(file=text, color_system=colours, highlight=False, markup=False, emoji=False)
    finally:
        text.detach()
