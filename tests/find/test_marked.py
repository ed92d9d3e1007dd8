"""Actions that the minutes mark: near misses, labels, lists, tables, margins, owners, and each task once."""

from __future__ import annotations

import pytest

from minutes_cli import extract
from minutes_cli.records import Action

HEAD = """Elmbridge Allotment Society
Minutes of the committee meeting held on Monday 3 June 2024

Present: Ann Lee (Chair), Bob Cole (BC), Dee Fox (Treasurer), Eve Gray (EG)

1. Water
"""


def marked(body: str, head: str = HEAD) -> list[Action]:
    """The explicit actions of minutes with a body under the usual head."""
    return [action for action in extract(head + body + "\n").actions if action.kind == "explicit"]


def brief(body: str, head: str = HEAD) -> list[tuple[str, tuple[str, ...]]]:
    """Text and owners of the explicit actions."""
    return [(action.text, action.owners) for action in marked(body, head)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("No further action was needed on the gate.", id="no further action"),
        pytest.param("The Climate Action Plan: the draft was received.", id="a plan"),
        pytest.param("The union balloted for industrial action: 60% were in favour.", id="industrial action"),
        pytest.param("Members called for action: the road is unsafe.", id="the ordinary word before a colon"),
        pytest.param("action-20: closed", id="a number of a tracker"),
        pytest.param("Action 4 of the Plan provides for targets.", id="an action of a plan"),
        pytest.param("The Action Group met on Friday. Action Fraud gave advice.", id="names of bodies"),
        pytest.param("ACTION: We approved the lease of the field.", id="a decision behind the label"),
        pytest.param("Action: No consensus", id="no consensus"),
        pytest.param("Action: none.", id="none"),
        pytest.param("ACTION: Motion carried unanimously.", id="a motion behind the label"),
        pytest.param("He is willing to take action on parking.", id="take action"),
        pytest.param("The Bank has yet to action the change of signatories.", id="to action, as a verb"),
        pytest.param("The AI tool was shown. AI and privacy were discussed.", id="AI, the thing"),
    ],
)
def test_no_action(body: str) -> None:
    assert marked(body) == []


def test_a_heading_of_a_board_over_motions_announces_no_tasks() -> None:
    body = """ACTION ITEMS

A. Approve minutes of May 6
Motion by Director Hale, second by Director Poe, to approve. Motion carried 5-0.
"""
    assert brief(body) == []


@pytest.mark.parametrize(
    ("body", "text", "owners"),
    [
        ("ACTION: BC to mend the tap", "BC to mend the tap", ("BC",)),
        ("Action - Treasurer to pay the bill.", "Treasurer to pay the bill.", ("Treasurer",)),
        ("Action Point 1: Chair to write to the council.", "Chair to write to the council.", ("Chair",)),
        ("AP2 - Dee to pay the invoice", "Dee to pay the invoice", ("Dee",)),
        ("Action item: Ann Lee to order seed", "Ann Lee to order seed", ("Ann Lee",)),
        ("AI: Ben to merge the branch", "Ben to merge the branch", ("Ben",)),
        ("AI(binji): open an issue", "open an issue", ("binji",)),
        ("Action (Ann): order the skip", "order the skip", ("Ann",)),
        ("**[ACTION - Dee Fox]** Dee to book the hall", "Dee to book the hall", ("Dee Fox",)),
        ("#action bob to fix the build", "bob to fix the build", ("bob",)),
        ("ACTION on Aditya to draft the charter", "Aditya to draft the charter", ("Aditya",)),
        ("GWEITHREDU / ACTION: Clerk to send a reminder", "Clerk to send a reminder", ("Clerk",)),
        ("Action: AB - ring the bank", "ring the bank", ("AB",)),
        ("Action: The parish clerk to reply", "The parish clerk to reply", ("parish clerk",)),
        ("Action: Poster to be put in the window (EG)", "Poster to be put in the window", ("EG",)),
        ("Action: Poster to be put in the window.", "Poster to be put in the window.", ()),
        ("Action: Parish Clerk arrange a meeting.", "Parish Clerk arrange a meeting.", ("Parish Clerk",)),
        ("Action: All to read the rules", "All to read the rules", ("All",)),
        ("TODO: ask for a quote", "ask for a quote", ()),
    ],
)
def test_a_label_before_the_task(body: str, text: str, owners: tuple[str, ...]) -> None:
    assert brief(body) == [(text, owners)]


