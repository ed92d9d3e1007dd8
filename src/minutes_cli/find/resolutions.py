"""Resolutions: what the meeting decided, with outcome, vote, mover and seconder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from minutes_cli.document import Document
from minutes_cli.find.known_movers import KnownMovers
from minutes_cli.find.motion_labels import put_below
from minutes_cli.find.motions import move
from minutes_cli.find.resolution_absorption import hear_friendly
from minutes_cli.find.resolution_bare import heads_clauses
from minutes_cli.find.resolution_decisions import decide, narrate
from minutes_cli.find.resolution_drafts import Details, Draft, make_record
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_headings import read_heading
from minutes_cli.find.resolution_names import hear_names, hear_pair, take_letter
from minutes_cli.find.resolution_readings import read_units
from minutes_cli.find.resolution_recommendations import pass_recommendation
from minutes_cli.find.resolution_results import hear_result
from minutes_cli.find.resolution_rows import take_rows
from minutes_cli.find.resolution_stacks import take_stack
from minutes_cli.find.resolution_tables import read_tables
from minutes_cli.find.resolution_units import find_units
from minutes_cli.find.resolution_vote_columns import take_columns
from minutes_cli.find.resolution_vote_grids import take_grid
from minutes_cli.find.resolution_vote_tables import look_at_table
from minutes_cli.find.resolution_words import follow_names, follow_number
from minutes_cli.patterns import lazy
from minutes_cli.records import Attendee, Issue, Meeting, Resolution
from minutes_cli.rules.match import Rules

_SMALL = frozenset(
    "the a an of to and that be for in on by it was were is as at with this its their his her".split()
    + "decision resolved agreed".split()
)

_WordsOf = Callable[[int], Counter[str]]  # the words of a draft, by its index

_OPENS = lazy(r"\W*(?:RECEIVED|NOTED|REPORTED|CONSIDERED)\s*:")  # what led up to a resolution of the same item
_AS_READ = lazy(r"\btaken\s+as\s+read\W*$", re.IGNORECASE)
_OF_MINUTES = lazy(
    r"\b(?:they|their|minutes|these|acceptance|adoption|approval|confirmation)\b.*\b(?:accept|adopt|approv|confirm|sign|pass|carried)",
    re.IGNORECASE,
)
_SECONDS = lazy(
    r"\W*(?:I\s+|I'll\s+)?(?:second(?:ed|s)?|2nd(?:ed)?)(?:\s+(?:it|that|this|the motion))?\W*", re.IGNORECASE
)
_LABEL = 24  # characters of "Motion" and "Counter amendment" alone on a line, with their marks
_OF_VOTES = frozenset(
    "resolution favour favor against abstention abstentions abstained abstain unanimous unanimously carried passed "
    "vote votes voted no none objection objections objected nem con".split()
)
_LEAST = 2  # words of a decision in a list that is told with its votes alone
_TELLING = 5  # words that tell which decision is meant
_NEAR = 300  # records around a list of decisions that it may repeat


def find_resolutions(
    document: Document, rules: Rules, attendees: Sequence[Attendee] = (), meeting: Meeting | None = None
) -> tuple[list[Resolution], list[Issue]]:
    """The decisions of the meeting in the order of the text."""
    details = Details(document, rules, KnownMovers(attendees, rules))
    tabled = list(read_tables(document, rules, details))
    units = find_units(document, rules, frozenset(table for table, _ in tabled))
    floor = Floor(document, rules, units, read_units(document, rules, units, meeting), details)
    index = 0
    while index < len(units):
        index = _step(floor, index) + 1
    floor.close_all()
    drafts = sorted([*floor.done, *(draft for _, draft in tabled)], key=lambda draft: (draft.start, draft.end))
    records: list[Resolution] = []
    for draft in _without_repeats(drafts, document):
        record = make_record(draft, details, len(records) + 1)
        if record is not None:
            records.append(record)
    return records, []


def _step(floor: Floor, index: int) -> int:
    """Take in one unit; the index of the last unit that it brought along."""
    unit, reading = floor.units[index], floor.readings[index]
    if (end := pass_recommendation(floor, index)) is not None:
        return end
    if len(unit.text) <= _LABEL and unit.heading is None and (end := put_below(floor, index)) is not None:
        return end
    if unit.text[-1:] == ":" and (end := take_stack(floor, index)) is not None:
        return end
    if unit.text[-1:] != ":" and ":" in unit.text[:16] and (end := take_rows(floor, index)) is not None:
        return end
    wide = "  " in unit.text or "\t" in unit.text
    if wide and (floor.open or floor.last) and (end := take_grid(floor, index)) is not None:
        return end
    if unit.heading is not None and not (reading.strong or (unit.label and _speaks(floor, index))):
        return read_heading(floor, index)
    if reading.strong:
        return decide(floor, index)
    if (
        reading.decision is not None
        and reading.decision.rule.id == "resolution.elliptical"
        and heads_clauses(floor, index)
    ):
        return decide(floor, index)
    if reading.decision is not None:
        return index if follow_names(floor, index) else narrate(floor, index)
    if reading.motion is not None:
        return move(floor, index)
    if reading.result is not None and not _names_ahead(floor, index):
        return hear_result(floor, index)
    if reading.names is not None:
        return hear_names(floor, index)
    if reading.inside is not None and reading.inside.rule.set.get("friendly"):
        return hear_friendly(floor, index)
    if (floor.open or floor.last) and (end := take_columns(floor, index)) is not None:
        return end
    if unit.speaker is not None and floor.open and _SECONDS.fullmatch(unit.text) and floor.open[-1].seconder is None:
        floor.open[-1].seconder, floor.open[-1].until = unit.speaker, index
        return index
    if floor.open and take_letter(floor, index):
        return index
    if not (follow_names(floor, index) or hear_pair(floor, index) or follow_number(floor, index)) and floor.open:
        look_at_table(floor, index)
    return index


def _speaks(floor: Floor, index: int) -> bool:
    """Whether what passes for a heading tells of a motion or its result."""
    unit, reading = floor.units[index], floor.readings[index]
    if floor.rules.first("motion", "heading", unit.text) is not None:
        return False
    return (
        reading.motion is not None
        or reading.names is not None
        or (reading.result is not None and bool(floor.open or floor.last))
    )


def _names_ahead(floor: Floor, index: int) -> bool:
    """Whether names stand before a result that is no motion's yet: "Prop: A  Sec: B  All in favour" under its words."""
    reading = floor.readings[index]
    if reading.names is None or reading.result is None or reading.names.start >= reading.result.start:
        return False
    return floor.awaiting(index) is None and floor.just_done(index) is None


