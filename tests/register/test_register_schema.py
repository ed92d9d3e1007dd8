"""Opening registers: new ones, older and newer ones, and what is none."""

from __future__ import annotations

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from minutes_cli.errors import RegisterError, UsageError
from minutes_cli.register.database import Database, open_register
from minutes_cli.register.place import Place, find_place
from minutes_cli.register.save import save_minutes
from minutes_cli.register.schema import STEPS, migrate, read_version
from minutes_cli.register.sqlite import SqliteDatabase
from minutes_cli.register.tracked import Wanted, find_actions
from minutes_made import make_minutes

STARRED = (
    "ALTER TABLE minutes_documents ADD COLUMN starred INTEGER",
    "UPDATE minutes_documents SET starred = CASE WHEN body IS NULL THEN 0 ELSE 1 END",
)


def test_a_missing_register_is_not_made_by_asking(tmp_path: Path) -> None:
    assert open_register(Place(tmp_path / "register.db")) is None
    assert list(tmp_path.iterdir()) == []


def test_a_newer_register_is_refused(place: Place, database: Database) -> None:
    save_minutes(database, make_minutes("mend the gate"))
    migrate(database, (*STEPS, STARRED))
    with pytest.raises(RegisterError, match=rf"schema {len(STEPS) + 1}, this one knows {len(STEPS)}.*upgrade minutes"):
        open_register(place)
    assert len(database.rows("SELECT * FROM minutes_documents")) == 1


def test_an_older_register_is_migrated_with_what_it_holds(database: Database) -> None:
    save_minutes(database, make_minutes("mend the gate"))
    save_minutes(database, make_minutes("find the key", body=None, path="b.txt"))
    migrate(database, (*STEPS, STARRED, ("CREATE TABLE minutes_later (id TEXT)",)))
    assert read_version(database) == len(STEPS) + 2
    assert [tuple(row) for row in database.rows("SELECT body, starred FROM minutes_documents ORDER BY starred")] == [
        (None, 0),
        ("Parish Council", 1),
    ]
    assert database.has_table("minutes_later")


def test_a_migration_that_fails_changes_nothing(database: Database, place: Place) -> None:
    save_minutes(database, make_minutes("mend the gate"))
    with pytest.raises(RegisterError):
        migrate(database, (*STEPS, (*STARRED, "UPDATE minutes_nowhere SET x = 1")))
    assert read_version(database) == len(STEPS)
    reopened = open_register(place)
    assert reopened is not None
    assert [each.text for each in find_actions(reopened, Wanted())] == ["mend the gate"]
    with pytest.raises(RegisterError):
        reopened.rows("SELECT starred FROM minutes_documents")
    reopened.close()


def test_migrating_twice_is_migrating_once(database: Database) -> None:
    for _ in range(2):
        migrate(database, (*STEPS, STARRED))
    assert [tuple(row) for row in database.rows("SELECT version FROM minutes_schema")] == [(len(STEPS) + 1,)]


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all, " * 1000)
    with pytest.raises(RegisterError, match=r"letter\.txt: is no register"):
        open_register(Place(file))
    assert file.read_text() == "Dear all, " * 1000


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
    connection.close()
    with pytest.raises(RegisterError, match="database of another program"):
        open_register(Place(file), create=True)


def test_a_damaged_register_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "register.db"
    database = open_register(Place(file), create=True)
    save_minutes(database, make_minutes("mend the gate"))
    database.close()
    data = bytearray(file.read_bytes())
    data[100:4096] = b"\xff" * 3996
    file.write_bytes(data)
    with pytest.raises(RegisterError, match=r"register\.db: .*damaged"):
        open_register(Place(file))


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=str(tmp_path)):
        open_register(Place(tmp_path), create=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_register_is_for_its_user_alone(tmp_path: Path) -> None:
    open_register(Place(tmp_path / "data" / "register.db"), create=True).close()
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "register.db").stat().st_mode) == 0o600


def test_removed_minutes_are_gone_from_the_file(tmp_path: Path) -> None:
    from minutes_cli.register.documents import remove_documents

    file = tmp_path / "register.db"
    database = open_register(Place(file), create=True)
    save_minutes(database, make_minutes("ask Mrs Quillfeather about the key", path="a.txt"))
    database.close()
    assert b"Quillfeather" in file.read_bytes()
    again = open_register(Place(file), create=True)
    remove_documents(again, ["a.txt"])
    again.close()
    assert b"uillfeather" not in b"".join(each.read_bytes() for each in tmp_path.iterdir())


def test_a_register_in_memory_leaves_nothing(tmp_path: Path) -> None:
    database = SqliteDatabase(None)
    migrate(database)
    save_minutes(database, make_minutes("mend the gate"))
    assert len(find_actions(database, Wanted())) == 1
    database.close()
    assert list(tmp_path.iterdir()) == []


def test_where_the_register_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_REGISTER", "from-environment.db")
    assert find_place("from-option.db") == Place(Path("from-option.db"))
    assert find_place() == Place(Path("from-environment.db"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_place("~/r.db") == Place(tmp_path / "r.db")
    assert find_place("sqlite:///office/r.db") == Place(Path("office/r.db"))
    assert find_place("sqlite:////srv/r.db") == Place(Path("/srv/r.db"))
    monkeypatch.delenv("MINUTES_REGISTER")
    default = find_place()
    assert (default.chosen, default.path and default.path.name) == (False, "register.db")
    assert default.path is not None
    assert "minutes" in default.path.parts


def test_a_password_is_never_shown() -> None:
    place = find_place("postgresql://clerk:s3cr%40t@office.example/minutes")
    assert place.url == "postgresql+psycopg://clerk:s3cr%40t@office.example/minutes"
    assert place.name == "postgresql://clerk:***@office.example/minutes"
    assert find_place("postgres://clerk:a@b@office.example/m").name == "postgresql://clerk:***@office.example/m"
    assert find_place("postgresql://office.example/m?user=a&password=b").name.endswith("/m?user=a&password=***")
    with pytest.raises(UsageError, match=r"mysql://root:\*\*\*@office") as refused:
        find_place("mysql://root:s3cret@office/minutes")
    assert "s3cret" not in str(refused.value)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(RegisterError, match="can't reach the register") as refused:
        open_register(find_place("postgresql://clerk:s3cret@127.0.0.1:1/minutes"))
    assert "s3cret" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RegisterError, match=r"pip install 'minutes-records\[postgres\]'"):
        open_register(find_place("postgresql://clerk@127.0.0.1/minutes"))
