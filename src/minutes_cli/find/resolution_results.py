"""Results: what became of a motion, how some voted, and what "This was agreed" points back to."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_absorption import votes_before
from minutes_cli.find.resolution_ballots import elects_alone
from minutes_cli.find.resolution_divisions import count_for_each, divide
from minutes_cli.find.resolution_drafts import Draft, Stretch, is_whole
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_matters import passage, point_back, put_before
from minutes_cli.find.resolution_polls import poll_end, with_count, with_list
from minutes_cli.find.resolution_rows import closes_item
from minutes_cli.find.resolution_spoken import FATE_WORDS, NUMBERED, OWN_FATE, is_labelled, spoken_of, tells_all
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

_PUT = lazy(r"\b(?:was|were|is)\b|\d\s+(?:votes?\s+)?(?:in\s+favou?r|for|yes|ayes?)\b|\byes\W{1,3}\d", re.IGNORECASE)
_OWN = lazy(r"\W*no\s+objection\b", re.IGNORECASE)  # said by one speaker
_SILENT = lazy(r"\W*(?:hearing|seeing)\s+no", re.IGNORECASE)  # "Any objections?" "Hearing none, the motion carries."
_OBJECTS = lazy(r"\bobject", re.IGNORECASE)
# A line to sign at the end: "Approved: ____"
_TO_SIGN = lazy(r"\W*(?:approved|confirmed|adopted|accepted)(?:\s+by(?:\s+[\w ]{2,40})?)?\s*:[\s_.]*", re.IGNORECASE)
_RESULT_LABEL = lazy(r"\W*(?:result|vote|outcome)\s*:", re.IGNORECASE)
_FELL = 4  # words of a sentence that only says how a vote went
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
    if result.rule.id in ("result.count", "result.side", "result.roll") and count_for_each(floor, index):
        return index
    motion, done = spoken_of(floor, index, result)
    if result.rule.set.get("adjourned") and not _adjourns(floor, motion or done):
        return index
    if motion is not None and result.rule.set.get("division"):
        divide(floor, index, stretch)
    elif motion is not None:
        _settle(floor, index, result, motion, end)
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


def _settle(floor: Floor, index: int, result: Match, motion: Draft, end: int) -> None:
    """Take a result, with the votes as far as a unit, for what became of a motion."""
    unit, tally = floor.units[index], bool(result.rule.set.get("tally"))
    stretch = (unit.begin, floor.units[end].end)
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
        or tells_all(unit.text, result)
        or (result.rule.id in ("result.withdrawn", "result.motion") and NUMBERED.match(unit.text))
        or (result.rule.id == "result.withdrawn" and words >= 8)
        or result.rule.id == "result.bill"
        or (result.rule.id == "result.motion" and words >= 5 and _is_first(floor, index) and _PUT.search(unit.text))
    ):
        draft = floor.draft(result, (unit.begin, unit.end), index, outcome)
        draft.put = result.rule.id in OWN_FATE
        if result.rule.id == "result.recommendations" and words <= FATE_WORDS and (put := put_before(floor, index)):
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
        and words <= FATE_WORDS
        and ((not unit.first and floor.before(index) is not None) or floor.heading_before(index) is not None)
    ):
        point_back(floor, index, outcome)  # "Haskell to deny. Motion carried.", or under "Consent agenda"
    elif result.rule.id in _SHORT and words <= (4 if result.rule.id == "result.all" else 8):
        if is_labelled(unit.text, result) and words > 2:
            floor.finish(floor.draft(result, (unit.begin, unit.end), index, outcome))
        else:
            point_back(floor, index, outcome)
