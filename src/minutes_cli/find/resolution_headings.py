"""Headings that announce decisions, and the entries under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.find.resolution_decisions import NOTHING
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lists import entries
from minutes_cli.patterns import lazy
from minutes_cli.records import Outcome
from minutes_cli.rules.matches import Match

# A heading that ends with what became of its item: "Uniform Policy - approved".
_VERDICTS = (
    "resolution.name-approved",
    "resolution.entry",
    "resolution.ends",
    "resolution.entry-vote",
    "resolution.deferred",
)
_BEHIND_DASH = lazy(r"\S\s*[-:]\s+\w")
_NONE = lazy(r"\W*no\s+(?:clear\s+)?consensus\b", re.IGNORECASE)
# What stands in such a list beside the decisions.
_ASIDE = lazy(r"\W*(?:reviewers?|champions?|owners?|editors?|notes?|next\s+steps?|assignees?)\s*:", re.IGNORECASE)
_NOT = lazy(r"\b(?:not|never)\b", re.IGNORECASE)


def read_heading(floor: Floor, index: int) -> int:
    """End the item before and take in what the heading announces; the index of the last unit taken up."""
    unit = floor.units[index]
    match = floor.rules.first("resolution", "heading", unit.text)
    found = entries(floor.document, floor.units, index) if match is not None else []
    vote = floor.rules.first("motion", "heading", unit.text)
    if found or vote is not None or not unit.label:
        floor.close_all()
    if match is not None and found:
        return _whole(floor, index, match, found) if match.rule.set.get("whole") else _list(floor, match, found)
    verdict = floor.readings[index].decision
    if (
        verdict is not None
        and verdict.rule.id in _VERDICTS
        and (unit.label or _BEHIND_DASH.search(unit.text))
        and _stands_alone(floor, index)
    ):
        floor.finish(floor.draft(verdict, (unit.begin, unit.end), index, floor.verdict(unit, verdict)))
        return index
    if vote is not None:
        start, end = vote.groups["what"]
        draft = floor.draft(vote, (unit.begin + start, unit.begin + end), index)
        draft.put = True
        floor.put(draft)
    return index


def _whole(floor: Floor, index: int, match: Match, found: Sequence[Sequence[int]]) -> int:
    """A heading such as "Grants approved": with its entries one decision."""
    end = found[-1][-1]
    floor.finish(floor.draft(match, (floor.units[index].begin, floor.units[end].end), end, "carried"))
    return end


def _list(floor: Floor, match: Match, found: Sequence[Sequence[int]]) -> int:
    """The entries under a heading that announces decisions: each is one."""
    for members in found:
        first, end = floor.units[members[0]], members[-1]
        stretch = (first.begin, floor.units[end].end)
        words = floor.details.masked(stretch)
        if not (NOTHING.match(words) or _ASIDE.match(words)):
            draft = floor.draft(match, stretch, end, _stated(floor, members))
            draft.listed = draft.put = True
            floor.finish(draft)
    return found[-1][-1]


def _stated(floor: Floor, members: Sequence[int]) -> Outcome | None:
    for index in members:
        result = floor.readings[index].result
        if result is not None and not result.rule.set.get("tally"):
            return floor.outcome(index, result)
    text = floor.units[members[0]].text
    if _NONE.match(text):
        return "lost"
    if _NOT.search(text) and (lost := floor.rules.first("outcome", "sentence", text)) is not None:
        outcome: Outcome = lost.rule.set["outcome"]
        return outcome
    return "carried"


def _stands_alone(floor: Floor, index: int) -> bool:
    """Whether no decision follows right under a heading, which would tell the same."""
    after = index + 1
    return after >= len(floor.units) or floor.readings[after].decision is None or floor.units[after].heading is not None
