"""How a task stands: done, or over for another reason, where the minutes say so; open where they only look like it."""

from __future__ import annotations

import pytest

from minutes_cli import extract

HEAD = """Dunmere Parish Council
Minutes of the meeting held on 6 March 2019

Present: Cllr A Moor (Chair), Cllr B Lunn, Cllr C Dray. In attendance: Jo Hale (Clerk)

"""


def stand(text: str) -> list[tuple[str, str]]:
    return [(action.status, action.text) for action in extract(HEAD + text + "\n").actions]


def rows(*progress: str) -> str:
    lines = [f"| Ring depot {number} | Clerk | {words} |" for number, words in enumerate(progress)]
    return "\n".join(["## Actions from last meeting", "", "| Action | Owner | Progress |", "|---|---|---|", *lines])


OVER = (
    *("Unnecessary", "No longer needed", "Withdrawn", "Superseded by item 7", "Closed", "Not required", "Cancelled."),
    *("This is no longer needed as the lamp works", "Action closed", "Obsolete", "Dropped", "Lapsed - no bids came"),
)
OPEN = (
    *("Ongoing", "Not closed", "Not needed until May", "Still to be withdrawn", "Dropped off at the yard", "Pending"),
    *("Complete by 3 May", "Cancelled meeting to be held in May", "Close after the test", "Unnecessarily slow"),
)


@pytest.mark.parametrize("words", OVER)
def test_a_column_for_progress_tells_that_a_task_is_over(words: str) -> None:
    assert stand(rows(words)) == [("done", "Ring depot 0")]


@pytest.mark.parametrize("words", OPEN)
def test_what_tells_no_end(words: str) -> None:
    assert stand(rows(words)) == [("open", "Ring depot 0")]


@pytest.mark.parametrize(
    "behind",
    [
        *(" - no longer needed", " (withdrawn)", " – superseded", ": closed", " – unnecessary as it was sold"),
        *(". No longer required.", " [CANCELLED]", " - dropped because the fund has closed", ". Status: withdrawn"),
    ],
)
@pytest.mark.parametrize("mark", ["ACTION: ", "## Actions\n\n- "], ids=["label", "list"])
def test_the_end_of_a_task_tells_that_it_is_over(mark: str, behind: str) -> None:
    assert [(status, text.rstrip(".")) for status, text in stand(f"{mark}Clerk to ring the depot{behind}")] == [
        ("done", "Clerk to ring the depot")
    ]


@pytest.mark.parametrize("before", ["[Unnecessary] ", "Withdrawn: ", "[DROPPED] ", "SUPERSEDED "])
def test_the_head_of_an_entry_tells_that_it_is_over(before: str) -> None:
    assert stand(f"## Actions\n\n- {before}Clerk to ring the depot") == [("done", "Clerk to ring the depot")]


@pytest.mark.parametrize(
    "task",
    [
        *("Clerk to list the keys no longer needed", "Clerk to say that the survey is unnecessary"),
        *("Clerk to tell the firm its quote was withdrawn", "Clerk to find out whether a licence is not required"),
        "Clerk to read the lease - not yet closed",
    ],
)
def test_what_is_over_may_be_the_matter_of_a_task(task: str) -> None:
    assert stand(f"ACTION: {task}") == [("open", task)]


def test_a_field_below_an_entry_tells_how_it_stands() -> None:
    text = (
        "## Actions\n\n- Ring the depot (Clerk)\n  Status: no longer needed\n- Paint the door (AM)\n  Status: not begun"
    )
    assert stand(text) == [("done", "Ring the depot"), ("open", "Paint the door")]


LOG = """Data Group Teleconference, 3 June 2008

Attendees
   Ann, Bea, Cal

Topic: Review of actions
[DONE] ACTION: Cal to book the room
[PENDING] ACTION: Ann to ask the webmaster for a form
[DROPPED] ACTION: Bea to write the old report

Topic: Tests
ACTION: Bea to publish the tests by 20 June [recorded in http://www.example.org/2008/06/03-data-minutes.html#action01]

Summary of Action Items
{summary}
[End of minutes]
"""


@pytest.mark.parametrize(
    "summary",
    [
        """[NEW] ACTION: Bea to publish the tests by 20 June [recorded in http://www.example.org/2008/06/03-data.html#a01]

[PENDING] ACTION: Ann to ask the webmaster for a form
[DONE] ACTION: Cal to book the room""",
        "   [NEW] ACTION: Bea to publish the tests by 20 June [recorded in\n   http://www.example.org/2008/06/03-data.html#a01]",
        "[PENDING] ACTION: Ann to ask the webmaster for a form\n[DROPPED] ACTION: Bea to write the old report",
        "",
    ],
)
def test_a_summary_of_marked_actions_tells_none_twice(summary: str) -> None:
    assert [(one.status, one.kind, one.text) for one in extract(LOG.format(summary=summary)).actions] == [
        ("done", "explicit", "Cal to book the room"),
        ("open", "explicit", "Ann to ask the webmaster for a form"),
        ("done", "explicit", "Bea to write the old report"),
        ("open", "explicit", "Bea to publish the tests by 20 June"),
    ]


def test_a_summary_alone_tells_them_all() -> None:
    text = LOG.split("Topic: Review", 1)[0] + "Topic: Tests\nBea has no news.\n\nSummary of Action Items\n"
    text += (
        "[DONE] ACTION: Cal to book the room\n[NEW] ACTION: Bea to publish the tests\nCOMPLETED: ACTION: Ann to ring\n"
    )
    assert [(one.status, one.text) for one in extract(text).actions] == [
        ("done", "Cal to book the room"),
        ("open", "Bea to publish the tests"),
        ("done", "Ann to ring"),
    ]
