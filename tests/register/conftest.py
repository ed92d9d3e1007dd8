"""Registers to test with: an SQLite file, and a PostgreSQL server that the tests start on the loopback interface."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from minutes_cli.register.database import Database, open_register
from minutes_cli.register.place import Place, find_place

Open = Callable[[], Database]


def find_postgres() -> Path | None:
    """The folder of a PostgreSQL server's programs, the newest that Debian's packages have, or the one on the path."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: float(each.parent.name))
    on_path = shutil.which("initdb")
    return packaged[-1] if packaged else Path(on_path).parent if on_path else None


def as_server_user(command: list[str]) -> list[str]:
    """The command as a user who may run the server: it refuses to run as root."""
    if os.name != "posix" or os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", *command]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a server of these tests alone, which is stopped after them."""
    pytest.importorskip("sqlalchemy", reason="needs the extra postgres: pip install 'minutes-records[postgres]'")
    pytest.importorskip("psycopg", reason="needs the extra postgres: pip install 'minutes-records[postgres]'")
    programs = find_postgres()
    if programs is None:
        pytest.skip("needs a PostgreSQL server's programs (initdb); on Debian: apt install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="minutes-pg-"))  # not pytest's own, which other users may not enter
    folder.chmod(0o777)
    data = folder / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -p {port} -c fsync=on"
    try:
        initdb = [str(programs / "initdb"), "-D", str(data), "-U", "clerk", "-A", "trust", "-E", "UTF8", "--no-sync"]
        run(as_server_user([*initdb, "--locale=C"]))
        control = [str(programs / "pg_ctl"), "-D", str(data), "-l", str(folder / "log"), "-w"]
        run(as_server_user([*control, "-o", settings, "start"]))
        try:
            yield f"postgresql://clerk@127.0.0.1:{port}/postgres"
        finally:
            run(as_server_user([*control, "-m", "immediate", "stop"]))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str]) -> None:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/", check=False)
    if done.returncode:
        pytest.fail(f"{command}: {done.stderr}")


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """The URL of an empty database."""
    import psycopg

    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgres_server


@pytest.fixture(params=["sqlite", "postgres"])
def register_name(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place without a register, as ``--register`` names it: once a file, once a server."""
    if request.param == "sqlite":
        return str(tmp_path / "office" / "register.db")
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def place(register_name: str) -> Place:
    return find_place(register_name)


@pytest.fixture
def database(place: Place) -> Iterator[Database]:
    """An empty register."""
    opened = open_register(place, create=True)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def own_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches a person's register or sees their settings."""
    monkeypatch.setenv("MINUTES_REGISTER", str(tmp_path / "mine" / "register.db"))
    monkeypatch.delenv("MINUTES_SAVE", raising=False)
    monkeypatch.chdir(tmp_path)
