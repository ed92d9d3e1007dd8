"""Owners as written: whether words are one, and how several are parted."""

from __future__ import annotations

import pytest

from minutes_cli.find.owners import Owners
from minutes_cli.find.roster import Roster
from minutes_cli.rules import load_rules

ROSTER = Roster(frozenset({"jane", "lamb"}), frozenset({"JL"}), frozenset({"binji"}))


@pytest.fixture(scope="module")
def owners() -> Owners:
    return Owners(load_rules(), ROSTER)


@pytest.mark.parametrize(
    "words",
    [
        "None",
        "No consensus",
        "Noted",
        "by 3 March",
        "Poster to be displayed",
        "Write to Highways",
        "the",
        "jane doe's dog",
    ],
)
def test_no_owner(owners: Owners, words: str) -> None:
    assert not owners.is_owner(words)


@pytest.mark.parametrize(
    ("words", "parted"),
    [
        ("Assistant Director, Counter Fraud, Community Safety & Protection",
         ("Assistant Director, Counter Fraud, Community Safety & Protection",)),
        ("Director of Nursing, Tarn Valley Hospitals NHS Trust",
         ("Director of Nursing, Tarn Valley Hospitals NHS Trust",)),
        ("Head of Housing and Communities", ("Head of Housing and Communities",)),
        ("Climate Action Officer", ("Climate Action Officer",)),
        ("Jane Doe, Director of Finance", ("Jane Doe, Director of Finance",)),
        ("Clerk/RFO", ("Clerk/RFO",)),
        ("the Clerk", ("Clerk",)),
        ("All", ("All",)),
        ("MT/NB", ("MT", "NB")),
        ("CA, JH", ("CA", "JH")),
        ("CAS & RP", ("CAS", "RP")),
        ("Cllr Wishart, C Laing", ("Cllr Wishart", "C Laing")),
        ("Clerk and County Cllr Haddow", ("Clerk", "County Cllr Haddow")),
        ("Scrutiny Officer/Healthwatch", ("Scrutiny Officer", "Healthwatch")),
        ("Jane Doe, John Roe and Ann Lee", ("Jane Doe", "John Roe", "Ann Lee")),
        ("Director of Finance and Head of Legal", ("Director of Finance", "Head of Legal")),
        ("@jo, @al", ("jo", "al")),
        ("binji and titzer", ("binji", "titzer")),
    ],
)  # fmt: skip
def test_parted(owners: Owners, words: str, parted: tuple[str, ...]) -> None:
    assert owners.split(words) == parted
