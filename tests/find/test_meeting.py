"""Which date, times, place and body the head of the minutes gives."""

import pytest

from minutes_cli.find.meeting import find_meeting
from minutes_cli.find.sections import read_document
from minutes_cli.records import Meeting
from minutes_cli.rules import load_rules
from minutes_cli.source import read_text


def meeting(text: str, path: str = "x.txt") -> Meeting:
    rules = load_rules()
    return find_meeting(read_document(read_text(text, path), rules), rules)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Minutes\n\n1. Next meeting\nThe next meeting is on 4 May 2024.\n", id="the next meeting"),
        pytest.param("Minutes\n\n1. Minutes\nThe minutes of 4 May 2024 were agreed.\n", id="the last minutes"),
        pytest.param("# Call of November 30\n\n## Notes\n\nHello.\n", id="no year"),
    ],
)
def test_no_date(text: str) -> None:
    assert meeting(text).date is None


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Minutes of the Meeting held on Monday 12th November 2018 at 7.30pm", "2018-11-12"),
        ("Board of Directors\nMay 3, 2024", "2024-05-03"),
        ("Date: Wednesday 11th May 2022 at 6.15pm", "2022-05-11"),
        ("Annual General Meeting 2000\n3pm, Sunday 20th February", "2000-02-20"),
        ("Meeting: 05/02/2024 - Planning Committee (Item 7)", "2024-02-05"),
        ("# Sync 2023-06-15", "2023-06-15"),
        ("MOORBURGH COUNCIL\n\nMOORBURGH, 16 November 2023. Minute of Meeting of the WORKS COMMITTEE.", "2023-11-16"),
        ("Vale Board\n\nMINUTES\n\nMinutes of a meeting of the Vale Board held in Vale on 07 March 2023", "2023-03-07"),
        ("UNIVERSITY OF VALE\n\nSENATE\n\n20 November 2019\n\nMINUTES\n\nPresent: Dr Ann Moor", "2019-11-20"),
    ],
)
def test_date(head: str, date: str) -> None:
    assert meeting(f"{head}\n\n1. Apologies\n\nNone were received by 9 June 2030.\n").date == date


def test_date_of_publication_gives_only_the_year() -> None:
    text = "---\ntitle: Minutes\ndate: 2014-01-19\n---\n\nDate held: 1st November\n\n1. Apologies\nNone.\n"
    assert meeting(text).date == "2013-11-01"


def test_times_place_and_body() -> None:
    found = meeting(
        "EASTHAM PARISH COUNCIL\n"
        "Minutes of the Meeting held in the Village Hall, High Street on Monday 4 March 2024 at 7.30pm\n\n"
        "1. Apologies\nNone.\n\n2. Close\nThe meeting closed at 9.05 pm.\n"
    )
    assert (found.body, found.venue, found.start_time, found.end_time) == (
        "EASTHAM PARISH COUNCIL",
        "Village Hall, High Street",
        "19:30",
        "21:05",
    )


def test_a_place_in_brackets_is_no_body() -> None:
    found = meeting(
        "# MINUTES OF THE FRIENDS OF WICKMOOR LIBRARY HELD ON 4 MARCH 2024\n\n"
        "# (Held in the Council Chamber, Mill Street).\n\nPresent: Ann Lowe, Chair\n\n1. Welcome\nAnn welcomed all.\n"
    )
    assert found.body is not None and found.body.startswith("FRIENDS")


def test_times_in_four_figures() -> None:
    found = meeting(
        "Board\nMinutes of 4 March 2024\n\nThe meeting commenced at 1835\n\n1. Close\nThe meeting closed at 1945.\n"
    )
    assert (found.start_time, found.end_time) == ("18:35", "19:45")


def test_a_year_is_no_time() -> None:
    assert (
        meeting("Board\n\n1. Lease\nThe meeting opened the file of 2015.\nThe lease ended in 2019.\n").end_time is None
    )
