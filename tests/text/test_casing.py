"""Lower case that keeps offsets."""

from __future__ import annotations

import pytest

from minutes_cli.text.casing import lowered


@pytest.mark.parametrize(
    ("text", "small"),
    [
        pytest.param("Date of NEXT Meeting", "date of next meeting", id="capitals"),
        pytest.param("İpek Yol, NEXT", "ipek yol, next", id="a letter whose small one is two"),
    ],
)
def test_lower_case_is_as_long(text: str, small: str) -> None:
    assert (lowered(text), len(lowered(text))) == (small, len(text))
