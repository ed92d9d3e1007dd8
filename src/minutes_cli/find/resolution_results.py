"""Results: what became of a motion, how some voted, and what "This was agreed" points back to."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_absorption import votes_before
from minutes_cli.find.resolution_ballots import elects_alone
from minutes_cli.find.resolution_divisions import count_for_each, divide, is_called_for
from minutes_cli.find.resolution_drafts import Draft, Stretch, is_whole
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_matters import passage, point_back, put_before
from minutes_cli.find.resolution_polls import counts_behind, poll_end, votes_on, with_count, with_list
from minutes_cli.find.resolution_rows import closes_item
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

_PUT = lazy(r"\b(?:was|were|is)\b|\d\s+(?:votes?\s+)?(?:in\s+favou?r|for|yes|ayes?)\b|\byes\W{1,3}\d", re.IGNORECASE)
_PROPOSES = lazy(r"\b(?:propos|mov(?:ed|es)|motion|want(?:ed|s)|suggest|nominat|amendment)", re.IGNORECASE)
_MOVES = lazy(r"\b(?:moved|proposed|motioned)\s+(?:that|to)\b", re.IGNORECASE)
# Put while another is before the meeting: "Procedural motion b (to adjourn) moved by Jo, no second, falls".
_OWN_MOTION = lazy(
    r"\W*(?:an?\s+|the\s+)?(?:procedural|further|second|third|another|counter-?)\s*(?:motion|amendment|proposal)\b"
    r"[^.;]{0,120}\b(?:moved|proposed)\b",
    re.IGNORECASE,
)
_OWN = lazy(r"\W*no\s+objection\b", re.IGNORECASE)  # said by one speaker
_SILENT = lazy(r"\W*(?:hearing|seeing)\s+no", re.IGNORECASE)  # "Any objections?" "Hearing none, the motion carries."
_OBJECTS = lazy(r"\bobject", re.IGNORECASE)
_NUMBERED = lazy(
    r"\W*(?:\w+\s+)?(?:motion|amendment|resolution|proposal|proposition|ordinance)\s+(?:(?:no\.?\s*)?\d|(?:standing\s+)?in\s+the\s+name\s)",
    re.IGNORECASE,
)  # its own
# A line to sign at the end: "Approved: ____"
_TO_SIGN = lazy(r"\W*(?:approved|confirmed|adopted|accepted)(?:\s+by(?:\s+[\w ]{2,40})?)?\s*:[\s_.]*", re.IGNORECASE)
_RESULT_LABEL = lazy(r"\W*(?:result|vote|outcome)\s*:", re.IGNORECASE)
_LABEL = lazy(r"\W*(?!(?:adopted|carried|passed|agreed|approved|lost|defeated|failed|accepted)\b)\S+:", re.IGNORECASE)
_OF_AMENDMENT = lazy(r"\bamendment|\bto\s+amend\b", re.IGNORECASE)
_OF_MOTION = lazy(r"^(?!.*amendment|.*\bto\s+amend\b).*\b(?:motion|substantive|proposal|resolution)\b", re.IGNORECASE)
_OWN_FATE = ("result.no-second", "result.withdrawn")
_FELL = 4  # words of a sentence that only says how a vote went
_FATE_WORDS = 7  # words of a sentence that tells of a motion and its fate
_SHORT = ("result.all", "result.bare", "result.count", "result.phrase", "result.score")


def hear_result(floor: Floor, index: int) -> int:
    """What became of the motion, or how some voted; the index of the last unit taken up."""
    unit, result = floor.units[index], floor.readings[index].result
    if result is None:
        return index
    tally = bool(result.rule.set.get("tally"))
    end = poll_end(floor, with_list(floor, index)) if tally else index
    if not tally and with_count(floor, index):
        end = index + 1
    stretch = (unit.begin, floor.units[end].end)
    motion, done = floor.awaiting(index), floor.just_done(index)
    if result.rule.id in ("result.count", "result.side", "result.roll") and count_for_each(floor, index):
        return index
    if done is not None and done.match.rule.kind == "resolution" and _labelled(unit.text, result):
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
    if result.rule.set.get("adjourned") and not _adjourns(floor, motion or done):
        return index
    counts = tally or (result.rule.id == "result.count" and done is not None and counts_behind(floor, index, done))
    if counts and motion is not None and done is not None and votes_on(floor, index, done, motion):
        motion = None  # "The amendment was LOST. / For: … / Against: …", the motion still on the floor
    if motion and result.rule.id == "result.no-second" and (_MOVES.search(unit.text) or _OWN_MOTION.match(unit.text)):
        motion = done = None  # "Jo, with no seconder, moved that we object": its own motion, not the one before
    if motion is not None and result.rule.set.get("division"):
        divide(floor, index, stretch)
    elif motion is not None:
        if result.rule.set.get("asked") or (_SILENT.match(unit.text) and _OBJECTS.search(floor.units[index - 1].text)):
            motion.evidence.append((floor.units[index - 1].begin, floor.units[index - 1].end))  # what it answers
        if (label := floor.voted_on(index)) is not None and (label.begin, label.end) not in motion.evidence:
            motion.evidence.append((label.begin, label.end))
        motion.add(stretch, index, text=not tally, apart=_RESULT_LABEL.match(unit.text) is None)
        motion.until = end
        if motion.nominee is not None:
            _for_all_nominated(floor, motion, stretch)
            if elects_alone(floor, index):
                motion.nominee, motion.formal = None, True
                motion.outcome = None if tally else floor.outcome(index, result)
                if motion.outcome is not None:
                    floor.close(motion)
        elif result.rule.set.get("undecided"):
            floor.close(motion)
            if not is_whole(motion, floor.details):
                floor.done.remove(motion)
        elif not tally and (outcome := floor.outcome(index, result)) is None:
            motion.tallied = True  # the counts may be followed by the result, or by the resolution
        elif not tally:
            motion.outcome = outcome
            floor.close(motion)
            if motion.outcome == "withdrawn":
                floor.last = None  # the sentence may itself be what "This was agreed" points back to
    elif done is not None:
        done.add(stretch, index, text=not tally)
        done.until = end
        if not tally and (done.outcome is None or len(unit.text.split()) <= _FELL):
            stated = floor.outcome(index, result)
            if done.outcome is None or (stated == "lost" and done.outcome == "carried"):
                done.outcome = stated  # "ORDERED, that … VOTE: 2 yeas, 3 nays. ORDER FAILED."
    elif not tally and not (floor.waiting and result.rule.id == "result.count"):
        last = floor.last
        _alone(floor, index, result)
        if floor.last is not None and floor.last is not last:
            floor.last.evidence = [*votes_before(floor, index), *floor.last.evidence]
        elif result.rule.id == "result.count" and floor.last is last:
            floor.tallies.append((end, stretch))  # "There were 7 for and 2 against. It was resolved to support it."
    else:
        floor.tallies.append((end, stretch))
    return end


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


def _adjourns(floor: Floor, motion: Draft | None) -> bool:
    """Whether a motion without a result is to adjourn, so that the meeting's end tells that it was carried."""
    if motion is None or motion.outcome is not None:
        return False
    return "adjourn" in floor.details.masked((motion.start, motion.end)).lower()


