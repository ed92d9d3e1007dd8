"""Divisions: between a motion and an amendment to it, which settle both, and those that a member calls for."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Stretch
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.values.votes import read_vote

_SIDE = lazy(r"\W*(?:the\s+)?(?P<side>motion|amendment)\W+(?P<votes>\d{1,3})\b", re.IGNORECASE)
_FOR_WHICH = lazy(r"\b(?:for|in\s+favou?r\s+of|supported)\s+the\s+(motion|amendment)\b", re.IGNORECASE)
_CALLED = lazy(
    r"\W*(?:an?\s+|the\s+)?(?:\w+\s+)?(?:division|poll|recorded\s+vote|roll\s+call|named\s+vote)\b[^.]{0,30}?\b(?:called|requested|demanded|"
    r"sought|taken|recorded|held)\b|\W*[^.]{2,60}?\b(?:call|request|demand|ask)(?:ed|s)\s+(?:for\s+)?(?:the\s+vote\W*$|(?:a|the)\s+(?:\w+\s+)?(?:division|poll|vote)\b)"
    r"|\W*[^.]{2,60}?\bforeshadow(?:ed|s)\s+(?:that\b|an?\s+(?:\w+\s+)?(?:motion|amendment)\b)"
    r"|\W*(?:voting(?:\s+record)?|record\s+of\s+vot(?:es?|ing)|(?:recorded\s+)?votes?(?:\s+recorded)?|division)\W*$",
    re.IGNORECASE,
)


def divide(floor: Floor, index: int, stretch: Stretch) -> None:
    """A division between motion and amendment: the one that lost is gone, the other waits for its decision."""
    pair = [motion for motion in floor.open if motion.scope == floor.units[index].scope][-2:]
    if len(pair) < 2:
        return
    vote = read_vote(floor.rules, floor.details.masked(stretch))
    amended = vote is not None and (vote.for_ or 0) < (vote.against or 0)
    kept, gone = (pair[1], pair[0]) if amended else (pair[0], pair[1])
    kept.add(stretch, index, text=False)
    if amended and vote is not None:
        kept.tables.append(f"For: {vote.against}; Against: {vote.for_}")  # the sentence counts for the motion first
    if re.search(r"\bcarried\b", floor.units[index].text):
        kept.outcome = "carried"
        floor.close(kept)
    floor.open = [motion for motion in floor.open if motion is not gone]


def count_for_each(floor: Floor, index: int) -> bool:
    """How many were for a motion and how many for the amendment to it, each in a sentence of its own."""
    unit = floor.units[index]
    pair = [motion for motion in floor.open if motion.scope == unit.scope]
    if len({motion.amendment for motion in pair}) != 2:
        return False
    side, votes = _side_of(floor, unit.text)
    for motion in pair if votes is not None else ():
        own = motion.amendment == (side == "amendment")
        motion.until = index
        motion.tables.append(f"{'For' if own else 'Against'}: {votes}")
        vote = read_vote(floor.rules, "; ".join(motion.tables))
        if vote and vote.for_ is not None and vote.against is not None and vote.for_ < vote.against:
            motion.outcome = "lost"
    return votes is not None


def _side_of(floor: Floor, text: str) -> tuple[str, int | None]:
    """Which of the two a count is for, and how many votes: "Motion - 9 votes", "9 voted for the amendment"."""
    entry = _SIDE.match(text)
    if entry:
        return entry["side"].lower(), int(entry["votes"])
    sides = _FOR_WHICH.findall(text)
    vote = read_vote(floor.rules, text) if len(sides) == 1 else None
    return (sides[0].lower(), vote.for_) if vote is not None else ("", None)


def is_called_for(floor: Floor, index: int) -> bool:
    """Whether a division was called for on what was just carried: "CARRIED / A division was called by Cr Vole"."""
    last, unit = floor.last, floor.units[index]
    if last is None or last.until != index - 2 or last.scope != unit.scope:
        return False
    return _CALLED.match(floor.units[index - 1].text) is not None
