"""Names: who proposed and who seconded, where the minutes print it on its own, before or behind the motion."""

from __future__ import annotations

from minutes_cli.find.resolution_drafts import Stretch
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_nesting import is_amendment, is_moved, is_next_entry, is_put, is_title, parent
from minutes_cli.find.resolution_speakers import last_turn
from minutes_cli.find.resolution_units import Unit
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

_TOLD = ("resolution.minutes", "resolution.passive", "resolution.body", "resolution.it-was")
_UNNAMED = ("motion.bare-moved", "motion.label", "motion.amendment-label", "motion.to", "motion.numbered-that")
_SETTLED = ("result.bare", "result.phrase", "result.all")
SHORT = 60  # characters of a line that is a number or names
CLAUSE = lazy(
    r"[\"\s]*(?:That|THAT|To|TO|Resolved|RESOLVED|Be\s+it|BE\s+IT|This\s+\w+\s+(?:\w+s|will|would|shall|may|can)"
    r"|(?:Approve|Adopt|Accept|Authori[sz]e|Appoint|Receive|Award|Grant|Adjourn|Ratify|Amend)(?=\s+\w+\s+\w))\b"
)

_LETTER = lazy(r"\W*(?P<letter>[MPS])\s*[:=]\s*(?P<name>[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,2})\W*")


def hear_names(floor: Floor, index: int) -> int:
    """Who proposed and who seconded, on their own."""
    unit, reading = floor.units[index], floor.readings[index]
    match = reading.names
    if match is None:
        return index
    if match.rule.id == "result.names-stroke" and not is_put(floor, index):
        return index
    if match.rule.set.get("behind") and not is_moved(floor, index):
        return index  # "Sec. Vole", not behind a motion, is the secretary
    if is_title(floor, index):
        return index
    stretch = (unit.begin, unit.end)
    bare = floor.draft(match, stretch, index)
    bare.put = True
    names = floor.details.names(bare)
    if not names and match.rule.set.get("known"):
        return index  # "Proposed by residents", not by anybody of those present
    motion = next((m for m in reversed(floor.open) if m.scope == unit.scope), None)
    done = floor.just_done(index)
    ahead = announces(floor, index) or _heads_item(floor, index)
    if (
        not ahead
        and done is None
        and floor.last is not None
        and floor.last.until == index - 2
        and floor.last.scope == unit.scope
    ):
        done = floor.last if floor.last.match.rule.kind == "resolution" and unit.first else None
    if (
        ahead
        and done is not None
        and unit.block == floor.units[index - 1].block
        and _adds(floor, names, floor.details.names(done))
    ):
        ahead = False  # "Payments were approved. Proposed A, seconded B." and another motion behind
    said = reading.result or reading.inside
    settled = said is not None and said.rule.id in ("result.names-end", "result.end", "result.phrase")
    ahead = ahead and (not settled or unit.text.rstrip().endswith(":"))
    short = len(unit.text.split()) <= (6 if "mover" in names else 4) or "seconder" in names
    if match.rule.id == "result.names-irish" and motion is None and done is None:
        floor.waiting.append((index, match, stretch))
    elif said is not None and said.rule.id == "result.and-resolved" and '"' in unit.text[said.end :]:
        bare.evidence = [*floor.names_waiting(index), stretch]
        bare.pieces = [(unit.begin + said.end, unit.end)]
        bare.outcome = "carried"
        floor.finish(bare)  # 'Seconded by B and resolved: "That …"'
    elif ahead and "mover" not in names and floor.waiting and floor.waiting[-1][0] == index - 1:
        floor.waiting.append((index, match, stretch))  # it goes with the mover on the line above
    elif motion is not None and not (
        "mover" in names
        and "mover" in (theirs := floor.details.names(motion))
        and motion.announced is None
        and (motion.until < index - 1 or (ahead and not _same(floor, names["mover"], theirs["mover"])))
    ):
        if motion.match.rule.id == "motion.label" and motion.until == index - 1 and "mover" in names:
            motion.mover = names["mover"]  # "Proposer: Jo Vole" under "Motion: Later Buses", which is no name
        motion.add(stretch, index, text=True)
        motion.put = True
        if said is not None and not said.rule.set.get("tally"):
            motion.outcome = floor.outcome(index, said)
            floor.close(motion)
    elif done is not None and not ahead and _adds(floor, names, floor.details.names(done)):
        done.add(stretch, index, text=True)
    elif ahead or not short:
        floor.waiting.append((index, match, stretch))
    else:
        _motion_before(floor, index, match, names, said)
    return index


