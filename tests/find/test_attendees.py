"""Attendees: lists, tables, sentences and the narrative, near misses first."""

from __future__ import annotations

import pytest

from minutes_cli.find.attendees import find_attendees
from minutes_cli.find.sections import read_document
from minutes_cli.records import Attendee
from minutes_cli.rules import load_rules
from minutes_cli.source import read_text

RULES = load_rules()


def attendees(text: str) -> list[Attendee]:
    found, issues = find_attendees(read_document(read_text(text, "-"), RULES), RULES)
    assert issues == []
    for person in found:
        assert person.span.end > person.span.start
        passage = text[person.span.start : person.span.end]
        assert all(word in passage for word in person.name.replace(",", "").split())
    return found


def statuses(text: str) -> dict[str, str]:
    return {person.name: person.status for person in attendees(text)}


def test_the_word_present_in_a_sentence_opens_no_list() -> None:
    assert statuses("Hill Council\n\n1. Traffic\n\nThe present position: Mill Road and Park Lane stay shut.\n") == {}


def test_a_roll_call_of_a_vote_lists_nobody_as_absent() -> None:
    text = (
        "Present: Ann Moor, Bea Lunn, Al Fenn\n\n1. Budget\n\nMr Fenn moved the budget.\n\nAyes: Moor, Fenn\n\n"
        "Nays: none\n\nAbsent: Lunn\n\nMotion carried.\n"
    )
    assert statuses(text) == {"Ann Moor": "present", "Bea Lunn": "present", "Al Fenn": "present"}


def test_people_merely_mentioned_take_no_part() -> None:
    text = (
        "Present: Cllr J Moor, Cllr P Fenn\n\n1. Letters\n\nA letter from Mr Tom Hale was read. The late Ida Voss had "
        "planted the oak. It was reported that Mr Gus Orr had resigned. Mill Lane was noted.\n"
    )
    assert set(statuses(text)) == {"J Moor", "P Fenn"}


def test_labels_on_one_line_each() -> None:
    text = (
        "Elm Parish Council\n\nPresent: Cllrs P Marsh (Chair), J Dunn and Mrs T Hobbs\nIn attendance: Lin "
        "Ware (Clerk), "
        "3 members of the public\nApologies: Cllr M Fry (work)\nAbsent: Cllr O Penn\n"
    )
    assert statuses(text) == {
        "P Marsh": "present",
        "J Dunn": "present",
        "T Hobbs": "present",
        "Lin Ware": "in_attendance",
        "M Fry": "apologies",
        "O Penn": "absent",
    }


def test_one_undivided_list_is_of_people_present() -> None:
    assert statuses("In attendance: Ann Moor, Bea Lunn (Clerk)\n\n1. Minutes\n\nAgreed.\n") == {
        "Ann Moor": "present",
        "Bea Lunn": "present",
    }


def test_headings_with_bullets() -> None:
    text = (
        "# Board\n\n## Attendees\n\n- Ann Moor, Acme\n- Bea Lunn, Bolt Works\n\n## Regrets\n\n- Cy "
        "Marr\n\n## News\n\n- Blue Bell\n"
    )
    found = attendees(text)
    assert [(person.name, person.status, person.organisation) for person in found] == [
        ("Ann Moor", "present", "Acme"),
        ("Bea Lunn", "present", "Bolt Works"),
        ("Cy Marr", "apologies", None),
    ]


def test_a_list_ends_where_the_narrative_begins() -> None:
    text = "Present\nAnn Moor\nBea Lunn\n\nThe Chair opened the meeting at 7pm.\n\nCy Marr\n"
    assert set(statuses(text)) == {"Ann Moor", "Bea Lunn"}


def test_groups_within_a_list() -> None:
    text = (
        "PRESENT:\nPrimary:  Ann Moor (Chair), Bea Lunn\nSpecial:  Cy Marr\nPRU:  vacancy\n\nOfficers:  Di "
        "Nash (Clerk)\n"
    )
    found = {person.name: (person.status, person.organisation, person.role) for person in attendees(text)}
    assert found == {
        "Ann Moor": ("present", "Primary", "Chair"),
        "Bea Lunn": ("present", "Primary", None),
        "Cy Marr": ("present", "Special", None),
        "Di Nash": ("in_attendance", None, "Clerk"),
    }


def test_sentences_of_apologies_and_absence() -> None:
    text = (
        "1. Apologies for absence\n\nApologies were received from Councillor Jo Hale (JH), due to work, and from the "
        "Treasurer, Al Fenn. Bea Lunn was not present and had not sent apologies.\n"
    )
    assert statuses(text) == {"Jo Hale": "apologies", "Al Fenn": "apologies", "Bea Lunn": "absent"}


def test_sentences_of_presence() -> None:
    text = (
        "Town of Ash\n\nChair Al Fenn called the meeting to order. Board members present were supervisors "
        "Al Fenn and Jo "
        "Hale, and clerk Lia Brook. Also present were guests Ann and Ted Moor.\n"
    )
    found = {person.name: (person.status, person.role) for person in attendees(text)}
    assert found == {
        "Al Fenn": ("present", "supervisor"),
        "Jo Hale": ("present", "supervisor"),
        "Lia Brook": ("present", "clerk"),
        "Ann Moor": ("in_attendance", "guest"),
        "Ted Moor": ("in_attendance", "guest"),
    }


