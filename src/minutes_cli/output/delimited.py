"""CSV and TSV: one row a record, a heading first, lines ended by a line feed alone, UTF-8.

Into a file goes a byte order mark, without which Excel takes UTF-8 for the local 8-bit encoding; into a pipe goes none.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO, Literal

from minutes_cli.output.cells import cell_text, harmless
from minutes_cli.output.rows import Row, columns_of, rows_of
from minutes_cli.output.writer import Layout

if TYPE_CHECKING:
    from minutes_cli.records import Minutes


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
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        out = csv.writer(text, delimiter=delimiter, lineterminator="\n")
        if heading:
            out.writerow(columns)
        for row in rows:
            cells = (cell_text(row.get(column)) for column in columns)
            out.writerow(cells if raw else map(harmless, cells))
    finally:
        text.detach()
