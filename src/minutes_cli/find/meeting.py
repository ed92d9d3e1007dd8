"""The meeting: which body met, when, where, and who presided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.document import Document, Heading
from minutes_cli.find.meeting_body import find_body, find_title
from minutes_cli.find.meeting_dates import find_date
from minutes_cli.find.titles import titles_of
from minutes_cli.patterns import lazy
from minutes_cli.records import Attendee, Meeting
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.values.times import TimeMatch, find_times, may_tell_time, may_tell_time_in_words, time_in_words

_RANGE = lazy(r"\s*(?:-|to\b|until\b|till\b)(?: approx\.?)?\s*")
_BETWEEN = lazy(r"\bbetween\s+$", re.IGNORECASE)
_AND = lazy(r"\s*and\s+(?:approx\.? )?")
_CHAIRS = frozenset(
    (
        "chair",
        "chairman",
        "chairperson",
        "chairwoman",
        "president",
        "mayor",
        "convener",
        "convenor",
        "cathaoirleach",
        "town mayor",
        "chair of governors",
        "board president",
        "presiding",
        "presiding member",
        "presiding officer",
        "in the chair",
        "meeting chair",
        "cadeirydd",
        "maer",
        "board chair",
    )
)
_OPENS = lazy(r"call(?:ed)? to order|open(?:ing|ed)?\b|(?:meeting )?(?:commence|start)", re.IGNORECASE)
_CLOSES = lazy(r"(?:meeting |the meeting )?(?:adjourn|clos(?:e|ed|ing|ure)\b|end(?:ed)?\b)", re.IGNORECASE)
_EARLIEST = "08:30"  # when the first meetings begin: "at half past seven" is meant after noon
_BESIDE = 30  # characters behind a heading in which a time tells when the meeting opened or closed
_PRESIDING = "attendee.presiding"
# Blank lines are crossed in one place only, so that many of them take no time.
_SPAN = lazy(
    r"^[^\w\n]*(?:meeting\s+)?(?:opened|started|began|commenced|start|open)(?:\s+(?:time|at))?\s*[:-]\s*"
    r"(?P<began>\d.{2,20}?)[^\S\n]*\n\W*(?:meeting\s+)?(?:closed?|ended|finished|concluded|adjourned|end|finish)"
    r"(?:\s+(?:time|at))?\s*[:-]\s*(?P<ended>\d.{2,20}?)[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
# "The meeting closed at 1945": where a time must stand, four figures are one.
_FOUR = lazy(r"\W*([01]\d|2[0-3])([0-5]\d)\W*")


def find_meeting(document: Document, rules: Rules, attendees: Sequence[Attendee] = ()) -> Meeting:
    """What the head and the foot of the document say of the meeting; absent is None."""
    head = head_blocks(document, rules)
    found = find_date(document, rules, head)
    times = [(block, match) for block in head if may_tell_time(block.text) for match in find_times(block.text)]
    title = find_title(document, head)
    body = find_body(document, rules, head)
    starts = [span[0] for span in (title, body) if span] + ([found.start] if found else [])
    ends = [span[1] for span in (title, body) if span] + ([found.end] if found else [])
    start = _opening(document, rules) or next((m.time for _, m in times if m.sure), None) or _first(times)
    end = _closing(document, rules, start) or _second_of_range(times)
    if start is None and (told := _told_apart(document)) and end in (None, told[1]):
        start, end = told
    there = [person for person in attendees if person.status not in ("apologies", "absent")]
    chair = next((person.name for person in there if person.rule == _PRESIDING), None)
    chair = chair or next((person.name for person in there if _sits(document, person)), None)
    chair = chair or next((person.name for person in there if _presides(person)), None)
    return Meeting(
        title=(document.cut(*title) or None) if title else None,
        body=document.cut(*body) if body else None,
        date=found.date.isoformat() if found and found.date else None,
        start_time=start,
        end_time=_after_noon(end, start),
        venue=_venue(document, rules, head),
        chair=chair,
        span=document.span(min(starts, default=0), max(ends, default=0)),
    )


def _sits(document: Document, person: Attendee) -> bool:
    """Whether the list says of a person that they were in the chair, beside another office."""
    return "in the chair" in document.text[person.span.start : person.span.end + 1].lower()


def _presides(person: Attendee) -> bool:
    """Whether a person's role, or one of several, is that of the chair."""
    return any(part.strip(" ).").lower() in _CHAIRS for part in re.split(r"[,/(&]| and ", person.role or ""))


