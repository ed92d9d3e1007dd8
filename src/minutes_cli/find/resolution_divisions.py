"""Divisions between a motion and an amendment to it, which settle both."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Stretch
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.values.votes import read_vote

_FOR_WHICH = lazy(r"\b(?:for|in\s+favou?r\s+of|supported)\s+the\s+(motion|amendment)\b", re.IGNORECASE)


def divide(floor: Floor, index: int, stretch: Stretch) -> None:
    """A division between motion and amendment: the one that lost is gone, the other waits for its decision."""
    pair = [motion for motion in floor.open if motion.scope == floor.units[index].scope][-2:]
    if len(pair) < 2:
        return
    vote = read_vote(floor.rules, floor.details.masked(stretch))
    amended = vote is not None and (vote.for_ or 0) < (vote.against or 0)
    kept, gone = (pair[1], pair[0]) if amended else (pair[0], pair[1])
    kept.add(stretch, index, text=False)
    if re.search(r"\bcarried\b", floor.units[index].text):
        kept.outcome = "carried"
        floor.close(kept)
    floor.open = [motion for motion in floor.open if motion is not gone]


def count_for_each(floor: Floor, index: int) -> bool:
    """How many were for a motion and how many for the amendment to it, each in a sentence of its own."""
    unit = floor.units[index]
    sides = _FOR_WHICH.findall(unit.text)
    pair = [motion for motion in floor.open if motion.scope == unit.scope]
    if len(sides) != 1 or len({motion.amendment for motion in pair}) != 2:
        return False
    vote = read_vote(floor.rules, unit.text)
    if vote is None or vote.for_ is None:
        return False
    for motion in pair:
        own = motion.amendment == (sides[0].lower() == "amendment")
        motion.tables.append(f"{'For' if own else 'Against'}: {vote.for_}")
    return True
