"""Resolutions: what the meeting decided, with outcome, vote, mover and seconder."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.records import Issue, Resolution
from minutes_cli.rules.match import Rules


def find_resolutions(document: Document, rules: Rules) -> tuple[list[Resolution], list[Issue]]:
    """The decisions of the meeting in the order of the text."""
    return [], []
