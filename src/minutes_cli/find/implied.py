"""Actions that the narrative gives somebody, unmarked."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.rules.match import Rules


def find_implied(document: Document, rules: Rules) -> list[ActionCandidate]:
    """The tasks that the narrative gives, in the order of the text."""
    return []
