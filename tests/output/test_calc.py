"""LibreOffice Calc opens what we write, and its cells hold what was meant."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell

from minutes_cli.output.formats import Format
from minutes_cli.output.writer import Layout, new_writer
from minutes_cli.records import Minutes

# what its import dialog calls: the separator, " as quote, Unicode (UTF-8), from line 1, quoted fields are text
IMPORT = "CSV:{separator},34,76,1,,0,true"


def convert(source: Path, separator: int | None) -> dict[str, dict[str, list[Cell]]]:
    """The cells by heading, for each sheet, after Calc has opened the file and saved it as a workbook of its own."""
    office = shutil.which("soffice")
    if office is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI has no soffice: it must install libreoffice-calc")
        pytest.skip("needs LibreOffice Calc")
    command = [office, f"-env:UserInstallation={(source.parent / 'profile').as_uri()}", "--headless"]
    if separator is not None:
        command.append(f"--infilter={IMPORT.format(separator=separator)}")
    folder = source.parent / "converted"
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    book = openpyxl.load_workbook(folder / f"{source.stem}.xlsx")
    sheets: dict[str, dict[str, list[Cell]]] = {}
    for sheet in book:
        columns = [[cell for cell in column if isinstance(cell, Cell)] for column in sheet.iter_cols()]
        sheets[sheet.title] = {str(head.value): cells for head, *cells in columns}
    return sheets


def write(path: Path, form: Format, layout: Layout, minutes: Minutes) -> None:
    with path.open("wb") as stream:
        writer = new_writer(form, stream, layout)
        writer.write(minutes)
        writer.close()


TEXTS = {
    "csv in a file": (Format.CSV, True, 44),
    "csv from a pipe": (Format.CSV, False, 44),
    "tsv in a file": (Format.TSV, True, 9),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_calc_reads_the_cells_as_they_were_meant(tmp_path: Path, parish: Minutes, kind: str) -> None:
    form, marked, separator = TEXTS[kind]
    path = tmp_path / f"out.{form}"
    write(path, form, Layout(marked=marked), parish)
    (columns,) = convert(path, separator).values()
    records = ["meeting", "section", "attendee", "attendee", "action", "action", "resolution"]
    assert [cell.value for cell in columns["record"]] == records
    assert {cell.value for cell in columns["body"]} == {"Møllebrook Parish Council"}
    assert {cell.value for cell in columns["date"]} == {dt.datetime(2024, 3, 5)}
    assert columns["due_date"][4].value == dt.datetime(2024, 4, 3)
    assert columns["section_number"][1].value == "7.10"
    assert columns["text"][4].value == '\'=HYPERLINK("x") write to the “contractor”'
    assert columns["owners"][4].value == "Clerk; Cllr Bell"
    assert columns["clauses"][6].value == "1. note the report; 2. pay"
    assert [columns[name][6].value for name in ("vote_for", "vote_against", "vote_abstain")] == [7, 2, 0]
    assert columns["confidence"][5].value == 0.75
    assert not any(cell.data_type == "f" for cells in columns.values() for cell in cells)


def test_raw_cells_are_what_the_apostrophe_is_for(tmp_path: Path, parish: Minutes) -> None:
    path = tmp_path / "out.csv"
    write(path, Format.CSV, Layout(raw=True), parish)
    (columns,) = convert(path, 44).values()
    assert columns["text"][4].value != '\'=HYPERLINK("x") write to the “contractor”'


def test_calc_opens_the_workbook(tmp_path: Path, parish: Minutes) -> None:
    path = tmp_path / "out.xlsx"
    write(path, Format.XLSX, Layout(), parish)
    sheets = convert(path, None)
    assert list(sheets) == ["Actions", "Resolutions", "Attendees", "Sections", "Meeting"]
    actions = sheets["Actions"]
    assert [cell.value for cell in actions["Text"]] == [
        '=HYPERLINK("x") write to the “contractor”',
        "Order *two* bins",
    ]
    assert {cell.data_type for cell in actions["Text"]} == {"s"}
    assert actions["Due date"][0].value == dt.datetime(2024, 4, 3)
    assert actions["Section number"][0].value == "7.10"
