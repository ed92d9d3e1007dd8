"""Marked actions in layouts that stand apart from the usual label: handles, brackets, nested lists, columns, bots."""

from __future__ import annotations

import pytest

from minutes_cli import extract
from minutes_cli.records import Action

HEAD = """Elmbridge Allotment Society
Minutes of the committee meeting held on Monday 3 June 2024

Present: Ann Lee (Chair), Bob Cole (BC), Dee Fox (Treasurer), Eve Gray (EG)

1. Water

"""


def marked(body: str) -> list[Action]:
    return [action for action in extract(HEAD + body + "\n").actions if action.kind == "explicit"]


def brief(body: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(action.text, action.owners, action.status) for action in marked(body)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("ACTIONS TO BE TAKEN\n\nThe list was read.", id="a title of a list"),
        pytest.param("Write to the shop at @fenfield: it opens at nine.", id="a handle within a sentence"),
        pytest.param("Useful commands: #action #agreed #info", id="a list of tags"),
        pytest.param("Pay policy - agreed\n\nAction: EG", id="a label under what was agreed"),
        pytest.param("The National Action (UK) leaflet was shown.", id="the word before a bracket"),
    ],
)
def test_near_misses(body: str) -> None:
    assert brief(body) == []


def test_a_department_on_two_lines_is_one_owner() -> None:
    body = (
        "The board asked that tenants see it.\n\n" + " " * 60 + "Action: Director of Homes\n" + " " * 60 + "and Gardens"
    )
    assert [action.owners for action in marked(body)] == [("Director of Homes and Gardens",)]


def test_an_owner_in_brackets_behind_a_bold_label() -> None:
    body = "- Hoses\n  - **Action** (Eve): Order two hoses (done at the meeting).\n  - **Action** (Bob): Fit a tap."
    assert brief(body) == [("Order two hoses", ("Eve",), "done"), ("Fit a tap.", ("Bob",), "open")]


def test_a_label_with_an_owner_and_nothing_else_marks_the_task_that_it_is_nested_in() -> None:
    body = "- Sweep the yard before the fair.\n  - Not yet done.\n  - **Action** (Bob)."
    assert brief(body) == [("Sweep the yard before the fair.", ("Bob",), "open")]


def test_a_list_nested_in_a_label_holds_its_tasks() -> None:
    body = "- Pump\n  - Action (Eve):\n    - ask the mill about parts.\n    - move the pump indoors."
    assert brief(body) == [
        ("ask the mill about parts.", ("Eve",), "open"),
        ("move the pump indoors.", ("Eve",), "open"),
    ]


def test_a_label_below_marks_the_sentence_that_names_its_owner() -> None:
    body = "EG will ask the mill for a price. Bob thanked Eve for her patience.\n**ACTION: EG**"
    assert brief(body) == [("EG will ask the mill for a price.", ("EG",), "open")]


def test_a_label_below_marks_the_last_sentence_where_that_is_a_task() -> None:
    body = "The pump was looked at. Parts to be ordered this week.\n**ACTION: EG**"
    assert brief(body) == [("Parts to be ordered this week.", ("EG",), "open")]


def test_initials_and_a_date_stand_apart() -> None:
    (action,) = marked("The costs were noted. Eve to send the sums.\n\n" + " " * 40 + "Action: EG 11 October")
    assert (action.text, action.owners) == ("Eve to send the sums.", ("EG",))
    assert action.due is not None
    assert action.due.date == "2024-10-11"


def test_a_handle_that_opens_a_line() -> None:
    assert brief("No report was sent.\n\n@Eve: chase the report") == [("chase the report", ("Eve",), "open")]


def test_a_tag_with_a_handle_in_the_line() -> None:
    assert brief("Eve has done it before. TODO @eve: sign up again") == [("sign up again", ("eve",), "open")]


def test_two_handles_at_the_head_of_an_entry() -> None:
    body = "## Action items\n\n- [ ] @bob and @eve: mend the pump"
    assert brief(body) == [("mend the pump", ("bob", "eve"), "open")]


def test_the_status_below_an_entry_is_no_entry() -> None:
    head = "## Review outstanding action items\n\n"
    body = head + "* Bob: mend the pump\n      Status: Done.\n\n* Eve: ask the mill\n      Status: open."
    assert brief(body) == [("mend the pump", ("Bob",), "done"), ("ask the mill", ("Eve",), "open")]


