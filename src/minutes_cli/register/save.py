"""Filing the records of a document: once, whole, and without touching what people have noted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from minutes_cli.records import Minutes
from minutes_cli.register import rows
from minutes_cli.register.carried import relink
from minutes_cli.register.database import Database, chunked, listed
from minutes_cli.register.ids import SHORTEST, action_digests, document_digest, shortest_free
from minutes_cli.register.versions import (
    Entry,
    Filed,
    earlier_version,
    find_filed,
    match_entries,
    same_document,
)

LONGEST = 13  # letters up to which an id is looked for among those that are taken; by then, no two digests agree
SaveKind = Literal["new", "corrected", "reread", "unchanged"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a document: its key, and ``new``, ``corrected`` (another version of a document that was filed,
    which it replaces), ``reread`` (the same bytes, read better by now) or ``unchanged``.
    """

    kind: SaveKind
    key: str
    actions: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it is to be filed: its records, the path to file it under, and when it was read (ISO 8601, UTC).

    ``ids`` are those that its actions should have, as far as they are free; ``versions=False`` files it beside any
    other version of it; ``keep_newer`` doesn't let it replace a version that was read later.
    """

    minutes: Minutes
    path: str
    read_at: str
    ids: Sequence[str] = ()
    versions: bool = True
    keep_newer: bool = False


def save_minutes(database: Database, minutes: Minutes, *, versions: bool = True) -> Saved:
    """File the records of one document, in one transaction; when this returns, they are safe.

    ``versions=False`` files every version of a document beside the others, under its path as given. Raises
    RegisterError; then nothing of the document was filed.
    """
    path = rows.filed_path(minutes.source.path) if versions else minutes.source.path
    with database.transaction():
        return file_reading(database, Reading(minutes, path, now(), versions=versions))


def file_reading(database: Database, reading: Reading) -> Saved:
    """File a document inside a transaction of the caller's."""
    minutes = reading.minutes
    values = rows.document_values(minutes, "", reading.read_at, reading.path)
    filed = find_filed(database, values)
    before = same_document(filed, values)
    if before and before.records_sha256 == values["records_sha256"]:
        return Saved("unchanged", before.key, len(minutes.actions))
    kind: SaveKind = "reread" if before else "new"
    if before is None and reading.versions:
        before = earlier_version(database, filed, values, minutes.model_dump(mode="json"))
        kind = "corrected" if before else "new"
    if before and reading.keep_newer and before.read_at >= reading.read_at:
        return Saved("unchanged", before.key, len(minutes.actions))
    key = before.key if before else free_key(database, minutes.source.sha256)
    store(database, reading, {**values, "key": key}, before)
    return Saved(kind, key, len(minutes.actions))


def now() -> str:
    """The time in UTC, to the microsecond, so that the order of entries is that of their times."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def store(database: Database, reading: Reading, values: Mapping[str, object], before: Filed | None) -> None:
    """Write all rows of a document in place of those that were there."""
    key, minutes = str(values["key"]), reading.minutes
    database.run(rows.insert("minutes_documents", values, update="key"), values)
    records = {"document": key, "json": minutes.model_dump_json(by_alias=True)}
    database.run(rows.insert("minutes_records", records, update="document"), records)
    for table, content in (
        ("minutes_resolutions", rows.resolution_values(minutes, key)),
        ("minutes_attendees", rows.attendee_values(minutes.attendees, key)),
    ):
        database.run(f"DELETE FROM {table} WHERE document = :key", {"key": key})
        if content:
            database.run(rows.insert(table, content[0]), *content)
    store_actions(database, minutes, key, reading.ids)
    meetings = {(values["body_key"], values["date"])}
    if before:
        meetings.add((before.body_key, before.date))
    for body_key, date in meetings:
        if body_key is not None and date is not None:
            relink(database, str(body_key), str(date))


def store_actions(database: Database, minutes: Minutes, document: str, ids: Sequence[str] = ()) -> None:
    """Write the actions under the ids they had, or new ones; what has gone goes, unless a person marked it."""
    old = filed_entries(database, document)
    content = rows.action_values(minutes, document)
    digests = action_digests(minutes)
    matched = match_entries(old, entries_of(content, digests))
    taken = taken_ids(database, digests, ids)
    for index, (row, letters) in enumerate(zip(content, digests, strict=True)):
        wished = ids[index] if index < len(ids) and ids[index] not in taken else None
        row["digest"] = letters
        row["id"] = matched.get(index) or wished or shortest_free(letters, taken)
        taken.add(str(row["id"]))
    drop_actions(database, [key for key in old if key not in matched.values()])
    if content:
        database.run(rows.insert("minutes_actions", content[0], update="id"), *content)
        index_owners(database, [str(row["id"]) for row in content])


def entries_of(content: Sequence[Mapping[str, object]], digests: Sequence[str]) -> list[Entry]:
    """What tells which action is which, of rows and digests."""
    return [
        Entry(letters, str(row["words"]), str(row["section_title"] or ""))
        for letters, row in zip(digests, content, strict=True)
    ]


def filed_entries(database: Database, document: str) -> dict[str, Entry]:
    """The actions of a document that are filed, by id, those that an earlier correction withdrew last."""
    found = database.rows(
        "SELECT id, digest, words, section_title FROM minutes_actions WHERE document = :document"
        " ORDER BY withdrawn, position",
        {"document": document},
    )
    return {row[0]: Entry(row[1], row[2], row[3] or "") for row in found}


def drop_actions(database: Database, ids: Sequence[str]) -> None:
    """Delete actions that the minutes no longer have; one that a person marked stays, as withdrawn."""
    for some in chunked(ids):
        marks, values = listed("id", some)
        database.run(
            f"DELETE FROM minutes_actions WHERE id IN ({marks})"
            " AND NOT EXISTS (SELECT 1 FROM minutes_log WHERE action = minutes_actions.id)",
            values,
        )
        database.run(f"UPDATE minutes_actions SET withdrawn = 1, continues = NULL WHERE id IN ({marks})", values)


def taken_ids(database: Database, digests: Sequence[str], ids: Sequence[str]) -> set[str]:
    """Those of these ids that are in the register, and those with which one of these digests begins."""
    beginnings = sorted({letters[:end] for letters in digests for end in range(SHORTEST, LONGEST)} | set(ids))
    taken: set[str] = set()
    for some in chunked(beginnings):
        marks, values = listed("id", some)
        taken.update(row[0] for row in database.rows(f"SELECT id FROM minutes_actions WHERE id IN ({marks})", values))
    return taken


def free_key(database: Database, sha256: str) -> str:
    """A key for a new document."""
    letters = document_digest(sha256)
    taken = {
        row[0]
        for row in database.rows(
            "SELECT key FROM minutes_documents WHERE key LIKE :beginning", {"beginning": letters[:SHORTEST] + "%"}
        )
    }
    return shortest_free(letters, taken)


def index_owners(database: Database, ids: Sequence[str]) -> None:
    """Write anew by which names the owners of these actions are found."""
    for some in chunked(ids):
        marks, values = listed("id", some)
        found = database.rows(
            "SELECT id, owners, people, minutes_marks.owner FROM minutes_actions"
            f" LEFT JOIN minutes_marks ON action = id WHERE id IN ({marks})",
            values,
        )
        keys = [
            {"action": row[0], "owner_key": key}
            for row in found
            for key in rows.owner_keys(json.loads(row[1]), json.loads(row[2]), row[3])
        ]
        database.run(f"DELETE FROM minutes_owners WHERE action IN ({marks})", values)
        if keys:
            database.run(rows.insert("minutes_owners", keys[0]), *keys)
