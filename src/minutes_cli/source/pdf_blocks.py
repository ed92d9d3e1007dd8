"""Paragraphs of a PDF as blocks: their lines in one, words parted at line ends whole, headings told by size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.patterns import lazy
from minutes_cli.source.blocks import Block, Run, mark_bold
from minutes_cli.source.pdf_lines import Line, is_fixed, line_runs
from minutes_cli.source.pdf_measure import Measure
from minutes_cli.source.pdf_paragraphs import Paragraph
from minutes_cli.source.pdf_words import Word

_PREFIXES = frozenset("re co non pre ex sub multi self vice mid post anti semi inter over under well half".split())
_CUT_DATE = lazy(r"(?:^|\s)\d{1,2}([./-])\d{1,2}\1\d{1,3}$")


def to_blocks(paragraphs: Sequence[Paragraph], measure: Measure, vocabulary: frozenset[str]) -> Iterator[Block]:
    """Paragraphs as blocks, with headings told by the size of their letters, and side notes after them.

    In a typewriter's font the marks and indents of list entries stay as they were typed.
    """
    for paragraph in paragraphs:
        if paragraph.typeset:
            rest = _joined(paragraph.lines[1:], None, vocabulary)
            text = f"{paragraph.typeset} {''.join(run.text for run in rest)}" if rest else paragraph.typeset
            yield Block(text, tight=paragraph.tight)
        else:
            typed = is_fixed(paragraph.lines[0].words)
            runs = _joined(paragraph.lines, None if typed else paragraph.words, vocabulary)
            text = "".join(run.text for run in runs)
            size = paragraph.lines[0].size
            level = 0
            if size in measure.headings and len(text) < 160 and sum(map(str.isalpha, text)) > 2:
                level = min(measure.headings.index(size) + 1, 6)
            marked = text if level else " " * paragraph.indent + mark_bold(runs)
            yield Block(marked, level, "" if typed else paragraph.marker, paragraph.depth, paragraph.tight)
        for note in paragraph.notes:
            yield Block(note)


def _joined(lines: Sequence[Line], first: Sequence[Word] | None, vocabulary: frozenset[str]) -> list[Run]:
    """The lines' words in a row, words parted at line ends made whole."""
    runs: list[Run] = []
    for line in lines:
        words = first if first is not None and not runs else line.words
        added = line_runs(words)
        if runs and added:
            end, start = runs[-1].text, added[0].text
            if _was_parted(end, start, vocabulary):
                runs[-1] = Run(end.rstrip("-\xad‐"), runs[-1].bold)
            elif _CUT_DATE.search(end) and start.rstrip(".,;").isdigit():
                pass  # a narrow column broke the year
            elif not (end.endswith(("-", "‐", "/")) and len(end.rstrip("-‐/")) > 0 and end[-2:-1].isalnum()):
                added[0] = Run(" " + start, added[0].bold)
        runs.extend(added)
    return runs


def _was_parted(end: str, start: str, vocabulary: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end came with the line break.

    It did if the document knows the word whole; it didn't if the document knows the word with its hyphen. Where it
    knows neither, a hyphen after a part that is a word of the document, or a prefix, is taken for the word's own:
    programs that write minutes rarely part words, and break lines at hyphens that are there.
    """
    if end.endswith("\xad"):
        return True
    if not end.endswith(("-", "‐")) or not start[:1].islower():
        return False
    head = re.split(r"[^\w]", end[:-1])[-1].lower()
    tail = re.split(r"[^\w]", start)[0].lower()
    if not head or not tail or f"{head}-{tail}" in vocabulary:
        return False
    if head + tail in vocabulary:
        return True
    return head not in vocabulary and head not in _PREFIXES and tail not in vocabulary
