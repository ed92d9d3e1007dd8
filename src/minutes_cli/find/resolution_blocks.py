"""Blocks as the finder of resolutions takes them: with a number that is no marker, or without their first words."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_IS_COUNT = lazy(
    r'"|(?:ayes?|yeas?|nays?|noes|yes|no|for|against|in favou?r|votes?)\b[\s,;-]*(?:\d|$)|'
    r"(?:members?|councill?ors?|votes?|trustees|governors|directors)\s+(?:voted|voting|for|against|in\s+fav|abst|were\s+in)",
    re.IGNORECASE,
)


def with_number(block: Block) -> Block:
    """A block whose number is no marker but part of its words: '11 "Yes" votes', "4 Ayes, 0 Nays"."""
    lead = block.text[: block.body - block.start].rstrip()
    if block.label.isdigit() and lead.endswith(block.label) and _IS_COUNT.match(block.words):
        body = len(lead) - len(block.label)
        return replace(block, body=block.start + body, words=block.text[body:].rstrip())
    return block


def behind(block: Block, length: int) -> Block:
    """A block without the first of its words, up to an offset in them."""
    start = block.body + length
    text = block.text[start - block.start :]
    return replace(block, start=start, body=start, text=text, words=text.rstrip(), label="", bullet="")
