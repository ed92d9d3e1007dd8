"""The ``minutes`` command: its options and the table of its subcommands.

A subcommand lives in a module of its own with a Typer ``app`` in it, imported when the subcommand is run (or when help
lists them all). Such a module imports nothing heavy at its head: no Pydantic, spaCy, Rich or SQLAlchemy.
"""

from __future__ import annotations

from typing import Annotated

import typer

from minutes_cli.cli.group import CommandTable, new_app

COMMANDS = {
    "extract": "minutes_cli.cli.extract",
    "text": "minutes_cli.cli.text",
    "schema": "minutes_cli.cli.schema",
    "rules": "minutes_cli.cli.rules",
    "actions": "minutes_cli.cli.actions",
    "resolutions": "minutes_cli.cli.resolutions",
    "attendees": "minutes_cli.cli.attendees",
    "done": "minutes_cli.cli.edits",
    "reopen": "minutes_cli.cli.edits",
    "assign": "minutes_cli.cli.edits",
    "due": "minutes_cli.cli.edits",
    "note": "minutes_cli.cli.edits",
    "register": "minutes_cli.cli.register",
}


class Minutes(CommandTable):
    """The top-level group; its commands are looked up in ``COMMANDS``."""

    table = COMMANDS


app = new_app(cls=Minutes, add_completion=True, no_args_is_help=True)


def print_version(wanted: bool) -> None:
    """Print the version and leave, if it was asked for."""
    if wanted:
        import minutes_cli

        typer.echo(f"minutes {minutes_cli.__version__}")
        raise typer.Exit


@app.callback()
def minutes(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn the minutes of meetings into records: who was there, what was decided, who promised to do what by when."""
