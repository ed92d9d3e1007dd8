"""Tables flattened to text: columns made of tabs or of runs of blanks, under a line of header words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from minutes_cli.patterns import lazy
from minutes_cli.text.lines import Line

# Tabs, three blanks or more, or two behind what ends no sentence; it opens with a class, which is found fast.
_GAP = lazy(r"[\t \u00a0](?:(?<=\t)\t*|(?<!\t)[ \u00a0]{2,}|(?<=[^ .?!:][ ])[ ]+)")
_HEADER_WORD = lazy(
    r"(?:ref(?:erence)?|no|number|item|minute|action|actions|agreed action|task|what|owner|lead|who|by|by whom|"
    r"action by|responsib(?:le|ility)|person|assigned(?: to)?|deadline|due(?: date)?|when|by when|date|"
    r"target(?: date)?|timescale|status|progress|update|name|role|position|title|organisation|organization|"
    r"representing|initials|affiliation|company|surname|(?:first|last|given|family) name|"
    r"(?:(?:board |committee )?members )?(?:present|absent|excused|regrets)|attendance|attended|apologies|"
    r"in attendance|apology|substitutes?|zone|branch|attendee name|arrived|departed|left|here|attending|members?|"
    r"attendees?|participants?|councillor|"
    r"representative|director|trustee|governor|delegate|from|org|department|dept|team|agency|employer|constituency|"
    r"ward|party|district|initial|in person|"
    r"(?:outstanding|open|previous|agreed|new|old|current) actions?|"
    r"actions? (?:required|needed|agreed|points?|items?|to be taken)|"
    r"(?:(?:lead|responsible|action) )?officer|action owner|action lead|person responsible)"
    r"(?<=\w|\?)\??\.?",
    re.IGNORECASE,
)


_TASK_COLUMN = lazy(r"\s*(?:action|actions|agreed action|task|what|actions? \w[\w ]{2,20})\b", re.IGNORECASE)
_CROSSES = frozenset("xX✓✔√×")
# Words over columns of people: those of lists that stand side by side, and those that tell who came.
_LIST_HEAD = lazy(
    r"(?:(?:board |committee )?members )?(?:present|absent|excused|regrets|apologies|in attendance|attendees|"
    r"attending|here|in person|substitutes|not present|officers|staff|guests|observers)",
    re.IGNORECASE,
)
_WIDEST = 200  # characters of a line of header words
_LONG = 40  # characters, more than any of the header words has
_LONGEST_ALONE = 60  # characters of an entry that stands alone in its row
_PERSON_HEAD = lazy(
    r"(?:full |attendee |member )?names?|members?|attendees?|participants?|councillors?|directors?|trustees?|"
    r"governors?|delegates?|representatives?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each cell of a row is the pair of offsets that its words stand between."""

    kind: Literal["pipe", "html", "columns"]
    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...]


def find_column_tables(text: str, lines: Sequence[Line]) -> list[Table]:
    """Tables flattened to text: a line of header words set apart by white space, and the rows below it."""
    tables: list[Table] = []
    after = 0
    spaced = "\t" in text or "\u00a0" in text  # one of these is as wide as several blanks
    wide = [at for at, line in enumerate(lines) if not line.blank and (spaced or "  " in line.text)]
    for index in wide:
        line = lines[index]
        if index < after or line.end - line.start > _WIDEST or not _has_gap(text[line.start : line.end]):
            continue
        header = _header_columns(text, line)
        if not header:
            continue
        rows, after = _column_rows(text, lines, index + 1, header)
        crossed = len(rows) > 1 and all(_is_crossed(text, row) for row in rows)
        if crossed or any(sum(b > a for a, b in row) == len(header) for row in rows):
            first = tuple((line.start + a, line.start + b) for a, b in header)
            tables.append(Table("columns", first[0][0], rows[-1][-1][1], (first, *rows)))
    return tables


def _has_gap(raw: str) -> bool:
    """Whether more than a blank stands somewhere in a line."""
    bare = raw.strip()
    return "  " in bare or "\t" in bare or "\u00a0" in bare


def _is_crossed(text: str, row: tuple[tuple[int, int], ...]) -> bool:
    """Whether a row has a name and one cross: a column for those present, one for those who sent apologies."""
    filled = [text[a:b] for a, b in row if b > a]
    return len(filled) >= 2 and filled[-1] in _CROSSES and sum(words in _CROSSES for words in filled) == 1


def _pieces(raw: str) -> list[tuple[int, int]]:
    """The stretches of a line that gaps set apart, as offsets in the line."""
    pieces, position = [], 0
    for gap in _GAP.finditer(raw):
        start, end = gap.span()
        if start > position:
            pieces.append((position, start))
        position = end
    end = len(raw.rstrip())
    if position < end:
        pieces.append((position, end))
    return pieces


def _header_columns(text: str, line: Line) -> list[tuple[int, int]]:
    if "|" in line.text or line.indent >= 8:  # a header far to the right heads a margin, not a table
        return []
    pieces = _pieces(text[line.start : line.end])
    if len(pieces) < 2:
        return []
    return pieces if _are_known(line.text, pieces) or _heads_attendance(line, pieces) else []