@pytest.mark.parametrize(
    ("body", "text", "owners"),
    [
        (
            "In reply to a query on leaks, officers agreed to reply. Action: Assistant Director, Counter Fraud, Safety",
            "officers agreed to reply.",
            ("Assistant Director, Counter Fraud, Safety",),
        ),
        ("The tap leaks. Washers will be fitted. (Action: BC)", "Washers will be fitted.", ("BC",)),
        ("The tap leaks. A plumber will be rung. [Action: Clerk]", "A plumber will be rung.", ("Clerk",)),
        ("BC will get three quotes – ACTION BC/EG", "BC will get three quotes", ("BC", "EG")),
        ("BC will get three quotes.\nAction BC/EG", "BC will get three quotes.", ("BC", "EG")),
        ("The roof leaks. BC will look at it.\n\nAction –\nCllr Dunn", "BC will look at it.", ("Cllr Dunn",)),
        ("The roof leaks. BC will look at it.\n\n  Action by: Head of\n  Estates", "BC will look at it.",
         ("Head of Estates",)),
        ("The quotation had not come. To be chased. Action: EG", "The quotation had not come. To be chased.", ("EG",)),
        ("The bench needs painting. Handyman to action.", "The bench needs painting.", ("Handyman",)),
        ("The lamp is out. The post will be reported. Action: Scrutiny Officer/Healthwatch",
         "The post will be reported.", ("Scrutiny Officer", "Healthwatch")),
    ],
)  # fmt: skip
def test_a_label_behind_the_task(body: str, text: str, owners: tuple[str, ...]) -> None:
    assert brief(body) == [(text, owners)]


def test_several_labels_in_one_paragraph() -> None:
    body = "The lamp is out. BC to report it. Action: BC. The bin is full and EG will empty it. Action: EG"
    assert brief(body) == [("BC to report it.", ("BC",)), ("The bin is full and EG will empty it.", ("EG",))]


def test_owner_and_deadline_on_the_lines_below() -> None:
    (found,) = marked("Action: Draft the safeguarding policy\nOwner: Jane Doe\nDue: 31 May 2025\n")
    assert (found.text, found.owners) == ("Draft the safeguarding policy", ("Jane Doe",))
    assert found.due is not None and found.due.date == "2025-05-31"


def test_a_tracker_answers_with_the_day() -> None:
    body = "ACTION: Bob to update it\nCreated ACTION-44 - Update it [on Bob Cole - due 2024-06-12].\n"
    (found,) = marked(body)
    assert (found.text, found.reference) == ("Bob to update it", "ACTION-44")
    assert found.due is not None and found.due.date == "2024-06-12"


def test_several_owners_behind_one_label_are_several_tasks() -> None:
    body = "ACTION: Chair and Treasurer to meet the bank; Eve Gray to update the mandate."
    assert brief(body) == [
        ("Chair and Treasurer to meet the bank", ("Chair", "Treasurer")),
        ("Eve Gray to update the mandate.", ("Eve Gray",)),
    ]


def test_a_decision_before_the_task_is_left_out() -> None:
    body = "ACTION: This minute was approved by the meeting. Dee will let the council know."
    assert brief(body) == [("Dee will let the council know.", ("Dee",))]


def test_what_was_said_of_an_earlier_action_is_no_new_one() -> None:
    body = "Action: Number to go on the website. Update: done in May. Further Action Agreed: Clerk to ask for more."
    assert brief(body) == [("Clerk to ask for more.", ("Clerk",))]


def test_a_list_under_a_heading() -> None:
    body = """The tap leaks.

## Action items

- Bob Cole: mend the tap
- Ann to ring the plumber
    - he is away until May
- Book the room (EG)
- Order marquee – Dee
- None
"""
    assert brief(body, "# Notes of 3 June 2024\n\nPresent: Bob Cole, Ann Lee, Eve Gray (EG), Dee Fox\n\n") == [
        ("mend the tap", ("Bob Cole",)),
        ("Ann to ring the plumber", ("Ann",)),
        ("Book the room", ("EG",)),
        ("Order marquee", ("Dee",)),
    ]


def test_an_owner_over_the_list_of_what_he_or_she_owns() -> None:
    body = """## Job duties

Janet Roe
- Offer the post to Mr Vale

Linda Moss/Ray Barr
- Snow plowing contracts
"""
    assert brief(body, "# Meeting of 16 November 2020\n\n") == [
        ("Offer the post to Mr Vale", ("Janet Roe",)),
        ("Snow plowing contracts", ("Linda Moss", "Ray Barr")),
    ]


def test_check_boxes_are_open_or_done() -> None:
    found = marked(
        "- [ ] Dee to order seeds\n- [x] BC to buy paint\n☑ Write to the Mayor (EG)\n☐ Recruit a member (BC/EG)"
    )
    assert [(action.text, action.owners, action.status) for action in found] == [
        ("Dee to order seeds", ("Dee",), "open"),
        ("BC to buy paint", ("BC",), "done"),
        ("Write to the Mayor", ("EG",), "done"),
        ("Recruit a member", ("BC", "EG"), "open"),
    ]


