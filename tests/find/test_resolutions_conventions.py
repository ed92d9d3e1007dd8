"""Passages in the conventions of many countries and kinds of body, and the records a careful clerk would give.

`conventions/NAME.txt` holds the passages: a line `=== what it shows`, the passage, and a line for each record:
`> outcome | mover | seconder | for-against-abstain, or "unanimous" | how the text begins`. A `-` stands for nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import resolutions
from minutes_cli.records import Resolution

FOLDER = Path(__file__).parent / "conventions"


def passages() -> list[tuple[str, str, list[str]]]:
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        for passage in file.read_text(encoding="utf-8").split("=== ")[1:]:
            title, _, body = passage.partition("\n")
            lines = body.splitlines()
            text = "\n".join(line for line in lines if not line.startswith("> "))
            records = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
            found.append((f"{file.stem}: {title}", text.strip("\n"), records))
    return found


def line_of(record: Resolution, begins: str) -> str:
    vote = "-"
    if record.vote is not None:
        counts = (record.vote.for_, record.vote.against, record.vote.abstain)
        vote = "-".join("" if count is None else str(count) for count in counts).rstrip("-")
        vote = " ".join(filter(None, [vote, "unanimous" if record.vote.unanimous else ""]))
    fields = [record.outcome or "-", record.mover or "-", record.seconder or "-", vote]
    return " | ".join([*fields, record.text[: len(begins)]])


PASSAGES = passages()


def test_there_are_passages() -> None:
    assert len(PASSAGES) >= 100


@pytest.mark.parametrize(("text", "expected"), [p[1:] for p in PASSAGES], ids=[p[0] for p in PASSAGES])
def test_gives_the_records_of_a_careful_clerk(text: str, expected: list[str]) -> None:
    records = resolutions(text)
    begins = [line.rsplit(" | ", 1)[1] for line in expected] + [""] * len(records)
    assert [line_of(record, words) for record, words in zip(records, begins, strict=False)] == expected
