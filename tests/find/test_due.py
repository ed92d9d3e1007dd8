"""Deadlines: what sets none, the words that set one, the day they name and the last day that they allow."""

from __future__ import annotations

import datetime

import pytest

from minutes_cli.find.due import Dues
from minutes_cli.find.due_words import may_set_time
from minutes_cli.records import Due
from minutes_cli.rules import load_rules

MEETING = datetime.date(2024, 5, 15)  # a Wednesday
NEXT = datetime.date(2024, 6, 19)


def due(text: str, next_meeting: datetime.date | None = None) -> Due | None:
    dues = Dues(load_rules(), "dmy", MEETING, next_meeting)
    found = dues.find(text)
    return dues.value(found, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("text", "may"),
    [
        pytest.param("Reply ASAP", True, id="capitals"),
        pytest.param("Reply 3.4.", True, id="figures"),
        pytest.param("Répondre ASAP", True, id="letters beyond ASCII"),
        pytest.param("Répondre vite", False, id="none beyond ASCII"),
        pytest.param("Clerk: lock", False, id="none"),
    ],
)
def test_what_may_set_a_time(text: str, may: bool) -> None:
    assert may_set_time(text) is may


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Clerk to reply to the letter of 3 March.", id="a letter's date"),
        pytest.param("Clerk to amend the minutes of 12 April 2024.", id="the date of minutes"),
        pytest.param("AB to check the figures since 1 April.", id="since"),
        pytest.param("AB to buy lights for the Christmas tree.", id="a feast's tree"),
        pytest.param("AB to check the January figures.", id="a month before a noun"),
        pytest.param("AB to ask members who may attend.", id="the verb may"),
        pytest.param("The bins are emptied on Mondays.", id="a day of every week"),
        pytest.param("AB to report on the visit on 3 May 2024.", id="a day before the meeting"),
        pytest.param("Clerk to write to the landowner.", id="no time"),
    ],
)
def test_no_deadline(text: str) -> None:
    assert due(text) is None


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Clerk to reply by 3 March.", "by 3 March", "2025-03-03"),
        ("Clerk to reply by Friday 24 May.", "by Friday 24 May", "2024-05-24"),
        ("AB to send it no later than 31/05/2024", "no later than 31/05/2024", "2024-05-31"),
        ("AB to report to the meeting on 14 June 2024, with figures", "to the meeting on 14 June 2024", "2024-06-14"),
        ("AB to lead it at the away day on 1 June", "at the away day on 1 June", "2024-06-01"),
        ("Steven to fix the text, due 2024-05-22", "due 2024-05-22", "2024-05-22"),
        ("Notice to go up before the closing date of 20 May", "before the closing date of 20 May", "2024-05-20"),
    ],
)
def test_words_that_name_a_day(text: str, words: str, day: str) -> None:
    assert due(text) == Due(text=words, date=day, latest=day)


@pytest.mark.parametrize(
    ("text", "words", "latest"),
    [
        ("AB to reply within two weeks.", "within two weeks", "2024-05-29"),
        ("AB to reply within ten working days.", "within ten working days", "2024-05-29"),
        ("AB to report back in six months.", "in six months", "2024-11-15"),
        ("AB to see to it by end of March", "by end of March", "2025-03-31"),
        ("AB to see to it by the end of the month", "by the end of the month", "2024-05-31"),
        ("AB to circulate it this week", "this week", "2024-05-19"),
        ("AB to circulate it next week", "next week", "2024-05-26"),
        ("AB to deliver it by Thursday", "by Thursday", "2024-05-16"),
        ("AB to deliver it before Friday", "before Friday", "2024-05-16"),
        ("AB to table a motion in September.", "in September", "2024-09-30"),
        ("AB to bring it to the September meeting.", "to the September meeting", "2024-09-30"),
        ("AB to write before Christmas.", "before Christmas", "2024-12-24"),
        ("AB to visit before Easter.", "before Easter", "2025-04-19"),
        ("AB to replace it as soon as possible.", "as soon as possible", None),
        ("To be mended ASAP", "ASAP", None),
        ("AB to reply in due course", "in due course", None),
        ("AB to pursue it, by half term", "by half term", None),
        ("Board to review the draft before publication", "before publication", None),
        ("AB to report to the next meeting", "to the next meeting", None),
    ],
)
def test_words_that_name_no_day(text: str, words: str, latest: str | None) -> None:
    assert due(text) == Due(text=words, latest=latest)


def test_the_next_meeting_s_printed_day() -> None:
    assert due("AB to report to the next meeting", NEXT) == Due(text="to the next meeting", latest="2024-06-19")


def test_two_days_joined_name_none() -> None:
    found = due("CC to attend on 15 October and 7 January")
    assert found is not None
    assert (found.text, found.date) == ("on 15 October and 7 January", None)


def test_figures_that_may_be_either_are_reported() -> None:
    from minutes_cli import extract

    minutes = extract("Notes\n\nMeeting of 2024-05-15\n\nAction: Clerk to reply by 03/06/2024\n")
    assert [issue.code for issue in minutes.issues if issue.code == "date-order"] == ["date-order"]
    settled = extract("Notes\n\nMeeting of 15 May 2024\n\nAction: Clerk to reply by 03/06/2024\n")
    assert [action.due.date for action in settled.actions if action.due] == ["2024-06-03"]
    assert not [issue for issue in settled.issues if issue.code == "date-order"]


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("Ruth to circulate the figures for December to all.", None),
        ("Ruth to write about the plan for March.", None),
        ("Next year's AGM should have a speaker.", None),
        ("Ruth to ask the panel, consulted on the next edition.", None),
        ("Look for a new steward (Sam moving in March)", None),
        ("Ruth to note the gate money over five years.", None),
        ("all to return the form by 29/2", "by 29/2"),
        ("Ruth to ask the supplier the following day.", "the following day"),
        ("Ruth to bring it to next month's meeting.", "to next month's meeting"),
        ("Ruth to send a draft to members beforehand.", "beforehand"),
        ("Ruth to pass it on as and when it was received.", "as and when it was received"),
        ("Ruth to report by December.", "by December"),
    ],
)
def test_the_time_is_that_of_the_task(task: str, due: str | None) -> None:
    found = Dues(load_rules()).find(task)
    assert (task[found.start : found.end] if found else None) == due
