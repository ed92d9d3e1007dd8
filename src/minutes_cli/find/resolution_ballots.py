"""Ballots: how many votes each candidate had, told before or within the sentence that says who was elected."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft
from minutes_cli.find.resolution_floor import Floor

_COUNT = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'.-]*)\s*(?:\(|-|:|,|\s(?:received|got|had|polled|with)\s)?\s*"
    r"(?P<number>\d{1,4})\b(?!\s*[%/:.]\d)(?:\s*votes?\b)?"
)
_VOTES = re.compile(r"\bvotes?\b", re.IGNORECASE)
_ELECTED = ("resolution.elected", "resolution.elected-entry")


def add_ballot(floor: Floor, draft: Draft, index: int) -> None:
    """Take the votes of a ballot for the vote of an election: those for the one elected, and those for the others."""
    if draft.match.rule.id not in _ELECTED:
        return
    unit = floor.units[index]
    own = floor.details.masked(draft.pieces[0])
    prior = floor.units[index - 1]
    before = floor.before(index) if index and prior.block == unit.block else None
    if _add_votes(draft, own, own) or before is None or before[0] < prior.begin:
        return
    if _add_votes(draft, floor.details.masked(before), own):
        draft.pieces[0] = (before[0], draft.pieces[0][1])
        draft.evidence.insert(0, before)


def _add_votes(draft: Draft, counts: str, elected: str) -> bool:
    """Whether a passage counts the votes of two candidates or more, one of whom was elected."""
    if not _VOTES.search(counts):
        return False
    polled = {match["name"]: int(match["number"]) for match in _COUNT.finditer(counts)}
    if len(polled) < 2:
        return False
    most = max(polled, key=lambda name: polled[name])
    if not re.search(rf"\b{re.escape(most)}\b", elected):
        return False
    draft.tables.append(f"For: {polled[most]}\nAgainst: {sum(polled.values()) - polled[most]}")
    return True
