"""Sentences as the finder of resolutions takes them: joined where a stop cut them short, parted where two are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minutes_cli.find.resolution_blocks import VOTERS_GO_ON
from minutes_cli.patterns import lazy
from minutes_cli.text.sentences import split_sentences

_CUT_ENDS = (
    ";",
    *(
        f"{word}."
        for word in "prop sec secd scd Prop Sec Scd I Proposed Seconded Moved PROPOSED SECONDED MOVED".split()
    ),
)
_CUT_OFF = lazy(
    r"\b(?:prop|sec|secd|scd|Prop|Sec|Scd)\.$|\b(?:[Ss]econded|[Pp]roposed|[Mm]oved|[Ss]ec\.?|[Pp]rop\.?)\s+(?:by\s+)?I\.$|(?:^|[\s:])(?:[Ff]or|[Aa]yes?|[Yy]es|[Aa]gainst|[Nn]ays?|[Nn]oes|[Ff]avou?r)\s*[:=-]?\s*[\d,]{1,9}\s*;$"
    r"|(?:^|[.;(]\s*|,\s*)(?:Proposed|Seconded|Moved|PROPOSED|SECONDED|MOVED)(?:\.|\s*\([^()]{2,30}\);)$"
)
# "The recommendations having been moved by A and seconded by B, an amendment was proposed by C".
_AMENDED = lazy(
    r"\b(?:moved|proposed|seconded)\s+by\b[^;]{2,120}?\w(?P<cut>,\s+)(?=an\s+amendment\s+was\s+(?:then\s+)?"
    r"(?:moved|proposed|put\s+forward)\s+by\b)",
    re.IGNORECASE,
)
# Of several proposals whose votes a paragraph tells, each in its turn: "Proposal 1: 34 for, 2 against; Proposal 2: …".
_EACH_VOTED = lazy(
    r"(?<!\w)(?:proposal|proposition|motion|amendment|resolution|rule\s+change|question|(?:warrant\s+)?article|measure)"
    r"\s*(?:\#\s*|no\.?\s*)?(?:\d{1,3}[a-z]?|(?-i:[A-H]))\s*[:,-]\s*(?=[^:;.]{0,90}?"
    r"(?:\d\s*(?:votes?\s+)?(?:for|in\s+favou?r|yes|ayes?)\b|\b(?:for|yes|ayes?)\s*[:=-]?\s*\d))",
    re.IGNORECASE,
)

_DIGIT = lazy(r"\d")
_VOTED_ON = ("proposal", "proposition", "motion", "amendment", "resolution", "rule", "question", "article", "measure")


def sentences_of(words: str, begin: int) -> list[tuple[int, int]]:
    """The sentences of a paragraph's words behind the name of its speaker."""
    spans = _rejoined(words, [(start + begin, end + begin) for start, end in split_sentences(words[begin:])])
    if "n amendment was " in words:
        spans = [part for span in spans for part in _parted(words, *span)]
    elif _may_vote_on_each(words) and len(each := [voted.start() for voted in _EACH_VOTED.finditer(words)]) > 1:
        spans = [part for span in spans for part in _cut_at(each, *span)]
    return spans


def _may_vote_on_each(words: str) -> bool:
    """Whether what is voted on may stand twice in a paragraph, with a number: a cheap look before the pattern's."""
    if not _DIGIT.search(words):
        return False
    return not words.isascii() or sum(map(words.lower().count, _VOTED_ON)) > 1


def _rejoined(words: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences cut behind "prop." or a "Proposed." of its own are joined with the name that follows."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _goes_on(words, joined[-1], end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _parted(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, cut where it passes on from the motion, having been moved, to an amendment to it."""
    amended = _AMENDED.search(words, start, end)
    return [(start, end)] if amended is None else [(start, amended.start("cut") + 1), (amended.end(), end)]


def _cut_at(places: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at those of some places that lie within it."""
    inside = [start, *(place for place in places if start < place < end), end]
    yield from pairwise(inside)


def _goes_on(words: str, last: tuple[int, int], end: int) -> bool:
    """Whether a sentence goes on with the next one: "(Cllrs Ash and Bell for; Cllr Cox against)", "sec. Jo Vole"."""
    if words[last[1] - 1] == ";" and (
        words.rfind("(", *last) > words.rfind(")", *last) or VOTERS_GO_ON.fullmatch(words[last[0] : end])
    ):
        return True
    return words.endswith(_CUT_ENDS, *last) and bool(_CUT_OFF.search(words[slice(*last)][-40:]))
