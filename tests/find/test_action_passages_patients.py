"""Short passages from the minutes of a patients' group, with the tasks that a careful reader would note."""

from __future__ import annotations

import pytest

from minutes_cli import extract
from minutes_cli.records import Action

MARKED, TOLD = "explicit", "implied"
Task = tuple[str, str, list[str], str | None]

HEAD = """\
Harrow Lane Medical Centre
Patient Participation Group
Minutes of the meeting held on Tuesday 14 May 2024

Present: Anita Rao (AR) - Chair, Colin Frost (CF), Dee Mould (DM), Ewan Pike (EP), Faye Tull (FT)
In attendance: Dr Sunil Mehta (GP Partner), Gill Hart (Practice Manager)

3. Updates

"""

NO_TASK = {
    "working group meet": "The working group will meet on 3 June to look at the forms.",
    "a closing": "The surgery will be closed on 27 May.",
    "another body's plan": "Dr Mehta explained that the trust would review the contract next year.",
    "a feeling": "CF felt that the group should write to the trust.",
    "a discussion": "The group discussed whether to write to the trust.",
    "what was done": "GH reported that new chairs had been ordered.",
    "what was asked before": "GH reported that she has asked the landlord to mend the roof.",
    "the future in general": "Patients will be able to book online from June.",
    "the next meeting": "The next meeting will be held on 9 July.",
    "thanks": "EP thanked GH for offering to print the leaflets.",
    "a retirement": "Dr Mehta will retire in August.",
    "another body's promise": "The trust has promised to send a plan.",
    "a wish": "AR would like to see more members.",
    "an office kept": "CF will continue as Treasurer.",
    "a decision": "It was agreed to keep the fee at £5.",
    "leaving the room": "DM was asked to leave while her application was discussed.",
    "a condition": "If funds allow, EP will buy a new banner.",
    "a standing duty": "The Practice Manager is responsible for the rota and will check it each week.",
    "an explanation": "Dr Mehta gave a talk. He said that the nurse would see diabetic patients on Mondays.",
}

