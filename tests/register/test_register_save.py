"""Filing documents: what is new, what is the same, what is a corrected version."""

from __future__ import annotations

import pytest

from minutes_cli.records import Minutes
from minutes_cli.register.database import Database, open_memory
from minutes_cli.register.documents import list_documents
from minutes_cli.register.edits import log_of, set_status, set_value
from minutes_cli.register.ids import LETTERS, SHORTEST, action_digests
from minutes_cli.register.save import save_minutes
from minutes_cli.register.tracked import Wanted, find_actions
from minutes_made import make_minutes, make_resolution

HEDGE = "write to the landowner about the overgrown hedge in Mill Lane"
QUOTES = "obtain three quotations for repairing the pavilion roof"
SIGN = "order a new sign for the recreation ground"


def texts(database: Database) -> list[str]:
    return [action.text for action in find_actions(database, Wanted(repeats=True))]


def everything(database: Database) -> list[object]:
    """All rows of all tables."""
    tables = ("documents", "records", "actions", "owners", "resolutions", "attendees", "log", "marks")
    return [sorted(map(tuple, database.rows(f"SELECT * FROM minutes_{table}"))) for table in tables]


def test_next_months_minutes_in_the_same_file_are_another_document(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, date="2024-01-09", headings=["Apologies", "Finance"]))
    saved = save_minutes(database, make_minutes(QUOTES, date="2024-02-13", headings=["Apologies", "Finance"]))
    assert saved.kind == "new"
    assert texts(database) == [HEDGE, QUOTES]


def test_next_months_minutes_that_say_the_same_are_another_document(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, date="2024-01-09"))
    assert save_minutes(database, make_minutes(HEDGE, date="2024-02-09")).kind == "new"
    assert save_minutes(database, make_minutes(HEDGE, date="2024-02-16")).kind == "new"


def test_undated_minutes_of_other_content_in_the_same_file_are_another_document(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, SIGN, body=None, date=None))
    assert save_minutes(database, make_minutes(QUOTES, body=None, date=None)).kind == "new"
    assert sorted(texts(database)) == sorted([HEDGE, SIGN, QUOTES])


def test_two_items_of_one_meeting_in_two_files_are_two_documents(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, path="item7.txt", headings=["Highways"]))
    assert save_minutes(database, make_minutes(QUOTES, path="item8.txt", headings=["Buildings"])).kind == "new"
    assert len(list_documents(database)) == 2


def test_two_meetings_of_one_day_are_two_documents(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, path="a.txt", start_time="18:00"))
    assert save_minutes(database, make_minutes(HEDGE, path="b.txt", start_time="19:30")).kind == "new"
    assert len(list_documents(database)) == 2


def test_the_same_minutes_of_two_bodies_are_two_documents(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, path="a.txt", body="Parish Council"))
    assert save_minutes(database, make_minutes(HEDGE, path="b.txt", body="Finance Committee")).kind == "new"


def test_two_documents_from_a_pipe_are_two_documents(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, SIGN, path="-", body=None, date=None))
    assert save_minutes(database, make_minutes(HEDGE, QUOTES, path="-", body=None, date=None)).kind == "new"


def test_the_same_document_again_changes_nothing(database: Database) -> None:
    minutes = make_minutes(HEDGE, resolutions=[make_resolution("that it be paid")])
    assert save_minutes(database, minutes).kind == "new"
    set_status(database, [find_actions(database, Wanted())[0].id], "done")
    before = everything(database)
    assert save_minutes(database, minutes).kind == "unchanged"
    elsewhere = minutes.model_copy(update={"source": minutes.source.model_copy(update={"path": "copy/of.txt"})})
    assert save_minutes(database, elsewhere).kind == "unchanged"
    assert everything(database) == before


def test_the_same_bytes_read_better_replace_the_records(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, content="bytes"))
    key = find_actions(database, Wanted())[0].id
    set_status(database, [key], "done")
    saved = save_minutes(database, make_minutes(HEDGE, QUOTES, content="bytes"))
    assert saved.kind == "reread"
    assert [(each.text, each.status) for each in find_actions(database, Wanted())] == [
        (HEDGE, "done"),
        (QUOTES, "open"),
    ]
    assert find_actions(database, Wanted())[0].id == key


@pytest.mark.parametrize(
    "corrected",
    [
        pytest.param(make_minutes(SIGN, HEDGE, QUOTES), id="same file and meeting"),
        pytest.param(make_minutes(SIGN, HEDGE, QUOTES, path="approved.txt"), id="another file, same meeting"),
        pytest.param(make_minutes(SIGN, HEDGE, QUOTES, date="2024-01-10"), id="same file, the day corrected"),
        pytest.param(make_minutes(SIGN, HEDGE, QUOTES, date="2023-01-09"), id="same file, the year corrected"),
        pytest.param(make_minutes(SIGN, HEDGE, QUOTES, body=None), id="same file, the body not read"),
    ],
)
def test_a_corrected_version_keeps_what_people_noted(database: Database, corrected: Minutes) -> None:
    draft = make_minutes(HEDGE, QUOTES, SIGN)
    assert save_minutes(database, draft).kind == "new"
    ids = {action.text: action.id for action in find_actions(database, Wanted())}
    set_status(database, [ids[HEDGE]], "done")
    set_value(database, ids[QUOTES], "owner", "Pat Brown")
    set_value(database, ids[QUOTES], "due", "2024-03-01")
    set_value(database, ids[SIGN], "note", "supplier closed")
    saved = save_minutes(database, corrected)
    assert saved.kind == "corrected"
    assert len(list_documents(database)) == 1
    now = {action.text: action for action in find_actions(database, Wanted())}
    assert {text: action.id for text, action in now.items()} == ids
    assert now[HEDGE].status == "done"
    assert (now[QUOTES].owners, now[QUOTES].due) == (("Pat Brown",), "2024-03-01")
    assert now[SIGN].note == "supplier closed"
    assert [each.id for each in find_actions(database, Wanted(owners=("Pat Brown",)))] == [ids[QUOTES]]


