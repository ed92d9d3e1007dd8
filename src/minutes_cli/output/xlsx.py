"""Excel workbooks to go on working in: one sheet a kind, headings frozen, filters on, dates as dates, text as text.

XlsxWriter streams rows to disk, so a workbook of any number of documents needs little memory. Cells are never formulas
or links, whatever they begin with, and the same records give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import textwrap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, BinaryIO

import xlsxwriter

from minutes_cli.errors import UsageError
from minutes_cli.output.cells import cell_text
from minutes_cli.output.formats import Kind
from minutes_cli.output.rows import COLUMNS, DATE_COLUMNS, Cell, Row, Sheet, rows_of
from minutes_cli.output.writer import Layout

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from minutes_cli.records import Minutes

WIDE = 60
WIDEST = {"text": WIDE, "clauses": WIDE, "section": 40, "document": 40, "body": 40, "rule": 24, "note": 40}
"""Widths, in characters, at which text is wrapped."""

ORIGIN = frozenset({"document", "id", "parent", "line", "rule"})

LINE_HEIGHT = 15.0  # points
HIGHEST_ROW = 408.75
MOST_ROWS = 1_048_575  # without the heading
LONGEST_CELL = 32_767
EPOCH = dt.datetime(1900, 3, 1)  # before it, the serial numbers of spreadsheets disagree by a day


class XlsxWriter:
    """A sheet for each kind of record, with the records of all documents."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self.book = Book(stream)
        kinds = (layout.only,) if layout.only else tuple(Kind)
        self.pages = {
            kind: self.book.new_page(kind.value.capitalize(), headings(working_order(COLUMNS[kind]))) for kind in kinds
        }

    def write(self, minutes: Minutes) -> None:
        """Add one document's records to the sheets."""
        for kind, page in self.pages.items():
            for row in rows_of(minutes, kind):
                page.add(row)

    def close(self) -> None:
        """Write the workbook."""
        self.book.close()


def write_xlsx(stream: BinaryIO, sheets: Iterable[Sheet]) -> None:
    """Write a workbook with a page for each sheet; needs at least one."""
    book = Book(stream)
    for sheet in sheets:
        page = book.new_page(sheet.title, sheet.columns)
        for row in sheet.rows:
            page.add(row)
    book.close()


def headings(columns: Iterable[str]) -> dict[str, str]:
    """Columns with headings made of their names."""
    return {column: column.replace("_", " ").capitalize() for column in columns}


def working_order(columns: Iterable[str]) -> list[str]:
    """The columns as someone works with them: what a record says first, where it was read from last."""
    return sorted(columns, key=lambda column: column in ORIGIN)


class Book:
    """A workbook in the making."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.buffer = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.buffer, {"constant_memory": True})
        self.book.set_properties({"created": dt.datetime(2000, 1, 1)})  # no clock: same records, same bytes
        self.heading = self.book.add_format({"bold": True, "bottom": 1, "valign": "top", "bg_color": "#E7E6E6"})
        self.words = self.book.add_format({"text_wrap": True, "valign": "top"})
        self.date = self.book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self.pages: list[Page] = []

    def new_page(self, title: str, columns: Mapping[str, str]) -> Page:
        """A page with its headings."""
        taken = {page.name.casefold() for page in self.pages}
        page = Page(self, page_name(title, taken), columns)
        self.pages.append(page)
        return page

    def close(self) -> None:
        """Finish the pages and write everything to the stream."""
        for page in self.pages:
            page.finish()
        self.book.close()
        self.stream.write(self.buffer.getvalue())


class Page:
    """One page of a workbook: rows come one by one, widths are set at the end."""

    def __init__(self, book: Book, name: str, columns: Mapping[str, str]) -> None:
        self.book = book
        self.name = name
        self.columns = list(columns)
        self.sheet: Worksheet = book.book.add_worksheet(name)
        self.count = 0
        self.widths = [len(heading) + 3 for heading in columns.values()]  # room for the filter's arrow
        for index, heading in enumerate(columns.values()):
            self.sheet.write_string(0, index, heading, book.heading)

    def add(self, row: Row) -> None:
        """Add a row; raises UsageError where a sheet can hold no more."""
        if self.count == MOST_ROWS:
            raise UsageError(f"more {self.name.lower()} than a sheet holds ({MOST_ROWS:,}); write CSV instead")
        self.count += 1
        lines = max((lines_of(row.get(column), width_of(column)) for column in self.columns), default=1)
        if lines > 1:  # Calc gives every row the height of one line otherwise
            self.sheet.set_row(self.count, min(lines * LINE_HEIGHT, HIGHEST_ROW))
        for index, column in enumerate(self.columns):
            length = self.write_cell(index, column, row.get(column))
            self.widths[index] = max(self.widths[index], min(length + 2, width_of(column)))

    def write_cell(self, index: int, column: str, cell: Cell) -> int:
        """Write a cell with its type; gives the length of what it shows."""
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            self.sheet.write_number(self.count, index, cell, self.book.words)
            return len(str(cell))
        text = cell_text(cell)
        if column in DATE_COLUMNS and text and (date := dt.datetime.fromisoformat(text)) >= EPOCH:
            self.sheet.write_datetime(self.count, index, date, self.book.date)
        elif text:
            self.sheet.write_string(self.count, index, cut(text), self.book.words)
        return len(text)

    def finish(self) -> None:
        """Set widths, freeze the headings and switch the filters on."""
        for index, width in enumerate(self.widths):
            self.sheet.set_column(index, index, width)
        self.sheet.freeze_panes(1, 0)
        self.sheet.repeat_rows(0)  # on paper
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.autofilter(0, 0, self.count, len(self.columns) - 1)
        if "status" in self.columns and "owners" in self.columns and self.count:
            status = self.columns.index("status")
            choice = {"validate": "list", "source": ["open", "done"], "error_type": "warning"}
            self.sheet.data_validation(1, status, self.count, status, choice)


def width_of(column: str) -> int:
    """How many characters a column may be wide."""
    return WIDEST.get(column, 32)


def lines_of(cell: Cell, width: int) -> int:
    """How many lines a cell takes in a column of that width; letters are rarely wider than the figures."""
    text = cell_text(cell)
    return len(textwrap.wrap(text, width - 2)) if len(text) > width - 2 else 1


def cut(text: str) -> str:
    """The text as far as a cell holds it."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def page_name(title: str, taken: set[str]) -> str:
    """A title as Excel allows it for a page: no more than 31 characters, some not at all, no two the same."""
    plain = "".join(" " if char in "[]:*?/\\" else char for char in cell_text(title)).strip("' ") or "Sheet"
    name, number = plain[:31], 1
    while name.casefold() in taken or name.casefold() == "history":  # Excel keeps that one for itself
        number += 1
        name = f"{plain[: 28 - len(str(number))]} ({number})"
    return name
