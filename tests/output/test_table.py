from __future__ import annotations

import io

import pytest

from minutes_cli.output.formats import Format, Kind
from minutes_cli.output.rows import Sheet
from minutes_cli.output.sheets import due_in_short, vote_in_short
from minutes_cli.output.table import write_table
from minutes_cli.output.writer import Layout
from minutes_cli.records import Minutes
from minutes_written import write_all


class Terminal(io.BytesIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")


def written(stream: io.BytesIO, minutes: Minutes, only: Kind | None = None) -> str:
    return write_all(Format.TABLE, Layout(only=only), minutes, stream=stream).decode()


def test_a_pipe_gets_no_escape_sequences(parish: Minutes) -> None:
    assert "\x1b" not in written(io.BytesIO(), parish)


def test_a_terminal_gets_colours(parish: Minutes) -> None:
    assert "\x1b[" in written(Terminal(), parish)


def test_no_color_means_no_escape_sequences(parish: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in written(Terminal(), parish)


def test_an_empty_no_color_says_nothing(parish: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in written(Terminal(), parish)


def test_escape_sequences_in_minutes_do_not_reach_the_terminal() -> None:
    stream = io.BytesIO()
    write_table(stream, [Sheet("", {"text": "Action"}, [{"text": "wri\x1b]0;title\x07te \x9b31mx"}])])
    assert not set("\x1b\x07\x9b") & set(stream.getvalue().decode())


def test_what_looks_like_markup_is_text() -> None:
    stream = io.BytesIO()
    write_table(stream, [Sheet("", {"text": "Action"}, [{"text": "[red]x[/red] :smile: [/]"}])])
    assert "[red]x[/red] :smile: [/]" in stream.getvalue().decode()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_keep_to_the_width_and_lose_no_word(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = [f"word{number}" for number in range(60)]
    stream = io.BytesIO()
    write_table(stream, [Sheet("", {"id": "Id", "text": "Action"}, [{"id": "a1", "text": " ".join(words)}])])
    text = stream.getvalue().decode()
    assert max(map(len, text.splitlines())) <= width
    assert [word for word in text.split() if word.startswith("word")] == words


def test_the_document_is_named_above_its_tables(parish: Minutes) -> None:
    lines = written(io.BytesIO(), parish).splitlines()
    assert lines[0].strip() == "Møllebrook Parish Council · 2024-03-05 · march.txt"
    titles = [line.strip() for line in lines if line.strip() in {kind.value.capitalize() for kind in Kind}]
    assert titles == ["Meeting", "Sections", "Attendees", "Actions", "Resolutions"]


def test_columns_without_a_cell_are_left_out(parish: Minutes) -> None:
    lines = written(io.BytesIO(), parish, Kind.ATTENDEES).splitlines()
    assert [line.split() for line in lines if "Name" in line or "Hart" in line] == [
        ["Name", "Role", "Status"],
        ["Jo", "Hart", "apologies"],
    ]


def test_a_kind_without_records_says_so(bare: Minutes) -> None:
    assert written(io.BytesIO(), bare, Kind.ACTIONS).splitlines() == ["-", "Actions: none", ""]


DUE = {
    "by 3 April (2024-04-03)": {"due_text": "by 3 April", "due_date": "2024-04-03"},
    "within a month (2024-04-05)": {"due_text": "within a month", "due_latest": "2024-04-05"},
    "ASAP": {"due_text": "ASAP"},
    "2024-04-03": {"due_text": "2024-04-03", "due_date": "2024-04-03"},
    "": {},
}


@pytest.mark.parametrize("text", DUE)
def test_due_in_short(text: str) -> None:
    assert due_in_short(DUE[text]) == text


def test_votes_in_short() -> None:
    assert vote_in_short({"vote_for": 7, "vote_against": 0, "unanimous": False}) == "7 for, 0 against"
    assert vote_in_short({"unanimous": True}) == "unanimous"
    assert vote_in_short({}) == ""
