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

FOLDER = Path(__file__).parent / "gatherings"
MEETING = ("date", "start_time", "end_time", "venue", "chair", "body")


def documents() -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        for document in file.read_text(encoding="utf-8").split("=== ")[1:]:
            title, _, body = document.partition("\n")
            lines = body.splitlines()
            text = "\n".join(line for line in lines if not line.startswith("> ")).strip("\n")
            facts = [(line[2:].partition(": ")[0], line.partition(": ")[2]) for line in lines if line.startswith("> ")]
            found.append((f"{file.stem}: {title}", f"{text}\n", dict(facts)))
    return found


def facts_of(minutes: Minutes, asked: dict[str, str]) -> dict[str, str]:
    """What the records say of the people, and of what else is asked for, in the words of a document's last lines."""
    facts: dict[str, list[str]] = {}
    for person in minutes.attendees:
        facts.setdefault(person.status, []).append(person.name)
    if "sections" in asked:
        facts["sections"] = [" ".join(filter(None, (one.number, one.title))) for one in minutes.sections]
    said = {kind: str(getattr(minutes.meeting, kind)) for kind in MEETING if kind in asked}
    return {kind: "; ".join(values) for kind, values in facts.items()} | said


DOCUMENTS = documents()


def test_there_are_documents() -> None:
    assert len(DOCUMENTS) >= 60
    assert sum("near miss" in title for title, _, _ in DOCUMENTS) >= 12
    assert all(facts for _, _, facts in DOCUMENTS)


@pytest.mark.parametrize(("text", "facts"), [one[1:] for one in DOCUMENTS], ids=[one[0] for one in DOCUMENTS])
def test_finds_what_a_careful_reader_finds(text: str, facts: dict[str, str]) -> None:
    minutes = extract(text)
    assert problems(text, minutes) == []
    assert facts_of(minutes, facts) == facts
