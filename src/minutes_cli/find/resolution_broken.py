"""Broken lines: a motion whose words go on in the lines below, as converters leave them, or stand there alone."""

from __future__ import annotations

from minutes_cli.find.resolution_drafts import Draft
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy

FULL_STOP = lazy(r"[.!?:;)\"\]]\s*$")
_LABEL_WORDS = 5  # words of a label on a line of its own
_LINES = 12  # lines that a motion may be broken over


def heads_motion(floor: Floor, index: int) -> bool:
    """Whether a unit is but the label over a motion in its mover's sentence: "Motion to amend:"."""
    unit, after = floor.units[index], index + 1
    if not unit.text.rstrip().endswith(":") or len(unit.text.split()) > _LABEL_WORDS or after >= len(floor.units):
        return False
    return floor.readings[after].motion is not None and floor.units[after].scope == unit.scope


def broken_line(floor: Floor, draft: Draft, index: int) -> int:
    """A motion cut off at the end of a line goes on in the lines below, where a converter lost the paragraph."""
    end, block = index, floor.units[index].block
    while end + 1 < len(floor.units) and end - index < _LINES and block is not None:
        unit, reading = floor.units[end + 1], floor.readings[end + 1]
        here = floor.document.blocks[unit.block] if unit.block is not None else None
        silent = not (reading.result or reading.names or reading.motion or reading.decision)
        if here is None or not silent or unit.scope != floor.units[index].scope or here.bullet or here.cell is not None:
            break
        colon = unit.text.rstrip().endswith(":")
        goes_on = unit.text[:1].islower() or len(unit.text.split()) > _LABEL_WORDS
        if here.first != floor.document.blocks[block].last + 1 or (colon and not goes_on):
            break
        end, block = end + 1, unit.block
        if FULL_STOP.search(unit.text) and not colon:
            break
    draft.pieces[-1] = (draft.pieces[-1][0], floor.units[end].end)
    return end
