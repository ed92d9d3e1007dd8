"""Answers to a roll call behind its label, which open no paragraph of an item."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy

# What a roll call gives of each: "Ann Moor - present; Bo Ray - absent", "Ms. Day - yes".
_ANSWER = r"(?:present|absent|here|excused|yes|no|aye|nay|yea|abs\w+|for|against)\b"
_ANSWERS = lazy(rf"[^:]{{4,60}}:\s+[^.;:]{{2,60}}?(?:\.[^.;:]{{1,40}})?(?: - |-|: | \(){_ANSWER}", re.IGNORECASE)
# One of these stands in all of that; it opens with a mark, which is found fast.
_AN_ANSWER = lazy(rf"[-:(] ?{_ANSWER}", re.IGNORECASE)


def is_answered(words: str) -> bool:
    """Whether words are a label and what each answered to their name: "Roll call: Ms. Day - yes; Mr. Ray - no"."""
    return _AN_ANSWER.search(words) is not None and _ANSWERS.match(words) is not None