def _are_known(words: str, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether enough of the pieces of a line are header words: all of two, two of three, three of more."""
    unknown = max(len(pieces) - 3, len(pieces) == 3)  # as many as may be
    for start, end in pieces:
        if not is_header_word(words[start:end]):
            unknown -= 1
            if unknown < 0:
                return False
    return True


def _heads_attendance(line: Line, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether a line heads a column of people and one that tells who came, whatever else stands between."""
    first, *others = pieces
    if not _PERSON_HEAD.fullmatch(line.text[slice(*first)].strip(" :*?")):
        return False
    return any(_LIST_HEAD.fullmatch(line.text[a:b].strip(" :*?")) for a, b in others)


def _column_rows(
    text: str, lines: Sequence[Line], index: int, header: list[tuple[int, int]]
) -> tuple[list[tuple[tuple[int, int], ...]], int]:
    start = lines[index - 1].start
    rows: list[tuple[tuple[int, int], ...]] = []
    blanks = 0
    tasks = any(_TASK_COLUMN.match(lines[index - 1].text, a, b) for a, b in header)
    listed = all(_LIST_HEAD.fullmatch(text[start + a : start + b].strip(" :*?")) for a, b in header)
    while index < len(lines) and blanks < 2:
        line = lines[index]
        raw = text[line.start : line.end]
        pieces = _pieces(raw)
        if line.blank or line.ruled:
            blanks += line.blank
        elif _is_margin(pieces, header):
            break
        elif len(pieces) >= max(2, len(header) - 1) or (len(pieces) == 2 and raw[slice(*pieces[1])] in _CROSSES):
            rows.append(_placed(line, pieces, header, "\t" in raw))
            blanks = 0
        elif rows and blanks == 0 and tasks and _goes_on(raw, pieces, header):
            rows.append(_placed(line, pieces, header, False))
        elif listed and blanks == 0 and len(pieces) == 1 and _stands_below(pieces[0], header):
            rows.append(_placed(line, pieces, header, tabbed=False))  # the longer of two lists goes on alone
        elif rows and blanks == 0 and line.indent:
            rows[-1] = _widened(rows[-1], line, pieces, header)
        else:
            break
        index += 1
    return rows, index


def _is_margin(pieces: list[tuple[int, int]], header: list[tuple[int, int]]) -> bool:
    """Whether a line stands wholly left of the second of two columns: that one is a margin beside paragraphs."""
    return len(header) == 2 and len(pieces) > 1 and pieces[-1][1] + 10 < header[1][0]


def _goes_on(raw: str, pieces: list[tuple[int, int]], header: list[tuple[int, int]]) -> bool:
    """Whether a line holds but the rest of cells of the row above: each piece in one column, none opens a row."""
    for a, b in pieces:
        column = min(range(len(header)), key=lambda c: abs(header[c][0] - a))
        if abs(header[column][0] - a) > 3 or (column + 1 < len(header) and b > header[column + 1][0]):
            return False
        if column == 0 and not raw[a].islower():
            return False
    return bool(pieces)


def _stands_below(piece: tuple[int, int], header: Sequence[tuple[int, int]]) -> bool:
    """Whether what stands alone on a line begins where a header word does."""
    return piece[1] - piece[0] <= _LONGEST_ALONE and any(abs(a - piece[0]) <= 2 for a, _ in header)


def _placed(
    line: Line, pieces: list[tuple[int, int]], header: list[tuple[int, int]], tabbed: bool
) -> tuple[tuple[int, int], ...]:
    """One cell a header column: by order where the row has all of them or tabs, else by nearest left edge."""
    if tabbed or len(pieces) == len(header):
        cells = (
            [*pieces[: len(header) - 1], (pieces[len(header) - 1][0], pieces[-1][1])]
            if len(pieces) >= len(header)
            else pieces
        )
        return tuple((line.start + a, line.start + b) for a, b in cells)
    slots: list[tuple[int, int] | None] = [None] * len(header)
    for a, b in pieces:
        column = min(range(len(header)), key=lambda c: abs(header[c][0] - a))
        slot = slots[column]
        slots[column] = (slot[0], b) if slot else (a, b)
    return tuple((line.start + s[0], line.start + s[1]) if s else (line.start, line.start) for s in slots)


def _widened(
    row: tuple[tuple[int, int], ...], line: Line, pieces: list[tuple[int, int]], header: list[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """A row whose first cells go on in the next line: only its widest cell can be cut out in one piece."""
    if len(pieces) != 1:
        return row
    column = min(range(len(row)), key=lambda c: abs(header[min(c, len(header) - 1)][0] - pieces[0][0]))
    if column != len(row) - 1:
        return row
    return (*row[:-1], (row[-1][0], line.start + pieces[0][1]))


def is_header_word(words: str) -> bool:
    """Whether a cell can head a column of a table of tasks or of people."""
    bare = words.strip(" :*")
    return len(bare) < _LONG and _HEADER_WORD.fullmatch(bare) is not None
