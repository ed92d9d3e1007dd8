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
