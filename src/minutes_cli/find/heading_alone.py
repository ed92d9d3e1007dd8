"""Titles whose number, or what announces them, stands on the line above: as web pages print their items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.find.heading_candidates import Candidate, made, stripped
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout

# Kinds of number that may stand on a line of their own, the title below them.
_ALONE = frozenset(("decimal", "code", "item", "roman", "letter"))
# A council's web page sets the item's title below these lines.
OVER_TITLE = lazy(r"agenda item$|Meeting: .{4,160} \(Item (?P<number>\d{1,3}(?:\.\d+)?[a-z]?)\)$", re.IGNORECASE)


def web_page(layout: Layout, blocks: Sequence[Block], index: int, titles: Titles) -> Candidate | None:
    """The title below "Agenda item", or below the line that says at which meeting an issue was an item."""
    match = OVER_TITLE.match(stripped(blocks[index].words))
    if match is None or index + 1 >= len(blocks):
        return None
    after = blocks[index + 1]
    fits = titles.fits(stripped(after.words), 45)
    return made(layout, index + 1, after, "alone", number=match["number"] or "") if fits else None


def number_alone(layout: Layout, blocks: Sequence[Block], index: int, titles: Titles) -> Candidate | None:
    """A number on a line of its own and the title on the next, as ModernGov prints its items."""
    block = blocks[index]
    line = layout.lines[block.first]
    if index + 1 >= len(blocks) or line.label_kind not in _ALONE or line.label.islower():
        return None
    after = blocks[index + 1]
    words = stripped(after.words)
    if after.cell or after.label or after.bullet or after.speaker or layout.lines[after.first].hashes:
        return None
    single = after.first == after.last or layout.lines[after.first].bold
    fits = single and titles.fits(words, 40) and not titles.is_marked(words)
    return made(layout, index, block, "alone", start=after.body, last=after) if fits else None
