"""PDF: lines, paragraphs, columns and tables found again from the places of words."""

from __future__ import annotations

import pytest
from paper import WIDTHS, Paper, wrap

from minutes_cli.errors import SourceError
from minutes_cli.source import read_bytes

JOINED = (
    "The Clerk reported that the lease of the hall would end in the spring and that the Trustees had been asked to say "
    "by then whether they wished to renew it, at the rent that was set three years ago."
)
BODY = wrap(JOINED, 380)


def read(paper: Paper) -> str:
    source = read_bytes(paper.data(), "minutes.pdf")
    assert source.format == "pdf"
    return source.text


def lines(paper: Paper) -> list[str]:
    return [line for line in read(paper).split("\n") if line]


def test_lines_become_paragraphs_and_short_lines_stay_lines() -> None:
    paper = Paper()
    y = paper.lines(72, 100, "Minutes of the Trustees", size=18)
    y = paper.lines(72, y + 14, "Present: A. Bell (Chair)", "C. Dow", "Apologies: E. Fox")
    y = paper.lines(72, y + 14, "1. Lease", font="bold")
    y = paper.lines(72, y, *BODY)
    paper.lines(72, y + 14, *BODY)
    assert read(paper) == (
        "# Minutes of the Trustees\n\nPresent: A. Bell (Chair)\nC. Dow\nApologies: E. Fox\n\n"
        f"**1. Lease**\n{JOINED}\n\n{JOINED}\n"
    )


def test_bold_beginnings_and_list_entries() -> None:
    paper = Paper()
    paper.text(72, 100, "ACTION:", font="bold")
    paper.text(122, 100, "Clerk to write to the County")
    paper.text(72, 128, "2.1")
    paper.lines(108, 128, *wrap(JOINED, 344))
    paper.text(72, 184, "(a)")
    paper.text(108, 184, "last point")
    paper.lines(72, 220, *BODY)
    assert lines(paper)[0] == "**ACTION:** Clerk to write to the County"
    assert [" ".join(line.split()) for line in lines(paper)[1:]] == [f"2.1 {JOINED}", "(a) last point", JOINED]


def test_bullets_become_hyphens_and_entries_in_order_part() -> None:
    paper = Paper()
    for number, words in enumerate(("first point", "second point")):
        paper.text(72, 100 + 14 * number, "•")
        paper.text(90, 100 + 14 * number, words)
    full = "This line runs to the right edge, and it does not end in a full stop at the Clerk"
    paper.text(72, 142, f"a) {full}")
    paper.text(72, 156, f"b) {full}")
    assert lines(paper) == ["- first point", "- second point", f"a) {full}", f"b) {full}"]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("and the commit-", "tee agreed", "and the committee agreed"),
        ("and that part-", "time staff", "and that part-time staff"),
        ("and the Vice-", "Chair spoke", "and the Vice-Chair spoke"),
        ("and he wrote -", "he said", "and he wrote - he said"),
        ("from 2019-", "2020 on", "from 2019-2020 on"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, whole: str) -> None:
    paper = Paper()
    start = "The Clerk said that the lease would end in spring "
    paper.lines(72, 100, start + first, second + " to it.")
    paper.lines(72, 150, "The committee met. It took part in time.")
    paper.lines(72, 180, *wrap(JOINED, sum(WIDTHS.get(char, 556) for char in start + first) / 100))
    assert lines(paper)[0] == f"{start}{whole} to it."


def test_page_furniture_is_left_out_and_paragraphs_go_on_over_the_page() -> None:
    paper = Paper()
    for number in range(1, 4):
        paper.text(72, 40, "Hill End Hall Trust - draft minutes")
        paper.lines(72, 130, *wrap(f"{JOINED} {JOINED} {JOINED}", 380)[: 6 if number < 3 else 99])
        paper.text(280, 800, f"Page {number} of 3" if number < 3 else "3")
        if number < 3:
            paper.page()
    cut = " ".join(wrap(f"{JOINED} {JOINED} {JOINED}", 380)[:6])
    assert read(paper) == f"{cut} {cut} {JOINED} {JOINED} {JOINED}\n"


def test_ruled_table_with_merged_cells() -> None:
    paper = Paper()
    paper.grid([72, 300, 400, 500], [100, 120, 155, 175])
    for x, words in ((76, "Action"), (304, "Lead"), (404, "By")):
        paper.text(x, 114, words, font="bold")
    paper.lines(76, 134, "Ask the County to mend the", "gate of the yard")
    paper.text(304, 134, "AB")
    paper.text(404, 134, "1 May")
    paper.text(76, 169, "Count the chairs")
    paper.text(404, 169, "June")
    paper.lines(72, 220, *BODY)
    assert read(paper) == (
        "| **Action** | **Lead** | **By** |\n|---|---|---|\n"
        "| Ask the County to mend the gate of the yard | AB | 1 May |\n"
        f"| Count the chairs |  | June |\n\n{JOINED}\n"
    )


