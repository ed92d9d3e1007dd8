"""Tables of attendance with a column for each status, in which a mark tells who came: "Name | Present | Apologies"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.attendance_grid import Grid, cell_people
from minutes_cli.find.attendance_labels import Labels
from minutes_cli.find.listed import Listed
from minutes_cli.values.people import PeopleLists

_LONGEST_MARK = 3  # characters: "X", "yes", "✓"


def by_crosses(
    people: PeopleLists, labels: Labels, document: Document, grid: Grid, kind: Callable[[str], str | None]
) -> Iterator[Listed]:
    """The people of such a table, each with the status of the one column marked in the row.

    ``kind`` tells what the header word of a column says that it holds.
    """
    if len(grid.words) < 3 or len(grid.words[0]) < 3:
        return
    kinds = [kind(words) for words in grid.words[0]]
    statuses = {
        column: label.status
        for column, words in enumerate(grid.words[0])
        if words and kinds[column] != "name" and (label := labels.of(words)) and not label.role
    }
    if "name" not in kinds or len(statuses) < 2 or len(set(statuses.values())) < 2:
        return
    marked = [_marked(grid, row, statuses) for row in range(1, len(grid.words))]
    if sum(column is not None for column in marked) * 2 < len(marked):
        return
    for row, column in enumerate(marked, start=1):
        named = kinds.index("name")
        if column is None or not grid.at(row, named):
            continue
        for person in cell_people(people, document, *grid.cells[row][named])[:1]:
            about = {
                name: grid.at(row, at) or None for at, name in enumerate(kinds) if name in ("role", "organisation")
            }
            person = replace(
                person,
                role=person.role or about.get("role"),
                organisation=person.organisation or about.get("organisation"),
            )
            yield Listed(person, statuses[column], statuses[column], "attendee.table", grid.blocks[row])


def _marked(grid: Grid, row: int, statuses: dict[int, str]) -> int | None:
    """The one column of a row that has a mark."""
    filled = [column for column in statuses if grid.at(row, column).strip(" -")]
    return filled[0] if len(filled) == 1 and len(grid.at(row, filled[0])) <= _LONGEST_MARK else None
