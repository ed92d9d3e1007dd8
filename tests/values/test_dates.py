"""Dates in text: what is none, which day the words mean, and which order a document writes its figures in."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.values.date_signs import has_figures, has_short_dates, may_hold_date
from minutes_cli.values.dates import date_order, find_dates, first_date

MEETING = date(2024, 9, 16)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("paragraph 3.2.10 of the report", id="a paragraph's number"),
        pytest.param("application 24/00107/FUL was granted", id="a planning reference"),
        pytest.param("minute 13/17 refers", id="a minute's number"),
        pytest.param("members may 3 times a year", id="the verb may"),
        pytest.param("on 31/02/2024", id="a day that no calendar has"),
        pytest.param("31 June", id="a day too many for the month"),
        pytest.param("version 1.2.2024.1", id="a version"),
        pytest.param("at 10.30 on Monday", id="a time"),
        pytest.param("in March, 120 people came", id="a count behind a month"),
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("to be held on Thursday, 14th of March, 2024 at 7pm", "Thursday, 14th of March, 2024", "2024-03-14"),
        ("Monday 4 November 2024, 19:00", "Monday 4 November 2024", "2024-11-04"),
        ("November 4th, 2024.", "November 4th, 2024", "2024-11-04"),
        ("held on Tues. 3rd Sept 2024", "Tues. 3rd Sept 2024", "2024-09-03"),
        ("due 2024-10-02", "2024-10-02", "2024-10-02"),
        ("due 2024/10/02", "2024/10/02", "2024-10-02"),
        ("by 14-Mar-25.", "14-Mar-25", "2025-03-14"),
        ("14 March '25", "14 March '25", "2025-03-14"),
        ("(14 Mar 25)", "14 Mar 25", "2025-03-14"),
        ("by 25/12/24", "25/12/24", "2024-12-25"),
        ("by 12/25/2024", "12/25/2024", "2024-12-25"),
        ("on 05.11.2024", "05.11.2024", "2024-11-05"),
        ("by 3 October", "3 October", "2024-10-03"),
        ("by March 3rd", "March 3rd", "2025-03-03"),
        ("on 16 September", "16 September", "2024-09-16"),
        ("on 15 September", "15 September", "2025-09-15"),
        ("by 29 February", "29 February", "2028-02-29"),
        ("this 4th day of March 2025", "4th day of March 2025", "2025-03-04"),
        ("14 March 10 members came", "14 March", "2025-03-14"),
    ],
)
def test_which_day_the_words_mean(text: str, words: str, day: str) -> None:
    (found,) = find_dates(text)
    assert text[found.start : found.end] == words
    assert found.on_or_after(MEETING) == date.fromisoformat(day)


def test_a_date_without_year_has_no_day_of_its_own() -> None:
    (found,) = find_dates("by 3 October")
    assert found.date is None
    assert found.on_or_after(None) is None
    assert found.precision == "day"


def test_a_month_with_its_year_is_no_day() -> None:
    (found,) = find_dates("in March 2025 the grant ends")
    assert (found.precision, found.month, found.year, found.date) == ("month", 3, 2025, None)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        pytest.param("on 03/04/2024 and 05/06/2024", None, id="figures that may be either"),
        pytest.param("2024-03-25", None, id="ISO shows nothing"),
        pytest.param("on 03/04/2024 and 25/04/2024", "dmy", id="the day above twelve comes first"),
        pytest.param("on 03/04/2024 and 04/25/2024", "mdy", id="the day above twelve comes second"),
        pytest.param("March 25, 2024. Due 03/04/2024", "mdy", id="words tell where figures can't"),
        pytest.param("25 March 2024. Due 03/04/2024", "dmy", id="words, the day first"),
        pytest.param("March 25, 2024 and April 2, 2024. Paid 25/03/2024", "dmy", id="figures count before words"),
    ],
)
def test_order_of_the_document(text: str, order: str | None) -> None:
    assert date_order(text) == order


def test_order_settles_what_the_figures_leave_open() -> None:
    (open_,) = find_dates("by 03/04/2024")
    assert open_.ambiguous
    assert open_.date == date(2024, 4, 3)
    (settled,) = find_dates("by 03/04/2024", "mdy")
    assert not settled.ambiguous
    assert settled.date == date(2024, 3, 4)


def test_figures_that_allow_one_order_only_overrule_it() -> None:
    (found,) = find_dates("by 25/04/2024", "mdy")
    assert found.date == date(2024, 4, 25)
    assert not found.ambiguous


def test_several_dates_come_in_order() -> None:
    text = "Meetings: 3 February 2025, 3 March 2025; AGM 12/05/2025"
    assert [found.date for found in find_dates(text)] == [date(2025, 2, 3), date(2025, 3, 3), date(2025, 5, 12)]


def test_a_label_or_a_dash_may_stand_right_before_a_date() -> None:
    assert [found.date for found in find_dates("Date:14 March 2025; 10-12 May 2025")] == [
        date(2025, 3, 14),
        date(2025, 5, 12),
    ]


@pytest.mark.parametrize(
    ("text", "may"),
    [
        pytest.param("in March, many came", False, id="no digit"),
        pytest.param("room 12 of the hall", False, id="a digit, but no month or cut"),
        pytest.param("on the 3rd of MAY", True, id="a month in capitals"),
        pytest.param("on 3/4/24", True, id="figures"),
        pytest.param("on 2024-03-25", True, id="figures of ISO 8601"),
    ],
)
def test_what_may_hold_a_date(text: str, may: bool) -> None:
    assert may_hold_date(text) is may


@pytest.mark.parametrize(
    ("text", "has"),
    [
        pytest.param("on 2024-03-25", False, id="the order of ISO 8601 is known"),
        pytest.param("paragraph 3.2", False, id="two figures"),
        pytest.param("at 10-12/24", False, id="two kinds of cut"),
        pytest.param("by 03/04/2024", True, id="strokes"),
        pytest.param("by 3.4.24", True, id="stops"),
    ],
)
def test_figures_that_have_an_order(text: str, has: bool) -> None:
    assert has_figures(text) is has


_PIECES = ["3", "12", "2024", "24", "/", ".", "-", " ", "st", " of ", "March", "MAY", "sept", "Friday", ",", "'", "x"]


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_no_date_stands_where_none_may(text: str) -> None:
    assert may_hold_date(text) or not find_dates(text)
    assert has_figures(text) or find_dates(text, "mdy") == find_dates(text, "dmy") == find_dates(text)
    assert first_date(text) == next(iter(find_dates(text)), None)


@given(st.text("123/.-x "))
def test_figures_are_found_by_their_cut(text: str) -> None:
    """The looks at single cuts find what patterns that begin with the figures do."""
    assert has_short_dates(text) is bool(re.search(r"(?<![\d/])\d\d?/\d\d?(?![\d/])", text))
    assert has_figures(text) is bool(re.search(r"([/.-])(?<=\d[/.-])(?<!\d\d\d[/.-])\d\d?\1\d\d", text))
