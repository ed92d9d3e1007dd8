"""Where clauses open, told by looks that spare the pattern for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.find import undertaking_subjects
from minutes_cli.find.undertaking_subjects import opens_clause

PIECES = ["so", "and", "If", "Once", "the", " ", "  ", "--", *"-:;.?)•,>\"'", "Jo"]


@pytest.mark.parametrize(
    ("before", "opens"),
    [
        ("", True),
        ("  ", True),
        ("It was wet, so ", True),
        ("It was agreed: ", True),
        ("If it rains the ", True),
        ("It rained and ", False),
        ("a well-", False),
    ],
)
def test_where_a_clause_opens(before: str, opens: bool) -> None:
    assert opens_clause(f"{before}Jo will see to it", len(before)) is opens


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_the_looks_say_what_the_pattern_does(before: str) -> None:
    found = undertaking_subjects._BOUNDARY.search(before)
    assert opens_clause(before, len(before)) is (found is not None)