MARKED_TASKS = {
    "bold label": (
        "The door sticks. **Action – GH**",
        [
            (MARKED, "The door sticks.", ["GH"], None),
        ],
    ),
    "pm label": (
        "The phones were discussed. Action: Practice Manager to obtain call figures for June.",
        [
            (MARKED, "Practice Manager to obtain call figures for June.", ["Practice Manager"], None),
        ],
    ),
    "right aligned": (
        "DM offered to run the stall at the fair.                                             ACTION: DM",
        [
            (MARKED, "DM offered to run the stall at the fair.", ["DM"], None),
        ],
    ),
    "right two lines": (
        (
            "The leaflet is out of date. EP will rewrite it and send it round.\n"
            "                                                                 ACTION: EP/FT"
        ),
        [
            (MARKED, "EP will rewrite it and send it round.", ["EP", "FT"], None),
        ],
    ),
    "number action": (
        "Action 14/05/01: CF to ring the council about parking.",
        [
            (MARKED, "CF to ring the council about parking.", ["CF"], None),
        ],
    ),
    "action point bracket": (
        "GH will ask the partners (Action point 3).",
        [
            (MARKED, "GH will ask the partners", ["GH"], None),
        ],
    ),
    "actions table bullets": (
        ("ACTIONS:\n• AR – letter to the trust (by 1 June)\n• CF/DM – posters\n• Everyone – bring a plate"),
        [
            (MARKED, "letter to the trust (by 1 June)", ["AR"], "by 1 June"),
            (MARKED, "posters", ["CF", "DM"], None),
            (MARKED, "bring a plate", ["Everyone"], None),
        ],
    ),
    "action log w/ owners first": (
        ("Agreed actions\n\nAnita Rao\n- write to the trust\n- find a speaker\n\nColin Frost\n- book the room"),
        [
            (MARKED, "write to the trust", ["Anita Rao"], None),
            (MARKED, "find a speaker", ["Anita Rao"], None),
            (MARKED, "book the room", ["Colin Frost"], None),
        ],
    ),
    "who will": (
        ("| What | Who will do it | By |\n|---|---|---|\n| Letter to the trust | AR | 1 June |"),
        [
            (MARKED, "Letter to the trust", ["AR"], "1 June"),
        ],
    ),
    "table action by": (
        (
            "| Agenda item | Notes | Action by |\n"
            "|---|---|---|\n"
            "| Phones | The queue is long. Figures to be shared at the next meeting. | GH |\n"
            "| Fair | DM to run the stall. | DM |"
        ),
        [
            (MARKED, "Figures to be shared at the next meeting.", ["GH"], "at the next meeting"),
            (MARKED, "DM to run the stall.", ["DM"], None),
        ],
    ),
    "table three": (
        (
            "| ACTION | LEAD | STATUS |\n"
            "|---|---|---|\n"
            "| Letter to the trust | AR | Sent 3 May - closed |\n"
            "| Posters | CF | Carried forward |"
        ),
        [
            (MARKED, "Letter to the trust", ["AR"], None),
            (MARKED, "Posters", ["CF"], None),
        ],
    ),
    "responsible line": (
        ("Action: Draft the survey\nResponsible: FT\nDeadline: 7 June 2024"),
        [
            (MARKED, "Draft the survey", ["FT"], "7 June 2024"),
        ],
    ),
    "action on": (
        "ACTION on FT: draft the survey",
        [
            (MARKED, "draft the survey", ["FT"], None),
        ],
    ),
    "post action": (
        "Action: Practice Manager / Dr Mehta – review the phone message",
        [
            (MARKED, "review the phone message", ["Practice Manager", "Dr Mehta"], None),
        ],
    ),
    "action q": (
        "Action: Could all members please send ideas to AR by Friday 24 May.",
        [
            (
                MARKED,
                "Could all members please send ideas to AR by Friday 24 May.",
                ["all members"],
                "by Friday 24 May",
            ),
        ],
    ),
    "two actions one line": (
        "ACTION: AR to write to the trust. ACTION: CF to book the room.",
        [
            (MARKED, "AR to write to the trust.", ["AR"], None),
            (MARKED, "CF to book the room.", ["CF"], None),
        ],
    ),
    "action and": (
        "ACTION: AR to write to the trust and CF to book the room.",
        [
            (MARKED, "AR to write to the trust", ["AR"], None),
            (MARKED, "CF to book the room.", ["CF"], None),
        ],
    ),
    "action list semis": (
        "ACTION: (a) AR to write to the trust; (b) CF to book the room.",
        [
            (MARKED, "AR to write to the trust", ["AR"], None),
            (MARKED, "CF to book the room.", ["CF"], None),
        ],
    ),
    "action DM square": (
        "DM has seen the plans. [Action: DM to copy them to all]",
        [
            (MARKED, "DM to copy them to all", ["DM"], None),
        ],
    ),
    "gitlab": (
        ("- [ ] Ewan: post the minutes (due 17 May)\n- [x] Faye: order leaflets"),
        [
            (MARKED, "post the minutes", ["Ewan"], "17 May"),
            (MARKED, "order leaflets", ["Faye"], None),
        ],
    ),
    "follow ups": (
        ("Follow-ups\n\n1. Ewan will post the minutes\n2. Faye – leaflets – end of June"),
        [
            (MARKED, "Ewan will post the minutes", ["Ewan"], None),
            (MARKED, "leaflets", ["Faye"], "end of June"),
        ],
    ),
}

