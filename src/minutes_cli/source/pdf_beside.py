"""What stands beside a paragraph of a PDF, in a table's action column or in the right margin, given to it by height."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.source.blocks import Block, Cell
from minutes_cli.source.pdf_lines import Line
from minutes_cli.source.pdf_paragraphs import Paragraph
from minutes_cli.source.tables import as_action


def level_entries(entries: Sequence[Paragraph], beside: Sequence[Paragraph]) -> Cell:
    """The entries of an action column in a cell as long as that of the paragraphs beside, each at its place.

    One entry at the head of the cell stands for the row, and is left to follow all of it.
    """
    places: list[list[str]] = [[] for _ in beside]
    for entry in entries:
        index = _place_beside(beside, entry.lines)
        index = len(beside) - 1 if index == 0 and len(entries) == 1 else index
        places[index].append(" ".join(line.text for line in entry.lines))
    return tuple(Block("\n".join(found)) for found in places)


def _place_beside(paragraphs: Sequence[Paragraph], note: Sequence[Line]) -> int:
    """Which paragraph a note stands beside: the one that shares most height with it, else the nearest."""

    def nearness(index: int) -> tuple[float, int]:
        lines = [line for line in paragraphs[index].lines if line.page == note[0].page]
        if not lines:
            return float("-inf"), -index
        shared = min(lines[-1].base, note[-1].base) - max(lines[0].base, note[0].base)
        return shared, -index

    return max(range(len(paragraphs)), key=nearness)


def is_between(note: Line, first: Line, last: Line) -> bool:
    """Whether a note stands beside lines from ``first`` to ``last``, or just above or below."""
    upper, lower = (first.page, first.base - 1.3 * first.size), (last.page, last.base + 1.3 * last.size)
    return upper <= (note.page, note.base) <= lower


def attach_notes(paragraphs: Sequence[Paragraph], notes: Sequence[Line]) -> None:
    """Give each note to the paragraph beside which it stands, if that is on these pages."""
    pages = {line.page for paragraph in paragraphs for line in paragraph.lines}
    gathered: list[list[Line]] = []
    for note in notes:
        before = gathered[-1][-1] if gathered else None
        if before is not None and before.page == note.page and note.base - before.base < 1.5 * note.size:
            gathered[-1].append(note)
        else:
            gathered.append([note])
    for lines in gathered:
        if lines[0].page not in pages:
            continue
        text = " ".join(line.text for line in lines)
        paragraph = paragraphs[_place_beside(paragraphs, lines)]
        paragraph.notes.append(as_action(text))
