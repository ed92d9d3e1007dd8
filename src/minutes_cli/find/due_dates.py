"""Days as deadlines: the dates in a task that a frame such as "by" or the name of a meeting makes its deadline."""

from __future__ import annotations

import datetime
import re

from minutes_cli.find.due_matters import Matters
from minutes_cli.find.due_words import (
    BACK,
    BEFORE_EVENT,
    BRACKETED,
    FURTHER,
    MORE_DAYS,
    ON_MEETING,
    SHORT_DATE,
    DueWords,
)
from minutes_cli.rules.match import Rules
from minutes_cli.values.date_signs import may_hold_date
from minutes_cli.values.dates import DateMatch, Order, find_dates


class DueDates:
    """Finds the dates that are deadlines. ``order`` is that of the document's figures, ``meeting`` its day."""

    def __init__(self, rules: Rules, matters: Matters, order: Order | None, meeting: datetime.date | None) -> None:
        self._matters = matters
        self._order = order
        self._meeting = meeting
        self._frame = rules.regex(
            r"(?<![\w]){due_frame}:?\s+(?:(?:the|our|its|next|this|the\s+coming)\s+)?$", ignore_case=True
        )
        self._deadline = rules.regex(r"\b{due_deadline}$", ignore_case=True)
        self._not_frame = rules.regex(r"(?<![\w]){not_due_frame}\s+(?:the\s+)?$", ignore_case=True)
        self._of_meeting = rules.regex(
            r"\s+(?:\w+\s+){0,2}(?:{due_meeting}|deadline|closing\s+date)\b", ignore_case=True
        )
        self._happening = rules.regex(
            r"(?<!in[ ]time[ ])(?<!back[ ])(?<!ready[ ])(?<!readiness[ ])(?<!ahead[ ])"
            r"\b(?:for|of|about|from|to|re|regarding)\s+(?:(?:the|a|an|our|this|their|his|her)\s+)?(?:[\w'-]+\s+){0,2}"
            r"{due_happening}\s+on\s+(?:the\s+)?$",
            ignore_case=True,
        )
        self._meets = rules.regex(r"{due_meeting},?\s+(?:(?:on|of)\s+)?(?:the\s+)?$", ignore_case=True)  # ends an event
        self._event = rules.regex(
            r"(?:{due_by}\s+)?(?:(?:the|our|its|next|a)\s+)*(?:(?!(?:to|at|by|in|on|for|it|of|with|and)\s)[\w-]+\s+){0,3}{due_meeting},?\s+"
            r"(?:(?:on|of)\s+)?(?:the\s+)?$",
            ignore_case=True,
        )

    def find(self, text: str) -> DueWords | None:
        """The date that sets the time of a task, written out or in two figures."""
        return self._dated(text) or self.short(text)

    def _dated(self, text: str) -> DueWords | None:
        """The date that sets the time: the first behind "by" and its like, else behind "on"; two joined name no day."""
        best: DueWords | None = None
        written = find_dates(text, self._order) if may_hold_date(text) else []
        dates = [found for found in written if found.day is not None]
        for place, found in enumerate(dates):
            start = self._framed(text, found)
            if start is None or self._matters.belong_to_clause(text, start, found.end):
                continue
            end = self._end(text, start, found)
            joined = dates[place + 1] if place + 1 < len(dates) else None
            if joined and re.fullmatch(
                r"\s*(?:,|and|or|to|-|&|/|and\s+the|and\s+on)\s*(?:the\s+)?", text[end : joined.start], re.I
            ):
                return DueWords(start, joined.end)
            days = MORE_DAYS.match(text, end)
            if days:
                return DueWords(start, days.end())
            if "(" in text[start : found.start]:
                return DueWords(start, end, found)
            if re.match(r"(?:by|before|no|not|due|deadline|until|to be)\b", text[start:], re.IGNORECASE):
                return DueWords(start, end, found)
            best = best or DueWords(start, end, found)
        return best

    def _end(self, text: str, start: int, found: DateMatch) -> int:
        """Where the words of a dated deadline end: behind the bracket or "meeting" that belongs to the date."""
        if "(" in text[start : found.start]:
            return found.end + text.startswith(")", found.end)
        named = self._of_meeting.match(text, found.end) if text[start : found.start].endswith("the ") else None
        return named.end() if named else found.end

    def short(self, text: str) -> DueWords | None:
        """A day and a month in figures behind "by": "by 29/2"."""
        short = SHORT_DATE.search(text) if "/" in text else None
        if short is None:
            return None
        found = self.day_month(int(short["a"]), int(short["b"]), short.start("a"), short.end())
        return DueWords(short.start(), short.end(), found) if found else None

    def day_month(self, first: int, second: int, start: int, end: int) -> DateMatch | None:
        """The day and month of two figures in the document's order; None where they are none."""
        day, month = (second, first) if (self._order == "mdy" and first <= 12) or second > 12 else (first, second)
        return DateMatch(start, end, day, month, None) if 1 <= month <= 12 and 1 <= day <= 31 else None

    def _framed(self, text: str, found: DateMatch) -> int | None:
        """Where the words begin that make a date a deadline; None where it tells when something was."""
        left = max(0, found.start - 80)
        before = text[left : found.start]
        if re.fullmatch(r"[\s(\[:,-]*", text[: found.start]) and re.fullmatch(r"[\s)\].,:;-]*", text[found.end :]):
            return found.start
        day = found.on_or_after(self._meeting)
        past = day is not None and self._meeting is not None and day < self._meeting
        ahead = BRACKETED.search(before) or BEFORE_EVENT.search(before)
        if ahead and not past:
            return left + ahead.start()
        if deadline := self._deadline.search(before):
            return left + deadline.start()
        frame, other = self._frame.search(before), self._not_frame.search(before)
        if (
            other is None
            and frame
            and frame[0].lower().startswith("for")
            and self._matters.precedes(before, frame.start())
        ):
            return None
        if self._happening.search(before):
            return None  # "the posters for the concert on 2 April"
        event = self._event.search(before) if self._meets.search(before) else None
        if event and not ON_MEETING.match(event[0]):
            return None if past else left + event.start()
        if other is not None and (frame is None or frame.start() >= other.start()):
            return None
        if (
            frame is None
            and day is not None
            and not past
            and BACK.search(before)
            and not text[found.end :].strip(" .;)")
        ):
            return found.start  # "to report back April 1."
        if frame is None or (past and not re.match(r"(?:by|before|due|no|not|deadline)\b", frame[0], re.IGNORECASE)):
            return None
        start = left + frame.start()
        further = FURTHER.search(text, max(0, start - 20), start)
        return further.start() if further else start
