"""The same minutes in another format give the same records as the text does."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from rendering import FORMATS, render

from minutes_cli import Minutes, extract
from places import SAMPLES

LEAST = 0.98
MINUTES = [path for path in SAMPLES if path.stem != "README"]
Key = tuple[str, ...]


def plain(words: object) -> str:
    """Words without Markdown's marks, which stand for layout, and with single spaces."""
    return " ".join(re.sub(r"(?m)^> |(?<=\s)> |[*_`\\]", "", str(words)).split())


def keys(minutes: Minutes) -> Counter[Key]:
    """What of each record doesn't depend on where its words stand."""
    found: list[Key] = [("meeting", str(minutes.meeting.date))]
    found += [("section", plain(item.number), plain(item.title)) for item in minutes.sections]
    found += [("attendee", plain(item.name), item.status, plain(item.role)) for item in minutes.attendees]
    for action in minutes.actions:
        due = (plain(action.due.text), str(action.due.date)) if action.due else ()
        found.append(("action", plain(action.text), action.kind, *map(plain, action.owners), *due))
    for item in minutes.resolutions:
        found.append(
            ("resolution", plain(item.text), str(item.outcome), plain(item.mover), plain(item.seconder), str(item.vote))
        )
    return Counter(found)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rendered")
    render(MINUTES, folder)
    return folder


@pytest.mark.parametrize("kind", FORMATS)
def test_records_equal_those_of_the_text(rendered: Path, kind: str) -> None:
    equal = total = 0
    report: list[str] = []
    for sample in MINUTES:
        wanted = keys(extract(sample))
        got = keys(extract(rendered / f"{sample.stem}.{kind}"))
        assert wanted.total() > 5, f"{sample.name} has hardly a record to compare"
        equal += (wanted & got).total()
        total += max(wanted.total(), got.total())
        report += [f"{sample.stem}: - {key}" for key in wanted - got]
        report += [f"{sample.stem}: + {key}" for key in got - wanted]
    assert equal >= LEAST * total, f"{equal} of {total} records equal\n" + "\n".join(report)
