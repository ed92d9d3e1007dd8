"""Task lists: iCalendar and todo.txt."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from icalendar import Calendar

from minutes_cli.output.formats import Format
from minutes_cli.output.ics import write_ics
from minutes_cli.output.rows import Row
from minutes_cli.output.todotxt import todo_line
from minutes_cli.output.writer import Layout
from minutes_cli.records import Minutes
from minutes_cli.register.ids import action_digests
from minutes_written import write_all


def written(form: Format, *documents: Minutes) -> bytes:
    return write_all(form, Layout(), *documents)


def tasks(data: bytes) -> list[Any]:
    """The tasks that a reader of iCalendar finds, of whatever types their values are."""
    return list(Calendar.from_ical(data).walk("VTODO"))


def tasks_of(*rows: Row) -> list[Any]:
    stream = io.BytesIO()
    write_ics(stream, rows)
    return tasks(stream.getvalue())


def test_each_action_is_a_task(parish: Minutes) -> None:
    first, second = tasks(written(Format.ICS, parish))
    assert first["summary"] == 'Clerk; Cllr Bell: =HYPERLINK("x") write to the “contractor”'
    assert first["due"].dt == dt.date(2024, 4, 3)
    assert (first["status"], second["status"]) == ("NEEDS-ACTION", "COMPLETED")
    assert (first["percent-complete"], second["percent-complete"]) == (0, 100)
    assert second["due"].dt == dt.date(2024, 4, 5)
    assert first["dtstamp"].dt == dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
    assert first["categories"].cats == ["Møllebrook Parish Council"]
    assert str(first["description"]).splitlines() == [
        '=HYPERLINK("x") write to the “contractor”',
        "Owner: Clerk; Cllr Bell",
        "Due: by 3 April",
        "Reference: AP3",
        "Meeting: Møllebrook Parish Council, 2024-03-05",
        "Item: 7.10 Bins | waste",
        "Minutes: march.txt, line 3",
    ]


def test_a_task_is_known_by_the_id_it_has_in_the_register(parish: Minutes) -> None:
    first, second = tasks(written(Format.ICS, parish))
    assert [str(task["uid"]) for task in (first, second)] == [
        f"minutes-{digest[:7]}" for digest in action_digests(parish)
    ]


def test_the_same_action_twice_is_one_task(parish: Minutes) -> None:
    assert len(tasks(written(Format.ICS, parish, parish))) == 2


def test_lines_end_and_fold_as_the_standard_says(parish: Minutes) -> None:
    data = written(Format.ICS, parish)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_long_task_has_a_short_summary_and_all_its_words_below() -> None:
    text = "inspect " * 100
    (task,) = tasks_of({"id": "k", "text": text})
    assert len(task["summary"]) <= 202
    assert task["summary"].endswith("inspect …")
    assert task["description"] == text.strip()


def test_a_bare_row_is_a_task_without_due_date_or_category() -> None:
    (task,) = tasks_of({"text": "Order bins"})
    assert {name.lower() for name in task} == {
        *("uid", "dtstamp", "summary", "description", "status", "percent-complete")
    }


def test_rows_without_ids_stay_apart() -> None:
    assert len(tasks_of({"text": "Order bins"}, {"text": "Order locks"})) == 2


def test_todo_txt_is_a_line_an_action(parish: Minutes) -> None:
    ids = [digest[:7] for digest in action_digests(parish)]
    project = "+Møllebrook-Parish-Council"
    assert written(Format.TODOTXT, parish).decode().splitlines() == [
        f'2024-03-05 =HYPERLINK("x") write to the “contractor” @Clerk @Cllr-Bell {project} due:2024-04-03 id:{ids[0]}',
        f"x Order *two* bins {project} due:2024-04-05 id:{ids[1]}",
    ]


LINES: list[tuple[str, Row]] = [
    ("Order bins", {"text": "Order bins"}),
    ("Action: x marks the spot", {"text": "x marks the spot"}),
    ("Action: (A) first", {"text": "(A) first"}),
    ("2024-01-02 x marks the spot", {"text": "x marks the spot", "date": "2024-01-02"}),
    ("Write @Assistant-Director-Fraud", {"text": "Write", "owners": ("Assistant Director, Fraud",)}),
    ("one line", {"text": "one\nline", "owners": ()}),
    ("Write @Clerk", {"text": "Write", "owners": "Clerk"}),
]


@pytest.mark.parametrize(("line", "row"), LINES, ids=[line for line, _ in LINES])
def test_todo_lines(line: str, row: Row) -> None:
    assert todo_line(row) == line
