"""A list of answers in whatever format is wanted."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutes_cli.output.formats import Format, Kind, check_format, format_of
from minutes_cli.output.rows import Row, Sheet
from minutes_cli.output.target import Target


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows to write. ``columns`` are those of the formats for programs, ``headings`` those that people read.

    ``groups`` divide the rows under titles, where a format shows them; a row may stand in several groups. ``workbook``
    is the order of the columns where people work on in them.
    """

    kind: Kind
    rows: Sequence[Row]
    columns: Sequence[str]
    headings: Mapping[str, str]
    groups: Sequence[tuple[str, Sequence[Row]]] = ()
    workbook: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """How to write a list: the format, the file (None: standard output), and whether CSV is for programs."""

    form: Format
    output: str | None = None
    raw: bool = False


def choose_way(form: Format | None, output: str | None, kind: Kind, *, raw: bool = False) -> Way:
    """The format asked for, else that of the output's ending, else a table at a terminal and CSV anywhere else.

    Raises UsageError for a format that can't hold this kind of record, or that a terminal can't show.
    """
    standard = output in (None, "-")
    watched = standard and sys.stdout.isatty()
    chosen = form or (format_of(str(output)) if not standard else Format.TABLE if watched else Format.CSV)
    check_format(chosen, kind, to_terminal=watched)
    return Way(chosen, None if standard else output, raw)


def write_listing(listing: Listing, way: Way) -> None:
    """Write the list to the file (whole or not at all) or to standard output."""
    with Target(way.output) as target:
        if way.form in (Format.CSV, Format.TSV):
            write_delimited(listing, target, way)
        elif way.form in (Format.JSON, Format.JSONL):
            write_objects(listing, target, way)
        elif way.form in (Format.ICS, Format.TODOTXT):
            write_tasks(listing, target, way)
        else:
            write_sheets(listing, target, way)
        target.keep()


def write_delimited(listing: Listing, target: Target, way: Way) -> None:
    """CSV or TSV; in a file a byte order mark, unless raw."""
    from minutes_cli.output import delimited

    delimited.write_delimited(
        target.stream,
        listing.columns,
        listing.rows,
        delimiter="," if way.form is Format.CSV else "\t",
        raw=way.raw,
        marked=way.output is not None and not way.raw,
    )


def write_objects(listing: Listing, target: Target, way: Way) -> None:
    """An array of objects, or an object a line; each has every column."""
    from minutes_cli.output.json_text import write_rows

    rows = ({column: row.get(column) for column in listing.columns} for row in listing.rows)
    write_rows(target.stream, rows, lines=way.form is Format.JSONL)


def write_tasks(listing: Listing, target: Target, way: Way) -> None:
    """A calendar's tasks, or todo.txt."""
    if way.form is Format.ICS:
        from minutes_cli.output.ics import write_ics

        write_ics(target.stream, listing.rows)
    else:
        from minutes_cli.output.todotxt import write_todotxt

        write_todotxt(target.stream, listing.rows)


def write_sheets(listing: Listing, target: Target, way: Way) -> None:
    """Tables for people, one for each group; a workbook has all rows and columns on one sheet, to sort and filter."""
    title = listing.kind.value.capitalize()
    if way.form is Format.XLSX:
        from minutes_cli.output.xlsx import headings, write_xlsx

        write_xlsx(target.stream, [Sheet(title, headings(listing.workbook or listing.columns), listing.rows)])
        return
    sheets = [Sheet(name, listing.headings, rows) for name, rows in listing.groups]
    sheets = sheets or [Sheet("" if way.form is Format.TABLE else title, listing.headings, listing.rows)]
    if way.form is Format.MARKDOWN:
        from minutes_cli.output.markdown import write_markdown

        write_markdown(target.stream, sheets)
    elif listing.rows:  # an empty table says nothing that the line on standard error doesn't
        from minutes_cli.output.table import write_table

        write_table(target.stream, sheets)
