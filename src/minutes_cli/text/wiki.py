"""Pages of a wiki such as MediaWiki: its headings, lists, emphasis, links and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.patterns import lazy

_HEADING = lazy(r"^(?P<open>={1,6})(?P<words>[ ]*[^\s=][^\n\r=]{0,160})(?P<close>={1,6})[ \t]*(?=\r?$)", re.MULTILINE)
_LISTED = lazy(r"^(?P<marks>[*#:;]{0,5}[*#])(?!\#?[a-z]+\b|[*_])", re.MULTILINE)  # "#action" is a bot's
_SET_IN = lazy(r"^[:;]{1,6}(?=[ ]*[^\W_])", re.MULTILINE)  # said in answer, or a term
_EMPHASIS = lazy(r"'{5}|'{2,3}(?!')")
_LINK = lazy(
    r"\[\[(?:[^\[\]|\n]{1,200}\|)?(?P<page>[^\[\]|\n]{1,200})\]\]"
    r"|\[https?://[^\s\[\]]{1,1000}(?:[ ](?P<site>[^\[\]\n]{1,200}))?\]"
)
_TABLE = lazy(r"^[ \t:]*\{\|[^\n]*$", re.MULTILINE)
_END = lazy(r"^[ \t]*\|\}", re.MULTILINE)
_ROW = lazy(r"[ \t]*\|-")
_CAPTION = lazy(r"[ \t]*\|\+")
_BETWEEN = {"!": lazy(r"!!|\|\|"), "|": lazy(r"\|\|")}
_ATTRIBUTES = lazy(r"[^|\[\]\n=]{0,60}=[^|\[\]\n]{0,200}\|(?!\|)")

Cells = tuple[tuple[int, int], ...]


def is_wiki(text: str) -> bool:
    """Whether a text is marked up as pages of a wiki are."""
    return ("{|" in text and _TABLE.search(text) is not None) or ("==" in text and _HEADING.search(text) is not None)


def plain_wiki(text: str) -> str:
    """A wiki's text, as long as it was, without its mark-up; an entry of a list opens with a bullet."""
    text = _HEADING.sub(_bare_heading, text)
    text = _LISTED.sub(lambda match: " " * (len(match[0]) - 1) + "•", text)
    text = _LINK.sub(_bare_link, _EMPHASIS.sub(lambda match: " " * len(match[0]), text))
    return _SET_IN.sub(lambda match: " " * len(match[0]), text)


def _bare_heading(match: re.Match[str]) -> str:
    if len(match["open"]) != len(match["close"]):
        return match[0]
    return " " * len(match["open"]) + match["words"] + " " * (len(match[0]) - match.start("close") + match.start())


def _bare_link(match: re.Match[str]) -> str:
    kept = match.lastgroup
    if kept is None:
        return " " * len(match[0])
    start = match.start(kept) - match.start()
    return " " * start + match[kept] + " " * (len(match[0]) - start - len(match[kept]))


def wiki_tables(text: str) -> Iterator[tuple[int, int, tuple[Cells, ...]]]:
    """The tables of a wiki's text, each with where it starts and ends and the cells of its rows."""
    position = 0
    while "{|" in text and (opened := _TABLE.search(text, position)) is not None:
        closed = _END.search(text, opened.end())
        if closed is None:
            return
        position = closed.end()
        rows = tuple(row for row in _rows(text, opened.end() + 1, closed.start()) if row)
        if rows:
            yield opened.start(), closed.end(), rows


def _rows(text: str, start: int, end: int) -> Iterator[Cells]:
    row: list[tuple[int, int]] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if _ROW.match(text, start, stop):
            yield tuple(row)
            row = []
        elif not _CAPTION.match(text, start, stop):
            begin = start + len(text[start:stop]) - len(text[start:stop].lstrip())
            mark = text[begin : begin + 1]
            if mark in _BETWEEN:
                row += _cells(text, begin + 1, stop, mark)
            elif row:
                row[-1] = (row[-1][0], stop)  # the cell goes on
        start = stop + 1
    yield tuple(row)


def _cells(text: str, start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
    position = start
    for stop, after in [*(match.span() for match in _BETWEEN[mark].finditer(text, start, end)), (end, end)]:
        attributes = _ATTRIBUTES.match(text, position, stop)
        yield (attributes.end() if attributes else position), stop
        position = after
