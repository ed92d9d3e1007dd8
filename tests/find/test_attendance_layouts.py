"""Lists of attendance in the layouts of many kinds of bodies and countries, near misses first."""

from __future__ import annotations

import pytest

from minutes_cli.find.attendance_groups import Groups
from minutes_cli.find.attendance_labels import may_label
from minutes_cli.find.attendees import find_attendees
from minutes_cli.find.sections import read_document
from minutes_cli.records import Attendee
from minutes_cli.rules import load_rules
from minutes_cli.source import read_text

RULES = load_rules()


def attendees(text: str) -> list[Attendee]:
    found, issues = find_attendees(read_document(read_text(text, "-"), RULES), RULES)
    assert issues == []
    return found


def listed(text: str) -> dict[str, str]:
    return {person.name: person.status for person in attendees(text) if person.status != "participant"}


NEAR_MISSES = {
    "an apology for lateness is none for absence": (
        "Present: Cllr Moor, Cllr Lunn\n\n1. Apologies\n\nAn apology for lateness was received from Cllr Lunn.\n",
        {"Moor": "present", "Lunn": "present"},
    ),
    "who presides over one item did not chair the meeting": (
        "Present: Ann Moor, Bea Lunn\n\n1. Election\n\nThe Registrar, Jo Hale, presided over the ballot.\n",
        {"Ann Moor": "present", "Bea Lunn": "present"},
    ),
    "a table of tasks with people and a status": (
        (
            "# Club\n\nPresent: Ann Moor, Bea Lunn\n\n## Tasks\n\n| Action | Who | Status |\n|---|---|---|\n"
            "| Mend gate | Works | open |\n| Buy seed | Ted Orr | done |\n"
        ),
        {"Ann Moor": "present", "Bea Lunn": "present"},
    ),
    "the item behind an empty list": (
        "HILL SHIRE\n\nPRESENT\nCr A Moor\nCr B Lunn\nLEAVE OF ABSENCE\nNil\n\n1. OPENING\n\nAt 6 pm.\n",
        {"A Moor": "present", "B Lunn": "present"},
    ),
    "a roll call of a vote": (
        "Present: Ann Moor, Bea Lunn\n\n1. Budget\n\nMoved by Moor.\n\nRoll call: Moor - yes; Lunn - no\n",
        {"Ann Moor": "present", "Bea Lunn": "present"},
    ),
    "a body in the column beside the names": (
        (
            "Trust Board\n\nIn attendance:\nJo Hale        JH     Director of People\nTed Orr        TO  "
            "   Secretary\n"
            "Gus Pell              Healthwatch Vale\n\n1. Welcome\n"
        ),
        {"Jo Hale": "present", "Ted Orr": "present", "Gus Pell": "present"},
    ),
}

