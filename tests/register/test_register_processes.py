"""Several writers at once, a kill at any moment, a full disk: what was reported as filed is filed, whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import filing_process
from filing_process import ACTIONS, series_minutes
from minutes_cli.errors import RegisterError
from minutes_cli.register.database import Database, open_register
from minutes_cli.register.documents import list_documents
from minutes_cli.register.edits import set_value
from minutes_cli.register.place import find_place
from minutes_cli.register.save import save_minutes
from minutes_cli.register.sqlite import SqliteDatabase
from minutes_cli.register.tracked import Wanted, find_actions
from minutes_made import make_minutes

PROGRAM = Path(filing_process.__file__)
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and limits")


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The started programs import what this one does."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(each for each in sys.path if each))


def start(name: str, series: str, first: int = 0, count: int = 8, limit: int = 0) -> subprocess.Popen[str]:
    arguments = [sys.executable, str(PROGRAM), name, series, str(first), str(count), str(limit)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def reported(output: str) -> set[str]:
    """Names of the documents that whole lines report as filed."""
    return {line.split(" ", 1)[1] for line in output.split("\n")[:-1]}


def whole_documents(name: str) -> set[str]:
    """Names of the documents that are filed with all their records; fails for one that is filed in part."""
    database = open_register(find_place(name))
    assert database is not None
    names = set()
    for document in list_documents(database):
        assert (document.actions, document.attendees) == (ACTIONS, 3), document
        assert len(database.rows("SELECT 1 FROM minutes_records WHERE document = :key", {"key": document.key})) == 1
        names.add(Path(document.path).stem.replace("-", " "))
    owners = database.rows("SELECT COUNT(*) FROM minutes_owners")[0][0]
    assert owners == ACTIONS * len(names)
    if isinstance(database, SqliteDatabase):
        assert database.rows("PRAGMA integrity_check")[0][0] == "ok"
    database.close()
    return names


def test_writers_at_once_file_everything_once(register_name: str) -> None:
    writers = [start(register_name, series) for series in ("a", "b", "c", "same", "same")]
    outputs = [writer.communicate(timeout=120) for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 5, [error for _, error in outputs]
    same = [output.splitlines() for output, _ in outputs[3:]]
    kinds = [sorted(pair) for pair in zip(*([line.split()[0] for line in lines] for lines in same), strict=True)]
    assert kinds == [["new", "unchanged"]] * 8
    assert whole_documents(register_name) == {f"{series} {n}" for series in ("a", "b", "c", "same") for n in range(8)}


def test_a_reader_is_not_kept_waiting_by_a_writer(database: Database, place: object) -> None:
    save_minutes(database, make_minutes("mend the gate", path="first.txt"))
    reader = open_register(place)  # type: ignore[call-overload]
    with database.transaction():
        database.run("UPDATE minutes_documents SET title = 'half written'")
        assert [each.text for each in find_actions(reader, Wanted())] == ["mend the gate"]
        assert [each.title for each in list_documents(reader)] == [None]
    assert [each.title for each in list_documents(reader)] == ["half written"]
    reader.close()


@posix
@pytest.mark.parametrize("moment", [1, 4, 9])
def test_a_kill_loses_nothing_that_was_reported(register_name: str, moment: int) -> None:
    open_register(find_place(register_name), create=True).close()
    writer = start(register_name, "k", count=1000)
    lines = list(first_lines(writer, moment))
    time.sleep(0.004 * moment)  # somewhere in the middle of the next ones
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate()
    assert writer.returncode == -signal.SIGKILL
    told = reported("".join(lines) + rest)
    filed = whole_documents(register_name)
    assert moment <= len(told) < 1000
    assert told <= filed
    assert len(filed - told) <= 1
    again = start(register_name, "k", count=len(filed) + 1)
    assert again.communicate(timeout=60)[0].splitlines()[-1] == f"new k {len(filed)}"
    assert len(whole_documents(register_name)) == len(filed) + 1


def first_lines(writer: subprocess.Popen[str], count: int) -> Iterator[str]:
    assert writer.stdout is not None
    for _ in range(count):
        yield writer.stdout.readline()


@posix
def test_a_kill_while_the_register_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    for number in range(6):
        name = str(tmp_path / f"{number}.db")
        writer = start(name, "k", count=3)
        time.sleep(0.1 + 0.05 * number)
        writer.kill()
        told = reported(writer.communicate()[0])
        if Path(name).exists():
            assert told <= whole_documents(name)
        else:
            assert not told


@posix
@pytest.mark.parametrize("limit", [20_000, 150_000, 400_000])
def test_a_file_that_may_not_grow_keeps_what_was_reported(tmp_path: Path, limit: int) -> None:
    name = str(tmp_path / "register.db")
    open_register(find_place(name), create=True).close()
    writer = start(name, "f", count=1000, limit=limit)
    output, error = writer.communicate(timeout=120)
    assert writer.returncode == 1
    assert error.startswith(f"{name}: ")
    assert error.count("\n") == 1
    told = reported(output)
    assert told <= whole_documents(name)
    assert len(told) < 1000
    number = len(told)
    assert start(name, "f", first=number, count=1).communicate(timeout=60)[0].endswith(f" f {number}\n")


def test_a_full_disk_is_said_in_one_line_and_loses_nothing(tmp_path: Path) -> None:
    database = SqliteDatabase(tmp_path / "register.db")
    open_register(find_place(str(tmp_path / "register.db")), create=True).close()
    save_minutes(database, series_minutes("d", 0))
    pages = database.rows("PRAGMA page_count")[0][0]
    database.rows(f"PRAGMA max_page_count = {pages + 3}")
    filed = 1
    with pytest.raises(RegisterError, match=r"register\.db: the disk is full; free some space") as full:
        for number in range(1, 100):
            save_minutes(database, series_minutes("d", number))
            filed += 1
    assert "\n" not in str(full.value)
    database.close()
    assert whole_documents(str(tmp_path / "register.db")) == {f"d {number}" for number in range(filed)}


def test_a_failed_save_leaves_the_earlier_version(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    save_minutes(database, make_minutes("mend the gate", "find the key"))
    key = find_actions(database, Wanted())[0].id
    set_value(database, key, "note", "kept")

    def fail(*_: object) -> None:
        raise RegisterError("the disk is full")

    monkeypatch.setattr("minutes_cli.register.save.index_owners", fail)
    with pytest.raises(RegisterError):
        save_minutes(database, make_minutes("mend the gate", "burn the key"))
    monkeypatch.undo()
    assert [(each.text, each.note) for each in find_actions(database, Wanted())] == [
        ("mend the gate", "kept"),
        ("find the key", None),
    ]
    assert len(find_actions(database, Wanted(text="key"))) == 1


def test_a_register_in_use_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_cli.register.sqlite.WAIT_SECONDS", 0.1)
    place = find_place(str(tmp_path / "register.db"))
    first = open_register(place, create=True)
    second = open_register(place, create=True)
    with first.transaction(), pytest.raises(RegisterError, match="in use by another program"):
        save_minutes(second, make_minutes("mend the gate"))
    save_minutes(second, make_minutes("mend the gate"))
    assert len(find_actions(first, Wanted())) == 1
