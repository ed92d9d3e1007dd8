"""Run a rule's own examples: each accept must be won by the rule with the fields it names, no reject may match."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutes_cli.rules.match import Rules
from minutes_cli.rules.schema import Rule
from minutes_cli.text.masks import mask


def check_rules(rules: Rules) -> list[str]:
    """What fails among the examples of all rules, one line each; empty where all hold."""
    return [problem for rule in rules.all() for problem in check_rule(rules, rule)]


def check_rule(rules: Rules, rule: Rule) -> Iterator[str]:
    """What fails among the examples of one rule."""
    for example in rule.accepts:
        yield from check_accept(rules, rule, example)
    for example in rule.rejects:
        yield from check_reject(rules, rule, example)


def check_accept(rules: Rules, rule: Rule, example: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the way an accepted text is matched: by no rule, by another, or with other fields."""
    text = mask(example["text"])
    winner = rules.first(rule.kind, rule.on, text)
    if winner is None:
        yield f"{rule.id}: does not match {example['text']!r}"
        return
    if winner.rule.id != rule.id:
        yield f"{rule.id}: {winner.rule.id} wins {example['text']!r}"
        return
    for name, wanted in example.items():
        if name == "text":
            continue
        span = winner.groups.get(name)
        got = " ".join(text[span[0] : span[1]].split()) if span else rule.set.get(name)
        if got != (" ".join(mask(wanted).split()) if isinstance(wanted, str) else wanted):
            yield f"{rule.id}: {name} is {got!r}, not {wanted!r}, in {example['text']!r}"


def check_reject(rules: Rules, rule: Rule, example: dict[str, Any]) -> Iterator[str]:
    """Whether a near miss is matched by the rule after all."""
    text = mask(example["text"])
    if any(match.rule.id == rule.id for match in rules.find(rule.kind, rule.on, text)):
        yield f"{rule.id}: matches {example['text']!r}, which it must not"
