"""Tables of attendance that are forms: cells such as "Present:", with the people in, beside or below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_cli.document import Document
from minutes_cli.find.attendance_grid import Grid, cell_people
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.find.attendance_lists import chair_or
from minutes_cli.find.attendance_words import TableWords
from minutes_cli.find.listed import Listed, noted_status
from minutes_cli.rules.match import Rules
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person


class AttendanceForms:
    """Reads such tables."""

    def __init__(self, rules: Rules, labels: Labels, people: PeopleLists, words: TableWords) -> None:
        self.labels = labels
        self.people = people
        self.words = words
        self.verb = re.compile(rf"(?<![\w'-]){rules.expand('{sentence_verb}')}(?![\w-])", re.VERBOSE)

    def find(self, document: Document, grid: Grid) -> Iterator[Listed]:
        """The people of a table: in the cell of the label, to its right or in the rows below it."""
        labels = {
            (row, column): label
            for row, cells in enumerate(grid.words)
            for column, words in enumerate(cells)
            if words and len(words) < 400 and (label := self._label(grid, row, column))
        }
        front = bool(grid.blocks) and document.places[grid.blocks[0]] is None and len(labels) > 1
        form = front and len(grid.words) <= 2
        if not any(not label.role and (front or not label.context) for label in labels.values()) and not form:
            return
        heads = [column for (row, column) in labels if row == 0]
        for (row, column), label in sorted(labels.items()):
            inside = document.layout.masked[slice(*grid.cells[row][column])]
            offset = self.labels.opening(inside.replace("\n", " "))
            start, end = grid.cells[row][column]
            if offset is not None and inside[offset.end :].strip(" .:-\r\n"):
                yield from self._listed(document, grid, label, row, start + offset.end, end)
            elif (
                (row, column + 1) not in labels
                and grid.at(row, column + 1)
                and (row > 0 or len(heads) < 2 or self._is_form(grid, heads))
            ):
                yield from self._beside(document, grid, labels, row, column)
            else:
                yield from self._below(document, grid, labels, row, column)

    def _is_form(self, grid: Grid, heads: Sequence[int]) -> bool:
        """Whether labels and values take turns in the first row: "Chair | Ann Moor | Clerk | Al Fenn"."""
        values = [grid.at(0, column + 1) for column in heads]
        return all(b - a == 2 for a, b in pairwise(heads)) and all(
            word and not self.words.kind(word) for word in values
        )

    def _label(self, grid: Grid, row: int, column: int) -> Label | None:
        """The label that a cell is or opens with; a bare office or "Members" only with somebody to its right."""
        words = grid.at(row, column)
        label = self.labels.opening(words)
        if label is not None and (not label.context or label.role):
            return label
        beside = grid.at(row, column + 1)
        if not beside or self.words.kind(beside) or len(words) > 40 or (column > 0 and row > 0):
            return None
        return self.labels.of(words)

    def _listed(self, document: Document, grid: Grid, label: Label, row: int, start: int, end: int) -> Iterator[Listed]:
        for person in cell_people(self.people, document, start, end):
            if label.role:
                person = replace(person, role=person.role or chair_or(label.role))
            status = noted_status(person) or label.status
            yield Listed(person, status, label.alone, label.rule, grid.blocks[row], label.weak)

    def _beside(
        self, document: Document, grid: Grid, labels: dict[tuple[int, int], Label], row: int, column: int
    ) -> Iterator[Listed]:
        label = labels[row, column]
        for below in range(row, len(grid.words)):
            if below > row and grid.at(below, column):
                return
            if grid.at(below, column + 1) and (below, column + 1) not in labels:
                found = list(self._listed(document, grid, label, below, *grid.cells[below][column + 1]))
                if found and self.is_entry(grid.at(below, column + 1), found):
                    yield from found

    def _below(
        self, document: Document, grid: Grid, labels: dict[tuple[int, int], Label], row: int, column: int
    ) -> Iterator[Listed]:
        label = labels[row, column]
        for below in range(row + 1, len(grid.words)):
            words = grid.at(below, column)
            if (below, column) in labels or words.endswith(":"):
                return
            if not words:
                continue
            found = list(self._listed(document, grid, label, below, *grid.cells[below][column]))
            if (not found and not self.people.names.is_nobody(words)) or not self.is_entry(words, found):
                return
            beside = grid.at(below, column + 1)
            if len(found) == 1 and beside and not self._is_label(labels, grid, below, column + 1):
                found = [replace(found[0], person=self._detailed(found[0].person, beside))]
            yield from found

    def is_entry(self, words: str, found: Sequence[Listed]) -> bool:
        """Whether the words of a cell are people's names rather than a topic or a sentence."""
        if not found:
            return True
        first = found[0].person
        named = first.honorific or first.initials or len(first.name.split()) >= 2
        return bool(named) and len(words.split()) <= 10 * len(found) and not self.verb.search(words)

    def _is_label(self, labels: dict[tuple[int, int], Label], grid: Grid, row: int, column: int) -> bool:
        above = any((other, column) in labels for other in range(row + 1))
        return above or grid.at(row, column).endswith(":")

    def _detailed(self, person: Person, words: str) -> Person:
        if self.people.names.is_role(words):
            return replace(person, role=person.role or words)
        return replace(person, organisation=person.organisation or words)
