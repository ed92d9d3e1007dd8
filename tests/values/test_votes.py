"""The words of a vote and the numbers that they mean."""

from __future__ import annotations

import pytest

from minutes_cli.records import Vote
from minutes_cli.rules import load_rules
from minutes_cli.values.votes import count_names, read_vote

RULES = load_rules()


def vote(text: str, *, lost: bool = False) -> tuple[int | None, int | None, int | None, bool] | None:
    found: Vote | None = read_vote(RULES, text, lost=lost)
    return None if found is None else (found.for_, found.against, found.abstain, found.unanimous)


NO_VOTE = {
    "opening hours": "The hall is open from 9 to 5.",
    "a sum": "£411.25 for the gates and £60 for the hall.",
    "an election nobody contested": "She was elected without opposition.",
    "a majority without numbers": "The motion was carried by a majority.",
    "a question whether everyone agreed": "The Chair asked if everyone was in favour of it.",
    "a number of a resolution": "Resolution No. 21-08 sets the rates.",
    "days": "The notice was up for 5 days.",
    "no objection by a council to a plan": "that the Council raises no objection to the barn",
    "numbers of minutes": "471-480) was submitted and approved as a correct record.",
    "general consent": "Approved by General Consent.",
    "who was away": "2 absent, 1 excused",
}


@pytest.mark.parametrize("text", NO_VOTE.values(), ids=NO_VOTE.keys())
def test_is_no_vote(text: str) -> None:
    assert vote(text) is None


VOTES = {
    "counts": ("7 in favour, 2 against and 1 abstention", (7, 2, 1, False)),
    "words": ("carried with five in favour and one against", (5, 1, None, False)),
    "no abstentions": ("9 votes in favour, 1 against, no abstentions", (9, 1, 0, False)),
    "to": ("agreed by 4 votes to 1, with one abstention", (4, 1, 1, False)),
    "dash": ("Motion passed 5-0", (5, 0, None, False)),
    "three numbers": ("Motion carried 7-0-1", (7, 0, 1, False)),
    "labels": ("For: 5\nAgainst: 2\nAbstentions: 1", (5, 2, 1, False)),
    "labels behind": ("Voting: 12 - For 6 - Against 1 - Abstention", (12, 6, 1, False)),
    "numbers over names": ("For (11): Cllrs Ames and Bell\nAgainst (3): Cllr Cole", (11, 3, None, False)),
    "names": ("Ayes: Ames, Bell and Cole\nNoes: Dale\nAbsent: Eden", (3, 1, None, False)),
    "nobody named": ("AYES: Ames, Bell; NOES: None", (2, 0, None, False)),
    "roll call": ("Ames - aye, Bell - aye, Cole - nay.", (2, 1, None, False)),
    "roll call with a number": ("Ames yea, Bell yea and Cole yea. Passed 4 to 1.", (4, 1, None, False)),
    "who abstained": ("There were 6 votes for it. Cllr Ames abstained.", (6, None, 1, False)),
    "unanimous": ("carried unanimously", (None, None, None, True)),
    "nem con": ("agreed nem. con.", (None, None, None, True)),
    "all in favour": ("All in favour.", (None, None, None, True)),
    "no objections": ("No objections.", (None, None, None, True)),
    "dissent but for an abstention": ("passed without dissent (Ames and Bell abstained)", (None, None, 2, False)),
    "scale": ("SF | 8\nF | 1\nN | 3\nA | 0\nSA | 1", (9, 1, None, False)),
    "numbers behind their words": ("Prop: Moss  Sec: Lane  For 9   Against 0   Abst 1   PASSED", (9, 0, 1, False)),
    "votes for and against": ("Votes for 2, votes against 3", (2, 3, None, False)),
    "numbers before voting": ("with 5 voting FOR, 8 AGAINST and 2 ABSTAINING", (5, 8, 2, False)),
    "none against": ("(8 for, none against, Petra abstained as she was new)", (8, 0, 1, False)),
    "ayes and nays in a row": ("Ayes 5, Nays 0. MC.", (5, 0, None, False)),
    "slash": ("CARRIED BY ABSOLUTE MAJORITY 5/2", (5, 2, None, False)),
    "slash and unanimous": ("CARRIED UNANIMOUSLY 7/0", (7, 0, None, True)),
    "handles": ("(+1: mkoenig, ana-p, dlow; -1: none; abstain: jtau)", (3, 0, 1, False)),
    "one against by name": ("The motion was CARRIED, Cr Dale voting against.", (None, 1, None, False)),
    "all voted aye": ("On roll call all voted aye.", (None, None, None, True)),
    "all presents": ("All presents were in favor.", (None, None, None, True)),
    "plus one": ("(+5, 0, -1)", (5, 1, None, False)),
}


@pytest.mark.parametrize(("text", "counts"), VOTES.values(), ids=VOTES.keys())
def test_vote_is_counted(text: str, counts: tuple[int | None, int | None, int | None, bool]) -> None:
    assert vote(text) == counts


def test_the_larger_number_of_a_lost_motion_is_against_it() -> None:
    assert vote("lost by 3 votes to 2", lost=True) == (2, 3, None, False)
    assert vote("not carried (2 for, 3 against)", lost=True) == (2, 3, None, False)


def test_names_are_counted_only_in_a_list_of_names() -> None:
    assert count_names("Councillors Ames, Bell, Cole and Dale") == 4
    assert count_names("none") == 0
    assert count_names("All") is None
    assert count_names("see the list that is kept by the clerk, in the office") is None
