"""Stacks: labels of a motion under one another and their values below, as converters read two columns.

RESULT:
MOVER:
AYES:
PASSED [2 TO 1]
Ann Vole, Trustee
Vole, Reed
"""

from __future__ import annotations

from minutes_cli.find.resolution_drafts import Draft, Stretch
from minutes_cli.find.resolution_floor import Floor

_LEAST = 3  # labels that make a stack
_MOST = 12
_LONGEST = 24  # characters of a label
_MOVERS = {"mover": "mover", "moved by": "mover", "moved": "mover", "sponsor": "mover"}
_SECONDERS = {"seconder": "seconder", "seconded by": "seconder", "seconded": "seconder", "second": "seconder"}
_RESULTS = ("result", "outcome", "vote")
_LISTS = (
    "ayes",
    "aye",
    "yeas",
    "yea",
    "nays",
    "nay",
    "noes",
    "abstain",
    "abstained",
    "abstentions",
    "absent",
    "recused",
)


def take_stack(floor: Floor, index: int) -> int | None:
    """Settle the motion that a stack of labels tells of; the index of the last unit of it, None where it is none."""
    labels: list[str] = []
    if _label(floor, index) not in _RESULTS:
        return None
    while len(labels) < _MOST and index + len(labels) < len(floor.units):
        if not (label := _label(floor, index + len(labels))):
            break
        labels.append(label)
    if len(labels) < _LEAST:
        return None
    values: dict[str, Stretch] = {}
    at, scope = index + len(labels), floor.units[index].scope
    for label in labels:
        if at >= len(floor.units) or floor.units[at].scope != scope or _label(floor, at):
            break
        start = floor.units[at].begin
        while (
            label not in (*_RESULTS, *_MOVERS, *_SECONDERS)
            and floor.units[at].text.rstrip().endswith(",")
            and at + 1 < len(floor.units)
        ):
            at += 1
        values[label] = (start, floor.units[at].end)
        at += 1
    if len(values) < len(labels) - 1 or floor.readings[index + len(labels)].result is None:
        return None
    _settle(floor, index, at - 1, values)
    return at - 1


def _label(floor: Floor, index: int) -> str:
    """The label that a unit is, without its colon; empty where it is none."""
    text = floor.units[index].text.strip()
    if not text.endswith(":") or len(text) > _LONGEST:
        return ""
    bare = text.rstrip(": ").lower()
    known = bare in _RESULTS or bare in _MOVERS or bare in _SECONDERS or bare in _LISTS
    return bare if known or text.isupper() else ""


def _settle(floor: Floor, index: int, end: int, values: dict[str, Stretch]) -> None:
    motion = floor.awaiting(index)
    result = next((values[label] for label in _RESULTS if label in values), None)
    if motion is None:
        motion = _behind_heading(floor, index)
    if motion is None or result is None:
        return
    for label, stretch in values.items():
        if label in _MOVERS:
            motion.mover = motion.mover or _name(floor, stretch)
        elif label in _SECONDERS:
            motion.seconder = motion.seconder or _name(floor, stretch)
        elif label in _LISTS:
            motion.tables.append(f"{label}: {floor.details.masked(stretch)}")
    motion.tables.insert(0, floor.details.masked(result))
    motion.evidence.append((floor.units[end].end, floor.units[end].end))
    motion.joined, motion.until, motion.put = False, end, True
    motion.outcome = floor.details.outcome_of(floor.details.masked(result))
    floor.close(motion)


def _name(floor: Floor, stretch: Stretch) -> Stretch:
    """The name in a value, without the office behind it: "Ann Vole, Trustee"."""
    comma = floor.details.masked(stretch).find(",")
    return stretch if comma < 0 else (stretch[0], stretch[0] + comma)


def _behind_heading(floor: Floor, index: int) -> Draft | None:
    """A motion in the words of the sentence or the heading before the stack."""
    before = floor.before(index) or floor.heading_before(index)
    match = floor.rules.first("result", "sentence", "Motion carried.")
    if before is None or match is None:
        return None
    return floor.draft(match, before, index)
