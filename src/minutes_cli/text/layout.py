"""The lines of a document with its tables taken apart, and the blocks that the lines make up.

A block is what a writer would call a paragraph, a list entry or what stands in a table cell: lines that were broken
only for the width of the page are joined in it. Blocks don't overlap and come in the order of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_cli.patterns import lazy
from minutes_cli.text.columns import Table
from minutes_cli.text.furniture import without_furniture
from minutes_cli.text.lines import Cell, Line, part, split_lines
from minutes_cli.text.masks import mask
from minutes_cli.text.tables import find_tables
from minutes_cli.text.widths import is_spaced, wrap_width

_BREAK = lazy(r"<br\s*/?>|</?(?:div|p|li|ul|ol)\b[^<>]*>|\r\n|\n|\r", re.IGNORECASE)
_SENTENCE_END = lazy(r"[.?!:;][\"')\]]*$")
_DASH_TITLE = lazy(r"[A-Z][\w'&/]*(?: [\w'&/]+){0,3}[ ]+-[ ]*[A-Z]")
_NAME_TO_COME = lazy(r"[,;.]\s(?:and\s)?(?:proposed|moved|seconded|nominated)\sby$", re.IGNORECASE)
_ENTRY = lazy(r"[A-Z][\w'/-]*(?: [\w'/&-]+){0,3}: +\S")
_MOVES = lazy(r"(?:Motion\s(?:by|to|was|made)|Moved\sby|Proposed\sby|RESOLVED)\b")
_LABEL = lazy(
    r"(?:\(|\[)?(?:(?-i:[A-Z][A-Z /&-]{2,30})|(?:Agreed |New )?Actions?(?: (?:by|for|on|point|item|required))?|"
    r"Resolved|Agreed|Decision|Present|Apologies|In attendance|Attendees|Absent|Proposed|Seconded|Motion|Vote|"
    r"Outcome|Moved|Result|Date|Time|Venue|Chair)(?: ?\d{1,3})?[ ]*(?::|-[ ])|(?:\(|\[)Action\b",
    re.IGNORECASE,
)


@dataclass(slots=True)  # not frozen, for speed as lines are; nothing changes one
class Block:
    """A paragraph, a list entry or a piece of a table cell.

    ``start`` and ``end`` are offsets in the text and include the marker; ``text`` is the mask of that stretch with each
    newline blanked, so that rules may match over line breaks and offsets stay true. ``body`` is the offset of the first
    word behind the marker, ``words`` the masked text from there on, stripped at its end. ``first`` and ``last`` index
    the layout's lines; ``speaker`` is the nick in a chat log.
    """

    start: int
    end: int
    body: int
    text: str
    words: str
    first: int
    last: int
    label: str = ""
    bullet: str = ""
    indent: int = 0
    checked: bool | None = None
    cell: Cell | None = None
    speaker: str = ""

    @property
    def listed(self) -> bool:
        """Whether the block opens with a bullet, a number or a check box."""
        return bool(self.bullet or self.label) or self.checked is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's text with all that can be read off its shape."""

    text: str
    masked: str
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    starts: tuple[int, ...]
    wrap: int | None
    spaced: bool

    def line_at(self, offset: int) -> int:
        """The number of the line, from 1, that an offset of the text stands on."""
        return bisect_right(self.starts, offset) or 1

    def cut(self, start: int, end: int) -> str:
        """The words between two offsets: mark-up and soft hyphens left out, white space folded."""
        return " ".join(self.masked[start:end].replace("\u00ad", "").split())


def lay_out(text: str) -> Layout:
    """Read the shape of a text: its mask, lines and tables, and how its paragraphs are broken into lines."""
    masked = mask(text)
    physical, masked = without_furniture(list(split_lines(text, masked)), masked)
    tables = tuple(find_tables(text, physical))
    lines = tuple(_with_cells(text, masked, physical, tables))
    plain = [line for line in physical if not line.blank and "|" not in line.text]
    wrap = wrap_width(plain)
    return Layout(text, masked, lines, tables, tuple(line.start for line in physical), wrap, is_spaced(physical, wrap))


def _with_cells(text: str, masked: str, lines: Sequence[Line], tables: Sequence[Table]) -> Iterable[Line]:
    position = 0
    for index, table in enumerate(tables):
        while position < len(lines) and lines[position].end <= table.start:
            yield lines[position]
            position += 1
        numbers = position
        for row, cells in enumerate(table.rows):
            for column, (start, end) in enumerate(cells):
                for a, b in _pieces(text, start, end):
                    while numbers + 1 < len(lines) and lines[numbers + 1].start <= a:
                        numbers += 1
                    yield part(lines[min(numbers, len(lines) - 1)], text, masked, a, b, Cell(index, row, column))
            numbers = position if not cells else numbers
        while position < len(lines) and lines[position].start < table.end:
            position += 1
    yield from lines[position:]


