"""``minutes attendees``: who was there, over all meetings, and how often."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_cli.cli import filters
from minutes_cli.cli.group import new_app

if TYPE_CHECKING:
    from minutes_cli.register.database import Database


class Presence(StrEnum):
    """How a person was at a meeting, or was missed there."""

    PRESENT = "present"
    IN_ATTENDANCE = "in_attendance"
    PARTICIPANT = "participant"
    APOLOGIES = "apologies"
    ABSENT = "absent"


app = new_app()

LIST = {"meeting": "Meeting", "person": "Name", "role": "Role", "organisation": "Organisation", "status": "Status"}
COUNTS = {
    "name": "Name",
    "body": "Body",
    "meetings": "Meetings",
    "attended": "Attended",
    "share": "Share",
    "present": "Present",
    "in_attendance": "In attendance",
    "participant": "Participant",
    "apologies": "Apologies",
    "absent": "Absent",
    "first": "First",
    "last": "Last",
}


@app.command("attendees")
def attendees_command(
    files: filters.Files = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="This person (words in order, honorifics aside). Repeatable: any."),
    ] = None,
    status: Annotated[
        list[Presence] | None, typer.Option("--status", help="With this status. Repeatable: any of them.")
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", metavar="WORDS", help="With this role (words in order).")
    ] = None,
    body: filters.Body = None,
    since: filters.Since = None,
    until: filters.Until = None,
    counts: Annotated[
        bool, typer.Option("--counts", help="One row a person and body: meetings, and how often with each status.")
    ] = False,
    form: filters.Form = None,
    output: filters.Output = None,
    raw: filters.Raw = False,
    register: filters.Register = None,
    jobs: filters.Jobs = 1,
) -> None:
    """List who was there, or was missed.

    Over the register, which holds all minutes that `minutes extract` has read, or over the minutes named or piped in.
    """
    from minutes_cli.cli.answers import answer
    from minutes_cli.cli.listing import Listing, choose_way
    from minutes_cli.output.formats import Kind
    from minutes_cli.output.sheets import readable
    from minutes_cli.register import people

    wanted = people.WantedPeople(
        names=tuple(name or ()),
        role=role,
        body=body,
        since=filters.day(since),
        until=filters.day(until),
        statuses=tuple(each.value for each in status or ()),
    )
    way = choose_way(form, output, Kind.ATTENDEES, raw=raw)

    def ask(database: Database) -> Listing:
        found = people.find_people(database, wanted)
        if counts:
            return Listing(Kind.ATTENDEES, people.count_attendance(found), tuple(COUNTS), COUNTS)
        rows = [{**readable(row), "meeting": filters.meeting_name(row)} for row in found]
        return Listing(Kind.ATTENDEES, rows, tuple(people.COLUMNS), LIST)

    raise typer.Exit(answer(files or [], register, ask, way, jobs))
