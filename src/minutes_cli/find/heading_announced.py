"""Titles behind what announces them: a bot's "#topic Bees", "In re: Fees", "Issue 88: Leap days", a kind of item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from minutes_cli.find.heading_candidates import Candidate, follows_blank, made
from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout

_TOPIC = lazy(r"(?:\#topic|(?:sub-?)?topic:)\s+(?=\S)", re.IGNORECASE)
# Matters of American counties and courts: "IN RE:  APPOINTMENTS".
_IN_RE = lazy(r"(?P<in>in\s+)?re:\s+(?=\S)", re.IGNORECASE)
# Kinds of items as meeting software prints them before the item's number: "Action (Consent): 1. Claims".
_TYPED = lazy(
    r"(?:Procedural|Action|Discussion|Information|Reports?|Presentation|Recognition|Consent|Minutes)"
    r"(?: \([A-Z][\w ,]{2,30}\)|(?:, [A-Z][a-z]+){1,3})?: +(?P<number>\d{1,2}(?:\.\d{1,2})?)\.? +(?=[A-Z])"
)
_TYPES = ("Procedural: ", "Action (Consent)")
_LONGEST_TOPIC = 10  # characters up to the colon behind "sub-topic"
# Issues of working groups, over what is said of them: "Issue 88: Leap days".
_ISSUE = lazy(r"(?:Issue|ISSUE) #?\d{1,5}: +[A-Za-z]")


def announced(layout: Layout, blocks: Sequence[Block], index: int, words: str, titles: Titles) -> Candidate | None:
    """The candidate of a block that opens so; all but a bot's topics hold a colon."""
    block = blocks[index]
    line = layout.lines[block.first]
    topic = _TOPIC.match(block.words) if words[0] == "#" or ":" in words[:_LONGEST_TOPIC] else None
    if topic and (line.speaker or not line.label):
        return made(layout, index, block, "topic", start=block.body + topic.end(), strong=True)
    if words[:2] in ("IN", "In", "RE") and (matter := _IN_RE.match(block.words)):
        start = None if matter["in"] else block.body + matter.end()
        if start is None or is_capital(words):
            return made(layout, index, block, "topic", start=start, strong=True)
    if ":" in words[:50] and (kind := _TYPED.match(block.words)) and _is_typed(layout.text):
        start = block.body + kind.end()
        return made(layout, index, block, "topic", start=start, number=kind["number"], strong=True)
    if words[:5].upper() == "ISSUE" and _ISSUE.match(words) and _stands_out(layout, blocks, index, words, titles):
        return made(layout, index, block, "topic", strong=True)
    return None


@lru_cache(maxsize=1)  # asked of one document after the other, of each at few of its blocks
def _is_typed(text: str) -> bool:
    """Whether the items of a document have their kind before their number."""
    return any(kind in text for kind in _TYPES)


def _stands_out(layout: Layout, blocks: Sequence[Block], index: int, words: str, titles: Titles) -> bool:
    """Whether a line of title stands alone over text that is set farther in."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else block
    if block.first != block.last or block.indent >= below.indent or below.first == block.last + 1 or below.bullet:
        return False
    return follows_blank(layout, block.first) and words[-1] not in ".;," and not titles.is_sentence(words)
