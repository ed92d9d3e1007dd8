"""Actions in tables whose first cells are labels: "Action | Kim to review it | May", and below it "Who | Kim"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.table_rows import Row
from minutes_cli.find.task_words import TaskWords
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

_MOST = 4  # cells of such a row


class LabelledRows:
    """Reads the rows of tables that have no titles over their columns."""

    def __init__(self, rules: Rules, words: TaskWords) -> None:
        self._words = words
        self._label = rules.regex(r"\W*{action_label}(?:[ ]*{action_number})?\W*", ignore_case=True)
        self._owner = rules.words("owner_column")
        self._due = rules.words("due_column")

    def read(self, rows: Sequence[Row]) -> Iterator[ActionCandidate]:
        """The tasks of the rows that a label opens, each with what the rows below it tell."""
        task: ActionCandidate | None = None
        for row in rows:
            cells = [row.cells[column] for column in sorted(row.cells)]
            if not 2 <= len(cells) <= _MOST:
                continue
            title = row.words(min(row.cells)).strip()
            label = self._label.fullmatch(title)
            if label:
                if task is not None:
                    yield task
                task = self._task([cell[0] for cell in cells[1:]], label["ref"])
            elif task is not None:
                task = self._with(task, title.lower().strip(" :?"), cells[1][0][1])
        if task is not None:
            yield task

    def _task(self, cells: Sequence[tuple[int, Block]], reference: str | None) -> ActionCandidate | None:
        index, block = cells[0]
        if self._words.is_decided(block.words) or len(block.words.split()) < 3:
            return None
        found = self._words.parted(block.text, block.body - block.start, len(block.text.rstrip()))
        owners = found.owners or self._words.owners_in(block.text[found.start : found.end])
        task = ActionCandidate(
            pieces=((block.start + found.start, block.start + found.end),),
            kind="explicit",
            block=index,
            rule="action.row",
            owners=owners,
            due=(block.start + found.due[0], block.start + found.due[1]) if found.due else None,
            reference=reference,
            status=found.status,
        )
        for _, other in cells[1:]:
            task = self._with(task, "", other)
        return task

    def _with(self, task: ActionCandidate, title: str, cell: Block) -> ActionCandidate:
        """A task with the owner or the deadline that a cell holds under a title, or without one."""
        words = cell.words.strip()
        if (not title or title in self._owner) and self._words.owners.is_owner(words):
            return replace(task, owners=self._words.owners.split(words))
        if (not title or title in self._due) and self._words.dues.whole(words):
            return replace(task, due=(cell.body, cell.start + len(cell.text.rstrip())))
        return task
