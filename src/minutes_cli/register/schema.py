"""The tables, and how a register of an older schema becomes one of today's.

`STEPS` is append-only: the schema's version is their number, step *n* makes version *n* out of *n* - 1, and they run
in one transaction with the note of the new version. A step that has been released is never changed again.
"""

from __future__ import annotations

from minutes_cli.errors import RegisterError
from minutes_cli.register.database import Database

Step = tuple[str, ...]

FIRST: Step = (
    # A document; `body_key` and `date` say which meeting, `records_sha256` whether anything in the records changed.
    """CREATE TABLE minutes_documents (
        key TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, body TEXT,
        body_key TEXT, title TEXT, date TEXT, start_time TEXT, records_sha256 TEXT NOT NULL, read_at TEXT NOT NULL)""",
    "CREATE INDEX minutes_documents_sha256 ON minutes_documents (sha256)",
    "CREATE INDEX minutes_documents_path ON minutes_documents (path)",
    "CREATE INDEX minutes_documents_meeting ON minutes_documents (body_key, date)",
    # All records of a document as JSON, apart, so that a scan over documents stays narrow.
    """CREATE TABLE minutes_records (
        document TEXT PRIMARY KEY REFERENCES minutes_documents (key) ON DELETE CASCADE, json TEXT NOT NULL)""",
    # `digest` is the whole of what `id` is the beginning of; `continues` the earlier entry that this one carries
    # forward; `withdrawn` = 1 marks an action that a corrected version no longer has, kept for what a person noted.
    """CREATE TABLE minutes_actions (
        id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES minutes_documents (key) ON DELETE CASCADE,
        position INTEGER NOT NULL, digest TEXT NOT NULL, record_id TEXT NOT NULL, text TEXT NOT NULL,
        words TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, owners TEXT NOT NULL, people TEXT NOT NULL,
        due_text TEXT, due_date TEXT, due_latest TEXT, reference TEXT, confidence DOUBLE PRECISION,
        section_number TEXT, section_title TEXT, rule TEXT NOT NULL, span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL, line INTEGER NOT NULL, continues TEXT, withdrawn INTEGER NOT NULL)""",
    "CREATE INDEX minutes_actions_document ON minutes_actions (document)",
    "CREATE INDEX minutes_actions_continues ON minutes_actions (continues)",
    # One row for each owner that a search may name: as the minutes write it or as assigned, and the people it means.
    """CREATE TABLE minutes_owners (
        action TEXT NOT NULL REFERENCES minutes_actions (id) ON DELETE CASCADE, owner_key TEXT NOT NULL)""",
    "CREATE INDEX minutes_owners_action ON minutes_owners (action)",
    # What people said about actions: every word of it in the log, what holds now in the marks.
    """CREATE TABLE minutes_log (
        id TEXT PRIMARY KEY, action TEXT NOT NULL REFERENCES minutes_actions (id) ON DELETE CASCADE,
        at TEXT NOT NULL, what TEXT NOT NULL, value TEXT, who TEXT)""",
    "CREATE INDEX minutes_log_action ON minutes_log (action)",
    """CREATE TABLE minutes_marks (
        action TEXT PRIMARY KEY REFERENCES minutes_actions (id) ON DELETE CASCADE,
        status TEXT, owner TEXT, due TEXT, note TEXT)""",
    """CREATE TABLE minutes_resolutions (
        document TEXT NOT NULL REFERENCES minutes_documents (key) ON DELETE CASCADE, position INTEGER NOT NULL,
        record_id TEXT NOT NULL, text TEXT NOT NULL, words TEXT NOT NULL, outcome TEXT, mover TEXT, mover_key TEXT,
        seconder TEXT, seconder_key TEXT, votes_for INTEGER, votes_against INTEGER, votes_abstain INTEGER,
        unanimous INTEGER, reference TEXT, confidence DOUBLE PRECISION, section_number TEXT, section_title TEXT,
        rule TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL,
        PRIMARY KEY (document, position))""",
    """CREATE TABLE minutes_attendees (
        document TEXT NOT NULL REFERENCES minutes_documents (key) ON DELETE CASCADE, position INTEGER NOT NULL,
        record_id TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, honorific TEXT, role TEXT, role_key TEXT,
        organisation TEXT, initials TEXT, status TEXT NOT NULL, rule TEXT NOT NULL, line INTEGER NOT NULL,
        PRIMARY KEY (document, position))""",
)

STEPS: tuple[Step, ...] = (FIRST,)


def migrate(database: Database, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the register up to the last of the steps; raises RegisterError for one that a newer program has written."""
    version = read_version(database)
    if version < len(steps):
        with database.transaction():
            if version == 0:
                database.run("CREATE TABLE IF NOT EXISTS minutes_schema (version INTEGER NOT NULL)")
            version = read_version(database)  # another process may have been faster
            for step in steps[version:]:
                for statement in step:
                    database.run(statement)
            if version < len(steps):
                database.run("DELETE FROM minutes_schema")
                database.run("INSERT INTO minutes_schema (version) VALUES (:version)", {"version": len(steps)})
    if version > len(steps):
        raise RegisterError(
            f"{database.name}: written by a newer version of minutes (schema {version}, this one knows {len(steps)});"
            " upgrade minutes"
        )


def read_version(database: Database) -> int:
    """The version of the register's schema; 0 for a database without one."""
    if not database.has_table("minutes_schema"):
        return 0
    rows = database.rows("SELECT version FROM minutes_schema")
    return int(rows[0][0]) if rows else 0
