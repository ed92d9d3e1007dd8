"""Echoes: sentences that decide nothing of their own but say what became of what was just put or printed."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft, is_whole
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lines import MOVES_IT
from minutes_cli.find.resolution_readings import Reading
from minutes_cli.find.resolution_units import Unit
from minutes_cli.patterns import lazy
from minutes_cli.records import Outcome
from minutes_cli.rules.matches import Match

_IN_ACCORDANCE = lazy(
    r"^\W*(?:\w+\W+){0,3}(?:in\s+(?:accordance|terms)\s+(?:with|of)|to\s+(?:adopt|approve))\s+the\s+(motion|amendment)\W*$",
    re.IGNORECASE,
)
_THE_MATTER = lazy(r"\W*(?:(?:the|this)\s+(?:matter|item|resolution|motion|order|question)|it|this)\s+was\b", re.I)
_THE_SAME = lazy(  # put off again in other words: "We are not ready. We lay this over to June."
    r"\W*(?:we\s+(?:\w+\s+){1,3}(?:this|it|the\s+matter)\b|(?:it|this|the\s+(?:matter|item|question))\s+(?:was|will|is)\b"
    r"|revisit\b|to\s+be\b|will\s+be\b|back\b)",
    re.IGNORECASE,
)
_OF_ORDER = frozenset(
    "the this that special order resolution ordinance item motion number no was above foregoing".split()
)
_FATE = frozenset(
    "approved adopted accepted agreed carried passed were are so therefore unanimously by unanimous consent with as"
    " submitted presented written amended nem con objection objections".split()
)
_VERDICT_ONLY = lazy(  # nothing behind the label but what became of it, and how many were for it
    r"[\s:-]*(?P<named>(?:the\s+)?(?:motion|proposal|amendment|resolution)\s+(?:was\s+|is\s+|therefore\s+){0,2})?"
    r"(?:not\s+)?(?:(?(named)fell|fails?)|failed|accepted|approved|agreed|adopted|carried|passed|rejected|declined|lost|defeated)\b"
    r"(?:[\s,;(]*(?:unanimous\w*|nem\W+con|by|a|majority|consensus|\d{1,3}|for|against|in|favou?r|abstain\w*|abstentions?|"
    r"none|no|to|and|votes?|objections?|/|-))*[\s.)]*$",
    re.IGNORECASE,
)
# A motion named by its words, and the stems of these with their numbers.
_OF_WORDS = lazy(
    r"\W*(?:the|this)\s+(?:\w+\s+)?(?:motion|proposal|resolution)\s+(?:to|that|for|of)\s+(?P<words>.{2,160}?)\s+"
    r"(?:was|were|then|carried|passed|failed|lapsed|fell)\b",
    re.IGNORECASE,
)
_STEMS = lazy(r"\d[\d.,]*\b|\b(?!(?:that|this|with|from|have|been|will|should|would)\b)[^\W\d_]{4}")
_ORDER = lazy(r"\W*special\s+order\s+(?:no\.?\s*)?\w*\d", re.IGNORECASE)
_IN_A_WORD = 4  # words of a label and of the outcome behind it: "COMMITTEE DECISION: Conditional approval"
_TOLD = lazy(r"\b(?:was|were)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SAID = 2  # words of a decision that tell whether it is what a motion asks for
_CONFIRMS = 7  # words of a sentence that only confirms
_KNOWN = 5000  # characters of a motion in which the words of such a sentence are sought
_VERDICTS = ("resolution.passive", "resolution.name-approved", "resolution.minutes")
_PASSIVE = ("resolution.passive", "resolution.name-approved", "resolution.order-fell")


def settle_pair(floor: Floor, draft: Draft) -> bool:
    """Take "Resolved: in accordance with the motion" for the result of a motion and of the amendments to it."""
    found = _IN_ACCORDANCE.match(floor.details.masked((draft.start, draft.end)))
    pair = [motion for motion in floor.open if motion.scope == draft.scope and motion.nominee is None]
    if found is None or len({motion.amendment for motion in pair}) != 2:
        return False
    for motion in pair:
        motion.outcome = "carried" if motion.amendment == (found[1].lower() == "amendment") else "lost"
        floor.close(motion)
        motion.until = draft.until
    return True


def settle_poll(floor: Floor, index: int, match: Match) -> bool:
    """Take "Chairs: consensus to adopt" right behind the numbers of a poll for what came of it."""
    motion = floor.open[-1] if floor.open else None
    if motion is None or match.rule.id != "resolution.consensus" or motion.match.rule.id != "motion.vote-on":
        return False
    if not motion.tallied or motion.until != index - 1 or motion.scope != floor.units[index].scope:
        return False
    motion.add((floor.units[index].begin, floor.units[index].end), index, text=True)
    motion.outcome = floor.verdict(floor.units[index], match)
    floor.close(motion)
    return True


def restate(floor: Floor, index: int, match: Match) -> bool:
    """Take a sentence that says of the resolution just printed that it was approved, naming it by its title."""
    unit, done = floor.units[index], floor.just_done(index)
    if settle_poll(floor, index, match):
        return True
    if done is None or not done.strong or match.rule.id not in _PASSIVE or done.place is None:
        return False
    title = set(re.findall(r"[a-z]+", floor.details.masked(floor.document.headings[done.place].title).lower()))
    subject = set(re.findall(r"[a-z]{2,}", unit.text[: match.start].lower())) - _OF_ORDER
    if _ORDER.match(unit.text):
        subject = set()  # "Special Order 7C, Change the Chair, was approved"
    elif subject - title or not (subject or _OF_ORDER & set(unit.text[: match.start].lower().split())):
        return False
    done.add((unit.begin, unit.end), index, text=True)
    outcome = floor.verdict(unit, match)
    done.outcome = done.outcome if outcome == "carried" else outcome
    return True


def put_off(floor: Floor, index: int, match: Match) -> bool:
    """Take "The matter was tabled until May" for what became of the resolution printed before it."""
    unit, last, done = floor.units[index], floor.last, floor.just_done(index)
    again = done is not None and done.outcome == "deferred" and not unit.first
    if done is not None and again and match.rule.set.get("outcome") == "deferred" and _THE_SAME.match(unit.text):
        done.add((unit.begin, unit.end), index, text=True)
        return True
    if match.rule.id != "resolution.deferred" or not _THE_MATTER.match(unit.text) or last is None:
        return False
    if last.scope != unit.scope or not last.strong or last.put or last.until < index - 4:
        return False
    last.outcome = "deferred"
    last.add((unit.begin, unit.end), index, text=False)
    return True


def confirm(floor: Floor, index: int, match: Match) -> bool:
    """Take "Minutes approved." behind a motion to approve them, just carried, for the same decision."""
    unit, done = floor.units[index], floor.just_done(index)
    if match.rule.id not in _VERDICTS or unit.first:
        return False
    motion = floor.awaiting(index) if done is None else None
    said = motion or done
    if said is None or not said.put or said.nominee is not None or (motion is None and said.outcome != "carried"):
        return False
    if said.amendment and "amendment" not in unit.text.lower():
        return False  # "The motion as amended was carried"
    subject = re.findall(r"[a-z]{2,}", unit.text.lower())
    if len(subject) > _CONFIRMS or floor.verdict(unit, match) != "carried":
        return False
    known = floor.details.masked((said.start, min(said.end, said.start + _KNOWN))).lower()
    if said.place is not None:
        known = f"{known} {floor.details.masked(floor.document.headings[said.place].title).lower()}"
    if set(subject) - _OF_ORDER - _FATE - set(re.findall(r"[a-z]+", known)):
        return False
    said.add((unit.begin, unit.end), index, text=True)
    if motion is not None:
        motion.outcome = "carried"
        floor.close(motion)
    return True


def restated(floor: Floor, index: int) -> bool:
    """Whether a result alone on its line says again what its words said of the record right before it."""
    done, result = floor.just_done(index), floor.readings[index].result
    return done is not None and result is not None and done.outcome == floor.outcome(index, result)


def settle_labelled(floor: Floor, index: int, match: Match, outcome: Outcome) -> bool:
    """Take "Decision: accepted, 6 for, 1 against" for the result of the proposal that was put before it."""
    unit = floor.units[index]
    motion = floor.awaiting(index)
    said = _VERDICT_ONLY.match(unit.text, match.end)
    if motion is None or motion.nominee is not None or said is None:
        return False
    motion.add((unit.begin, unit.end), index, text=True)
    motion.outcome = floor.details.outcome_of(said[0]) if said["named"] else outcome
    floor.close(motion)
    return True


def says_again(done: Draft, draft: Draft, unit: Unit) -> bool:
    """Whether a labelled decision restates the motion just carried, or in a word what was just resolved."""
    if done.match.rule.kind == "motion":
        return done.outcome == "carried"
    short = draft.until == done.until + 1 and len(unit.text.split()) <= _IN_A_WORD
    return short and done.match.rule.id in ("resolution.marked", "resolution.it-was", "resolution.body")


def is_of_motion(floor: Floor, index: int) -> bool:
    """Whether a decision belongs to a motion: is but its words, or tells who moved the one before and what became."""
    unit, reading = floor.units[index], floor.readings[index]
    if reading.motion is None or reading.decision is None:
        return False
    if reading.motion.rule.id == "motion.became" or _is_asked(unit, reading):
        return True
    if told_of(floor, index) is not None:
        return True
    told = reading.decision.rule.id == "resolution.entry-named" or MOVES_IT.match(unit.text) is not None
    return told and reading.names is not None and floor.awaiting(index) is not None


def told_of(floor: Floor, index: int) -> Draft | None:
    """The motion on the floor whose fate a sentence tells by its words: "The proposal for £9 was carried"."""
    motion = floor.readings[index].motion
    said = _OF_WORDS.match(floor.units[index].text) if motion is not None and motion.rule.id == "motion.told" else None
    words = set(_STEMS.findall(said["words"].lower())) if said else None
    if not words:
        return None
    for draft in reversed(floor.open):
        if draft.scope != floor.units[index].scope or not is_whole(draft, floor.details):
            continue
        if words.issubset(_STEMS.findall(floor.details.masked(draft.pieces[0]).lower())):
            return draft
    return None


def says_motion(floor: Floor, index: int, motion: Draft) -> bool:
    """Whether a decision says over again, in its own words, what a motion without a result asks for."""
    decision, motion_text = floor.readings[index].decision, floor.details.masked(motion.pieces[0]).lower()
    if decision is None or decision.rule.id != "resolution.it-was" or not is_whole(motion, floor.details):
        return False
    words = set(_STEMS.findall(floor.units[index].text[decision.end :].lower()))
    return len(words) >= _SAID and words.issubset(_STEMS.findall(motion_text))


def _is_asked(unit: Unit, reading: Reading) -> bool:
    """Whether a decision is but the words of a motion: "Moved: that the minutes be accepted as a true record"."""
    motion, decision = reading.motion, reading.decision
    if motion is None or decision is None or motion.rule.id != "motion.label" or motion.start > 0:
        return False
    return decision.rule.id == "resolution.true-record" and not _TOLD.search(unit.text[: decision.start])
