"""Lines of a PDF joined to the paragraphs that they were broken from.

The surest sign of a deliberate break is room: where the next line's first word would have fitted on the line before,
the author ended the line. Larger gaps, changes of size, and the numbers and bullets of list entries part paragraphs
too. Pages don't: a paragraph that runs to the foot of a page goes on at the head of the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_cli.patterns import lazy
from minutes_cli.source.pdf_lines import FIXED_WIDTH, Line, is_fixed, line_runs, split_segments
from minutes_cli.source.pdf_measure import Measure
from minutes_cli.source.pdf_words import Word

_BULLETS = frozenset("•▪■●○◦‣∙·►▶➢➤❖◆⁃–—-*oØ§")
_NUMBER = lazy(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2}[a-z])[.):]?\)?$"
    r"|[A-Z]{0,4}\.?\d{1,4}(?:[/.-]\d{1,4}){1,3}[a-z]?[.):]?$"
)
_SURE_NUMBER = lazy(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]\)?$|\(?[A-Z]\)$|\d{1,3}(?:\.\d{1,3}){1,3}$")
"""Numbers even with a plain space after them; a capital with a full stop may be an initial."""
_SPEAKER = lazy(r"\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s|<[\w|^`-]{1,30}>\s")
_ENDS_SENTENCE = lazy(r"[.:;?!][\"'”’)]?$")


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, with the marker of a list entry taken off the first."""

    lines: list[Line]
    marker: str
    words: tuple[Word, ...]
    tight: bool
    typeset: str = ""
    indent: int = 0
    depth: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def text_left(self) -> float:
        """Where the text begins, after the marker."""
        return self.words[0].left if self.words else self.lines[0].left


def join_lines(
    lines: Sequence[Line], measure: Measure, right: float, left: float, *, typed: bool = True
) -> list[Paragraph]:
    """The paragraphs of one column whose lines may run from ``left`` to ``right``.

    ``typed`` leaves lines in a typewriter's font as they are.
    """
    paragraphs: list[Paragraph] = []
    before: Line | None = None
    last_marker = ""
    margins: list[float] = []
    for line in lines:
        started = _start(line, measure, left)
        if before is not None and paragraphs:
            paragraph = paragraphs[-1]
            # Lines of a typewriter's font stay lines, as in a text file, and are joined where those are.
            stays = typed and is_fixed(before.words) and is_fixed(line.words)
            if (
                not stays
                and not _follows(last_marker, started.marker)
                and _goes_on(paragraph, before, line, started, measure, right, left)
            ):
                paragraph.lines.append(line)
                before = line
                continue
            if line.page == before.page or is_fixed(line.words):
                started.tight = not _has_gap(before, line, measure)
            started.indent = started.indent or _hanging(paragraphs[-1], started, measure, left)
        _set_depth(started, margins)
        paragraphs.append(started)
        last_marker = started.marker or last_marker
        before = line
    return paragraphs


def _hanging(before: Paragraph, started: Paragraph, measure: Measure, left: float) -> int:
    """How far a line stands in that goes on with a list beside a label ("Present:    A. Bell")."""
    if started.typeset or started.marker:
        return 0
    segments = split_segments(before.lines[0]) if before.typeset else []
    column = segments[-1][0].left if segments else before.lines[0].left if before.indent else None
    if column is None or abs(started.lines[0].left - column) > 3:
        return 0
    return round((column - left) / measure.char)


def _set_depth(paragraph: Paragraph, margins: list[float]) -> None:
    """How many lists a list entry is in, told by where the entries around it begin (``margins``, from the left)."""
    left = paragraph.lines[0].left
    while margins and margins[-1] > left + 3:
        margins.pop()
    if paragraph.marker and (not margins or margins[-1] < left - 3):
        margins.append(left)
    paragraph.depth = max(len(margins) - 1, 0) if paragraph.marker else 0


def _follows(marker: str, next_marker: str) -> bool:
    """Whether one list entry's number or letter is the next after another's."""
    one, other = (re.sub(r"[^0-9A-Za-z.]|[.]$", "", text) for text in (marker, next_marker))
    if not one or not other or marker[-1] != next_marker[-1]:
        return False
    if len(one) == len(other) == 1 and one.isalpha():
        return ord(other) - ord(one) == 1
    *stem, last = one.split(".")
    *next_stem, next_last = other.split(".")
    return stem == next_stem and last.isdigit() and next_last.isdigit() and int(next_last) - int(last) == 1


