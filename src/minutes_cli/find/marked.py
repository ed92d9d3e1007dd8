"""Actions that the minutes mark: by a label, a heading, a check box or a column."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.rules.match import Rules


def find_marked(document: Document, rules: Rules) -> list[ActionCandidate]:
    """The tasks that the minutes mark, in the order of the text."""
    return []
