"""Motions: what was put to the meeting, joined with who seconded it, how it was voted on and what became of it."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft, Stretch, is_whole
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lists import is_open, piped_votes, vote_table
from minutes_cli.find.resolution_units import Unit
from minutes_cli.records import Outcome
from minutes_cli.rules.match import Match
from minutes_cli.values.votes import read_vote

_LABELS = ("motion.label", "motion.proposal-label")
_OWN_WORDS = ("motion.notice", "motion.quoted")
_TOLD = ("motion.was-moved", "motion.by", "motion.by-capital")
_ASKED = ("resolution.deferred", "resolution.true-record", "resolution.only-task")
_SHORT = ("result.all", "result.bare", "result.count", "result.phrase")
_CLAUSE = re.compile(r"[\"\s]*(?:That|THAT|To|TO|Resolved|RESOLVED|Be\s+it|BE\s+IT)\b")
_THE_MOTION = re.compile(r"\W*the\s+(?:\w+\s+)?(?:motion|amendment|proposal|resolution)\b", re.IGNORECASE)


def move(floor: Floor, index: int) -> int:
    """Put a motion on the floor; the index of the last unit it takes up."""
    unit, reading = floor.units[index], floor.readings[index]
    match = reading.motion
    if match is None:
        return index
    told = reading.result is not None and reading.result.rule.id == "result.motion"
    if match.rule.id == "motion.label" and told and reading.result and reading.result.start <= match.end + 12:
        return hear_result(floor, index)
    if match.rule.id in _TOLD and reading.result and floor.open and _THE_MOTION.match(unit.text):
        return hear_result(floor, index)
    listening = floor.open or (floor.just_done(index) and not (reading.inside or reading.result))
    if (
        reading.names is not None
        and listening
        and match.rule.id in _TOLD
        and not _has_content(unit.text, reading.names)
    ):
        return hear_names(floor, index)
    became = floor.open.pop() if match.rule.id == "motion.became" and floor.open else None
    floor.drop_weak()
    draft = _motion(floor, index, match)
    if became is not None:
        draft.evidence = [*became.evidence, *draft.evidence]
    if unit.last and is_open(unit.text):
        floor.gather(draft, index, bare=unit.text.rstrip().endswith((":", ":-")))
    elif match.rule.id in (*_LABELS, *_OWN_WORDS):
        draft.until = _paragraph(floor, draft, index)
    decided = reading.decision if reading.decision and reading.decision.rule.id not in _ASKED else None
    settled = reading.inside or decided or (reading.result if not reading.says("tally") else None)
    floor.open.append(draft)
    if settled is not None and settled.start > match.start:
        draft.outcome = floor.outcome(index, settled)
        floor.close(draft)
    return draft.until


def _has_content(text: str, names: Match) -> bool:
    """Whether a motion's words follow the names."""
    return bool(re.search(r"\b(?:that|to)\b|[\"]", text[names.end :]))


def _motion(floor: Floor, index: int, match: Match) -> Draft:
    unit = floor.units[index]
    draft = floor.draft(match, (unit.begin, unit.end), index)
    draft.formal = bool(match.rule.set.get("formal"))
    draft.put = True
    if match.rule.set.get("nomination"):
        group = match.groups.get("nominee") or match.groups.get("nominee_named")
        draft.nominee = unit.text[slice(*group)] if group else None
    if "reference" in match.groups:
        start, end = match.groups["reference"]
        draft.reference = (unit.begin + start, unit.begin + end)
    if match.rule.id in _LABELS and unit.speaker is not None:
        draft.mover = unit.speaker
    if match.rule.id in _OWN_WORDS:
        draft.announced = _announced(floor, index)
        draft.formal = draft.formal or draft.announced is not None
    draft.evidence = [*_waiting(floor, index), *draft.evidence]
    return draft


def _waiting(floor: Floor, index: int) -> list[Stretch]:
    """The lines of names right before a motion."""
    found = [stretch for at, _, stretch in floor.waiting if at >= index - 4]
    floor.waiting.clear()
    return found


def _paragraph(floor: Floor, draft: Draft, index: int) -> int:
    """A labelled motion goes on to the end of its paragraph, or to the sentence that tells its result."""
    end = index
    while end + 1 < len(floor.units) and floor.units[end + 1].block == floor.units[index].block is not None:
        reading = floor.readings[end + 1]
        if reading.result or reading.names or reading.motion or reading.strong:
            break
        end += 1
    draft.pieces[-1] = (draft.pieces[-1][0], floor.units[end].end)
    draft.evidence[-1] = draft.pieces[-1]
    return end