def test_a_reworded_action_keeps_its_id_and_status(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, QUOTES))
    key = find_actions(database, Wanted(text="hedge"))[0].id
    set_status(database, [key], "done")
    save_minutes(database, make_minutes(HEDGE.replace("landowner", "land owner"), QUOTES))
    (action,) = find_actions(database, Wanted(text="hedge"))
    assert (action.id, action.status, action.text) == (key, "done", HEDGE.replace("landowner", "land owner"))


def test_a_new_action_never_takes_over_the_status_of_one_that_went(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, QUOTES))
    set_status(database, [find_actions(database, Wanted(text="hedge"))[0].id], "done")
    save_minutes(database, make_minutes(SIGN, QUOTES))
    assert {each.text: each.status for each in find_actions(database, Wanted()) if not each.withdrawn} == {
        SIGN: "open",
        QUOTES: "open",
    }


def test_an_action_that_went_stays_only_where_a_person_noted_something(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, QUOTES, SIGN))
    key = find_actions(database, Wanted(text="hedge"))[0].id
    set_value(database, key, "note", "spoke to them")
    save_minutes(database, make_minutes(SIGN))
    (went, stays) = sorted(find_actions(database, Wanted()), key=lambda each: each.text == SIGN)
    assert (went.id, went.note, went.withdrawn) == (key, "spoke to them", True)
    assert went.remark == "no longer in the corrected minutes"
    assert (stays.text, stays.withdrawn, stays.remark) == (SIGN, False, None)
    save_minutes(database, make_minutes(SIGN, HEDGE, content="third version"))
    (back,) = find_actions(database, Wanted(text="hedge"))
    assert (back.id, back.withdrawn, back.remark, back.note) == (key, False, None, "spoke to them")
    assert [entry["value"] for entry in log_of(database, [key])] == ["spoke to them"]


def test_a_corrected_version_replaces_the_other_records(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, resolutions=[make_resolution("that A be paid", outcome="carried")]))
    save_minutes(database, make_minutes(HEDGE, resolutions=[make_resolution("that A be paid", outcome="lost")]))
    assert [tuple(row) for row in database.rows("SELECT text, outcome FROM minutes_resolutions")] == [
        ("that A be paid", "lost")
    ]


def test_ids_are_short_and_the_same_in_every_register(database: Database) -> None:
    minutes = make_minutes(HEDGE, QUOTES, headings=["Highways"])
    other = open_memory()
    save_minutes(other, make_minutes(SIGN, date="2023-01-01", path="other.txt"))
    for each in (database, other):
        save_minutes(each, minutes)
    ids = [action.id for action in find_actions(database, Wanted())]
    assert ids == [action.id for action in find_actions(other, Wanted(since="2024-01-01"))]
    assert all(len(key) == SHORTEST and set(key) <= set(LETTERS) for key in ids)


def test_ids_depend_on_what_is_said_and_where_but_not_on_how_it_is_printed() -> None:
    def ids(*actions: str, **fields: str) -> list[str]:
        return action_digests(make_minutes(*actions, **fields))  # type: ignore[arg-type]

    assert ids("Write  to\nthe owner.") == ids("write to the owner", path="elsewhere.txt")
    assert ids(QUOTES, HEDGE)[1] == ids(HEDGE)[0]
    assert ids(HEDGE) != ids(QUOTES)
    assert ids(HEDGE) != ids(HEDGE, date="2024-01-10")
    assert ids(HEDGE) != ids(HEDGE, body="Finance Committee")
    assert len(set(ids(HEDGE, HEDGE, HEDGE))) == 3


def test_ids_that_begin_alike_are_longer(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def alike(minutes: Minutes) -> list[str]:
        return ["aaaaaaa" + action.text[0] * 44 for action in minutes.actions]

    monkeypatch.setattr("minutes_cli.register.save.action_digests", alike)
    save_minutes(database, make_minutes("b", "c"))
    save_minutes(database, make_minutes("d", date="2024-02-13"))
    assert [each.id for each in find_actions(database, Wanted())] == ["aaaaaaa", "aaaaaaac", "aaaaaaad"]


def test_versions_beside_each_other(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, QUOTES, path="draft.txt"), versions=False)
    save_minutes(database, make_minutes(HEDGE, SIGN, path="final.txt"), versions=False)
    assert [each.path for each in list_documents(database)] == ["draft.txt", "final.txt"]
