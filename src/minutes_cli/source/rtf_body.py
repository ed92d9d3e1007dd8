"""The paragraphs, tables and notes of an RTF file, as its control words part them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from minutes_cli.source.blocks import Block, Cell, Part, Run, Table, mark_bold
from minutes_cli.source.glyphs import SYMBOLS

_GAP = 60  # twips between paragraphs from which they stand apart


@dataclass(frozen=True, slots=True)
class _Paragraph:
    r"""What ``\pard`` undoes."""

    in_table: bool = False
    level: int = 0
    before: int = 0
    after: int = 0


class Body:
    """The blocks so far and those still open: a paragraph, a cell, a row, a table."""

    def __init__(self, levels: Mapping[int, int]) -> None:
        self.levels = levels  # of headings, by the number of their style
        self.runs: list[Run] = []
        self.marker: list[str] = []
        self._paragraph = _Paragraph()
        self._parts: list[Part] = []
        self._rows: list[tuple[Cell, ...]] = []
        self._row: list[Cell] = []
        self._cell: list[Part] = []
        self._merged: list[bool] = []
        self._merge_next = False
        self._notes: list[Part] = []

    def finish(self) -> list[Part]:
        """All blocks, the notes behind the others."""
        self.end_paragraph()
        self._end_table()
        return self._parts + self._notes

    def note(self, words: str) -> str:
        """Take in a note; gives the mark that stands for it in the text."""
        mark = f"[{len(self._notes) + 1}]"
        self._notes.append(Block(f"{mark} {words}"))
        return mark

    def word(self, word: str, number: int | None) -> None:
        """Take in a control word that ends a paragraph, a cell or a row, or that says something of one."""
        if word == "par" or word == "sect":
            self.end_paragraph()
        elif word == "pard":
            self._paragraph = _Paragraph()
        elif word == "outlinelevel" and number is not None:
            self._paragraph = replace(self._paragraph, level=number + 1 if number < 9 else 0)
        elif word == "s" and number is not None and number in self.levels:
            self._paragraph = replace(self._paragraph, level=self.levels[number])
        elif word == "sb":
            self._paragraph = replace(self._paragraph, before=number or 0)
        elif word == "sa":
            self._paragraph = replace(self._paragraph, after=number or 0)
        else:
            self._table_word(word)

    def _table_word(self, word: str) -> None:
        if word == "intbl":
            self._paragraph = replace(self._paragraph, in_table=True)
        elif word in ("nestcell", "nestrow"):
            self.end_paragraph()
        elif word == "cell":
            self._paragraph = replace(self._paragraph, in_table=True)
            self.end_paragraph(in_cell=True)
            self._row.append(tuple(self._cell))
            self._cell = []
        elif word == "trowd":
            self._merged = []
        elif word in ("clvmrg", "clmrg"):
            self._merge_next = True
        elif word == "cellx":
            self._merged.append(self._merge_next)
            self._merge_next = False
        elif word == "row":
            flags = self._merged + [False] * len(self._row)
            self._rows.append(tuple(() if gone else cell for cell, gone in zip(self._row, flags, strict=False)))
            self._row = []

    def end_paragraph(self, in_cell: bool = False) -> None:
        """Close the open paragraph, within a cell or behind the table before it."""
        runs, self.runs = self.runs, []
        marker = _marker("".join(self.marker))
        self.marker.clear()
        words = "".join(run.text for run in runs)
        if in_cell and not words and not marker:
            return
        level = self._paragraph.level
        tight = max(self._paragraph.before, self._paragraph.after) < _GAP
        text = words if level else mark_bold(runs)
        block = Block(text.strip("\n"), min(level, 6), marker if words.strip() else "", 0, tight)
        if self._paragraph.in_table:
            self._cell.append(block)
        else:
            self._end_table()
            self._parts.append(block)

    def _end_table(self) -> None:
        if self._row or self._cell:
            self._rows.append((*self._row, tuple(self._cell)))
            self._row, self._cell = [], []
        if self._rows:
            self._parts.append(Table(tuple(self._rows)))
            self._rows = []


def _marker(text: str) -> str:
    """The number of a list entry, or "-" for any bullet."""
    text = text.translate(SYMBOLS).strip()
    if not text or len(text) > 24:
        return ""
    return text if any(map(str.isalnum, text)) and text != "o" else "-"
