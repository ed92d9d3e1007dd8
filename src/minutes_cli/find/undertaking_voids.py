"""Voids: frames of undertakings that give nobody a task, for they tell of the past or stand in a quotation."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.text.casing import lowered
from minutes_cli.text.layout import Block

_CUT = lazy(r"[;:]\s|\s-+\s")
# What was said before and what will be done now, in one sentence: "had offered to draw it up and will send it".
_NOW = lazy(r"(?:\w+\s+)?(?:will|shall|'ll)\b")
_TO_COME = lazy(r"(?:\w+\s+)?(?:will|shall|'ll|is|are|to)\b")
_LAST = lazy(r"last\b|at\s.*\b(?:last|previous)\b", re.IGNORECASE)
_AND_NOW = lazy(r"(?:(?!\bthat\b).)*\b(?:and|but|so)\b(?:(?!\bthat\b).)*$")
_MOTION = lazy(
    r'\s*(?:Res[^":]{0,30}:\s*)?"(?:(?i:resolved,?\sthat)|That|This\s(?:[BCUMHASP][a-z]{4,10}|AGM)|We)\s[^"]*"?\W*$'
)  # a motion printed in quotation marks, whole


class Voids:
    """Judges the frames found in one document."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._past = rules.regex("{undertaking_past}")

    def holds(self, text: str, match: Match, block: Block) -> bool:
        """Whether the frame tells of the past, stands in a quotation or is denied."""
        if text.count('"', 0, match.start) % 2 and not _MOTION.match(text):
            return True
        if not self._rules.cued("undertaking_past_cue", block.text):
            return False
        clause = max((mark.end() for mark in _CUT.finditer(text, 0, match.start)), default=0)
        past = self._past.search(lowered(text), clause)
        if past is None:
            return False
        if past.start() >= match.end and _LAST.match(past[0]) and _TO_COME.match(text, match.start):
            return False  # "Jo will compare it with that of last year"
        return not (_NOW.match(text, match.start) and _AND_NOW.match(text, past.end(), match.start))
