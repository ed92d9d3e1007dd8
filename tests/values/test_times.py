"""Times of day, and figures that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.values.times import find_times, may_tell_time, may_tell_time_in_words, time_in_words


def times(text: str) -> list[str]:
    return [match.time for match in find_times(text)]


@pytest.mark.parametrize(
    "text",
    ["£19.40", "item 3.12.4", "the 10:30:15:20 log", "at 25:10", "13 pm", "$7:30", "rose by 12.5%", "in 1940"],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("closed at 19:40.", ["19:40"]),
        ("closed at 9.15 p.m. with thanks", ["21:15"]),
        ("from 10.00 to 11:30, in the hut", ["10:00", "11:30"]),
        ("at 12 noon", ["12:00"]),
        ("1930 hrs", ["19:30"]),
        ("12.05am", ["00:05"]),
    ],
)
def test_times(text: str, expected: list[str]) -> None:
    assert times(text) == expected


@given(st.text(alphabet=st.sampled_from("0123456789.: apmAPMhrsNondigty")))
def test_no_time_stands_where_none_may(text: str) -> None:
    assert may_tell_time(text) or not times(text)


@pytest.mark.parametrize("text", ["room 12 on 3 May", "the amended plan of 5", "£19", "in 1998"])
def test_what_tells_no_time(text: str) -> None:
    assert not may_tell_time(text)


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("about a quarter to ten.", "19:30", "21:45"),
        ("half past eleven", "10:00", "11:30"),
        ("half-past nine o'clock pm", None, "21:30"),
        ("half nine", "19:00", "21:30"),
        ("ten to ten", "19:30", "21:50"),
        ("ten minutes past nine", "19:30", "21:10"),
        ("twenty-five past 9", "19:30", "21:25"),
        ("nine o'clock, with thanks", "19:30", "21:00"),
        ("a quarter to one", "10:00", "12:45"),
        ("half past eight in the evening", None, "20:30"),
        ("quarter past nine a.m.", None, "09:15"),
        ("a quarter to ten", None, None),
        ("ten to twelve people", "19:30", None),
        ("half of the members", "19:30", None),
        ("25 to 9000 homes", "19:30", None),
        ("a quarter past", "19:30", None),
    ],
)
def test_times_in_words(text: str, after: str | None, expected: str | None) -> None:
    assert time_in_words(text, after=after) == expected
    assert expected is None or may_tell_time_in_words(text)


@given(st.lists(st.sampled_from(["half ", "past ", "to ", "ten ", "quarter ", "nine ", "o'clock ", "pm", "45 ", "."])))
def test_a_time_in_words_is_a_time_of_day(words: list[str]) -> None:
    found = time_in_words("".join(words), after="19:30")
    assert found is None or (len(found) == 5 and int(found[:2]) < 24 and int(found[3:]) < 60)
