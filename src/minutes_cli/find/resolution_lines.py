"""Lines that tell of decisions but are none: of an agenda, to sign, of another meeting, or behind what was decided."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

_SAID = r"(?:moved|seconded|2nd|carried|passed|unanimous\w*|prop)"
AT_LAST_MEETING = lazy(
    r"\b(?:at|from)\s+(?:the|our|its)\s+(?:(?:last|previous)\s+(?:\w+\s+)?meeting|(?:last\s+)?(?:\w+\s+)?\d{4}\s+\w+"
    r"|(?:last|previous)\s+(?:agm|conference|assembly))\W*$|^\W*in\s+\d{4}\W*$",
    re.IGNORECASE,
)
# A line of an agenda, or one to sign at the end of the minutes: neither is a decision.
AGENDA = lazy(
    rf"^\W*(?=[acfist])(?:(?:to|for)\s+(?:approve|agree|confirm|consider|receive|adopt|sign|accept|note|decide)\b(?!.*\b{_SAID}\b)"
    r"|I\s+(?:hereby\s+)?certify\b|these\s+minutes\s+(?:were|are|have\s+been)\s[^.]{0,60}?\b(?:at|in)\s+(?:a|an|the|its|our)\s+"
    r"(?:\w+\s+){0,3}meeting\b|(?:confirmed|approved|signed|accepted)\b.{3,100}?(?:\.{6}|_{4})"
    r"|(?:confirmed|approved|signed|accepted)\b(?!.*\bvote\b).{0,100}?\bthis\s+[\W_]*(?:\d\w*\s+)?day\s+of\b)",
    re.I,
)
AFTERMATH = lazy(
    r"\W*(?:actions?\b|\(|supporting|additional|signed|note\b|the meeting|next meeting|page\b|\d+ of \d+)",
    re.IGNORECASE,
)
# Whose motion was carried or voted on: "Bob's motion was carried", "A vote was taken on Cllr Vole's proposal".
WHOSE = lazy(
    r"\W*(?:[Aa]\s+vote\s+was\s+(?:\w+\s+){1,2}on\s+)?(?:[A-Z][\w.-]*\s+){0,4}?"
    r"([A-Z][\w-]*)'s?\s+(?:motion|amendment|proposal)\b"
)
# "The above resolution was carried", on the motion of somebody.
OF_WHAT_IS_RESOLVED = lazy(
    r"\W*(?:on\s+(?:a\s+|the\s+)?motion\s+(?:of|by|from)\s[^;:]{3,120}?,\s+)?"
    r"(?:the|this)\s+(?:(?:above|said|foregoing)\s+)?resolution\s+(?:was|is)\b",
    re.IGNORECASE,
)
_TO_BE = lazy(r"\bbe\s+(?:not\s+)?$", re.IGNORECASE)
# Of the motion that stands before, alone or with what became of it: "Jo moved the motion, and it was agreed".
MOVES_IT = lazy(
    r"[^,;]{3,50}\s(?:proposed|moved)\s+(?:the|this|that|his|her|their)\s+motion"
    r"(?:\W*$|\s+(?:and|but)\b|,\s+(?!that\b|to\b)\w)"
)


def is_asked_for(decision: Match, motion: Match, text: str) -> bool:
    """Whether capitals mark but what a motion asks for: "Cllr Vole proposed that permission be GRANTED"."""
    if decision.rule.id != "resolution.marked" or motion.start >= decision.start:
        return False
    return _TO_BE.search(text, max(0, decision.start - 12), decision.start) is not None