def _announced(floor: Floor, index: int) -> Stretch | None:
    """Who gave notice of a motion: the line before it where that is a name, or the heading over it."""
    if index and (prior := floor.units[index - 1]).scope == floor.units[index].scope:
        name = floor.rules.regex(r"^\W*(?P<name>{party})\W*$").match(prior.text)
        if name is not None and len(prior.text.split()) <= 6:
            return prior.begin + name.start("name"), prior.begin + name.end("name")
    place = floor.units[index].place
    if place is None:
        return None
    stretch = floor.document.headings[place].title
    name = floor.rules.regex(r"^\W*(?P<name>{party})\W*$").match(floor.details.masked(stretch))
    if name is not None:
        return stretch[0] + name.start("name"), stretch[0] + name.end("name")
    match = floor.rules.first("mover", "sentence", floor.details.masked(stretch))
    if match is None or "mover" not in match.groups:
        return None
    start, end = match.groups["mover"]
    return stretch[0] + start, stretch[0] + end


def hear_result(floor: Floor, index: int) -> int:
    """What became of the motion, or how some voted; the index of the last unit taken up."""
    unit, result = floor.units[index], floor.readings[index].result
    if result is None:
        return index
    tally = bool(result.rule.set.get("tally"))
    end = _with_list(floor, index) if tally else index
    stretch = (unit.begin, floor.units[end].end)
    motion, done = floor.awaiting(index), floor.just_done(index)
    if done is not None and done.match.rule.kind == "resolution" and _labelled(unit.text, result):
        done = None
    if "declared" in unit.text and floor.last is not None and floor.last.until == index - 2:
        done = floor.last if floor.last.scope == unit.scope else done
        motion = None if done is floor.last else motion
    if motion is not None and result.rule.set.get("division"):
        _divide(floor, index, stretch)
    elif motion is not None:
        motion.add(stretch, index, text=not tally)
        motion.until = end
        if motion.nominee is not None:
            _for_all_nominated(floor, motion, stretch)
        elif not tally:
            motion.outcome = floor.outcome(index, result)
            floor.close(motion)
            if motion.outcome == "withdrawn":
                floor.last = None  # the sentence may itself be what "This was agreed" points back to
    elif done is not None:
        done.add(stretch, index, text=not tally)
        done.until = end
        if done.outcome is None and not tally:
            done.outcome = floor.outcome(index, result)
    elif not tally:
        _alone(floor, index, result)
    return end


def _labelled(text: str, result: Match) -> bool:
    """Whether a label opens the result: "Outcome: Approved, 8 to 4"."""
    return result.rule.id == "result.bare" and ":" in text[: text.find(" ") + 1]


def _divide(floor: Floor, index: int, stretch: Stretch) -> None:
    """A division between the motion and an amendment to it: the one that lost is gone, the other waits for its decision."""
    pair = [motion for motion in floor.open if motion.scope == floor.units[index].scope][-2:]
    if len(pair) < 2:
        return
    vote = read_vote(floor.rules, floor.details.masked(stretch))
    amended = vote is not None and (vote.for_ or 0) < (vote.against or 0)
    kept, gone = (pair[1], pair[0]) if amended else (pair[0], pair[1])
    kept.add(stretch, index, text=False)
    floor.open = [motion for motion in floor.open if motion is not gone]


def _with_list(floor: Floor, index: int) -> int:
    """A label of votes that stands alone takes in the line of names behind it."""
    unit = floor.units[index]
    after = index + 1
    if not unit.text.rstrip().endswith((":", ")")) or len(unit.text.split()) > 5 or after >= len(floor.units):
        return index
    other = floor.units[after]
    fits = other.heading is None and other.scope == unit.scope and not floor.stops[after] and "," in other.text
    return after if fits else index


def _for_all_nominated(floor: Floor, motion: Draft, stretch: Stretch) -> None:
    for other in floor.open:
        if other.nominee is not None and other is not motion:
            other.evidence.append(stretch)


def _alone(floor: Floor, index: int, result: Match) -> None:
    """A result without any motion before it: of the sentence before, of the heading, or told in full."""
    unit = floor.units[index]
    words = len(unit.text.split())
    outcome = floor.outcome(index, result)
    if result.rule.id == "result.recommendations" or (result.rule.id == "result.withdrawn" and words >= 8):
        floor.finish(floor.draft(result, (unit.begin, unit.end), index, outcome))
    elif result.rule.set.get("back"):
        point_back(floor, index, outcome)
    elif result.rule.id in _SHORT and words <= (4 if result.rule.id == "result.all" else 8):
        if _labelled(unit.text, result) and words > 2:
            floor.finish(floor.draft(result, (unit.begin, unit.end), index, outcome))
        else:
            point_back(floor, index, outcome)


