"""How the entries of a list of actions fared: notes under them, progress behind a dash, sentences on all of them."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy

# A line under a task that tells how it stands.
NOTE = lazy(r"\W*(?:status|update|progress|outcome)\s*:\s*", re.I)
_PROGRESS = lazy(
    r"(?<=\w)\s+-+\s+(?!(?:due|by|before)\b)|(?<=\w)\.\s+(?=(?:ongoing|in\s+(?:hand|progress)|outstanding|carried|"
    r"c/f|not\s+yet|still|no\s+(?:report|progress|reply|response|news)|awaiting|pending|complete|done|to\s+be\s+carried)\b)",
    re.I,
)
# A list of the actions of an earlier meeting, and how one of them stands: "chase the arrears - Flat 9 has paid".
_BEFORE = lazy(
    r"\b(?:matters?\s+arising|last|previous|earlier|outstanding|review|carried|brought|progress|updates?|meeting\s+(?:no\.?\s+)?\d+|old|from\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b",
    re.I,
)
# A sentence that tells how the actions of an earlier meeting fared.
TOLD = lazy(
    r"\W*(?:The|All|Most|It|Both|Members|Actions?)\b[^.:]{0,80}?\s(?:was|were|had|has|have)\s+(?:been\s+)?\w+(?:ed|wn|en)\b"
)


_FARED = lazy(
    r"\b(?:has|have|had|was|were)\b|\b\w+(?:ed|sent|paid|made|bought|done|held|built|given|met|out|up)[\s.!]*$"
)
_AHEAD = lazy(r"\b(?:to|not|still|will|would|yet|no|needs?|must)\b", re.IGNORECASE)


def has_fared(words: str) -> bool:
    """Whether what stands behind an owner's name tells what they did: "hall booked", "has rung the estate"."""
    return bool(_FARED.search(words)) and not _AHEAD.search(words)


def is_of_before(title: str) -> bool:
    """Whether the title of a list tells that it is of the actions of an earlier meeting."""
    return bool(_BEFORE.search(title))


def is_arising(title: str) -> bool:
    """Whether the title of a list is of matters that an earlier meeting left, told one by one."""
    return "arising" in title.lower() and "matter" in title.lower()


def before_progress(text: str, start: int, end: int) -> int:
    """Where a task ends that is followed by how it stands."""
    told = _PROGRESS.search(text, start, end)
    return told.start() if told else end
