"""Actions: what the minutes mark as a task and what the narrative gives somebody to do, each task once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise

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
from minutes_cli.patterns import lazy
from minutes_cli.records import Action, Attendee, Due, Issue, Meeting
from minutes_cli.rules.match import Rules
from minutes_cli.values.date_signs import has_figures, has_short_dates
from minutes_cli.values.dates import date_order

_JOINT = lazy(r"(?:,|;|\b(?:and|but|so))\s*$")
_ASKED = lazy(r"\s*(?P<who>[A-Z][\w.' -]{0,40}?)\s+(?:to|will)\s")
_MARGIN = 80  # characters that a margin between two pieces of a task takes up at most
# Somebody else's part, to which what stands behind it belongs: "Officers will model it and Members will decide in May".
_OTHERS = lazy(
    r"(?:[,;]|\s(?:and|but|while))\s+(?:the\s+)?(?!(?:he|she|they|it|this|that|these|which|also|then)\b|(?:and|but|or|so)\s+(?:will|would)\b)(?P<who>(?:[\w.'-]+\s+){1,3})"
    r"(?:will|would|(?:was|were|is|are)\s+(?:asked|invited|requested|reminded|to))\s"
    r"|,\s+with\s+(?:the\s+)?(?P<helper>(?:[A-Z][\w.'-]*\s+){1,3})to\s"
)
_BUT_NOT = lazy(r",?\sbut\s(?:[^.;]*\s)?(?:not|never)\s")  # "… but does not expect much to discuss on 9 May"
_DEFERRED = lazy(
    r"\b(?:defer(?:red)?|postponed?|adjourn(?:ed)?|h[oe]ld\s+over|tabled?|carried\s+(?:over|forward)|put\s+(?:off|back)|stand\s+over)\b[^.;]*$"
)
_AND_WHO = lazy(
    r"\s*[,;]?\s+(?:and|but)\s+(?:that\s+)?(?:the\s+)?(?P<who>[\w.' -]{2,50}?)"
    r"\s+(?:is|are|was|were|will|would|to|shall|should)\s"
)
_OWN_PART = lazy(r"\b(?!(?:the|of|for)\b)[a-z]{2,}\b")
_THAT = lazy(r"\bthat,?\s*$")


def find_actions(
    document: Document, rules: Rules, *, meeting: Meeting, attendees: Sequence[Attendee], people: OwnerPeople
) -> tuple[list[Action], list[Issue]]:
    """The tasks of a document in the order of the text. ``people`` tells whom of the attendees owners mean."""
    day = datetime.date.fromisoformat(meeting.date) if meeting.date else None
    text = document.layout.masked
    order = date_order(text) if has_figures(text) or has_short_dates(text) else None
    dues = Dues(rules, order, day, find_next_meeting(document, day, order))
    roster = read_roster(document, attendees, rules)
    marked = find_marked(document, rules, attendees, dues, roster)
    found = [*marked, *find_implied(document, rules, attendees, marked, roster)]
    candidates = merge_tasks(document, dues, found, people)
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
    stretches = _joined_lines(candidate.pieces)
    if candidate.focus is not None:
        stretches.insert(0, (candidate.focus[1], candidate.end))
    for start, end in stretches:
        on_one_line = masked[start:end].replace("\n", " ")
        if not on_one_line.isprintable():
            on_one_line = re.sub(r"\s", " ", on_one_line)
        on_one_line = _without_margins(on_one_line, start, candidate.pieces)
        words = dues.find(on_one_line)
        if words is not None and (part := _part_of_other(masked[start : start + words.start], candidate)) >= 0:
            words = dues.find(on_one_line[:part])  # "draft it by Friday, with Jo to print it by 3 May"
        if words is None:
            continue
        if masked[start + words.start : start + words.end].strip(" .") in candidate.owners:
            continue  # Jan, May or June, who does it
        if _is_asked_of_other(masked[start : start + words.start], candidate):
            continue
        if not _is_of_other(masked, start + words.start, start + words.end, candidate):
            text = _cut(document, start + words.start, start + words.end, candidate.pieces)
            return dues.value(words, text), _order_issue(document, dues, words, start, candidate)
    return None, None


def _part_of_other(before: str, candidate: ActionCandidate) -> int:
    """Where somebody else's part opens behind the task's own, -1 where none does.

    That is not where but names stand before: "Jo and Al will".
    """
    names = ((one["who"] or one["helper"], one) for one in _OTHERS.finditer(before))
    others = next((one for name, one in names if name.strip() not in candidate.owners), None)
    if others is not None and _OWN_PART.search(before, 0, others.start()) is not None:
        return others.start()
    but = _BUT_NOT.search(before)
    return but.start() if but else -1


def _is_asked_of_other(before: str, candidate: ActionCandidate) -> bool:
    """Whether a bracket in a task gives another person something: "order paint (Bea to collect by 15 March)"."""
    opened = before.rfind("(")
    asked = _ASKED.match(before, opened + 1) if opened > before.rfind(")") else None
    return asked is not None and asked["who"] not in candidate.owners


def _joined_lines(pieces: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The pieces of a task, those joined that only a margin parts: "to report by        LP" over "the next meeting"."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and start - joined[-1][1] <= _MARGIN:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _without_margins(words: str, start: int, pieces: tuple[tuple[int, int], ...]) -> str:
    """The words of a task from an offset on, what stands between its pieces blanked."""
    for (_, a), (b, _) in pairwise(pieces):
        if start <= a and b - start <= len(words):
            words = words[: a - start] + " " * (b - a) + words[b - start :]
    return words


def _cut(document: Document, start: int, end: int, pieces: tuple[tuple[int, int], ...]) -> str:
    """The real words of a deadline, without what stands between the pieces of its task."""
    parts = [(max(start, a), min(end, b)) for a, b in pieces if a < end and b > start]
    return " ".join(document.cut(*part) for part in parts) if len(parts) > 1 else document.cut(start, end)


def _is_of_other(masked: str, start: int, end: int, candidate: ActionCandidate) -> bool:
    """Whether words before the clause of a task belong to another: "It was tabled until May and Jo will write"."""
    if start <= candidate.start + 3:
        return False
    if _DEFERRED.search(masked, candidate.start, start) and _AND_WHO.match(masked, end, candidate.end):
        return True  # "It was agreed to defer it to May and the Clerk is to write", a margin beside it
    if candidate.focus is None:
        return False
    if end > candidate.focus[0]:
        # "It was agreed to defer it to May and the Clerk is to write": what was agreed leads in to the task.
        behind = _AND_WHO.match(masked, end, candidate.focus[1])
        return behind is not None and behind["who"] in candidate.owners
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
