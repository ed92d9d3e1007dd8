"""Reported: whether a match tells what somebody said, or what was decided elsewhere, and no decision of the meeting."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_lines import AT_LAST_MEETING
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match

# "Said Ordinance" tells nothing, nor does "asked for more time" or "the officers' reports".
_REPORTING = (
    r"\b(?<!\bthe\s)(?<!\ball\s)(?<!'s\s)(?<!s'\s){reporting}\b(?!\s+(?:ordinance|motion|resolution|amendment)\b"
    r"|(?<=asked)\s+for\b(?!\s*$|\s+(?:an?|the)\s+(?:amendment|motion|vote|resolution)\b))"
)
_COMMA = lazy(
    r"[,;:]|\b(?:and|so)\s+(?:the|this|a|any)\s+(?:item|matter|application|question|decision|proposal|motion|vote|discussion|debate)\b",
    re.IGNORECASE,
)
# Their subject stands before the match, so that "and" or "but" before it doesn't begin a clause of its own.
_SUBJECTLESS = ("resolution.passive", "resolution.elected", "resolution.passive-and", "resolution.deferred")
_CLAUSE_BREAK = lazy(r"[,;:]|\band\s+(?:so\s+)?$|\bbut\s+$|\bthen\s+$")
_REPORTED_OUT = lazy(r"\bvoted\b", re.IGNORECASE)  # "reported that the board voted to", behind closed doors
# "…, he explained": who said all this, behind it.
_TOLD_BEHIND = lazy(
    r",\s+(?:he|she|they|(?:[A-Z][\w.'-]*\s+){1,3})\s*(?:said|explained|added|reported|stated|told(?:\s+\w+){1,3})\W*$"
)
_TAIL = 60
_SUBJECT = lazy(
    r"\b(?:he|she|they)\s+$|\band\s+(?:then\s+|therefore\s+|so\s+)?(?:(?:agreed|decided|wished|asked)\s+to\s+)?$",
    re.IGNORECASE,
)


def is_reported(rules: Rules, match: Match, text: str) -> bool:
    """Whether the clause of a match tells what somebody said, or what was decided at another meeting."""
    if _TOLD_BEHIND.search(text[-_TAIL:]):
        return True
    before = text[max(0, match.start - 300) : match.start]
    if not before or _REPORTED_OUT.search(text, match.start, match.end):
        return False
    if AT_LAST_MEETING.search(before):
        return True
    withdrawn = match.rule.set.get("outcome") == "withdrawn" and _SUBJECT.search(before)  # "After Jo spoke she …"
    if withdrawn or text.startswith((",", ";", ":"), match.start):
        return False
    broken = _COMMA if match.rule.id in _SUBJECTLESS else _CLAUSE_BREAK
    words = list(rules.regex(_REPORTING, ignore_case=True).finditer(before))
    return bool(words) and not broken.search(before, words[-1].end())
