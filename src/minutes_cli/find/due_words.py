"""The words that set a time, and how they are cut out of the match of a rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match
from minutes_cli.values.date_signs import has_digit
from minutes_cli.values.dates import DateMatch

APART = lazy(
    r"(?P<before>\s{0,2}(?:(?<=\s)-+\s+|[(\[,;|]\s*|\s{2,}|\.\s+))(?:(?:due(?:\s+(?:date|by|on))?|deadline|by\s+when|when|target(?:\s+date)?"
    r"|timescale|complete\s+by|date)\s*[:-]\s*|due\s+(?:(?:by|on|in)\s+)?)(?P<due>[^()\[\]|;]{3,60}?)\s*[)\].]*\s*$",
    re.IGNORECASE,
)
# One of these, or a figure, stands in all words that set a time.
_HINTS = (
    *("to", "at", "next", "within", "end", "before", "by ", "week", "month", "year", "day", "soon", "asap", "a.s.a.p"),
    *("shortly", "immediate", "in ", "for ", "after", "until", "prior", "start", "over", "during", "when", "once"),
    *("straight", "forthwith", "urgent", "earliest", "christmas", "easter", "spring", "summer", "autumn", "winter"),
    *("quarter", "eom", "eod", "eow", "eoy", "cob", "cop"),
)
_HINT = lazy("|".join((r"\d", *map(re.escape, _HINTS))), re.IGNORECASE)
# "by Good Friday (29 March)": what stands before the bracket is due on the day in it.
BRACKETED = lazy(
    r"\b(?:(?:by|before|until|till|no\s+later\s+than|in\s+time\s+for|ahead\s+of|prior\s+to)\s+(?:[\w'-]+\s+){0,4}"
    r"|(?:on|at|for|to)\s+(?:(?:the|our|its|next)\s+){0,2}(?:\w+\s+)?(?=\w*(?:day|meeting|session|agm|easter)\b))[\w'-]+\s*\(\s*$",
    re.IGNORECASE,
)
# "before the lease ends on 31 March": the day of what the task has to come before.
BEFORE_EVENT = lazy(
    r"\b(?:before|until|by\s+the\s+time|prior\s+to|once|when)\s+(?:[\w'-]+\s+){1,6}(?:on|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# What may stand before a date that is a deadline and nothing else: small words, days, and the name of a meeting.
BEFORE_DATE = lazy(
    r"(?:\W|\d|(?:by|before|on|due|until|till|no\s+later\s+than|for|at|to|in|w/c|wc|w/e|c|ca|circa|approx|end|mid|early|late|the|of|week|commencing"
    r"|ending|starting|from|close|noon|midday|cob|cop|am|pm|new|revised|extended|now|date|deadline|[a-z]*day|mon|tues?|wed|thurs?|fri|sat|sun|meeting|next|[A-Z]\w*)\b)*"
)

BACK = lazy(r"\b(?:back|again|report|respond|reply|return|due|ready)\s+$")
DATE_BEHIND = lazy(r"(?:,\s*|\s*\(|\s+on\s+)(?:the\s+)?(?=\d|[A-Z])")
AT_THE_LATEST = lazy(r",?\s+at\s+the\s+(?:very\s+)?latest\b", re.IGNORECASE)
MONTH_ALONE = lazy(r"\w+\.?(?:\s+(?:19|20)\d\d)?")
FURTHER = lazy(r"\b(?:by|before|until|no\s+later\s+than)\s+(?:the\s+)?$", re.IGNORECASE)

LABEL = lazy(r"\W*(?:due(?:\s+(?:date|by|on))?|deadline|by\s+when|when|target(?:\s+date)?|timescale)\s*[:-]?\s*", re.I)
SHORT_DATE = lazy(  # "by 29/2", "w/e 30/1", "on Sat. 9/26", behind a dash "Sat. 9/26"
    r"(?:(?:\b(?:by|before|due|until|no\s+later\s+than|w/[ebc]|week\s+(?:ending|commencing|beginning))"
    r"|(?<=[(\[])(?:for|on))\s+(?:[A-Z]\w{2,8}\.?\s+)?"
    r"|(?:(?<=-\s)|(?<=[(\[])|\bon\s+)(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"
    r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
ON_MEETING = lazy(r"on\b.*\bof\s+(?:the\s+)?$", re.IGNORECASE)  # "report on the meeting of 9 May"
IF = lazy(r"\bif\b[^,;.]*$")  # "before Easter, and if they don't answer in two weeks …"
# "before the lease ends in May", "prior to resubmission in May"
BEFORE_CLAUSE = lazy(
    r"\b(?:before\s+(?:(?:we|he|she|they|it|the|his|her|our|this)\s+(?:[\w'-]+\s+){1,4}"
    r"|(?:\w+\s+){1,2}(?:starts?|begins?|opens?|ends?|closes?|goes?|leaves?)\s+)|prior\s+to\s+(?:[\w'-]+\s+){1,3})$"
)
# Behind these no gap parts a deadline from a task: the sentence goes on in the next line, "by 25" over "August".
GOING_ON = lazy(
    r"\b(?:by|before|until|till|on|for|in|of|the|end|early|late|mid|\d{1,2}(?:st|nd|rd|th)?)\s*$", re.IGNORECASE
)
MORE_DAYS = lazy(r"\s*(?:,|and|or|&)\s*\d{1,2}(?:st|nd|rd|th)?(?=\s*(?:[.;)]|$))")  # "on Oct. 15 and 22"


@dataclass(frozen=True, slots=True)
class DueWords:
    """Words that set a time: their offsets and the date in them, or how their last day is counted and from what."""

    start: int
    end: int
    date: DateMatch | None = None
    latest: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)


def may_set_time(text: str) -> bool:
    """Whether words that set a time may stand in a text: a cheap look for what all of them hold."""
    if not text.isascii():
        return _HINT.search(text) is not None  # some letters are others' capitals
    lowered = text.lower()
    for hint in _HINTS:
        if hint in lowered:
            return True
    return has_digit(text)


def parts_of(text: str, match: Match) -> dict[str, str]:
    """The named parts of a match in lower case, their blanks folded."""
    return {name: " ".join(text[start:end].lower().split()) for name, (start, end) in match.groups.items()}


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without marks and blanks at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
