"""The meeting: which body met, when, where, and who presided."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_cli.document import Document
from minutes_cli.find.meeting_body import find_body, find_title
from minutes_cli.find.titles import Titles
from minutes_cli.records import Attendee, Meeting
from minutes_cli.rules.match import Match, Rules
from minutes_cli.text.layout import Block
from minutes_cli.values.dates import DateMatch, Order, date_order, find_dates
from minutes_cli.values.times import find_times

# What is dated in the head of a document besides the meeting itself.
_OTHER_DATE = re.compile(
    r"\b(?:next|approved|published|signed|subject to|previous|last meeting|downloaded|uploaded|updated|see)\b.{0,30}$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\bheld\b|summon", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"://\S*$")
_CALLS = re.compile(r"summon", re.IGNORECASE)
_LINKED = re.compile(r"https?://\S*?[/.](\d{4}-\d\d-\d\d)(?=[/.-])")
_RANGE = re.compile(r"(?:-|to|until|till)(?: approx\.?)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """A date for the meeting with what speaks for it; the higher weight wins, then the earlier place."""

    weight: int
    start: int
    end: int
    date: datetime.date | None


def find_meeting(document: Document, rules: Rules, attendees: Sequence[Attendee] = ()) -> Meeting:
    """What the head and the foot of the document say of the meeting; absent is None."""
    head = head_blocks(document, rules)
    found = _find_date(document, rules, head)
    times = [(block, match) for block in head for match in find_times(block.text)]
    title = find_title(document, head)
    body = find_body(document, rules, head)
    starts = [span[0] for span in (title, body) if span] + ([found.start] if found else [])
    ends = [span[1] for span in (title, body) if span] + ([found.end] if found else [])
    start = _opening(document, rules) or next((m.time for _, m in times if m.sure), None) or _first(times)
    end = _closing(document, rules) or _second_of_range(head)
    chair = next((person.name for person in attendees if _presides(person)), None)
    return Meeting(
        title=document.cut(*title) if title else None,
        body=document.cut(*body) if body else None,
        date=found.date.isoformat() if found and found.date else None,
        start_time=start,
        end_time=_after_noon(end, start),
        venue=_venue(document, rules, head),
        chair=chair,
        span=document.span(min(starts, default=0), max(ends, default=0)),
    )


def _presides(person: Attendee) -> bool:
    """Whether a person's role, or one of several, is that of the chair."""
    return any(part.strip().lower() in _CHAIRS for part in re.split(r"[,/(&]| and ", person.role or ""))


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
        "in the chair",
        "board chair",
    )
)


def head_blocks(document: Document, rules: Rules) -> list[Block]:
    """The blocks before the first heading and before the first list of people or paragraph of text."""
    titles = Titles(rules)
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


def _find_date(document: Document, rules: Rules, head: Sequence[Block]) -> _Found | None:
    order = date_order(document.text)
    found = [
        *_dates_of_rules(document, rules, order),
        *_dates_of_head(document, head, order),
        *_dates_of_front(document, order),
        *_dates_of_links(head),
    ]
    return max(found, key=lambda candidate: (candidate.weight, -candidate.start), default=None)


def _dates_of_rules(document: Document, rules: Rules, order: Order | None) -> Iterator[_Found]:
    """Dates behind a label or in the sentence that says that the meeting was held."""
    weights = {"date.page": 9, "date.label": 7, "date.held": 6}
    for index, block in enumerate(document.blocks[:120]):
        if index > 40 and block.cell is None:
            continue
        offset, text = block.body, block.text[block.body - block.start :]
        if block.cell is not None and text.rstrip().endswith(":") and index + 1 < len(document.blocks):
            text = document.layout.masked[block.body : document.blocks[index + 1].end]
        for match in rules.find("date", "block", text):
            before = text[: match.groups["date"][0]]
            if match.rule.id not in weights or _OTHER_DATE.search(before):
                continue
            place = document.places[index]
            if match.rule.id == "date.held" and place is not None and (place > 2 or "inutes" in before):
                continue
            yield from _weighed(document, text, match, offset, weights[match.rule.id], order)


def _weighed(
    document: Document, text: str, match: Match, offset: int, weight: int, order: Order | None
) -> Iterator[_Found]:
    start, end = match.groups["date"]
    # An ordinal set high is mark-up: "1<sup>st</sup> November" leaves gaps in the mask.
    words = re.sub(r"(\d)\s+(st|nd|rd|th)\b\s*", r"\1\2 ", text[start:end])
    for date in find_dates(words, order):
        day = _day(document, date)
        if day is not None:
            yield _Found(
                weight - (date.year is None), offset + start, offset + start + len(text[start:end].rstrip()), day
            )
            return


