"""The words of a motion behind the lines that name it: a clause below its movers, its number or its title."""

from __future__ import annotations

from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lists import is_open
from minutes_cli.find.resolution_names import CLAUSE, SHORT, is_clause

_CARRIED = (
    "result.irish",
    "result.and-resolved",
    "result.seconded-and",
    "result.closing",
)  # "seconded by B and agreed:"


def follow_names(floor: Floor, index: int) -> bool:
    """Take a clause behind lines of names for the motion: "THAT Council receive the report"."""
    unit = floor.units[index]
    if unit.heading is not None or not (floor.waiting or floor.open):
        return False
    if not floor.waiting:
        return _take_words(floor, index)
    if floor.waiting[-1][0] < index - 4 or not is_clause(floor, index):
        return False
    at, match, named = floor.waiting[-1]
    said = floor.readings[at].inside
    begin = named[0] if _leads_over(floor, at, index) else unit.begin
    draft = floor.draft(match, (begin, unit.end), index)
    draft.amendment = "amendment" in floor.details.masked(named).lower()
    if match.rule.on == "line":
        spans = {name: (named[0] + start, named[0] + end) for name, (start, end) in match.groups.items()}
        draft.mover, draft.seconder = spans.get("mover"), spans.get("seconder")
    draft.evidence = [*floor.names_waiting(index), *draft.evidence]
    draft.formal = draft.put = True
    draft.reference = floor.reference(index)
    draft.until = floor.paragraph(draft, index)
    if is_open(floor.details.masked(draft.pieces[-1])):
        floor.gather(draft, draft.until, bare=False)
    floor.put(draft)
    if said is not None and said.rule.id in _CARRIED:
        draft.outcome = "carried"
        floor.close(draft)
    return True


def _leads_over(floor: Floor, at: int, index: int) -> bool:
    """Whether the mover's sentence runs on into a motion in quotation marks: 'It was moved by A, seconded by B -'."""
    told = at == index - 1 and floor.readings[at].motion is not None and floor.units[index].text.startswith('"')
    return told and floor.units[at].text.rstrip().endswith(("-", ":", ","))


def follow_number(floor: Floor, index: int) -> bool:
    """Take the words under the number of a resolution for what was put: "Resolution 19.4" over "That Council …"."""
    unit, prior = floor.units[index], floor.units[index - 1] if index else None
    if prior is None or len(prior.text) > SHORT or not unit.first or unit.heading is not None:
        return False
    if (unit.scope != prior.scope and prior.heading is None) or not CLAUSE.match(unit.text):
        return False
    numbered = next((m for m in floor.rules.find("mover", "line", prior.text) if "reference" in m.groups), None)
    if numbered is None:
        return False
    draft = floor.draft(numbered, (unit.begin, unit.end), index)
    draft.formal = draft.put = True
    start, end = numbered.groups["reference"]
    draft.reference = (prior.begin + start, prior.begin + end)
    draft.until = floor.paragraph(draft, index)
    floor.gather(draft, draft.until, bare=False)
    floor.put(draft)
    return True


def _take_words(floor: Floor, index: int) -> bool:
    """Take a clause for the words of the motion that a heading named, behind the line of its movers."""
    motion = floor.open[-1]
    unit = floor.units[index]
    if motion.match.rule.id != "motion.heading-vote" or motion.until != index - 1 or len(motion.evidence) < 2:
        return False
    if not unit.text.lstrip(' "').lower().startswith("that ") or not is_clause(floor, index):
        return False  # "This Union notes:", over what it resolves
    motion.pieces = [(unit.begin, unit.end)]
    motion.evidence = [*motion.evidence[1:], (unit.begin, unit.end)]
    motion.until, motion.joined, motion.formal = index, True, True
    motion.until = floor.paragraph(motion, index)
    return True
