"""Rich Text Format to blocks. The libraries for RTF give bare characters; boldness, headings, tables and generated
numbers (which RTF keeps beside each list entry) carry meaning, so the control words are followed here: one state
machine, which is why this module is long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from minutes_cli.errors import SourceError
from minutes_cli.source import limits
from minutes_cli.source.blocks import Block, Cell, Part, Run, Table, mark_bold
from minutes_cli.source.glyphs import SYMBOLS, symbol
from minutes_cli.source.rtf_tokens import CODE_PAGES, Token, tokens

_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "listtable listoverridetable revtbl rsidtbl generator fldinst themedata colorschememapping datastore latentstyles "
    "xmlnstbl nonshppict annotation atnid atnauthor atnref bkmkstart bkmkend xe tc tcn filetbl private sp listpicture "
    "ftnsep ftnsepc aftnsep aftnsepc template pgdsctbl pnseclvl background userprops docvar mmathPr".split()
)
_READ_STARRED = frozenset("shpinst shptxt shppict pn pntext pntxtb pntxta".split())
_CHARS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "softline": "\n",
}  # fmt: skip
_SIGNS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_HEADING = re.compile(r"(?:heading (\d)|title)\s*;", re.IGNORECASE)
_GAP = 60


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and its end undoes."""

    place: str = "body"
    bold: bool = False
    hidden: bool = False
    font: int = 0
    skip: int = 1


@dataclass(frozen=True, slots=True)
class _Paragraph:
    r"""What ``\pard`` undoes."""

    in_table: bool = False
    level: int = 0
    before: int = 0
    after: int = 0


