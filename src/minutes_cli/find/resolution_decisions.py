"""Decisions: sentences and blocks that record by themselves what was decided."""

from __future__ import annotations

import re

from minutes_cli.find.motions import move
from minutes_cli.find.resolution_absorption import absorb, hear_friendly, take_silence, votes_before
from minutes_cli.find.resolution_ballots import accepts_nomination, add_ballot, elect
from minutes_cli.find.resolution_bare import (
    PARTICIPLE,
    agree_again,
    closes_heading,
    is_bare,
    is_brief,
    lacks_matter,
    lacks_result,
    plain,
    points_back,
    take_tally,
)
from minutes_cli.find.resolution_drafts import Draft, is_whole
from minutes_cli.find.resolution_echoes import (
    confirm,
    is_of_motion,
    put_off,
    restate,
    restated,
    says_again,
    says_motion,
    settle_labelled,
    settle_pair,
)
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_labelled import is_polled, labelled_verdict
from minutes_cli.find.resolution_lines import OF_WHAT_IS_RESOLVED
from minutes_cli.find.resolution_lists import has_words, is_open
from minutes_cli.find.resolution_matters import point_back
from minutes_cli.find.resolution_names import names_before
from minutes_cli.find.resolution_polls import leads_up
from minutes_cli.find.resolution_results import hear_result
from minutes_cli.find.resolution_units import Unit
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

NOTHING = lazy(
    r"\W*(?:none|nil|n/?a|no (?:decisions?|resolutions?)\b.*|tbc|as (?:set out|above|per|detailed)\b.*)\W*$", re.I
)
_BREAK = lazy(r"[,;:]\s+(?:and\s+|so\s+|but\s+)?|\b(?:and|so|but)\s+")
_ON_MOTION = lazy(r"\W*(?:up)?on\s+(?:an?\s+|the\s+)?(?:motion|proposal|proposition)\s+(?:of|by)\b", re.IGNORECASE)
_FIRST = lazy(r"(?<!\S)\(?(?:1|a|i)[.)]\s")
_CLAUSE = lazy(r"\W*(?:and\s+)?(?:(?:further\s+)?that\b|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s)", re.IGNORECASE)
_FURTHER = lazy(r"\bbe\s+it\s+(?:further|also|finally)\W*$", re.IGNORECASE)
_RESOLVED_FURTHER = lazy(
    r"\W*(?:and\s+)?(?:be\s+it\s+)?(?:(?-i:RESOLVED)\s+(?:also\s+)?further|further\s+(?-i:RESOLVED)|(?-i:RESOLVED)\s+also)\b",
    re.IGNORECASE,
)
_LISTED_VERB = lazy(
    r"\W*(?:[A-Z]{4,}\b|(?i:noted|commended|instructed|remitted|considered|agreed|approved|resolved|received|endorsed|adopted|accepted)\b)"
)
_RESTATES = lazy(r"\W*(?:(?:council|committee|board|cabinet|panel|final)\s+)?decisions?\b", re.IGNORECASE)
_MANNER = lazy(
    r"\b(?:unanimously|nem\.?\s*con\.?|by\s+(?:(?:an?\s+)?(?:absolute\s+|special\s+|simple\s+)?majority(?:\s+(?:vote|decision))?|consensus|general\s+consent)|on\s+(?:a\s+)?(?:recorded\s+|roll\s+call\s+)?(?:division|vote)|as\s+follows|accordingly)",
    re.IGNORECASE,
)
_ONE_WORD = lazy(rf"\S+?(?:\s+{_MANNER.pattern})?[\s.;)]*", re.IGNORECASE)
_IT_WAS = lazy(r"\W*it\s+(?:is|was)\s+(?:\w+\s+){0,2}(?:resolved|agreed|decided)\W*", re.IGNORECASE)
_LONG = 15  # words before a decision that may be left out of its text
_THE_MATTER = lazy(r"\b(?:the|this)\s+(?:decision|matter|item|question|proposal|vote)\s+(?:was|be)\b", re.IGNORECASE)
_OF_MOTION = ("result.motion", "result.announced")
_NUMBER = lazy(r"^\s+(?:[A-Z]{2,6}[ /-]?)?\d{1,4}[/-]\d{1,4}\s*$")  # of a resolution, in the margin: "WDC 24/03"
_ELECTIONS = ("resolution.elected", "resolution.is-elected", "resolution.declared")
_WHOLE = ("resolution.it-was", "resolution.body", "resolution.body-and", "resolution.be-it")