def test_a_nameless_column_of_tasks() -> None:
    body = (
        "| ITEM |  | BY WHOM | BY WHEN |\n|---|---|---|---|\n| 4/24 | Sums to be on the agenda | EG | 01/07/2024 |\n"
        "| 5/24 | Mend the pump in the yard | BC | asap |"
    )
    found = [(action.text, action.owners, action.reference) for action in marked(body)]
    assert found == [
        ("Sums to be on the agenda", ("EG",), "4/24"),
        ("Mend the pump in the yard", ("BC",), "5/24"),
    ]


def test_columns_of_who_what_and_by() -> None:
    body = (
        "ACTION TABLE\nRef     Who     What                                By\n"
        "4/1     EG      Price of parts to the committee     09/07/24\n"
        "4/2     BC      Note about the tap to all plots     this weekend\n"
    )
    found = [(a.text, a.owners, a.due.text if a.due else None) for a in marked(body)]
    assert found == [
        ("Price of parts to the committee", ("EG",), "09/07/24"),
        ("Note about the tap to all plots", ("BC",), "this weekend"),
    ]


def test_entries_of_one_list_stay_apart_however_alike() -> None:
    body = "## Actions\n\n- EG: Pay policy to go on the June agenda\n- EG: Lift policy to go on the June agenda"
    assert [action.text for action in marked(body)] == [
        "Pay policy to go on the June agenda",
        "Lift policy to go on the June agenda",
    ]


def test_speech_under_a_heading_is_no_list_of_tasks() -> None:
    said = "\n\n".join(f"Eve: Point {n} is plain." for n in range(1, 5))
    body = (
        f"{said}\n\n## 8. Next steps\n\nBob: Thinks that it may rain.\n\nEve: Asks who knows.\n\nBob: will ask the mill"
    )
    assert brief(body) == [("will ask the mill", ("Bob",), "open")]


def test_a_sentence_on_old_actions_is_no_entry() -> None:
    body = "## Action tracker\n\n- The tracker was reviewed. The pump had been mended.\n- EG: order a tap"
    assert brief(body) == [("order a tap", ("EG",), "open")]


def test_what_a_bot_was_told_to_take_back() -> None:
    body = (
        "16:07:40 <bob> #action eve to post the list\n16:07:58 <bob> #undo\n"
        "16:07:58 <bot> Removing item from minutes: ACTION by bob at 16:07:40 : eve to post the list\n"
        "16:08:09 <bob> #action eve to post the list and the map\n"
    )
    found = [a.text for a in extract(body).actions if a.kind == "explicit"]
    assert found == ["eve to post the list and the map"]


def test_the_narrative_is_told_once_with_the_list_at_the_end() -> None:
    body = "Eve didn't know, she will ring the broker and tell all.\n\nThings to do:\n* Eve - ring broker re cover"
    assert [(a.kind, a.text, a.owners) for a in extract(HEAD + body + "\n").actions] == [
        ("explicit", "ring broker re cover", ("Eve",))
    ]


def test_a_column_headed_action_that_holds_initials_marks_the_tasks_beside_them() -> None:
    body = (
        "| Item | Discussion | Action |\n|---|---|---|\n| 1. Gate | The gate sticks. | |\n"
        "| 2. Rota | Members liked the rota. BC to print it for the shed. | BC |\n"
        "| 3. Hose | The hose had burst. EG to buy a new one. | EG |\n"
    )
    assert brief(body) == [
        ("BC to print it for the shed.", ("BC",), "open"),
        ("EG to buy a new one.", ("EG",), "open"),
    ]


def test_tasks_set_apart_by_white_space() -> None:
    body = """2. Review of action items

  24-02  Cole      Publish the errata on the web site
  24-03  Gray      Provide the sample records     30 June 2024
"""
    found = marked(body)
    assert [(action.owners, action.text) for action in found] == [
        (("Cole",), "Publish the errata on the web site"),
        (("Gray",), "Provide the sample records"),
    ]
    assert found[1].due is not None and str(found[1].due.date) == "2024-06-30"


def test_schedule_of_actions_with_officers() -> None:
    body = """2. ACTION SCHEDULE

Item           Action required                  Officer     Status
Slipway        Obtain a price for new planks    B Cole      Due by 30 June
Toilets        Replace the broken window        D Fox       Completed
"""
    assert brief(body) == [
        ("Obtain a price for new planks", ("B Cole",), "open"),
        ("Replace the broken window", ("D Fox",), "done"),
    ]
    assert marked(body)[0].due is not None


def test_handles_joined_by_a_plus() -> None:
    assert brief("## Next steps\n\n- @bcole + @evegray: triage the open reports\n") == [
        ("triage the open reports", ("bcole", "evegray"), "open")
    ]
