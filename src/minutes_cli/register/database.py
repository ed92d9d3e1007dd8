"""The two kinds of database behind one small face, and how a register is opened.

The SQLite file is driven by Python's own ``sqlite3`` and a server by SQLAlchemy: importing SQLAlchemy takes 0.3 s,
which every ``minutes extract`` and ``minutes actions`` would pay for a file that needs none of it. Both take the same
SQL, with named parameters (``:name``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol, overload

from minutes_cli.register.place import Place

Row = Sequence[Any]
Values = Mapping[str, object]

# Both servers take more, SQLite in its older builds 999 parameters a statement.
MOST_PARAMETERS = 900


class Database(Protocol):
    """An open register. Every method raises RegisterError, which names the register and the mend."""

    @property
    def name(self) -> str:
        """The path or the URL (without its password), for messages."""

    def rows(self, sql: str, values: Values | None = None) -> Sequence[Row]:
        """All rows that a query gives."""

    def run(self, sql: str, *values: Values) -> int:
        """Run a statement once for each set of values (once without any); the number of rows that it touched."""

    def has_table(self, table: str) -> bool:
        """Whether there is such a table."""

    def transaction(self) -> AbstractContextManager[None]:
        """Hold the register's one write lock; what the block ran is kept whole, or not at all after an exception.

        Not to be nested.
        """

    def close(self) -> None:
        """Close it; nothing is written any more."""


@overload
def open_register(place: Place) -> Database | None: ...
@overload
def open_register(place: Place, *, create: Literal[True]) -> Database: ...
def open_register(place: Place, *, create: bool = False) -> Database | None:
    """Open the register at a place, brought up to this program's schema; None where there is none.

    With ``create`` a missing one is made. Raises RegisterError where it can't be opened or is of a newer schema.
    """
    from minutes_cli.register.schema import migrate

    database: Database
    if place.url is not None:
        from minutes_cli.register.server import ServerDatabase

        database = ServerDatabase(place.url, place.name)
    else:
        from minutes_cli.register.sqlite import SqliteDatabase

        if place.path is not None and not create and not place.path.exists():
            return None
        database = SqliteDatabase(place.path)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def open_memory() -> Database:
    """An empty register in memory, gone when it is closed: for questions about files that are not to be filed."""
    from minutes_cli.register.schema import migrate
    from minutes_cli.register.sqlite import SqliteDatabase

    database = SqliteDatabase(None)
    migrate(database)
    return database


def listed(name: str, items: Iterable[object]) -> tuple[str, dict[str, object]]:
    """Placeholders for an ``IN (…)`` and their values: ``(":id0, :id1", {"id0": …, "id1": …})``."""
    values = {f"{name}{index}": item for index, item in enumerate(items)}
    return ", ".join(f":{key}" for key in values), values


def chunked(items: Sequence[str]) -> Iterable[Sequence[str]]:
    """The items in portions that fit one statement."""
    for start in range(0, len(items), MOST_PARAMETERS):
        yield items[start : start + MOST_PARAMETERS]
