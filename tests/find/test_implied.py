"""Tasks that the narrative gives, and sentences that look like it and give none."""

from __future__ import annotations

import pytest

from minutes_cli import extract
from minutes_cli.records import Action

HEAD = """\
Nether Poppleby Parish Council
Minutes of the meeting held on 4 March 2024

Present: Cllr Ann Ames (Chair), Cllr Tom Bell, Cllr Mrs June Lee, Ruth Dale (RD)
In attendance: Ida Moss (Clerk), Sam Pell (Head of Assets)

5. Matters arising

"""


def implied(text: str) -> list[Action]:
    return [action for action in extract(HEAD + text + "\n").actions if action.kind == "implied"]


NO_TASK = {
    "a verb that looks like an owner": "Ruth Dale, RD elected to continue in this post.",
    "a feeling": "Cllr Bell feels the Clerk will give guidance.",
    "what outsiders can expect": "Cllr Bell said no, but individuals will be asked to help.",
    "a list in a sentence": "The Council will still receive the check lists, sheets, etc. to be reviewed.",
    "what was promised": "Audit points - promised to be completed this year.",
    "what another body decided": "The Synod had resolved to ask every parish to help.",
    "what goes on as always": "Rates: budget to be issued in June as always.",
    "the board's own step": "THAT the Board open a class in May.",
    "roads as an outside body": "County Roads will advise the Council in due course.",
    "what was done": "The Clerk reported that she had written to the landowner.",
    "a meeting to come": "The Council will meet again on 3 May.",
    "an outside body's plan": "Highways will repair the potholes in the spring.",
    "a contractor's plan": "The works will start in May and will be finished by August.",
    "a recollection": "Members will recall that the bench was given by the Lee family.",
    "a question": "Will Cllr Bell write to the school?",
    "a question told": "Cllr Bell asked whether the Clerk would write to the school.",
    "a wish": "Cllr Bell would like the Clerk to write to the school.",
    "a hope": "Cllr Bell hoped that the Clerk would write to the school.",
    "a suggestion": "Cllr Bell suggested that the Clerk would write to the school.",
    "a confirmation": "Officers confirmed that the scheme would be reviewed every year.",
    "what was agreed before": "It was agreed at the last meeting that the Clerk would write to the school.",
    "what had been agreed": "The Clerk had agreed to write to the school.",
    "a refusal": "It was agreed not to write to the school.",
    "a denial": "The Clerk did not agree to write to the school.",
    "an approval": "It was agreed to approve the accounts.",
    "a payment": "It was agreed to pay the invoice of £40.",
    "advice to residents": "Residents were asked to keep dogs on leads.",
    "members asked at the meeting": "The Chair asked members to declare any interests.",
    "an answer given at the meeting": "The Clerk was asked to explain the overspend.",
    "reading out": "The Chair asked the Clerk to read the letter.",
    "a delegation": "RESOLVED that the Clerk be authorised to sign the lease.",
    "an appointment": "RESOLVED that Cllr Bell be appointed to the Finance Committee.",
    "another body's words": 'The county\'s reply said: "the Clerk will write to the school".',
    "a condition": "The Chair said that if the school wrote again the Clerk would reply.",
    "a heading of a post": "Assistant to the Clerk",
    "taking place": "The Chair said that the fair will take place on the green.",
    "the future in general": "The new path will be open to all.",
    "a motion": "Motion by Cllr Bell to approve the minutes.",
    "thanks": "The Chair thanked the Clerk for agreeing to write to the school.",
    "a motion that was lost": "Cllr Bell moved that the Clerk write to the bishop. The motion was lost.",
    "joining a committee": "Cllr Bell was asked to join the committee.",
    "a contractor": "The contractor will install the gate in May.",
    "authority": "The Board authorized the Clerk to sign the contract.",
    "no objection": "Resolved to raise no objection to the application.",
    "leaving the room": "The Chair asked Cllr Bell to leave the room.",
    "an outside letter": "A letter was received from a resident asking to use the hall.",
}


@pytest.mark.parametrize("sentence", NO_TASK.values(), ids=NO_TASK.keys())
def test_no_task(sentence: str) -> None:
    assert [(action.rule, action.text) for action in implied(sentence)] == []