def read_rtf(data: bytes, path: str) -> list[Part]:
    """The blocks of an RTF file, with notes at the end; a file that breaks off is read as far as it goes."""
    return _Reader(path).read(data.decode("latin-1"))


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.state = _State()
        self.stack: list[_State] = []
        self.paragraph = _Paragraph()
        self.parts: list[Part] = []
        self.rows: list[tuple[Cell, ...]] = []
        self.row: list[Cell] = []
        self.cell: list[Part] = []
        self.merged: list[bool] = []
        self.merge_next = False
        self.runs: list[Run] = []
        self.aside: dict[str, list[str]] = {"listtext": [], "footnote": [], "fonttbl": [], "stylesheet": []}
        self.notes: list[Part] = []
        self.pages: dict[int, str] = {}
        self.symbols: set[int] = set()
        self.levels: dict[int, int] = {}
        self.number = 0
        self.default = "cp1252"
        self.to_skip = 0
        self.after = 0

    def read(self, rtf: str) -> list[Part]:
        first = starred = False
        act: dict[str, Callable[[Token], None]] = {"text": self.text, "byte": self.byte, "sign": self.sign}
        for token in tokens(rtf):
            if token.kind == "open":
                if len(self.stack) > limits.RTF_DEPTH:
                    raise SourceError(f"{self.path}: groups nested too deep for a document; save it again")
                self.stack.append(self.state)
                first, starred = True, False
                continue
            if token.kind == "close":
                self.close_group()
            elif token == ("sign", "*", None) and first:
                starred = True
                continue
            elif token.kind == "word":
                if first:
                    self.enter(token.text, starred)
                self.word(token)
            elif self.state.place != "skipped":
                act[token.kind](token)
            first = False
        self.end_paragraph()
        self.end_table()
        return self.parts + self.notes

    def enter(self, word: str, starred: bool) -> None:
        """A group whose first word names where its text goes."""
        if self.state.place in ("skipped", "fonttbl", "stylesheet"):
            return
        if word in ("fonttbl", "stylesheet"):
            self.state = replace(self.state, place=word)
        elif word in _SKIPPED or (starred and word not in _READ_STARRED):
            self.state = replace(self.state, place="skipped")
        elif word in ("listtext", "pntext"):
            self.state = replace(self.state, place="listtext", bold=False)
        elif word == "footnote":
            self.state = replace(self.state, place="footnote")

    def close_group(self) -> None:
        before = self.state
        self.state = self.stack.pop() if self.stack else _State()
        if before.place == "footnote" and self.state.place != "footnote":
            words = " ".join("".join(self.aside["footnote"]).split())
            self.aside["footnote"].clear()
            if words:
                number = len(self.notes) + 1
                self.notes.append(Block(f"[{number}] {words}"))
                self.add(f"[{number}]", bold=False)
        elif before.place == "stylesheet":
            heading = _HEADING.match("".join(self.aside["stylesheet"]).strip())
            if heading:
                self.levels[self.number] = int(heading[1] or 1)
            self.aside["stylesheet"].clear()

    def word(self, token: Token) -> None:
        word, number = token.text, token.number
        place = self.state.place
        if place in ("fonttbl", "stylesheet"):
            self.table_word(word, number)
        elif place == "skipped":
            return
        elif word == "u" and number is not None:
            code = number & 0xFFFF
            self.to_skip = 0
            self.add("" if 0xD800 <= code <= 0xDFFF or code < 32 else chr(code))
            self.to_skip = self.state.skip
        elif word in _CHARS:
            self.add(_CHARS[word])
        elif word in ("b", "v", "deleted"):
            on = number != 0
            self.state = replace(self.state, bold=on) if word == "b" else replace(self.state, hidden=on)
        elif word == "plain":
            self.state = replace(self.state, bold=False, hidden=False)
        elif word == "f":
            self.state = replace(self.state, font=number or 0)
        elif word == "uc":
            self.state = replace(self.state, skip=min(max(number or 0, 0), 8))
        elif word == "ansicpg" and number:
            self.default = f"cp{number}"
        elif word == "mac":
            self.default = "mac_roman"
        elif place != "footnote":
            self.layout_word(word, number)

    def table_word(self, word: str, number: int | None) -> None:
        """Inside the tables of fonts and of styles."""
        if self.state.place == "fonttbl":
            if word == "f":
                self.number = number or 0
            elif word == "fcharset" and number == 2:
                self.symbols.add(self.number)
            elif word == "fcharset" and number in CODE_PAGES:
                self.pages[self.number] = CODE_PAGES[number]
        elif word in ("s", "cs", "ds", "ts"):
            self.number = number or 0 if word == "s" else -1

    def layout_word(self, word: str, number: int | None) -> None:
        """Ends of paragraphs, cells and rows, and what is said of them."""
        if word == "par" or word == "sect":
            self.end_paragraph()
        elif word == "pard":
            self.paragraph = _Paragraph()
        elif word == "intbl":
            self.paragraph = replace(self.paragraph, in_table=True)
        elif word == "outlinelevel" and number is not None:
            self.paragraph = replace(self.paragraph, level=number + 1 if number < 9 else 0)
        elif word == "s" and number in self.levels:
            self.paragraph = replace(self.paragraph, level=self.levels[number])
        elif word == "sb":
            self.paragraph = replace(self.paragraph, before=number or 0)
        elif word == "sa":
            self.paragraph = replace(self.paragraph, after=number or 0)
        elif word in ("nestcell", "nestrow"):
            self.end_paragraph()
        elif word == "cell":
            self.paragraph = replace(self.paragraph, in_table=True)
            self.end_paragraph(in_cell=True)
            self.row.append(tuple(self.cell))
            self.cell = []
        elif word == "trowd":
            self.merged = []
        elif word in ("clvmrg", "clmrg"):
            self.merge_next = True
        elif word == "cellx":
            self.merged.append(self.merge_next)
            self.merge_next = False
        elif word == "row":
            flags = self.merged + [False] * len(self.row)
            self.rows.append(tuple(() if gone else cell for cell, gone in zip(self.row, flags, strict=False)))
            self.row = []

    def end_paragraph(self, in_cell: bool = False) -> None:
        runs, self.runs = self.runs, []
        marker = _marker("".join(self.aside["listtext"]))
        self.aside["listtext"].clear()
        words = "".join(run.text for run in runs)
        if in_cell and not words and not marker:
            return
        level = self.paragraph.level
        tight = max(self.paragraph.before, self.after) < _GAP
        self.after = self.paragraph.after
        text = words if level else mark_bold(runs)
        block = Block(text.strip("\n"), min(level, 6), marker if words.strip() else "", 0, tight)
        if self.paragraph.in_table:
            self.cell.append(block)
        else:
            self.end_table()
            self.parts.append(block)

    def end_table(self) -> None:
        if self.row or self.cell:
            self.rows.append((*self.row, tuple(self.cell)))
            self.row, self.cell = [], []
        if self.rows:
            self.parts.append(Table(tuple(self.rows)))
            self.rows = []

    def text(self, token: Token) -> None:
        text = token.text
        if self.to_skip:
            text, self.to_skip = text[self.to_skip :], max(self.to_skip - len(text), 0)
        self.add("".join(map(symbol, map(ord, text))) if self.state.font in self.symbols and len(text) == 1 else text)

    def byte(self, token: Token) -> None:
        if self.to_skip:
            self.to_skip -= 1
            return
        code = int(token.text, 16)
        if self.state.font in self.symbols:
            self.add(symbol(code))
            return
        page = self.pages.get(self.state.font, self.default)
        try:
            self.add(bytes((code,)).decode(page))
        except (LookupError, UnicodeDecodeError):
            self.add(bytes((code,)).decode("cp1252", "replace"))

    def sign(self, token: Token) -> None:
        if token.text in "\r\n":
            if self.state.place == "body":
                self.end_paragraph()
        elif token.text in _SIGNS:
            self.add(_SIGNS[token.text])

    def add(self, text: str, bold: bool | None = None) -> None:
        place = self.state.place
        if place in self.aside:
            self.aside[place].append(text)
        elif place == "body" and not self.state.hidden and text:
            self.runs.append(Run(text.translate(SYMBOLS), self.state.bold if bold is None else bold))


def _marker(text: str) -> str:
    """The number of a list entry, or "-" for any bullet."""
    text = text.translate(SYMBOLS).strip()
    if not text or len(text) > 24:
        return ""
    return text if any(map(str.isalnum, text)) and text != "o" else "-"
