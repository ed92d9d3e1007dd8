"""Matters: what "This was agreed" speaks of: the sentence before it, or a recommendation with others between."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_ballots import add_ballot
from minutes_cli.find.resolution_drafts import Stretch, is_whole
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.records import Outcome

# A sentence that puts something to the meeting, without being a motion.
_PUTS = lazy(
    r"\b(?:recommend(?:ed|s)|propos(?:ed|es)|suggest(?:ed|s))\s+(?:(?:by|to)\s+[^,;]{2,40}?\s+)?"
    r"(?:that|to|we|an?|the|[a-z]+ing)\b"
    r"|^\W*(?:[\w'-]+\s+){0,3}(?:recommendations?|proposals?)\s*[:-]\s*\w"
    r"|\b(?:recommendation|proposal|suggestion)\s+(?:was|is|of|that|to|from)\b",
    re.IGNORECASE,
)
# One that may itself be what was agreed: what should or would be done, or who asked for it.
_MAY_BE = lazy(
    r"\b(?:should|must|ought|shall|request\w*|ask(?:ed|s)?\s+(?:for|that|to|if\s+(?:we|the)|the)|want(?:ed|s)?|wish\w*|offer(?:ed|s)?|permission|approval|let)\b"
    r"|\b(?:would|will|to|could)\s+(?:(?:now|also|not|all)\s+)?be\s+\w+(?:ed|en|t|d|ht|nt|ld)\b|\bpropos|\brecommend|\bsuggest|\bmov(?:ed|e|es)\b",
    re.IGNORECASE,
)
_ASSENTS = ("result.members", "result.all")
_COURTESY = lazy(r"\b(?:congratulat\w+|condolences?|sympath(?:y|ies)|thanked|paid\s+tribute|welcomed)\b", re.IGNORECASE)
_HEAD = 8  # units at the head of a document
_PASSAGE = 60  # words of a paragraph that tells of a proposal without a word of motions
_REACH = 8  # units that may stand between
_WORDS = 60  # words of a sentence that puts something


def point_back(floor: Floor, index: int, outcome: Outcome | None) -> None:
    """A record of the sentence before and this one: "The fence should be mended. This was agreed."."""
    unit, reading = floor.units[index], floor.readings[index]
    before = floor.before(index) or floor.heading_before(index)
    match = reading.result or reading.names or reading.decision
    if before is None or match is None or (index < _HEAD and unit.scope == 0 and " " not in unit.text.strip()):
        return  # "CONFIRMED" at the head of a document is said of the minutes themselves
    if match.rule.id == "result.pronoun" and (put := put_before(floor, index, before)) is not None:
        before = put
    if match.rule.id in _ASSENTS and _COURTESY.search(floor.details.masked(before)):
        return  # the Chair congratulated somebody, and all concurred
    draft = floor.draft(match, (before[0], unit.end), index, outcome)
    if before[1] < floor.units[index - 1].begin:
        draft.pieces = [before, (unit.begin, unit.end)]
    draft.evidence = [before, (unit.begin, unit.end)]
    draft.put = True
    add_ballot(floor, draft, index)
    if outcome is None and not is_whole(draft, floor.details):
        return
    floor.finish(draft)


def passage(floor: Floor, index: int) -> Stretch | None:
    """The sentences of a paragraph up to one that tells what became of their matter; None where they are many."""
    first = index
    free = floor.last.until if floor.last is not None else -1
    while first - 1 > free and floor.units[first - 1].block == floor.units[index].block:
        first -= 1
    stretch = floor.units[first].begin, floor.units[index].end
    return stretch if first < index and len(floor.details.masked(stretch).split()) <= _PASSAGE else None


def put_before(floor: Floor, index: int, before: Stretch | None = None) -> Stretch | None:
    """The recommendation or proposal that a result speaks of, some talk between; None where none is near.

    ``before`` is the sentence or paragraph right before the result: what may itself be meant stays so.
    """
    if before is not None and _MAY_BE.search(floor.details.masked(before)):
        return None
    scope = floor.units[index].scope
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        unit = floor.units[at]
        if unit.scope != scope or (floor.last is not None and floor.last.until >= at):
            return None
        if _is_label(floor, at):
            return _under_label(floor, at, index)
        if unit.heading is not None:
            return None
        if unit.read and len(unit.text.split()) <= _WORDS and _PUTS.search(unit.text):
            return unit.begin, unit.end
    return None


def _is_label(floor: Floor, index: int) -> bool:
    return floor.recommends and floor.rules.first("result", "line", floor.units[index].text) is not None


def _under_label(floor: Floor, label: int, index: int) -> Stretch | None:
    """The paragraph, or the list, right under a label "Recommendation"."""
    if label + 1 >= index:
        return None
    end = label + 1
    while end + 1 < index and (_same_block(floor, end) or _is_listed(floor, end + 1)):
        end += 1
    return floor.units[label + 1].begin, floor.units[end].end


def _same_block(floor: Floor, index: int) -> bool:
    return floor.units[index].block == floor.units[index + 1].block


def _is_listed(floor: Floor, index: int) -> bool:
    block = floor.units[index].block
    return block is not None and floor.document.blocks[block].listed