TASKS: dict[str, tuple[str, tuple[str, ...]]] = {
    "agreed to": ("Cllr Bell agreed to contact the school.", ("Cllr Bell",)),
    "has kindly offered to": ("Cllr Mrs Lee has kindly offered to paint the bench.", ("Cllr Mrs Lee",)),
    "undertook to": ("The Head of Assets undertook to circulate the plan.", ("Head of Assets",)),
    "promised to": ("The Chair promised to raise this with the bishop.", ("Chair",)),
    "an outside body at the meeting undertook": ("The Police also undertook to share the figures.", ("Police",)),
    "volunteered": ("Ruth volunteered to draft a reply.", ("Ruth",)),
    "initials will": ("RD will book the hall for June.", ("RD",)),
    "a surname will": ("Cllr Bell will check the lights.", ("Cllr Bell",)),
    "two will": ("Cllrs Ames and Bell will inspect the play area.", ("Cllrs Ames", "Bell")),
    "a person in no list": ("Dr. Ngozi Obi stated she would send the report.", ("Dr. Ngozi Obi",)),
    "said he would": ("Cllr Bell said that he would speak to the owner.", ("Cllr Bell",)),
    "who would": ("The signs are now with Cllr Bell who would put them up.", ("Cllr Bell",)),
    "but will": ("Cllr Bell is unsure of the cost but will research it.", ("Cllr Bell",)),
    "telegraph style": ("Clerk to write to the landowner.", ("Clerk",)),
    "telegraph style behind a remark": ("The bin is broken: Clerk to report it.", ("Clerk",)),
    "two in telegraph style": ("RD and the Clerk to meet the contractor.", ("RD", "Clerk")),
    "all to": ("All to send comments to the Clerk by Friday.", ("All",)),
    "is to": ("The Clerk is to contact the owners.", ("Clerk",)),
    "was instructed": ("The Clerk was instructed to obtain three quotes.", ("Clerk",)),
    "is to be asked": ("The Clerk is to be asked to order a new bin.", ("Clerk",)),
    "officers were requested": ("Officers were requested to provide the figures.", ("Officers",)),
    "directed staff": ("The Board directed staff to return with a draft.", ("staff",)),
    "asked for the clerk to": ("The Council asked for the Clerk to write to the owners.", ("Clerk",)),
    "asked him if he would": ("The Chair asked Cllr Bell if he would pursue this.", ("Cllr Bell",)),
    "agreed that one would": ("It was agreed that the Clerk would ask for a quote.", ("Clerk",)),
    "agreed one should": ("It was agreed Cllr Bell should write to the owner.", ("Cllr Bell",)),
    "resolved, subjunctive": ("RESOLVED that the Clerk write to the owner.", ("Clerk",)),
    "requested in a resolution": (
        "RESOLVED that the Head of Assets be requested to submit a report.",
        ("Head of Assets",),
    ),
    "jointly": ("It was agreed that we would write to the bishop.", ()),
    "impersonally": ("It was agreed to write to the bishop.", ()),
    "in the passive": ("It was agreed that the post be advertised in the village.", ()),
    "passive, telegraph style": ("Letter to be displayed on the notice board.", ()),
    "passive, to come": ("The results will be posted on the website.", ()),
    "took an action": ("Ruth took an action to review the form.", ("Ruth",)),
    "direction to staff": ("The Board gave direction to staff to prepare a plan.", ("staff",)),
    "the council itself": ("The Council resolved to write to the county.", ()),
    "a letter that issues": ("It was agreed that a letter issue to the Minister.", ()),
    "a paper to come": ("A further report would be brought to the July meeting.", ()),
    "asked for in the passive": ("Members asked for the figures to be circulated.", ()),
    "happy to": ("Cllr Bell said he was happy to arrange a visit.", ("Cllr Bell",)),
    "a motion that was carried": (
        "It was moved by Cllr Bell, seconded by Cllr Ames, that the Clerk write to the bishop. Carried.",
        ("Clerk",),
    ),
    "a name in no list volunteers": ("Wilma volunteers to draft a charter.", ("Wilma",)),
    "a pronoun": ("Cllr Bell had seen the fence. He will ask for a quote.", ("Cllr Bell",)),
    "a dialogue": ("Ruth: I'll update the website.", ("Ruth",)),
}


@pytest.mark.parametrize(("sentence", "owners"), TASKS.values(), ids=TASKS.keys())
def test_a_task(sentence: str, owners: tuple[str, ...]) -> None:
    actions = implied(sentence)
    assert [action.owners for action in actions] == [owners]
    assert actions[0].rule.startswith("undertaking.")


def test_two_tasks_of_one_sentence_are_cut_apart() -> None:
    first, second = implied("RD will confirm the date with Mr Orr and Cllr Bell offered to book the hall.")
    assert (first.text, first.owners) == ("RD will confirm the date with Mr Orr", ("RD",))
    assert (second.text, second.owners) == ("Cllr Bell offered to book the hall.", ("Cllr Bell",))


def test_one_task_keeps_its_sentence() -> None:
    (action,) = implied("In response to a question, the Clerk agreed to send the figures for last spring.")
    assert action.text == "In response to a question, the Clerk agreed to send the figures for last spring."