def is_clause(floor: Floor, index: int) -> bool:
    """Whether a unit opens as the words of a motion do: "THAT Council …", "- that Council …"."""
    unit = floor.units[index]
    if CLAUSE.match(unit.text):
        return True
    listed = unit.block is not None and floor.document.blocks[unit.block].bullet
    return bool(listed) and unit.text.startswith("that ") and unit.first


def _heads_item(floor: Floor, index: int) -> bool:
    """Whether names stand first in their item, and a paragraph that tells of a decision follows them."""
    after = index + 1
    if index == 0 or after >= len(floor.units) or floor.units[index - 1].heading is None:
        return False
    decision, unit = floor.readings[after].decision, floor.units[after]
    return unit.first and unit.scope == floor.units[index].scope and decision is not None and decision.rule.id in _TOLD


def _adds(floor: Floor, names: dict[str, Stretch], known: dict[str, Stretch]) -> bool:
    """Whether names tell of a record what it lacks and nothing else than what it has."""
    if "mover" in names and "mover" in known and "seconder" in names and "seconder" not in known:
        return _same(floor, names["mover"], known["mover"])
    return "mover" not in known or ("seconder" in names and "seconder" not in known and "mover" not in names)


def _same(floor: Floor, one: Stretch, two: Stretch) -> bool:
    """Whether two names end in the same word."""
    return floor.details.masked(one).split()[-1] == floor.details.masked(two).split()[-1]


def hear_pair(floor: Floor, index: int) -> bool:
    """Take two names with a slash, or one name, between a motion's number and its words for those who moved it."""
    unit, prior = floor.units[index], floor.units[index - 1] if index else None
    after = floor.units[index + 1] if index + 1 < len(floor.units) else None
    if prior is None or unit.heading is not None or len(unit.text) > SHORT:
        return False
    if "/" in unit.text and _takes_pair(floor, index):
        return True
    if after is None:
        return False
    if not CLAUSE.match(after.text):
        return False
    numbered = floor.rules.first("mover", "line", prior.text) if len(prior.text) <= SHORT else None
    if (numbered is None or "reference" not in numbered.groups) and "/" not in unit.text:
        return False
    pair = next((m for m in floor.rules.find("mover", "line", unit.text) if "mover" in m.groups), None)
    if pair is None or (numbered is None and "seconder" not in pair.groups):
        return False
    floor.waiting.append((index, pair, (unit.begin, unit.end)))
    return True


def _takes_pair(floor: Floor, index: int) -> bool:
    """Take two names with a slash right behind the words of a motion for those who moved it: "Moved that …   A/B"."""
    unit, motion = floor.units[index], floor.open[-1] if floor.open else None
    if motion is None or motion.until != index - 1 or motion.match.rule.id not in _UNNAMED:
        return False
    pair = floor.rules.regex(r"^\W*(?P<mover>{bracket_party})\s*/\s*(?P<seconder>{bracket_party})\W*$").match(unit.text)
    if pair is None or motion.scope != unit.scope or "mover" in floor.details.names(motion):
        return False
    motion.mover = unit.begin + pair.start("mover"), unit.begin + pair.end("mover")
    motion.seconder = unit.begin + pair.start("seconder"), unit.begin + pair.end("seconder")
    motion.add((unit.begin, unit.end), index, text=True)
    return True


