from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from minutes_cli.output.formats import Format, Kind
from minutes_cli.output.rows import COLUMNS, Sheet
from minutes_cli.output.writer import Layout
from minutes_cli.output.xlsx import LONGEST_CELL, page_name, write_xlsx
from minutes_cli.records import Minutes
from minutes_written import write_all


def written(*documents: Minutes, only: Kind | None = None) -> bytes:
    return write_all(Format.XLSX, Layout(only=only), *documents)


def pages(data: bytes) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {name: book[name] for name in book.sheetnames}


def rows(page: Worksheet) -> list[dict[str, object]]:
    head, *body = page.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_a_sheet_for_each_kind_with_the_records_of_all_documents(parish: Minutes, bare: Minutes) -> None:
    found = pages(written(parish, bare))
    counts = {name: page.max_row - 1 for name, page in found.items()}
    assert counts == {"Actions": 2, "Resolutions": 1, "Attendees": 2, "Sections": 1, "Meeting": 2}


def test_only_one_kind_is_one_sheet(parish: Minutes) -> None:
    assert list(pages(written(parish, only=Kind.ATTENDEES))) == ["Attendees"]


def test_cells_have_their_types(parish: Minutes) -> None:
    page = pages(written(parish))["Actions"]
    assert len(rows(page)[0]) == len(COLUMNS[Kind.ACTIONS])
    first, second = rows(page)
    assert first["Date"] == dt.datetime(2024, 3, 5)
    assert first["Due date"] == dt.datetime(2024, 4, 3)
    assert second["Due latest"] == dt.datetime(2024, 4, 5)
    assert second["Confidence"] == 0.75
    assert first["Line"] == 3
    assert first["Section number"] == "7.10"
    assert first["Owners"] == "Clerk; Cllr Bell"
    assert second["Owners"] is None


def test_what_looks_like_a_formula_is_text(parish: Minutes) -> None:
    page = pages(written(parish))["Actions"]
    (cell,) = [cell for row in page.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert cell.value == '=HYPERLINK("x") write to the “contractor”'
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_a_tracker_has_frozen_headings_filters_and_a_choice_of_status(parish: Minutes) -> None:
    for page in pages(written(parish)).values():
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions
    (choice,) = pages(written(parish))["Actions"].data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"open,done"', "M2:M3")


def test_widths_fit_their_cells_and_long_ones_wrap(parish: Minutes) -> None:
    page = pages(written(parish))["Actions"]
    width = {str(page.cell(1, index).value): page.column_dimensions[letter].width for index, letter in columns(page)}
    assert width["Body"] >= len("Møllebrook Parish Council")
    assert width["Line"] < 10
    assert max(width.values()) <= 61
    assert page["E2"].alignment.wrap_text


def test_rows_are_as_high_as_their_longest_cell_takes() -> None:
    stream = io.BytesIO()
    write_xlsx(
        stream, [Sheet("X", {"text": "Text"}, [{"text": "short"}, {"text": "word " * 60}, {"text": "w " * 9999}])]
    )
    page = pages(stream.getvalue())["X"]
    assert [page.row_dimensions[row].height for row in (2, 3, 4)] == [None, 90, 408.75]


def columns(page: Worksheet) -> list[tuple[int, str]]:
    return [(index, get_column_letter(index)) for index in range(1, page.max_column + 1)]


def test_the_same_records_give_the_same_bytes(parish: Minutes) -> None:
    assert written(parish) == written(parish)


def test_no_rows_are_a_sheet_with_headings() -> None:
    page = pages(written(only=Kind.ACTIONS))["Actions"]
    assert page.max_row == 1


def test_cells_that_no_workbook_can_hold_are_cut_or_told_as_text() -> None:
    stream = io.BytesIO()
    write_xlsx(stream, [Sheet("X", {"text": "Text", "date": "Date"}, [{"text": "y" * 40_000, "date": "1776-07-04"}])])
    (row,) = rows(pages(stream.getvalue())["X"])
    assert row == {"Text": "y" * (LONGEST_CELL - 1) + "…", "Date": "1776-07-04"}


TITLES = {
    "Clerk": "Clerk",
    "Budget: [draft]/v2?": "Budget   draft  v2",
    "Assistant Director, Counter Fraud and Community Safety": "Assistant Director, Counter Fra",
    "": "Sheet",
    "'quoted'": "quoted",
    "History": "History (2)",
}


@pytest.mark.parametrize("title", TITLES)
def test_titles_become_names_that_excel_allows(title: str) -> None:
    assert " ".join(page_name(title, set()).split()) == " ".join(TITLES[title].split())


def test_no_two_pages_have_one_name() -> None:
    stream = io.BytesIO()
    write_xlsx(stream, [Sheet(title, {"text": "Text"}, []) for title in ("Clerk", "clerk", "x" * 40, "x" * 41)])
    names = list(pages(stream.getvalue()))
    assert names == ["Clerk", "clerk (2)", "x" * 31, "x" * 27 + " (2)"]
