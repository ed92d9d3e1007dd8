"""Times of day, and figures that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.values.times import find_times, may_tell_time


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
