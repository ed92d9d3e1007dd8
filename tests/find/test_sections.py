"""Which lines are headings: near misses first, then the shapes that minutes give them."""

import pytest

from minutes_cli.find.sections import read_document
from minutes_cli.rules import load_rules
from minutes_cli.source import read_text


def sections(text: str, path: str = "x.txt") -> list[tuple[str | None, str]]:
    document = read_document(read_text(text, path), load_rules())
    return [(heading.number, document.title(index)) for index, heading in enumerate(document.headings)]


BODY = "The Clerk reported that the hedge had been cut."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"6.1 The balances were low.\n\n6.2 {BODY}\n\n6.3 {BODY}\n", id="numbered paragraphs"),
        pytest.param("RESOLVED that the Committee:\n\n1. Note the report.\n\n2. Approve the plan.\n", id="clauses"),
        pytest.param("RESOLVED (unanimously):\n\n(1) That the report be noted.\n", id="a decision's label"),
        pytest.param("Present:\n\nCllr Ann Lee\nCllr Bo Ray\n\nApologies:\n\nCllr Cy Day\n", id="labels of attendance"),
        pytest.param("ACTION: Clerk to write to the owner.\n", id="an action's label"),
        pytest.param("Page 2 of 9\n\n- 3 -\n", id="page numbers"),
    ],
)
def test_no_heading(text: str) -> None:
    assert sections(text) == []


def test_numbered_headings_and_what_is_nested_in_them() -> None:
    text = f"1. Apologies\nNone.\n\n2. Matters arising\n2.1 Fence. {BODY}\n2.2 {BODY}\n\n3. Finance\n{BODY}\n"
    assert sections(text) == [("1", "Apologies"), ("2", "Matters arising"), ("2.1", "Fence"), ("3", "Finance")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("12/24", "13/24"),
        ("F03:04/24", "F03:05/24"),
        ("C.118", "C.119"),
        ("IV.", "V."),
        ("Item 4 –", "Item 5 –"),
    ],
)
def test_numbers_of_many_kinds(first: str, second: str) -> None:
    found = sections(f"{first} Planning\n{BODY}\n\n{second} Highways\n{BODY}\n")
    assert [title for _, title in found] == ["Planning", "Highways"]


def test_web_page_of_a_council() -> None:
    text = (
        "Agenda and minutes\n\nCabinet\nTuesday, 6th February, 2024 6.00 pm\n\nItems\nNo. Item\n\n101.\n\n"
        f"Apologies for Absence\n\nMinutes:\n\n{BODY}\n\n102.\n\nDraft Budget pdf icon PDF 892 KB\n\n"
        f"Decision:\n\nThat it be noted.\n\nMinutes:\n\n{BODY}\n\nSupporting documents:\n\n"
        "    Report pdf icon PDF 12 KB\n"
    )
    assert sections(text) == [("101", "Apologies for Absence"), ("102", "Draft Budget")]


def test_page_of_one_item() -> None:
    assert sections(f"Agenda item\n\nAnnual Report 2022-23\n\n\n{BODY}\n") == [(None, "Annual Report 2022-23")]


def test_page_of_an_issue() -> None:
    head = "Issue - meetings\n\nBudget\n\nMeeting: 09/11/2023 - Audit Committee (Item 24)\n\n"
    text = f"{head}Budget pdf icon PDF 4 KB\n\nMinutes:\n\n{BODY}\n"
    assert sections(text) == [("24", "Budget")]


def test_markdown_headings_without_the_title() -> None:
    text = f"# Board meeting, May 3, 2024\n\n## Finances\n\n{BODY}\n\n### Balance\n\nUSD 3\n\n## Adjournment (L)\n"
    assert sections(text, "x.md") == [(None, "Finances"), (None, "Balance"), ("L", "Adjournment")]


def test_headings_run_in_before_the_text() -> None:
    text = f"4. Finance. {BODY}\n\n5. PLANNING There were none.\n\n6. **Highways.** {BODY}\n\n7. Police: {BODY}\n"
    assert [title for _, title in sections(text, "x.md")] == ["Finance", "PLANNING", "Highways", "Police"]


def test_short_lines_that_stand_alone() -> None:
    head = "Castle Street Patient Group\n\nAttendees:\nAnn Lee (AL), Bo Ray (BR)\n\n\n"
    text = head + f"Welcome\n\nRP welcomed everybody.\n\nHealth talks\n\n{BODY}\n\nNext meeting\n\nWed 13 July.\n"
    assert [title for _, title in sections(text)] == ["Welcome", "Health talks", "Next meeting"]


def test_topics_of_a_chat() -> None:
    text = "15:05:20 <ann> Topic: News\n15:06:01 <bo> None.\n15:07:00 <ann> #topic Open floor\n15:08:00 <bo> Hi.\n"
    assert sections(text) == [(None, "News"), (None, "Open floor")]


def test_agenda_printed_before_the_minutes_is_left_out() -> None:
    text = f"# Call of 3 May\n\n## Agenda\n\n1. Opening\n1. Proposals\n\n## Notes\n\n### Opening\n\n{BODY}\n"
    assert sections(text, "x.md") == [(None, "Agenda"), (None, "Notes"), (None, "Opening")]


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    text = f"1. Apologies\nNone.\n\n2. Reports\n2.1 Fence. {BODY}\n\n3. Finance\n{BODY}\n"
    document = read_document(read_text(text), load_rules())
    assert [text[h.start : h.end].split()[0] for h in document.headings] == ["1.", "2.", "2.1", "3."]
    assert document.headings[1].end == document.headings[3].start
    assert document.headings[2].parent == 1


@pytest.mark.parametrize(
    "head",
    [
        "Vale Board\n\nMINUTES\n\nMinutes of a meeting of the Vale Board held in the Old Hall on Thursday 7 March 2024",
        "UNIVERSITY OF VALE\n\nSENATE\n\n20 November 2019\n\nMINUTES\n\nPresent: Dr Ann Moor, Dr Jo Vale",
    ],
)
def test_the_title_of_the_document_is_no_section(head: str) -> None:
    text = f"{head}\n\n1. MINUTES\n\nThe minutes of 2 May were approved.\n\n2. POND\n\n{BODY}\n"
    assert sections(text) == [("1", "MINUTES"), ("2", "POND")]


def test_an_item_on_the_last_minutes_is_a_section() -> None:
    text = f"Vale Board, 7 March 2024\n\n{BODY}\n\nMINUTES\n\nThe minutes of 2 May were approved.\n\nPOND\n\n{BODY}\n"
    assert sections(text) == [(None, "MINUTES"), (None, "POND")]
