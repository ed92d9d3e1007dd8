"""A register on a PostgreSQL server, which an office shares; needs the extra ``postgres``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from minutes_cli.errors import RegisterError
from minutes_cli.register.database import Row, Values

if TYPE_CHECKING:
    from sqlalchemy import Connection

# One writer at a time, as in SQLite: so that two people who file the same minutes at once file them once.
LOCK_KEY = 0x6D696E75746573  # "minutes"
WAIT_SECONDS = 30
CONNECT_SECONDS = 10


class ServerDatabase:
    """One connection to one server; reads are each a transaction of their own."""

    def __init__(self, url: str, name: str) -> None:
        self.name = name
        try:
            import psycopg  # noqa: F401  (SQLAlchemy imports it by name)
            from sqlalchemy import create_engine, exc, pool, text
        except ImportError as error:
            raise RegisterError(
                f"{name}: needs the PostgreSQL driver; install it with: pip install 'minutes-records[postgres]'"
            ) from error
        self.text = text
        self.error_kind = exc.SQLAlchemyError
        try:
            self.engine = create_engine(
                url,
                poolclass=pool.NullPool,
                connect_args={
                    "connect_timeout": CONNECT_SECONDS,
                    "options": f"-c lock_timeout={WAIT_SECONDS}s",
                    "application_name": "minutes",
                },
            )
            self.connection: Connection = self.engine.connect()
        except exc.SQLAlchemyError as error:
            raise self.failure(error) from error

    def rows(self, sql: str, values: Values | None = None) -> Sequence[Row]:
        """See `Database.rows`."""
        with self.guarded():
            return self.connection.execute(self.text(sql), dict(values or {})).fetchall()

    def run(self, sql: str, *values: Values) -> int:
        """See `Database.run`."""
        with self.guarded():
            sets: Any = [dict(each) for each in values]
            return self.connection.execute(self.text(sql), sets or None).rowcount

    def has_table(self, table: str) -> bool:
        """See `Database.has_table`."""
        return self.rows("SELECT to_regclass(:name)", {"name": table})[0][0] is not None

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn a failure into a RegisterError; outside `transaction`, end what was begun, so that no lock stays."""
        alone = not self.connection.in_transaction()
        try:
            yield
            if alone:
                self.connection.commit()
        except self.error_kind as error:
            if alone:
                self.connection.rollback()
            raise self.failure(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Database.transaction`."""
        try:
            with self.connection.begin():
                self.connection.execute(self.text(f"SELECT pg_advisory_xact_lock({LOCK_KEY})"))
                yield
        except self.error_kind as error:
            raise self.failure(error) from error

    def close(self) -> None:
        """See `Database.close`."""
        self.connection.close()
        self.engine.dispose()

    def failure(self, error: Exception) -> RegisterError:
        """The error as a person can mend it: the server's first line, without SQL and without password."""
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()
        first = next((line.strip() for line in reason if line.strip()), type(error).__name__)
        if "lock timeout" in first:
            return RegisterError(f"{self.name}: others have been writing for {WAIT_SECONDS} s; run it again later")
        if isinstance(getattr(error, "orig", None), OSError) or "connection" in first.lower():
            return RegisterError(f"{self.name}: can't reach the register ({first}); check that the server runs")
        return RegisterError(f"{self.name}: the register failed ({first})")
