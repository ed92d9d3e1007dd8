"""The day of the next meeting, where the minutes print it."""

from __future__ import annotations

import datetime
import re

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.values.dates import Order, find_dates

_NEXT = lazy(
    r"\b(?:next|forthcoming)\s+(?:[\w'-]+\s+){0,3}?(?:meeting|session|call)s?\b|\bdates?\s+of\s+(?:the\s+)?next\b", re.I
)
_REACH = 220  # characters behind "next meeting" in which its day may stand


def find_next_meeting(document: Document, meeting: datetime.date | None, order: Order | None) -> datetime.date | None:
    """The first day after the meeting that stands behind the words "next meeting", None where none does."""
    if meeting is None:
        return None
    masked = document.layout.masked
    days: list[datetime.date] = []
    lowered = masked.lower()
    if "next" not in lowered and "forthcoming" not in lowered:
        return None
    for match in _NEXT.finditer(masked):
        stretch = masked[match.end() : match.end() + _REACH]
        for found in find_dates(stretch, order)[:1]:
            day = found.on_or_after(meeting)
            between = stretch[: found.start]
            if (
                day
                and meeting < day
                and (day - meeting).days < 400
                and between.count(".") <= 1
                and between.count("\n") <= 4
            ):
                days.append(day)
    return min(days, default=None)
