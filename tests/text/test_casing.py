"""Lower case that keeps offsets."""

from __future__ import annotations

import pytest

from minutes_cli.text.casing import ascii_lowered, lowered


@pytest.mark.parametrize(
    ("text", "small"),
    [
        pytest.param("Date of NEXT Meeting", "date of next meeting", id="capitals"),
        pytest.param("İpek Yol, NEXT", "ipek yol, next", id="a letter whose small one is two"),
    ],
)
def test_lower_case_is_as_long(text: str, small: str) -> None:
    assert (lowered(text), len(lowered(text))) == (small, len(text))


def test_words_of_ascii_stand_where_they_stand_in_lower_case() -> None:
    every = "".join(map(chr, range(0x3000))) + "\ud800\U0001f42e"
    small = ascii_lowered(every)
    assert len(small) == len(every)
    for place, character in enumerate(every):
        plain = character.lower()
        assert small[place] == (plain if plain.isascii() else "?")
