"""The documents of a register: which there are, and taking one out again with everything that was noted about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.errors import RegisterError
from minutes_cli.register.carried import relink
from minutes_cli.register.database import Database
from minutes_cli.register.rows import filed_path

FEWEST = 3  # letters of a key that a person must give


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is filed, with counts of its records; ``open`` counts the actions that are open as of now."""

    key: str
    path: str
    format: str
    body: str | None
    date: str | None
    title: str | None
    sha256: str
    read_at: str
    actions: int
    open: int
    resolutions: int
    attendees: int


SELECT = """
    SELECT d.key, d.path, d.format, d.body, d.date, d.title, d.sha256, d.read_at, COALESCE(a.count, 0),
        COALESCE(a.open, 0), COALESCE(r.count, 0), COALESCE(p.count, 0)
    FROM minutes_documents d
    LEFT JOIN (
        SELECT document, COUNT(*) AS count,
            SUM(CASE WHEN COALESCE(minutes_marks.status, minutes_actions.status) = 'open' THEN 1 ELSE 0 END) AS open
        FROM minutes_actions LEFT JOIN minutes_marks ON action = id GROUP BY document) a ON a.document = d.key
    LEFT JOIN (SELECT document, COUNT(*) AS count FROM minutes_resolutions GROUP BY document) r ON r.document = d.key
    LEFT JOIN (SELECT document, COUNT(*) AS count FROM minutes_attendees GROUP BY document) p ON p.document = d.key
"""


def list_documents(database: Database) -> list[Document]:
    """All documents, by date of meeting (undated last), body and path."""
    documents = [Document(*row) for row in database.rows(SELECT)]
    return sorted(documents, key=lambda each: (each.date is None, each.date or "", each.body or "", each.path))


def find_document(database: Database, name: str) -> Document:
    """The document of a key (or its beginning) or a path; raises RegisterError for none or several."""
    paths = {"path": filed_path(name), "given": name}
    order = "ORDER BY d.date IS NULL, d.date, d.key"
    found = database.rows(f"{SELECT} WHERE d.path = :path OR d.path = :given {order}", paths)
    letters = name.strip().lower()
    if not found and letters.isalnum() and len(letters) >= FEWEST:
        found = database.rows(f"{SELECT} WHERE d.key LIKE :beginning {order}", {"beginning": letters + "%"})
    if len(found) == 1:
        return Document(*found[0])
    if found:
        keys = ", ".join(f"{row[0]} ({row[4] or 'no date'})" for row in found[:5])
        raise RegisterError(f"{name}: is several documents of the register; name one by its key: {keys}")
    raise RegisterError(f"{name}: no document of the register has this key or path (`minutes register list`)")


def remove_documents(database: Database, names: Sequence[str]) -> list[Document]:
    """Take documents out of the register with all their records, and all that people noted about their actions.

    All of them or, after a RegisterError, none.
    """
    with database.transaction():
        documents = list({each.key: each for each in (find_document(database, name) for name in names)}.values())
        for document in documents:
            remove(database, document.key)
    return documents


def remove(database: Database, key: str) -> None:
    """Delete a document's rows, and link anew what its actions stood between."""
    found = database.rows("SELECT body_key, date FROM minutes_documents WHERE key = :key", {"key": key})
    database.run(
        "UPDATE minutes_actions SET continues = NULL"
        " WHERE continues IN (SELECT id FROM minutes_actions WHERE document = :key)",
        {"key": key},
    )
    database.run("DELETE FROM minutes_documents WHERE key = :key", {"key": key})  # the other tables follow it
    for body_key, date in found:
        if body_key is not None and date is not None:
            relink(database, body_key, date)
