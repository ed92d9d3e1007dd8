"""Headings in a table that the minutes are laid out in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.find.heading_candidates import Candidate, made, span
from minutes_cli.find.heading_run_ins import BOLD_HEAD, MARK_UP, bold_title
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout

# Titles of the column that tells what was said of an item.
_TOLD = frozenset(
    ("discussion", "discussion and decisions", "discussion points", "minutes", "minute", "notes", "summary")
)
_LISTED_IN_CELL = lazy(r"<ol\b(?:[^>]*?start=\"(?P<start>\d{1,3})\")?[^>]*>\s*(?:<li>\s*)?$")


def in_cell(layout: Layout, blocks: Sequence[Block], index: int, words: str, titles: Titles) -> Candidate | None:
    """A heading in a table that the minutes are laid out in: bold, or with its number in the cell before."""
    block = blocks[index]
    line = layout.lines[block.first]
    if not words or block.cell is None or block.cell.column > 1 or not block.cell.row:
        return None
    header = layout.tables[block.cell.table].rows[0]
    if block.cell.column < len(header) and layout.cut(*header[block.cell.column]).lower() in titles.entries:
        return None
    before = blocks[index - 1] if index else block
    number, opens = "", before.cell != block.cell
    if (
        before.cell
        and (before.cell.table, before.cell.row) == (block.cell.table, block.cell.row)
        and before.cell.column < block.cell.column
        and not before.words
    ):
        number = before.label
    if opens and not line.bold and (titled := _run_in(layout, index, block, titles, number)) is not None:
        return titled
    if not titles.fits(words.rstrip(". :"), 20):
        return None
    slanted = layout.text[max(0, block.body - 2) : block.body].strip() == "*"  # set in italics, which heads nothing
    if titles.is_marked(words) or ((not line.bold or slanted) and number and _row_goes_on(layout, block)):
        return None
    if number and not titles.is_sentence(words.rstrip(".")):
        return made(layout, index, block, "number", number=number, strong=True)
    if block.cell.column == 0 and _in_item_column(layout, block, titles) and not titles.is_sentence(words):
        cell = layout.tables[block.cell.table].rows[block.cell.row][block.cell.column]
        listed = _LISTED_IN_CELL.search(layout.text, cell[0], block.body)
        counted = (listed["start"] or "1") if listed else None
        return made(layout, index, block, "cell", number=counted, strong=True)
    if line.bold and not (words.endswith(":") and titles.is_label(words)):
        nested = re.match(r"([a-z]|[ivx]{1,5})[.)]\s+", words)
        start = block.body + (nested.end() if nested else 0)
        return made(layout, index, block, "bold", start=start, number=(nested[1] if nested else line.label))
    return None


def _run_in(layout: Layout, index: int, block: Block, titles: Titles, number: str) -> Candidate | None:
    """A title in bold that the text of a cell opens with: "| 15/32 | **Lease.** The Trustees … | Mr Moor |"."""
    if layout.text[block.start] not in MARK_UP:
        return None
    title = bold_title(layout, block, titles, front=True) or (_bold_opening(layout, block, titles) if number else None)
    if title is None:
        return None
    style = "number" if number else "lead"
    return made(layout, index, block, style, title=title, number=number, run_in=True, strong=True)


def _bold_opening(layout: Layout, block: Block, titles: Titles) -> tuple[int, int] | None:
    """The words in bold before a mark and whatever few words are said of the item: "**Apologies** - none."."""
    bold = BOLD_HEAD.match(layout.text, block.start, block.end)
    head = layout.masked[slice(*bold.span(1))].strip() if bold else ""
    rest = layout.masked[bold.end() : block.end].strip() if bold else ""
    bare = head.rstrip(" .:-")
    if bold is None or not rest or not bare or not (head[-1] in ".:" or rest[0] in ".:-"):
        return None
    if titles.is_marked(bare) or titles.honorific.match(bare) or not titles.heads(bare):
        return None
    if bare.split()[0].lower() in titles.given or (titles.is_label(bare) and not titles.is_usual(bare)):
        return None
    return span(layout, *bold.span(1))


def _row_goes_on(layout: Layout, block: Block) -> bool:
    """Whether words stand in the cells behind a cell of the first two columns, as in a table of tasks."""
    if block.cell is None:
        return False
    row = layout.tables[block.cell.table].rows[block.cell.row]
    return any(layout.masked[start:end].strip(" |\r\n") for start, end in row[block.cell.column + 1 :])


def _in_item_column(layout: Layout, block: Block, titles: Titles) -> bool:
    """Whether a cell stands in the first column of a table whose header says that it holds the items."""
    if block.cell is None or not block.cell.row:
        return False
    header = layout.tables[block.cell.table].rows[0]
    return len(header) > 1 and layout.cut(*header[0]).lower().strip(" :") in titles.item_columns


def holds_text(layout: Layout, table: int) -> bool:
    """Whether minutes are laid out in a table: its header says so, or some cell of it holds a sentence or more."""
    header = [layout.cut(*cell).lower().strip(" :") for cell in layout.tables[table].rows[0]]
    return any(word in _TOLD for word in header) or any(
        end - start > 80 and len(" ".join(layout.masked[start:end].split())) > 80
        for row in layout.tables[table].rows
        for start, end in row
    )
