"""Writers of whole documents, which take one `Minutes` after the other and so hold only one in memory."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from minutes_cli.output.formats import Format, Kind

if TYPE_CHECKING:
    from minutes_cli.records import Minutes


@dataclass(frozen=True, slots=True)
class Layout:
    """How to write, whatever the format.

    ``only`` leaves one kind of record, ``single`` says that one document is all there is (JSON: an object, no array),
    ``raw`` leaves cells as they are although a spreadsheet would run them as formulas, ``marked`` puts a byte order
    mark at the head of CSV and TSV.
    """

    only: Kind | None = None
    single: bool = False
    raw: bool = False
    marked: bool = False


class Writer(Protocol):
    """Takes documents one by one; nothing is complete before ``close``."""

    def write(self, minutes: Minutes) -> None:
        """Write (or keep for later) the records of one document."""

    def close(self) -> None:
        """Write what ends the output; the stream stays open."""


WRITERS = {
    Format.JSON: ("minutes_cli.output.json_text", "JsonWriter"),
    Format.JSONL: ("minutes_cli.output.json_text", "LinesWriter"),
    Format.CSV: ("minutes_cli.output.delimited", "CsvWriter"),
    Format.TSV: ("minutes_cli.output.delimited", "TsvWriter"),
    Format.TABLE: ("minutes_cli.output.table", "TableWriter"),
    Format.XLSX: ("minutes_cli.output.xlsx", "XlsxWriter"),
    Format.MARKDOWN: ("minutes_cli.output.markdown", "MarkdownWriter"),
    Format.ICS: ("minutes_cli.output.ics", "IcsWriter"),
    Format.TODOTXT: ("minutes_cli.output.todotxt", "TodoTxtWriter"),
}


def new_writer(form: Format, stream: BinaryIO, layout: Layout) -> Writer:
    """The writer for a format; its module is imported now."""
    module, name = WRITERS[form]
    writer: Writer = getattr(importlib.import_module(module), name)(stream, layout)
    return writer
