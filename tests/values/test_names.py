"""Names of people: what an entry of a list or a mention gives, near misses first."""

from __future__ import annotations

import pytest

from minutes_cli.rules import load_rules
from minutes_cli.text.masks import mask
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text, is_initials

NAMES = Names(load_rules())
LISTS = PeopleLists(NAMES)


def people(text: str, *, strict: bool = False) -> list[Person]:
    return LISTS.read(Text(mask(text).replace("\n", " "), text), strict=strict)


def named(text: str, *, strict: bool = False) -> list[str]:
    return [person.name for person in people(text, strict=strict)]


@pytest.mark.parametrize(
    "words",
    [
        "12 members of the public",
        "None",
        "the Clerk",
        "vacancy",
        "zodbot",
        "no apologies",
        "three residents",
        "n/a",
        "-",
    ],
)
def test_nobody_is_no_person(words: str) -> None:
    assert NAMES.read(words) is None
    assert people(words) == []


@pytest.mark.parametrize("words", ["Director of Housing", "Economic Development", "Acme Ltd", "Parish Council"])
def test_a_post_or_a_body_is_no_person(words: str) -> None:
    assert NAMES.read(words) is None


@pytest.mark.parametrize(
    ("words", "honorific", "name", "role"),
    [
        ("Cllr Mrs B Abbott (Chair)", "Cllr Mrs", "B Abbott", "Chair"),
        ("Mr. K O'Hay (Director of Service)", "Mr.", "K O'Hay", "Director of Service"),
        ("MET Police Superintendent Lois Thorpe-Vane", None, "Lois Thorpe-Vane", "MET Police Superintendent"),
        ("County Councillor Dai Pugh", None, "Dai Pugh", "County Councillor"),
        ("The Mayor (Councillor Jo Baker)", "Councillor", "Jo Baker", "Mayor"),
        ("Clerk: Ann Moor", None, "Ann Moor", "Clerk"),
        ("Ann Moor - Vice-Chair", None, "Ann Moor", "Vice-Chair"),
        ("Ann Moor Parish Clerk", None, "Ann Moor", "Parish Clerk"),
        ("Dame Ann Moor DBE", "Dame", "Ann Moor", None),
        ("Ludo van der Berg", None, "Ludo van der Berg", None),
    ],
)
def test_one_entry(words: str, honorific: str | None, name: str, role: str | None) -> None:
    person = NAMES.read(words)
    assert person is not None
    assert (person.honorific, person.name, person.role) == (honorific, name, role)


def test_brackets_tell_initials_from_bodies_and_notes() -> None:
    one, two, three = people("Rowena Pell (RP), Betty Hobb (WI), Agnes Vale (from 8pm)")
    assert (one.initials, one.organisation) == ("RP", None)
    assert (two.initials, two.organisation) == (None, "WI")
    assert (three.note, three.role, three.organisation) == ("from 8pm", None, None)


def test_initials_must_fit_the_name() -> None:
    assert is_initials("FRO", "Felix Rowe")
    assert is_initials("AWa", "Abe Wall")
    assert not is_initials("WI", "Betty Hobb")
    assert not is_initials("Chair", "Carl Hale")


def test_commas_within_a_role_end_no_person() -> None:
    assert named("Ann Moor, Director of Housing and Planning, Bea Lunn, Chief Executive") == ["Ann Moor", "Bea Lunn"]


def test_departments_behind_commas_are_no_people() -> None:
    found = people("Val Muir, Economic Development; Pam Finn, Ron Cobb, Trade & Investment")
    assert [(person.name, person.organisation) for person in found] == [
        ("Val Muir", "Economic Development"),
        ("Pam Finn", None),
        ("Ron Cobb", "Trade & Investment"),
    ]


def test_a_plural_honorific_reaches_over_the_list() -> None:
    found = people("Cllrs. Moor (Chair), Fenn, Ms. Lunn and Hale (J)")
    assert [(person.honorific, person.name) for person in found] == [
        ("Cllr", "Moor"),
        ("Cllr", "Fenn"),
        ("Ms.", "Lunn"),
        ("Cllr", "Hale (J)"),
    ]


def test_a_plural_role_reaches_to_the_next_role() -> None:
    found = people("supervisors Al Fenn, Jo Hale, and Bea Lunn, treasurer Roy Barrow, and clerk Lia Brook")
    assert [(person.name, person.role) for person in found] == [
        ("Al Fenn", "supervisor"),
        ("Jo Hale", "supervisor"),
        ("Bea Lunn", "supervisor"),
        ("Roy Barrow", "treasurer"),
        ("Lia Brook", "clerk"),
    ]


def test_two_people_may_share_a_surname() -> None:
    assert named("guests Milo and Sue Farrow, and Bob Tull") == ["Milo Farrow", "Sue Farrow", "Bob Tull"]


def test_surnames_put_first_stay_in_their_order() -> None:
    assert named("Kern, Ana (Chair)\nLund, Bo\nMarr, Cy") == ["Kern, Ana", "Lund, Bo", "Marr, Cy"]


def test_a_list_of_handles() -> None:
    assert named("pc, yj, bl") == ["pc", "yj", "bl"]
    assert named("* @akern\n* @blund (he/him)") == ["akern", "blund"]


def test_a_lost_separator_before_an_honorific() -> None:
    assert named("Sally Thorn Cllr Ted Mole (TM) - Borough Councillor") == ["Sally Thorn", "Ted Mole"]


def test_names_and_roles_broken_over_lines_are_joined() -> None:
    found = people("Cllr. Al Fenn, Cllr. Kit Shaw, Cllr. Lily May\nSharpe, Ms. M. Pen-\nTreg, (Farming), Mr. L.\nTodd")
    assert [person.name for person in found] == ["Al Fenn", "Kit Shaw", "Lily May Sharpe", "M. Pen- Treg", "L. Todd"]


def test_in_a_sentence_a_single_word_is_no_name() -> None:
    assert named("Stoke and Cllr Moss", strict=True) == ["Moss"]


def test_words_of_a_person_are_the_texts_own() -> None:
    (person,) = people("Cllr S Quigley O’Hay")
    assert person.name == "S Quigley O’Hay"
    assert "Cllr S Quigley O’Hay"[person.name_start : person.name_end] == person.name
