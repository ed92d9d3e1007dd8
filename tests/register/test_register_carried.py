"""Actions that later minutes print again."""

from __future__ import annotations

from itertools import permutations

import pytest

from minutes_cli.register.action import Tracked
from minutes_cli.register.database import Database, open_memory
from minutes_cli.register.documents import remove_documents
from minutes_cli.register.edits import set_status
from minutes_cli.register.save import save_minutes
from minutes_cli.register.tracked import Wanted, find_actions
from minutes_made import make_action, make_minutes

HEDGE = "write to the landowner about the overgrown hedge in Mill Lane"
QUOTES = "obtain three quotations for repairing the pavilion roof"
MONTHS = ("2024-01-09", "2024-02-13", "2024-03-12")


def listed(database: Database, wanted: Wanted | None = None) -> list[tuple[str, str | None, int]]:
    return [(each.text, each.date, each.since_meetings) for each in find_actions(database, wanted or Wanted())]


def only(actions: list[Tracked]) -> Tracked:
    (action,) = actions
    return action


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(make_action("pay invoice 12"), make_action("pay invoice 13"), id="another number"),
        pytest.param(
            make_action("write to Mr Hill about the hedge"),
            make_action("write to Mr Hall about the hedge"),
            id="another name",
        ),
        pytest.param(
            make_action("draft the report on the roof", "Ann Lee"),
            make_action("draft a report on the roof", "Ben Orr"),
            id="another owner and other words",
        ),
        pytest.param(make_action(HEDGE, status="done"), make_action(HEDGE), id="done in its own minutes"),
        pytest.param(
            make_action("obtain quotes for the roof"), make_action("obtain quotes for the path"), id="another thing"
        ),
    ],
)
def test_what_is_not_carried_forward(database: Database, earlier: object, later: object) -> None:
    save_minutes(database, make_minutes(earlier, date=MONTHS[0]))  # type: ignore[arg-type]
    save_minutes(database, make_minutes(later, date=MONTHS[1]))  # type: ignore[arg-type]
    assert [(each.since_meetings, each.remark) for each in find_actions(database, Wanted())] == [(1, None), (1, None)]


def test_other_bodies_and_undated_minutes_carry_nothing_forward(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, date=MONTHS[0]))
    save_minutes(database, make_minutes(HEDGE, date=MONTHS[1], body="Finance Committee"))
    save_minutes(database, make_minutes(HEDGE, date=None, path="c.txt"))
    save_minutes(database, make_minutes(HEDGE, date=MONTHS[1], body=None, path="d.txt"))
    assert [each.since_meetings for each in find_actions(database, Wanted())] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(make_action(HEDGE), make_action(HEDGE.upper() + "."), id="printed otherwise"),
        pytest.param(
            make_action(HEDGE), make_action(HEDGE.replace("the landowner", "landowner")), id="worded a little otherwise"
        ),
        pytest.param(make_action(HEDGE, "Clerk"), make_action(HEDGE, "Ann Lee"), id="given to another"),
        pytest.param(make_action(HEDGE, "Clerk"), make_action(HEDGE), id="without its owner"),
        pytest.param(
            make_action(HEDGE + " by 3 March", due={"text": "by 3 March"}),
            make_action(HEDGE + " by 7 April", due={"text": "by 7 April"}),
            id="with another deadline",
        ),
    ],
)
def test_what_is_carried_forward(database: Database, earlier: object, later: object) -> None:
    save_minutes(database, make_minutes(earlier, date=MONTHS[0]))  # type: ignore[arg-type]
    save_minutes(database, make_minutes(later, date=MONTHS[1]))  # type: ignore[arg-type]
    action = only(find_actions(database, Wanted()))
    assert (action.date, action.since_meetings, action.since_date) == (MONTHS[1], 2, MONTHS[0])


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_a_chain_is_the_same_in_whatever_order_minutes_are_read(order: tuple[int, ...]) -> None:
    database = open_memory()
    documents = [
        make_minutes(HEDGE, QUOTES if number == 0 else "something else", date=day) for number, day in enumerate(MONTHS)
    ]
    for number in order:
        save_minutes(database, documents[number])
    assert listed(database) == [
        (QUOTES, MONTHS[0], 1),
        (HEDGE, MONTHS[2], 3),
        ("something else", MONTHS[2], 2),
    ]


