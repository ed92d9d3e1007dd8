"""The tables at the head of an RTF file: which code page a font is in, and which styles are headings."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.source.glyphs import symbol
from minutes_cli.source.rtf_tokens import CODE_PAGES

_HEADING = lazy(r"(?:heading (\d)|title)\s*;", re.IGNORECASE)
_SYMBOL_SET = 2  # the character set of fonts such as Wingdings


class HeadTables:
    """Fonts and styles, each by its number in the file."""

    def __init__(self) -> None:
        self.levels: dict[int, int] = {}
        self.default = "cp1252"
        self._pages: dict[int, str] = {}
        self._symbols: set[int] = set()
        self._number = 0

    def word(self, place: str, word: str, number: int | None) -> None:
        """Take in a control word of the table of fonts or of the style sheet."""
        if place == "fonttbl":
            if word == "f":
                self._number = number or 0
            elif word == "fcharset" and number == _SYMBOL_SET:
                self._symbols.add(self._number)
            elif word == "fcharset" and number in CODE_PAGES:
                self._pages[self._number] = CODE_PAGES[number]
        elif word in ("s", "cs", "ds", "ts"):
            self._number = number or 0 if word == "s" else -1

    def name_style(self, name: str) -> None:
        """Take in the name of the style whose number came last."""
        heading = _HEADING.match(name.strip())
        if heading:
            self.levels[self._number] = int(heading[1] or 1)

    def plain(self, text: str, font: int) -> str:
        """A text in a font; a single character of a font of symbols is what it shows."""
        return "".join(map(symbol, map(ord, text))) if font in self._symbols and len(text) == 1 else text

    def byte(self, code: int, font: int) -> str:
        """The character that a byte stands for in a font."""
        if font in self._symbols:
            return symbol(code)
        try:
            return bytes((code,)).decode(self._pages.get(font, self.default))
        except (LookupError, UnicodeDecodeError):
            return bytes((code,)).decode("cp1252", "replace")
