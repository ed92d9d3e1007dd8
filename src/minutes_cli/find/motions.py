"""Motions: what is put to the meeting, in whose words and how far they reach."""

from __future__ import annotations

import re

from minutes_cli.find.motion_texts import hear_of_motion, is_away, take_text
from minutes_cli.find.resolution_absorption import hear_friendly
from minutes_cli.find.resolution_broken import FULL_STOP, broken_line, heads_motion
from minutes_cli.find.resolution_drafts import Draft, Stretch
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lists import is_open
from minutes_cli.find.resolution_names import announces, hear_names, who_says
from minutes_cli.find.resolution_polls import poll_end
from minutes_cli.find.resolution_readings import is_spoken
from minutes_cli.find.resolution_results import hear_named, hear_result, hear_vote
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

_LABELS = ("motion.label", "motion.proposal-label")
_OWN_WORDS = ("motion.notice", "motion.quoted")
_TOLD = ("motion.pair-seconded", "motion.was-moved", "motion.by", "motion.by-capital", "motion.it-was")
_ASKED = ("resolution.deferred", "resolution.true-record", "resolution.only-task")
_BARE_VERB = lazy(
    r"^(?:(?!\b(?:that|to)\b)[^;\"]){0,120}\bto\s+(?:adopt|approve|accept|pass|support|second)"
    r"(?:\s+(?:the|this)\s+(?:notice\s+of\s+)?motion(?:\s+as\s+\w+)?)?\W*$",
    re.IGNORECASE,
)
_NOTICE = 80  # characters of a line that names who gave notice
_NOMINATES = lazy(r"\bnominate[sd]\b", re.IGNORECASE)
# "Motion to table carried on a voice vote": what became of the motion before it.
_NAMED_RESULT = lazy(
    r"\W*(?:the\s+)?motion\s+to\s+(?:[\w-]+\s+){1,4}(?:(?:was|is|then|duly|has)\s+){0,2}"
    r"(?:carried|carries|passed|passes|failed|fails|lost|defeated|approved|adopted|withdrawn)\b",
    re.IGNORECASE,
)
_MATTER = lazy(
    r"\W*(?:resolution|ordinance|by-?law|bill|motion|approval|approve|adoption|adopt|acceptance|accept|award|appointment"
    r"|authori[sz]e|ratification|ratify|purchase)\b(?!.*\b(?:said|asked|reported|stated|was|were|has|had)\b)",
    re.IGNORECASE,
)
# What the chair asks for counts where somebody then moves it: "The Chair called for a motion to adjourn. So moved."
_ASKED_FOR = lazy(
    r"\b(?:(?:call|ask)(?:ed|s)\s+for|entertain(?:ed|s)?|request(?:ed|s)|invite[ds]|sought|solicit(?:ed|s))\s+an?\s+(?:motion|amendment)\b",
    re.IGNORECASE,
)
_AS_AMENDMENT = lazy(r"\s*,?\s*(?:(?:as|by\s+way\s+of)\s+)?an\s+amendment\b", re.IGNORECASE)
# What changes the words before the meeting, without being called an amendment: that the words "…" be inserted.
_OF_WORDS = lazy(
    r"\bthe\s+(?:following\s+)?(?:words?|phrase|figures?|sentence)\b[^;]{2,200}?\bbe\s+(?:inserted|added|deleted|omitted|"
    r"removed|struck\s+out|substituted|replaced)\b|\b(?:insert|add|delete|omit|substitute)\s+the\s+words?\b",
    re.IGNORECASE,
)
_AMENDS = lazy(
    r"\bmov(?:ed|es|ing)\s+(?:an?\s+(?:\w+\s+)?amendment|to\s+amend)\b|\bamendment\s+(?:was\s+)?moved\b",
    re.IGNORECASE,
)
_ON_WHAT_WAS_PUT = lazy(
    r"\bvoted?\s+on\s+(?:the|this|that)\b|\bvote\s+was\s+(?:then\s+)?(?:taken|held)\s+on\s+[^;:]{2,40}?'s\s+(?:proposal|motion)\b",
    re.IGNORECASE,
)
_MOVES_NOW = lazy(r"[^I]*I\s+(?!will\b|shall\b|beg\b|wish\b)")  # no notice of what is to be moved at another meeting
_TO_AMEND = lazy(r".{0,60}\bmotion\s+to\s+amend\b", re.IGNORECASE)
_THE_MOTION = lazy(r"\W*(?:the|this)\s+(?:\w+\s+)?(?:motion|amendment|proposal|resolution)\b", re.IGNORECASE)


