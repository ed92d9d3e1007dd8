"""Of which motion on the floor, or of which record just made, a result speaks."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_divisions import is_called_for
from minutes_cli.find.resolution_drafts import Draft
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_polls import counts_behind, votes_on
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

_PROPOSES = lazy(r"\b(?:propos|mov(?:ed|es)|motion|want(?:ed|s)|suggest|nominat|amendment)", re.IGNORECASE)
_MOVES = lazy(r"\b(?:moved|proposed|motioned)\s+(?:that|to)\b", re.IGNORECASE)
# Put while another is before the meeting: "Procedural motion b (to adjourn) moved by Jo, no second, falls".
_OWN_MOTION = lazy(
    r"\W*(?:an?\s+|the\s+)?(?:procedural|further|second|third|another|counter-?)\s*(?:motion|amendment|proposal)\b"
    r"[^.;]{0,120}\b(?:moved|proposed)\b",
    re.IGNORECASE,
)
# A motion called by its number, or by whose name it stands in: the result is its own.
NUMBERED = lazy(
    r"\W*(?:\w+\s+)?(?:motion|amendment|resolution|proposal|proposition|ordinance)\s+(?:(?:no\.?\s*)?\d|(?:standing\s+)?in\s+the\s+name\s)",
    re.IGNORECASE,
)
_LABEL = lazy(r"\W*(?!(?:adopted|carried|passed|agreed|approved|lost|defeated|failed|accepted)\b)\S+:", re.IGNORECASE)
_OF_AMENDMENT = lazy(r"\bamendment|\bto\s+amend\b", re.IGNORECASE)
_OF_MOTION = lazy(r"^(?!.*amendment|.*\bto\s+amend\b).*\b(?:motion|substantive|proposal|resolution)\b", re.IGNORECASE)
OWN_FATE = ("result.no-second", "result.withdrawn")
FATE_WORDS = 7  # words of a sentence that tells of a motion and its fate


def spoken_of(floor: Floor, index: int, result: Match) -> tuple[Draft | None, Draft | None]:
    """The motion without a result, and the record right before, of which a result may speak; the motion comes first."""
    unit, tally = floor.units[index], bool(result.rule.set.get("tally"))
    motion, done = floor.awaiting(index), floor.just_done(index)
    if done is not None and done.match.rule.kind == "resolution" and is_labelled(unit.text, result):
        done = None
    if done is not None and done.amendment and done.outcome is not None and _OF_MOTION.search(unit.text):
        done = _amended(floor, done) if motion is None and not tally else None
    if done is not None and done.amendment and motion is not None and _OF_AMENDMENT.search(unit.text):
        motion = motion if motion.amendment else None  # "The Chair declared the motion to amend FAILED."
    if done is not None and done.amendment and result.rule.id == "result.recommendations":
        done = None  # "The amendment was agreed. Recommendation 2, as amended, was agreed."
    if done is not None and done.outcome is not None and _is_of_another(floor, index, done):
        done = None
    if "declared" in unit.text and floor.last is not None and floor.last.until == index - 2 and _silent(floor, index):
        done = floor.last if floor.last.scope == unit.scope else done
        motion = None if done is floor.last else motion
    if tally and done is None and is_called_for(floor, index):
        done = floor.last
        motion = None if done is not None and floor.open == [] else motion
    counts = tally or (result.rule.id == "result.count" and done is not None and counts_behind(floor, index, done))
    if counts and motion is not None and done is not None and votes_on(floor, index, done, motion):
        motion = None  # "The amendment was LOST. / For: … / Against: …", the motion still on the floor
    if motion and result.rule.id == "result.no-second" and (_MOVES.search(unit.text) or _OWN_MOTION.match(unit.text)):
        motion = done = None  # "Jo, with no seconder, moved that we object": its own motion, not the one before
    return motion, done


def _amended(floor: Floor, done: Draft) -> Draft | None:
    """What was to be amended, which its words told to be resolved, its fate still open: "Be it resolved that …"."""
    before = next((draft for draft in reversed(floor.done) if draft.scope == done.scope and not draft.amendment), None)
    if before is None or not before.strong or "mover" not in floor.details.names(before):
        return None
    before.outcome = None
    return before


def _silent(floor: Floor, index: int) -> bool:
    """Whether the unit before puts nothing to the meeting, so that "declared lost" may speak of what is before it."""
    return not any(motion.until == index - 1 for motion in floor.open)


def _is_of_another(floor: Floor, index: int, done: Draft) -> bool:
    """Whether a result isn't that of the record right before it: it tells of its own motion, or says the contrary."""
    result = floor.readings[index].result
    if result is None or tells_all(floor.units[index].text, result):
        return True
    if done.match.rule.kind == "result" and NUMBERED.match(floor.units[index].text):
        return True
    contrary = {"carried", "lost"} == {done.outcome, floor.outcome(index, result)}
    return contrary and result.rule.id == "result.motion"


def tells_all(text: str, result: Match) -> bool:
    """Whether a sentence tells of a motion and its fate: "Jo wanted a shed, but nobody seconded it"."""
    return result.rule.id in OWN_FATE and len(text.split()) >= FATE_WORDS and bool(_PROPOSES.search(text))


def is_labelled(text: str, result: Match) -> bool:
    """Whether a label opens the result: "Outcome: Approved, 8 to 4"."""
    return result.rule.id == "result.bare" and _LABEL.match(text) is not None
