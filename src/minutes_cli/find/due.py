"""Deadlines: the words in a task that set its time, the day that they name, and the last day that they allow."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from minutes_cli.find.due_dates import DueDates
from minutes_cli.find.due_matters import Matters
from minutes_cli.find.due_words import (
    APART,
    AT_THE_LATEST,
    BEFORE_CLAUSE,
    BEFORE_DATE,
    DATE_BEHIND,
    GOING_ON,
    IF,
    LABEL,
    MONTH_ALONE,
    DueWords,
    may_set_time,
    parts_of,
    trimmed,
)
from minutes_cli.patterns import lazy
from minutes_cli.records import Due
from minutes_cli.rules.match import Rules
from minutes_cli.values.dates import Order, find_dates, month_number
from minutes_cli.values.periods import last_day

_DASHED = lazy(r"\s-+\s+(?P<due>[^-()]{3,40})$")
_GAPPED = lazy(r"(?<=\S)[ ]{3,}(?P<due>\S(?:[^\s()]|[ ](?![ ])){2,40})\s*$")  # a last column of a flattened table
# "Sat. 9/26"
_DAY_MONTH = lazy(
    r"\W*(?:(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(\d{1,2})/(\d{1,2})\W*",
    re.IGNORECASE,
)

_GAP = lazy(r"(?<= ) +")
_LONGEST = 3000  # characters of a task in which its deadline is looked for


class Dues:
    """Finds deadlines in one document.

    ``order`` is the order of its figures, ``meeting`` the day that relative words count from, ``next_meeting`` the
    printed day of the next one.
    """

    def __init__(
        self,
        rules: Rules,
        order: Order | None = None,
        meeting: datetime.date | None = None,
        next_meeting: datetime.date | None = None,
    ) -> None:
        self._rules = rules
        self._order = order
        self._meeting = meeting
        self._next = next_meeting
        self._alone = rules.regex(r"{due_alone}", ignore_case=True)
        self._matters = Matters(rules)
        self._days = DueDates(rules, self._matters, order, meeting)

    def find(self, text: str) -> DueWords | None:
        """The words of a task that set its time: a date where one does, else what the rules find first."""
        text = text[:_LONGEST]
        if not may_set_time(text):
            return None
        if "  " not in text.rstrip():
            return self._find(text)
        found = self._find(_GAP.sub("", text))
        if found is None:
            return None
        places = _places_without_gaps(text)
        start, end = places[found.start], places[found.end - 1] + 1
        if found.date is None:
            return replace(found, start=start, end=end)
        date = replace(found.date, start=places[found.date.start], end=places[found.date.end - 1] + 1)
        return replace(found, start=start, end=end, date=date)

    def _find(self, text: str) -> DueWords | None:
        dated = self._days.find(text)
        if dated is not None:
            return dated
        conditional: DueWords | None = None
        for match in self._rules.find("due", "sentence", text):
            start, end = trimmed(text, match.start, match.end)
            latest = AT_THE_LATEST.match(text, end)
            end = latest.end() if latest else end
            if end <= start:
                continue
            if (dated := self._with_date(text, start, end)) is not None:
                return dated
            month, meeting = match.rule.id == "due.month", "meeting" in match.rule.id
            if self._matters.hold(text, start, end, month=month, meeting=meeting):
                continue
            clause = BEFORE_CLAUSE.search(text, 0, start)
            if clause:
                return DueWords(clause.start(), end)
            found = DueWords(start, end, latest=match.rule.set.get("latest"), parts=parts_of(text, match))
            if not IF.search(text, 0, start):
                return found
            conditional = conditional or found
        return conditional

    def _with_date(self, text: str, start: int, end: int) -> DueWords | None:
        """Words that set a time with the date right behind them: "before Opening Day, 16th April"."""
        follows = DATE_BEHIND.match(text, end)
        dates = find_dates(text[follows.end() : follows.end() + 30], self._order) if follows else []
        if not follows or not dates or dates[0].start or dates[0].day is None:
            return None
        stop = follows.end() + dates[0].end
        return DueWords(start, stop, replace(dates[0], start=follows.end(), end=stop))

    def last_date(self, text: str) -> DueWords | None:
        """The date that words end with, whatever stands before it: "AB 11 October"."""
        dates = [found for found in find_dates(text, self._order) if found.day is not None]
        if not dates or text[dates[-1].end :].strip(" .)];,"):
            return None
        return DueWords(dates[-1].start, dates[-1].end, dates[-1])

    def whole(self, text: str) -> bool:
        """Whether words are a deadline and nothing else, as in the cell of a column."""
        bare = text.strip(" .:;,()[]-")
        if not bare or len(bare) > 60:
            return False
        label = LABEL.match(bare)
        rest = bare[label.end() :] if label else bare
        if month_number(rest.split(" ", 1)[0]) and MONTH_ALONE.fullmatch(rest):
            return True
        if self._alone.fullmatch(rest):
            return True
        if _DAY_MONTH.fullmatch(rest):
            return self._days.short(f"by {rest}") is not None
        dates = find_dates(rest, self._order)
        if (
            dates
            and BEFORE_DATE.fullmatch(rest[: dates[0].start])
            and dates[0].start <= 30
            and len(rest) - (dates[-1].end - dates[0].start) <= 14
        ):
            return True
        found = self.find(rest)
        return found is not None and found.end - found.start >= 0.7 * len(rest)

    def is_past(self, text: str) -> bool:
        """Whether words hold a date with its year before the meeting: when a task was given, not its deadline."""
        dates = find_dates(text, self._order)
        day = dates[0].on_or_after(self._meeting) if dates and dates[0].year else None
        return day is not None and self._meeting is not None and day < self._meeting

    def apart(self, text: str) -> tuple[int, tuple[int, int]] | None:
        """Where a task ends that a labelled deadline follows ("- Due: 3 March"), and the offsets of the deadline."""
        match = APART.search(text) or _DASHED.search(text)
        if match is None and (gapped := _GAPPED.search(text)) and not GOING_ON.search(text, 0, gapped.start()):
            found = self.find(gapped["due"])  # "fix the **old** job before May", its mark-up blanked, has no column
            match = gapped if found is None or found.start == 0 else None
        if match is None or match.start() == 0 or not self.whole(match["due"]) or self.is_past(match["due"]):
            return None
        return match.start(), match.span("due")

    def find_apart(self, text: str) -> DueWords:
        """The deadline that words which stand apart state: its date wherever it stands in them, else their rule."""
        label = LABEL.match(text)
        begin = label.end() if label else 0
        rest = text[begin:]
        dates = find_dates(rest, self._order)
        short = _DAY_MONTH.fullmatch(rest)
        named = self._days.day_month(int(short[1]), int(short[2]), 0, len(rest)) if short else None
        if named is not None:
            return DueWords(begin, len(text), named)
        if len(dates) == 1 and dates[0].precision == "day":
            return DueWords(begin, len(text), dates[0])
        found = self.find(rest) if len(dates) < 2 else None
        return found or DueWords(begin, len(text))

    def value(self, found: DueWords, words: str) -> Due | None:
        """The record of words that set a time."""
        words = words.strip(" .,;:")
        if not words:
            return None
        if found.date is not None:
            day = found.date.on_or_after(self._meeting)
            if day is not None:
                return Due(text=words, date=day.isoformat(), latest=day.isoformat())
            return Due(text=words)
        latest = self._next if found.latest == "meeting" else None
        if latest is None and found.latest and self._meeting:
            latest = last_day(found.latest, found.parts, self._meeting)
        return Due(text=words, latest=latest.isoformat() if latest else None)

    def is_open(self, found: DueWords) -> bool:
        """Whether the day depends on an order of figures that the document doesn't settle."""
        return found.date is not None and found.date.ambiguous


def _places_without_gaps(text: str) -> list[int]:
    """Where the characters stood of a text with one blank for each gap that a wrap with a margin leaves."""
    places: list[int] = []
    position = 0
    for gap in _GAP.finditer(text):
        places.extend(range(position, gap.start()))
        position = gap.end()
    places.extend(range(position, len(text)))
    return places