def _dates_of_head(document: Document, head: Sequence[Block], order: Order | None) -> Iterator[_Found]:
    """Dates that stand in the title."""
    for block in head:
        if _CALLS.search(block.text):
            continue
        for date in find_dates(block.text, order):
            before = block.text[: date.start]
            if _OTHER_DATE.search(before) or _IN_ADDRESS.search(before):
                continue
            day = _day(document, date) or _with_year_above(date, head, block)
            if day is not None:
                weight = 5 if date.year is not None else 3
                yield _Found(weight, block.start + date.start, block.start + date.end, day)


def _dates_of_front(document: Document, order: Order | None) -> Iterator[_Found]:
    """Dates that the front matter has in its title or description; the date beside them is that of publication."""
    for key in ("title", "description", "meeting_date", "meeting-date"):
        if key in document.front:
            start, end = document.front[key]
            for date in find_dates(document.layout.masked[start:end], order):
                if date.date is not None:
                    yield _Found(4, start + date.start, start + date.end, date.date)


def _dates_of_links(head: Sequence[Block]) -> Iterator[_Found]:
    """The day in the address of a log, where a bot's summary has it nowhere else."""
    for block in head:
        for match in _LINKED.finditer(block.text):
            for date in find_dates(match[1]):
                if date.date is not None:
                    yield _Found(2, block.start + match.start(1), block.start + match.end(1), date.date)


def _day(document: Document, date: DateMatch) -> datetime.date | None:
    """The day a date means; without a year the last such day before the document was published, if that is known."""
    if date.day is None or date.year is not None:
        return date.date
    published = document.front.get("date")
    if published is None:
        return None
    dates = find_dates(document.text[published[0] : published[1]])
    if not dates or dates[0].date is None:
        return None
    latest = dates[0].date
    return max(
        (day for year in (latest.year - 1, latest.year) if (day := _in_year(date, year)) and day <= latest),
        default=None,
    )


def _in_year(date: DateMatch, year: int) -> datetime.date | None:
    try:
        return datetime.date(year, date.month, date.day or 1)
    except ValueError:
        return None


def _with_year_above(date: DateMatch, head: Sequence[Block], block: Block) -> datetime.date | None:
    """A day whose year stands in the line above: "Annual General Meeting 2000 / 3pm, Sunday 20th February"."""
    position = head.index(block)
    years = {year for near in head[max(0, position - 2) : position + 1] for year in _YEAR.findall(near.text)}
    return _in_year(date, int(years.pop())) if len(years) == 1 and date.day is not None and date.year is None else None


def _second_of_range(head: Sequence[Block]) -> str | None:
    """The end of a span of time in the head: "10:00 - 10:50"."""
    for block in head:
        times = list(find_times(block.text))
        if len(times) == 2 and _RANGE.fullmatch(block.text[times[0].end : times[1].start].strip()):
            return times[1].time
    return None


def _after_noon(end: str | None, start: str | None) -> str | None:
    """The end of a meeting; "5.20" of one that began at 15:00 is meant after noon."""
    if end is None or start is None or end >= start:
        return end
    later = f"{int(end[:2]) + 12:02}{end[2:]}"
    return later if start <= later < "24:00" else end


def _first(times: Sequence[tuple[Block, object]]) -> str | None:
    return getattr(times[0][1], "time", None) if times else None


def _opening(document: Document, rules: Rules) -> str | None:
    """The time at which the sentence that opens the minutes says that the meeting began."""
    return _time_of(document, rules, range(min(40, len(document.blocks))), "opening")


def _closing(document: Document, rules: Rules) -> str | None:
    """The time at which the last sentence that closes the meeting says that it ended."""
    count = len(document.blocks)
    late = range(count - 1, max(-1, count - 40), -1)
    return _time_of(document, rules, late, "closing") or _time_of(
        document, rules, range(min(10, count)), "meeting.closed"
    )


def _time_of(document: Document, rules: Rules, places: range, kind: str) -> str | None:
    for index in places:
        block = document.blocks[index]
        for match in rules.find(kind, "block", block.text):
            for start, end in match.groups.values():
                for time in find_times(block.text[start:end]):
                    return time.time
    return None


def _venue(document: Document, rules: Rules, head: Sequence[Block]) -> str | None:
    for block in head:
        for match in rules.find("venue", "block", block.text):
            start, end = match.groups["venue"]
            return document.cut(block.start + start, block.start + end) or None
    return None
