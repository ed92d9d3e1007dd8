"""On which day the next meeting is, as deadlines that name it need to know."""

from __future__ import annotations

import pytest

from minutes_cli import extract

HEAD = "Minutes of the Parish Council held on 4 March 2024\n\nPresent: Ann Brown, Tom Smith\n\n"


def latest(text: str) -> str | None:
    """By when the one task of minutes is due at the latest."""
    (task,) = extract(HEAD + text).actions
    assert task.due is not None
    return task.due.latest


@pytest.mark.parametrize(
    "announced",
    [
        "2. Date of next meeting\nMonday 8 April 2024 at 7.30 p.m.\n",
        "Next meeting: 8 April 2024\n",
        "The next meeting will be held on 8 April 2024.\n",
        "14. Time and date of the next meeting: 7 p.m., 8 April 2024\n",
    ],
)
def test_a_line_that_announces_it_counts_before_a_deadline_behind_the_words(announced: str) -> None:
    told = "1. Hall\nTwo quotes are to come before the next meeting; the firms have until 12 March 2024.\n\n"
    assert latest(f"{told}Action: Clerk to report to the next meeting\n\n{announced}") == "2024-04-08"


def test_a_sentence_that_speaks_of_it_will_do_where_no_line_announces_it() -> None:
    told = "1. Hall\nIt was hoped to hold the next meeting on 9 April 2024.\n\n"
    assert latest(f"{told}Action: Clerk to report to the next meeting\n") == "2024-04-09"


def test_a_day_before_the_meeting_is_none() -> None:
    assert latest("Action: Clerk to report to the next meeting\n\nDate of next meeting: 5 February 2024\n") is None
