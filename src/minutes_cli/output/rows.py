"""Records as rows of cells, for every output that has columns. Nothing here knows a file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_cli.output.formats import Kind

if TYPE_CHECKING:
    from minutes_cli.records import Clause, Due, Minutes, Section, Vote

Cell = str | int | float | bool | tuple[str, ...] | None
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title: ``columns`` maps the keys of its rows to the headings that a person reads, in order."""

    title: str
    columns: Mapping[str, str]
    rows: Iterable[Row]


_PLACE = ("document", "body", "date", "section_number", "section", "id")

COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.MEETING: ("document", "body", "date", "title", "start_time", "end_time", "venue", "chair", "line"),
    Kind.SECTIONS: (*_PLACE, "level", "parent", "line"),
    Kind.ATTENDEES: (*_PLACE, "name", "honorific", "role", "organisation", "initials", "status", "line", "rule"),
    Kind.ACTIONS: (
        *_PLACE,
        *("text", "kind", "owners", "people", "due_text", "due_date", "due_latest"),
        *("reference", "status", "confidence", "line", "rule"),
    ),
    Kind.RESOLUTIONS: (
        *_PLACE,
        *("text", "outcome", "clauses", "mover", "seconder"),
        *("vote_for", "vote_against", "vote_abstain", "unanimous"),
        *("reference", "confidence", "line", "rule"),
    ),
}
"""The columns of each kind of record; an action's ``people`` are names here, ids in the JSON."""

RECORD_NAMES = {
    Kind.MEETING: "meeting",
    Kind.SECTIONS: "section",
    Kind.ATTENDEES: "attendee",
    Kind.ACTIONS: "action",
    Kind.RESOLUTIONS: "resolution",
}

DATE_COLUMNS = frozenset({"date", "due_date", "due_latest", "since_date"})
"""Columns of ISO 8601 dates, for formats that have a type for them."""

_LAST = ("line", "rule")
ALL_COLUMNS = (
    "record",
    *dict.fromkeys(name for kind in Kind for name in COLUMNS[kind] if name not in _LAST),
    *_LAST,
)
"""The columns of all kinds in one table; ``record`` says which kind a row is."""


def columns_of(only: Kind | None) -> tuple[str, ...]:
    """The columns of a kind of record, or those of all in one table."""
    return COLUMNS[only] if only else ALL_COLUMNS


def rows_of(minutes: Minutes, only: Kind | None = None) -> Iterator[dict[str, Cell]]:
    """One row a record, of one kind or of all; a column that a kind doesn't have is left out of its rows."""
    for kind in (only,) if only else COLUMNS:
        for row in _ROWS[kind](minutes):
            yield {"record": RECORD_NAMES[kind], **_meeting_cells(minutes), **row}


def _meeting_cells(minutes: Minutes) -> dict[str, Cell]:
    return {"document": minutes.source.path, "body": minutes.meeting.body, "date": minutes.meeting.date}


def _meeting(minutes: Minutes) -> Iterator[dict[str, Cell]]:
    meeting = minutes.meeting
    yield {
        "title": meeting.title,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "line": meeting.span.line,
    }


def _sections(minutes: Minutes) -> Iterator[dict[str, Cell]]:
    for section in minutes.sections:
        yield {
            **_section_cells(section),
            "id": section.id,
            "level": section.level,
            "parent": section.parent,
            "line": section.span.line,
        }


def _attendees(minutes: Minutes) -> Iterator[dict[str, Cell]]:
    sections = _sections_by_id(minutes)
    for person in minutes.attendees:
        yield {
            **_section_cells(sections.get(person.section)),
            "id": person.id,
            "name": person.name,
            "honorific": person.honorific,
            "role": person.role,
            "organisation": person.organisation,
            "initials": person.initials,
            "status": person.status,
            "line": person.span.line,
            "rule": person.rule,
        }


def _actions(minutes: Minutes) -> Iterator[dict[str, Cell]]:
    sections = _sections_by_id(minutes)
    names = {person.id: person.name for person in minutes.attendees}
    for action in minutes.actions:
        yield {
            **_section_cells(sections.get(action.section)),
            "id": action.id,
            "text": action.text,
            "kind": action.kind,
            "owners": action.owners,
            "people": tuple(names.get(person, person) for person in action.people),
            **_due_cells(action.due),
            "reference": action.reference,
            "status": action.status,
            "confidence": action.confidence,
            "line": action.span.line,
            "rule": action.rule,
        }


def _resolutions(minutes: Minutes) -> Iterator[dict[str, Cell]]:
    sections = _sections_by_id(minutes)
    for resolution in minutes.resolutions:
        yield {
            **_section_cells(sections.get(resolution.section)),
            "id": resolution.id,
            "text": resolution.text,
            "outcome": resolution.outcome,
            "clauses": tuple(clause_text(clause) for clause in resolution.clauses),
            "mover": resolution.mover,
            "seconder": resolution.seconder,
            **_vote_cells(resolution.vote),
            "reference": resolution.reference,
            "confidence": resolution.confidence,
            "line": resolution.span.line,
            "rule": resolution.rule,
        }


_ROWS: dict[Kind, Callable[[Minutes], Iterator[dict[str, Cell]]]] = {
    Kind.MEETING: _meeting,
    Kind.SECTIONS: _sections,
    Kind.ATTENDEES: _attendees,
    Kind.ACTIONS: _actions,
    Kind.RESOLUTIONS: _resolutions,
}


def _sections_by_id(minutes: Minutes) -> dict[str | None, Section]:
    return {section.id: section for section in minutes.sections}


def _section_cells(section: Section | None) -> dict[str, Cell]:
    return {"section_number": section.number, "section": section.title} if section else {}


def _due_cells(due: Due | None) -> dict[str, Cell]:
    return {"due_text": due.text, "due_date": due.date, "due_latest": due.latest} if due else {}


def _vote_cells(vote: Vote | None) -> dict[str, Cell]:
    if vote is None:
        return {}
    return {
        "vote_for": vote.for_,
        "vote_against": vote.against,
        "vote_abstain": vote.abstain,
        "unanimous": vote.unanimous,
    }


def clause_text(clause: Clause) -> str:
    """A clause with its number before it, without the semicolon that led on to the next."""
    text = clause.text.rstrip("; ")
    return f"{clause.number} {text}" if clause.number else text