def test_a_table_with_a_column_of_presence() -> None:
    text = (
        "| Given Name | Family Name | Affiliation | Role | Present |\n|---|---|---|---|---|\n"
        "| Ann | Moor | Acme | Chair | Yes |\n| Bo | van Lund | Bolt | Member | No |\n| Cy | Marr | Cobalt "
        "| Member | Apologies |\n"
    )
    found = {person.name: (person.status, person.role, person.organisation) for person in attendees(text)}
    assert found == {
        "Ann Moor": ("present", "Chair", "Acme"),
        "Bo van Lund": ("absent", "Member", "Bolt"),
        "Cy Marr": ("apologies", "Member", "Cobalt"),
    }


def test_a_form_whose_cells_are_labels() -> None:
    text = (
        "<table><tr><td>Present:</td><td></td><td></td><td></td></tr><tr><td>Ann Moor (AM)</td><td>Clerk</td>"
        "<td>Apologies:</td><td>Bo Lund</td></tr><tr><td>Cy Marr (CM)</td><td>Councillor</td><td>Venue:</td>"
        "<td>Old Hall</td></tr></table>\n"
    )
    assert statuses(text) == {"Ann Moor": "present", "Bo Lund": "apologies", "Cy Marr": "present"}


def test_the_log_of_a_chat() -> None:
    text = "".join(
        f"15:00:0{number} <{nick}> {said}\n"
        for number, (nick, said) in enumerate(
            [
                ("alma", "present+"),
                ("bo", "present+ Bo Lund"),
                ("Zakim", "Attendees were alma, bo"),
                ("alma", "regrets: cy"),
                ("dee", "hello all"),
                ("eli", "eli has joined #x"),
                ("alma", "bye"),
            ]
        )
    )
    assert statuses(text) == {"alma": "present", "Bo Lund": "present", "cy": "apologies", "dee": "participant"}


def test_names_without_a_label_at_the_head() -> None:
    text = "# Notes\n\nAnn Moor (AM), Bea Lunn (BL), Cy Marr (CM)\n\n## Agenda\n\nAM: let us begin\n"
    assert statuses(text) == {"Ann Moor": "present", "Bea Lunn": "present", "Cy Marr": "present"}


def test_one_record_a_person_under_two_spellings() -> None:
    text = (
        "Present: Cllr A Donovan, Debra Holt, M McTavish\n\n1. Roads\n\nCllr Donavan asked about Mill Lane. Deb Holt "
        "thanked Mary Mc Tavish for attending.\n"
    )
    assert set(statuses(text)) == {"A Donovan", "Debra Holt", "M McTavish"}


def test_speakers_of_the_narrative_with_their_offices() -> None:
    text = (
        "Scrutiny Committee\n\n1. Report\n\nThe Chair, Councillor Jo Hale, welcomed Dr Al Fenn, Chief "
        "Operating Officer, "
        "and Ms Bea Lunn, Director of Nursing. Harbour Police Superintendent Cy Thorpe-Vane, presented the figures. In "
        "response to questions from Councillor Orr, the Head of Assets, Di Nash, advised that work had begun. It was "
        "proposed by Councillor Pike and agreed.\n"
    )
    found = {person.name: person.role for person in attendees(text)}
    assert found == {
        "Jo Hale": "Chair",
        "Al Fenn": "Chief Operating Officer",
        "Bea Lunn": "Director of Nursing",
        "Cy Thorpe-Vane": "Harbour Police Superintendent",
        "Orr": None,
        "Di Nash": "Head of Assets",
        "Pike": None,
    }
    assert set(statuses(text).values()) == {"participant"}


def test_speakers_of_a_dialogue() -> None:
    text = "# Sync\n\n## Notes\n\n" + "".join(
        f"- {line}\n"
        for line in [
            "Ryan: shall we meet weekly?",
            "Mara: yes",
            "Khio: once a month",
            "Proposal: two may be away",
            "Ryan: fine",
            "Khio: agreed",
            "Mara: done",
        ]
    )
    assert set(statuses(text)) == {"Ryan", "Mara", "Khio"}


def test_ids_are_unique_and_sections_known() -> None:
    text = "Present: Ann Moor, Bea Lunn\n\n1. ROADS\n\nMr Cy Marr asked about Mill Lane.\n"
    found = attendees(text)
    assert [person.id for person in found] == ["p1", "p2", "p3"]
    assert [person.section for person in found] == [None, None, "s1"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Members received a presentation by the Head of Highways, Jo Hale, who spoke.", "Head of Highways"),
        ("Jo Hale, Head of Highways, who had joined online, explained the rota.", "Head of Highways"),
        ("The report was introduced by Jo Hale, Head of Highways.", "Head of Highways"),
        ("A talk was given by Jo Hale (Head of Highways) and Al Fenn (Engineer).", "Head of Highways"),
        ("There was a talk from the head teacher of Dale School, Ms Jo Hale, on bells.", "head teacher of Dale School"),
    ],
)
def test_the_post_of_somebody_in_a_sentence(text: str, role: str) -> None:
    found = attendees(f"Vale Council\n\nPresent: Cllr A Moor (Chair)\n\n1. Reports\n\n{text}\n")
    assert [person.role for person in found if person.name == "Jo Hale"] == [role]