TABLE = """
| Ref | Action | Lead | Deadline | Status |
|-----|--------|------|----------|--------|
| 12/1 | Replace the lamp | A. Green | 14 June | Open |
| 12/2 | Survey the roof | Estates Team | ASAP | Complete |
| 12/3 | None | | | |
"""


def test_a_table_of_actions() -> None:
    lamp, roof = marked(TABLE)
    assert (lamp.text, lamp.owners, lamp.reference, lamp.status) == ("Replace the lamp", ("A. Green",), "12/1", "open")
    assert lamp.due is not None and (lamp.due.text, lamp.due.date) == ("14 June", "2024-06-14")
    assert (roof.text, roof.owners, roof.status) == ("Survey the roof", ("Estates Team",), "done")
    assert roof.due is not None and (roof.due.text, roof.due.date) == ("ASAP", None)


def test_a_table_flattened_to_columns() -> None:
    body = """Item    Action                        Who          When
1.1     Clean the hall                Jo Lamb      1 July
1.2     Write to the bank             Treasurer    Next meeting
"""
    assert brief(body) == [("Clean the hall", ("Jo Lamb",)), ("Write to the bank", ("Treasurer",))]


def test_minutes_laid_out_as_a_table() -> None:
    body = """
| No | Item | Action by | Action date |
|----|------|-----------|-------------|
| 1 | The pond was low. DH to ring the water board. The ducks are well. | DH | 8/11/24 |
| 2 | Thanks were given to the hosts. | | |
"""
    (found,) = marked(body)
    assert (found.text, found.owners) == ("DH to ring the water board.", ("DH",))
    assert found.due is not None and found.due.date == "2024-11-08"


def test_an_agenda_with_leads_is_no_table_of_actions() -> None:
    assert brief("\n| Item | Lead | Time |\n|---|---|---|\n| Welcome | AB | 7pm |\n") == []


def test_a_margin_to_the_right() -> None:
    head = "Hall Trust, 14 May 2024\n\n\t\t\t\t\t\tWho\tWhen\n\n1.\tHALL\n"
    body = "1.1\tThe lock is broken. NB to fit a new lock.\tNB\tEnd June\n1.2\tThe moles were noted.\n"
    (found,) = marked(body, head)
    assert (found.text, found.owners) == ("NB to fit a new lock.", ("NB",))
    assert found.due is not None and (found.due.text, found.due.latest) == ("End June", "2024-06-30")


def test_initials_on_a_line_of_their_own_far_to_the_right() -> None:
    body = "The lease is late. BC to chase the solicitor.\n\t\t\t\tBC\nThe rest was noted.\n"
    assert brief(body) == [("BC to chase the solicitor.", ("BC",))]


def test_a_list_of_people_in_columns_is_no_margin() -> None:
    head = "Board meeting, 14 May 2024\n\nPresent:\n\nUna Brandt\tUB\tChair\nLorna Teal\tLT\tChief Nursing Officer\n\n"
    assert brief("\nMinute\tItem\tAction\n\n1\tWelcome\n\nUB welcomed all.\n", head) == []


def test_a_summary_prints_the_same_task_again() -> None:
    body = """ACTION: BC to mend the tap by 14 June.

SUMMARY OF ACTIONS

| Action | Owner | Due |
|--------|-------|-----|
| Mend the tap | Bob Cole | 14 June |
"""
    (found,) = marked(body)
    assert (found.text, found.owners) == ("BC to mend the tap by 14 June.", ("BC",))


def test_a_summary_refers_to_a_task_by_its_number() -> None:
    body = """ACTION 1: BC to put absence figures in his report.
ACTION 2: EG to visit the school.

Summary of actions

| No | Action | Who | When |
|----|--------|-----|------|
| 1 | Breakdown by group | BC | Next meeting |
"""
    first, second = marked(body)
    assert first.due is not None and first.due.text == "Next meeting"
    assert second.text == "EG to visit the school."


def test_the_marked_task_is_kept_where_the_narrative_says_the_same() -> None:
    body = (
        "It was agreed that the Clerk would write to the landowner about the fence.\n\n"
        "Action: Clerk to write to the landowner about the fence"
    )
    actions = extract(HEAD + body + "\n").actions
    assert [(action.kind, action.text) for action in actions] == [
        ("explicit", "Clerk to write to the landowner about the fence")
    ]


def test_evidence_holds_the_words_and_their_marker() -> None:
    text = HEAD + "The tap leaks. A plumber will be rung. [Action: Clerk]\n"
    (found,) = [action for action in extract(text).actions if action.kind == "explicit"]
    cut = text[found.span.start : found.span.end]
    assert found.text in cut
    assert "[Action: Clerk" in cut
