"""Whose meeting it was: the title and the body, from the lines at the head of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.values.dates import find_dates

_TITLE = lazy(r"\b(?:minutes?|meeting|notes|proceedings)\b", re.IGNORECASE)
_LABEL = lazy(r"[A-Za-z ]{2,24}:\s|(?:in attendance|present|attendees|apologies)\b", re.IGNORECASE)
# Of these every body of some kind has one, so the line above says whose it is.
_GENERIC = lazy(
    r"(?:the\s+)?(?:full\s+)?(?:(?:city|town|parish|county)\s+)?(?:board(?:\s+of\s+\w+)?|council|committee|cabinet|senate|"
    r"governing\s+body|(?:board|executive|management)\s+committee|trustees|directors)",
    re.IGNORECASE,
)
# What follows the body's name on the same line.
_BEHIND_BODY = lazy(
    r"\s*(?:[-,:]\s*)?\b(?:(?:regular|ordinary|annual|general|monthly|special|extraordinary|"
    r"unconfirmed|confirmed)\b\s*)*\b(?:(?:meeting|minutes|agenda|business|telecon|teleconference|call|agm|egm)\b|"
    r"held\s+(?:on|at|in|by|via|over)\b|which\s+(?:was|took)\b).*$",
    re.IGNORECASE,
)
_BEFORE_BODY = lazy(
    r"^\s*(?:(?:draft|approved|(?:un)?confirmed|final)\s+(?!and\b))?"
    r"(?:(?:minutes?|notes?|agenda|proceedings)\s+(?:of|for|from)\s+(?:the\s+)?"
    r"(?:.{0,40}?\b(?:meeting|call|session)s?\s+(?:of|for)\s+(?:the\s+)?)?)?",
    re.IGNORECASE,
)


def find_title(document: Document, head: Sequence[Block]) -> tuple[int, int] | None:
    """The line that names the document: the first of the head that speaks of minutes or a meeting."""
    for block in head:
        if _TITLE.search(block.words) and not _LABEL.match(block.words) and len(block.words.split()) <= 60:
            return block.body, block.start + len(block.text.rstrip())
    return document.front.get("title") or ((head[0].body, head[0].end) if head and head[0].words else None)


def find_body(document: Document, rules: Rules, head: Sequence[Block]) -> tuple[int, int] | None:
    """The body that met: named in the title, or on a line of its own above it."""
    noun = rules.regex(r"\b{body_noun}s?\b", ignore_case=True)
    organ = rules.regex(r"\b{organ_noun}\b", ignore_case=True)
    for block in head:
        for match in rules.find("date", "block", block.text):
            if "body" in match.groups:
                start, end = match.groups["body"]
                return block.start + start, block.start + end
    named: list[tuple[int, int]] = []
    for first, second in pairwise(head[:6]):
        if _GENERIC.fullmatch(second.words.strip()) and _names_a_place(first):
            return first.body, second.body + len(second.words)
    for block in head:
        if noun.search(block.words) and len(block.words.split()) <= 14 and not _LABEL.match(block.words):
            span = _without_frame(document, block)
            if span is not None:
                named.append(span)
    for above, span in pairwise(named[:4]):
        if _GENERIC.fullmatch(document.cut(*span)) and not document.layout.masked[above[1] : span[0]].strip():
            return above[0], span[1]
    titled = _of_title(document, rules, head, organ)
    if titled is not None and not _GENERIC.match(document.cut(*titled)):
        return titled
    organs = [span for span in named[:4] if organ.search(document.layout.masked[slice(*span)])]
    own = [span for span in organs or named if not _GENERIC.fullmatch(document.cut(*span))]
    if named:
        return (own or [span for span in named if not _GENERIC.fullmatch(document.cut(*span))] or named)[0]
    return _of_title(document, rules, head, noun)


def _names_a_place(block: Block) -> bool:
    """Whether a line above "CITY COUNCIL" or "SENATE" says of where it is: "CITY OF EASTHAM"."""
    words = block.words.strip()
    plain = not _TITLE.search(words) and not find_dates(words) and ":" not in words
    return plain and 1 < len(words.split()) <= 8 and words[:1].isupper()


def _of_title(document: Document, rules: Rules, head: Sequence[Block], noun: re.Pattern[str]) -> tuple[int, int] | None:
    """The body that the title says these are the minutes of, if it is one of those that the noun names."""
    for block in head:
        for match in rules.find("body", "block", block.text):
            start, end = match.groups["body"]
            if noun.search(document.layout.masked, block.start + start, block.start + end):
                return block.start + start, block.start + end
    return None


def _without_frame(document: Document, block: Block) -> tuple[int, int] | None:
    """A line's words without "Minutes of the … meeting of" before them and "meeting, 3 May" behind them."""
    start, end = block.body, block.start + len(block.text.rstrip())
    command = re.match(r"#\w+\s+", document.layout.masked[start:end])
    start += command.end() if command else 0
    words = document.layout.masked[start:end]
    before = _BEFORE_BODY.match(words)
    start += before.end() if before else 0
    words = document.layout.masked[start:end]
    behind = _BEHIND_BODY.search(words)
    dates = find_dates(words)
    cut = min([behind.start() if behind else len(words), *(date.start for date in dates[:1])])
    words = words[:cut].rstrip(" ,:;.-(")
    if re.match(r"\(|held\b|(?:regular|special|ordinary|annual|monthly|extraordinary)\s+\S+$", words, re.IGNORECASE):
        return None
    return (start, start + len(words)) if len(words.split()) > 1 or words.lower() in ("cabinet", "senate") else None
