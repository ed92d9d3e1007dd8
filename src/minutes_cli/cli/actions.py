"""``minutes actions``: who promised to do what by when, over all meetings."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from minutes_cli.cli import filters
from minutes_cli.cli.group import new_app


class ActionKind(StrEnum):
    """How the minutes give an action."""

    EXPLICIT = "explicit"
    IMPLIED = "implied"


class Order(StrEnum):
    """What actions are sorted by."""

    MEETING = "meeting"
    DUE = "due"
    OWNER = "owner"
    BODY = "body"
    STATUS = "status"
    TEXT = "text"


class Grouping(StrEnum):
    """What actions are grouped by."""

    OWNER = "owner"
    MEETING = "meeting"
    DUE = "due"


app = new_app()


@app.command("actions")
def actions_command(
    files: filters.Files = None,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            "--owner",
            metavar="NAME",
            help="Of this owner: words in order, honorifics aside; a person's name finds their initials and roles."
            " Repeatable: any of them.",
        ),
    ] = None,
    body: filters.Body = None,
    since: filters.Since = None,
    until: filters.Until = None,
    due_before: Annotated[
        datetime | None,
        typer.Option("--due-before", metavar="DATE", formats=filters.DAY, help="Due before this day."),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Open, and due before today.")] = False,
    status: Annotated[filters.Status | None, typer.Option("--status", help="As it stands now.")] = None,
    kind: Annotated[
        ActionKind | None, typer.Option("--kind", help="Marked as an action in the minutes, or implied by them.")
    ] = None,
    text: filters.Text = None,
    min_confidence: filters.MinConfidence = None,
    repeats: Annotated[
        bool, typer.Option("--repeats", help="Show earlier entries of an action too, not only the latest.")
    ] = False,
    sort: Annotated[Order, typer.Option("--sort", help="What to sort by.")] = Order.MEETING,
    reverse: filters.Reverse = False,
    group_by: Annotated[
        Grouping | None, typer.Option("--group-by", help="Tables: one for each. Other formats: sorted so.")
    ] = None,
    form: filters.Form = None,
    output: filters.Output = None,
    raw: filters.Raw = False,
    register: filters.Register = None,
    jobs: filters.Jobs = 1,
) -> None:
    """List who promised to do what by when.

    Over the register, which holds all minutes that `minutes extract` has read, or over the minutes named or piped in.
    An action's id is enough for `minutes done`, `reopen`, `assign`, `due` and `note`.
    """
    from minutes_cli.cli.actions_list import Question, list_actions
    from minutes_cli.cli.listing import choose_way
    from minutes_cli.output.formats import Kind
    from minutes_cli.register.tracked import Wanted

    wanted = Wanted(
        owners=tuple(owner or ()),
        body=body,
        since=filters.day(since),
        until=filters.day(until),
        due_before=filters.day(due_before),
        status=status.value if status else None,
        kind=kind.value if kind else None,
        text=text,
        min_confidence=min_confidence,
        repeats=repeats,
    )
    question = Question(
        wanted=wanted,
        overdue=overdue,
        sort=sort.value,
        reverse=reverse,
        group_by=group_by.value if group_by else None,
    )
    way = choose_way(form, output, Kind.ACTIONS, raw=raw)
    raise typer.Exit(list_actions(files or [], register, question, way, jobs))