LAYOUTS = {
    "offices in capitals without a label (Scotland)": (
        (
            "VALE COUNCIL\n\nMINUTE OF MEETING, 3 May 2019\n\nPROVOST Ann Moor; COUNCILLORS Bea Lunn, Al "
            "Fenn (substitute "
            "for Cllr Jo Hale) and Ted Orr; REPRESENTATIVES Rev. Gus Pell (Vale Kirk) and Mrs Pat Voss\n\n"
            "In attendance: K Dray (Director)\n\nApologies: Councillor Jo Hale\n\nCouncillor Lunn, "
            "Convener, presiding.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Al Fenn": "present",
            "Ted Orr": "present",
            "Gus Pell": "present",
            "Pat Voss": "present",
            "K Dray": "in_attendance",
            "Jo Hale": "apologies",
        },
    ),
    "surnames in two columns (Northern Ireland)": (
        (
            "VALE DISTRICT COUNCIL\n\nPRESENT:\n\nAldermen:              Moor\n                       Lunn\n\n"
            "Councillors:           Fenn                   Hale\n                       Orr              "
            "      B Pell\n\n"
            "Officers:              Chief Executive (K Dray), Head of Parks (G Voss)\n\n1.  PRAYER\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fenn": "present",
            "Hale": "present",
            "Orr": "present",
            "B Pell": "present",
            "K Dray": "in_attendance",
            "G Voss": "in_attendance",
        },
    ),
    "a form of offices and members (New Zealand)": (
        (
            "# Vale Board\n\n| | |\n|---|---|\n| **Chairperson** | Ann Moor |\n| **Members** | Bea Lunn "
            "|\n| | Al Fenn |\n"
            "| **Apologies** | Jo Hale (for absence), Al Fenn (for lateness) |\n\n## Karakia\n\nAll stood.\n"
        ),
        {"Ann Moor": "present", "Bea Lunn": "present", "Al Fenn": "present", "Jo Hale": "apologies"},
    ),
    "a sentence with the one who presides (United States)": (
        (
            "CITY OF VALE\n\nThe Council met with Mayor Ann Moor presiding. Upon roll being called the "
            "following were "
            "present: Bea Lunn, Al Fenn and Jo Hale. Absent: Ted Orr.\n\nAPPROVAL OF AGENDA\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Al Fenn": "present",
            "Jo Hale": "present",
            "Ted Orr": "absent",
        },
    ),
    "semicolons as colons": (
        "Friends of Vale\n\n**Present;** Ann Moor (AM), Bea Lunn (BL)\n\n**Apologies;** Ted Orr\n",
        {"Ann Moor": "present", "Bea Lunn": "present", "Ted Orr": "apologies"},
    ),
    "no commas between people": (
        "Present: Dr Ann Moor, Chair (AM) Bea Lunn (BL) Al Fenn, Treasurer (AF). Also, present, Jo Hale, Librarian.\n",
        {"Ann Moor": "present", "Bea Lunn": "present", "Al Fenn": "present", "Jo Hale": "in_attendance"},
    ),
    "marks behind the names of governors": (
        (
            "Vale School\n\nGovernors:\n  Ann Moor (AM) - Chair        Attended: Yes\n  Bea Lunn (BL) - Parent       "
            "Attended: No - apologies\n  Al Fenn (AF) - Staff         Attended: No\nAlso attending:\n  "
            "Jo Hale - Clerk\n"
        ),
        {"Ann Moor": "present", "Bea Lunn": "apologies", "Al Fenn": "absent", "Jo Hale": "in_attendance"},
    ),
    "flats of a co-operative": (
        (
            "Vale Co-op\n\nWho was here:\nFlat 1  Ann Moor, Bea Lunn\nFlat 2  -\nFlat 3  Al Fenn\n\n"
            "Sorry they couldn't make it: Jo Hale (flat 4)\n"
        ),
        {"Ann Moor": "present", "Bea Lunn": "present", "Al Fenn": "present", "Jo Hale": "apologies"},
    ),
    "boxes ticked": (
        (
            "## Attendees\n\n- [x] Ann Moor (@moor)\n- [ ] Bea Lunn (@bl)\n- [x] K.J. Fenn (@kjf)\n- [ ] Jo "
            "Hale - regrets\n"
        ),
        {"Ann Moor": "present", "Bea Lunn": "absent", "K.J. Fenn": "present", "Jo Hale": "apologies"},
    ),
    "lists side by side": (
        (
            "PROJECT VALE\n\nAttendees                 Apologies             Distribution\nAnn Moor (AM) "
            "            Ted Orr (TO)"
            "          All\nBea Lunn (BL)             Gus Pell (GP)\n\n1.0 Programme\n"
        ),
        {"Ann Moor": "present", "Ted Orr": "apologies", "Bea Lunn": "present", "Gus Pell": "apologies"},
    ),
    "initials first": (
        (
            "Vale Ltd\n\nPresent:\nAM   Ann Moor      Acme\nBL   Bea Lunn      Acme\n\nApologies:\nTO   Ted "
            "Orr       Acme\n"
        ),
        {"Ann Moor": "present", "Bea Lunn": "present", "Ted Orr": "apologies"},
    ),
    "a senate by ranks": (
        (
            "SENATE\n\nPresent: Professor A Moor (President, in the Chair); the Pro-Vice-Chancellors "
            "(Professor B Lunn, Professor "
            "C Fenn); Drs Dray and Elm, Ms I Hale\n\nApologies: Professors Pell and Voss\n"
        ),
        {
            "A Moor": "present",
            "B Lunn": "present",
            "C Fenn": "present",
            "Dray": "present",
            "Elm": "present",
            "I Hale": "present",
            "Pell": "apologies",
            "Voss": "apologies",
        },
    ),
    "first names of a club": (
        (
            "Vale Allotments\n\nThere: Bill, Doreen, Mick Hale, Sue\nNot there: Ken "
            "(hospital)\n\nGate\n\nBill has a key.\n"
        ),
        {"Bill": "present", "Doreen": "present", "Mick Hale": "present", "Sue": "present", "Ken": "absent"},
    ),
    "initials alone": (
        "Present: AM, BL, AF\n\nApologies: TO\n\n1. Plan\n\nAM to send it.\n",
        {"AM": "present", "BL": "present", "AF": "present", "TO": "apologies"},
    ),
    "marks in signs before the labels": (
        "# PTA\n\n👥 **Present:** Ann M, Bea L, Mrs Dray\n\n❌ **Apologies:** Ted O\n",
        {"Ann M": "present", "Bea L": "present", "Dray": "present", "Ted O": "apologies"},
    ),
    "a roll call with what each was": (
        "Quorum: 3 of 4\nRoll call: Moor - present; Lunn - absent; Hale - present (arrived 7:10)\n\n1. Agenda\n",
        {"Moor": "present", "Lunn": "absent", "Hale": "present"},
    ),
    "a row of labels and values": (
        "# Board\n\n| Chaired by | **Ann Moor** | Clerked by | **Al Fenn** |\n|---|---|---|---|\n\nPresent: Bea Lunn\n",
        {"Ann Moor": "present", "Al Fenn": "present", "Bea Lunn": "present"},
    ),
    "handles of a university, a surname that is a word of bodies": (
        "In Attendance:\n\n- Ann Moor (Chair, am20)\n- Charles Board (Treasurer, cb12)\n- Bea Lunn (Helper, bl3)\n",
        {"Ann Moor": "present", "Charles Board": "present", "Bea Lunn": "present"},
    ),
    "a union branch": (
        "Vale Branch\n\nIn the chair: Sis. Ann Moor\nPresent: Bros. Lunn and Fenn, Sis. Hale\nApologies: Bro. Orr\n",
        {"Ann Moor": "present", "Lunn": "present", "Fenn": "present", "Hale": "present", "Orr": "apologies"},
    ),
    "those who turned up, in a sentence": (
        (
            "# PTA\n\nThere were 9 parents present, including Ann Moor (Chair), Bea Lunn and Mrs "
            "Dray.\n\nApologies: Ted Orr.\n"
        ),
        {"Ann Moor": "present", "Bea Lunn": "present", "Dray": "present", "Ted Orr": "apologies"},
    ),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_near_misses(name: str) -> None:
    text, expected = NEAR_MISSES[name]
    assert listed(text) == expected


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    text, expected = LAYOUTS[name]
    assert listed(text) == expected


def test_initials_offices_and_bodies_stand_apart() -> None:
    text, _ = LAYOUTS["handles of a university, a surname that is a word of bodies"]
    people = {person.name: (person.role, person.initials) for person in attendees(text)}
    assert people["Charles Board"] == ("Treasurer", "cb12")
    people = {p.name: (p.role, p.initials) for p in attendees(LAYOUTS["no commas between people"][0])}
    assert people["Ann Moor"] == ("Chair", "AM")
    assert people["Al Fenn"] == ("Treasurer", "AF")


def test_who_speaks_without_a_list() -> None:
    text = (
        "Present: Cllr Moor, Cllr Lunn\n\n1. Mill Lane\n\nThe following people addressed the Committee: Mr Ted Orr "
        "(objector), Hill Parish Councillor Jo Hale and Ms Pat Voss, agent for the applicant.\n\n2. Delegation\n\n"
        "Ms. Ida Pell and Mr. Gus Tate appeared before the Board.\n\nThe Chair invited his Chaplain, the "
        "Reverend Kit "
        "Dray, to lead prayers.\n\nErin Shaw of the Chamber of Trade invited everyone to the fair.\n\nHe "
        "will have the "
        "new officer, Tyler Marsh, attend to be introduced.\n"
    )
    found = [person.name for person in attendees(text) if person.status == "participant"]
    assert found == ["Ted Orr", "Jo Hale", "Pat Voss", "Ida Pell", "Gus Tate", "Kit Dray", "Erin Shaw"]


def test_people_who_head_the_public_questions() -> None:
    text = "SHIRE\n\n2 PRESENT\n\nCr A Moor\n\n3 PUBLIC QUESTION TIME\n\n3.1 Mr Wal Pascoe, Mill Road\n\nQ. When?\n"
    assert {person.name for person in attendees(text)} == {"A Moor", "Wal Pascoe"}


def test_a_short_form_and_a_month() -> None:
    text = "Present: Alma Brook (AB), Ted Orr (TO)\n\n1. Fair\n\nAlma B said it went well. Moved June.\n"
    assert {person.name for person in attendees(text)} == {"Alma Brook", "Ted Orr"}


def test_a_register_of_the_year_tells_by_the_column_of_the_meeting() -> None:
    text = (
        "# Vale School\n\nMeeting held on 24 January 2022\n\n| | 27/09/2021 | 2/11/2021 | 24/01/2022 | 21/03/2022 |\n"
        "|---|---|---|---|---|\n| Ann Moor | P | P | P | |\n| Bea Lunn | P | P | A | |\n| Al Fenn | A | P | S | |\n"
    )
    assert listed(text) == {"Ann Moor": "present", "Bea Lunn": "absent", "Al Fenn": "apologies"}


def test_a_councillor_who_is_missed_is_not_the_namesake_who_came() -> None:
    text = "Present: Alan Moor, Bea Lunn\nApologies: Cllrs Moor and Fenn, Jo Hale\n\n1. Minutes\n"
    people = [(person.honorific, person.name, person.status) for person in attendees(text)]
    assert people == [
        (None, "Alan Moor", "present"),
        (None, "Bea Lunn", "present"),
        ("Cllr", "Moor", "apologies"),
        ("Cllr", "Fenn", "apologies"),
        (None, "Jo Hale", "apologies"),
    ]


def test_labels_of_minutes_are_no_speakers() -> None:
    text = "Present: Ann Moor\n\n1. Report\n\n" + "".join(
        f"{label}: the paper of the week\n\n" for label in ("Received", "Noted", "Considered", "Agreed") * 2
    )
    assert {person.name for person in attendees(text)} == {"Ann Moor"}


@pytest.mark.parametrize(
    ("label", "folded"),
    [
        ("Public works", "visitors works"),
        ("Also present", "also present"),
        ("Other board members present", "members present"),
        ("All Council Members and staff", "members and visitors"),
        ("Staff/Guests", "visitors/visitors"),
        ("Members of the public", "visitors"),
    ],
)
def test_groups_in_labels_fold_to_one_word(label: str, folded: str) -> None:
    assert Groups(RULES).fold(label) == folded


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("(Present)", True),
        ("1.Apologies/Regrets", True),
        ("who came_along", True),
        ("WHO", True),
        ("Whole wheat", False),
        ("unseated", False),
        ("12 Ash Lane", False),
        ("", False),
    ],
)
def test_labels_are_told_alike_in_ascii_and_beside_other_letters(words: str, told: bool) -> None:
    assert may_label(words) is may_label(f"{words} é") is told
