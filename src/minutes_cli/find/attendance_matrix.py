"""A register of attendance over a year: a row a person, a column a meeting, with a mark in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_cli.document import Document
from minutes_cli.find.attendance_grid import Grid, cell_people
from minutes_cli.find.listed import Listed
from minutes_cli.find.meeting import find_meeting
from minutes_cli.rules.match import Rules
from minutes_cli.values.dates import find_dates
from minutes_cli.values.people import PeopleLists

_FEWEST_MEETINGS = 3
_HEAD_ROWS = 2


def in_matrix(
    rules: Rules, people: PeopleLists, document: Document, grid: Grid, marked: Callable[[str], str | None]
) -> Iterator[Listed]:
    """The people of such a table with what the column of this meeting says; ``marked`` gives the status of a mark."""
    for head, words in enumerate(grid.words[:_HEAD_ROWS]):
        dates = {column: find_dates(cell) for column, cell in enumerate(words) if cell and column > 0}
        days = {column: found[0] for column, found in dates.items() if found}
        if len(days) < _FEWEST_MEETINGS:
            continue
        meeting = find_meeting(document, rules).date
        of_day = [column for column, day in days.items() if day.date is not None and day.date.isoformat() == meeting]
        filled = [column for column in days if any(grid.at(row, column) for row in range(head + 1, len(grid.words)))]
        if not filled:
            return
        column = of_day[0] if of_day else max(filled)
        for row in range(head + 1, len(grid.words)):
            if not any(grid.at(row, other) for other in days) or not grid.at(row, 0):
                continue
            status = marked(grid.at(row, column)) or "present"
            for person in cell_people(people, document, *grid.cells[row][0])[:1]:
                yield Listed(person, status, status, "attendee.table", grid.blocks[row])
        return
