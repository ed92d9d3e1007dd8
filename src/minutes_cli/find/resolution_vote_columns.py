"""Votes in columns of names, which a converter left as lines: who was for, who against, who abstained.

For             Against         Abstain
Cr Vole         Cr Reed         Nil
Cr Ash
"""

from __future__ import annotations

import re

from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.values.votes import count_names

_HEAD = lazy(
    r"\s*(?P<for>(?:in\s)?favou?r|for|ayes?|yeas?|yes)\s{2,}(?P<against>against|noes|nays?|no|opposed)"
    r"(?:\s{2,}(?P<abstain>abst\w*|not\s+voting))?\s*",
    re.IGNORECASE,
)
_LONGEST = 90  # characters of a line that heads the columns
_CELL = lazy(r"\S+(?:\s\S+)*")
_NOBODY = lazy(r"(?:nil|none|n/?a|-+)\W*", re.IGNORECASE)
_LINES = 20
# What became of the motion, on the line below the columns.
_FATE = lazy(r"\s*(?:motion|amendment|carried|lost|defeated|passed|failed|tied?|result)\b", re.IGNORECASE)


def take_columns(floor: Floor, index: int) -> int | None:
    """The index of the last unit of the columns that a unit heads, their votes added; None where it heads none."""
    unit = floor.units[index]
    if len(unit.text) > _LONGEST or "  " not in unit.text or unit.block is None or not _HEAD.fullmatch(unit.text):
        return None
    draft = floor.just_done(index) or floor.awaiting(index)
    layout = floor.document.layout
    first = floor.document.blocks[unit.block].first
    head = _HEAD.fullmatch(layout.masked[layout.lines[first].start : layout.lines[first].end])
    if draft is None or head is None:
        return None
    starts = {side: head.start(side) for side in ("for", "against", "abstain") if head[side]}
    counts: dict[str, int] = {}
    end = None
    for line in layout.lines[first + 1 : first + 1 + _LINES]:
        found = _line(layout.masked[line.start : line.end], starts)
        if not found:
            break
        for side, number in found:
            counts[side] = counts.get(side, 0) + number
        end = line.end
    if end is None:
        return None
    draft.tables.append("\n".join(f"{side.capitalize()}: {number}" for side, number in counts.items()))
    draft.evidence.append((end, end))
    last = index
    while last + 1 < len(floor.units) and floor.units[last + 1].start < end:
        last += 1
    draft.until = last
    return last


def _line(text: str, starts: dict[str, int]) -> list[tuple[str, int]]:
    """The names of a line by the column that they stand nearest to; empty where the line is no row of names."""
    found: list[tuple[str, int]] = []
    if _FATE.match(text):
        return found
    for cell in _CELL.finditer(text):
        side = min(starts, key=lambda name: abs(starts[name] - cell.start()))
        number = 0 if _NOBODY.fullmatch(cell[0]) else count_names(cell[0])
        if number is None:
            return []
        found.append((side, number))
    return found
