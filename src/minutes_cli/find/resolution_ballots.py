"""Ballots: how many votes each candidate had, told before or within the sentence that says who was elected."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft, Stretch
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

_COUNT = lazy(
    r"(?P<name>[A-ZÀ-Þ][\w'.-]*)\s*(?:\(|-|:|,|\s(?:received|got|had|polled|with)\s)?\s*"
    r"(?P<number>\d{1,4})\b(?!\s*[%/:.]\d)(?:\s*votes?\b)?"
)
_WHO = lazy(r"(?P<name>[A-ZÀ-Þ][\w'-]+)(?:\s*\([^()]{1,40}\))?\W*$")
_PRONOUN = lazy(r"\W*(?:and\s+|so\s+)?(?:he|she|they)\s+$", re.IGNORECASE)
_FOR_POST = lazy(r"\b(?:for|as|be|nominat\w+)\s", re.IGNORECASE)
_ACCEPTS = lazy(r"\W*(?:[A-ZÀ-Þ][\w'.-]*\s){0,3}(?P<name>[A-ZÀ-Þ][\w'-]*)\s+accepted\W*")
_SENTENCES = 4  # sentences of counts at most
_VOTES = lazy(r"\bvotes?\b", re.IGNORECASE)
_ELECTED = (
    "resolution.elected",
    "resolution.elected-entry",
    "resolution.is-elected",
    "resolution.passive",
    "resolution.chosen",
)


def add_ballot(floor: Floor, draft: Draft, index: int) -> None:
    """Take the votes of a ballot for the vote of an election: those for the one elected, and those for the others."""
    if draft.match.rule.id not in _ELECTED:
        return
    own = floor.details.masked(draft.pieces[0])
    if _add_votes(draft, own, own):
        return
    before = _counts_before(floor, index)
    if before is not None and _add_votes(draft, floor.details.masked(before), own):
        draft.pieces[0] = (before[0], draft.pieces[0][1])
        draft.evidence.insert(0, before)


def elects_alone(floor: Floor, index: int) -> bool:
    """Whether a vote is on the only one who was nominated, and no sentence behind it says who was elected."""
    unit = floor.units[index]
    if sum(motion.nominee is not None and motion.scope == unit.scope for motion in floor.open) != 1:
        return False
    for at in range(index, min(index + _SENTENCES, len(floor.units))):
        decision = floor.readings[at].decision
        if floor.units[at].scope != unit.scope:
            break
        if decision is not None and decision.rule.id in _ELECTED:
            return False
    return True


def elect(floor: Floor, index: int, match: Match) -> bool:
    """Take "Jo Bell was elected" for what became of the proposal, some talk before it, to elect her."""
    unit = floor.units[index]
    if match.rule.id != "resolution.elected":
        return False
    told = _PRONOUN.match(unit.text[: match.start])
    who = None if told else _WHO.search(unit.text, 0, match.start)
    for motion in reversed(floor.open):
        if motion.scope != unit.scope or motion.nominee is not None or motion.amendment:
            continue
        words = floor.details.masked(motion.pieces[0])
        mover = floor.details.names(motion).get("mover")
        if mover is not None:
            words = words.replace(floor.details.masked(mover), "", 1)  # he moves that another be elected
        if _names(words, who["name"]) if who else (told and _FOR_POST.search(words)):
            motion.add((unit.begin, unit.end), index, text=True)
            motion.outcome = floor.verdict(unit, match)
            floor.close(motion)
            return True
    return False


def accepts_nomination(floor: Floor, index: int) -> bool:
    """Whether a sentence says but that somebody who was just nominated stands: "Sam accepted."."""
    accepted = _ACCEPTS.fullmatch(floor.units[index].text)
    if accepted is None:
        return False
    return any(motion.nominee is not None and _names(motion.nominee, accepted["name"]) for motion in floor.open)


def _names(words: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", words) is not None


def _counts_before(floor: Floor, index: int) -> Stretch | None:
    """The sentences right before a unit, of its own paragraph, that tell how many votes somebody had."""
    first = index
    free = floor.last.until if floor.last is not None else -1
    while first - 1 > free and index - first < _SENTENCES:
        unit = floor.units[first - 1]
        if unit.block != floor.units[index].block or unit.block is None or not _COUNT.search(unit.text):
            break
        first -= 1
    return None if first == index else (floor.units[first].begin, floor.units[index - 1].end)


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
