"""Actions marked by the columns of a table: tables of actions, and minutes laid out as a table with such a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.table_columns import ColumnReader, Columns
from minutes_cli.find.table_labels import LabelledRows
from minutes_cli.find.table_rows import Row, whole_rows
from minutes_cli.find.task_status import tells_done
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.records import ActionStatus
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences

_NUMBER = lazy(r"(?:item\s+)?[A-Z]{0,3}\d[\w./() -]{0,11}", re.IGNORECASE)

_DUE_STATUS = lazy(r"\W*(?:due|by|before)\s+(?!.*\b(?:done|complete|closed)\b)", re.IGNORECASE)


def find_tables_of_actions(
    document: Document, rules: Rules, words: TaskWords, titles: ColumnReader
) -> Iterator[ActionCandidate]:
    """The tasks that tables mark, row by row."""
    if not document.layout.tables:
        return
    tables: dict[int, dict[int, Row]] = {}
    for index, block in enumerate(document.blocks):
        if block.cell is not None:
            rows = tables.setdefault(block.cell.table, {})
            rows.setdefault(block.cell.row, Row()).cells.setdefault(block.cell.column, []).append((index, block))
    reader = TableReader(document, rules, words)
    labelled = LabelledRows(rules, words)
    for table, rows in tables.items():
        columns = titles.columns(table)
        if columns is None:
            yield from labelled.read(list(rows.values()))
            continue
        flattened = document.layout.tables[table].kind == "columns"
        for row in whole_rows([row for number, row in rows.items() if number > columns.header], columns, flattened):
            yield from reader.read(row, columns)


def header_rows(document: Document, titles: ColumnReader) -> frozenset[tuple[int, int]]:
    """The rows, as table and row, that hold the titles of the columns of a table of actions."""
    found = ((table, titles.columns(table)) for table in range(len(document.layout.tables)))
    return frozenset((table, row) for table, columns in found if columns for row in range(columns.header + 1))


class TableReader:
    """Reads the tables of actions of one document."""

    def __init__(self, document: Document, rules: Rules, words: TaskWords) -> None:
        self._document = document
        self._words = words
        self._done = rules.words("action_status_done")
        self._none = rules.words("no_owner")

    def read(self, row: Row, columns: Columns) -> Iterator[ActionCandidate]:
        """The tasks of one row."""
        owners = self._owners(row, columns.owner)
        task = row.cells.get(columns.task, []) if columns.task is not None else []
        text = row.cells.get(columns.text, []) if columns.text is not None else []
        if task and not owners and columns.owner is None and self._words.owners.is_owner(row.words(columns.task)):
            owners, task = self._owners(row, columns.task), []
            text = text or self._widest(row, columns)
        if task:
            yield from self._tasks(row, columns, task, owners)
        elif (owners or (columns.strong and columns.due is not None and row.words(columns.due))) and columns.strong:
            yield from self._from_text(row, columns, text or self._widest(row, columns), owners)

    def _tasks(
        self, row: Row, columns: Columns, cell: list[tuple[int, Block]], owners: tuple[str, ...]
    ) -> Iterator[ActionCandidate]:
        """What stands in an action column: one task, or one for each entry of a list in the cell."""
        entries = [[one] for one in cell] if not row.wrapped and self._are_entries(cell) else [cell]
        lines = [line for line in row.words(columns.owner).split("\n") if line.strip()]
        each = len(lines) == len(entries) > 1 and all(self._words.owners.is_owner(line) for line in lines)
        for number, entry in enumerate(entries):
            index, block = entry[0]
            joined = " ".join(part.words for _, part in entry)
            if (
                self._words.is_decided(joined)
                or len(joined.strip(" .-")) < 3
                or joined.lower().strip(" .") in self._none
            ):
                continue
            pieces = tuple((part.body, part.start + len(part.text.rstrip())) for _, part in entry)
            given = self._words.owners.split(lines[number]) if each else owners
            parts = self._words.owned_parts(block.text, block.body - block.start, len(block.text.rstrip()))
            if not given and len(entry) == 1 and len(parts) > 1:
                for a, b in parts:
                    one = self._words.parted(block.text, a, b)
                    place = ((block.start + one.start, block.start + one.end),)
                    told = self._candidate(index, place, one.owners, row, columns, repeats=True)
                    yield _due_by(told, block, one.due)
                continue
            own: tuple[int, int] | None = None
            if not given and len(entry) == 1:
                start = block.body - block.start
                found = self._words.parted(block.text, start, len(block.text.rstrip()))
                given, own = found.owners or self._words.owners_in(block.words), found.due
                pieces = ((block.start + found.start, block.start + found.end),)
            elif not given:
                given = self._words.owners_in(joined)
            yield _due_by(self._candidate(index, pieces, given, row, columns, repeats=True), block, own)

    def _are_entries(self, cell: list[tuple[int, Block]]) -> bool:
        """Whether each paragraph of a cell is a task of its own: an entry of a list, or opened by an owner."""
        if len(cell) < 2:
            return False
        return all(block.listed for _, block in cell) or all(
            self._words.leading_owner(block.words)
            or self._words.parted(block.words, 0, len(block.words)).owners
            or (len(block.words.split()) > 3 and self._words.is_task(block.words))
            for _, block in cell
        )

    def _from_text(
        self, row: Row, columns: Columns, cell: list[tuple[int, Block]], owners: tuple[str, ...]
    ) -> Iterator[ActionCandidate]:
        """The sentence of a paragraph that an owner stands beside: the one that names a task, else all of it."""
        lines = [line for line in row.words(columns.owner).split("\n") if line.strip()]
        tasks = list(self._given(cell)) if len(lines) > 1 else []
        if len(lines) == len(tasks) > 1 and all(self._words.owners.is_owner(line) for line in lines):
            # One task for each line of owners: "RD / KO" and below it "JF" stand beside two tasks.
            for line, (index, start, end) in zip(lines, tasks, strict=True):
                yield self._candidate(index, ((start, end),), self._words.owners.split(line), row, columns)
            return
        best: tuple[int, int] | None = None
        for place, (_, block) in enumerate(cell):
            weight = self._words.weight(block.text[block.body - block.start :], owners)
            if best is None or weight >= best[0]:
                best = (weight, place)
        if best is None or (best[0] == 0 and not row.words(columns.due)):
            return
        index, block = cell[best[1]]
        start = block.body - block.start
        task = self._words.weightiest(block.text, start, len(block.text.rstrip()), owners)
        if task is None:
            return
        pieces = [(block.start + task.start, block.start + task.end)]
        if best[1] and task.start <= start and self._words.is_unfinished(block.text[task.start : task.end]):
            above = cell[best[1] - 1][1]
            lead = self._words.trailing(above.text, above.body - above.start, len(above.text.rstrip()))
            if lead is not None:
                pieces.insert(0, (above.start + lead.start, above.start + lead.end))
        yield self._candidate(index, tuple(pieces), owners, row, columns)

    def _given(self, cell: list[tuple[int, Block]]) -> Iterator[tuple[int, int, int]]:
        """The sentences of a cell that state a task: the block's index, and the offsets in the document."""
        for index, block in cell:
            begin = block.body - block.start
            for start, end in split_sentences(block.text[begin:]):
                if self._words.weight(block.text[begin + start : begin + end], ()):
                    yield index, block.body + start, block.body + end

    def _candidate(
        self,
        index: int,
        pieces: tuple[tuple[int, int], ...],
        owners: tuple[str, ...],
        row: Row,
        columns: Columns,
        *,
        repeats: bool = False,
    ) -> ActionCandidate:
        due, due_words = self._due(row, columns.due)
        if columns.due is None and _DUE_STATUS.match(row.words(columns.status)):
            due, _ = self._due(row, columns.status)  # "Due by 30 June" stands under "Status"
        marked = (columns.owner, columns.due, columns.reference, columns.status)
        marks = [block for column in marked if column is not None for _, block in row.cells.get(column, ())]
        evidence = [edge for block in marks for edge in (block.start, block.start + len(block.text.rstrip()))]
        reference = " ".join(row.words(columns.reference).split())
        if not reference and columns.task is not None and _NUMBER.fullmatch(row.words(columns.text).strip()):
            reference = row.words(columns.text).strip()  # under "Item" or "Minute" its number
        return ActionCandidate(
            pieces=pieces,
            kind="explicit",
            block=index,
            rule="action.table" if repeats else "action.column",
            owners=owners,
            due=due,
            reference=reference if 0 < len(reference) <= 16 else None,
            status=self._status(row.words(columns.status), due_words),
            evidence=(min(evidence), max(evidence)) if evidence else None,
            repeats=repeats,
        )

    def _due(self, row: Row, column: int | None) -> tuple[tuple[int, int] | None, str]:
        cell = row.cells.get(column, []) if column is not None else []
        if not cell:
            return None, ""
        words = " ".join(row.words(column).split())
        if words.lower().strip(" .-") in self._none | self._done or len(words) < 2:
            return None, words
        if len(words) > 60 and not self._words.dues.whole(words):
            return None, words
        return (cell[0][1].start, cell[-1][1].start + len(cell[-1][1].text.rstrip())), words

    def _status(self, words: str, due: str) -> ActionStatus:
        for text in (words, due):
            first = re.match(r"\W*([\w✓✔☑]+)", text.lower())
            if first and first[1] in self._done and not re.match(r"\W*complete(?:\s+by|\s+\d)", text.lower()):
                return "done"
            if text.strip()[:1] in ("✓", "✔", "☑") or tells_done(text):
                return "done"
        return "open"

    def _owners(self, row: Row, column: int | None) -> tuple[str, ...]:
        words = row.words(column)
        lines = [line for line in words.split("\n") if line.strip()]
        broken = row.wrapped and not all(re.fullmatch(r"\W*[A-Z]{2,4}\W*", line) for line in lines)
        if len(lines) > 1 and (broken or not all(self._words.owners.is_owner(line) for line in lines)):
            words = " ".join(lines)
        if not words.strip() or words.strip(" .-–").lower() in self._none:
            return ()
        return self._words.owners.split(words) if len(words) < 200 else ()

    def _widest(self, row: Row, columns: Columns) -> list[tuple[int, Block]]:
        """The cell with the most text that is no owner's, deadline's or number's."""
        taken = {columns.owner, columns.due, columns.reference, columns.status}
        free = {column: cell for column, cell in row.cells.items() if column not in taken}
        return max(free.values(), key=lambda cell: sum(len(block.text) for _, block in cell), default=[])


def _due_by(task: ActionCandidate, block: Block, due: tuple[int, int] | None) -> ActionCandidate:
    """A task with the deadline that its own cell sets apart ("… - by 23 May"), where no column tells one."""
    if task.due is not None or due is None:
        return task
    return replace(task, due=(block.start + due[0], block.start + due[1]))