def decide(floor: Floor, index: int) -> int:
    """A marked decision, which stands for the motion that led to it; the index of the last unit it takes up."""
    unit, reading, match = floor.units[index], floor.readings[index], floor.readings[index].decision
    if match is None:
        return index
    back = reading.says("back") and len(unit.text.split()) <= 10
    heard = reading.result is not None and _ONE_WORD.fullmatch(unit.text) is not None
    if back or (heard and (floor.awaiting(index) is not None or (unit.first and restated(floor, index)))):
        return hear_result(floor, index)
    if heard and not unit.first and agree_again(floor, index):
        return index  # "… that we buy it. The Board voted 4-1 in favour. AGREED."
    verdict = labelled_verdict(floor, unit, match)
    if match.rule.id == "resolution.label" and settle_labelled(floor, index, match, verdict):
        return index
    if match.rule.set.get("list"):
        return _decide_list(floor, index, match)
    end = index
    while end + 1 < len(floor.units) and (_continues(floor, end + 1, index) or _goes_on(floor, end)):
        end += 1
    moved = reading.motion is not None and reading.motion.start < match.start  # "Jo moved that …, AGREED"
    begin = unit.begin if moved else _cut(unit, match)
    draft = floor.draft(match, (begin, floor.units[end].end), end, verdict)
    draft.evidence[:0] = [(unit.begin, begin)] if begin > unit.begin else []
    draft.strong, draft.put = True, reading.motion is not None
    if match.rule.id == "resolution.label" and unit.text.rstrip().endswith("?") and is_polled(floor, end):
        draft.outcome, draft.formal, draft.settled = None, True, False
        floor.put(draft)
        return end
    behind = _NUMBER.sub("", unit.text[match.end :])
    hanging = end == index and not has_words(_MANNER.sub("", behind)) and "." not in behind
    bare = hanging and not has_words(re.sub(r"(?i)\b(?:it|was)\b", "", unit.text[: match.start]))
    listing = floor.details.masked((unit.begin, floor.units[end].end)).rstrip().endswith((":", ":-"))
    if hanging or is_open(floor.details.masked((unit.begin, floor.units[end].end))) or _FIRST.search(unit.text):
        floor.gather(draft, end, bare=hanging or listing)
    if bare and (not draft.clauses or closes_heading(floor, index)) and PARTICIPLE.match(unit.text):
        point_back(floor, index, floor.verdict(unit, match))
        return index
    if bare and not draft.clauses:
        floor.announced = index
        return index
    draft.printed = bool(_RESTATES.match(unit.text)) or floor.announced == index - 1
    if bare and NOTHING.match(floor.details.masked(draft.clauses[0][1])):
        return draft.until
    done = floor.just_done(index)
    if done is not None and _RESTATES.match(unit.text) and says_again(done, draft, unit):
        done.until = draft.until
        return draft.until
    if settle_pair(floor, draft):
        return draft.until
    draft.reference = floor.reference(index)
    if "reference" in match.groups:
        start, end_of = match.groups["reference"]
        draft.reference = (unit.begin + start, unit.begin + end_of)
    absorb(floor, draft, index)
    floor.finish(draft)
    return draft.until


def _decide_list(floor: Floor, index: int, match: Match) -> int:
    """The body alone on its line, and what it noted, agreed and approved in the list below."""
    unit = floor.units[index]
    draft = floor.draft(match, (unit.begin, unit.end), index, "carried")
    floor.gather(draft, index, bare=False, stops=False)
    if not draft.clauses or not _LISTED_VERB.match(floor.document.cut(*draft.clauses[0][1])):
        return index
    draft.strong = True
    absorb(floor, draft, index)
    floor.finish(draft)
    return draft.until


def _continues(floor: Floor, index: int, head: int) -> bool:
    """Whether a sentence goes on with the decision that its paragraph opens with."""
    unit = floor.units[index]
    if unit.block is None or unit.block != floor.units[head].block or floor.readings[index].strong:
        return False
    return bool(_CLAUSE.match(unit.text))


def _goes_on(floor: Floor, index: int) -> bool:
    """Whether the next resolution is a clause of this one: "...; and be it further / RESOLVED that"."""
    unit, after = floor.units[index], floor.units[index + 1]
    if not floor.readings[index + 1].strong or after.scope != unit.scope:
        return False
    return bool(_FURTHER.search(unit.text) or _RESOLVED_FURTHER.match(after.text))


