"""The last day that relative words allow ("within two weeks", "by the end of March"), counted from a day.

Weeks run from Monday to Sunday; working days are Monday to Friday, holidays aside.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from minutes_cli.values.dates import WEEKDAYS, month_number

_NUMBERS = {
    name: number
    for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "twenty": 20, "twenty-one": 21, "twenty-eight": 28,
     "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90}  # fmt: skip
_DAY = datetime.timedelta(days=1)


def last_day(kind: str, words: Mapping[str, str], anchor: datetime.date) -> datetime.date | None:
    """The last day that words allow, None where they allow no such day.

    ``kind`` is one of "within", "end", "month", "period", "weekday" and "feast"; ``words`` are the parts of the
    expression by name, in lower case.
    """
    reader = _READERS.get(kind)
    return reader(words, anchor) if reader else None


def _within(words: Mapping[str, str], anchor: datetime.date) -> datetime.date | None:
    count = words.get("n", "")
    number = int(count) if count.isdigit() else _NUMBERS.get(re.sub(r"\s+", " ", count))
    unit = words.get("unit", "").rstrip("s")
    if unit == "fortnight":
        return anchor + 14 * (number or 1) * _DAY
    if number is None or number > 999:
        return None
    if words.get("working") and unit == "day":
        return _working_days(anchor, number)
    if unit in ("day", "week"):
        return anchor + number * (7 if unit == "week" else 1) * _DAY
    if unit == "hour":
        return anchor + -(-number // 24) * _DAY
    return _months_on(anchor, number * (12 if unit == "year" else 1))


def _working_days(anchor: datetime.date, number: int) -> datetime.date:
    day = anchor
    while number:
        day += _DAY
        number -= day.weekday() < 5
    return day


def _months_on(anchor: datetime.date, number: int) -> datetime.date:
    """The same day some months later, or the last of the month where it has no such day."""
    month = anchor.month - 1 + number
    year, month = anchor.year + month // 12, month % 12 + 1
    return min(_month_end(year, month), datetime.date(year, month, 1) + (anchor.day - 1) * _DAY)


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year + month // 12, month % 12 + 1, 1) - _DAY


def _month(words: Mapping[str, str], anchor: datetime.date) -> datetime.date | None:
    month = month_number(words.get("month", ""))
    if month is None:
        return None
    year = int(words["year"]) if words.get("year") else anchor.year + (month < anchor.month)
    if words.get("frame") in ("after", "from"):
        return None
    if words.get("frame") in ("before", "prior to", "until"):
        return datetime.date(year, month, 1) - _DAY
    return _month_end(year, month)


def _end(words: Mapping[str, str], anchor: datetime.date) -> datetime.date | None:
    if words.get("edge") in ("start", "beginning", "middle"):
        return None
    if words.get("month"):
        return _month({"month": words["month"], "year": words.get("year", "")}, anchor)
    period = words.get("period", "")
    if period == "year":
        return datetime.date(anchor.year, 12, 31)
    return _period({"which": "this", "period": period}, anchor) if period in ("week", "month") else None


def _period(words: Mapping[str, str], anchor: datetime.date) -> datetime.date | None:
    if words.get("day"):
        return anchor + (words["day"] == "tomorrow") * _DAY
    which, period = words.get("which", ""), words.get("period", "")
    later = "next" in which or "coming" in which
    if period in ("week", "weekend"):
        return anchor + (6 - anchor.weekday() + 7 * later) * _DAY
    if period == "month":
        return _month_end(anchor.year + (anchor.month + later - 1) // 12, (anchor.month + later - 1) % 12 + 1)
    if period == "year":
        return datetime.date(anchor.year + later, 12, 31)
    return anchor if period in ("afternoon", "evening") else None


def _weekday(words: Mapping[str, str], anchor: datetime.date) -> datetime.date | None:
    """The first such day after the meeting's; "next Friday" a week before it, as "Friday week", is a week later."""
    day = words.get("day", "")
    if day not in WEEKDAYS:
        return None
    ahead = (WEEKDAYS.index(day) - anchor.weekday() - 1) % 7 + 1
    if "next" in (words.get("which"), words.get("frame")) and anchor.weekday() + ahead < 7:
        ahead += 7
    ahead += _LATER.get(words.get("later", ""), 0)
    return anchor + (ahead - (words.get("frame") == "before")) * _DAY


def _feast(words: Mapping[str, str], anchor: datetime.date) -> datetime.date | None:
    if words.get("frame") not in ("by", "before", "prior to", "until", "ahead of", "in time for"):
        return None
    feast = re.sub(r"[\s-]+", " ", words.get("feast", "")).removeprefix("the ")
    if feast == "easter":
        days = [_easter(anchor.year), _easter(anchor.year + 1)]
    elif feast in _FEASTS:
        days = [datetime.date(year, *_FEASTS[feast]) for year in (anchor.year, anchor.year + 1)]
    else:
        return None
    return next(day for day in days if day > anchor) - _DAY


def _easter(year: int) -> datetime.date:
    """Easter Sunday by the anonymous Gregorian computus."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


_FEASTS = {"christmas": (12, 25), "new year": (1, 1), "halloween": (10, 31), "year end": (12, 31)}
_LATER = {"week": 7, "fortnight": 14}  # days behind the next one: "Friday week"
_READERS: Mapping[str, Callable[[Mapping[str, str], datetime.date], datetime.date | None]] = {
    "within": _within,
    "end": _end,
    "month": _month,
    "period": _period,
    "weekday": _weekday,
    "feast": _feast,
}
