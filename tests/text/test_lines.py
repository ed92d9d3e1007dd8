"""What a line opens with: number, bullet, check box, speaker."""

import pytest

from minutes_cli.text.lines import Line, split_lines
from minutes_cli.text.masks import mask


def line(text: str) -> Line:
    return next(iter(split_lines(text, mask(text))))


@pytest.mark.parametrize(
    "text",
    [
        "3 members of the public attended",
        "13 JULY 2022",
        "7.30pm start",
        "£5. more",
        "2024 was a good year",
        "V.A. Moor, Clerk",
        "Mr A. Smith",
        "12%. of all",
    ],
)
def test_no_number(text: str) -> None:
    assert line(text).label == ""


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("7. Finance", "7", "Finance"),
        ("7a) Finance", "7a", "Finance"),
        ("21.44 Minutes", "21.44", "Minutes"),
        ("70/17 Planning", "70/17", "Planning"),
        ("F03:04/24 Planning", "F03:04/24", "Planning"),
        ("C.118 APOLOGIES", "C.118", "APOLOGIES"),
        ("Item 5: Bins", "5", "Bins"),
        ("ITEM 2 – Roads", "2", "Roads"),
        ("BoD/21/03/01 Lease", "BoD/21/03/01", "Lease"),
        ("IV. CORRESPONDENCE", "IV", "CORRESPONDENCE"),
        ("(a) that the report be noted", "a", "that the report be noted"),
        ("4(b) Lease", "4(b)", "Lease"),
        ("4(B) Lease", "4(B)", "Lease"),
        ("9.A. Lease", "9.A", "Lease"),
        ("9.A Lease", "9.A", "Lease"),
        ("9.A - Lease", "9.A", "Lease"),
        ("9-A. Lease", "9-A", "Lease"),
        ("9.B.1. Lease", "9.B.1", "Lease"),
        ("9.a) Lease", "9.a", "Lease"),
        ("II.A. Lease", "II.A", "Lease"),
        ("Item 9.A: Lease", "9.A", "Lease"),
        ("ITEM 9A. Lease", "9A", "Lease"),
        ("1\\. Apologies", "1", "Apologies"),
        ("1    WELCOME", "1", "WELCOME"),
        ("102.", "102", ""),
    ],
)
def test_number(text: str, label: str, words: str) -> None:
    found = line(text)
    assert (found.label, found.words) == (label, words)


def test_check_boxes() -> None:
    assert [line(text).checked for text in ("- [ ] draft", "- [x] done", "☐ draft", "☑ done", "- draft")] == [
        False,
        True,
        False,
        True,
        None,
    ]


def test_speaker_of_a_chat_counts_with_the_marker() -> None:
    found = line("14:59:32 <trackbot> Date: 09 April 2014")
    assert (found.speaker, found.words) == ("trackbot", "Date: 09 April 2014")


@pytest.mark.parametrize(
    ("text", "bold"),
    [("**Staffing**", True), ("**2. Finance:**", True), ("**Present**: Ann, Bo", False), ("Staffing", False)],
)
def test_bold_is_the_whole_line_or_none(text: str, bold: bool) -> None:
    assert line(text).bold is bold


def test_only_real_newlines_split_lines() -> None:
    text = "one\x0cpage\u2028two\r\nthree\rfour"
    assert [text[found.start : found.end] for found in split_lines(text, mask(text))] == [
        "one\x0cpage\u2028two",
        "three",
        "four",
    ]
