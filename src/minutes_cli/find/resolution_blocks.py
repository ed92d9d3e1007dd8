"""Blocks as the finder of resolutions takes them: with a number that is no marker, or without their first words."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

# "For: Aldermen Orr, Hay; Councillors Kerr, Moss (4)": one side's voters, by their rank.
VOTERS_GO_ON = lazy(
    r"\W*(?:(?:on\s+(?:a|the)\s+division\W+)?there\s+voted\W+(?=for\s+the\s+motion\b)[^:]{3,700}?;\s*for\s+the\s+amendment\b[^:]{0,400}"
    r"|(?:on\s+(?:a|the)\s+division\W+)?there\s+voted\W+(?=for\s+the\s+motion\b)[^:.]{3,400};\s*[^:.]{2,300};?"
    r"|(?:voting\s+)?(?:for|against|in\s+favou?r|ayes?|noes|nays?|abst\w*)\b[^:;]{0,12}[:-]\s*[^:;\d]{3,300}(?:;\s*(?:and\s+)?(?:Councill?ors?|Cllrs?|Crs?|Ald\w*"
    r"|Deput\w+|Messrs|Members?|Mrs?|Ms|Dr)\b[^:;\d]{3,300}){1,4}(?:\(\d{1,2}\)\W*)?)",
    re.IGNORECASE,
)
_IS_COUNT = lazy(
    r'"|(?:ayes?|yeas?|nays?|noes|yes|no|for|against|in favou?r|votes?)\b[\s,;-]*(?:\d|$)|'
    r"(?:members?|councill?ors?|votes?|trustees|governors|directors)\s+(?:voted|voting|for|against|in\s+fav|abst|were\s+in)",
    re.IGNORECASE,
)

_NUMBERED = lazy(r"\W*\d{1,4}[-/.]\d{2,4}\W*")  # a motion: "203/20   STARK: That the report be received"
_NUMBER_LINE = 80  # characters of a line with the number of a resolution


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


def is_numbered(rules: Rules, label: str, prior: str, *, first: bool, spoken: bool) -> bool:
    """Whether the number of a motion stands on the line above it, or is the label before the speaker who moves it."""
    if spoken:
        return _NUMBERED.fullmatch(label) is not None
    if not first or len(prior) > _NUMBER_LINE:
        return False
    return any("reference" in match.groups for match in rules.find("mover", "line", prior))
