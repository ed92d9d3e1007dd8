"""Passages in the conventions of many countries and kinds of body, and the records a careful clerk would give.

`conventions/NAME.txt` holds the passages: a line `=== what it shows`, the passage, and a line for each record:
`> outcome | mover | seconder | for-against-abstain, or "unanimous" | how the text begins`. A `-` stands for nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import resolutions
from minutes_cli.records import Resolution
from passages import Passage, read_passages

PASSAGES = read_passages(Path(__file__).parent / "conventions")


def line_of(record: Resolution, begins: str) -> str:
    vote = "-"
    if record.vote is not None:
        counts = (record.vote.for_, record.vote.against, record.vote.abstain)
        vote = "-".join("" if count is None else str(count) for count in counts).rstrip("-")
        vote = " ".join(filter(None, [vote, "unanimous" if record.vote.unanimous else ""]))
    fields = [record.outcome or "-", record.mover or "-", record.seconder or "-", vote]
    return " | ".join([*fields, record.text[: len(begins)]])


def test_there_are_passages() -> None:
    assert len(PASSAGES) >= 100


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_gives_the_records_of_a_careful_clerk(passage: Passage) -> None:
    records = resolutions(passage.text)
    begins = [line.rsplit(" | ", 1)[1] for line in passage.lines] + [""] * len(records)
    assert [line_of(record, words) for record, words in zip(records, begins, strict=False)] == list(passage.lines)
