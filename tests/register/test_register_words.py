"""Owners as a person names them, and as minutes write them."""

from __future__ import annotations

import pytest

from minutes_cli.register.database import Database
from minutes_cli.register.save import save_minutes
from minutes_cli.register.tracked import Wanted, find_actions
from minutes_cli.register.words import fold_words, name_words
from minutes_made import make_action, make_minutes, make_person

FRAUD = "Assistant Director, Counter Fraud, Community Safety & Protection"


@pytest.mark.parametrize(
    ("named", "written"),
    [
        pytest.param("Assistant Director", "Director", id="fewer words than named"),
        pytest.param("Assistant Director", "Director Early Help, Assistant", id="the words in another order"),
        pytest.param("Assistant Director", "Executive Director of Assurance", id="one of the words"),
        pytest.param("Ben", "Benson", id="the beginning of a word"),
        pytest.param("son", "Benson", id="the end of a word"),
        pytest.param("John Smith", "J Smith", id="an initial is not resolved by guesswork"),
        pytest.param("A_d", "And", id="an underscore is no joker"),
        pytest.param("Clerk%", "Clerical staff", id="a percent sign is no joker"),
        pytest.param("Pat Brown", "Pat Green", id="another surname"),
    ],
)
def test_owner_that_is_not_meant(database: Database, named: str, written: str) -> None:
    save_minutes(database, make_minutes(make_action("write", written)))
    assert find_actions(database, Wanted(owners=(named,))) == []
    assert [action.owners for action in find_actions(database, Wanted(owners=(written,)))] == [(written,)]


def test_words_of_two_owners_are_no_owner(database: Database) -> None:
    save_minutes(database, make_minutes(make_action("write", "Pat Green", "Ann Brown")))
    assert find_actions(database, Wanted(owners=("Pat Brown",))) == []
    assert len(find_actions(database, Wanted(owners=("Ann Brown",)))) == 1


@pytest.mark.parametrize(
    ("named", "written"),
    [
        pytest.param("Assistant Director", FRAUD, id="a role within a longer one"),
        pytest.param("director safety", FRAUD, id="words in order with others between, in lower case"),
        pytest.param("Safety and Protection", FRAUD, id="and for an ampersand"),
        pytest.param("Smith", "Cllr. Mrs Smith", id="without honorifics"),
        pytest.param("Councillor Smith", "Cllr Smith", id="with another honorific"),
        pytest.param("the Clerk", "Clerk", id="with an article"),
        pytest.param("Chair", "The Chair", id="without an article"),
        pytest.param("O'Brien", "Siobhán O’Brien", id="with another apostrophe"),
        pytest.param("siobhan", "Siobhán O’Brien", id="without an accent"),
        pytest.param("JS", "J.S.", id="initials with dots"),
        pytest.param("Childrens Services", "Director, Children’s Services", id="without an apostrophe"),
        pytest.param("john_doe", "john_doe", id="a handle"),
        pytest.param("Madam", "Madam", id="nothing but an honorific"),
    ],
)
def test_owner_that_is_meant(database: Database, named: str, written: str) -> None:
    save_minutes(database, make_minutes(make_action("write", written), make_action("read", "Somebody Else")))
    assert [action.text for action in find_actions(database, Wanted(owners=(named,)))] == ["write"]


def test_any_of_several_owners(database: Database) -> None:
    save_minutes(
        database, make_minutes(make_action("a", "Ann"), make_action("b", "Ben"), make_action("c", "Cy", "Ann"))
    )
    assert [each.text for each in find_actions(database, Wanted(owners=("Ann", "Ben")))] == ["a", "b", "c"]
    assert [each.text for each in find_actions(database, Wanted(owners=("Cy",)))] == ["c"]


def test_name_finds_initials_and_roles_that_were_resolved(database: Database) -> None:
    people = [make_person("John Smith", id="p1", initials="JS"), make_person("Jane Doe", id="p2", role="Clerk")]
    minutes = make_minutes(
        make_action("by initials", "JS", people=("p1",)),
        make_action("by role", "The Clerk", people=("p2",)),
        make_action("not resolved", "Clerk"),
        people=people,
    )
    save_minutes(database, minutes)
    assert [each.text for each in find_actions(database, Wanted(owners=("Cllr John Smith",)))] == ["by initials"]
    assert [each.text for each in find_actions(database, Wanted(owners=("doe",)))] == ["by role"]
    assert [each.text for each in find_actions(database, Wanted(owners=("clerk",)))] == ["by role", "not resolved"]


def test_folding_keeps_words_apart() -> None:
    assert fold_words("Director,Counter-Fraud\u00a0& R\u00e9sum\u00e9s") == [
        "director",
        "counter",
        "fraud",
        "and",
        "resumes",
    ]
    assert name_words("Rt Hon Dame Ann Lee") == ("ann", "lee")
    assert name_words("...") == ()
