"""Minutes of many countries and kinds of body: who was there, what the headings are, what their head says.

`gatherings/NAME.txt` holds the documents: a line `=== what it shows`, the text, and lines of what a careful reader
finds in it: `> status: name; name` for the people of each status, `> sections: number title; …`, `> date: …` and so
on for the meeting. All people of a document are compared, the sections and fields of the meeting where given.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence import problems
from minutes_cli import Minutes, extract
from passages import Passage, read_passages

DOCUMENTS = read_passages(Path(__file__).parent / "gatherings")
MEETING = ("date", "start_time", "end_time", "venue", "chair", "body")


def facts_of(minutes: Minutes, asked: dict[str, str]) -> dict[str, str]:
    """What the records say of the people, and of what else is asked for, in the words of a document's last lines."""
    facts: dict[str, list[str]] = {}
    for person in minutes.attendees:
        facts.setdefault(person.status, []).append(person.name)
    if "sections" in asked:
        facts["sections"] = [" ".join(filter(None, (one.number, one.title))) for one in minutes.sections]
    said = {kind: str(getattr(minutes.meeting, kind)) for kind in MEETING if kind in asked}
    return {kind: "; ".join(values) for kind, values in facts.items()} | said


def asked(passage: Passage) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in passage.lines)


def test_there_are_documents() -> None:
    assert len(DOCUMENTS) >= 60
    assert sum("near miss" in document.name for document in DOCUMENTS) >= 12
    assert all(document.lines for document in DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_finds_what_a_careful_reader_finds(document: Passage) -> None:
    minutes = extract(document.text)
    facts = asked(document)
    assert problems(document.text, minutes) == []
    assert facts_of(minutes, facts) == facts
