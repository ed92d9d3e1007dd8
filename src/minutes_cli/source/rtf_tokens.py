"""The tokens of RTF: groups, control words with their numbers, escaped bytes and plain characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.patterns import lazy

_TOKEN = lazy(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)|(\\)"
)
CODE_PAGES = {
    0: "cp1252", 1: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
"""By the number that ``\\fcharset`` gives; 2 (symbols) is treated apart."""


class Token(NamedTuple):
    """``kind`` is ``word``, ``byte``, ``sign``, ``open``, ``close`` or ``text``."""

    kind: str
    text: str
    number: int | None = None


def tokens(rtf: str) -> Iterator[Token]:
    r"""The tokens in order; ``\bin`` data are passed over."""
    position, size = 0, len(rtf)
    while position < size:
        match = _TOKEN.match(rtf, position)
        if match is None:
            return
        position = match.end()
        word, number, byte, sign, brace, text, _stray = match.groups()
        if word:
            count = int(number) if number else None
            if word == "bin":
                position += min(max(count or 0, 0), size)
            else:
                yield Token("word", word, count)
        elif byte:
            yield Token("byte", byte)
        elif sign:
            yield Token("sign", sign)
        elif brace:
            yield Token("open" if brace == "{" else "close", brace)
        elif text:
            yield Token("text", text)
