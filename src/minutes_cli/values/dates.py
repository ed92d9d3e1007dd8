"""Dates as minutes write them: found in a text with their offsets, and read as days.

The month comes by name ("Thursday, 14th of March 2024", "March 14", "14-Mar-24") or by number ("2024-03-14",
"14/03/24", "14.03.2024"). Whether 03/04 is April or March is for the document as a whole to say: ``date_order``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from minutes_cli.patterns import lazy
from minutes_cli.text.casing import lowered

Order = Literal["dmy", "mdy"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febr"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_GAP, _ANY = r"\s{1,40}", r"\s{0,40}"  # bounded, so that long runs of blanks take linear time
_YEAR = r"(?:19|20)\d\d(?!\d)(?!\s*(?:hrs|hours)\b)"

# One pattern, so that a text is read once; the alternatives begin with a figure, a day of the week or a month.
_DATE = lazy(
    rf"""(?<![\w/.£$€#])(?=[\dadfjmnostw])(?:
      (?:{_WEEKDAY}\b[.,]?{_GAP}(?:the{_GAP})?)?
      (?:
        (?<![-:])(?P<iso_year>(?:19|20)\d\d)(?P<iso_cut>[-/.])(?P<iso_month>\d\d?)(?P=iso_cut)(?P<iso_day>\d\d?)(?![\d/-])
      | (?P<day>\d\d?)(?:\s?(?:st|nd|rd|th)\b)?(?:{_GAP}day)?(?:{_GAP}of{_GAP}|{_ANY}[-,/]?{_ANY})
        (?P<month>{_MONTH})\b\.?
        (?:{_ANY}[,/-]?{_ANY}(?:(?:a\.{_ANY}d\.|ad|(?:in{_GAP}(?:the{_GAP})?year)(?:{_GAP}of{_GAP}our{_GAP}lord)?),?{_GAP})?
           (?P<year>{_YEAR})|-(?P<short>\d\d)(?!\d)|,?{_GAP}'(?P<quoted>\d\d)(?!\d)
           |{_GAP}(?P<bare>\d\d)(?={_ANY}(?:[,;)\n](?!{_ANY}(?:19|20)\d\d)|\.(?!\d)|$)))?
      | (?P<month_first>{_MONTH})\b\.?{_GAP}(?:the{_GAP})?(?P<day_second>\d\d?)(?:\s?(?:st|nd|rd|th)\b)?
        (?![\d%]|[.:/]\d|\s?[ap]\.?m\b)
        (?:(?:{_GAP}\d\d?:\d\d(?::\d\d)?(?:{_GAP}[A-Z]{{3,4}})?)?(?:{_ANY},{_ANY}|{_GAP})(?P<year_last>{_YEAR})|,?{_GAP}'(?P<quoted_last>\d\d)(?!\d))?
      | (?<![-:])(?P<first>\d\d?)(?P<cut>[/.-])(?P<second>\d\d?)(?P=cut)(?P<third>(?:19|20)\d\d|\d\d)(?![\d/]|[.-]\d)
      )
    | (?P<month_alone>{_MONTH})\b\.?,?{_GAP}(?P<year_alone>{_YEAR})
    )""",
    re.VERBOSE | re.IGNORECASE,
)


_DIGIT = lazy(r"\d")
_FIGURES = lazy(r"[/.-](?<=\d[/.-])\d\d?[/.-]\d\d")  # behind the first figure, for speed
MONTH_BEGINS = tuple(sorted({name[:3] for name in _MONTHS}))
_NUMBERED = lazy(
    r"(?:section|paragraph|paras?|clause|item|version|v|rule|no|number|part|schedule|appendix)\.?\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a text: its offsets, and the parts that its words state.

    ``day`` is None where only a month and a year stand ("March 2024"), ``year`` where none is written. ``ambiguous``
    marks figures that another order would read as another day. ``order`` is the order that the figures, or the name
    of the month beside the day, show; None for ISO dates and for figures that might be either.
    """

    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    ambiguous: bool = False
    order: Order | None = None

    @property
    def precision(self) -> Literal["day", "month"]:
        """How narrow the words are."""
        return "month" if self.day is None else "day"

    @property
    def date(self) -> datetime.date | None:
        """The day, where day, month and year are written."""
        return None if self.day is None or self.year is None else _day(self.year, self.month, self.day)

    def on_or_after(self, anchor: datetime.date | None) -> datetime.date | None:
        """The day; without a year the first such day on or after the anchor, None where there is none."""
        if self.day is None or self.year is not None or anchor is None:
            return self.date
        for year in range(anchor.year, anchor.year + 9):  # a 29 February may be eight years off
            day = _day(year, self.month, self.day)
            if day is not None and day >= anchor:
                return day
        return None


# Bodies and customs of the United States, where the month comes first in figures.
_AMERICAN = lazy(
    r"pledge of allegiance|school (?:district|committee)|unified school|select(?:m[ae]n| ?board)|board of supervisors|"
    r"home ?owners'? association|council ?(?:member|man|woman)\b|city manager|county commission|town meeting|"
    r"water district"
)


def find_dates(text: str, order: Order | None = None) -> list[DateMatch]:
    """The dates in a text, in order. ``order`` settles figures such as 03/04/2024; without it the day comes first."""
    return list(_dates(text, order))


def first_date(text: str, order: Order | None = None) -> DateMatch | None:
    """The first of the dates in a text, as :func:`find_dates` gives them, without a look at what stands behind it."""
    return next(_dates(text, order), None)


@lru_cache(maxsize=2)  # of one document the meeting and the actions ask
def date_order(text: str) -> Order | None:
    """The order that a document writes its figures in, told from those that allow one only, then from words.

    "25/12/2024" shows the day first and "12/25/2024" the month; where no figure tells, "25 December" and
    "December 25" do, and then what only American bodies have. None where the document shows none, or both alike.
    """
    places = [match.start() - 1 for match in _FIGURES.finditer(text)]
    told = _counted(text, places, figures=True) or _counted(text, _months(text), figures=False)
    return told or ("mdy" if places and _AMERICAN.search(text.lower()) else None)


def _months(text: str) -> Iterator[int]:
    """Where what may be the name of a month begins: found without a look at every word of the text."""
    small = lowered(text)
    for begin in MONTH_BEGINS:
        position = small.find(begin)
        while position >= 0:
            if not (position and small[position - 1].isalpha()):
                yield position
            position = small.find(begin, position + 3)


def _counted(text: str, places: Iterable[int], *, figures: bool) -> Order | None:
    """The order that most of the dates around some places show; ``figures`` tells dates in figures from worded ones."""
    counts = {"dmy": 0, "mdy": 0}
    for place in places:
        if not figures and _DIGIT.search(text, max(0, place - 12), place + 24) is None:
            continue
        for match in _DATE.finditer(text, max(0, place - 12), place + 24):
            found = _read(match, None)
            if found is not None and found.order is not None and bool(match["first"]) == figures:
                counts[found.order] += 1
    if counts["dmy"] == counts["mdy"]:
        return None
    return "dmy" if counts["dmy"] > counts["mdy"] else "mdy"


def month_number(name: str) -> int | None:
    """The number of a month by its name or abbreviation, in any case."""
    return _MONTHS.get(name.lower().rstrip("."))


def _dates(text: str, order: Order | None) -> Iterator[DateMatch]:
    for match in _DATE.finditer(text) if _DIGIT.search(text) else ():
        found = _read(match, order)
        if found is not None:
            yield found


def _read(match: re.Match[str], order: Order | None) -> DateMatch | None:
    if match["first"]:
        return _figures(match, order)
    day: int | None
    if match["iso_year"]:
        day, month, year = int(match["iso_day"]), int(match["iso_month"]), _year(match["iso_year"])
        shown: Order | None = None
    elif match["month"]:
        day, month = int(match["day"]), _MONTHS[match["month"].lower()]
        year = _year(match["year"] or match["short"] or match["quoted"] or match["bare"])
        shown = "dmy"
    elif match["month_first"]:
        if match["month_first"] == "may":
            return None  # "members may 3 times a year"
        day, month = int(match["day_second"]), _MONTHS[match["month_first"].lower()]
        year, shown = _year(match["year_last"] or match["quoted_last"]), "mdy"
    else:
        day, month, year, shown = None, _MONTHS[match["month_alone"].lower()], _year(match["year_alone"]), None
    if day is not None and _day(year or 2000, month, day) is None:
        return None
    return DateMatch(*_span(match), day, month, year, order=shown)


def _figures(match: re.Match[str], order: Order | None) -> DateMatch | None:
    first, second, third = match["first"], match["second"], match["third"]
    if match["cut"] == "." and len(third) == 2 and not len(first) == len(second) == 2:
        before = match.string[max(0, match.start() - 14) : match.start()]
        if not before or before.endswith("\n") or _NUMBERED.search(before):
            return None  # "3.2.10" numbers a paragraph
    year = int(_year(third) or 0)
    dmy, mdy = _day(year, int(second), int(first)), _day(year, int(first), int(second))
    only: Order | None = None if dmy and mdy else "dmy" if dmy else "mdy"
    day = mdy if mdy and (order == "mdy" or not dmy) else dmy
    if day is None:
        return None
    ambiguous = order is None and only is None and dmy != mdy
    return DateMatch(*_span(match), day.day, day.month, day.year, ambiguous, only)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The offsets of the date, without a comma or full stop that only follows it."""
    end = match.end()
    while match.string[end - 1] in ".,- \n":
        end -= 1
    return match.start(), end


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    year = int(figures)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