def move(floor: Floor, index: int) -> int:
    """Put a motion on the floor; the index of the last unit it takes up."""
    unit, reading = floor.units[index], floor.readings[index]
    match = reading.motion
    if match is None:
        return index
    if reading.says("told") and (waiting := floor.awaiting(index)) is not None and waiting.until >= index - 4:
        return hear_result(floor, index)
    if reading.inside is not None and reading.inside.rule.set.get("friendly"):
        return hear_friendly(floor, index)
    told = reading.result is not None and reading.result.rule.id == "result.motion"
    if match.rule.id == "motion.label" and told and reading.result and reading.result.start <= match.end + 12:
        return hear_result(floor, index)
    if match.rule.id in _TOLD and reading.result and floor.open and _THE_MOTION.match(unit.text):
        return hear_result(floor, index)
    if (end := hear_of_motion(floor, index)) is not None:
        return end
    if reading.names is not None and match.rule.id in _TOLD and not _has_content(unit.text, reading.names):
        settled_here = reading.inside or reading.result
        behind = _follows_its_words(floor, index)
        decided_here = _just_decided(floor, index)
        own = decided_here and floor.units[index - 1].block == unit.block  # of the paragraph that it ends
        if floor.open or behind or own or (not settled_here and (decided_here or announces(floor, index))):
            return hear_names(floor, index)
    if match.rule.id == "motion.to" and heads_motion(floor, index):
        return index
    if match.rule.id == "motion.to" and _NAMED_RESULT.match(unit.text) and hear_named(floor, index):
        return index
    if match.rule.id == "motion.vote-on" and _ON_WHAT_WAS_PUT.search(unit.text) and hear_vote(floor, index):
        return index
    became = _became(floor, index, match)
    if not (floor.open and _AMENDS.search(unit.text)):
        floor.drop_weak()  # but what is to be amended is before the meeting, however it was put
    draft = _motion(floor, index, match)
    draft.evidence = [*became, *draft.evidence]
    headed = match.rule.id == "motion.resolves" and unit.heading is not None
    if headed or (unit.last and is_open(unit.text)):
        floor.gather(draft, index, bare=headed or unit.text.rstrip().endswith((":", ":-")))
        if not draft.clauses and unit.block is not None and not FULL_STOP.search(unit.text):
            draft.until = broken_line(floor, draft, index)  # "… by removing the following" over "language:"
    elif match.rule.id in (*_LABELS, *_OWN_WORDS, "motion.resolves"):
        draft.until = floor.paragraph(draft, index)
    elif unit.last and unit.block is not None and not FULL_STOP.search(unit.text):
        draft.until = broken_line(floor, draft, index)
    if match.rule.id == "motion.resolves" and take_text(floor, index, draft):
        return draft.until
    decided = reading.decision if reading.decision and reading.decision.rule.id not in _ASKED else None
    settled = reading.inside or decided or (reading.result if not reading.says("tally") else None)
    floor.put(draft)
    if settled is not None and (
        settled.start > match.start or settled.end > match.end or settled.rule.id.startswith("result.ms")
    ):
        draft.outcome = floor.outcome(index, settled)
        floor.close(draft)
    elif match.rule.id == "motion.told":
        draft.outcome = floor.details.outcome_of(unit.text)
        floor.close(draft)
    elif match.rule.id == "motion.vote-label" or (match.rule.id in _LABELS and unit.speaker):
        until = poll_end(floor, draft.until)
        draft.until, draft.joined = until, until == draft.until  # the text does without the votes
        draft.evidence.append((unit.begin, floor.units[draft.until].end))
    return draft.until


def _became(floor: Floor, index: int, match: Match) -> list[Stretch]:
    """What tells of the motion that a new one is the words of: changed into it, or so far but title and movers."""
    if match.rule.id == "motion.became" and floor.open:
        return floor.open.pop().evidence
    found: list[Stretch] = []
    while (
        match.rule.id in ("motion.resolves", "motion.quoted")
        and floor.open
        and floor.open[-1].scope == floor.units[index].scope
    ):
        last = floor.open[-1]
        titled = match.rule.id == "motion.resolves" and last.match.rule.id == "motion.to" and len(last.evidence) > 1
        if not titled and last.match.rule.id not in ("result.names", "motion.label", "motion.heading-vote"):
            break
        floor.open.pop()
        title = last.match.rule.id != "result.names"  # "Motion: Free Buses", over who proposed it
        found = [*last.evidence[title:], *found]
    return found


def reading_nominates(text: str) -> bool:
    """Whether what is put names somebody for a post, which counts only where an election follows."""
    return bool(_NOMINATES.search(text))