def announces(floor: Floor, index: int) -> bool:
    """Whether the motion's words follow the names: "Moved by A / Seconded by B / THAT the plan be adopted"."""
    for at in range(index + 1, min(index + 4, len(floor.units))):
        unit, reading = floor.units[at], floor.readings[at]
        if unit.scope != floor.units[index].scope or is_next_entry(floor, index, at):
            return False
        if reading.strong and len(unit.text.split()) == 1 and unit.block == floor.units[index].block is not None:
            return False  # "Proposed A, seconded B. AGREED."
        if reading.result and not reading.says("tally") and not unit.first and unit.block == floor.units[index].block:
            return False  # "Moved: A. Seconded: B. Approved, 7-0.", and another matter behind
        if reading.result and reading.result.rule.id in _SETTLED and floor.last is not None and floor.last.strong:
            return False  # "Resolved to buy a scale. / Proposed by A / Seconded by B / Passed unanimously."
        if reading.inside is not None and reading.inside.rule.id == "result.and-resolved" and '"' in unit.text:
            return True  # 'Proposed by A / Seconded by B and resolved: "That …"'
        if reading.result and reading.result.rule.id == "result.motion":
            return False  # "Motion: Later Buses / Proposer: A / The motion fell", and another matter behind
        if is_amendment(floor, at):
            return False  # "Proposed by A, seconded by B. C spoke against. Amendment: C proposed, seconded by D, …"
        if reading.strong or reading.motion or is_clause(floor, at):
            return reading.motion is None or reading.names is None
    return False


def _motion_before(floor: Floor, index: int, match: Match, names: dict[str, Stretch], said: Match | None) -> None:
    """The names stand behind the motion's words, which no rule knew for a motion."""
    unit = floor.units[index]
    if unit.text.lstrip().startswith("["):
        return  # behind what is no decision, "[AB/CD]" are those who act
    before = parent(floor, index) if "mover" in names else floor.before(index) or floor.heading_before(index)
    if before is None:
        before = floor.heading_before(index)
    if before is None:
        floor.waiting.append((index, match, (unit.begin, unit.end)))
        return
    adjacent = floor.document.text[before[1] : unit.start].strip(" \n\r\t.:*-") == ""
    draft = floor.draft(match, (before[0], unit.end) if adjacent else before, index)
    draft.evidence = [before, (unit.begin, unit.end)]
    draft.put, draft.joined = True, adjacent
    draft.formal = "mover" in names or before == floor.heading_before(index)
    draft.mover, draft.seconder = names.get("mover"), names.get("seconder")  # "Motion: Later Buses" before is no name
    floor.put(draft)
    if said is not None and not said.rule.set.get("tally"):
        draft.outcome = floor.outcome(index, said)
        floor.close(draft)


def take_letter(floor: Floor, index: int) -> bool:
    """Take "M: Ann", alone on the line behind a motion, for who moved it, and "S: Tom" for who seconded."""
    unit, motion = floor.units[index], floor.open[-1]
    found = _LETTER.fullmatch(unit.text) if len(unit.text) <= SHORT else None
    if found is None or motion.until != index - 1 or motion.scope != unit.scope:
        return False
    side = "seconder" if found["letter"] == "S" else "mover"
    if side in floor.details.names(motion):
        return False
    setattr(motion, side, (unit.begin + found.start("name"), unit.begin + found.end("name")))
    motion.add((unit.begin, unit.end), index, text=True)
    return True


def names_before(floor: Floor, index: int) -> list[Stretch]:
    """The lines right before a unit that name who proposed and who seconded: "On the proposal of A / Seconded by B"."""
    found: list[Stretch] = []
    for at, _, stretch in reversed(floor.waiting):
        if at != index - 1 - len(found):
            break
        found.insert(0, stretch)
    if found:
        floor.waiting.clear()
    return found


def who_says(floor: Floor, unit: Unit, match: Match) -> Stretch | None:
    """Who says "I move": the last in the paragraph whose name stands before a colon, or the speaker of the line."""
    if unit.block is None:
        return None
    start = floor.document.blocks[unit.block].body
    words = floor.details.masked((start, unit.begin + match.start))
    return last_turn(words, start, floor.rules.words("speaker_label") | floor.rules.words("item_label")) or unit.speaker
