"""The meeting: which body met, when, where, and who presided."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.records import Meeting
from minutes_cli.rules.match import Rules


def find_meeting(document: Document, rules: Rules) -> Meeting:
    """What the head of the document says of the meeting."""
    return Meeting(span=document.span(0, 0))