def test_earlier_entries_are_shown_when_asked_for(database: Database) -> None:
    for day in MONTHS:
        save_minutes(database, make_minutes(HEDGE, date=day))
    assert listed(database, Wanted(repeats=True)) == [(HEDGE, day, count) for count, day in enumerate(MONTHS, 1)]
    assert listed(database, Wanted(until=MONTHS[1])) == [(HEDGE, MONTHS[1], 2)]
    first = find_actions(database, Wanted(until=MONTHS[0]))[0]
    latest = only(find_actions(database, Wanted()))
    assert first.remark == f"carried forward to {MONTHS[2]} as {latest.id}"


def test_an_entry_is_not_left_out_for_a_later_one_that_was_not_asked_for(database: Database) -> None:
    save_minutes(database, make_minutes(make_action(HEDGE, "Clerk"), date=MONTHS[0]))
    save_minutes(database, make_minutes(make_action(HEDGE, "Ann Lee"), date=MONTHS[1]))
    assert listed(database, Wanted(owners=("Clerk",))) == [(HEDGE, MONTHS[0], 1)]


def test_what_later_minutes_report_as_done_is_suggested_and_stays_open(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, date=MONTHS[0]))
    save_minutes(database, make_minutes(make_action(HEDGE, status="done"), date=MONTHS[1]))
    action = only(find_actions(database, Wanted(status="open")))
    assert (action.date, action.status, action.suggested) == (MONTHS[0], "open", "done")
    assert action.remark == f"reported as done at the meeting of {MONTHS[1]}"
    assert only(find_actions(database, Wanted(status="done"))).suggested is None


def test_done_covers_the_earlier_entries_and_reopen_too(database: Database) -> None:
    for day in MONTHS:
        save_minutes(database, make_minutes(HEDGE, date=day))
    entries = find_actions(database, Wanted(repeats=True))
    (edited,) = set_status(database, [entries[1].id], "done")
    assert edited.with_it == (entries[0].id,)
    assert [each.status for each in find_actions(database, Wanted(repeats=True))] == ["done", "done", "open"]
    latest = only(find_actions(database, Wanted()))
    assert latest.remark == "was marked done before, and is in later minutes again"
    set_status(database, [latest.id], "done")
    assert find_actions(database, Wanted(status="open")) == []
    set_status(database, [latest.id], "open")
    assert [each.status for each in find_actions(database, Wanted(repeats=True))] == ["open", "open", "open"]


def test_one_entry_is_carried_forward_by_one_of_a_meeting(database: Database) -> None:
    save_minutes(database, make_minutes(HEDGE, date=MONTHS[0]))
    save_minutes(database, make_minutes(HEDGE, HEDGE, date=MONTHS[1]))
    assert [each.since_meetings for each in find_actions(database, Wanted())] == [2, 1]


def test_an_action_may_skip_some_meetings_but_not_many(database: Database) -> None:
    days = [f"2024-{month:02}-01" for month in range(1, 10)]
    save_minutes(database, make_minutes(HEDGE, QUOTES, date=days[0]))
    for day in days[1:]:
        save_minutes(
            database, make_minutes(HEDGE if day == days[6] else QUOTES if day == days[7] else "nothing", date=day)
        )
    assert [(each.date, each.since_meetings) for each in find_actions(database, Wanted(text="hedge"))] == [(days[6], 2)]
    assert [each.since_meetings for each in find_actions(database, Wanted(text="pavilion"))] == [1, 1]


def test_removing_minutes_joins_what_they_stood_between(database: Database) -> None:
    saved = [save_minutes(database, make_minutes(HEDGE, date=day)) for day in MONTHS]
    remove_documents(database, [saved[1].key])
    assert listed(database) == [(HEDGE, MONTHS[2], 2)]
    remove_documents(database, [saved[0].key])
    assert listed(database) == [(HEDGE, MONTHS[2], 1)]


def test_a_correction_that_drops_an_action_unlinks_it(database: Database) -> None:
    for day in MONTHS:
        save_minutes(database, make_minutes(HEDGE, QUOTES, date=day, path=f"{day}.txt"))
    save_minutes(database, make_minutes(QUOTES, date=MONTHS[1], path=f"{MONTHS[1]}.txt"))
    assert listed(database) == [(HEDGE, MONTHS[2], 2), (QUOTES, MONTHS[2], 3)]
