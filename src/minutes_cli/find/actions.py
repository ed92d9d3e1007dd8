"""Actions: what the minutes mark as a task and what the narrative gives somebody to do, each task once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from minutes_cli.document import Document
from minutes_cli.find.action_merge import merge_tasks
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.due import Dues
from minutes_cli.find.due_words import DueWords
from minutes_cli.find.implied import find_implied
from minutes_cli.find.marked import find_marked
from minutes_cli.find.next_meeting import find_next_meeting
from minutes_cli.find.owner_people import OwnerPeople
from minutes_cli.find.roster import read_roster
from minutes_cli.records import Action, Attendee, Due, Issue, Meeting
from minutes_cli.rules.match import Rules
from minutes_cli.values.dates import date_order

_JOINT = re.compile(r"(?:,|;|\b(?:and|but|so))\s*$")
# Somebody else's part, to which what stands behind it belongs: "Officers will model it and Members will decide in May".
_OTHERS = re.compile(
    r"(?:[,;]|\s(?:and|but|while))\s+(?:the\s+)?(?!he\b|she\b|they\b|it\b|also\b|then\b)(?:[\w.'-]+\s+){1,3}"
    r"(?:will|would|(?:was|were|is|are)\s+(?:asked|invited|requested|reminded|to))\s"
)
_THAT = re.compile(r"\bthat,?\s*$")


def find_actions(
    document: Document, rules: Rules, *, meeting: Meeting, attendees: Sequence[Attendee]
) -> tuple[list[Action], list[Issue]]:
    """The tasks of a document in the order of the text."""
    day = datetime.date.fromisoformat(meeting.date) if meeting.date else None
    order = date_order(document.layout.masked)
    dues = Dues(rules, order, day, find_next_meeting(document, day, order))
    roster = read_roster(document, attendees, rules)
    marked = find_marked(document, rules, attendees, dues, roster)
    found = [*marked, *find_implied(document, rules, attendees, marked, roster)]
    candidates = merge_tasks(document, dues, found, OwnerPeople(attendees, rules))
    actions: list[Action] = []
    issues: list[Issue] = []
    for number, candidate in enumerate(candidates, 1):
        due, issue = _due(document, dues, candidate)
        actions.append(_action(document, candidate, number, due))
        issues += [issue] if issue else []
    return actions, issues


def _action(document: Document, candidate: ActionCandidate, number: int, due: Due | None) -> Action:
    return Action(
        id=f"a{number}",
        text=_text(document, candidate),
        kind=candidate.kind,
        owners=candidate.owners,
        due=due,
        reference=candidate.reference or None,
        status=candidate.status,
        confidence=candidate.confidence,
        section=document.section_id(candidate.block),
        rule=candidate.rule,
        span=document.span(*candidate.passage),
    )


def _text(document: Document, candidate: ActionCandidate) -> str:
    return " ".join(words for piece in candidate.pieces if (words := document.cut(*piece)))


def _due(document: Document, dues: Dues, candidate: ActionCandidate) -> tuple[Due | None, Issue | None]:
    """The deadline of a task: the one that stands apart, else the one in its own words."""
    masked = document.layout.masked
    if candidate.due is not None:
        start, end = candidate.due
        found = dues.find_apart(masked[start:end])
        return dues.value(found, document.cut(start, end)), _order_issue(document, dues, found, start, candidate)
    stretches = list(candidate.pieces)
    if candidate.focus is not None:
        stretches.insert(0, (candidate.focus[1], candidate.end))
    for start, end in stretches:
        words = dues.find(re.sub(r"\s", " ", masked[start:end]))
        if words is None or _OTHERS.search(masked, start, start + words.start):
            continue
        if not _is_of_other(masked, start + words.start, start + words.end, candidate):
            text = document.cut(start + words.start, start + words.end)
            return dues.value(words, text), _order_issue(document, dues, words, start, candidate)
    return None, None


def _is_of_other(masked: str, start: int, end: int, candidate: ActionCandidate) -> bool:
    """Whether words before the clause of a task belong to another: "It was tabled until May and Jo will write"."""
    if candidate.focus is None or end > candidate.focus[0] or start <= candidate.start + 3:
        return False
    joined = _JOINT.search(masked, end, candidate.focus[0])
    return joined is not None and not _THAT.search(masked, candidate.start, start)


def _order_issue(
    document: Document, dues: Dues, found: DueWords, start: int, candidate: ActionCandidate
) -> Issue | None:
    if found.date is None or not dues.is_open(found):
        return None
    return Issue(
        code="date-order",
        message="nothing in the document tells whether the day or the month comes first in this date",
        rule=candidate.rule,
        span=document.span(start + found.start, start + found.end),
    )
