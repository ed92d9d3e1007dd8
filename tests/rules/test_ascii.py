"""Patterns compiled for texts of ASCII find in them what they find in any text."""

from __future__ import annotations

import re

import pytest

from minutes_cli.rules import load_rules
from minutes_cli.rules.expansions import ascii_flag, in_small
from minutes_cli.text.masks import mask

RULES = load_rules()


@pytest.mark.parametrize(
    ("pattern", "flag"),
    [
        pytest.param(r"\bmoved\s+by\b", re.ASCII, id="words and classes"),
        pytest.param("présents|[^\\W\\d_a-zß-öø-ÿ]", re.ASCII, id="letters that stand for none of ASCII"),
        pytest.param("[À-ſ]", 0, id="a range over a long s"),
        pytest.param("\u017f", 0, id="a long s"),
        pytest.param("\u212a", 0, id="the sign of a kelvin"),
        pytest.param(r"[a-\u0200]", 0, id="an escape"),
    ],
)
def test_a_pattern_is_told_that_may_find_something_else_in_any_case(pattern: str, flag: int) -> None:
    assert ascii_flag(pattern) == flag


@pytest.mark.parametrize(
    ("pattern", "small"),
    [
        pytest.param(r"\bMoved\s+by\b", r"\bmoved\s+by\b", id="capitals"),
        pytest.param(r"\W*(?P<Who>\S+)\s(?P=Who)", r"\W*(?P<Who>\S+)\s(?P=Who)", id="escapes and names of groups"),
        pytest.param(r"(?:lot|[A-F])\s?\d-[0-9]", None, id="a range over capitals"),
        pytest.param("[+-_]", None, id="a range that reaches over capitals"),
        pytest.param(r"\\[]A-Z]", None, id="a range behind a stroke and a bracket"),
        pytest.param(r"\[(?:-A|-b)]-C", r"\[(?:-a|-b)]-c", id="hyphens in no class"),
        pytest.param("(?-i:A)bc", None, id="a case that is asked for"),
        pytest.param(r"\x41", None, id="a letter by its number"),
        pytest.param("[a-zÀ-Þ]", "[a-zÀ-Þ]", id="capitals beyond ASCII"),
        pytest.param("\u017f", None, id="a long s"),
    ],
)
def test_a_pattern_is_turned_to_lower_case_or_known_to_tell_cases_apart(pattern: str, small: str | None) -> None:
    assert in_small(pattern) == small


def test_the_patterns_of_rules_find_the_same() -> None:
    masked = [mask(example["text"]) for rule in RULES.all() for example in [*rule.accepts, *rule.rejects]]
    texts = [text for text in masked if text.isascii()]
    for number, rule in enumerate(RULES.all()):
        if rule.pattern is None:
            continue
        own = [text for example in [*rule.accepts, *rule.rejects] if (text := mask(example["text"])).isascii()]
        find, plain = RULES.finder(rule), RULES.finder(rule, ascii_only=True)
        for text in [*own, *texts[number % 40 :: 40]]:
            assert [match.regs for match in plain(text)] == [match.regs for match in find(text)], rule.id


def test_a_mask_has_no_white_space_but_blanks_and_newlines() -> None:
    white = "".join(filter(str.isspace, map(chr, range(128))))
    assert set(mask(white)) == {" ", "\n", "\r"}
