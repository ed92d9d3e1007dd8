"""Lists that stand side by side: "Attendees     Apologies     Distribution" with names in columns below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from minutes_cli.document import Document
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.patterns import lazy

_CELL = lazy(r"\S+(?: {1,2}\S+)*")
_FRONT = 60  # lines
_MOST_LINES = 60
_SLACK = 3  # columns by which a cell may stand off its heading


class AttendanceAbreast:
    """Finds such lists in the head of a document."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    def find(self, document: Document) -> Iterator[tuple[Label, int, list[tuple[int, int, int]]]]:
        """Each label with its block and the stretches of its column: the block of each, its start and its end."""
        lines = document.layout.lines
        for number, line in enumerate(lines[:_FRONT]):
            if document.layout.masked.find("   ", line.start + line.indent, line.end) < 0:
                continue
            first = _CELL.search(document.layout.masked, line.start, line.end)
            if first is None or self._label(first[0]) is None:
                continue
            heads = list(_CELL.finditer(document.layout.masked, line.start, line.end))
            labels = [self._label(head[0]) for head in heads]
            if sum(label is not None for label in labels) < 2 or not document.blocks:
                continue
            starts = [block.start for block in document.blocks]
            columns = [head.start() - line.start for head in heads]
            spans = self._columns(document, columns, number + 1, starts)
            for label, stretches in zip(labels, spans, strict=True):
                if label is not None and stretches:
                    yield label, max(0, bisect_right(starts, line.start) - 1), stretches
            return

    def _label(self, words: str) -> Label | None:
        label = self.labels.of(words, heading=True)
        return label if label is not None and not label.weak and not label.heading else None

    def _columns(
        self, document: Document, columns: Sequence[int], first: int, starts: Sequence[int]
    ) -> list[list[tuple[int, int, int]]]:
        """The cells below each heading, down to the first line that does not keep to the columns."""
        spans: list[list[tuple[int, int, int]]] = [[] for _ in columns]
        for line in document.layout.lines[first : first + _MOST_LINES]:
            cells = list(_CELL.finditer(document.layout.masked, line.start, line.end))
            places = [self._column(columns, cell.start() - line.start) for cell in cells]
            if any(place is None for place in places) or (cells and line.words and cells[0][0][-1] in ".:"):
                break
            for cell, place in zip(cells, places, strict=True):
                if place is not None:
                    block = max(0, bisect_right(starts, cell.start()) - 1)
                    spans[place].append((block, cell.start(), cell.end()))
            if not cells and any(spans):
                break
        return spans

    def _column(self, columns: Sequence[int], at: int) -> int | None:
        return next((number for number, column in enumerate(columns) if abs(at - column) <= _SLACK), None)
