"""Tables: rows of cells with offsets, from Markdown pipes, from HTML and from columns made of white space."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.patterns import lazy
from minutes_cli.text.columns import Table, find_column_tables, is_header_word
from minutes_cli.text.lines import Line
from minutes_cli.text.wiki import wiki_tables

# A row that holds paragraphs goes on for at most so many lines.
_LONGEST_ROW = 400
_PIPE = lazy(r"(?<!\\)\|")
_DELIMITER = lazy(r"[ ]*\|?(?:[ ]*:?-{2,}:?[ ]*\|)*[ ]*:?-{2,}:?[ ]*\|?[ ]*$")
_HTML_TABLE = lazy(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_HTML_CELL = lazy(r"<(?P<close>/?)(?P<name>tr|td|th)\b[^<>]*>", re.IGNORECASE)


def find_tables(text: str, masked: str, lines: Sequence[Line]) -> list[Table]:
    """All tables of a text, given with its mask, in order, none inside another."""
    tables = _html_tables(text)
    tables += [Table("pipe", start, end, rows) for start, end, rows in wiki_tables(text)]
    free = _outside(lines, sorted((table.start, table.end) for table in tables)) if tables else lines
    if "|" in masked:
        tables += _pipe_tables(text, free)
    tables += find_column_tables(text, free)
    return sorted(tables, key=lambda table: table.start)


def _outside(lines: Sequence[Line], covered: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines that begin in none of some stretches, which are in order and don't overlap."""
    free, at = list[Line](), 0
    for line in lines:
        while at < len(covered) and covered[at][1] <= line.start:
            at += 1
        if at == len(covered) or line.start < covered[at][0]:
            free.append(line)
    return free


def _html_tables(text: str) -> list[Table]:
    if "<table" not in text and "<TABLE" not in text:
        return []
    tables, depth, start = [], 0, 0
    for match in _HTML_TABLE.finditer(text):
        if not match[1]:
            start, depth = (match.end(), 1) if depth == 0 else (start, depth + 1)
        elif depth:
            depth -= 1
            if depth == 0:
                tables.append(Table("html", start, match.start(), _html_rows(text, start, match.start())))
    return tables


def _html_rows(text: str, start: int, end: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    rows: list[list[tuple[int, int]]] = []
    opened: int | None = None
    for match in _HTML_CELL.finditer(text, start, end):
        if opened is not None and rows:
            rows[-1].append((opened, match.start()))
            opened = None
        if match["name"].lower() == "tr":
            if not match["close"]:
                rows.append([])
        elif not match["close"]:
            opened = match.end()
            if not rows:
                rows.append([])
    return tuple(tuple(row) for row in rows if row)


def _pipe_tables(text: str, lines: Sequence[Line]) -> list[Table]:
    """Runs of rows that open with a pipe, or that stand under a delimiter row (``--- | ---``)."""
    tables: list[Table] = []
    after = 0
    for index in [index for index, line in enumerate(lines) if "|" in line.text]:
        if index < after:
            continue
        line = lines[index]
        opens = line.text.lstrip().startswith("|")
        if opens or (index + 1 < len(lines) and _heads_pipes(text, line, lines[index + 1])):
            rows, after = _pipe_rows(text, lines, index, opens)
            if rows:
                tables.append(Table("pipe", rows[0][0][0], rows[-1][-1][1], tuple(rows)))
    return tables


def _heads_pipes(text: str, line: Line, after: Line) -> bool:
    """Whether a line with pipes is the first row of a table: a rule below it, or a row of as many columns."""
    if _is_delimiter(text, after):
        return True
    cells = [part.strip() for part in line.text.split("|")]
    return len(cells) > 2 and after.text.count("|") == len(cells) - 1 and sum(map(is_header_word, cells)) >= 2


def _is_delimiter(text: str, line: Line) -> bool:
    raw = text[line.start : line.end]
    return "|" in raw and "-" in raw and bool(_DELIMITER.match(raw))


def _pipe_rows(
    text: str, lines: Sequence[Line], index: int, opens: bool
) -> tuple[list[tuple[tuple[int, int], ...]], int]:
    rows: list[tuple[tuple[int, int], ...]] = []
    width = barred = 0
    while index < len(lines):
        line = lines[index]
        if not (line.text.lstrip().startswith("|") if opens else "|" in line.text):
            break
        last = _row_end(text, lines, index, width) if opens and index >= barred else index
        if opens and last == index and not text[line.start : line.end].rstrip().endswith("|"):
            barred = index + _LONGEST_ROW  # no end in reach: the rows below won't find one either
        if _is_delimiter(text, line):
            # The header's own width tells how far a row reaches whose cells hold paragraphs.
            width = len(_PIPE.findall(text, line.start, line.end)) - 1
        else:
            rows.append(_pipe_cells(text, line.start, lines[last].end))
        index = last + 1
    return [row for row in rows if row], index


def _row_end(text: str, lines: Sequence[Line], index: int, width: int) -> int:
    """The line that a row ends on: rows converted from other formats hold line breaks inside their cells."""
    raw = text[lines[index].start : lines[index].end].rstrip()
    pipes = len(_PIPE.findall(raw))
    if raw.endswith("|") and pipes > 1 and (not width or pipes > width):
        return index
    for last in range(index + 1, min(index + _LONGEST_ROW, len(lines))):
        raw = text[lines[last].start : lines[last].end]
        pipes += len(_PIPE.findall(raw))
        if raw.rstrip().endswith("|") and pipes > max(width, 1) and (width or not _continues(text, lines, last)):
            return last
    return index


def _continues(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether the header row goes on: before the delimiter row its width is not known."""
    for line in lines[index + 1 : index + 8]:
        raw = text[line.start : line.end].strip()
        if raw:
            return not raw.startswith("|")
    return False


def _pipe_cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    pipes = [match.start() for match in _PIPE.finditer(text, start, end)]
    edges = [start, *(pipe + 1 for pipe in pipes)]
    cells = [(edge, pipe) for edge, pipe in zip(edges, [*pipes, end], strict=True)]
    if cells and not text[cells[0][0] : cells[0][1]].strip():
        cells = cells[1:]
    if cells and not text[cells[-1][0] : cells[-1][1]].strip():
        cells = cells[:-1]
    return tuple(cells)