def _pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The lines within a table cell: it is broken at newlines and at HTML's block tags."""
    position = start
    for match in _BREAK.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end


def is_furniture(line: Line) -> bool:
    """Whether a line is page furniture: a page number, a running header, a rule."""
    return line.furniture or (line.cell is None and line.ruled)


def build_blocks(layout: Layout, borders: frozenset[int] = frozenset()) -> list[Block]:
    """The blocks of a document; ``borders`` are the lines that no block takes in (headings), by index."""
    blocks: list[Block] = []
    run: list[int] = []
    gap = cut = 0

    def close() -> None:
        if run:
            blocks.append(_block(layout, run[0], run[-1]))
            run.clear()

    for index, line in enumerate(layout.lines):
        if index in borders:
            close()
        elif line.blank or is_furniture(line):
            gap += 1
            cut += line.ruled or line.furniture
            if line.cell is not None:
                close()
            continue
        elif run and _joins(layout, layout.lines[run[-1]], line, gap, cut):
            run.append(index)
        else:
            close()
            run.append(index)
        gap = cut = 0
    close()
    return blocks


def _block(layout: Layout, first: int, last: int) -> Block:
    head, tail = layout.lines[first], layout.lines[last]
    text = layout.masked[head.start : tail.end].replace("\n", " ").replace("\r", " ")
    body = min(head.body, tail.end)
    return Block(
        start=head.start,
        end=tail.end,
        body=body,
        text=text,
        words=text[body - head.start :].rstrip(),
        first=first,
        last=last,
        label=head.label,
        bullet=head.bullet,
        indent=head.indent,
        checked=head.checked,
        cell=head.cell,
        speaker=head.speaker,
    )


def _joins(layout: Layout, before: Line, line: Line, gap: int, cut: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it, over blank lines and cuts between pages."""
    if before.cell != line.cell or line.bullet or line.checked is not None or line.hashes or before.hashes:
        return False
    if line.speaker or before.speaker or (before.bold and not line.bold and before.words):
        return False
    words, prior = line.text.strip(), before.text.rstrip()
    if before.bullet and not before.words and not line.label:
        return gap <= 2  # a bullet on a line of its own, as converters leave it
    if gap and not _over_gap(layout, prior, words, cut):
        return False
    numbered = line.punctuated or ("." in line.label and _SENTENCE_END.search(prior) is not None)
    if line.label and numbered and not _is_continuation(prior, words):
        return False
    if before.label and _MOVES.match(words) and not _SENTENCE_END.search(prior):
        return False  # "A. Use of Phones - First Reading" over "Motion by Ash …"
    if prior.count("[") > prior.count("]") or prior.count("(") > prior.count(")"):
        return not _LABEL.match(words) or prior.endswith(("-", ":"))
    if _LABEL.match(words) or (_SENTENCE_END.search(prior) and _DASH_TITLE.match(words)):
        return False
    if not gap and len(prior) > 25 and _NAME_TO_COME.search(prior):
        return True  # "… were accepted, proposed by / Ann Vole", whatever the width of the lines
    if words[:1].islower() and not re.match(r"[a-z]{2,12}:", words):
        return not prior.endswith(("!", "?")) or layout.wrap is not None
    if words[:1] == "(" and len(prior) > 50 and not _SENTENCE_END.search(prior):
        return not line.label
    if layout.wrap is None or line.cell is not None:
        return False
    if layout.spaced and before.bold and line.bold and before.words and not line.label:
        return not prior.endswith((".", ":"))  # a title over several lines
    if _ENTRY.match(words) and _ENTRY.match(prior.lstrip()):
        return False  # "Chair: Ann Moor" and "Secretary: Bea Lunn", however full the lines are
    return _is_full(layout.wrap, before, words)


def _over_gap(layout: Layout, prior: str, words: str, cut: int) -> bool:
    """Whether a sentence may go on behind blank lines: where all lines are spaced so, or over the cut of a page."""
    unfinished = words[:1].islower() and not _SENTENCE_END.search(prior)
    return unfinished if cut else layout.spaced or (unfinished and prior.endswith((",", " and", " of", " the", " to")))


def _is_continuation(prior: str, words: str) -> bool:
    """Whether what looks like a number at a line's head is part of the sentence: "… the meeting of / 12. …" is not."""
    return bool(re.match(r"\d{1,2}\.\d{2}|\d{4}", words)) and not _SENTENCE_END.search(prior)


def _is_full(wrap: int, before: Line, words: str) -> bool:
    """Whether the line before was broken for want of room: the next word would not have fitted."""
    room = wrap - (before.end - before.start)
    word = len(words.split(None, 1)[0])
    slack = 0 if _SENTENCE_END.search(before.text.rstrip()) else wrap // 4
    return room <= word + slack
