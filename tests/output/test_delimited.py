from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes_cli.output.cells import FORMULA_HEADS, cell_text, harmless
from minutes_cli.output.delimited import write_delimited
from minutes_cli.output.formats import Format, Kind
from minutes_cli.output.rows import ALL_COLUMNS, COLUMNS, Cell
from minutes_cli.output.writer import Layout
from minutes_cli.records import Minutes
from minutes_written import write_all


def written(layout: Layout, *documents: Minutes, form: Format = Format.CSV) -> str:
    return write_all(form, layout, *documents).decode()


def table(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


NEAR_MISSES = {
    "a sign inside": "5 - 3 = 2",
    "a lone dash, which stands for standard input or nothing": "-",
    "an apostrophe": "'s-Gravenhage",
    "an en dash": "– none –",
    "an address inside": "ask clerk@example.org",
    "nothing": "",
}
FORMULAS = {
    "equals": '=HYPERLINK("http://example.org")',
    "plus, as in a telephone number": "+44 20 7946 0000",
    "minus": "-2+3",
    "two dashes": "--",
    "at": "@SUM(A1)",
    "full-width equals": "\uff1d1",
}


@pytest.mark.parametrize("cell", NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_a_cell_that_no_spreadsheet_runs_stays(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize("cell", FORMULAS.values(), ids=FORMULAS)
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("head", ["\t", "\r", " ", "\n", "\xa0", "\x00"])
def test_white_space_and_controls_do_not_hide_a_formula(head: str) -> None:
    assert harmless(cell_text(head + "=1+1")) == "'=1+1"


CELLS: list[tuple[Cell, str]] = [
    (None, ""),
    ((), ""),
    (("Clerk", "Assistant Director, Fraud"), "Clerk; Assistant Director, Fraud"),
    (" two\r\n\tlines\u2028 \xa0here ", "two lines here"),
    (0, "0"),
    (0.5, "0.5"),
    (True, "true"),
    (False, "false"),
    ("bell\x07 and escape\x1b[31m", "bell and escape[31m"),
]


@pytest.mark.parametrize(("cell", "text"), CELLS, ids=[repr(cell) for cell, _ in CELLS])
def test_a_cell_is_one_line_of_text(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


def test_actions_have_their_own_columns(parish: Minutes) -> None:
    text = written(Layout(only=Kind.ACTIONS), parish)
    assert text.splitlines()[0] == (
        "document,body,date,section_number,section,id,text,kind,owners,people,due_text,due_date,due_latest,"
        "reference,status,confidence,line,rule"
    )
    assert table(text)[0] == {
        "document": "march.txt",
        "body": "Møllebrook Parish Council",
        "date": "2024-03-05",
        "section_number": "7.10",
        "section": "Bins | waste",
        "id": "a1",
        "text": '\'=HYPERLINK("x") write to the “contractor”',
        "kind": "explicit",
        "owners": "Clerk; Cllr Bell",
        "people": "Ana Bell",
        "due_text": "by 3 April",
        "due_date": "2024-04-03",
        "due_latest": "",
        "reference": "AP3",
        "status": "open",
        "confidence": "",
        "line": "3",
        "rule": "action.label",
    }


def test_an_action_outside_sections_leaves_them_empty(parish: Minutes) -> None:
    second = table(written(Layout(only=Kind.ACTIONS), parish))[1]
    assert (second["section_number"], second["section"], second["due_latest"]) == ("", "", "2024-04-05")
    assert (second["status"], second["confidence"]) == ("done", "0.75")


def test_resolutions_have_clauses_and_votes(parish: Minutes) -> None:
    (row,) = table(written(Layout(only=Kind.RESOLUTIONS), parish))
    assert row["clauses"] == "1. note the report; 2. pay"
    votes = [row[name] for name in ("vote_for", "vote_against", "vote_abstain", "unanimous")]
    assert votes == ["7", "2", "0", "false"]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_place_and_line(kind: Kind, parish: Minutes) -> None:
    rows = table(written(Layout(only=kind), parish))
    assert rows
    assert all(set(row) == set(COLUMNS[kind]) for row in rows)
    assert {row["document"] for row in rows} == {"march.txt"}
    assert {row["line"] for row in rows} == {"3"}


def test_without_a_kind_one_table_holds_all(parish: Minutes) -> None:
    text = written(Layout(), parish)
    assert text.splitlines()[0].split(",") == list(ALL_COLUMNS)
    assert text.startswith("record,document,")
    kinds = [row["record"] for row in table(text)]
    assert kinds == ["meeting", "section", "attendee", "attendee", "action", "action", "resolution"]


def test_several_documents_have_one_heading(parish: Minutes, bare: Minutes) -> None:
    rows = table(written(Layout(only=Kind.MEETING), parish, bare))
    assert [(row["document"], row["body"]) for row in rows] == [
        ("march.txt", "Møllebrook Parish Council"),
        ("-", ""),
    ]


@pytest.mark.parametrize("form", [Format.CSV, Format.TSV])
def test_no_rows_are_a_heading_alone(form: Format, bare: Minutes) -> None:
    assert len(written(Layout(only=Kind.ACTIONS), bare, form=form).splitlines()) == 1
    assert len(written(Layout(only=Kind.ACTIONS), form=form).splitlines()) == 1


def test_tsv_is_divided_by_tabs(parish: Minutes) -> None:
    rows = table(written(Layout(), parish, form=Format.TSV), delimiter="\t")
    assert rows[4]["owners"] == "Clerk; Cllr Bell"


def test_raw_leaves_formulas_and_nothing_else_alone(parish: Minutes) -> None:
    rows = table(written(Layout(only=Kind.ACTIONS, raw=True), parish))
    assert rows[0]["text"] == '=HYPERLINK("x") write to the “contractor”'


def test_the_byte_order_mark_stands_once_at_the_head(parish: Minutes) -> None:
    text = written(Layout(marked=True), parish, parish)
    assert text.startswith("\ufeffrecord,")
    assert text.count("\ufeff") == 1


ANY_CELL = st.one_of(st.none(), st.integers(0), st.booleans(), st.text(), st.lists(st.text(), max_size=3).map(tuple))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(
    rows=st.lists(st.fixed_dictionaries({"a": ANY_CELL, "b": ANY_CELL}), max_size=5),
    delimiter=st.sampled_from([",", "\t"]),
)
def test_whatever_the_cells_a_reader_finds_them(rows: list[dict[str, Cell]], delimiter: Literal[",", "\t"]) -> None:
    rows = [
        {key: cell.encode(errors="ignore").decode() if isinstance(cell, str) else cell for key, cell in row.items()}
        for row in rows
    ]
    stream = io.BytesIO()
    write_delimited(stream, ["a", "b"], rows, delimiter=delimiter)
    found = table(stream.getvalue().decode(), delimiter)
    assert [(row["a"], row["b"]) for row in found] == [
        (harmless(cell_text(row["a"])), harmless(cell_text(row["b"]))) for row in rows
    ]
    assert not any(cell.startswith(FORMULA_HEADS) and cell != "-" for row in found for cell in row.values())
