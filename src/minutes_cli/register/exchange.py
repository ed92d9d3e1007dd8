"""A register as JSON lines, to keep, to move to another computer or server, or to merge into another register.

The first line says what the file is; each line after it is one document: its records as `minutes extract` gives them,
the ids of its actions, and the log of what people noted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minutes_cli.errors import RegisterError
from minutes_cli.records import Minutes
from minutes_cli.register.database import Database, chunked, listed
from minutes_cli.register.edits import LOG, log_of, replay
from minutes_cli.register.ids import action_digests, shortest_free
from minutes_cli.register.rows import action_values, insert
from minutes_cli.register.save import Reading, entries_of, file_reading, filed_entries, taken_ids
from minutes_cli.register.versions import Entry, match_entries

FORMAT = "minutes-register"
VERSION = 1
# The columns of an action's row, but for its id and what is of this register alone.
ROW = (
    *("position", "digest", "record_id", "text", "words", "kind", "status", "owners", "people", "due_text", "due_date"),
    *("due_latest", "reference", "confidence", "section_number", "section_title", "rule", "span_start", "span_end"),
    *("line", "withdrawn"),
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: documents that were new or newer here, and entries that the log didn't have."""

    documents: int = 0
    entries: int = 0


def export_lines(database: Database) -> Iterator[str]:
    """The register as lines of JSON, without line ends."""
    yield json.dumps({"format": FORMAT, "version": VERSION})
    keys = database.rows("SELECT key FROM minutes_documents ORDER BY date IS NULL, date, key")
    for (key,) in keys:
        found = database.rows(
            "SELECT path, read_at, json FROM minutes_documents JOIN minutes_records ON document = key WHERE key = :key",
            {"key": key},
        )
        for path, read_at, records in found:
            actions = list(exported_actions(database, key))
            line = {"path": path, "read_at": read_at, "minutes": json.loads(records), "actions": actions}
            yield json.dumps(line, ensure_ascii=False)


def exported_actions(database: Database, key: str) -> Iterator[dict[str, object]]:
    """The ids and logs of a document's actions in order; one that the minutes no longer have comes with its row."""
    found = database.rows(
        f"SELECT id, {', '.join(ROW)} FROM minutes_actions WHERE document = :key ORDER BY withdrawn, position",
        {"key": key},
    )
    log: dict[str | None, list[dict[str, str | None]]] = {}
    for entry in log_of(database, [row[0] for row in found]):
        log.setdefault(entry.pop("action"), []).append(entry)
    for row in found:
        values = dict(zip(ROW, row[1:], strict=True))
        yield {"id": row[0], "row": values if values["withdrawn"] else None, "log": log.get(row[0], [])}


def import_lines(database: Database, lines: Iterable[str], name: str) -> Imported:
    """Merge an export into the register, all of it or (after a RegisterError, which names the line) nothing.

    Of two versions of a document the one read later stays; every entry of the log is kept, and the latest one holds.
    """
    documents = entries = 0
    with database.transaction():
        for number, line in enumerate(lines, 1):
            try:
                content = json.loads(line)
                if number == 1:
                    check_head(content, name)
                    continue
                reading = read_line(content)
                saved = file_reading(database, reading)
                documents += saved.kind != "unchanged"
                entries += import_log(database, saved.key, reading, content["actions"])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise RegisterError(f"{name}, line {number}: is not of an exported register; export it anew") from error
    return Imported(documents, entries)


def read_line(content: Mapping[str, Any]) -> Reading:
    """The document of one line; raises ValueError, KeyError or TypeError for what is no such line."""
    minutes = Minutes.model_validate(content["minutes"])
    ids = [str(action["id"]) for action in content["actions"] if not action["row"]]
    if len(ids) != len(minutes.actions):
        raise ValueError("an id for each action")
    return Reading(minutes, str(content["path"]), str(content["read_at"]), ids, keep_newer=True)


def check_head(head: Mapping[str, Any], name: str) -> None:
    """Raise RegisterError unless the first line is that of an export which this program can read."""
    if head.get("format") != FORMAT:
        raise ValueError(FORMAT)
    if head.get("version") != VERSION:
        raise RegisterError(f"{name}: exported by a newer version of minutes; upgrade minutes")


def import_log(database: Database, document: str, reading: Reading, actions: Sequence[Mapping[str, Any]]) -> int:
    """Put the log entries that are new here to the actions that they are about; the number of them."""
    names = local_names(database, document, reading, actions)
    entries = []
    for action in actions:
        if not action["log"]:
            continue
        key = names.get(action["id"]) or keep_withdrawn(database, document, reading, action)
        entries += [
            {**{name: entry[name] for name in LOG if name != "action"}, "action": key} for entry in action["log"]
        ]
    known: set[str] = set()
    for some in chunked([str(entry["id"]) for entry in entries]):
        marks, values = listed("id", some)
        known.update(row[0] for row in database.rows(f"SELECT id FROM minutes_log WHERE id IN ({marks})", values))
    fresh = [entry for entry in entries if entry["id"] not in known]
    if fresh:
        database.run(insert("minutes_log", LOG), *fresh)
        replay(database, sorted({str(entry["action"]) for entry in fresh}))
    return len(fresh)


def local_names(
    database: Database, document: str, reading: Reading, actions: Sequence[Mapping[str, Any]]
) -> dict[str, str]:
    """The ids here of the exported actions, as far as the document here has them."""
    here = filed_entries(database, document)
    content = action_values(reading.minutes, document)
    entries = entries_of(content, action_digests(reading.minutes))
    entries += [
        Entry(action["row"]["digest"], action["row"]["words"], action["row"]["section_title"] or "")
        for action in actions
        if action["row"]
    ]
    matched = match_entries(here, entries)
    return {actions[index]["id"]: key for index, key in matched.items()}


def keep_withdrawn(database: Database, document: str, reading: Reading, action: Mapping[str, Any]) -> str:
    """File an action that a person noted something about although the document here doesn't have it; its id."""
    row = action["row"]
    if row is None:
        position = reading.ids.index(action["id"])
        row = {
            **action_values(reading.minutes, document)[position],
            "digest": action_digests(reading.minutes)[position],
        }
    taken = taken_ids(database, [row["digest"]], [action["id"]])
    key = action["id"] if action["id"] not in taken else shortest_free(row["digest"], taken)
    values = {**{name: row[name] for name in ROW}, "withdrawn": 1, "document": document, "id": key}
    database.run(insert("minutes_actions", values), values)
    return str(key)
