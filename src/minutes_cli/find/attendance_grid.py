"""A table of a document as a grid of words, and the people of one without header words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes_cli.document import Document
from minutes_cli.find.attendance_labels import Label
from minutes_cli.find.listed import Listed, noted_status
from minutes_cli.patterns import lazy
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text, placed

_BREAK = lazy(r"<br\s*/?>|</p>|</li>")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the words of its cells, and the block that each row starts with."""

    cells: tuple[tuple[tuple[int, int], ...], ...]
    words: tuple[tuple[str, ...], ...]
    blocks: tuple[int, ...]

    def at(self, row: int, column: int) -> str:
        """The words of a cell; empty where the table has none there."""
        return self.words[row][column] if row < len(self.words) and column < len(self.words[row]) else ""


def read_grid(document: Document, number: int, rows: dict[int, int]) -> Grid:
    """The table of a number, with the blocks that its rows start with."""
    table = document.layout.tables[number]
    first = min(rows.values())
    words = tuple(tuple(document.cut(*cell) for cell in row) for row in table.rows)
    blocks, last = [], first
    for row in range(len(table.rows)):
        last = rows.get(row, last)
        blocks.append(last)
    return Grid(table.rows, words, tuple(blocks))


def cell_people(people: PeopleLists, document: Document, start: int, end: int) -> list[Person]:
    """The people whom a cell names; its line breaks part them."""
    masked = document.layout.masked[start:end].replace("\n", " ").replace("\r", " ")
    raw = _BREAK.sub(lambda match: "\n" * len(match[0]), document.text[start:end])
    return [placed(person, start) for person in people.read(Text(masked, raw))]


def by_rows(people: PeopleLists, document: Document, grid: Grid, over: Label | None) -> Iterator[Listed]:
    """A table without header words below a label: one of its columns holds names, the others tell of them."""
    if over is None or over.context:
        return
    columns = range(max(map(len, grid.cells)))
    read = [[_alone(people, document, grid, row, column) for row in range(len(grid.cells))] for column in columns]
    counts = [sum(person is not None for person in column) for column in read]
    titled = [sum(bool(person and person.honorific) for person in column) for column in read]
    named = max(columns, key=lambda column: (counts[column], titled[column]))
    if counts[named] < 2 or counts[named] * 3 < 2 * len(grid.cells):
        return
    for row, person in enumerate(read[named]):
        if person is None:
            continue
        for column in columns:
            words = grid.at(row, column)
            if column != named and words:
                person = people.names.with_detail(person, Text(words, words), 0, len(words))
        person = replace(person, end=person.name_end)
        yield Listed(person, noted_status(person) or over.status, over.alone, over.rule, grid.blocks[row])


def _alone(people: PeopleLists, document: Document, grid: Grid, row: int, column: int) -> Person | None:
    """The person whom a cell names and nobody else; a name of one word needs an honorific."""
    if not grid.at(row, column):
        return None
    found = cell_people(people, document, *grid.cells[row][column])
    if len(found) != 1 or not (found[0].honorific or " " in found[0].name):
        return None
    return found[0]
