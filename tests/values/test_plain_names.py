"""Plain names are read at once, and whatever else a word of an entry may mean keeps the entry from being read so."""

from __future__ import annotations

import pytest

from minutes_cli.rules.load import load_rules
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text


def _read(words: str, *, dashed: bool = True) -> Person | None:
    return Names(load_rules()).plain.read(Text(words, words), 0, len(words), dashed=dashed)


@pytest.mark.parametrize(
    "words",
    [
        "Moor",  # a surname alone is read by the list around it
        "Ann Moor Parish Clerk",
        "Planning Committee",
        "The Clerk",
        "From Ann Moor",
        "the Reverend Al Fenn",
        "The Reverend Al Fenn",
        "Ann Moor MBE",
        "Ann Moor (Chair, Clerk)",
        "Ann Moor (J)",
        "Trustees (Ann Moor and Bea Lunn)",
        "Moorings - Ann Moor",
        "Mr Clerk",
        "None",
    ],
)
def test_an_entry_of_other_words_is_left_to_a_closer_look(words: str) -> None:
    assert _read(words) is None


def test_no_word_for_nobody_is_a_plain_name() -> None:
    names = Names(load_rules())
    for words in sorted(names.words.nobodies):
        for written in (words, words.capitalize(), words.title()):
            assert not names.plain.is_plain(written)


@pytest.mark.parametrize("words", ["Talbot", "Two Moors", "An Fenn", "No Vole", "Minutebot"])
def test_a_plain_name_is_somebody(words: str) -> None:
    names = Names(load_rules())
    assert not (names.plain.is_plain(words) and names.is_nobody(words))


def test_marks_that_the_mask_hides_are_left_to_a_closer_look() -> None:
    names = Names(load_rules())
    assert names.plain.read(Text("Dan O'Fell", "Dan O’Fell"), 0, 10, dashed=True) is None


@pytest.mark.parametrize(
    ("words", "name", "honorific", "role"),
    [
        ("Ann Moor", "Ann Moor", None, None),
        ("  Tom R. Orr,", "Tom R. Orr", None, None),
        ("Cllr Mrs A. Fell-Lunn", "A. Fell-Lunn", "Cllr Mrs", None),
        ("Ms. Lunn (Chair)", "Lunn", "Ms.", "Chair"),
        ("Bea Lunn - Board Member", "Bea Lunn", None, "Board Member"),
    ],
)
def test_a_plain_name_is_read_with_its_title_and_one_detail(
    words: str, name: str, honorific: str | None, role: str | None
) -> None:
    person = _read(words)
    assert person is not None
    assert (person.name, person.honorific, person.role) == (name, honorific, role)
    assert words[person.name_start : person.name_end] == name


def test_what_stands_behind_a_dash_is_a_detail_only_where_told() -> None:
    assert _read("Bea Lunn - Board Member", dashed=False) is None


def test_both_titles_behind_a_dash_that_opens_an_entry_are_kept() -> None:
    words = "Al Fenn, - Cllr Mrs Orr"
    people = PeopleLists(Names(load_rules())).read(Text(words, words))
    assert [(person.name, person.honorific) for person in people] == [("Al Fenn", None), ("Orr", "Cllr Mrs")]