def hear_names(floor: Floor, index: int) -> int:
    """Who proposed and who seconded, on their own."""
    unit, reading = floor.units[index], floor.readings[index]
    match = reading.names
    if match is None:
        return index
    stretch = (unit.begin, unit.end)
    bare = floor.draft(match, stretch, index)
    bare.put = True
    names = floor.details.names(bare)
    motion = next((m for m in reversed(floor.open) if m.scope == unit.scope), None)
    done = floor.just_done(index)
    if done is None and floor.last is not None and floor.last.until == index - 2 and floor.last.scope == unit.scope:
        done = floor.last if floor.last.match.rule.kind == "resolution" and unit.first else None
    said = reading.result or reading.inside
    short = len(unit.text.split()) <= 4 or "seconder" in names
    if motion is not None and not (
        "mover" in names
        and "mover" in floor.details.names(motion)
        and motion.announced is None
        and motion.until < index - 1
    ):
        motion.add(stretch, index, text=True)
        motion.put = True
        if said is not None and not said.rule.set.get("tally"):
            motion.outcome = floor.outcome(index, said)
            floor.close(motion)
    elif done is not None and "mover" not in floor.details.names(done):
        done.add(stretch, index, text=True)
    elif _announces(floor, index) or not short:
        floor.waiting.append((index, match, stretch))
    else:
        _motion_before(floor, index, match, names, said)
    return index


def _announces(floor: Floor, index: int) -> bool:
    """Whether the motion's words follow the names: "Moved by A / Seconded by B / THAT the plan be adopted"."""
    for at in range(index + 1, min(index + 4, len(floor.units))):
        unit, reading = floor.units[at], floor.readings[at]
        if unit.scope != floor.units[index].scope:
            return False
        if reading.strong or reading.motion or _CLAUSE.match(unit.text):
            return True
    return False


def _motion_before(floor: Floor, index: int, match: Match, names: dict[str, Stretch], said: Match | None) -> None:
    """The names stand behind the motion's words, which no rule knew for a motion."""
    unit = floor.units[index]
    before = floor.parent(index) if "mover" in names else floor.before(index) or floor.heading_before(index)
    if before is None:
        before = floor.heading_before(index)
    if before is None:
        floor.waiting.append((index, match, (unit.begin, unit.end)))
        return
    adjacent = floor.document.text[before[1] : unit.start].strip() == ""
    draft = floor.draft(match, (before[0], unit.end) if adjacent else before, index)
    draft.evidence = [before, (unit.begin, unit.end)]
    draft.put, draft.joined = True, adjacent
    draft.formal = "mover" in names or before == floor.heading_before(index)
    floor.open.append(draft)
    if said is not None and not said.rule.set.get("tally"):
        draft.outcome = floor.outcome(index, said)
        floor.close(draft)


def follow_names(floor: Floor, index: int) -> bool:
    """Take a clause behind lines of names for the motion: "THAT Council receive the report"."""
    unit = floor.units[index]
    if not floor.waiting or not _CLAUSE.match(unit.text) or unit.heading is not None:
        return False
    match = floor.waiting[-1][1]
    draft = floor.draft(match, (unit.begin, unit.end), index)
    draft.evidence = [*_waiting(floor, index), *draft.evidence]
    draft.formal = draft.put = True
    draft.until = _paragraph(floor, draft, index)
    if is_open(floor.details.masked(draft.pieces[-1])):
        floor.gather(draft, draft.until, bare=False)
    floor.open.append(draft)
    return True


def point_back(floor: Floor, index: int, outcome: Outcome | None) -> None:
    """A record of the sentence before and this one: "The fence should be mended. This was agreed."."""
    unit, reading = floor.units[index], floor.readings[index]
    before = floor.before(index) or floor.heading_before(index)
    match = reading.result or reading.names or reading.decision
    if before is None or match is None:
        return
    draft = floor.draft(match, (before[0], unit.end), index, outcome)
    draft.evidence = [before, (unit.begin, unit.end)]
    draft.put = True
    if outcome is None and not is_whole(draft, floor.details):
        return
    floor.finish(draft)


def look_at_table(floor: Floor, unit: Unit) -> None:
    """Take in the table of votes that stands under a motion."""
    if "|" in unit.text and unit.block is not None and floor.document.blocks[unit.block].cell is None:
        _look_at_lines(floor, unit)
        return
    cell = floor.document.blocks[unit.block].cell if unit.block is not None else None
    motion = floor.open[-1]
    if cell is None or cell.column or cell.row > 1 or motion.scope != unit.scope:
        return
    text = vote_table(floor.document, cell.table)
    if text and text not in motion.tables:
        motion.tables.append(text)
        end = floor.document.layout.tables[cell.table].end
        motion.evidence.append((end, end))


def _look_at_lines(floor: Floor, unit: Unit) -> None:
    index = floor.units.index(unit)
    following = floor.units[index + 1 : index + 3]
    numbers = next((other for other in following if other.text[:1].isdigit()), None)
    if numbers is not None and (text := piped_votes(unit.text, numbers.text)):
        floor.open[-1].tables.append(text)
        floor.open[-1].evidence.append((numbers.end, numbers.end))
