"""Actions: what the minutes mark as a task and what the narrative gives somebody to do, each task once."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.implied import find_implied
from minutes_cli.find.marked import find_marked
from minutes_cli.records import Action, Attendee, Issue, Meeting
from minutes_cli.rules.match import Rules


def find_actions(
    document: Document, rules: Rules, *, meeting: Meeting, attendees: Sequence[Attendee]
) -> tuple[list[Action], list[Issue]]:
    """The tasks of a document in the order of the text."""
    candidates = sorted(
        [*find_marked(document, rules), *find_implied(document, rules, attendees)], key=lambda c: c.start
    )
    return [_action(document, candidate, number) for number, candidate in enumerate(candidates, 1)], []


def _action(document: Document, candidate: ActionCandidate, number: int) -> Action:
    return Action(
        id=f"a{number}",
        text=" ".join(document.cut(*piece) for piece in candidate.pieces),
        kind=candidate.kind,
        owners=candidate.owners,
        reference=candidate.reference,
        status=candidate.status,
        confidence=candidate.confidence,
        section=document.section_id(candidate.block),
        rule=candidate.rule,
        span=document.span(*candidate.passage),
    )