def narrate(floor: Floor, index: int) -> int:
    """A sentence that records a decision in the narrative; the index of the last unit it takes up."""
    unit, reading, match = floor.units[index], floor.readings[index], floor.readings[index].decision
    if match is None:
        return index
    if is_of_motion(floor, index):
        return move(floor, index)
    if reading.says("division") and floor.awaiting(index) is not None:
        return hear_result(floor, index)
    if restate(floor, index, match) or agree_again(floor, index) or accepts_nomination(floor, index):
        return index
    if confirm(floor, index, match) or put_off(floor, index, match) or elect(floor, index, match):
        return index
    result = reading.result if not reading.says("tally") else None
    if result is not None and result.rule.id == "result.recommendations":
        return hear_result(floor, index) if reading.motion is None else move(floor, index)
    if reading.inside is not None and reading.inside.rule.set.get("friendly"):
        return hear_friendly(floor, index)
    words = len(unit.text.split())
    if result is not None and is_brief(unit.text, result) and lacks_result(floor, index):
        return hear_result(floor, index)
    motion = next((m for m in reversed(floor.open) if m.scope == unit.scope), None)
    if motion is None and result is not None and OF_WHAT_IS_RESOLVED.match(unit.text) and floor.just_done(index):
        return hear_result(floor, index)
    if motion is not None and result is not None and (words <= 6 or result.rule.id in _OF_MOTION):
        return hear_result(floor, index)
    if match.rule.id in _ELECTIONS and any(other.nominee is not None for other in floor.open):
        draft = floor.draft(match, (unit.begin, unit.end), index, "carried")
        absorb(floor, draft, index)
        floor.finish(draft)
        return index
    near = motion is not None and motion.until == index - 1 and reading.motion is None and not motion.tallied
    opens = unit.last and is_open(unit.text) and match.rule.id == "resolution.body"
    near = near and not opens
    settled = near and motion is not None and (_settles(floor, motion, match) or points_back(unit.text))
    if motion is not None and (settled or says_motion(floor, index, motion)):
        motion.add((unit.begin, unit.end), index, text=True)
        motion.outcome = floor.verdict(unit, match)
        floor.close(motion)
        return index
    alone = words <= plain(floor, index, match) and (floor.before(index) or floor.heading_before(index)) is not None
    alone = alone or (is_bare(floor, index) and floor.before(index) is not None) or lacks_matter(floor, index, match)
    alone = alone or (match.rule.id == "resolution.elected-entry" and words <= 3 and not unit.first)
    if reading.says("back") or alone:
        point_back(floor, index, floor.verdict(unit, match))
        return index
    floor.drop_weak()
    begin = unit.speaker[0] if unit.speaker and match.rule.id == "resolution.deferred" else _cut(unit, match)
    draft = floor.draft(match, (begin, unit.end), index, floor.verdict(unit, match))
    named = names_before(floor, index)
    draft.evidence = [*named, *votes_before(floor, index), (unit.begin, unit.end)]
    draft.put = reading.motion is not None or bool(named)
    add_ballot(floor, draft, index)
    take_tally(floor, draft, index)
    take_silence(floor, draft, index)
    if unit.last and (is_open(unit.text) or _IT_WAS.fullmatch(unit.text)):
        floor.gather(draft, index, bare=unit.text.rstrip().endswith((":", ":-")) or not is_open(unit.text))
    if opens and motion is not None and motion.until == index - 1:
        absorb(floor, draft, index)
    if draft.until == index and unit.text.rstrip().endswith(":") and leads_up(floor, index):
        floor.put(draft)
        return index
    floor.finish(draft)
    return draft.until


def _settles(floor: Floor, motion: Draft, match: Match) -> bool:
    if match.rule.id == "resolution.deferred" and _THE_MATTER.search(floor.units[motion.until + 1].text):
        return True
    return match.rule.id in ("resolution.elected", "resolution.passive") or is_whole(motion, floor.details)


def _cut(unit: Unit, match: Match) -> int:
    """Where the decision begins: at its clause where more stands before it than in it and it can stand alone."""
    breaks = [place.end() for place in _BREAK.finditer(unit.text, 0, match.start)]
    start = next((at for at in reversed(breaks) if _stands(unit.text[at : match.start], match)), 0)
    if (
        start > len(unit.text) - start
        and len(unit.text[:start].split()) >= _LONG
        and not (points_back(unit.text[start:]) or _ON_MOTION.match(unit.text))
    ):
        return unit.begin + start
    return unit.begin


def _stands(before: str, match: Match) -> bool:
    """Whether a decision has its subject within its clause: "it was agreed", "the report was approved"."""
    return (not before.strip() and match.rule.id in _WHOLE) or (len(before.split()) >= 2 and not before[:1].isdigit())