def hear_named(floor: Floor, index: int) -> bool:
    """Take what became of "the motion to table" for the motion right before; False where none was put there."""
    motion = floor.awaiting(index)
    if motion is None or motion.until != index - 1:
        return False
    unit = floor.units[index]
    motion.add((unit.begin, unit.end), index, text=True)
    motion.outcome = floor.details.outcome_of(unit.text)
    floor.close(motion)
    return True


def hear_vote(floor: Floor, index: int) -> bool:
    """Take the votes on what was put before, whose result is still to come; False where nothing was put."""
    motion = floor.awaiting(index)
    if motion is None:
        return False
    motion.add((floor.units[index].begin, floor.units[index].end), index, text=True)
    motion.tallied = True
    if (told := floor.readings[index].inside) is not None and told.end >= len(floor.units[index].text.rstrip(" .")):
        motion.outcome = floor.outcome(index, told)  # "Vote on the substitute: 3-4, failed."
        floor.close(motion)
        return True
    floor.open = [*(other for other in floor.open if other is not motion), motion]  # the votes below are its own
    return True


def _is_first(floor: Floor, index: int) -> bool:
    """Whether no record was found in the item yet."""
    return floor.last is None or floor.last.scope != floor.units[index].scope


def _is_of_another(floor: Floor, index: int, done: Draft) -> bool:
    """Whether a result isn't that of the record right before it: it tells of its own motion, or says the contrary."""
    result = floor.readings[index].result
    if result is None or _tells_all(floor.units[index].text, result):
        return True
    if done.match.rule.kind == "result" and _NUMBERED.match(floor.units[index].text):
        return True
    contrary = {"carried", "lost"} == {done.outcome, floor.outcome(index, result)}
    return contrary and result.rule.id == "result.motion"


