"""Attendees: who is listed as present, in attendance, missed or absent, and who takes part in the narrative."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.records import Attendee, Issue
from minutes_cli.rules.match import Rules


def find_attendees(document: Document, rules: Rules) -> tuple[list[Attendee], list[Issue]]:
    """The people of the meeting, one record a person, in the order in which they are first named."""
    return [], []
