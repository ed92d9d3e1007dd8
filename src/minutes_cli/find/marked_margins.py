"""Actions marked in the margin."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.task_words import TaskWords
from minutes_cli.rules.match import Rules


def find_margins(document: Document, rules: Rules, words: TaskWords) -> Iterator[ActionCandidate]:
    """The tasks whose owners stand in a margin to the right."""
    return iter(())
