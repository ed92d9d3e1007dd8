"""When the meeting was: the dates in the head of a document, each with what speaks for it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.text.layout import Block
from minutes_cli.values.date_signs import has_figures, may_hold_date
from minutes_cli.values.dates import DateMatch, date_order, find_dates

# What is dated in the head of a document besides the meeting itself.
_OTHER_DATE = lazy(
    r"\b(?:next|approved|published|signed|subject to|previous|last meeting|downloaded|uploaded|updated|see)\b.{0,30}$",
    re.IGNORECASE,
)
_BEFORE = 80  # characters before a date that tell what it is of
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_LINKED = lazy(r"https?://\S*?[/.](\d{4}-\d\d-\d\d)(?=[/.-])")
_IN_ADDRESS = lazy(r"://\S*$")
_LOG_HEAD = 8  # blocks of a log without a title in which the address of the log stands
_MAIL = lazy(r"(?:subject|from|sent|to|cc)\s*:", re.IGNORECASE)
_CALLS = lazy(r"summon", re.IGNORECASE)

_Read: TypeAlias = Callable[[str], list[DateMatch]]


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date for the meeting with what speaks for it; the higher weight wins, then the earlier place."""

    weight: int
    start: int
    end: int
    date: datetime.date | None


def find_date(document: Document, rules: Rules, head: Sequence[Block]) -> DateFound | None:
    """The date of the meeting that most speaks for, if the document gives any."""
    read = _reader(document.layout.masked)
    found = [
        *_dates_of_rules(document, rules, read),
        *_dates_of_head(document, head, read),
        *_dates_of_front(document, read),
        *_dates_of_links(head or document.blocks[:_LOG_HEAD]),
    ]
    found = found or [*_dates_of_furniture(document, read)]
    return max(found, key=lambda candidate: (candidate.weight, -candidate.start), default=None)


def _reader(text: str) -> _Read:
    """Reads the dates in some words of a text; the order of its figures is only told where the words have any."""
    order = cache(lambda: date_order(text))
    return lambda words: find_dates(words, order() if has_figures(words) else None)


def _dates_of_rules(document: Document, rules: Rules, read: _Read) -> Iterator[DateFound]:
    """Dates behind a label or in the sentence that says that the meeting was held."""
    weights = {"date.page": 9, "date.label": 7, "date.place": 7, "date.held": 6, "date.opening": 6}
    for index, block in enumerate(document.blocks[:120]):
        if index > 40 and block.cell is None:
            continue
        labelled = block.cell is not None and block.words.endswith(":") and index + 1 < len(document.blocks)
        if not labelled and not (rules.may_find("date", ("block",), block.text) and may_hold_date(block.text)):
            continue
        offset, text = block.body, block.text[block.body - block.start :]
        if labelled:
            text = document.layout.masked[block.body : document.blocks[index + 1].end]
        for match in rules.find("date", "block", text):
            begin = _place(match)[0]
            before = text[max(0, begin - _BEFORE) : begin]
            if match.rule.id not in weights or _OTHER_DATE.search(before):
                continue
            place = document.places[index]
            if match.rule.id == "date.held" and place is not None and (place > 2 or text.find("inutes", 0, begin) >= 0):
                continue
            mailed = match.rule.id == "date.label" and _is_mailed(document.blocks, index)
            yield from _weighed(document, text, match, offset, 1 if mailed else weights[match.rule.id], read)


def _is_mailed(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line stands in the head of a letter by mail, where a date is the day on which the minutes were sent."""
    beside = [*blocks[max(0, index - 3) : index], *blocks[index + 1 : index + 4]]
    return any(_MAIL.match(block.words) for block in beside)


def _place(match: Match) -> tuple[int, int]:
    """Where the day stands in what a rule found: forms of one sentence name it apart."""
    return match.groups.get("date") or match.groups["day"]


def _weighed(document: Document, text: str, match: Match, offset: int, weight: int, read: _Read) -> Iterator[DateFound]:
    start, end = _place(match)
    # An ordinal set high is mark-up: "1<sup>st</sup> November" leaves gaps in the mask.
    words = re.sub(r"(\d)\s+(st|nd|rd|th)\b\s*", r"\1\2 ", text[start:end])
    for date in read(words):
        day = _day(document, date)
        if day is not None:
            yield DateFound(
                weight - (date.year is None), offset + start, offset + start + len(text[start:end].rstrip()), day
            )
            return


def _dates_of_head(document: Document, head: Sequence[Block], read: _Read) -> Iterator[DateFound]:
    """Dates that stand in the title."""
    for index, block in enumerate(head):
        if _CALLS.search(block.text):
            continue
        if block.words.startswith(("Date:", "Sent:")) and _is_mailed(head, index):
            continue
        for date in read(block.text):
            before = block.text[: date.start]
            if _OTHER_DATE.search(before) or _IN_ADDRESS.search(before):
                continue
            day = _day(document, date) or _with_year_above(date, head, block)
            if day is not None:
                weight = 5 if date.year is not None else 3
                yield DateFound(weight, block.start + date.start, block.start + date.end, day)


def _dates_of_front(document: Document, read: _Read) -> Iterator[DateFound]:
    """Dates that the front matter has in its title or description; the date beside them is that of publication."""
    for key in ("title", "description", "meeting_date", "meeting-date"):
        if key in document.front:
            start, end = document.front[key]
            for date in read(document.layout.masked[start:end]):
                if date.date is not None:
                    yield DateFound(4, start + date.start, start + date.end, date.date)


def _dates_of_furniture(document: Document, read: _Read) -> Iterator[DateFound]:
    """Dates in the header of a page, where the text below has none."""
    for line in document.layout.lines[:_LOG_HEAD]:
        if not line.furniture:
            continue
        for date in read(document.text[line.start : line.end]):
            if date.date is not None:
                yield DateFound(1, line.start + date.start, line.start + date.end, date.date)


def _dates_of_links(head: Sequence[Block]) -> Iterator[DateFound]:
    """The day in the address of a log, where a bot's summary has it nowhere else."""
    for block in head:
        for match in _LINKED.finditer(block.text):
            for date in find_dates(match[1]):
                if date.date is not None:
                    yield DateFound(2, block.start + match.start(1), block.start + match.end(1), date.date)


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
