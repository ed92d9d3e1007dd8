"""Readings: what the rules say of each unit, told apart from what is only reported or quoted in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_cli.document import Document
from minutes_cli.find.resolution_blocks import is_numbered
from minutes_cli.find.resolution_bodies import Bodies
from minutes_cli.find.resolution_lines import AFTERMATH, AGENDA, is_asked_for
from minutes_cli.find.resolution_reported import is_reported
from minutes_cli.find.resolution_units import Unit
from minutes_cli.patterns import lazy
from minutes_cli.records import Meeting
from minutes_cli.rules.guards import Group, Plans, Tried
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match

_RESULTS = ("names", "inside", "result")  # what a rule of a result tells of: of each the first match counts
_GROUPS = (
    Group("resolution"),
    Group("motion"),
    Group("result", only="names"),
    Group("result", only="inside", unless=("names",)),
    Group("result", unless=("names", "inside")),
)
_IT_WAS = lazy(r"\W|\bIT\b|\bWAS\b")
# A second clause that gives nobody a task: "agreed that Jo would ask, and that the fair would close at four".
_FURTHER = r"\band\s+that\s+(?!{tasked}\b)(?:the|a|an|no|all|this)\s+(?:[\w-]+\s+){1,4}?(?:would|should|will)\b"
_PUT_AND_SECONDED = lazy(r"\b(?:proposed|moved|proposal|motion)\b[^;]{2,80}?\bseconded\b", re.IGNORECASE)
_MOTIONS = lazy(r"\bmotions?\b", re.IGNORECASE)
_ELSEWHERE = lazy(r"\bplanning\b|\bapplications?\b", re.IGNORECASE)  # lists of what other bodies decided
_OBJECTIONS = lazy(r"\b(?:object|dissent|oppos)", re.IGNORECASE)  # what a chair asks for before "None were heard"
# Behind the words of a motion: "The resolution was proposed by A, seconded by B and carried."
_OF_NAMES = lazy(
    r"\W*(?:the|this)\s+(?:above\s+|said\s+)?(?:resolution|motion|proposal)\s+was\s+(?:\w+ly\s+)?(?:proposed|moved)\s+by\s"
    r"[^,;:]{2,50}?,?\s+(?:and\s+)?(?:was\s+)?seconded\s+by\s(?:(?!\s(?:that|to)\s)[^;:]){2,100}",
    re.IGNORECASE,
)
_BOLD_END = lazy(r"[^\n]*(?:\*\*|__)(?:noted|received)\.?(?:\*\*|__)", re.IGNORECASE)
# The number of a motion and who gave notice of it, alone on the line over its words.
_NOTICE = lazy(
    r"\W*(?:notice\s+of\s+)?motion\s+(?:no\.?\s*)?\d{1,3}\s*[-:(]\s*(?!.*\b(?:moved|proposed|seconded)\b)[^;:]{2,60}$",
    re.IGNORECASE,
)
_MOVED = lazy(r"[\W\d]*(?:that|to|resolved|be\s+it)\b", re.IGNORECASE)


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Reading:
    """What a unit is to a resolution; each field is the match of the rule that says so.

    ``strong`` tells that a label or capitals mark the decision, so that it stands for what was moved before it.
    """

    decision: Match | None = None
    motion: Match | None = None
    result: Match | None = None
    names: Match | None = None
    inside: Match | None = None
    strong: bool = False
    elsewhere: bool = False

    def says(self, name: str) -> bool:
        """Whether the rule of the result sets a flag."""
        return self.result is not None and bool(self.result.rule.set.get(name))


NOTHING = Reading()
ELSEWHERE = Reading(elsewhere=True)


@dataclass(slots=True)
class Reader:
    """Reads the units of one document.

    ``prior`` is the text of the unit before, ``told`` that the unit is news of another body.
    """

    document: Document
    rules: Rules
    bodies: Bodies
    plans: Plans
    _quotes: dict[int, list[int]] = field(default_factory=dict)
    _under: dict[tuple[int | None, str], bool] = field(default_factory=dict)
    prior: str = ""
    told: bool = False

    def read(self, unit: Unit) -> Reading:
        """The reading of a unit; NOTHING where no rule holds."""
        tried = self.plans.to_try(self.rules.guards_in(unit.text)) if unit.read else ()
        if not tried or AGENDA.match(unit.text):
            return NOTHING
        decisions, motions, *said = tried
        self.told = False
        decision = self._first(decisions, unit)
        if decision is not None and decision.rule.set.get("task"):
            decision = self._unless_put_off(decision, decisions, unit)
        results = {key: match for key, one in zip(_RESULTS, said, strict=True) if (match := self._first(one, unit))}
        motion = self._first(motions, unit)
        if motion is not None and decision is not None and is_asked_for(decision, motion, unit.text):
            decision = None
        if motion is not None and decision is None and is_spoken(motion, unit):
            results.pop("inside", None)  # "That the bylaw be read a third time and adopted." is all of it asked for
        end = results.get("inside")
        last = end is not None and (end.rule.id == "result.end" or (end.rule.id == "result.closing" and not unit.first))
        if end is not None and last and not (decision or motion or results.get("names")):
            results.setdefault("result", end)
        if last and "result" in results and results["result"].rule.set.get("tally"):
            results["result"] = results["inside"]  # "Opposed: Ann Vole    CARRIED"
        if motion is not None and results.get("names") and _OF_NAMES.fullmatch(unit.text) and _MOVED.match(self.prior):
            motion = None
        if "result" in results and results["result"].rule.set.get("enacted"):
            decision = motion = None
        if not (decision or motion or results):
            return ELSEWHERE if self.told else NOTHING
        return Reading(
            decision=decision,
            motion=motion,
            result=results.get("result"),
            names=results.get("names"),
            inside=results.get("inside"),
            strong=decision is not None and bool(decision.rule.set.get("strong")),
        )

    def _unless_put_off(self, task: Match, tried: Tried, unit: Unit) -> Match | None:
        """A task given by agreement is no decision, but what was decided before it, or puts the matter off, is one."""
        others = (match for match in self.rules.find_of(tried, unit.text) if match.rule != task.rule)
        if _PUT_AND_SECONDED.search(unit.text, 0, task.start):
            return next(others, None)  # "On the proposal of A, seconded by B, it was agreed that the Clerk write"
        first = self._first(tried, unit, task)
        if first is not None:
            return first
        further = self.rules.regex(_FURTHER, ignore_case=True).search(unit.text, task.end)
        if further is None and self.rules.first("outcome", "block", unit.text) is None:
            return None
        return next(others, None)

    def _first(self, tried: Tried, unit: Unit, before: Match | None = None) -> Match | None:
        if not (tried.patterns or tried.tokens):
            return None
        for match in self.rules.find_of(tried, unit.text):
            if (before is None or match.end <= before.start) and self._holds(match, unit):
                return match
        return None

    def _holds(self, match: Match, unit: Unit) -> bool:
        """Whether a match is the meeting's own: neither in quotation marks nor told of in the same clause."""
        if self._is_quoted(match, unit) and match.rule.id not in ("motion.notice", "motion.quoted"):
            return False
        said = match.rule.set
        if said.get("under_motions"):
            return self._is_under(unit, _MOTIONS) or self._is_under_member(unit) or bool(_NOTICE.match(self.prior))
        if said.get("not_under") and self._is_under(unit, _ELSEWHERE):
            return False
        if said.get("asked") and not _OBJECTIONS.search(self.prior):
            return False
        if said.get("inline") and unit.first:
            return False
        if said.get("numbered"):
            label, spoken = self.document.blocks[unit.block or 0].label, unit.speaker is not None
            if not is_numbered(self.rules, label, self.prior, first=unit.first, spoken=spoken):
                return False
        if said.get("unspoken") and unit.speaker is not None:
            return False
        if said.get("spoken") and unit.speaker is None:
            return False
        if said.get("under_planning") and not self._is_under(unit, _ELSEWHERE):
            return False
        if said.get("closing"):
            return self._closes(unit) or self._is_bold(unit, match)
        if said.get("strong"):
            # In capitals throughout, only the first word can mark a decision: the rest is a heading.
            return not unit.text.isupper() or not _IT_WAS.sub("", unit.text[: match.start])
        if match.rule.kind != "motion" and self.bodies.is_another(match, unit.text, unit.begin):
            self.told = True
            return False
        return not is_reported(self.rules, match, unit.text)

    def _is_under(self, unit: Unit, words: re.Pattern[str]) -> bool:
        if unit.block is None:
            return False
        key = (self.document.places[unit.block], words.pattern)
        if key not in self._under:
            self._under[key] = any(words.search(title) for title in self.document.titles_above(unit.block))
        return self._under[key]

    def _is_under_member(self, unit: Unit) -> bool:
        """Whether the heading over a unit is but a member's name, as over the notices of motion."""
        place = None if unit.block is None else self.document.places[unit.block]
        if place is None:
            return False
        title = self.document.layout.masked[slice(*self.document.headings[place].title)]
        return (
            self.rules.regex(r"^\W*{party_title}\s+[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){0,3}\W*$").match(title) is not None
        )

    def _closes(self, unit: Unit) -> bool:
        """Whether a unit ends its item, but for notes on actions, on who left, and the like."""
        if unit.block is None or not unit.last:
            return False
        blocks, places = self.document.blocks, self.document.places
        following = range(unit.block + 1, min(unit.block + 4, len(blocks)))
        tail = [blocks[index].words for index in following if places[index] == places[unit.block]]
        return not tail or bool(AFTERMATH.match(tail[0])) or len(tail[0].split()) <= 3

    def _is_bold(self, unit: Unit, match: Match) -> bool:
        """Whether the verb that a match ends with, or the whole of it, is printed bold, so that it marks a decision."""
        return _BOLD_END.match(self.document.text, unit.begin + match.start, unit.begin + match.end + 4) is not None

    def _is_quoted(self, match: Match, unit: Unit) -> bool:
        if unit.block is None:
            return False
        if unit.block not in self._quotes:
            quotes = re.finditer('"', self.document.blocks[unit.block].text)
            self._quotes[unit.block] = [place.start() for place in quotes]
        if not (marks := self._quotes[unit.block]):
            return False
        offset = unit.begin - self.document.blocks[unit.block].start + match.start
        before = bisect_left(marks, offset)
        if (
            match.rule.set.get("strong")
            and before == 1
            and marks[0] == offset - 1
            and not unit.text[: match.start].strip(' "')
        ):
            return False  # the resolution itself stands in quotation marks: "RESOLVED THAT …"
        return before % 2 == 1 and before < len(marks)


def is_spoken(motion: Match, unit: Unit) -> bool:
    """Whether who moved it stands before the colon, and a motion's words behind it."""
    return unit.speaker is not None and bool(motion.rule.set.get("spoken") or motion.rule.set.get("numbered"))


def read_units(
    document: Document, rules: Rules, units: Sequence[Unit], meeting: Meeting | None = None
) -> list[Reading]:
    """The readings of all units."""
    reader = Reader(document, rules, Bodies(document, meeting), rules.plans(_GROUPS, "sentence"))
    readings = list[Reading]()
    for unit in units:
        readings.append(reader.read(unit))
        reader.prior = unit.text
    return readings
