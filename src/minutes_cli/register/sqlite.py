"""A register in an SQLite file, safe against other writers, a kill and a power cut."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from minutes_cli.errors import RegisterError
from minutes_cli.register.database import Row, Values

WAIT_SECONDS = 30.0

SETTINGS = (
    "PRAGMA synchronous = FULL",  # what was reported as saved outlives a power cut too
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # removed people are really gone from the file
)


class SqliteDatabase:
    """One connection to one file (created readable by its user only), or to a database in memory for None."""

    def __init__(self, path: Path | None) -> None:
        self.name = str(path) if path else "register in memory"
        self.path = path
        try:
            if path is not None:
                make_private(path)
            self.connection = sqlite3.connect(path or ":memory:", timeout=WAIT_SECONDS, isolation_level=None)
            use_wal(self.connection)
            for setting in SETTINGS:
                self.connection.execute(setting)
        except (OSError, sqlite3.Error) as error:
            raise self.failure(error) from error
        self.refuse_foreign()

    def refuse_foreign(self) -> None:
        """Raise RegisterError for a database of another program, rather than put tables into it."""
        tables = {str(row[0]) for row in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and not any(table.startswith("minutes_") for table in tables):
            self.close()
            raise RegisterError(f"{self.name}: is a database of another program; name another place with --register")

    def rows(self, sql: str, values: Values | None = None) -> Sequence[Row]:
        """See `Database.rows`."""
        try:
            return self.connection.execute(sql, values or {}).fetchall()
        except sqlite3.Error as error:
            raise self.failure(error) from error

    def run(self, sql: str, *values: Values) -> int:
        """See `Database.run`."""
        try:
            if len(values) > 1:
                return self.connection.executemany(sql, values).rowcount
            return self.connection.execute(sql, values[0] if values else {}).rowcount
        except sqlite3.Error as error:
            raise self.failure(error) from error

    def has_table(self, table: str) -> bool:
        """See `Database.has_table`."""
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name", {"name": table}))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Database.transaction`."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite has rolled back by itself where the disk is full
                self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """See `Database.close`."""
        self.connection.close()

    def failure(self, error: Exception) -> RegisterError:
        """The error as a person can mend it."""
        return RegisterError(f"{self.name}: {mend(error)}")


def use_wal(connection: sqlite3.Connection) -> None:
    """Keep a log beside the file, so that readers and a writer don't wait for each other.

    While another process makes the same change to a new file, SQLite says "locked" without waiting: so wait here.
    """
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def make_private(path: Path) -> None:
    """Make the file (and its folder) for the user alone, where it is missing: minutes hold personal data."""
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):  # another process was faster
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def mend(error: Exception) -> str:
    """What went wrong with the file, and what to do."""
    if isinstance(error, PermissionError):
        return "not allowed to write the register here; change the permissions, or name another place with --register"
    if isinstance(error, OSError):
        return f"the register can't be made here ({error.strerror}); name another place with --register"
    text = str(error)
    if "full" in text:
        return "the disk is full; free some space and run it again (what was reported as filed is safe)"
    if "locked" in text:
        return f"the register is in use by another program for {WAIT_SECONDS:.0f} s; run it again when that has ended"
    if "not a database" in text or "malformed" in text:
        return "is no register, or a damaged one; name another place with --register"
    if "readonly" in text or "unable to open" in text:
        return "the register can't be written; change the permissions of the file and its folder"
    return f"the register failed ({text})"