def head_blocks(document: Document, rules: Rules) -> list[Block]:
    """The blocks before the first heading and before the first list of people or paragraph of text."""
    titles = titles_of(rules)
    head: list[Block] = []
    for index, block in enumerate(document.blocks[:60]):
        if document.places[index] is not None:
            break
        label = block.words.split(":", 1)[0]
        if ":" in block.words and re.search(r"present|attend|apolog|sederunt|absent", label, re.IGNORECASE) and head:
            break
        if (
            titles.is_sentence(block.words)
            and len(block.words.split()) > 30
            and not re.search(r"\bheld\b|summon", block.words, re.I)
        ):
            break
        head.append(block)
    return head


def _second_of_range(times: Sequence[tuple[Block, TimeMatch]]) -> str | None:
    """The end of a span of time in the head: "10:00 - 10:50"."""
    for block, time in times:
        joint = _AND if _BETWEEN.search(block.text, 0, time.start) else _RANGE
        between = joint.match(block.text, time.end)
        behind = block.text[between.end() :] if between else ""
        end = next((other for other in find_times(behind) if other.start == 0), None)
        if end is not None:
            return end.time
    return None


def _after_noon(end: str | None, start: str | None) -> str | None:
    """The end of a meeting; "5.20" of one that began at 15:00 is meant after noon."""
    if end is None or start is None or end >= start:
        return end
    later = f"{int(end[:2]) + 12:02}{end[2:]}"
    return later if start <= later < "24:00" else end


def _first(times: Sequence[tuple[Block, TimeMatch]]) -> str | None:
    return times[0][1].time if times else None


def _opening(document: Document, rules: Rules) -> str | None:
    """The time at which the sentence that opens the minutes says that the meeting began."""
    said = _time_of(document, rules, range(min(40, len(document.blocks))), "opening", after=_EARLIEST)
    return said or _beside_heading(document, document.headings[:3], _OPENS)


def _told_apart(document: Document) -> tuple[str, str] | None:
    """When the meeting began and ended, told on lines right below each other: "Opened: 2005", "Closed: 2325"."""
    text = document.layout.masked
    told = _SPAN.search(text) if "pened" in text or "tart" in text or "egan" in text or "ommenced" in text else None
    began, ended = (_read_time(told["began"]), _read_time(told["ended"])) if told else (None, None)
    return (began, ended) if began and ended else None


def _read_time(words: str) -> str | None:
    """The time of day that words hold; four figures are one."""
    if four := _FOUR.fullmatch(words):
        return f"{four[1]}:{four[2]}"
    return next((time.time for time in find_times(words)), None)


def _closing(document: Document, rules: Rules, start: str | None) -> str | None:
    """The time at which the last sentence that closes the meeting says that it ended; it began at ``start``."""
    count = len(document.blocks)
    late = range(count - 1, max(-1, count - 40), -1)
    return (
        _time_of(document, rules, late, "closing", after=start)
        or _beside_heading(document, document.headings[-3:], _CLOSES)
        or _time_of(document, rules, range(min(10, count)), "meeting.closed")
    )


def _beside_heading(document: Document, headings: Sequence[Heading], told: re.Pattern[str]) -> str | None:
    """A time in or right behind a heading that opens or closes the meeting: "ADJOURNMENT: 8:41 PM"."""
    for heading in headings:
        start, end = heading.title
        words = document.layout.masked[start : end + _BESIDE].replace("\n", " ")
        if told.match(words):
            for time in find_times(words):
                return time.time
    return None


def _time_of(document: Document, rules: Rules, places: range, kind: str, *, after: str | None = None) -> str | None:
    for index in places:
        block = document.blocks[index]
        if not rules.may_find(kind, ("block",), block.text):
            continue
        if not (may_tell_time(block.text) or may_tell_time_in_words(block.text)):
            continue
        for match in rules.find(kind, "block", block.text):
            for start, end in match.groups.values():
                words = block.text[start:end]
                if told := _read_time(words) or time_in_words(words, after=after):
                    return told
    return None


def _venue(document: Document, rules: Rules, head: Sequence[Block]) -> str | None:
    for block in head:
        for match in rules.find("venue", "block", block.text):
            start, end = match.groups["venue"]
            return document.cut(block.start + start, block.start + end) or None
    return None
