"""CSV and TSV: one row a record, a heading first, lines ended by a line feed alone, UTF-8.

Into a file goes a byte order mark, without which Excel takes UTF-8 for the local 8-bit encoding; into a pipe goes none.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO, Literal

from minutes_cli.output.cells import cell_text, harmless
from minutes_cli.output.rows import DATE_COLUMNS, Cell, Row, columns_of, rows_of
from minutes_cli.output.writer import Layout
from minutes_cli.patterns import lazy

if TYPE_CHECKING:
    from minutes_cli.records import Minutes


NUMBER_LIKE = lazy(r"[\d .,:/%eE-]*\d[\d .,:/%eE-]*")
"""Text that a spreadsheet could take for a number, a date or a time."""


class CsvWriter:
    """Rows of documents as they come; ``delimiter`` is that of the class."""

    delimiter: Literal[",", "\t"] = ","

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self.stream = stream
        self.layout = layout
        self.headed = False

    def write(self, minutes: Minutes) -> None:
        """Write one document's rows, after the heading if they are the first."""
        self._write_rows(rows_of(minutes, self.layout.only))

    def close(self) -> None:
        """Write the heading where no document was written: a table without rows is still a table."""
        self._write_rows(())

    def _write_rows(self, rows: Iterable[Row]) -> None:
        write_delimited(
            self.stream,
            columns_of(self.layout.only),
            rows,
            delimiter=self.delimiter,
            raw=self.layout.raw,
            marked=self.layout.marked,
            heading=not self.headed,
        )
        self.headed = True


class TsvWriter(CsvWriter):
    """The same, divided by tabs."""

    delimiter = "\t"


def write_delimited(
    stream: BinaryIO,
    columns: Sequence[str],
    rows: Iterable[Row],
    *,
    delimiter: Literal[",", "\t"] = ",",
    raw: bool = False,
    marked: bool = False,
    heading: bool = True,
) -> None:
    """Write rows as CSV (or TSV), the columns in the order given, a missing cell empty.

    Cells that a spreadsheet would run as formulas get an apostrophe before them unless ``raw``; ``marked`` puts a
    byte order mark before the heading.
    """
    if heading and marked:
        stream.write(codecs.BOM_UTF8)
    if heading:
        stream.write(line_of(columns, delimiter).encode())
    for row in rows:
        fields = (field_of(column, row.get(column), delimiter, raw=raw) for column in columns)
        stream.write(line_of(fields, delimiter).encode())


def line_of(fields: Iterable[str], delimiter: str) -> str:
    """A row as a line."""
    return delimiter.join(fields) + "\n"


def field_of(column: str, cell: Cell, delimiter: str, *, raw: bool) -> str:
    """A cell as a field of a row, in quotes where it must be, or where it is text that could pass for a number.

    Such text ("7.10", the number of an item) becomes 7.1 in a spreadsheet, unless one says there that quoted fields
    are text, which only helps if dates and real numbers stand without. This is why ``csv.writer`` doesn't do.
    """
    text = cell_text(cell) if raw else harmless(cell_text(cell))
    is_text = isinstance(cell, str | tuple) and column not in DATE_COLUMNS
    if delimiter in text or '"' in text or (is_text and NUMBER_LIKE.fullmatch(text)):
        return '"' + text.replace('"', '""') + '"'
    return text
