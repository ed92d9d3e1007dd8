"""Text made to hurt: it is read to its end, and gives no more records than it can hold.

Nothing here measures time; the guard only turns a hang into a failure.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from evidence import problems
from minutes_cli import Minutes, extract

HANG = 120  # seconds


@pytest.fixture(autouse=True)
def _end_a_hang() -> Iterator[None]:
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"still reading after {HANG} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def read(text: str) -> Minutes:
    """The records of a text, each founded in it."""
    minutes = extract(text)
    assert problems(text, minutes) == []
    return minutes


def test_line_of_a_megabyte_of_words() -> None:
    line = "the committee considered the report of the officers at length and " * 16_000
    minutes = read(f"1. ROADS\n\n{line}\n\nACTION: Clerk to write to the contractor\n")
    assert [section.title for section in minutes.sections] == ["ROADS"]
    assert [action.text for action in minutes.actions] == ["Clerk to write to the contractor"]


@pytest.mark.parametrize("character", [*"a \t(*#>|-=_[<`", "1.", "A"])
def test_line_of_one_character(character: str) -> None:
    minutes = read("1. ROADS\n\n" + character * 200_000 + "\n\nACTION: Clerk to write to the contractor\n")
    assert len(minutes.sections) <= 3
    assert len(minutes.actions) <= 2
    assert len(minutes.attendees) <= 2


def test_blank_lines_change_no_record() -> None:
    parts = ("1. ROADS", "ACTION: Clerk to write to the contractor", "2. BINS", "RESOLVED: That the report be noted.")
    few, many = read("\n\n".join(parts)), read(("\n" * 100_000).join(parts))
    assert [section.title for section in many.sections] == ["ROADS", "BINS"]
    assert [action.text for action in many.actions] == [action.text for action in few.actions] != []
    assert [one.text for one in many.resolutions] == [one.text for one in few.resolutions] != []


def test_label_repeated_on_one_line() -> None:
    minutes = read("1. ROADS\n\n" + "Action: " * 10_000 + "\n")
    assert len(minutes.actions) <= 10_000
    assert len(minutes.sections) == 1


def test_label_repeated_on_many_lines() -> None:
    minutes = read("1. ROADS\n\n" + "Action: Clerk to write to number {}\n\n" * 3_000)
    assert 1 <= len(minutes.actions) <= 3_000


def test_many_different_tasks_are_all_found() -> None:
    text = "1. ROADS\n\n" + "".join(f"ACTION: Clerk to inspect drain number {n}\n\n" for n in range(1_000))
    minutes = read(text)
    assert len(minutes.actions) == 1_000
    assert minutes.actions[-1].text == "Clerk to inspect drain number 999"


def test_list_nested_a_thousand_deep() -> None:
    text = "# ROADS\n\n" + "".join(f"{'  ' * depth}- point {depth}\n" for depth in range(1_000))
    minutes = read(f"{text}{'  ' * 1_000}- ACTION: Clerk to write to the contractor\n")
    assert len(minutes.sections) <= 1_001
    assert [action.owners for action in minutes.actions] == [("Clerk",)]


def test_headings_nested_deep() -> None:
    number = ".".join(["1"] * 500)
    minutes = read(f"1. ROADS\n\n{number} Drains\n\nACTION: Clerk to write to the contractor\n")
    assert [action.owners for action in minutes.actions] == [("Clerk",)]


def test_blank_lines_behind_the_word_of_an_opening() -> None:
    head = "Ashby Parish Council\nMinutes of 4 March 2024\n\nThe road was opened."
    assert read(head + "\n" * 100_000 + "1. ROADS\n\nClosed: 21.05 Vole\n").meeting.start_time is None


@pytest.mark.parametrize(
    "line", ["ACTION: Closed:", "ACTION: [done]", "ACTION: no longer needed)", "Action 4: withdrawn -"]
)
def test_label_with_a_status_alone(line: str) -> None:
    assert not read(f"1. ROADS\n\n{line}\n").actions


def test_surname_with_a_bracket_for_a_given_name() -> None:
    assert not read("S(,(").attendees


@pytest.mark.parametrize("name", ["    , Trustee", "**, Trustee", ""])
def test_row_of_a_result_without_its_name(name: str) -> None:
    minutes = read(f"1. ROADS\n\nThe road was discussed.\n\nRESULT: CARRIED\nMOVER: {name}\nAYES: Vole\n")
    assert all(one.mover is None for one in minutes.resolutions)


@pytest.mark.parametrize(
    "phrase",
    [
        "RESOLVED that ",
        "RESOLVED: ",
        "proposed by Cllr A. Smith, seconded by Mrs B. Jones and ",
        "a report from Ann Moor and Bea Lunn, who said by Al Fenn asked ",
        "Motion by Smith, second by Jones. ",
        "Cllr A. Smith agreed to ",
        "Smith, Jones, ",
        "Ayes: Smith. Nays: ",
        "by the end of March ",
        "(Action: ",
        "[ACTION ",
        "- [ ] ",
        "AI(",
        "**Action** ",
        "\u201cThat the ",
        "1.1 ",
        "a) ",
        "Present: ",
        "| Action | ",
        "The Assistant Director, Roads, ",
    ],
)
def test_phrase_repeated_without_end(phrase: str) -> None:
    times = 5_000
    minutes = read("1. ROADS\n\n" + phrase * times + "\n")
    for kind in (minutes.sections, minutes.actions, minutes.resolutions, minutes.attendees):
        assert len(kind) <= times + 1
    assert sum(len(action.text) for action in minutes.actions) <= 2 * len(phrase) * times
    assert sum(len(one.text) for one in minutes.resolutions) <= 2 * len(phrase) * times


def test_long_list_of_people_is_one_record_each() -> None:
    names = [f"{first}{second}a Smith" for first in "ABCDEFGHIJKLMNOPRSTW" for second in "aeiou"]
    text = "MINUTES\n\nPresent: " + ", ".join(names * 20) + "\n\n1. ROADS\n\nThe report was noted.\n"
    minutes = read(text)
    assert sorted(person.name for person in minutes.attendees) == sorted(names)


def test_table_of_two_thousand_rows() -> None:
    rows = "".join(f"| {n} | Inspect drain number {n} | JS | 3 March 2025 |\n" for n in range(2_000))
    minutes = read(f"# ACTIONS\n\n| Ref | Action | Owner | Due |\n|---|---|---|---|\n{rows}")
    assert len(minutes.actions) == 2_000
    assert {action.owners for action in minutes.actions} == {("JS",)}


@pytest.mark.parametrize(
    "text", ["PRESENT\na)A0", ".\u2028\n===", "1. \u2028\n\n2. \u2028\n\n3. .\n", "PRESENT\nb) \u2028"], ids=repr
)
def test_odd_scraps_are_read_to_their_end(text: str) -> None:
    assert all(section.title for section in read(text).sections)


@pytest.mark.parametrize(
    "text", ["## 4.4 Proxies RESOLVED ", "# Attendees RESOLVED", "\xad\n>PRESENT>\n===\nFor"], ids=repr
)
def test_decisions_without_any_paragraph_and_titles_without_letters(text: str) -> None:
    assert read(text).meeting.title != ""


def test_a_soft_hyphen_alone_is_no_task() -> None:
    minutes = read("ACTION:\nThe hut will be open in June\n\xad\nAI-3 (Jo)\n\n1.\n\nAction - A Moor\n")
    assert all(action.text for action in minutes.actions)
