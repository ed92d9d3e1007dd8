"""The records of one document as rows of the register's tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from minutes_cli.records import Action, Attendee, Minutes, Resolution, Section
from minutes_cli.register.words import fold_words, name_words, plain_words, word_key

Values = dict[str, object]
STDIN = "-"


def document_values(minutes: Minutes, key: str, read_at: str, path: str) -> Values:
    """The row of the document itself, filed under a path."""
    meeting = minutes.meeting
    return {
        "key": key,
        "path": path,
        "sha256": minutes.source.sha256,
        "format": minutes.source.format,
        "body": meeting.body,
        "body_key": body_key(meeting.body),
        "title": meeting.title,
        "date": meeting.date,
        "start_time": meeting.start_time,
        "records_sha256": records_sha256(minutes),
        "read_at": read_at,
    }


def filed_path(path: str) -> str:
    """The path that a document is filed under: absolute, so that it is the same from any folder; "-" stays."""
    return path if path == STDIN else str(Path(path).absolute())


def body_key(body: str | None) -> str | None:
    """The key of a body's name, "the" aside; None for none."""
    return word_key(name_words(body)) if body else None


def records_sha256(minutes: Minutes) -> str:
    """A hash of the records that doesn't depend on the path by which the document was named."""
    records = minutes.model_dump(mode="json", exclude={"source": {"path"}})
    return hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()


def action_values(minutes: Minutes, document: str) -> list[Values]:
    """The rows of the actions, in order; `id` and `digest` are still to be given."""
    names = {attendee.id: attendee.name for attendee in minutes.attendees}
    sections = {section.id: section for section in minutes.sections}
    return [
        {
            "document": document,
            "position": position,
            "record_id": action.id,
            "text": action.text,
            "words": plain_words(action.text),
            "kind": action.kind,
            "status": action.status,
            "owners": json.dumps(action.owners, ensure_ascii=False),
            "people": json.dumps(people_of(action, names), ensure_ascii=False),
            "due_text": action.due.text if action.due else None,
            "due_date": action.due.date if action.due else None,
            "due_latest": action.due.latest if action.due else None,
            "continues": None,
            "withdrawn": 0,
            **common_values(action, sections),
        }
        for position, action in enumerate(minutes.actions)
    ]


def people_of(action: Action, names: dict[str, str]) -> list[str]:
    """Names of the attendees that the action's owners mean."""
    return [names[person] for person in action.people if person in names]


def resolution_values(minutes: Minutes, document: str) -> list[Values]:
    """The rows of the resolutions, in order."""
    sections = {section.id: section for section in minutes.sections}
    rows: list[Values] = []
    for position, resolution in enumerate(minutes.resolutions):
        vote = resolution.vote
        rows.append(
            {
                "document": document,
                "position": position,
                "record_id": resolution.id,
                "text": resolution.text,
                "words": plain_words(resolution.text),
                "outcome": resolution.outcome,
                "mover": resolution.mover,
                "mover_key": name_key(resolution.mover),
                "seconder": resolution.seconder,
                "seconder_key": name_key(resolution.seconder),
                "votes_for": vote.for_ if vote else None,
                "votes_against": vote.against if vote else None,
                "votes_abstain": vote.abstain if vote else None,
                "unanimous": int(vote.unanimous) if vote else None,
                **common_values(resolution, sections),
            }
        )
    return rows


def common_values(record: Action | Resolution, sections: dict[str, Section]) -> Values:
    """What actions and resolutions have in common."""
    section = sections.get(record.section or "")
    return {
        "reference": record.reference,
        "confidence": record.confidence,
        "section_number": section.number if section else None,
        "section_title": section.title if section else None,
        "rule": record.rule,
        "span_start": record.span.start,
        "span_end": record.span.end,
        "line": record.span.line,
    }


def attendee_values(attendees: Iterable[Attendee], document: str) -> list[Values]:
    """The rows of the attendees, in order."""
    return [
        {
            "document": document,
            "position": position,
            "record_id": attendee.id,
            "name": attendee.name,
            "name_key": name_key(attendee.name),
            "honorific": attendee.honorific,
            "role": attendee.role,
            "role_key": word_key(fold_words(attendee.role)) if attendee.role else None,
            "organisation": attendee.organisation,
            "initials": attendee.initials,
            "status": attendee.status,
            "rule": attendee.rule,
            "line": attendee.span.line,
        }
        for position, attendee in enumerate(attendees)
    ]


def name_key(name: str | None) -> str | None:
    """The key of a person's or an owner's name, honorifics aside; None for none."""
    return word_key(name_words(name)) if name else None


def owner_keys(owners: Iterable[str], people: Iterable[str], assigned: str | None) -> list[str]:
    """The keys by which an action's owner is found: the one a person assigned, else those of the minutes."""
    names = [assigned] if assigned else [*owners, *people]
    keys = (word_key(name_words(name)) for name in names)
    return sorted({key for key in keys if key})


def insert(table: str, columns: Iterable[str], *, update: str | None = None) -> str:
    """An INSERT with named parameters; ``update`` names the column by which a row that is there already is replaced."""
    names = list(columns)
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)})"
    if update:
        changes = ", ".join(f"{name} = excluded.{name}" for name in names if name != update)
        sql += f" ON CONFLICT ({update}) DO UPDATE SET {changes}"
    return sql
