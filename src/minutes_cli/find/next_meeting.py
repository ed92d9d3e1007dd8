"""The day of the next meeting, where the minutes print it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.text.casing import lowered
from minutes_cli.values.dates import Order, first_date

_NEXT = lazy(r"(?:next|forthcoming)\s+(?:[\w'-]+\s+){0,3}?(?:meeting|session|call)s?\b", re.I)
_DATE_OF = lazy(r"\bdates?\s+of\s+(?:the\s+)?\Z", re.I)
# What may stand before the words where a line opens with them: "12. Dates of", "The".
_OPENS = lazy(
    r"(?:^|[\r\n])[^\w\r\n]*(?:\d[\w./-]*[^\w\r\n]+)?(?:(?:the\s+)?(?:(?:time|day)s?\s+and\s+)?dates?\s+(?:and\s+\w+\s+)?(?:of|for)\s+(?:the\s+)?|the\s+|our\s+)?\Z",
    re.I,
)
_BEFORE = 40  # characters before "next" in which "date of the" may stand
_REACH = 220  # characters behind "next meeting" in which its day may stand


def find_next_meeting(document: Document, meeting: datetime.date | None, order: Order | None) -> datetime.date | None:
    """The first day after the meeting that stands behind the words "next meeting", None where none does.

    A heading or a line that opens with the words counts before a sentence that speaks of the meeting ("to report to
    the next meeting by 3 May").
    """
    if meeting is None:
        return None
    masked = document.layout.masked
    days: list[datetime.date] = []
    announced: list[datetime.date] = []
    for start, end in _places(masked):
        stretch = masked[end : end + _REACH]
        found = first_date(stretch, order)
        if found is not None:
            day = found.on_or_after(meeting)
            between = stretch[: found.start]
            if (
                day
                and meeting < day
                and (day - meeting).days < 400
                and between.replace("p.m.", "").replace("a.m.", "").count(".") <= 1
                and between.count("\n") <= 4
            ):
                days.append(day)
                if _OPENS.search(masked, max(0, start - _BEFORE), start):
                    announced.append(day)
    return min(announced or days, default=None)


def _places(masked: str) -> Iterator[tuple[int, int]]:
    """Where "next meeting" or "date of the next" stands in a text: found by the one word, without a look at each."""
    small = lowered(masked)
    for word in ("next", "forthcoming"):
        place = small.find(word)
        while place >= 0:
            if not (place and small[place - 1].isalnum()):
                match = _NEXT.match(masked, place)
                if word == "next" and _DATE_OF.search(masked, max(0, place - _BEFORE), place):
                    yield place, place + len(word)
                elif match:
                    yield place, match.end()
            place = small.find(word, place + 1)
