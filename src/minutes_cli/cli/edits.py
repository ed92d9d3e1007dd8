"""``minutes done``, ``reopen``, ``assign``, ``due`` and ``note``: what a person says about an action."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from minutes_cli.cli import filters
from minutes_cli.cli.group import new_app
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.register.database import Database
    from minutes_cli.register.edits import Edited

Ids = Annotated[
    list[str], typer.Argument(metavar="ID", help="Ids as `minutes actions` lists them, or their beginnings.")
]
Id = Annotated[str, typer.Argument(metavar="ID", help="An id as `minutes actions` lists it, or its beginning.")]
Clear = Annotated[bool, typer.Option("--clear", help="Take it back: what the minutes say holds again.")]

app = new_app()


@app.command("done")
def done_command(ids: Ids, register: filters.Register = None) -> None:
    """Note that actions are done.

    Earlier entries that an action carries forward are the same task, and are noted with it.
    """
    edit(register, lambda database: set_status(database, ids, "done"), "done")


@app.command("reopen")
def reopen_command(ids: Ids, register: filters.Register = None) -> None:
    """Note that actions are open again.

    Earlier entries that an action carries forward are the same task, and are noted with it.
    """
    edit(register, lambda database: set_status(database, ids, "open"), "open")


@app.command("assign")
def assign_command(
    id: Id,  # noqa: A002
    owner: Annotated[str | None, typer.Argument(metavar="OWNER", help="Whose it is now.")] = None,
    clear: Clear = False,
    register: filters.Register = None,
) -> None:
    """Give an action to another owner."""
    value = wanted(owner, clear, "OWNER")
    edit(register, lambda database: set_value(database, id, "owner", value), f"owner: {value or 'as in the minutes'}")


@app.command("due")
def due_command(
    id: Id,  # noqa: A002
    date: Annotated[
        datetime | None, typer.Argument(metavar="DATE", formats=filters.DAY, help="When it is due (YYYY-MM-DD).")
    ] = None,
    clear: Clear = False,
    register: filters.Register = None,
) -> None:
    """Set the day on which an action is due."""
    value = wanted(filters.day(date), clear, "DATE")
    edit(register, lambda database: set_value(database, id, "due", value), f"due: {value or 'as in the minutes'}")


@app.command("note")
def note_command(
    id: Id,  # noqa: A002
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What there is to know; earlier notes stay.")],
    register: filters.Register = None,
) -> None:
    """Add a note to an action."""
    value = wanted(text, False, "TEXT")
    edit(register, lambda database: set_value(database, id, "note", value), f"note: {value}")


def wanted(value: str | None, clear: bool, name: str) -> str | None:
    """The value without blanks around it, None to clear; raises UsageError unless it is exactly one of the two."""
    text = " ".join((value or "").split())
    if clear == bool(text):
        choice = f"{name} or --clear" if name != "TEXT" else name
        raise UsageError(f"give {choice}" + (", not both" if clear else ""))
    return text or None


def set_status(database: Database, ids: list[str], status: Literal["open", "done"]) -> Iterable[Edited]:
    """As in the register's edits, imported only when it is called."""
    from minutes_cli.register import edits

    return edits.set_status(database, ids, status)


def set_value(
    database: Database, prefix: str, what: Literal["owner", "due", "note"], value: str | None
) -> Iterable[Edited]:
    """As in the register's edits, imported only when it is called."""
    from minutes_cli.register import edits

    return [edits.set_value(database, prefix, what, value)]


def edit(register: str | None, change: Callable[[Database], Iterable[Edited]], words: str) -> None:
    """Make a change in the register and say what was changed."""
    from minutes_cli.cli.answers import need_register

    with need_register(register) as database:
        for edited in change(database):
            earlier = f" (and {len(edited.with_it)} earlier: {', '.join(edited.with_it)})" if edited.with_it else ""
            typer.echo(f"{edited.id} {words}{earlier} - {shortened(edited.text)}")


def shortened(text: str, length: int = 70) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