TOLD_TASKS = {
    "arrow": ("-> FT to update the notice board", [(TOLD, "FT to update the notice board", ["FT"], None)]),
    "agree that": (
        "It was agreed that EP would contact the bus company and report back.",
        [
            (TOLD, "It was agreed that EP would contact the bus company and report back.", ["EP"], None),
        ],
    ),
    "will now": (
        "Dr Mehta will now arrange for a new sign to go up by the end of June.",
        [
            (
                TOLD,
                "Dr Mehta will now arrange for a new sign to go up by the end of June.",
                ["Dr Mehta"],
                "by the end of June",
            ),
        ],
    ),
    "gh said": (
        "GH said that she would find out and let the group know.",
        [
            (TOLD, "GH said that she would find out and let the group know.", ["GH"], None),
        ],
    ),
    "gh to": (
        "GH to find out if the lift can be mended.",
        [
            (TOLD, "GH to find out if the lift can be mended.", ["GH"], None),
        ],
    ),
    "ar asked": (
        "AR asked GH to send round the figures.",
        [
            (TOLD, "AR asked GH to send round the figures.", ["GH"], None),
        ],
    ),
    "ask if would": (
        "AR asked if CF would speak to the pharmacist and he agreed.",
        [
            (TOLD, "AR asked if CF would speak to the pharmacist and he agreed.", ["CF"], None),
        ],
    ),
    "if could": (
        "CF asked whether GH could put the dates on the website. GH will do this.",
        [
            (TOLD, "CF asked whether GH could put the dates on the website.", ["GH"], None),
        ],
    ),
    "took on": (
        "FT took on the task of updating the board.",
        [
            (TOLD, "FT took on the task of updating the board.", ["FT"], None),
        ],
    ),
    "would be happy": (
        "Dr Mehta would be happy to give a talk on sleep in the autumn.",
        [
            (TOLD, "Dr Mehta would be happy to give a talk on sleep in the autumn.", ["Dr Mehta"], "in the autumn"),
        ],
    ),
    "passive agent post": (
        "The minutes are to be posted by the Practice Manager within a week.",
        [
            (
                TOLD,
                "The minutes are to be posted by the Practice Manager within a week.",
                ["Practice Manager"],
                "within a week",
            ),
        ],
    ),
    "meeting to be arranged": (
        "A meeting with the council to be arranged by CF.",
        [
            (TOLD, "A meeting with the council to be arranged by CF.", ["CF"], None),
        ],
    ),
    "resolve write": (
        "RESOLVED to write to the trust asking for a date.",
        [
            (TOLD, "RESOLVED to write to the trust asking for a date.", [], None),
        ],
    ),
    "agm": (
        "EP will prepare the accounts for the AGM on 9 July 2024.",
        [
            (TOLD, "EP will prepare the accounts for the AGM on 9 July 2024.", ["EP"], "for the AGM on 9 July 2024"),
        ],
    ),
    "before cqc": (
        "GH will update the policy before the inspection.",
        [
            (TOLD, "GH will update the policy before the inspection.", ["GH"], "before the inspection"),
        ],
    ),
    "sub group": (
        "The IT sub-group was asked to bring a plan to the July meeting.",
        [
            (
                TOLD,
                "The IT sub-group was asked to bring a plan to the July meeting.",
                ["IT sub-group"],
                "to the July meeting",
            ),
        ],
    ),
    "all urged": (
        "All members are to send their forms to GH by 31 May.",
        [
            (TOLD, "All members are to send their forms to GH by 31 May.", ["All members"], "by 31 May"),
        ],
    ),
    "clr": (
        "Cr Dunn to follow up with the Roads team and advise Council.",
        [
            (TOLD, "Cr Dunn to follow up with the Roads team and advise Council.", ["Cr Dunn"], None),
        ],
    ),
    "ceo": (
        "The CEO to investigate and report to the June Ordinary Meeting.",
        [
            (
                TOLD,
                "The CEO to investigate and report to the June Ordinary Meeting.",
                ["CEO"],
                "to the June Ordinary Meeting",
            ),
        ],
    ),
    "ceo2": (
        "That the CEO be requested to investigate options and report back by September 2024.",
        [
            (
                TOLD,
                "That the CEO be requested to investigate options and report back by September 2024.",
                ["CEO"],
                "by September 2024",
            ),
        ],
    ),
    "admin": (
        "MOVED that Administration bring back a report on dog parks. CARRIED",
        [
            (TOLD, "MOVED that Administration bring back a report on dog parks.", ["Administration"], None),
        ],
    ),
    "supt": (
        "The Superintendent will provide an update at the June 11 board meeting.",
        [
            (
                TOLD,
                "The Superintendent will provide an update at the June 11 board meeting.",
                ["Superintendent"],
                "at the June 11 board meeting",
            ),
        ],
    ),
    "trustee": (
        "Trustee Novak volunteered to attend the county hearing.",
        [
            (TOLD, "Trustee Novak volunteered to attend the county hearing.", ["Trustee Novak"], None),
        ],
    ),
    "mgr stated": (
        "Manager Ortiz stated that he would get with the engineer and have numbers for the next meeting.",
        [
            (
                TOLD,
                "Manager Ortiz stated that he would get with the engineer and have numbers for the next meeting.",
                ["Manager Ortiz"],
                None,
            ),
        ],
    ),
    "following up": (
        "Pete will follow up with Maria on the logo.",
        [
            (TOLD, "Pete will follow up with Maria on the logo.", ["Pete"], None),
        ],
    ),
}


def tasks(text: str) -> list[Task]:
    return [_task(action) for action in extract(HEAD + text + "\n").actions]


def _task(action: Action) -> Task:
    return action.kind, action.text, list(action.owners), action.due.text if action.due else None


@pytest.mark.parametrize("text", NO_TASK.values(), ids=NO_TASK.keys())
def test_no_task(text: str) -> None:
    assert tasks(text) == []


@pytest.mark.parametrize(("text", "expected"), MARKED_TASKS.values(), ids=MARKED_TASKS.keys())
def test_marked(text: str, expected: list[Task]) -> None:
    assert tasks(text) == expected


@pytest.mark.parametrize(("text", "expected"), TOLD_TASKS.values(), ids=TOLD_TASKS.keys())
def test_told(text: str, expected: list[Task]) -> None:
    assert tasks(text) == expected
