"""Actions: what the minutes mark as a task and what the narrative gives somebody to do, each task once."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.document import Document
from minutes_cli.records import Action, Attendee, Issue, Meeting
from minutes_cli.rules.match import Rules


def find_actions(
    document: Document, rules: Rules, *, meeting: Meeting, attendees: Sequence[Attendee]
) -> tuple[list[Action], list[Issue]]:
    """The tasks of a document in the order of the text."""
    return [], []