def _without_repeats(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """Each decision once: lists of decisions repeat the narrative, web pages print decision and minute."""
    words = cache(lambda at: _words(document, drafts[at]))  # of few drafts they are asked for
    dropped: set[int] = set()
    for index, draft in enumerate(drafts):
        if draft.listed:
            _drop_same(drafts, words, index, dropped)
        elif len(draft.clauses) > 1 and _is_summary(drafts, words, index, document):
            dropped.add(index)
        elif draft.printed:
            later = [j for j in range(index + 1, len(drafts)) if j - index <= 4]
            if any(_alike(words(index), words(j)) >= 0.7 for j in later):
                dropped.add(index)
        elif _only_before_it(drafts, words, index, document):
            dropped.add(index)
    return [draft for index, draft in enumerate(drafts) if index not in dropped]


def _is_summary(drafts: Sequence[Draft], words: _WordsOf, index: int, document: Document) -> bool:
    """Whether all clauses of a decision stand below as decisions of their own, as in a summary before the minutes."""
    below = [words(at) for at in range(index + 1, min(len(drafts), index + _NEAR)) if drafts[at].strong]
    if len(below) < len(drafts[index].clauses):
        return False
    clauses = [_counted(document.cut(*stretch)) for _, stretch in drafts[index].clauses]
    return all(any(_alike(clause, other) >= 0.8 or _is_within(clause, other) for other in below) for clause in clauses)


def _only_before_it(drafts: Sequence[Draft], words: _WordsOf, index: int, document: Document) -> bool:
    """Whether a draft is but the recommendation, or the notice of motion, that a later one of its item speaks of."""
    draft = drafts[index]
    if draft.match.rule.id == "resolution.minutes" and index + 1 < len(drafts):
        return _is_read(document, draft, drafts[index + 1])
    later = [at for at in range(index + 1, min(index + 5, len(drafts))) if drafts[at].scope == draft.scope]
    spoken: tuple[str, ...] = ("notice",)
    if draft.strong and _OPENS.match(document.text, draft.start, draft.start + 40):
        return any(drafts[at].strong for at in later)
    if draft.match.rule.id == "resolution.marked":
        spoken, own = ("recommendation", "recommendations"), document.cut(*draft.pieces[0]).lower()
        if "recommended" not in own[:40] or draft.put:
            return False
    elif draft.match.rule.id not in ("motion.quoted", "motion.notice") or draft.outcome is not None:
        return False
    return any(words(at)[word] for at in later for word in spoken)


def _is_read(document: Document, draft: Draft, after: Draft) -> bool:
    """Whether minutes were but taken as read, and the sentence behind tells that they were accepted."""
    if draft.scope != after.scope or after.outcome != "carried" or document.text[draft.end : after.start].strip():
        return False
    return bool(_AS_READ.search(document.cut(*draft.pieces[0])) and _OF_MINUTES.search(document.cut(*after.pieces[0])))


def _drop_same(drafts: Sequence[Draft], words: _WordsOf, index: int, dropped: set[int]) -> None:
    """A listed decision and the same in the narrative: the narrative's own words stay, a mere "agreed" goes."""
    for other in range(max(0, index - _NEAR), min(len(drafts), index + _NEAR)):
        draft = drafts[other]
        if draft.listed or other in dropped:
            continue
        if _alike(words(index), words(other)) >= 0.8 or _is_within(words(index), words(other)):
            dropped.add(index)
            return
        if draft.match.rule.id.startswith("result.") and _alike(words(index), words(other)) >= 0.35:
            dropped.add(other)


def _words(document: Document, draft: Draft) -> Counter[str]:
    return _counted(" ".join(document.cut(*piece) for piece in draft.pieces))


def _counted(text: str) -> Counter[str]:
    return Counter(word for word in re.findall(r"\w+", text.lower()) if word not in _SMALL)


def _is_within(listed: Counter[str], told: Counter[str]) -> bool:
    """Whether the words of a decision in a list are all among those of one that the minutes tell with its votes."""
    if listed - told:
        return False
    own = told - listed
    if len(listed) >= _LEAST and all(word.isdigit() or word in _OF_VOTES for word in own):
        return True
    return sum(listed.values()) >= _TELLING and _alike(listed, told) >= 0.5


def _alike(one: Counter[str], two: Counter[str]) -> float:
    common = sum((one & two).values())
    return 2 * common / max(1, sum(one.values()) + sum(two.values()))