def _just_decided(floor: Floor, index: int) -> bool:
    """Whether a decision without a mover ends right before a unit, so that names behind it are its own."""
    done = floor.just_done(index)
    return done is not None and (done.announced is not None or "mover" not in floor.details.names(done))


def _follows_its_words(floor: Floor, index: int) -> bool:
    """Whether the sentence before, in the same paragraph, is what was moved: "Resolution 12, to buy a plough."."""
    before = None if floor.units[index].first else floor.before(index)
    return before is not None and _MATTER.match(floor.details.masked(before)) is not None


def _has_content(text: str, names: Match) -> bool:
    """Whether a motion's words follow the names; a bare "to adopt" speaks of what stands before."""
    behind = text[names.end :]
    return bool(re.search(r"\b(?:that|to)\b|[\"]", behind, re.IGNORECASE)) and not _BARE_VERB.search(behind)


def _motion(floor: Floor, index: int, match: Match) -> Draft:
    unit = floor.units[index]
    draft = floor.draft(match, (unit.begin, unit.end), index)
    draft.formal = bool(match.rule.set.get("formal")) and not _ASKED_FOR.search(unit.text, 0, match.end)
    draft.put = True
    if match.rule.id in _LABELS and reading_nominates(unit.text):
        draft.formal = False
    draft.amendment = "amendment" in unit.text[: match.end].lower() or bool(_AS_AMENDMENT.match(unit.text, match.end))
    draft.amendment = draft.amendment or ('"' in unit.text and bool(_OF_WORDS.search(unit.text, match.end)))
    if not draft.amendment and floor.open and floor.open[-1].scope == unit.scope:
        draft.amendment = _TO_AMEND.match(unit.text) is not None  # of what is before the meeting
    if match.rule.set.get("nomination"):
        group = next((at for name, at in match.groups.items() if name != "nominee_listed"), None)
        draft.nominee = unit.text[slice(*group)] if group else None
    draft.reference = floor.reference(index)
    if "reference" in match.groups:
        start, end = match.groups["reference"]
        draft.reference = (unit.begin + start, unit.begin + end)
    if (match.rule.id in _LABELS and unit.speaker is not None) or is_spoken(match, unit):
        draft.mover = unit.speaker
    elif match.rule.id == "motion.notice" and unit.block is not None and _MOVES_NOW.match(unit.text, match.start):
        draft.mover = who_says(floor, unit, match)
    if match.rule.id in _OWN_WORDS:
        named = _announced(floor, index)
        draft.announced = None if named is not None and is_away(floor, index, named) else named
        draft.formal = draft.formal or named is not None
    if match.rule.id == "motion.resolves":
        waiting = [stretch for at, _, stretch in floor.waiting if floor.units[at].scope == unit.scope]
        floor.waiting.clear()
        draft.evidence = [*waiting, *draft.evidence]
    elif match.rule.id != "motion.amendment-in-brackets":  # it names its own; those before it are the motion's
        draft.evidence = [*floor.names_waiting(index), *draft.evidence]
    return draft


def _announced(floor: Floor, index: int) -> Stretch | None:
    """Who gave notice of a motion: the line before it where that is or ends with a name, or the heading over it."""
    prior = floor.units[index - 1] if index else None
    near = prior is not None and prior.scope == floor.units[index].scope and len(prior.text) <= _NOTICE
    if prior is not None and near and (named := _name_at(floor, (prior.begin, prior.end))) is not None:
        return named
    place = floor.units[index].place
    if place is None:
        return None
    stretch = floor.document.headings[place].title
    if (named := _name_at(floor, stretch)) is not None:
        return named
    match = floor.rules.first("mover", "sentence", floor.details.masked(stretch))
    if match is None or "mover" not in match.groups:
        return None
    start, end = match.groups["mover"]
    return stretch[0] + start, stretch[0] + end


def _name_at(floor: Floor, stretch: Stretch) -> Stretch | None:
    """The name that a line is, or the member with a title whom it ends with: "Notice of Motion 4 - Cllr A. Vole"."""
    text = floor.details.masked(stretch)
    name = floor.rules.regex(r"^\W*(?P<name>{party})\W*$").match(text) if len(text.split()) <= 6 else None
    name = name or floor.rules.regex(
        r"(?:^|[\s:(,-])(?P<name>(?:{party_title}|Councillor|Deputy|Senator)\s+(?:{party_word}\s*){1,4})\W*$"
    ).search(text)
    if name is None:
        return None
    start = stretch[0] + name.start("name")
    return start, start + len(name["name"].rstrip())
