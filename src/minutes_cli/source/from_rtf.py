"""Rich Text Format to blocks. The libraries for RTF give bare characters; boldness, headings, tables and generated
numbers (which RTF keeps beside each list entry) carry meaning, so the control words are followed here: groups and what
they inherit, and where their text goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from minutes_cli.errors import SourceError
from minutes_cli.source import limits
from minutes_cli.source.blocks import Part, Run
from minutes_cli.source.glyphs import SYMBOLS
from minutes_cli.source.rtf_body import Body
from minutes_cli.source.rtf_tables import HeadTables
from minutes_cli.source.rtf_tokens import Token, tokens

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


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and its end undoes."""

    place: str = "body"
    bold: bool = False
    hidden: bool = False
    font: int = 0
    skip: int = 1


def read_rtf(data: bytes, path: str) -> list[Part]:
    """The blocks of an RTF file, with notes at the end; a file that breaks off is read as far as it goes."""
    return _Reader(path).read(data.decode("latin-1"))


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.state = _State()
        self.stack: list[_State] = []
        self.tables = HeadTables()
        self.body = Body(self.tables.levels)
        self.aside: dict[str, list[str]] = {
            "listtext": self.body.marker,
            "footnote": [],
            "fonttbl": [],
            "stylesheet": [],
        }
        self.to_skip = 0

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
        return self.body.finish()

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
                self.add(self.body.note(words), bold=False)
        elif before.place == "stylesheet":
            self.tables.name_style("".join(self.aside["stylesheet"]))
            self.aside["stylesheet"].clear()

    def word(self, token: Token) -> None:
        word, number = token.text, token.number
        place = self.state.place
        if place in ("fonttbl", "stylesheet"):
            self.tables.word(place, word, number)
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
            self.tables.default = f"cp{number}"
        elif word == "mac":
            self.tables.default = "mac_roman"
        elif place != "footnote":
            self.body.word(word, number)

    def text(self, token: Token) -> None:
        text = token.text
        if self.to_skip:
            text, self.to_skip = text[self.to_skip :], max(self.to_skip - len(text), 0)
        self.add(self.tables.plain(text, self.state.font))

    def byte(self, token: Token) -> None:
        if self.to_skip:
            self.to_skip -= 1
            return
        self.add(self.tables.byte(int(token.text, 16), self.state.font))

    def sign(self, token: Token) -> None:
        if token.text in "\r\n":
            if self.state.place == "body":
                self.body.end_paragraph()
        elif token.text in _SIGNS:
            self.add(_SIGNS[token.text])

    def add(self, text: str, bold: bool | None = None) -> None:
        place = self.state.place
        if place in self.aside:
            self.aside[place].append(text)
        elif place == "body" and not self.state.hidden and text:
            self.body.runs.append(Run(text.translate(SYMBOLS), self.state.bold if bold is None else bold))
