"""Markdown: a heading and a pipe table for each kind of record, to paste into a wiki or an issue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.output.cells import cell_text
from minutes_cli.output.rows import Cell, Sheet
from minutes_cli.output.sheets import about_document, sheets_of
from minutes_cli.output.writer import Layout
from minutes_cli.patterns import lazy

if TYPE_CHECKING:
    from minutes_cli.records import Minutes

MARKS = lazy(r"[\\|*_`\[\]<~]|&(?=#?\w+;)")
"""What Markdown would read as its own inside a cell."""


class MarkdownWriter:
    """A heading for each document, and below it a table for each kind of record."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self.stream = stream
        self.layout = layout
        self.begun = False

    def write(self, minutes: Minutes) -> None:
        """Write the tables of one document."""
        blank = "\n" if self.begun else ""
        self.stream.write(f"{blank}# {escaped(about_document(minutes))}\n\n".encode())
        write_markdown(self.stream, sheets_of(minutes, self.layout.only), level=2)
        self.begun = True

    def close(self) -> None:
        """Nothing ends Markdown."""


def write_markdown(stream: BinaryIO, sheets: Iterable[Sheet], *, level: int = 1) -> None:
    """Write each sheet as a table under its title, if it has one; ``level`` is that of the headings."""
    for index, sheet in enumerate(sheets):
        if index:
            stream.write(b"\n")
        if sheet.title:
            stream.write(f"{'#' * level} {escaped(sheet.title)}\n\n".encode())
        rows = [[escaped(row.get(column)) for column in sheet.columns] for row in sheet.rows]
        if not rows:
            stream.write(b"None.\n")
            continue
        headings = [escaped(heading) for heading in sheet.columns.values()]
        for cells in (headings, ["---"] * len(headings), *rows):
            stream.write(f"| {' | '.join(cells)} |\n".encode())


def escaped(cell: Cell) -> str:
    """A cell's words, so that Markdown shows them as they are."""
    return MARKS.sub(lambda mark: "&amp;" if mark[0] == "&" else "\\" + mark[0], cell_text(cell))
