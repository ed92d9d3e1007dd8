"""Rows: the block of labels below an item that says what became of it, who moved it and who voted how.

RESULT: TABLED [2 TO 1]
MOVER: Ann Vole, Trustee
AYES: Vole, Reed
NAYS: Cole
"""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft, Stretch
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy

RESULT_ROW = lazy(r"\W*(?:results?|outcome|action\s+taken)\s*:(?=\s*\w)", re.IGNORECASE)
_NAMED_ROW = lazy(
    r"\W*(?:(?P<mover>mover|moved\s+by|moved|motion\s+by|sponsor)|(?P<seconder>seconder|seconded\s+by|seconded|second))"
    r"\s*:\s*(?P<name>\w[^,;:]{1,59}+)(?!:)",
    re.IGNORECASE,
)
_VOTERS_ROW = lazy(
    r"\W*(?:ayes?|yeas?|yes|nays?|noes|no|for|against|abstain(?:ed)?|abstentions?|absent|excused|recused|away)\s*:",
    re.IGNORECASE,
)
_VOTE_ON = lazy(
    r"\W*vote\s+on\s+(?:the\s+)?(?:main|original|substantive|motion\b(?!\s+to\s+amend)|(?P<amend>motion\s+to\s+amend|(?:\w+\s+)?amendment))",
    re.IGNORECASE,
)
_CARRIED = "Motion carried."  # the rule that tells of this tells of the block, which no rule reads as a whole
_ROWS = 10  # units that such a block may take up
_MORE = 80  # characters of a line that names go on in
_WORDS = 6  # of a result alone below its heading


def take_rows(floor: Floor, index: int) -> int | None:
    """Settle what a block of such labels tells of, where no motion is above it; the index of its last unit."""
    unit = floor.units[index]
    if RESULT_ROW.match(unit.text) is None:
        return None
    awaiting = floor.awaiting(index)
    above = None if _is_row(floor, index - 1) else floor.before(index) or floor.heading_before(index)
    match = floor.rules.first("result", "sentence", _CARRIED)
    names: dict[str, Stretch] = {}
    end = last = index
    while end + 1 < len(floor.units) and end - index < _ROWS and floor.units[end + 1].scope == unit.scope:
        row = floor.units[end + 1]
        named = _NAMED_ROW.match(row.text)
        if named is not None:
            side = "mover" if named["mover"] else "seconder"
            start, stop = named.span("name")
            names.setdefault(side, (row.begin + start, row.begin + stop))
            last = end + 1
        elif not _VOTERS_ROW.match(row.text) and not (end > last and _goes_on(floor, end + 1)):
            break
        end += 1
    if match is None or not names:
        return None
    motion = _voted_on(floor, index, names) or awaiting
    if motion is None:
        motion = floor.draft(match, above or (unit.begin, unit.end), index if above is None else index - 1)
    for at in range(index, end + 1):
        motion.add((floor.units[at].begin, floor.units[at].end), at, text=at <= last, apart=False)
    read = floor.readings[index].result
    motion.mover, motion.seconder = names.get("mover", motion.mover), names.get("seconder", motion.seconder)
    motion.outcome = floor.details.outcome_of(unit.text) if read is None else floor.outcome(index, read)
    motion.put = True
    floor.close(motion)
    return end


def _voted_on(floor: Floor, index: int, names: dict[str, Stretch]) -> Draft | None:
    """The motion that a line above the block names, "VOTE ON THE MAIN MOTION", or whose mover the block names."""
    motions = [m for m in reversed(floor.open) if m.scope == floor.units[index].scope and m.nominee is None]
    named = _VOTE_ON.match(floor.units[index - 1].text) if index else None
    if named is not None:
        return next((motion for motion in motions if motion.amendment == bool(named["amend"])), None)
    if "mover" not in names:
        return None
    mover = floor.details.masked(names["mover"]).split()[-1]
    known = [(motion, floor.details.names(motion).get("mover")) for motion in motions]
    return next((motion for motion, its in known if its and floor.details.masked(its).split()[-1] == mover), None)


def _is_row(floor: Floor, index: int) -> bool:
    """Whether a unit is a row of such a block, which another then follows."""
    text = floor.units[index].text if index >= 0 else ""
    return bool(_VOTERS_ROW.match(text) or _NAMED_ROW.match(text))


def _goes_on(floor: Floor, index: int) -> bool:
    """Whether a unit goes on with the names of the row before it."""
    text, reading = floor.units[index].text, floor.readings[index]
    silent = not (reading.decision or reading.motion or reading.result or reading.names)
    return (
        silent and len(text) <= _MORE and ":" not in text and floor.units[index - 1].text.rstrip().endswith((",", ":"))
    )


def closes_item(floor: Floor, index: int) -> bool:
    """Whether a result behind its label stands alone right below the heading of its item: "RESULT: WITHDRAWN"."""
    unit = floor.units[index]
    labelled = RESULT_ROW.match(unit.text) is not None and len(unit.text.split()) <= _WORDS
    return labelled and floor.heading_before(index) is not None
