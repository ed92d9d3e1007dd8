"""Word documents as clerks lay them out read the same after a way through other formats."""

from __future__ import annotations

import re
from pathlib import Path

import clerk
import pytest
from rendering import convert

from minutes_cli import extract
from minutes_cli.source import read_path

MAKERS = {"minutes": clerk.minutes, "table": clerk.minutes_in_a_table}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clerk")
    files = [folder / f"{name}.docx" for name in MAKERS]
    for file in files:
        file.write_bytes(MAKERS[file.stem]())
    for kind in ("pdf", "odt", "rtf", "html:HTML (StarWriter)"):
        convert(files, kind, folder)
    return folder


def lines(file: Path) -> list[str]:
    """Lines without what formats can't all tell: levels of headings and the indents of entries."""
    text = read_path(file).text
    return [re.sub(r"^#+ |\*\*", "", line).strip() for line in text.split("\n") if line]


@pytest.mark.parametrize("kind", ["pdf", "odt", "rtf"])
@pytest.mark.parametrize("name", MAKERS)
def test_the_text_is_the_same(folder: Path, name: str, kind: str) -> None:
    expected = lines(folder / f"{name}.docx")
    assert len(expected) > 15
    assert lines(folder / f"{name}.{kind}") == expected


@pytest.mark.parametrize("kind", ["docx", "pdf", "odt", "rtf", "html"])
def test_the_records_are_those_of_the_document(folder: Path, kind: str) -> None:
    minutes = extract(folder / f"minutes.{kind}")
    assert str(minutes.meeting.date) == "2024-05-14"
    assert [section.title for section in minutes.sections][-5:] == [
        *("Minutes of the last meeting", "Roof", "Hire of the hall", "Accounts", "Actions")
    ]
    assert {(person.name, person.status) for person in minutes.attendees} == {
        *(("Ann Bell", "present"), ("Cyril Dow", "present"), ("Eve Fox", "present")),
        *(("Gus Hay", "apologies"), ("Ida Jay", "apologies")),
    }
    assert ("Eve Fox",) in [action.owners for action in minutes.actions]


@pytest.mark.parametrize("kind", ["docx", "pdf", "odt", "rtf", "html"])
def test_owners_from_the_action_column(folder: Path, kind: str) -> None:
    minutes = extract(folder / f"table.{kind}")
    assert [section.title for section in minutes.sections] == ["Roof", "Hire of the hall", "Accounts", "Garden"]
    found = [action for action in minutes.actions if "booking form" in action.text]
    assert [action.owners for action in found] == [("AB", "CD")]


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_headers_and_footers_stay_out(folder: Path, kind: str) -> None:
    text = read_path(folder / f"minutes.{kind}").text
    assert "Hill End Hall Trust: minutes" not in text and not re.search(r"Page \d", text)
