"""Times of day as minutes write them: "7.30pm", "19:00", "5:32 p.m.", "1830 hrs", "noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_cli.patterns import lazy

_TIME = lazy(
    r"(?=[\dnm])(?<![\d.:/£$€#-])(?:"
    r"(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d%:/]|\.\d)(?:\s*(?:hrs?|hours|UTC|GMT|BST)\b)?"
    r"|(?P<army>(?:[01]\d|2[0-3])[0-5]\d)\s*(?:hrs?|hours)\b"
    r"|(?P<word>noon|midday|midnight)\b"
    r")",
    re.IGNORECASE,
)

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SHARES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HOUR = "|".join(_HOURS)
# A time in words. "Ten to ten" may count people too: nothing may stand behind it then.
_WORDS = lazy(
    rf"\b(?:(?P<half>half)[\s-](?:past\s+)?(?P<half_hour>{_HOUR}|\d\d?)"
    r"|(?:a\s+)?(?P<share>quarter|five|ten|twenty(?:[ -]five)?|\d\d?)(?P<minutes>\s+min(?:ute)?s?)?"
    rf"\s+(?P<way>past|after|to|before)\s+(?P<share_hour>{_HOUR}|\d\d?)"
    rf"|(?P<whole_hour>{_HOUR}|\d\d?)(?=\s?o'?\s?clock))\b(?:\s?o'?\s?clock\b)?"
    r"(?:\s*(?P<letter>[ap])\.?\s?m\b|\s+(?:(?:in\s+the|at)\s+)?(?P<part>morning|afternoon|evening|night)\b)?"
    r"(?P<end>\W*$|\s*[.,;)])?",
    re.IGNORECASE,
)
_MAY_BE_WORDS = lazy(
    r"o'?\s?clock|\bhalf[\s-]|\b(?:quarter|five|ten|twenty|minutes)\s+(?:past|after|to|before)\s", re.IGNORECASE
)

# What every time in figures has, from the last digit of its hour on.
_MAY_BE = lazy(r"\d(?:\s?[.:]\s?\d|\s*[AaPp]\.?\s?[Mm]|\d[0-5]\d)")


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time of day with its offsets, as ``HH:MM`` of 24 hours; ``sure`` where am, pm, a colon or hours say so."""

    start: int
    end: int
    time: str
    sure: bool


def may_tell_time(text: str) -> bool:
    """Whether a time of day may stand in a text, which a look at its characters rules out for many."""
    if _MAY_BE.search(text):
        return True
    lowered = text.lower()
    return "noon" in lowered or "mid" in lowered


def may_tell_time_in_words(text: str) -> bool:
    """Whether a time of day in words may stand in a text."""
    return _MAY_BE_WORDS.search(text) is not None


def find_times(text: str) -> Iterator[TimeMatch]:
    """The times of day in a masked text, in order."""
    for match in _TIME.finditer(text):
        if match["word"]:
            yield TimeMatch(*match.span(), "00:00" if match["word"].lower() == "midnight" else "12:00", True)
        elif match["half"]:
            hour = int(match["hour"])
            if 1 <= hour <= 12:
                hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
                yield TimeMatch(*match.span(), f"{hour:02}:{match['minute'] or '00'}", True)
        elif match["army"]:
            yield TimeMatch(*match.span(), f"{match['army'][:2]}:{match['army'][2:]}", True)
        else:
            sure = ":" in match[0] or not match[0][-1].isdigit()
            yield TimeMatch(*match.span(), f"{int(match['hour24']):02}:{match['minute24']}", sure)


def time_in_words(text: str, *, after: str | None = None) -> str | None:
    """The first time that a text tells in words ("a quarter to ten"), as ``HH:MM``.

    Where nothing says which half of the day is meant, it is the first one after the time ``after``; None without that.
    """
    for match in _WORDS.finditer(text) if _MAY_BE_WORDS.search(text) else ():
        hour = _number(match["half_hour"] or match["share_hour"] or match["whole_hour"])
        minutes = 30 if match["half"] else _share(match["share"]) if match["share"] else 0
        counted = match["way"] in ("to", "before") and match["share"].lower() != "quarter" and not match["minutes"]
        if not 1 <= hour <= 12 or not 0 <= minutes < 60 or (counted and match["end"] is None and not match["letter"]):
            continue
        minute_of_day = hour % 12 * 60 + (-minutes if match["way"] in ("to", "before") else minutes)
        late = (match["letter"] or match["part"] or "").lower()
        if not late and after is None:
            return None
        if late in ("p", "afternoon", "evening", "night"):
            minute_of_day += 720
        time = _clock(minute_of_day)
        return _clock(minute_of_day + 720) if not late and after is not None and time < after else time
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _HOURS.index(word.lower()) + 1


def _share(word: str) -> int:
    return int(word) if word.isdigit() else _SHARES[word.lower().replace(" ", "-")]


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
