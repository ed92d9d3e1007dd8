"""Cues: whether a text holds anything that a decision may be told with, so that rules need be run on it."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_TALLY = lazy(r"\(\d{1,3}\)[ \t]*(?:[:\r\n]|\Z)")
_PAIR = lazy(r"[(\[]\s*[A-Z][^()/\[\]]{0,40}/\s*[A-Z][^()/\[\]]{0,99}[)\]][\s.]*\Z")  # "(Cllr Vole / Cllr Reed)"
_SCORE = lazy(
    r"\W{0,2}(?:[Cc]'?d\W{1,3})?\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?\d{1,2})?\W{0,2}"
)  # "5/0." as a sentence, "Cd 5-1."
_SCORE_LENGTH = 14
_LETTERS = lazy(r"\W*Y\s*[:=-]\s*\d{1,3}\W{1,8}N\s*[:=-]\s*\d")  # "Y: 4  N: 1  A: 0"
_LETTERS_LENGTH = 40


def is_cued(rules: Rules, text: str) -> bool:
    """Whether a word stands in a text that a decision may be told with, so that it need be read."""
    return (
        rules.cued("decision_cue", text)
        or (len(text) < _SCORE_LENGTH and _SCORE.fullmatch(text) is not None)
        or (len(text) < _LETTERS_LENGTH and "Y" in text and _LETTERS.match(text) is not None)
        or ((")" in text or "]" in text) and (_TALLY.search(text) is not None or _PAIR.search(text) is not None))
    )
