"""Every example of every shipped rule, one test each: what it accepts it must win, near misses it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from minutes_cli.rules import load_rules
from minutes_cli.rules.check import check_accept, check_reject
from minutes_cli.rules.schema import Rule

RULES = load_rules()


def _examples(side: str) -> Iterator[Any]:
    for rule in RULES.all():
        for number, example in enumerate(getattr(rule, side), start=1):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(_examples("accepts")))
def test_rule_wins_what_it_accepts(rule: Rule, example: dict[str, Any]) -> None:
    assert list(check_accept(RULES, rule, example)) == []


@pytest.mark.parametrize(("rule", "example"), list(_examples("rejects")))
def test_rule_leaves_near_misses_alone(rule: Rule, example: dict[str, Any]) -> None:
    assert list(check_reject(RULES, rule, example)) == []


def test_every_fragment_and_pattern_compiles() -> None:
    for rule in RULES.all():
        if rule.pattern is not None:
            RULES.compiled(rule)