def test_a_remark_before_a_colon_is_left_out() -> None:
    (action,) = implied("More information is needed before a decision can be made: Clerk to obtain quotes.")
    assert action.text == "Clerk to obtain quotes."


def test_clauses_of_a_resolution() -> None:
    text = "RESOLVED:\n(1) That the report be noted.\n(2) That the Head of Assets report back in May.\n"
    assert [action.owners for action in implied(text)] == [("Head of Assets",)]


def test_a_resolution_printed_twice_gives_one_task() -> None:
    resolution = "RESOLVED that the Clerk write to the owner of the field."
    assert len(implied(f"{resolution}\n\nThe Chair then said more.\n\n{resolution}")) == 1


def test_a_short_task_said_twice_is_two_tasks() -> None:
    text = "Potholes in Mill Lane. Clerk to report to Highways.\n\nA sign is down. Clerk to report to Highways."
    assert len(implied(text)) == 2


def test_a_decision_that_the_next_task_gives_to_somebody_is_told_once() -> None:
    text = "It was agreed that we would request a smaller sign. The Clerk will request the smaller sign."
    assert [action.text for action in implied(text)] == ["The Clerk will request the smaller sign."]


def test_a_decision_before_another_task_stays() -> None:
    text = "It was agreed that we would request a smaller sign. The Clerk will repair the gate."
    assert [action.owners for action in implied(text)] == [(), ("Clerk",)]


def test_a_long_sentence_is_read_to_its_end() -> None:
    text = "The Clerk " + "and the Chair " * 2000 + "agreed to write to " + "the owner and " * 2000 + "the school."
    assert len(implied(text)) == 1


def test_the_span_cuts_the_task_out_of_the_document() -> None:
    text = HEAD + "It rained.  Cllr Bell  agreed to\ncontact the school. It stopped.\n"
    (action,) = [action for action in extract(text).actions if action.kind == "implied"]
    assert text[action.span.start : action.span.end] == "Cllr Bell  agreed to\ncontact the school."
    assert action.text == "Cllr Bell agreed to contact the school."


@pytest.mark.parametrize(
    ("text", "task", "owners"),
    [
        pytest.param(
            "It was left to the works group to choose between them.",
            "It was left to the works group to choose between them.",
            ("works group",),
            id="left to a group",
        ),
        pytest.param(
            "To remit to the Head of Assets to find the balance.",
            "To remit to the Head of Assets to find the balance.",
            ("Head of Assets",),
            id="remitted",
        ),
        pytest.param(
            "AGREED, on the proposal of Cllr Bell, that officers report to the June meeting.",
            "AGREED, on the proposal of Cllr Bell, that officers report to the June meeting.",
            ("officers",),
            id="a later clause of a decision",
        ),
        pytest.param(
            "Consensus of the Council was to direct staff to prepare a bid.",
            "Consensus of the Council was to direct staff to prepare a bid.",
            ("staff",),
            id="a consensus to direct",
        ),
        pytest.param(
            "Cllr Lee asked that thanks be passed on; RD said she'd do so.",
            "Cllr Lee asked that thanks be passed on; RD said she'd do so.",
            ("RD",),
            id="a task that points back",
        ),
        pytest.param(
            "RESOLVED that we apply for a grant, that Sam Pell be instructed to draw up a plan.",
            "Sam Pell be instructed to draw up a plan.",
            ("Sam Pell",),
            id="the second clause of a resolution",
        ),
        pytest.param(
            "The matter was put off until the May meeting and Sam Pell will reach out to the owner.",
            "The matter was put off until the May meeting and Sam Pell will reach out to the owner.",
            ("Sam Pell",),
            id="until before a noun",
        ),
    ],
)
def test_tasks_in_further_words(text: str, task: str, owners: tuple[str, ...]) -> None:
    assert [(action.text, action.owners) for action in implied(text)] == [(task, owners)]


def test_he_in_a_clause_is_who_leads_the_clauses_in() -> None:
    text = "Mr Pell replied that:-\n\n(i) the county would mend Skell Lane;\n(ii) he had no list but would email one."
    assert [action.owners for action in implied(text)] == [("Mr Pell",)]


def test_a_dash_stands_between_a_member_and_the_report() -> None:
    text = "Member Keel – attended the opening. She will circulate the survey."
    assert [(action.text, action.owners) for action in implied(text)] == [
        ("She will circulate the survey.", ("Member Keel",))
    ]


def test_who_says_i_is_named_by_the_title() -> None:
    text = "## Report of the Treasurer [Dale]\n\nI will circulate the memo."
    assert [action.owners for action in implied(text)] == [("Dale",)]


def test_words_of_a_frame_may_stand_on_two_lines() -> None:
    text = "Cllr Bell thanked them and indicated that a written response would be\nprovided to the school."
    assert len(implied(text)) == 1
