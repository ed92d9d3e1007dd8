"""The look at a sentence before spaCy: it may let too much through, but never keeps back what a rule matches."""

from __future__ import annotations

import pytest

from minutes_cli.rules import load_rules
from minutes_cli.rules.schema import Rule, TokenPattern
from minutes_cli.rules.sieve import Sieve

RULES = load_rules()
WORDS = {"verbs": ("write", "send", "ring-fence")}
RULE = Rule(
    id="undertaking.trial",
    why="A rule for this test alone.",
    on="sentence",
    tokens=[
        [
            {"LOWER": "asked"},
            {"LOWER": {"NOT_IN": ["to", ".", ";"]}, "OP": "+"},
            {"LOWER": "to"},
            {"LOWER": {"IN": "@verbs"}},
        ]
    ],
    accepts=[{"text": "asked Ann to write"}],
    rejects=[{"text": "x"}],
)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("bob asked ann to write", True),
        ("bob asked ann, the clerk, to send it", True),
        ("bob asked ann to sing", False),
        ("to write, ann asked", False),
        ("bob asked ann; it is to write", False),
        ("bob asked mr. j. lee to write", True),
        ("bob told ann to write", False),
        ("bob asked ann to ring-fence it", True),
        ("bob asked ann to fence it", False),
        ("bob asked anaïs to write", True),
        ("bob asked anaïs to sing", False),
        ("“ask”, bob asked 'ann' to write", True),
    ],
)
def test_words_in_order(text: str, may: bool) -> None:
    sieve = Sieve(WORDS)
    assert sieve.passing(sieve.patterns([RULE]), text, lambda _: True) == ([RULE] if may else [])


def test_a_rule_of_several_patterns_is_asked_for_once() -> None:
    rule = RULE.model_copy(update={"tokens": [*(RULE.tokens or ()), [{"LOWER": "asked"}, {"LOWER": "ann"}]]})
    sieve = Sieve(WORDS)
    answers = iter([False])  # a second question would be one too many
    assert sieve.passing(sieve.patterns([rule]), "bob asked ann to write", lambda _: next(answers)) == []


def test_what_the_rules_accept_passes() -> None:
    token_rules = [rule for rule in RULES.all() if rule.tokens is not None]
    kept_back = [
        example["text"]
        for rule in token_rules
        for example in rule.accepts
        if rule.id not in {match.rule.id for match in RULES.find(rule.kind, rule.on, example["text"])}
    ]
    assert len(token_rules) > 20
    assert kept_back == []


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("jo'll write", True),
        ("jo will write", False),
        ("jo's to write", False),
        ("anaïs'll write", True),
        ("we'll see who can write", False),
        ("3: write", True),
        ("3; write", False),
    ],
)
def test_clitics_and_marks_are_words(text: str, may: bool) -> None:
    tokens: list[TokenPattern] = [
        [{"LOWER": "'ll"}, {"LOWER": {"IN": "@verbs"}}],
        [{"LOWER": {"IN": [":", "-"]}}, {"LOWER": {"IN": "@verbs"}}],
    ]
    rule = RULE.model_copy(update={"tokens": tokens})
    sieve = Sieve(WORDS)
    assert sieve.passing(sieve.patterns([rule]), text, lambda _: True) == ([rule] if may else [])
