"""``minutes extract``: read documents, write their records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from minutes_cli.cli import filters
from minutes_cli.cli.group import new_app
from minutes_cli.errors import UsageError
from minutes_cli.output.formats import Format, Kind, format_of

app = new_app()


@app.command("extract")
def extract_command(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="Minutes, or folders of them; - or a pipe for standard input."),
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="Output format; json unless -o names another.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its ending picks the format.")
    ] = None,
    only: Annotated[Kind | None, typer.Option("--only", help="Write one kind of record.")] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option("--rules", metavar="DIR", help="A rule pack of yours on top of the shipped rules; repeatable."),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            min=0,
            max=1,
            help="Leave out actions and resolutions below this confidence; those without a figure stay.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Say what could not be settled, and exit 1 if there is any such.")
    ] = False,
    raw: Annotated[
        bool,
        typer.Option(
            "--raw", help="CSV and TSV for programs: cells that look like formulas as they are, no byte order mark."
        ),
    ] = False,
    no_save: Annotated[
        bool, typer.Option("--no-save", help="Don't file the records in the register (nor with MINUTES_SAVE=0).")
    ] = False,
    register: Annotated[
        str | None,
        typer.Option("--register", metavar="PLACE", help="The register: a file, or the URL of a PostgreSQL server."),
    ] = None,
    jobs: filters.Jobs = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no notices, only errors.")] = False,
) -> None:
    """Read minutes and print their records.

    The records are the meeting, its sections, attendees, actions and resolutions. They are also filed in the
    register, where `minutes actions` finds them.

    Exits 1 if a document failed (the others still come out), 2 for wrong use.
    """
    files = files or piped()
    form = form or (format_of(output) if output not in (None, "-") else Format.JSON)

    from minutes_cli.cli.filing import is_wanted
    from minutes_cli.cli.run import Job, run_job

    raise typer.Exit(
        run_job(
            Job(
                arguments=tuple(files),
                form=form,
                output=output,
                only=only,
                packs=tuple(rules or ()),
                min_confidence=min_confidence,
                strict=strict,
                raw=raw,
                save=is_wanted(no_save),
                register=register,
                quiet=quiet,
                jobs=jobs,
            )
        )
    )


def piped() -> list[str]:
    """Standard input where something is piped in; at a terminal nobody would know that it waits."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("no FILE given; name minutes or a folder of them, or pipe them in (minutes extract --help)")
    return ["-"]
