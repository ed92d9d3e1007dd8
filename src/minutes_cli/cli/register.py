"""``minutes register``: what is filed, and keeping the register itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_cli.cli import filters
from minutes_cli.cli.group import new_app, report
from minutes_cli.errors import UsageError
from minutes_cli.output.formats import Format

if TYPE_CHECKING:
    from minutes_cli.register.documents import Document

STDIN = "-"
COLUMNS = (
    *("key", "body", "date", "actions", "open", "resolutions", "attendees"),
    *("format", "title", "read_at", "sha256", "path"),
)
HEADINGS = {"key": "Key", "date": "Date", "body": "Body", "actions": "Actions", "open": "Open", "path": "Document"}

app = new_app(no_args_is_help=True)


@app.callback()
def register_group() -> None:
    """Keep the register of all minutes read."""


@app.command("list")
def list_command(
    form: filters.Form = None,
    output: filters.Output = None,
    raw: filters.Raw = False,
    register: filters.Register = None,
) -> None:
    """List the documents that are filed."""
    from minutes_cli.cli.answers import EMPTY
    from minutes_cli.cli.listing import Listing, choose_way, write_listing
    from minutes_cli.output.formats import Kind
    from minutes_cli.register.database import open_memory, open_register
    from minutes_cli.register.documents import list_documents
    from minutes_cli.register.place import find_place

    if form in (Format.ICS, Format.TODOTXT):
        raise UsageError(f"--format {form} holds actions; use it with `minutes actions`")
    way = choose_way(form, output, Kind.MEETING, raw=raw)
    database = open_register(find_place(register)) or open_memory()
    documents = list_documents(database)
    database.close()
    rows = [{column: getattr(each, column) for column in COLUMNS} for each in documents]
    write_listing(Listing(Kind.MEETING, rows, COLUMNS, HEADINGS), way)
    if not documents:
        report(EMPTY)


@app.command("show")
def show_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An action's id, a document's key, or its path.")],
    register: filters.Register = None,
) -> None:
    """Show an action with its history, or a document with its actions."""
    from minutes_cli.cli.answers import need_register
    from minutes_cli.cli.register_text import describe

    with need_register(register) as database:
        typer.echo(describe(database, name))


@app.command("remove")
def remove_command(
    names: Annotated[list[str], typer.Argument(metavar="DOCUMENT", help="Keys of documents, or paths.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    register: filters.Register = None,
) -> None:
    """Take documents out of the register.

    With them go all their records, and all that was noted about their actions.
    """
    from minutes_cli.cli.answers import need_register
    from minutes_cli.register.documents import find_document, remove_documents

    with need_register(register) as database:
        if not yes:
            confirm([find_document(database, name) for name in names])
        for document in remove_documents(database, names):
            typer.echo(f"removed {line_of(document)}")


def confirm(documents: list[Document]) -> None:
    """Ask a person whether to remove these; raises UsageError where there is nobody to ask."""
    for document in documents:
        typer.echo(line_of(document), err=True)
    if not sys.stdin or not sys.stdin.isatty():
        raise UsageError("removing can't be undone; add --yes to do it without being asked")
    typer.confirm("Remove this, with all that was noted about its actions?", abort=True, err=True)


def line_of(document: Document) -> str:
    """A document on one line."""
    meeting = ", ".join(part for part in (document.body, document.date) if part)
    count = counted(document.actions, "action")
    return f"{document.key} {document.path}" + (f" ({meeting})" if meeting else "") + f": {count}"


@app.command("path")
def path_command(register: filters.Register = None) -> None:
    """Print where the register is.

    That is a file, or a server's URL without the password.
    """
    from minutes_cli.register.place import find_place

    typer.echo(find_place(register).name)


@app.command("export")
def export_command(
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; by default to standard output.")
    ] = None,
    register: filters.Register = None,
) -> None:
    """Write the register as JSON lines.

    Records, ids and all that people noted: a backup, or the way to another place.
    """
    from minutes_cli.cli.answers import need_register
    from minutes_cli.output.target import Target
    from minutes_cli.register.exchange import export_lines

    with need_register(register) as database, Target(output) as target:
        for line in export_lines(database):
            target.stream.write(line.encode() + b"\n")
        target.keep()


@app.command("import")
def import_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An exported register; - for standard input.")],
    register: filters.Register = None,
) -> None:
    """Merge an exported register into this one.

    Of two versions of a document the one read later stays; all notes stay, and the latest one holds.
    """
    from minutes_cli.register.database import open_register
    from minutes_cli.register.exchange import import_lines
    from minutes_cli.register.place import find_place

    try:
        stream = sys.stdin.buffer if file == STDIN else Path(file).open("rb")  # noqa: SIM115  (closed below)
    except OSError as error:
        raise UsageError(
            f"{file}: can't be read ({error.strerror}); name a file that `register export` wrote"
        ) from None
    with stream:
        database = open_register(find_place(register), create=True)
        try:
            imported = import_lines(database, (line.decode("utf-8") for line in stream), file)
        finally:
            database.close()
    documents, notes = counted(imported.documents, "document"), counted(imported.entries, "note")
    typer.echo(f"imported {documents} and {notes}", err=True)


def counted(number: int, name: str) -> str:
    """A number of things: "1 note", "2 notes"."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
