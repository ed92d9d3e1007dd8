"""Answers from the register: which actions there are, as they stand now.

An action stands as its minutes have it, changed by what a person noted (`edits`). Where later minutes of the same body
print it again (`carried`), the latest entry among those asked for stands for all of them and says since when; the
earlier ones are left out, or shown with ``repeats``. An open action that later minutes report as done stays open, with
a suggestion.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from minutes_cli.register.action import Tracked
from minutes_cli.register.database import Database, Row, listed
from minutes_cli.register.history import add_history
from minutes_cli.register.words import holding, in_order, name_words


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions are asked for; what is None or empty doesn't matter. Dates are ISO 8601, the bounds included.

    ``owners``: any of these names, each as words in order in one owner. ``due_before`` and ``overdue_on`` compare the
    due date that a person set, else the named day, else the last day that relative words allow; neither includes the
    day itself. ``status`` is ``open`` or ``done`` as it stands now. An action without a confidence is never left out
    for it. ``repeats`` asks for the earlier entries of a chain too.
    """

    owners: tuple[str, ...] = ()
    body: str | None = None
    since: str | None = None
    until: str | None = None
    due_before: str | None = None
    overdue_on: str | None = None
    status: str | None = None
    kind: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    repeats: bool = False
    ids: tuple[str, ...] = ()
    document_key: str | None = None


# Fields of `Tracked` and where they come from, before what a person set is put in place.
COLUMNS = {
    "id": "a.id",
    "document": "d.path",
    "document_key": "d.key",
    "body": "d.body",
    "date": "d.date",
    "section_number": "a.section_number",
    "section": "a.section_title",
    "position": "a.position",
    "text": "a.text",
    "kind": "a.kind",
    "owners": "a.owners",
    "people": "a.people",
    "due_text": "a.due_text",
    "due_date": "a.due_date",
    "due_latest": "a.due_latest",
    "reference": "a.reference",
    "status": "a.status",
    "confidence": "a.confidence",
    "line": "a.line",
    "rule": "a.rule",
    "continues": "a.continues",
    "withdrawn": "a.withdrawn",
}
SELECT = (
    f"SELECT {', '.join(COLUMNS.values())}, m.status, m.owner, m.due, m.note FROM minutes_actions a"
    " JOIN minutes_documents d ON d.key = a.document LEFT JOIN minutes_marks m ON m.action = a.id"
)
STATUS = "COALESCE(m.status, a.status)"
DUE = "COALESCE(m.due, a.due_date, a.due_latest)"


def find_actions(database: Database, wanted: Wanted) -> list[Tracked]:
    """The actions that are asked for, by date of meeting (undated last), document and place in it."""
    conditions, values = conditions_of(wanted)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    actions = [tracked(row) for row in database.rows(SELECT + where, values)]
    actions.sort(key=lambda each: (each.date is None, each.date or "", each.body or "", each.document, each.position))
    return add_history(database, actions, repeats=wanted.repeats)


def conditions_of(wanted: Wanted) -> tuple[list[str], dict[str, object]]:
    """What is asked for as SQL, each condition over the tables as `SELECT` names them, and its values."""
    conditions, values = meeting_conditions(wanted.body, wanted.since, wanted.until)
    owners = {f"owner{number}": in_order(name_words(name)) for number, name in enumerate(wanted.owners)}
    if owners:
        any_of = " OR ".join(f"owner_key LIKE :{name}" for name in owners)
        conditions.append(f"a.id IN (SELECT action FROM minutes_owners WHERE {any_of})")
    values |= owners
    if wanted.ids:
        marks, ids = listed("id", wanted.ids)
        conditions.append(f"a.id IN ({marks})")
        values |= ids
    for condition, name, value in (
        (f"{DUE} < :due_before", "due_before", wanted.due_before),
        (f"{DUE} < :overdue_on AND {STATUS} = 'open'", "overdue_on", wanted.overdue_on),
        (f"{STATUS} = :status", "status", wanted.status),
        ("a.kind = :kind", "kind", wanted.kind),
        ("a.document = :document", "document", wanted.document_key),
        ("a.words LIKE :text", "text", holding(wanted.text) if wanted.text is not None else None),
        ("(a.confidence IS NULL OR a.confidence >= :least)", "least", wanted.min_confidence),
    ):
        if value is not None:
            conditions.append(condition)
            values[name] = value
    return conditions, values


def meeting_conditions(body: str | None, since: str | None, until: str | None) -> tuple[list[str], dict[str, object]]:
    """Conditions on the meeting's body (words in order) and date, over ``minutes_documents d``."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    for condition, name, value in (
        ("d.body_key LIKE :body", "body", in_order(name_words(body)) if body is not None else None),
        ("d.date >= :since", "since", since),
        ("d.date <= :until", "until", until),
    ):
        if value is not None:
            conditions.append(condition)
            values[name] = value
    return conditions, values


def tracked(row: Row) -> Tracked:
    """One row of `SELECT`, what a person set put in place."""
    values = dict(zip(COLUMNS, row[:-4], strict=True))
    status, owner, due, note = row[-4:]
    values["owners"] = (owner,) if owner else tuple(json.loads(values["owners"]))
    values["people"] = () if owner else tuple(json.loads(values["people"]))
    values["withdrawn"] = bool(values["withdrawn"])
    if status:
        values["status"] = status
    if due:
        values |= {"due_date": due, "due_latest": None}
    return Tracked(**values, note=note, since_date=values["date"])
