"""Nesting: what an entry such as "moved: AB" belongs to in a list of the minutes."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Stretch
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_MOTION = lazy(r"\W*(?:emergency\s+)?motion(?:\s+(?:no\.?\s*)?\w{1,3})?\s*[:-]\s", re.IGNORECASE)
_MOVER = lazy(r"\W*(?:propose[rd]|move[rd]|submitted)\b", re.IGNORECASE)
_NAMED = ("motion.proposed", "motion.moved", "motion.by-capital", "motion.to", "motion.amendment-in-brackets")
_FATES = ("result.bare", "result.shortened")
# An amendment with who moved it: it isn't what the names before it moved.
_AMENDMENT = lazy(
    r"\W*(?:\w+\s+)?amendment\b[^.;]*?[(:,\s](?:moved|proposed)\b|\W*(?:\w+\s+)?amendment\s+(?:by|from)\s"
    r"|\W*[A-Z][^.;:]{2,60}?\s(?:moved|proposed)\s+an\s+amendment\b",
    re.IGNORECASE,
)


def parent(floor: Floor, index: int) -> Stretch | None:
    """What a nested entry such as "moved: AB" belongs to: the entry it stands under, with the entries between."""
    block = _block(floor, index)
    if block is None or not (block.bullet or block.indent):
        return _entry_before(floor, index)
    for at in range(index - 1, max(-1, index - 60), -1):
        unit, other = floor.units[at], _block(floor, at)
        if unit.scope != floor.units[index].scope or other is None:
            return None if block.bullet else floor.before(index)
        if other.indent < block.indent and unit.first:
            if floor.last is not None and floor.last.until >= at:
                return None
            return unit.begin, other.end
    return floor.before(index)


def _entry_before(floor: Floor, index: int) -> Stretch | None:
    """A bullet and what is nested in it, right before an unmarked line."""
    at, least = index - 1, None
    while at >= 0 and floor.units[at].scope == floor.units[index].scope:
        other = _block(floor, at)
        if other is None or not other.bullet or (floor.last is not None and floor.last.until >= at):
            break
        if floor.units[at].first and (least is None or other.indent < least):
            least, found = other.indent, at
        if least == 0:
            break
        at -= 1
    if least is None:
        return floor.before(index)
    return floor.units[found].begin, floor.units[index - 1].end


def _block(floor: Floor, index: int) -> Block | None:
    position = floor.units[index].block
    return None if position is None else floor.document.blocks[position]


def is_title(floor: Floor, index: int) -> bool:
    """Whether what looks like a name behind "Motion:" is a title: its mover is named on the line below."""
    unit, after = floor.units[index], index + 1
    if not _MOTION.match(unit.text) or after >= len(floor.units) or floor.units[after].scope != unit.scope:
        return False
    return floor.readings[after].names is not None and _MOVER.match(floor.units[after].text) is not None


def is_amendment(floor: Floor, index: int) -> bool:
    """Whether a unit puts an amendment and names who moved it, so that names before it are those of the motion."""
    motion = floor.readings[index].motion
    return motion is not None and motion.rule.id in _NAMED and _AMENDMENT.match(floor.units[index].text) is not None


def is_moved(floor: Floor, index: int) -> bool:
    """Whether a motion, or a decision that somebody moved, stands right before a unit."""
    done = floor.just_done(index)
    return any(m.until == index - 1 for m in floor.open) or (done is not None and "mover" in floor.details.names(done))


def is_put(floor: Floor, index: int) -> bool:
    """Whether a motion or a marked resolution stands right before a unit, or what became of it right behind.

    Else two names are those who act.
    """
    done, after = floor.just_done(index), index + 1
    if after < len(floor.units) and floor.units[after].block == floor.units[index].block is not None:
        said = floor.readings[after].result
        if said is not None and said.rule.id in _FATES:
            return True
    return (done is not None and done.strong) or any(m.until == index - 1 and m.formal for m in floor.open)


def is_next_entry(floor: Floor, index: int, at: int) -> bool:
    """Whether a unit opens the entry behind the one that names end: "2. Noted. Proposed A, seconded B. / 3. Motion"."""
    block = _block(floor, at)
    unit, other = floor.units[index], floor.units[at]
    ends = not unit.first and other.first and not unit.text.rstrip().endswith((":", ":-"))
    return ends and block is not None and bool(block.label) and unit.block != other.block
