"""Grids of votes flattened to text: a column for each side, and a mark by each name in one of them.

            YEA   NAY   ABSTAIN
Vole         X
Reed               X
"""

from __future__ import annotations

import re

from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy

_SIDE = (
    r"(?:(?P<for>yeas?|ayes?|yes|for|in\s+favou?r)|(?P<against>nays?|noes|no|against|opposed)"
    r"|(?P<abstain>abst\w*\.?)|absent|recused?|excused|away|not\s+voting)"
)
_UNNAMED = re.sub(r"\?P<\w+>", "", _SIDE)
_HEAD = lazy(rf"\W*(?:(?:\w+\s)?\w+(?:\s{{2,}}|\t+))?{_UNNAMED}(?:(?:\s{{2,}}|\t+){_UNNAMED}){{1,4}}\W*", re.IGNORECASE)
_SIDES = lazy(rf"(?<!\S){_SIDE}(?!\S)", re.IGNORECASE)
_ROW = lazy(r"[ \t]*[A-Z][\w.,' -]{1,40}?(?:(?:[ ]{2,}|\t+)[ \t]*(?P<mark>[xX✓✔√*●]{1,2}|yes|YES|Yes|[A-Z]{2}))?[ \t]*")
_LONGEST = 90  # characters of the head
_MARKS = 2  # names with a mark that make a grid


def take_grid(floor: Floor, index: int) -> int | None:
    """Count a grid that opens with a unit for the motion before it; the last unit of it, None where it is none."""
    unit = floor.units[index]
    if len(unit.text) > _LONGEST or not _HEAD.fullmatch(unit.text):
        return None
    motion = floor.awaiting(index) or floor.just_done(index)
    text = floor.document.layout.masked
    start = text.rfind("\n", 0, unit.begin) + 1
    if motion is None or (end := text.find("\n", unit.end)) < 0:
        return None
    columns = [(_middle(text[start:end], *side.span()), side.lastgroup) for side in _SIDES.finditer(text[start:end])]
    counts, marks = {"for": 0, "against": 0, "abstain": 0}, 0
    while (row := _ROW.fullmatch(text, end + 1, _line_end(text, end + 1))) is not None and row.end() > end + 1:
        if row["mark"]:
            at = _middle(text[row.start() : row.end()], row.start("mark") - row.start(), row.end("mark") - row.start())
            side = min(columns, key=lambda column: abs(column[0] - at))[1]
            marks += 1
            if side is not None:
                counts[side] += 1
        end = row.end()
    if marks < _MARKS:
        return None
    motion.tables.append(f"For: {counts['for']}; Against: {counts['against']}; Abstained: {counts['abstain']}")
    motion.evidence.append((end, end))
    while index + 1 < len(floor.units) and floor.units[index + 1].start < end:
        index += 1
    motion.until, motion.joined = index, False
    return index


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _middle(line: str, start: int, end: int) -> float:
    """The column in which the middle of a stretch of a line stands, its tabs set eight apart."""
    before = len(line[:start].expandtabs(8))
    return before + (end - start) / 2
