"""Where the register is: an option, an environment variable, or the user's data folder."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from minutes_cli.errors import UsageError
from minutes_cli.patterns import lazy

VARIABLE = "MINUTES_REGISTER"
FILE_NAME = "register.db"
URL = lazy(r"(?P<scheme>[a-z][a-z0-9+.-]+)://", re.IGNORECASE)
POSTGRESQL = frozenset({"postgresql", "postgres", "postgresql+psycopg"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a register: the path of an SQLite file or the URL of a PostgreSQL server, one of them set.

    ``chosen`` is true where a person named it, false for the default in the user's data folder.
    """

    path: Path | None
    url: str | None = None
    chosen: bool = True

    @property
    def name(self) -> str:
        """How to name the place to a person: the path, or the URL without its password."""
        if self.url is None:
            return str(self.path)
        url = self.url.replace("postgresql+psycopg://", "postgresql://", 1)
        url = re.sub(r"(?<=://)([^/@:]*):.*@", r"\1:***@", url)  # to the last @: a password may hold one
        return re.sub(r"(?<=[?&]password=)[^&]*", "***", url)


def find_place(option: str | None = None) -> Place:
    """The place that ``--register`` names, else ``MINUTES_REGISTER``, else the default.

    Raises UsageError for a URL of another kind of server.
    """
    named = option or os.environ.get(VARIABLE) or ""
    if not named:
        return Place(path=default_path(), chosen=False)
    scheme = URL.match(named)
    if scheme is None:
        return Place(path=Path(named).expanduser())
    if scheme["scheme"].lower() == "sqlite":
        return Place(path=Path(named.split("://", 1)[1].removeprefix("/")).expanduser())
    if scheme["scheme"].lower() not in POSTGRESQL:
        shown = Place(None, named).name
        raise UsageError(f"{shown}: is no place for a register; give a file, or the URL of a PostgreSQL server")
    return Place(path=None, url="postgresql+psycopg://" + named[scheme.end() :])


def default_path() -> Path:
    """The register's file in the user's data folder, as the operating system has it."""
    from platformdirs import user_data_path

    return user_data_path("minutes", appauthor=False) / FILE_NAME
