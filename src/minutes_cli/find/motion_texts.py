"""Texts of motions that stand apart from what is told of them: behind the result, or before who moved them."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft, Stretch
from minutes_cli.find.resolution_echoes import told_of
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lines import MOVES_IT
from minutes_cli.find.resolution_names import hear_names, is_clause
from minutes_cli.find.resolution_results import hear_result

_MOVED = ("motion.proposed", "motion.moved")
_TITLES = ("result.names", "motion.label", "motion.heading-vote")
_NEAR = 8  # units below the words of a motion that tell what became of it
_MOST = 24  # units between, of what the motion notes and believes


def hear_of_motion(floor: Floor, index: int) -> int | None:
    """Take a sentence about the motion before for what became of it, or for who moved it; None where it is no such.

    "The proposal for £9 was then carried", and "Jo moved the motion", alone or with its result.
    """
    unit, reading = floor.units[index], floor.readings[index]
    told = told_of(floor, index)
    if told is not None:
        told.add((unit.begin, unit.end), index, text=True)
        told.outcome = floor.details.outcome_of(unit.text)
        floor.close(told)
        return index
    if reading.motion is None or reading.motion.rule.id not in _MOVED or not MOVES_IT.match(unit.text):
        return None
    if not floor.open and not (floor.before(index) and is_clause(floor, index - 1)):
        return None
    if reading.result is not None and not reading.says("tally"):
        return hear_result(floor, index)
    waiting = floor.awaiting(index)
    end = hear_names(floor, index)
    if waiting is not None and waiting.outcome is None and reading.decision is not None:
        waiting.outcome = floor.verdict(unit, reading.decision)
        floor.close(waiting)
    return end


def _settled_above(floor: Floor, index: int) -> Draft | None:
    """The record above of a motion that so far is but a title and names, whose words begin at a unit."""
    last, unit = floor.last, floor.units[index]
    if last is None or last.outcome is None or last.amendment or last.match.rule.id not in _TITLES:
        return None
    if last.scope != unit.scope or last.until < index - _MOST or any(m.scope == unit.scope for m in floor.open):
        return None
    between = floor.readings[last.until + 1 : index]
    return None if any(r.result or r.motion or r.decision or r.names for r in between) else last


def take_text(floor: Floor, index: int, draft: Draft) -> bool:
    """Make the words of a motion the record in place of its title above; False where a result of their own follows."""
    settled, after = _settled_above(floor, index), draft.until + 1
    if settled is None:
        return False
    if after < len(floor.units) and floor.units[after].scope == draft.scope and floor.readings[after].result:
        return False
    floor.done.remove(settled)
    draft.evidence = [*settled.evidence, *draft.evidence]
    draft.outcome = settled.outcome
    draft.mover, draft.seconder = settled.mover, settled.seconder
    draft.reference = draft.reference or settled.reference
    floor.close(draft)
    return True


def is_away(floor: Floor, index: int, mover: Stretch) -> bool:
    """Whether the item of a motion tells that who gave notice of it was not there to move it."""
    name = re.escape(floor.details.masked(mover).split()[-1])
    away = (
        rf"absence\s+of\b[^;]{{0,24}}\b{name}\b|\b{name}\s+(?:was|being|is)\s+"
        r"(?:not\s+(?:present|there|in\s)|absent\b|unable\s)"
    )
    for unit in floor.units[index : index + _NEAR]:
        if unit.scope == floor.units[index].scope and re.search(away, unit.text):
            return True
    return False
