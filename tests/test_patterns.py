"""Patterns that are compiled when they are first used."""

import re

import pytest

from minutes_cli.patterns import lazy


def test_matches_as_the_compiled_pattern_does() -> None:
    pattern = lazy(r"(?P<who>[a-z]+) to", re.IGNORECASE)
    found = pattern.search("JO to write")
    assert found is not None and found["who"] == "JO"
    assert pattern.pattern == r"(?P<who>[a-z]+) to" and pattern.groupindex == {"who": 1}
    assert [match.start() for match in pattern.finditer("a to b to")] == [0, 5]


def test_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile

    def counting(source: str, flags: int = 0) -> re.Pattern[str]:
        made.append(source)
        return compiled(source, flags)

    monkeypatch.setattr("minutes_cli.patterns.re.compile", counting)
    pattern = lazy("x+")
    assert not made
    assert pattern.match("xx") and pattern.fullmatch("xxx") and not pattern.match("y")
    assert made == ["x+"]


def test_tells_of_an_error_at_its_first_use() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("a")
