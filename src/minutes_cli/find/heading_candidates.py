"""A line that may be a heading, with what speaks for it."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout, is_furniture

_DIGIT = lazy(r"\d")
_MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATE_OR_TIME = lazy(
    r"(?=[\djfmasond])(?:"  # how figures and months begin: this rules out most places
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTHS}\b.{{0,12}}\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}\b|\d{{1,2}}[.:]\d{{2}}\s*(?:[ap]\.?m\b)?|\d{{1,2}}\s*[ap]\.?m\b)"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})",
    re.IGNORECASE,
)
_WEEKDAY = lazy(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_ICON = lazy(r"\s*(?:pdf icon\s*)?\bPDF\s+\d+(?:\.\d+)?\s*[KM]B\s*$")
# A bot's note of who set a topic and when stands behind it: "* open floor (nick, 17:03:21)".
ASIDE = lazy(r"\s*\([^\s(),]+,\s+\d\d:\d\d(?::\d\d)?\)\s*$")
_AROUND = " \r\n:.-"  # what may stand around the words of a title
_OF_NUMBERS = string.ascii_letters + string.digits
_NUMBER_BEHIND = lazy(r"\s+\((?P<number>[A-Z]{1,2}(?:-?\d{1,2}[a-z]?)?(?:/[A-Z]{1,2}-?\d{1,2})?)\)\s*:?\s*$")


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Candidate:
    """A block that may be a heading, or that may open with one.

    ``style`` tells what sets it apart: hash, ruled, alone (number on a line of its own), number, bold, capitals, plain,
    topic (of a chat), roll (over names, once chosen), or run in, unnumbered: dash, opening (capitals), lead (bold, or
    usual words). ``title`` are offsets in the text, ``words`` what stands there; ``run_in`` that text goes on behind
    the title in the same block; ``strong`` that it looks like a heading of itself, whatever stands around it.
    """

    block: int
    start: int
    first: int
    last: int
    title: tuple[int, int]
    words: str
    style: str
    number: str = ""
    kind: str = ""
    hashes: int = 0
    indent: int = 0
    run_in: bool = False
    strong: bool = False
    colon: bool = False
    mark: str = ""


def made(layout: Layout, index: int, block: Block, style: str, *, start: int | None = None, last: Block | None = None,
          title: tuple[int, int] | None = None, number: str | None = None, hashes: int = 0, run_in: bool = False,
          strong: bool = False, colon: bool = False) -> Candidate:  # fmt: skip
    """The candidate that a block, or the block up to ``last``, makes; its title is all its words unless told."""
    line = layout.lines[block.first]
    last = last or block
    title = title or span(layout, block.body if start is None else start, last.end)
    words = layout.cut(*title)
    kind = line.label_kind if number is None else "cell"
    number = line.label if number is None else number
    lead = line.text[: line.body - line.start].rstrip()
    mark = lead[-1].strip(_OF_NUMBERS) if lead else ""
    # By place, for speed: names take longer than all the rest.
    return Candidate(
        index, block.start, block.first, last.last, title, words, style, number, kind,
        hashes, block.indent, run_in, strong, colon, mark,
    )  # fmt: skip


def with_number_behind(layout: Layout, index: int, block: Block, style: str, *, strong: bool = False) -> Candidate:
    """A heading whose number may stand in brackets at its end: "Adjournment (L)"."""
    line = layout.lines[block.first]
    behind = _NUMBER_BEHIND.search(block.words) if ")" in block.words and not line.label else None
    title = span(layout, block.body, block.body + behind.start()) if behind else None
    number = behind["number"] if behind else None
    colon = block.words.endswith(":")
    return made(layout, index, block, style, title=title, number=number, hashes=line.hashes, strong=strong, colon=colon)


def stripped(words: str) -> str:
    """The words of a line without the debris of a web page and a bot's notes at its end."""
    words = words.strip()
    if not words.endswith((")", "B")):
        return words
    tail = words[-60:]
    if "PDF" in tail:
        tail = _ICON.sub("", tail)
    if ":" in tail and tail.endswith(")"):
        tail = ASIDE.sub("", tail)
    return (words[:-60] + tail).strip()


def span(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """The offsets of a title's words: icons, closing punctuation and white space at the ends left out."""
    words = layout.masked[start:end]
    tail = _ICON.search(words) if "PDF" in words else None
    if tail is None and ")" in words and ":" in words and words.rstrip().endswith(")"):
        tail = ASIDE.search(words)
    if tail:
        words = words[: tail.start()]
    bare = words.lstrip(_AROUND)
    start += len(words) - len(bare)
    return start, start + len(bare.rstrip(_AROUND))


def date_in(words: str) -> re.Match[str] | None:
    """The first date or time in some words."""
    return _DATE_OR_TIME.search(words) if _DIGIT.search(words) else None


def is_dated(words: str) -> bool:
    """Whether words are a date and little else: "Monday 26 June 2017 at 6.30pm"."""
    date = date_in(words)
    return date is not None and (len(date[0]) * 2 > len(words) or bool(_WEEKDAY.match(words)))


def follows_blank(layout: Layout, index: int) -> bool:
    """Whether a blank line, page furniture or nothing stands before a line."""
    return index == 0 or layout.lines[index - 1].blank or is_furniture(layout.lines[index - 1])


def is_ruled(layout: Layout, block: Block) -> bool:
    """Whether the line below underlines the block, as in setext and plain-text headings."""
    after = block.last + 1
    if block.first != block.last or block.cell is not None or after >= len(layout.lines):
        return False
    line = layout.lines[after]
    if not line.ruled:
        return False
    rule = line.text.strip()
    return len(rule) >= max(3, len(block.words) // 2) and rule[0] in "-=~"
