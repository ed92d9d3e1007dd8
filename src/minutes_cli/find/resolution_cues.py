"""Cues: whether a text holds anything that a decision may be told with, so that rules need be run on it."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_TALLY = lazy(r"\(\d{1,3}\)[ \t]*(?:[:\r\n]|\Z)")
_PAIR = lazy(r"[(\[]\s*[A-Z][^()/\[\]]{0,40}/\s*[A-Z][^()/\[\]]{0,99}[)\]][\s.]*\Z")  # "(Cllr Vole / Cllr Reed)"
_SCORE = lazy(r"\W{0,2}\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?\d{1,2})?\W{0,2}")  # "5/0." as a sentence
_SCORE_LENGTH = 14


def is_cued(rules: Rules, text: str) -> bool:
    """Whether a word stands in a text that a decision may be told with, so that it need be read."""
    return (
        rules.cued("decision_cue", text)
        or (len(text) < _SCORE_LENGTH and _SCORE.fullmatch(text) is not None)
        or ((")" in text or "]" in text) and (_TALLY.search(text) is not None or _PAIR.search(text) is not None))
    )
