"""What a person says about an action: done, open again, somebody else's, due on another day, a note.

Every word goes into the log with its time; what holds now follows from the log alone, so that two registers can be
merged. Records of the minutes are never changed.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import uuid4

from minutes_cli.errors import RegisterError
from minutes_cli.register import rows
from minutes_cli.register.database import Database, chunked, listed
from minutes_cli.register.save import index_owners, now

What = Literal["status", "owner", "due", "note"]
LOG = ("id", "action", "at", "what", "value", "who")
FEWEST = 3  # letters of an id that a person must give: fewer are more likely a slip than an id


@dataclass(frozen=True, slots=True)
class Edited:
    """An action that was changed: its id, its text, and the earlier entries of it that changed with it."""

    id: str
    text: str
    with_it: tuple[str, ...] = ()


def find_ids(database: Database, prefixes: Sequence[str]) -> list[str]:
    """The ids that begin like this, one for each; raises RegisterError naming those that are none or several."""
    found = []
    problems = []
    for prefix in prefixes:
        letters = prefix.strip().lower()
        plain = letters.isalnum() and letters.isascii() and len(letters) >= FEWEST
        ids = matching(database, letters) if plain else []
        if len(ids) == 1:
            found.append(ids[0])
        elif ids:
            problems.append(f"{prefix}: begins several ids ({', '.join(ids[:5])}{', …' if len(ids) > 5 else ''})")
        else:
            problems.append(f"{prefix}: no action has this id (`minutes actions` lists them)")
    if problems:
        raise RegisterError("; ".join(problems))
    return list(dict.fromkeys(found))


def matching(database: Database, letters: str) -> list[str]:
    """The ids that begin with these letters; the one that is these letters alone, where there is one."""
    found = database.rows(
        "SELECT id FROM minutes_actions WHERE id LIKE :beginning ORDER BY id", {"beginning": letters + "%"}
    )
    ids = [str(row[0]) for row in found]
    return [letters] if letters in ids else ids


def set_status(database: Database, prefixes: Sequence[str], status: Literal["open", "done"]) -> list[Edited]:
    """Note that actions are done, or open again.

    Earlier entries that an action carries forward are the same task, so they are noted with it; later ones are not.
    """
    with database.transaction():
        ids = find_ids(database, prefixes)
        edited = []
        for key in ids:
            before = [each for each in entries_before(database, key) if each not in ids]
            with_it = tuple(each for each in before if status_of(database, each) != status)
            write(database, [key, *with_it], "status", status)
            edited.append(Edited(key, text_of(database, key), with_it))
        return edited


def set_value(database: Database, prefix: str, what: What, value: str | None) -> Edited:
    """Note an action's owner, its due date (ISO 8601) or a note; None takes owner or date back to the minutes' own."""
    with database.transaction():
        (key,) = find_ids(database, [prefix])
        write(database, [key], what, value)
        return Edited(key, text_of(database, key))


def entries_before(database: Database, key: str) -> list[str]:
    """The ids of the entries that an action carries forward."""
    found = database.rows(
        "WITH RECURSIVE before (id, continues) AS ("
        " SELECT id, continues FROM minutes_actions WHERE id = :id"
        " UNION SELECT a.id, a.continues FROM minutes_actions a JOIN before ON a.id = before.continues)"
        " SELECT id FROM before WHERE id <> :id ORDER BY id",
        {"id": key},
    )
    return [str(row[0]) for row in found]


def status_of(database: Database, key: str) -> str:
    """An action's status as it stands now."""
    found = database.rows(
        "SELECT COALESCE(m.status, a.status) FROM minutes_actions a"
        " LEFT JOIN minutes_marks m ON m.action = a.id WHERE a.id = :id",
        {"id": key},
    )
    return str(found[0][0])


def text_of(database: Database, key: str) -> str:
    """An action's words."""
    return str(database.rows("SELECT text FROM minutes_actions WHERE id = :id", {"id": key})[0][0])


def write(database: Database, ids: Sequence[str], what: What, value: str | None) -> None:
    """Put an entry for each action into the log, and bring what holds now up to it."""
    entries: list[dict[str, object]] = [
        {"id": uuid4().hex, "action": key, "at": now(), "what": what, "value": value, "who": user_name()} for key in ids
    ]
    database.run(rows.insert("minutes_log", entries[0]), *entries)
    replay(database, ids)


def replay(database: Database, ids: Sequence[str]) -> None:
    """Make the marks of these actions anew from their log: the last entry of a kind holds, all notes hold."""
    for some in chunked(ids):
        marks, values = listed("id", some)
        log = database.rows(
            f"SELECT action, what, value FROM minutes_log WHERE action IN ({marks}) ORDER BY at, id", values
        )
        standing: dict[str, dict[str, object]] = {}
        for action, what, value in log:
            state = standing.setdefault(
                action, {"action": action, "status": None, "owner": None, "due": None, "note": None}
            )
            state[what] = f"{state[what]}; {value}" if what == "note" and state[what] else value
        database.run(f"DELETE FROM minutes_marks WHERE action IN ({marks})", values)
        if standing:
            database.run(rows.insert("minutes_marks", next(iter(standing.values()))), *standing.values())
    index_owners(database, ids)


def log_of(database: Database, ids: Iterable[str]) -> list[dict[str, str | None]]:
    """The log of some actions, oldest first."""
    entries = []
    for some in chunked(list(ids)):
        marks, values = listed("id", some)
        found = database.rows(
            f"SELECT {', '.join(LOG)} FROM minutes_log WHERE action IN ({marks}) ORDER BY at, id", values
        )
        entries += [dict(zip(LOG, row, strict=True)) for row in found]
    return entries


def user_name() -> str | None:
    """Who is at work, as the operating system knows them; None where it doesn't."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user, as in a container
        return None
