"""Clauses that a paragraph numbers within itself."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.records import Clause

_MARKER = lazy(r"(?<!\S)(?:\((?P<bracket>\d{1,2}|[a-z]|[ivx]{1,4})\)|(?P<plain>\d{1,2})[.)](?=\s+[A-Z]))(?=\s)")
_FIRST = ("(1)", "(a)", "(i)", "1.", "1)")
_BARS = lazy(r"\|[\s|:-]*(?:\||$)|\|")  # between the cells and rows of a table


def inline_clauses(text: str) -> list[Clause]:
    """The clauses that a paragraph numbers within itself: "(a) …; and (b) …"."""
    marks = list(_MARKER.finditer(text)) if any(marker in text for marker in _FIRST) else []
    first = next((mark for mark in marks if (mark["bracket"] or mark["plain"]) in ("1", "a", "i")), None)
    if first is None:
        return []
    kind = first.lastgroup
    marks = [mark for mark in marks if mark.start() >= first.start() and mark.lastgroup == kind]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    clauses = [
        Clause(number=mark[0], text=text[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
        if text[mark.end() : end].strip()
    ]
    return clauses if len(clauses) > 1 else []


def without_bars(text: str) -> str:
    """The words of a passage without the bars of a table in it."""
    return " ".join(_BARS.sub(" ", text).split()) if "|" in text else text
