"""What people note about actions: ids, the log, and carrying it all elsewhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from minutes_cli.errors import RegisterError
from minutes_cli.register.database import Database, open_memory
from minutes_cli.register.documents import find_document, list_documents, remove_documents
from minutes_cli.register.edits import find_ids, log_of, set_status, set_value
from minutes_cli.register.exchange import Imported, export_lines, import_lines
from minutes_cli.register.save import save_minutes
from minutes_cli.register.tracked import Wanted, find_actions
from minutes_made import make_action, make_minutes, make_person, make_resolution

HEDGE = "write to the landowner about the overgrown hedge in Mill Lane"
QUOTES = "obtain three quotations for repairing the pavilion roof"


@pytest.fixture
def ids(database: Database) -> dict[str, str]:
    """A register with two documents; the ids of their actions."""
    people = [make_person("Ann Lee", id="p1")]
    resolutions = [make_resolution("that it be paid", outcome="carried")]
    hedge = make_action(HEDGE, "AL", people=("p1",))
    save_minutes(database, make_minutes(hedge, QUOTES, people=people, resolutions=resolutions, path="a.txt"))
    save_minutes(database, make_minutes("find the key", body=None, date=None, path="b.txt"))
    return {action.text: action.id for action in find_actions(database, Wanted())}


def state(database: Database) -> list[tuple[Any, ...]]:
    return [
        (each.id, each.text, each.status, each.owners, each.due, each.note, each.withdrawn, each.document)
        for each in find_actions(database, Wanted(repeats=True))
    ]


@pytest.mark.parametrize("prefix", ["", "z", "zz", "zzzzzzz", "%", "_______", "a%", "не"])
def test_no_such_id(database: Database, ids: dict[str, str], prefix: str) -> None:  # noqa: ARG001
    with pytest.raises(RegisterError, match="no action has this id"):
        find_ids(database, [prefix])


def test_a_beginning_of_two_ids_is_refused_with_both(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def alike(_minutes: object) -> list[str]:
        return ["abc1" + "0" * 47, "abc2" + "0" * 47]

    monkeypatch.setattr("minutes_cli.register.save.action_digests", alike)
    save_minutes(database, make_minutes("b", "c"))
    with pytest.raises(RegisterError, match=r"abc: begins several ids \(abc1000, abc2000\)"):
        find_ids(database, ["abc"])
    assert find_ids(database, ["abc1", "ABC2", "abc10"]) == ["abc1000", "abc2000"]


def test_an_unknown_id_leaves_the_others_as_they_were(database: Database, ids: dict[str, str]) -> None:
    with pytest.raises(RegisterError, match="zzzzzzz"):
        set_status(database, [ids[HEDGE], "zzzzzzz"], "done")
    assert find_actions(database, Wanted(status="done")) == []
    assert log_of(database, ids.values()) == []


def test_the_log_has_every_word_and_the_last_one_holds(database: Database, ids: dict[str, str]) -> None:
    key = ids[HEDGE]
    set_status(database, [key[:5]], "done")
    set_status(database, [key], "open")
    set_value(database, key, "owner", "Ben Orr")
    set_value(database, key, "owner", None)
    set_value(database, key, "due", "2024-05-01")
    set_value(database, key, "due", "2024-06-01")
    set_value(database, key, "note", "rang them")
    set_value(database, key, "note", "rang again")
    (action,) = find_actions(database, Wanted(text="hedge"))
    assert (action.status, action.owners, action.due, action.note) == (
        "open",
        ("AL",),
        "2024-06-01",
        "rang them; rang again",
    )
    log = log_of(database, [key])
    assert [(entry["what"], entry["value"]) for entry in log] == [
        ("status", "done"),
        ("status", "open"),
        ("owner", "Ben Orr"),
        ("owner", None),
        ("due", "2024-05-01"),
        ("due", "2024-06-01"),
        ("note", "rang them"),
        ("note", "rang again"),
    ]
    times = [str(entry["at"]) for entry in log]
    assert times == sorted(times)
    assert all(time.endswith("Z") and len(time) == len("2024-01-09T10:00:00.000000Z") for time in times)


def test_assigning_moves_the_action_to_the_new_owner_and_back(database: Database, ids: dict[str, str]) -> None:
    def found(owner: str) -> list[str]:
        return [action.id for action in find_actions(database, Wanted(owners=(owner,)))]

    assert (found("AL"), found("Ann Lee"), found("Orr")) == ([ids[HEDGE]], [ids[HEDGE]], [])
    set_value(database, ids[HEDGE], "owner", "Cllr Ben Orr")
    assert (found("AL"), found("Ann Lee"), found("Orr")) == ([], [], [ids[HEDGE]])
    set_value(database, ids[HEDGE], "owner", None)
    assert (found("AL"), found("Ann Lee"), found("Orr")) == ([ids[HEDGE]], [ids[HEDGE]], [])


def test_removing_a_document_removes_all_that_is_of_it(database: Database, ids: dict[str, str]) -> None:
    set_value(database, ids[HEDGE], "note", "personal")
    (removed,) = remove_documents(database, ["a.txt"])
    assert (removed.actions, removed.resolutions, removed.attendees) == (2, 1, 1)
    for table in ("log", "marks", "owners", "resolutions", "attendees"):
        assert database.rows(f"SELECT * FROM minutes_{table}") == [], table
    assert [each.text for each in find_actions(database, Wanted())] == ["find the key"]


def test_removing_several_is_all_or_nothing(database: Database, ids: dict[str, str]) -> None:  # noqa: ARG001
    with pytest.raises(RegisterError, match="nowhere"):
        remove_documents(database, ["a.txt", "nowhere"])
    assert len(list_documents(database)) == 2


def test_documents_are_found_by_key_and_path(database: Database, ids: dict[str, str]) -> None:  # noqa: ARG001
    (first, second) = list_documents(database)
    assert find_document(database, "a.txt") == first
    assert find_document(database, second.key[:4]) == second
    assert find_document(database, second.path) == second
    for wrong in ("", "a", "%", "c.txt"):
        with pytest.raises(RegisterError, match="no document"):
            find_document(database, wrong)


def test_a_path_of_two_documents_asks_for_a_key(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, date="2024-01-09"))
    save_minutes(database, make_minutes(QUOTES, date="2024-02-13"))
    with pytest.raises(RegisterError, match=r"several documents.*2024-01-09.*2024-02-13"):
        find_document(database, "minutes.txt")


def fill(database: Database, ids: dict[str, str]) -> list[str]:
    """Note something of everything, withdraw an action, and export."""
    set_status(database, [ids[HEDGE]], "done")
    set_value(database, ids[QUOTES], "note", "two have come in")
    set_value(database, ids["find the key"], "owner", "Ben Orr")
    save_minutes(database, make_minutes(make_action(HEDGE, "AL"), path="a.txt", content="corrected"))
    return list(export_lines(database))


def test_an_export_makes_the_same_register_again(database: Database, ids: dict[str, str]) -> None:
    lines = fill(database, ids)
    other = open_memory()
    assert import_lines(other, lines, "backup") == Imported(documents=2, entries=3)
    assert state(other) == state(database)
    assert list(export_lines(other)) == lines
    assert import_lines(other, lines, "backup") == Imported(0, 0)
    assert list(export_lines(other)) == lines


def test_an_import_merges_what_two_offices_noted(database: Database, ids: dict[str, str]) -> None:
    lines = list(export_lines(database))
    other = open_memory()
    import_lines(other, lines, "backup")
    set_status(database, [ids[HEDGE]], "done")
    set_value(database, ids[HEDGE], "note", "here first")
    set_value(other, ids[HEDGE], "note", "there later")
    set_value(other, ids[QUOTES], "due", "2024-05-01")
    assert import_lines(database, list(export_lines(other)), "backup") == Imported(0, 2)
    hedge, quotes = find_actions(database, Wanted(body="Parish"))
    assert (hedge.status, hedge.note, quotes.due) == ("done", "here first; there later", "2024-05-01")
    import_lines(other, list(export_lines(database)), "backup")
    assert state(other) == state(database)


def test_an_import_keeps_the_newer_version_and_the_notes_of_both(database: Database, ids: dict[str, str]) -> None:
    set_status(database, [ids[HEDGE]], "done")
    set_value(database, ids[QUOTES], "note", "on the old one")
    old = list(export_lines(database))
    newer = open_memory()
    save_minutes(newer, make_minutes(make_action(HEDGE, "AL"), path="a.txt", content="corrected"))
    import_lines(newer, old, "old")
    assert [
        (each.text, each.status, each.note, each.withdrawn) for each in find_actions(newer, Wanted(body="Parish"))
    ] == [
        (HEDGE, "done", None, False),
        (QUOTES, "open", "on the old one", True),
    ]
    import_lines(database, list(export_lines(newer)), "new")
    assert [each[1:] for each in state(database)] == [each[1:] for each in state(newer)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["{"], id="no JSON"),
        pytest.param(['{"format": "something else", "version": 1}'], id="another format"),
        pytest.param(["[]"], id="another shape"),
        pytest.param(['{"format": "minutes-register", "version": 1}', '{"minutes": {}}'], id="records that are none"),
        pytest.param(['{"format": "minutes-register", "version": 1}', "3"], id="a line of another shape"),
    ],
)
def test_what_is_no_export_is_refused_by_line(database: Database, lines: Sequence[str]) -> None:
    with pytest.raises(RegisterError, match=rf"^backup, line {len(lines)}: "):
        import_lines(database, lines, "backup")


def test_a_newer_export_is_refused(database: Database) -> None:
    with pytest.raises(RegisterError, match="newer version of minutes"):
        import_lines(database, ['{"format": "minutes-register", "version": 2}'], "backup")


def test_a_broken_export_brings_nothing(database: Database) -> None:
    other = open_memory()
    save_minutes(other, make_minutes(HEDGE))
    lines = list(export_lines(other))
    broken = json.dumps({**json.loads(lines[1]), "actions": []})
    with pytest.raises(RegisterError, match="line 3"):
        import_lines(database, [*lines, broken], "backup")
    assert list_documents(database) == []
