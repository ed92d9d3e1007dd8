"""``minutes resolutions``: what was decided, over all meetings."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_cli.cli import filters
from minutes_cli.cli.group import new_app

if TYPE_CHECKING:
    from minutes_cli.register.database import Database


class OutcomeName(StrEnum):
    """What became of a motion."""

    CARRIED = "carried"
    LOST = "lost"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    NOT_STATED = "not-stated"


app = new_app()

COLUMNS = {
    "meeting": "Meeting",
    "section_number": "Item",
    "text": "Resolution",
    "outcome": "Outcome",
    "moved": "Moved / seconded",
    "vote": "Vote",
}


@app.command("resolutions")
def resolutions_command(
    files: filters.Files = None,
    outcome: Annotated[OutcomeName | None, typer.Option("--outcome", help="With this outcome.")] = None,
    mover: Annotated[
        str | None, typer.Option("--mover", metavar="NAME", help="Moved by (words in order, honorifics aside).")
    ] = None,
    seconder: Annotated[str | None, typer.Option("--seconder", metavar="NAME", help="Seconded by.")] = None,
    body: filters.Body = None,
    since: filters.Since = None,
    until: filters.Until = None,
    text: filters.Text = None,
    min_confidence: filters.MinConfidence = None,
    form: filters.Form = None,
    output: filters.Output = None,
    raw: filters.Raw = False,
    register: filters.Register = None,
    jobs: filters.Jobs = 1,
) -> None:
    """List what was decided.

    Over the register, which holds all minutes that `minutes extract` has read, or over the minutes named or piped in.
    """
    from minutes_cli.cli.answers import answer
    from minutes_cli.cli.listing import Listing, choose_way
    from minutes_cli.output.formats import Kind
    from minutes_cli.output.sheets import readable
    from minutes_cli.register import decisions

    wanted = decisions.WantedDecisions(
        body=body,
        since=filters.day(since),
        until=filters.day(until),
        outcome=outcome.value if outcome else None,
        mover=mover,
        seconder=seconder,
        text=text,
        min_confidence=min_confidence,
    )
    way = choose_way(form, output, Kind.RESOLUTIONS, raw=raw)

    def ask(database: Database) -> Listing:
        found = decisions.find_decisions(database, wanted)
        rows = [{**readable(row), "meeting": filters.meeting_name(row)} for row in found]
        return Listing(Kind.RESOLUTIONS, rows, tuple(decisions.COLUMNS), COLUMNS)

    raise typer.Exit(answer(files or [], register, ask, way, jobs))
