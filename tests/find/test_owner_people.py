"""Whom an owner's words mean: one attendee, or nobody where they could be two."""

from __future__ import annotations

import pytest

from minutes_cli.find.owner_people import OwnerPeople, name_people
from minutes_cli.records import Action, Attendee, Span
from minutes_cli.rules import load_rules

SPAN = Span(start=0, end=1, line=1)


def attendee(number: int, name: str, honorific: str | None = None, role: str | None = None, **more: str) -> Attendee:
    return Attendee(
        id=f"p{number}",
        name=name,
        honorific=honorific,
        role=role,
        initials=more.get("initials"),
        status="present",
        rule="attendee.present",
        span=SPAN,
    )


PEOPLE = [
    attendee(1, "Ann Ames", "Cllr", "Chair"),
    attendee(2, "Tom Bell", "Cllr", "Vice Chair"),
    attendee(3, "June Bell", "Mrs"),
    attendee(4, "Ida Moss", None, "Parish Clerk", initials="IM"),
    attendee(5, "Sam Pell", None, "Head of Assets"),
    attendee(6, "Ruth Dale", None, "Head of Planning"),
    attendee(7, "Robert Daly"),
    attendee(8, "k_otter"),
    attendee(9, "Gus Orr", "Mr"),
    attendee(10, "Eve Orr", "Mrs"),
    attendee(11, "Ivo Mann"),
]

MEANT = {
    "initials of the list, before those of another name": ("IM", ["p4"]),
    "initials that a name gives": ("AA", ["p1"]),
    "a handle": ("@k_otter", ["p8"]),
    "a handle made of a name": ("gorr", ["p9"]),
    "a handle of given name and initial": ("samp", ["p5"]),
    "a whole name": ("Sam Pell", ["p5"]),
    "a surname with honorific": ("Cllr Ames", ["p1"]),
    "of one surname the elected": ("Cllr Bell", ["p2"]),
    "of one surname by the honorific": ("Mrs Bell", ["p3"]),
    "a first name": ("Ruth", ["p6"]),
    "a post": ("Parish Clerk", ["p4"]),
    "a post in short": ("the Clerk", ["p4"]),
    "the chair under another name": ("Chairman", ["p1"]),
    "the vice chair": ("Vice-Chair", []),
    "a long post": ("Head of Assets", ["p5"]),
    "a name behind a post": ("Clerk Ida Moss", ["p4"]),
    "a first name with initial": ("A. Ames", ["p1"]),
    "two of one surname": ("Bell", ["p2", "p3"]),
    "two with the same initials": ("RD", ["p6", "p7"]),
    "a post that two hold in part": ("Head", ["p5", "p6"]),
    "officers": ("Officers", []),
    "everyone": ("All", []),
    "a body": ("the Police", []),
    "a stranger": ("Cllr Zander", []),
    "a stranger with a known first name": ("Tom Zander", []),
    "another honorific": ("Mr Orr", ["p9"]),
}


@pytest.mark.parametrize(("owner", "ids"), MEANT.values(), ids=MEANT.keys())
def test_whom_an_owner_means(owner: str, ids: list[str]) -> None:
    assert [person.id for person in OwnerPeople(PEOPLE, load_rules()).find(owner)] == ids


def action(*owners: str) -> Action:
    return Action(id="a1", text="Write", kind="implied", owners=owners, rule="undertaking.to", span=SPAN)


def test_people_are_named_and_owners_stay_as_written() -> None:
    (named,), issues = name_people([action("the Clerk", "RD2", "Cllr Ames")], OwnerPeople(PEOPLE, load_rules()))
    assert (named.owners, named.people, issues) == (("the Clerk", "RD2", "Cllr Ames"), ("p4", "p1"), [])


def test_nobody_is_chosen_of_two_and_an_issue_says_so() -> None:
    (named,), (issue,) = name_people([action("Cllr Ames", "RD")], OwnerPeople(PEOPLE, load_rules()))
    assert named.people == ()
    assert issue.code == "owner-ambiguous"
    assert issue.message == 'the owner "RD" of action a1 may be Ruth Dale (p6) or Robert Daly (p7)'
    assert (issue.rule, issue.span) == ("undertaking.to", SPAN)
