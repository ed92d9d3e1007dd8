"""Resolutions: what the meeting decided, and sentences that only look like it."""

from __future__ import annotations

import pytest

from decided import only, resolutions, told
from minutes_cli import extract

NONE = {
    "one person's agreement": "Cllr Bell agreed that this was an omission.",
    "an undertaking": "Mr Hill agreed to mend the gate.",
    "an outside body's agreement": "The company agreed to repaint the doors.",
    "a bare task": "It was agreed that the Clerk would write to the county.",
    "a task for two": "It was agreed Cllr Bell and the Clerk should meet the contractor.",
    "an earlier meeting": "It had been agreed in May to wait.",
    "another body, told": "The Chair said that the school resolved to close the gate.",
    "another body, quoted": 'A letter was read ("it was agreed unanimously that the application be opposed").',
    "what the county approved": "The house was approved by the county on 17 January.",
    "the agenda": "To approve the minutes of 5 February as a correct record.",
    "a recommendation still to be taken": "The report recommends that the Council approve the plan.",
    "a signature": "Signed as a true record ........................ Date ............",
    "a noun": "Agreed minutes need to be sent out.",
    "a date of approval": "Approved: 03/19/2024",
    "talk": "Cllr Lee proposed that the hedge might be cut.",
    "housekeeping": "The meeting was adjourned at 9 pm.",
    "what was noted in passing": "It was noted that few had come.",
    "a report withdrawn": "The item was withdrawn from the agenda.",
    "a matter resolved": "The leak has been resolved.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_is_no_resolution(text: str) -> None:
    assert told(text) == []


DECISIONS = {
    "label": "RESOLVED: That the report be noted.",
    "capitals within": "After discussion it was RESOLVED to object.",
    "agreed": "It was agreed that the bench be mended.",
    "joint undertaking": "It was agreed that we would write to the county.",
    "not to": "The Council agreed not to renew the lease.",
    "members": "Members unanimously resolved to object.",
    "true record": "The minutes of 5 February were approved as a correct record and signed.",
    "elliptical": "Agreed as a true record.",
    "passive": "The accounts for the year were considered and approved.",
    "election": "Cllr Ames was elected Chair for the year.",
    "co-option": "Sue Day was co-opted on to the council.",
    "noting closes the item": "The Council noted the report.",
    "appointment by agreement": "It was agreed that Mrs Day be appointed as auditor.",
    "motion passed to": "Motion passed to allow two days of notice.",
    "declared": "There being no objection, the Chair declared the agenda adopted.",
}


@pytest.mark.parametrize("text", DECISIONS.values(), ids=DECISIONS.keys())
def test_is_carried(text: str) -> None:
    found = only(text)
    assert (found.text, found.outcome) == (text, "carried")


OUTCOMES = {
    "not agreed": ("The transfer was NOT AGREED.", "lost"),
    "lost": ("A proposal by Cllr Lee to give £500 was lost by 3 votes to 2.", "lost"),
    "no second": ("Cllr Lee moved to sell the field. There was no seconder.", "lost"),
    "put off": ("It was agreed to defer the decision until May.", "deferred"),
    "held over": ("Adoption held over to April.", "deferred"),
    "to be deferred": ("RESOLVED: That the sale be deferred to allow further talks.", "deferred"),
    "tabled": ("Cllr Lee moved to table the request. Cllr Bell seconded. Motion carried.", "deferred"),
    "withdrawn": ("Cllr Lee moved to sell the field. Cllr Lee withdrew her motion.", "withdrawn"),
    "not stated": ("Cllr Lee proposed the accounts, seconded by Cllr Bell.", None),
}


@pytest.mark.parametrize(("text", "outcome"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_outcome(text: str, outcome: str | None) -> None:
    assert only(text).outcome == outcome


def test_motion_runs_from_its_words_to_the_result() -> None:
    text = """\
President Marsh moved to approve the new agreement.
Vice President Roe seconded the motion.
Motion carried with the following votes: Marsh - aye, Roe - aye, Page - nay."""
    found = only(text)
    assert found.text == " ".join(text.split("\n"))
    assert (found.mover, found.seconder, found.outcome) == ("President Marsh", "Vice President Roe", "carried")
    assert found.vote is not None
    assert (found.vote.for_, found.vote.against, found.vote.unanimous) == (2, 1, False)


def test_discussion_between_motion_and_result_stays_out_of_the_text_but_in_the_span() -> None:
    text = "Cllr Lee moved that the fee be halved. Cllr Bell asked what it would cost. The motion was carried."
    found = only(text)
    assert found.text == "Cllr Lee moved that the fee be halved. The motion was carried."
    assert (found.outcome, found.span.end - found.span.start) == ("carried", len(text))


def test_resolution_takes_over_mover_seconder_and_recorded_vote() -> None:
    found = only(
        "It was proposed by Cllr Lee and seconded by Cllr Bell that the Plan be adopted.\n\n"
        "For (11): Cllrs Ames and Lee\n\nAgainst (3): Cllr Cole\n\nAbstentions (2): Cllr Dale\n\n"
        "RESOLVED:\n\nThat the Plan be adopted."
    )
    assert found.text == "RESOLVED: That the Plan be adopted."
    assert (found.mover, found.seconder) == ("Cllr Lee", "Cllr Bell")
    assert found.vote is not None
    assert (found.vote.for_, found.vote.against, found.vote.abstain) == (11, 3, 2)


def test_amendment_is_told_apart_from_the_motion() -> None:
    carried, lost = resolutions(
        "It was moved by Cllr Lee, seconded by Cllr Bell, that the budget be approved.\n\n"
        "An amendment was moved by Cllr Cole and seconded by Cllr Dale that the fee be cut. "
        "Upon being put to the vote the amendment was LOST.\n\n"
        "RESOLVED: That the budget be approved."
    )
    assert (lost.outcome, lost.mover, lost.seconder) == ("lost", "Cllr Cole", "Cllr Dale")
    assert (carried.outcome, carried.mover, carried.seconder) == ("carried", "Cllr Lee", "Cllr Bell")


def test_nomination_that_won_gives_the_mover() -> None:
    found = only(
        "Cllr Ann Ames was proposed by Cllr Lee and seconded by Cllr Bell. "
        "Cllr Cole was proposed by Cllr Dale and seconded by Cllr Eden.\n\n"
        "RESOLVED: That Cllr Ann Ames be elected Chair."
    )
    assert (found.mover, found.seconder) == ("Cllr Lee", "Cllr Bell")


NAMED = {
    "in brackets": "It was resolved that the accounts be approved (RS/FI).",
    "labels": "Proposed RS, seconded FI, that the accounts be approved. Carried.",
    "behind": "The accounts were approved. Proposed RS, seconded FI.",
    "abbreviated": "Resolved to approve the accounts (prop. RS, sec. FI, all in favour).",
    "on the proposal": "On the proposal of RS, seconded by FI, it was agreed that the accounts be approved.",
    "lines": "Motion: To approve the accounts\nMover: RS\nSeconder: FI\nResult: CARRIED",
    "lines before": "Moved by RS\nSeconded by FI\nTHAT the accounts be approved.\nCARRIED",
    "M/S/C": "M/S/C (RS/FI) to approve the accounts.",
    "bullets": "- Approve the accounts\n  - moved: RS\n  - seconded: FI\n  - passed",
    "this was": "The accounts should be approved. This was proposed by RS and seconded by FI, and agreed.",
}


@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED.keys())
def test_mover_and_seconder(text: str) -> None:
    found = only(text)
    assert (found.mover, found.seconder, found.outcome) == ("RS", "FI", "carried")
    assert "accounts" in found.text


def test_clauses_keep_their_numbers() -> None:
    found = only("RESOLVED -\n\n(1) That the report be noted;\n\n(2) That the Clerk write to the county.")
    assert [(clause.number, clause.text) for clause in found.clauses] == [
        ("(1)", "That the report be noted;"),
        ("(2)", "That the Clerk write to the county."),
    ]
    assert found.text.endswith("(2) That the Clerk write to the county.")


def test_clauses_within_a_paragraph() -> None:
    found = only("Resolved: (a) to note the report; (b) to thank the Treasurer.")
    assert [clause.number for clause in found.clauses] == ["(a)", "(b)"]


def test_list_of_what_the_body_noted_and_agreed_is_one_record() -> None:
    found = only("The Council:\n\n(a) NOTED the report; and\n\n(b) AGREED that the fee be cut.")
    assert [clause.number for clause in found.clauses] == ["(a)", "(b)"]


def test_pronoun_takes_in_the_sentence_before() -> None:
    assert only("Cllr Lee suggested the Old Hall. This was agreed by the members.").text == (
        "Cllr Lee suggested the Old Hall. This was agreed by the members."
    )


def test_number_of_a_resolution_is_its_reference() -> None:
    found = only("Moved by Ann Lee\nSeconded by Tom Bell\nResolution No. 2024-015\nTHAT the plan be adopted.\nCARRIED")
    assert (found.reference, found.mover, found.outcome) == ("2024-015", "Ann Lee", "carried")


def test_entries_under_a_heading_of_decisions() -> None:
    text = "# Club\n\n## Decisions\n\n- The site moves to the new host.\n- The fee stays at £20.\n"
    assert [found.text for found in extract(text).resolutions] == [
        "The site moves to the new host.",
        "The fee stays at £20.",
    ]


def test_heading_that_approves_its_list_is_one_decision() -> None:
    (found,) = extract("# Board\n\n## Grants approved\n\n- North: £5\n- South: £6\n").resolutions
    assert found.text == "Grants approved - North: £5 - South: £6"


def test_heading_of_a_vote_with_its_table() -> None:
    table = "| SF | 8 |\n|----|---|\n| F | 2 |\n| A | 1 |\n| SA | 0 |\n"
    text = f"# Group\n\n### Vote: move to Phase 3\n\n{table}\nThe vote passes.\n"
    (found,) = extract(text).resolutions
    assert (found.text, found.outcome) == ("move to Phase 3", "carried")
    assert found.vote is not None
    assert (found.vote.for_, found.vote.against) == (10, 1)


def test_table_of_motions_gives_a_record_a_row() -> None:
    text = """\
| Motion | Moved | Seconded | Result |
|---|---|---|---|
| Approve the minutes | J. Cole | P. Diaz | Carried |
| Buy a mower | P. Diaz | R. Eng | Lost 2-3 |
"""
    first, second = resolutions(text)
    assert (first.text, first.mover, first.seconder, first.outcome) == (
        "Approve the minutes",
        "J. Cole",
        "P. Diaz",
        "carried",
    )
    assert (second.outcome, second.vote and second.vote.against) == ("lost", 3)


def test_decision_printed_again_under_minutes_is_one_record() -> None:
    found = only(
        "Decision:\n\nThat the report on roads be noted.\n\n"
        "Minutes:\n\nMr Hill spoke.\n\nRESOLVED: That the report on roads be noted."
    )
    assert found.text == "RESOLVED: That the report on roads be noted."


def test_decision_label_that_restates_the_motion_is_no_second_record() -> None:
    found = only(
        "It was proposed by Cllr Lee, seconded by Cllr Bell, to bid for a dropped kerb, all in favour. "
        "DECISION: To bid for the kerb."
    )
    assert found.rule.startswith("motion.")


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: publish the draft",
        "RESOLUTION: publish the draft",
        "#agreed publish the draft",
        "AGREED: publish the draft",
    ],
)
def test_lines_of_a_chat(text: str) -> None:
    assert [found.text for found in extract(f"<ann> hello\n<tom> {text}\n").resolutions] == [text]
