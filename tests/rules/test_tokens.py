"""Token rules: spaCy is given but the words among which a rule can hold, and finds what it finds in the sentence."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_cli.rules import tokens
from minutes_cli.rules.schema import Rule
from minutes_cli.rules.tokenizer import SentenceTokenizer
from minutes_cli.rules.tokens import TokenMatcher

WORDS = {"adverbs": ("also", "then"), "verbs": ("write", "send")}
WILL: list[dict[str, Any]] = [
    {"LOWER": "will", "as": "cue"},
    {"LOWER": {"IN": "@adverbs"}, "OP": "*"},
    {"LOWER": {"IN": "@verbs"}, "as": "verb"},
]
ANY_VERB: list[dict[str, Any]] = [{"IS_TITLE": True, "as": "who"}, {"LOWER": "to"}, {"IS_LOWER": True, "as": "verb"}]
LOOSE: list[dict[str, Any]] = [
    {"LOWER": "asked"},
    {"LOWER": {"NOT_IN": ["to"]}, "OP": "+", "as": "who"},
    {"LOWER": "to"},
    {"IS_LOWER": True, "as": "verb"},
]
BARRED: list[dict[str, Any]] = [
    {"LOWER": "asked"},
    {"LOWER": {"NOT_IN": ["to", ";"]}, "OP": "+", "as": "who"},
    {"LOWER": "to"},
    {"LOWER": {"NOT_IN": ["the", ";"]}, "as": "verb"},
]


def a_rule(pattern: list[dict[str, Any]]) -> Rule:
    return Rule(
        id="undertaking.trial",
        why="A rule for this test alone.",
        on="sentence",
        tokens=[pattern],
        accepts=[{"text": "x"}],
        rejects=[{"text": "y"}],
    )


def found(pattern: list[dict[str, Any]], text: str) -> list[str]:
    rule = a_rule(pattern)
    matches = TokenMatcher([rule], WORDS).find([rule.id], text)
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (WILL, "She will not write and they will go, send or write", []),
        (WILL, "She will also write and then send it and will then send more", ["will also write", "will then send"]),
        (WILL, "She will  also   write", ["will  also   write"]),
        (ANY_VERB, "to sing", []),
        (ANY_VERB, "It is for Ann to see, and Bob to do", ["Ann to see", "Bob to do"]),
        (ANY_VERB, "Ann  to  see", ["Ann  to  see"]),
        (ANY_VERB, "Ann to Bob to do", ["Bob to do"]),
        (LOOSE, "He asked Ann of the long lane to sing to them", ["asked Ann of the long lane to sing"]),
        (LOOSE, "He asked to sing", []),
        (BARRED, "He asked Ann; she asked Bob to sing", ["asked Bob to sing"]),
        (
            BARRED,
            "He asked Ann to sing; Bob was asked ; Cas, asked them to go",
            ["asked Ann to sing", "asked them to go"],
        ),
    ],
)
def test_what_a_rule_finds(pattern: list[dict[str, Any]], text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_the_tokens_of_a_word_are_the_same_behind_an_exception_and_when_they_are_kept() -> None:
    rule = Rule(
        id="undertaking.trial",
        why="A rule for this test alone.",
        on="sentence",
        tokens=[WILL],
        accepts=[{"text": "x"}],
        rejects=[{"text": "y"}],
    )
    tokenizer = SentenceTokenizer([rule], {**WORDS, "honorific_word": ("cllr",), "verbs": ("write", "co-write")})
    text = "I'm sure cllr. O'Dea's (new) re-count, i.e. 3,5km, won't co-write Ravi'll do it"
    words = ["I", "'m", "sure", "cllr.", "O'Dea", "'s", "(", "new", ")", "re", "-", "count", ",", "i.e.", "3,5", "km"]
    words += [",", "wo", "n't", "co-write", "Ravi", "'ll", "do", "it"]

    assert [token.text for token in tokenizer.parted(text, text.split())] == words
    assert [token.text for token in tokenizer.parted(text, text.split())] == words
    assert [token.idx for token in tokenizer.parted("  Ravi'll", ["Ravi'll"])] == [0, 2, 6]


def test_the_words_that_spacy_keeps_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_MOST", 5_000)
    matcher = TokenMatcher([a_rule(WILL)], WORDS)
    kept = []
    for number in range(6_000):
        (match,) = matcher.find(["undertaking.trial"], f"Resident{number} will also write")
        assert (match.start, match.groups["verb"]) == (len(f"Resident{number} "), (match.end - 5, match.end))
        kept.append(len(matcher._tokenizer.vocab.strings))
    assert kept[0] < 5_000 <= max(kept) < 5_010
    assert kept != sorted(kept)