def test_minutes_in_a_ruled_table_keep_actions_beside_their_paragraphs() -> None:
    paper = Paper()
    paper.grid([72, 110, 470, 540], [90, 110, 300, 330])
    for x, words in ((76, "No"), (114, "Minute"), (474, "Action")):
        paper.text(x, 104, words)
    paper.text(76, 124, "4")
    paper.text(114, 124, "Lease", font="bold")
    paper.lines(114, 146, *wrap(JOINED, 340))
    paper.text(474, 160, "JS")
    paper.lines(114, 206, "A quote to be sought.")
    paper.text(474, 206, "KL")
    paper.lines(114, 240, "The report was noted.")
    paper.text(76, 320, "5")
    paper.text(114, 320, "Close")
    found = lines(paper)
    assert found[0] == "**4 Lease**"
    assert found[found.index("Action: JS") - 1] == JOINED
    assert found[found.index("Action: KL") - 1] == "A quote to be sought."
    assert found[-2:] == ["The report was noted.", "5 Close"]


def test_action_column_without_rules() -> None:
    paper = Paper()
    narrow = wrap(JOINED, 300)
    paper.text(480, 100, "ACTION", font="bold")
    y = paper.lines(72, 120, *narrow)
    paper.text(480, 148, "AB")
    y = paper.lines(72, y + 14, "The roof leaks. A quote is to be sought from two", "firms by the end of the month.")
    paper.text(480, y - 14, "CD/EF")
    paper.lines(72, y + 14, *narrow)
    assert lines(paper) == [
        *(" ".join(narrow), "Action: AB"),
        *("The roof leaks. A quote is to be sought from two firms by the end of the month.", "Action: CD/EF"),
        " ".join(narrow),
    ]


def test_lists_side_by_side_and_text_in_two_columns() -> None:
    paper = Paper()
    paper.lines(72, 100, "Present:", "A. Bell", "C. Dow", "E. Fox")
    paper.lines(320, 100, "Apologies:", "G. Hay", "I. Jay")
    narrow = wrap(f"{JOINED} {JOINED}", 200)
    half = (len(narrow) + 1) // 2
    paper.lines(72, 200, *narrow[:half])
    paper.lines(320, 200, *narrow[half:])
    found = lines(paper)
    assert found[:7] == ["Present:", "A. Bell", "C. Dow", "E. Fox", "Apologies:", "G. Hay", "I. Jay"]
    assert " ".join(found[7:]) == f"{JOINED} {JOINED}"


def test_wide_gaps_stay_gaps() -> None:
    paper = Paper()
    paper.lines(72, 100, "A. Bell", "C. Dow", "E. Fox")
    paper.lines(250, 100, "Chair", "Clerk", "Member")
    paper.lines(72, 200, *BODY)
    assert [line.split("   ")[0] for line in lines(paper)[:3]] == ["A. Bell", "C. Dow", "E. Fox"]
    assert [line.split("   ")[-1].strip() for line in lines(paper)[:3]] == ["Chair", "Clerk", "Member"]


def test_lines_of_a_typewriter_stay_as_they_were_typed() -> None:
    typed = [
        "MINUTES",
        "",
        "1.  Lease.  It ends soon, and the Trustees had",
        "    been asked to renew it        AB",
        "  * one",
    ]
    paper = Paper()
    paper.lines(72, 100, *typed, font="fixed", pitch=11)
    assert read(paper) == "\n".join(typed) + "\n"


def test_tables_without_rules() -> None:
    paper = Paper()
    for row, cells in enumerate(
        [("Name", "Initials", "Role"), ("Ann Bell", "AB", "Chair of all"), ("Cy Dow", "CD", "Clerk")]
    ):
        for x, words in zip((72, 140, 180), cells, strict=True):
            paper.text(x, 100 + 14 * row, words)
    paper.lines(72, 200, *BODY)
    assert read(paper).startswith(
        "| Name | Initials | Role |\n|---|---|---|\n| Ann Bell | AB | Chair of all |\n| Cy Dow | CD | Clerk |\n\n"
    )


def test_scanned_damaged_and_empty_files_say_the_mend() -> None:
    with pytest.raises(SourceError, match="ocrmypdf"):
        read(Paper())
    with pytest.raises(SourceError, match="damaged or cut off"):
        read_bytes(b"%PDF-1.7\nnothing", "a.pdf")
    whole = Paper()
    whole.lines(72, 100, *BODY)
    with pytest.raises(SourceError, match="damaged or cut off"):
        read_bytes(whole.data()[:300], "a.pdf")