def _start(line: Line, measure: Measure, left: float) -> Paragraph:
    words = line.words
    first = words[0]
    marker = ""
    if len(words) > 1:
        gap = words[1].left - first.right
        wide = gap > 0.55 * line.size
        if first.text in _BULLETS and (wide or first.text not in "o*–—-·§Ø" or gap > 0.4 * line.size):
            marker = "-"
        elif _SURE_NUMBER.match(first.text) or (wide and _NUMBER.match(first.text)):
            marker = first.text
    if marker:
        words = words[1:]
    rest = Line(words, line.page)
    segments = split_segments(rest)
    typeset = _typeset(line, measure, left) if len(segments) > 1 else ""
    indent = round((line.left - left) / measure.char) if is_fixed(line.words) and not typeset else 0
    return Paragraph(
        [line], "" if typeset else marker, line.words if typeset else words, tight=False, typeset=typeset, indent=indent
    )


def _typeset(line: Line, measure: Measure, left: float) -> str:
    """A line with wide gaps as it would stand in plain text: the gaps, and its indent, as spaces."""
    text = ""
    for segment in split_segments(line):
        column = round((segment[0].left - left) / measure.char)
        text += " " * max(column - len(text), 3) if text or column > 2 else ""
        text += "".join(run.text for run in line_runs(segment))
    return text


def _has_gap(before: Line, line: Line, measure: Measure) -> bool:
    if before.page != line.page:
        return False
    return line.base - before.base > 1.3 * measure.pitch * max(line.size / measure.size, 1.0)


def _goes_on(
    paragraph: Paragraph, before: Line, line: Line, started: Paragraph, measure: Measure, right: float, left: float
) -> bool:
    """Whether ``line`` continues the paragraph whose last line is ``before``."""
    if _has_gap(before, line, measure) or (line.base < before.base - line.size and line.page == before.page):
        return False
    if abs(line.size - before.size) > 0.08 * before.size or started.typeset:
        return False
    if _SPEAKER.match(line.text):
        return False
    full = not _fits(before, line.words[0], line, right, left)
    if not full:
        return False
    if not before.words[-1].bold and all(word.bold for word in line.words) and line.words[0].text[:1].isupper():
        return False
    text = before.text
    if started.marker and (started.marker == "-" or _ENDS_SENTENCE.search(text) or line.left < paragraph.text_left - 3):
        return False
    if line.page != before.page and _ENDS_SENTENCE.search(text) and line.words[0].text[:1].isupper():
        return False
    if paragraph.typeset:
        return len(paragraph.lines) > 1 or _hangs_below(before, line, measure)
    if len(paragraph.lines) > 1 or paragraph.marker:
        start = paragraph.lines[1].left if len(paragraph.lines) > 1 else paragraph.text_left
        if abs(line.left - start) > 1.5 * line.size and _ENDS_SENTENCE.search(text) and not _centred(before, line):
            return False
    elif line.left > before.left + 1.5 * line.size and _ENDS_SENTENCE.search(text) and not _centred(before, line):
        return False
    return True


def _hangs_below(before: Line, line: Line, measure: Measure) -> bool:
    """Whether ``line`` continues the last segment of a line with gaps, or all of it where the gaps are but small."""
    segments = split_segments(before)
    if abs(line.left - segments[-1][0].left) < 6:
        return True
    label = " ".join(word.text for word in segments[0])
    if len(segments) == 2 and label.endswith(":") and len(segments[1]) > 4 and abs(line.left - before.left) < 6:
        return True
    widest = max(after[0].left - ahead[-1].right for ahead, after in pairwise(segments))
    return abs(line.left - before.left) < 6 and widest < 5.5 * measure.char


def _centred(before: Line, line: Line) -> bool:
    return abs(before.left + before.right - line.left - line.right) < 6 and abs(before.left - line.left) > 3


def _fits(before: Line, word: Word, line: Line, right: float, left: float) -> bool:
    """Whether ``word`` would have found room at the end of the line before."""
    needed = word.right - word.left + (FIXED_WIDTH if is_fixed(before.words) else 0.25) * word.size
    if word.text[:1].islower():
        # A sentence that goes on in small letters was broken by the program, short of words that stick out.
        needed += min(0.35 * (right - left), 10 * word.size)
    if _centred(before, line):
        return before.right - before.left + needed <= right - left
    return before.right + needed <= right + 1
