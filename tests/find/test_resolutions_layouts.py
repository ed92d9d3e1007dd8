"""Resolutions where minutes set motions, names, votes and results apart, and where they only jot decisions down."""

from __future__ import annotations

import pytest

from decided import only, resolutions, told, votes

NONE = {
    "what an officer approved": "The scheme above was approved by the Treasurer.",
    "still to come": "Budget to be approved.",
    "who agreed in talk": "Jo Penn agreed.",
    "the next agenda": "The following matters were agreed for the next agenda:",
    "a status in a list": "Bins survey - no report, carried over",
    "a meeting put off the floor": "The meeting was adjourned at 9 pm.",
    "officers elected elsewhere": "Members who were elected in May introduced themselves.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_is_no_resolution(text: str) -> None:
    assert told(text) == []


SET_APART = {
    "number, two names, motion, result": (
        "MOTION #2024-08\nHobday/Lisle\nTHAT the agenda be approved as sent.\n            CARRIED",
        ("carried", "Hobday", "Lisle", None),
    ),
    "number, one name": (
        "MOTION #2024-17\nLisle\nTHAT the meeting be closed at 9.21 p.m.\n            CARRIED",
        ("carried", "Lisle", None, None),
    ),
    "names on a line, score on the right": (
        (
            "COUNCIL RESOLUTION 24/031\nMoved:  Cr Hobday        Seconded:  Cr Lisle\n"
            "That Council receives the list of payments.\n                                  CARRIED 7/0"
        ),
        ("carried", "Cr Hobday", "Cr Lisle", (7, 0, None, False)),
    ),
    "lost by a score": (
        "Moved:  Cr Hobday        Seconded:  Cr Lisle\nThat the depot be allowed.\n                     LOST 2/4",
        ("lost", "Cr Hobday", "Cr Lisle", (2, 4, None, False)),
    ),
    "all on one line": (
        "RESOLUTION 1: That the accounts be adopted.   Prop: Winnie  Sec: Lottie  For 9  Against 0  Abst 1  PASSED",
        ("carried", "Winnie", "Lottie", (9, 0, 1, False)),
    ),
    "handles": (
        "Motion (kmoss, seconded rlane): merge #12 as is. Vote: 2 for, 3 against. Motion fails.",
        ("lost", "kmoss", "rlane", (2, 3, None, False)),
    ),
    "brothers and sisters": (
        "Moved Bro. Hobday, seconded Sis. Lisle that the letter be noted. Carried.",
        ("carried", "Bro. Hobday", "Sis. Lisle", None),
    ),
    "roll call by name": (
        (
            "Moved by Hobday, seconded by Lisle to approve the agenda. Roll call vote. Ayes: Hobday, Lisle, Marsh. "
            "Nays: None. Motion carried."
        ),
        ("carried", "Hobday", "Lisle", (3, 0, None, False)),
    ),
    "mover in the middle": (
        "A motion was made to adjourn by Trustee Hobday and seconded by Trustee Lisle. All voted aye.",
        ("carried", "Trustee Hobday", "Trustee Lisle", (None, None, None, True)),
    ),
    "carried that": (
        "It was proposed by Dr Hobday, seconded by Mr Lisle, and carried that fees be raised.",
        ("carried", "Dr Hobday", "Mr Lisle", None),
    ),
    "resolved that, with abbreviated titles": (
        "It was proposed by Cllr. Hobday, seconded by Cllr. Lisle and resolved that the bills be paid.",
        ("carried", "Cllr. Hobday", "Cllr. Lisle", None),
    ),
    "withdrawn": (
        "RESOLUTION 4: That each flat be allowed one cat. Lottie withdrew this as the pets policy covers it.",
        ("withdrawn", None, None, None),
    ),
    "a label that says it fell": (
        "DECISION: Not approved (2 for, 3 against)",
        ("lost", None, None, (2, 3, None, False)),
    ),
}


@pytest.mark.parametrize(("text", "details"), SET_APART.values(), ids=SET_APART.keys())
def test_motion_set_apart(text: str, details: tuple[object, ...]) -> None:
    found = only(text)

    assert (found.outcome, found.mover, found.seconder, votes(found)) == details


JOTTED = {
    "a report": ("Report accepted.", "carried"),
    "agreed by everyone": ("Agreed by everyone to offer Petra the plot.", "carried"),
    "behind a colon": ("The 8 o'clock bus would go by the mill: agreed, 8 in favour, 3 against.", "carried"),
    "put off": ("Hen keeping - put off till the A.G.M.", "deferred"),
    "a label before it": ("AGREED: defer the levy to next meeting, figures first", "deferred"),
    "left for next time": ("The question of swans was left for next time.", "deferred"),
    "a hearing continued": ("The hearing was continued to March 23 at the owner's wish.", "deferred"),
    "voted down": ("A chip stall was voted down (2 for, 7 against).", "lost"),
    "nobody objected": ("Petra suggested splitting it; no objections to that.", "carried"),
    "a numbered decision": ("DECISION D-16: Leave the app out of release 1.", "carried"),
    "an election": ("Chair - Petra Moss (nominated by Kim, seconded Jo) - elected unopposed", "carried"),
    "a subject understood": ("Approved, on the recommendation of the Panel, the new course.", "carried"),
    "a list under the body": ("The Committee:\n\n(i) Noted the report; and\n(ii) Commended the staff.", "carried"),
    "nothing but general consent": ("Officers' reports approved as submitted by General Consent.", "carried"),
}


@pytest.mark.parametrize(("text", "outcome"), JOTTED.values(), ids=JOTTED.keys())
def test_decision_jotted_down(text: str, outcome: str) -> None:
    assert only(text).outcome == outcome


def test_general_consent_names_no_mover_and_no_vote() -> None:
    found = only("Officers' reports approved as submitted by General Consent.")

    assert (found.mover, found.vote) == (None, None)


def test_amendment_that_fell_and_motion_that_stood() -> None:
    lost, carried = resolutions(
        "Moved: Member Hobday\nSeconded: Member Lisle\n\nThat grants be made as listed.\n\n"
        "An amendment was moved by Cr Marsh and seconded by Member Keld: That the grant to the band be £90.\n\n"
        "The amendment was put and LOST.\n\nThe motion was put and CARRIED, Cr Marsh voting against."
    )[::-1]

    assert (lost.outcome, lost.mover) == ("lost", "Cr Marsh")
    assert (carried.outcome, carried.mover, votes(carried)) == ("carried", "Member Hobday", (None, 1, None, False))


def test_motion_to_postpone_puts_off_what_was_moved_before() -> None:
    main, postponed = resolutions(
        "RESOLUTION NO. 20-16 - A RESOLUTION RAISING THE FEES. Moved by Hobday, seconded by Lisle to adopt. "
        "Marsh moved to postpone to April 13, Keld seconded. Ayes: Marsh, Keld, Lisle. Nays: Hobday. "
        "Motion to postpone carried."
    )

    assert (main.outcome, main.mover, main.vote) == ("deferred", "Hobday", None)
    assert (postponed.outcome, postponed.mover, votes(postponed)) == ("deferred", "Marsh", (3, 1, None, False))


def test_roll_call_between_motion_and_amendment_counts_for_each() -> None:
    motion, amendment = resolutions(
        "Motion (Councillors Hobday and Lisle)\n\nTo approve the closure.\n\n"
        "Amendment (Councillors Marsh and Keld)\n\nTo take no further action.\n\n"
        "5 members voted for the Amendment.\n\n7 members voted for the Motion.\n\n"
        "Resolved:\n\nIn accordance with the Motion."
    )

    assert (motion.outcome, motion.mover, motion.seconder, votes(motion)) == (
        "carried",
        "Hobday",
        "Lisle",
        (7, 5, None, False),
    )
    assert (amendment.outcome, amendment.mover, votes(amendment)) == ("lost", "Marsh", (5, 7, None, False))


def test_recommendation_of_officers_is_not_counted_beside_the_resolution() -> None:
    found = only(
        "OFFICER RECOMMENDATION\nThat the minutes be confirmed as a true record.\n\n"
        "COUNCIL RESOLUTION 24/001\nMoved:  Cr Hobday        Seconded:  Cr Lisle\n"
        "That the minutes be confirmed as a true record.\n                       CARRIED 6/1"
    )

    assert (found.mover, votes(found)) == ("Cr Hobday", (6, 1, None, False))


def test_what_led_up_to_a_resolution_is_none() -> None:
    found = only("RECEIVED: A paper on the bridge.\n\nRESOLVED: That the bridge be painted.")

    assert found.text == "RESOLVED: That the bridge be painted."
