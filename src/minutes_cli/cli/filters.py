"""Options that several commands over the register share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from minutes_cli.output.formats import Format

DAY = ["%Y-%m-%d"]

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Ask over these minutes (or a pipe) and file nothing; without any, over the register.",
        show_default=False,
    ),
]
Register = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="PLACE",
        help="The register: a file, or a PostgreSQL URL; by default $MINUTES_REGISTER, else your data folder.",
    ),
]
Body = Annotated[str | None, typer.Option("--body", metavar="NAME", help="Meetings of this body (words in order).")]
Since = Annotated[
    datetime | None,
    typer.Option("--since", metavar="DATE", formats=DAY, help="Meetings from this day (YYYY-MM-DD) on."),
]
Until = Annotated[
    datetime | None, typer.Option("--until", metavar="DATE", formats=DAY, help="Meetings up to this day.")
]
Text = Annotated[str | None, typer.Option("--text", metavar="WORDS", help="Only those that hold these words.")]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", min=0, max=1, help="Leave out those below this confidence; those without stay."),
]
Form = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Output format; by default a table at a terminal, CSV anywhere else."),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its ending picks the format.")
]
Raw = Annotated[
    bool,
    typer.Option(
        "--raw", help="CSV and TSV for programs: no byte order mark, and cells that look like formulas as they are."
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read documents side by side.")
]
Reverse = Annotated[bool, typer.Option("--reverse", help="Turn the order round.")]


class Status(StrEnum):
    """How an action stands."""

    OPEN = "open"
    DONE = "done"


def meeting_name(row: Mapping[str, object]) -> str:
    """Body and date of a row's meeting; its document for want of both."""
    return " ".join(str(row[column]) for column in ("body", "date") if row[column]) or str(row["document"])


def day(value: datetime | None) -> str | None:
    """The day as the records write it."""
    return value.date().isoformat() if value else None
