"""Speech under a heading that announces tasks: where minutes are written as dialogue, few of its lines are tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_SAID = lazy(r"[A-Z][\w.'-]*(?:\s(?:and\s)?[A-Z][\w.'-]*){0,3}:\s+")
_WILL = lazy(r"(?:\w+\s+)?(?:will|'ll|to)\s", re.IGNORECASE)
_FEWEST = 3  # lines of speech that make a dialogue


def is_dialogue(blocks: Sequence[Block], first: int, last: int) -> bool:
    """Whether most paragraphs of a section are what somebody said, in a document that is written so elsewhere."""
    said = sum(_is_said(block) for block in blocks[first:last])
    if said < _FEWEST or 2 * said < last - first:
        return False
    return sum(_is_said(block) for block in (*blocks[:first], *blocks[last:])) >= _FEWEST


def said_words(words: str) -> str:
    """What was said, without the speaker."""
    said = _SAID.match(words)
    return words[said.end() :] if said else words


def is_promise(said: str) -> bool:
    """Whether somebody says of themselves that they will do something: "will ask the hall"."""
    return bool(_WILL.match(said))


def _is_said(block: Block) -> bool:
    return not block.listed and bool(_SAID.match(block.words))