def _tells_all(text: str, result: Match) -> bool:
    """Whether a sentence tells of a motion and its fate: "Jo wanted a shed, but nobody seconded it"."""
    return result.rule.id in _OWN_FATE and len(text.split()) >= _FATE_WORDS and bool(_PROPOSES.search(text))


def _labelled(text: str, result: Match) -> bool:
    """Whether a label opens the result: "Outcome: Approved, 8 to 4"."""
    return result.rule.id == "result.bare" and _LABEL.match(text) is not None


def _for_all_nominated(floor: Floor, motion: Draft, stretch: Stretch) -> None:
    for other in floor.open:
        if other.nominee is not None and other is not motion:
            other.evidence.append(stretch)


def _alone(floor: Floor, index: int, result: Match) -> None:
    """A result without any motion before it: of the sentence before, of the heading, or told in full."""
    unit = floor.units[index]
    words = len(unit.text.split())
    outcome = floor.outcome(index, result)
    if result.rule.set.get("pending") or (unit.speaker is not None and _OWN.match(unit.text)):
        return
    if result.rule.id == "result.bare" and _TO_SIGN.fullmatch(unit.text):
        return
    if (
        result.rule.id == "result.recommendations"
        or _tells_all(unit.text, result)
        or (result.rule.id in ("result.withdrawn", "result.motion") and _NUMBERED.match(unit.text))
        or (result.rule.id == "result.withdrawn" and words >= 8)
        or result.rule.id == "result.bill"
        or (result.rule.id == "result.motion" and words >= 5 and _is_first(floor, index) and _PUT.search(unit.text))
    ):
        draft = floor.draft(result, (unit.begin, unit.end), index, outcome)
        draft.put = result.rule.id in _OWN_FATE
        if result.rule.id == "result.recommendations" and words <= _FATE_WORDS and (put := put_before(floor, index)):
            draft.pieces.insert(0, put)  # what was recommended, and that it was agreed
            draft.evidence.insert(0, put)
        floor.finish(draft)
    elif result.rule.id == "result.no-second" and not unit.first and (told := passage(floor, index)) is not None:
        draft = floor.draft(result, told, index, outcome)
        draft.put = True
        floor.finish(draft)
    elif result.rule.set.get("back") or closes_item(floor, index):
        point_back(floor, index, outcome)
    elif (
        result.rule.id == "result.motion"
        and words <= _FATE_WORDS
        and ((not unit.first and floor.before(index) is not None) or floor.heading_before(index) is not None)
    ):
        point_back(floor, index, outcome)  # "Haskell to deny. Motion carried.", or under "Consent agenda"
    elif result.rule.id in _SHORT and words <= (4 if result.rule.id == "result.all" else 8):
        if _labelled(unit.text, result) and words > 2:
            floor.finish(floor.draft(result, (unit.begin, unit.end), index, outcome))
        else:
            point_back(floor, index, outcome)
