"""Answers from the register: who was there, and a person's attendance over meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutes_cli.register.database import Database
from minutes_cli.register.rows import body_key, name_key
from minutes_cli.register.tracked import meeting_conditions
from minutes_cli.register.words import fold_words, in_order, name_words

Cell = str | int | float | bool | None

STATUSES = ("present", "in_attendance", "participant", "apologies", "absent")
THERE = ("present", "in_attendance", "participant")


@dataclass(frozen=True, slots=True)
class WantedPeople:
    """Which attendances are asked for; what is None or empty doesn't matter. Dates are ISO 8601, the bounds included.

    ``names``: any of these, each as words in order; ``role`` likewise. ``statuses``: any of these.
    """

    names: tuple[str, ...] = ()
    role: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    statuses: tuple[str, ...] = ()


COLUMNS = {
    "document": "d.path",
    "body": "d.body",
    "date": "d.date",
    "id": "p.record_id",
    "name": "p.name",
    "honorific": "p.honorific",
    "role": "p.role",
    "organisation": "p.organisation",
    "initials": "p.initials",
    "status": "p.status",
    "line": "p.line",
    "rule": "p.rule",
}
"""Names of the cells of an attendance, as in the records, and where they come from."""

SELECT = f"SELECT {', '.join(COLUMNS.values())} FROM minutes_attendees p JOIN minutes_documents d ON d.key = p.document"


def find_people(database: Database, wanted: WantedPeople) -> list[dict[str, Cell]]:
    """The attendances that are asked for as rows of `COLUMNS`, by date of meeting (undated last) and place."""
    conditions, values = meeting_conditions(wanted.body, wanted.since, wanted.until)
    names = {f"name{number}": in_order(name_words(name)) for number, name in enumerate(wanted.names)}
    statuses = {f"status{number}": status for number, status in enumerate(wanted.statuses)}
    if names:
        conditions.append(f"({' OR '.join(f'p.name_key LIKE :{name}' for name in names)})")
    if statuses:
        conditions.append(f"p.status IN ({', '.join(f':{name}' for name in statuses)})")
    if wanted.role is not None:
        conditions.append("p.role_key LIKE :role")
        values["role"] = in_order(fold_words(wanted.role))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    order = "ORDER BY d.date IS NULL, d.date, COALESCE(d.body, ''), d.path, p.position"
    found = database.rows(f"{SELECT}{where} {order}", {**values, **names, **statuses})
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def count_attendance(attendances: Sequence[Mapping[str, Cell]]) -> list[dict[str, Cell]]:
    """One row for each person in each body: how many meetings, how often with each status, the first and the last.

    A person is a name, honorifics and case aside; who stands in two documents of one meeting counts once there, as the
    more present one. ``attended`` counts present, in_attendance and participant; ``share`` is its part of ``meetings``.
    """
    people: dict[tuple[str | None, str | None], dict[str, Mapping[str, Cell]]] = {}
    for each in attendances:
        person = (name_key(str(each["name"])), body_key(str(each["body"])) if each["body"] else None)
        meetings = people.setdefault(person, {})
        meeting = str(each["date"] or each["document"])
        if meeting not in meetings or rank(each) < rank(meetings[meeting]):
            meetings[meeting] = each
    counted = [count_person(list(meetings.values())) for meetings in people.values()]
    return sorted(counted, key=lambda row: (str(row["body"] or ""), str(row["name"]).casefold()))


def rank(attendance: Mapping[str, Cell]) -> int:
    """How far a person was from being present: 0 is present."""
    return STATUSES.index(str(attendance["status"]))


def count_person(attendances: Sequence[Mapping[str, Cell]]) -> dict[str, Cell]:
    """The counts of one person's attendances at different meetings of one body."""
    statuses = Counter(str(each["status"]) for each in attendances)
    dates = sorted(str(each["date"]) for each in attendances if each["date"])
    there = sum(statuses[status] for status in THERE)
    latest = attendances[-1]
    return {
        "name": latest["name"],
        "body": latest["body"],
        "meetings": len(attendances),
        "attended": there,
        "share": round(there / len(attendances), 3),
        **{status: statuses[status] for status in STATUSES},
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
    }
