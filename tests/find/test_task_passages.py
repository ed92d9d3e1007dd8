"""Passages with the tasks that a careful clerk would note: marked, told by the narrative, or none.

`tasks/NAME.txt` holds them; a line for each task says `> explicit or implied | owner; owner | deadline | its words`, a
`-` stands for nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli import extract
from minutes_cli.records import Action
from passages import Passage, read_passages

PASSAGES = read_passages(Path(__file__).parent / "tasks")


def line_of(action: Action) -> str:
    due = action.due.text if action.due else "-"
    return " | ".join([action.kind, "; ".join(action.owners) or "-", due, action.text])


def test_there_are_passages() -> None:
    assert len(PASSAGES) >= 200
    assert sum(not passage.lines for passage in PASSAGES) >= 30


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_notes_the_tasks_of_a_careful_clerk(passage: Passage) -> None:
    assert [line_of(action) for action in extract(passage.text).actions] == list(passage.lines)
