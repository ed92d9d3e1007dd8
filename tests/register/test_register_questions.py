"""Questions to the register: filters on actions, resolutions and attendees."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_cli.records import Due, Vote
from minutes_cli.register.database import Database
from minutes_cli.register.decisions import WantedDecisions, find_decisions
from minutes_cli.register.edits import set_status, set_value
from minutes_cli.register.people import WantedPeople, count_attendance, find_people
from minutes_cli.register.save import save_minutes
from minutes_cli.register.tracked import Wanted, find_actions
from minutes_made import make_action, make_minutes, make_person, make_resolution


@pytest.fixture
def filed(database: Database) -> Database:
    save_minutes(
        database,
        make_minutes(
            make_action("mend the gate", "Clerk", due="2024-02-01", confidence=0.9),
            make_action("paint the fence", "Warden", kind="implied", confidence=0.4),
            make_action("read the meter", status="done", due="2024-01-20"),
            make_action("order 50% more gravel", due=Due(text="within a month", latest="2024-02-09")),
            body="Sandry Parish Council",
            date="2024-01-09",
            path="a.txt",
            headings=["Highways"],
        ),
    )
    save_minutes(
        database,
        make_minutes(make_action("audit the books"), body="Finance Committee", date="2024-02-13", path="b.txt"),
    )
    save_minutes(database, make_minutes(make_action("find the key"), body=None, date=None, path="c.txt"))
    return database


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"body": "parish council"}, ["mend", "paint", "read", "order"]),
        ({"body": "the Finance Committee"}, ["audit"]),
        ({"body": "council parish"}, []),
        ({"since": "2024-01-10"}, ["audit"]),
        ({"since": "2024-02-13"}, ["audit"]),
        ({"until": "2024-01-09"}, ["mend", "paint", "read", "order"]),
        ({"until": "2024-01-08"}, []),
        ({"due_before": "2024-02-01"}, ["read"]),
        ({"due_before": "2024-02-02"}, ["mend", "read"]),
        ({"due_before": "2024-02-10"}, ["mend", "read", "order"]),
        ({"overdue_on": "2024-02-01"}, []),
        ({"overdue_on": "2024-02-02"}, ["mend"]),
        ({"overdue_on": "2025-01-01"}, ["mend", "order"]),
        ({"status": "done"}, ["read"]),
        ({"status": "open"}, ["mend", "paint", "order", "audit", "find"]),
        ({"kind": "implied"}, ["paint"]),
        ({"text": "THE  gate"}, ["mend"]),
        ({"text": "meters"}, []),
        ({"text": "50%"}, ["order"]),
        ({"text": "50 more"}, ["order"]),
        ({"text": "me_er"}, []),
        ({"min_confidence": 0.5}, ["mend", "read", "order", "audit", "find"]),
        ({"min_confidence": 0.9, "kind": "explicit", "owners": ("clerk",)}, ["mend"]),
        ({"owners": ("clerk", "warden"), "status": "open", "body": "Sandry"}, ["mend", "paint"]),
        ({}, ["mend", "paint", "read", "order", "audit", "find"]),
    ],
    ids=str,
)
def test_filters(filed: Database, wanted: dict[str, Any], found: list[str]) -> None:
    assert [action.text.split()[0] for action in find_actions(filed, Wanted(**wanted))] == found


def test_filters_look_at_what_people_noted(filed: Database) -> None:
    ids = {each.text.split()[0]: each.id for each in find_actions(filed, Wanted())}
    set_status(filed, [ids["mend"]], "done")
    set_status(filed, [ids["read"]], "open")
    set_value(filed, ids["audit"], "due", "2024-01-01")
    set_value(filed, ids["paint"], "owner", "Cllr Ann Lee")
    assert [each.text.split()[0] for each in find_actions(filed, Wanted(status="done"))] == ["mend"]
    assert [each.text.split()[0] for each in find_actions(filed, Wanted(overdue_on="2024-02-01"))] == ["read", "audit"]
    assert [each.text.split()[0] for each in find_actions(filed, Wanted(owners=("Mrs Lee",)))] == ["paint"]
    assert find_actions(filed, Wanted(owners=("warden",))) == []


def test_an_action_has_everything_that_its_record_has(database: Database) -> None:
    people = [make_person("Ann Lee", id="p1")]
    action = make_action(
        "mend the gate", "AL", people=("p1",), due=Due(text="by 1 Feb", date="2024-02-01"),
        reference="AP3", confidence=0.75, section="s2",
    )  # fmt: skip
    save_minutes(database, make_minutes(action, headings=["Apologies", "Highways"], people=people))
    (found,) = find_actions(database, Wanted())
    assert (found.owners, found.people, found.due_text, found.due_date) == (
        ("AL",),
        ("Ann Lee",),
        "by 1 Feb",
        "2024-02-01",
    )
    assert (found.reference, found.confidence, found.section_number, found.section) == ("AP3", 0.75, "2", "Highways")
    assert (found.body, found.date, found.kind, found.rule, found.line) == (
        "Parish Council", "2024-01-09", "explicit", "action.label", 1,
    )  # fmt: skip


def test_resolutions(database: Database) -> None:
    vote = Vote(for_=5, against=2, abstain=0)
    save_minutes(
        database,
        make_minutes(
            resolutions=[
                make_resolution(
                    "that the gate be mended", outcome="carried", mover="Cllr Lee", vote=vote, confidence=0.9
                ),
                make_resolution(
                    "that the fence be sold", outcome="lost", mover="Ben Orr", seconder="Mrs Lee", confidence=0.2
                ),
                make_resolution("that the matter be noted"),
            ]
        ),
    )

    def found(**wanted: Any) -> list[str]:
        return [str(row["text"]).split()[2] for row in find_decisions(database, WantedDecisions(**wanted))]

    assert found() == ["gate", "fence", "matter"]
    assert found(outcome="carried") == ["gate"]
    assert found(outcome="not-stated") == ["matter"]
    assert found(mover="Mrs Lee") == ["gate"]
    assert found(mover="Mrs L") == []
    assert found(seconder="lee") == ["fence"]
    assert found(text="BE sold") == ["fence"]
    assert found(min_confidence=0.5) == ["gate", "matter"]
    assert found(body="finance") == []
    assert found(since="2024-01-10") == []
    (row,) = find_decisions(database, WantedDecisions(outcome="carried"))
    assert (row["vote_for"], row["vote_against"], row["vote_abstain"], row["unanimous"]) == (5, 2, 0, False)
    assert (row["id"], row["mover"], row["body"], row["date"]) == ("r1", "Cllr Lee", "Parish Council", "2024-01-09")


def test_attendees_and_their_record(database: Database) -> None:
    lee, orr = "Ann Lee", "Ben Orr"
    for day, people in {
        "2024-01-09": [make_person(lee, role="Chair"), make_person(orr, "apologies")],
        "2024-02-13": [make_person("ann LEE", "in_attendance"), make_person(orr, "absent")],
        "2024-03-12": [make_person(lee, "apologies"), make_person(orr)],
    }.items():
        save_minutes(database, make_minutes(date=day, people=people, path=f"{day}.txt"))
    save_minutes(database, make_minutes(date="2024-03-12", people=[make_person(orr, "participant")], path="annex.txt"))
    save_minutes(database, make_minutes(body="Finance", people=[make_person(orr)], path="f.txt"))

    def found(**wanted: Any) -> list[tuple[object, object]]:
        return [(row["name"], row["date"]) for row in find_people(database, WantedPeople(**wanted))]

    assert found(names=("Lee",)) == [(lee, "2024-01-09"), ("ann LEE", "2024-02-13"), (lee, "2024-03-12")]
    assert found(names=("Cllr Lee",), statuses=("apologies",)) == [(lee, "2024-03-12")]
    assert found(statuses=("apologies", "absent"), until="2024-02-28") == [(orr, "2024-01-09"), (orr, "2024-02-13")]
    assert found(role="chair") == [(lee, "2024-01-09")]
    assert found(names=("Le",)) == []
    counts = count_attendance(find_people(database, WantedPeople(body="Parish")))
    assert [(row["name"], row["meetings"], row["attended"], row["share"]) for row in counts] == [
        (lee, 3, 2, 0.667),
        (orr, 3, 1, 0.333),
    ]
    assert [(row["present"], row["in_attendance"], row["apologies"], row["absent"]) for row in counts] == [
        (1, 1, 1, 0),
        (1, 0, 1, 1),
    ]
    assert {(row["first"], row["last"]) for row in counts} == {("2024-01-09", "2024-03-12")}
    assert [row["body"] for row in count_attendance(find_people(database, WantedPeople(names=(orr,))))] == [
        "Finance",
        "Parish Council",
    ]
