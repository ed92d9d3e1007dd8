"""Words of a page gathered into lines, and lines into the segments that wide gaps part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_cli.source.blocks import Run
from minutes_cli.source.pdf_words import Word

_GAP = 1.15
_FIXED_GAP = 1.65
"""Of the font's size: justified text stretches its spaces less than this, and two spaces of a typewriter's fixed
width, as they stand after full stops, are less than the second.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line from left to right."""

    words: tuple[Word, ...]
    page: int = 0

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """The line that the largest words stand on."""
        return max(self.words, key=lambda word: word.size).base

    @property
    def top(self) -> float:
        """The upper edge of the highest word."""
        return min(word.top for word in self.words)

    @property
    def size(self) -> float:
        """The font size of most of its characters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return "".join(run.text for run in line_runs(self.words))


def gather_lines(words: Iterable[Word], page: int = 0) -> list[Line]:
    """Lines from top to bottom; raised and lowered figures belong to the line that they overlap."""
    gathered: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        for line in reversed(gathered[-3:]):
            if _on_line(word, line):
                line.append(word)
                break
        else:
            gathered.append([word])
    lines = [Line(tuple(sorted(line, key=lambda word: word.left)), page) for line in gathered]
    return sorted(lines, key=lambda line: line.base)


def _on_line(word: Word, line: list[Word]) -> bool:
    main = max(line, key=lambda other: other.size)
    if abs(word.base - main.base) <= 0.15 * max(word.size, main.size):
        return True
    if abs(word.size - main.size) < 0.15 * main.size:
        return abs(word.base - main.base) <= 0.3 * main.size
    overlap = min(word.bottom, main.bottom) - max(word.top, main.top)
    return overlap >= 0.55 * min(word.bottom - word.top, main.bottom - main.top)


def line_runs(words: Sequence[Word]) -> list[Run]:
    """The words with single spaces between (in a typewriter's font: as many as were typed), as bold and other runs."""
    runs: list[Run] = []
    before: Word | None = None
    fixed = is_fixed(words)
    for word in words:
        gap = word.left - before.right if before is not None else 0.0
        touching = before is None or (not word.spaced and gap < 0.15 * word.size)
        spaces = max(round(gap / (FIXED_WIDTH * word.size)), 1) if fixed else 1
        runs.append(Run(word.text if touching else " " * spaces + word.text, word.bold))
        before = word
    return runs


FIXED_WIDTH = 0.6
"""Of the font's size: the width of a character in the usual fixed fonts."""


def is_fixed(words: Sequence[Word]) -> bool:
    """Whether most words are in a typewriter's font."""
    return 2 * sum(word.fixed for word in words) > len(words)


def split_segments(line: Line) -> list[tuple[Word, ...]]:
    """The line's words parted where gaps are too wide to be spaces."""
    segments: list[list[Word]] = []
    reach = 0.0
    gap = (_FIXED_GAP if is_fixed(line.words) else _GAP) * max(line.size, 6.0)
    for word in line.words:
        if segments and word.left - reach < gap:
            segments[-1].append(word)
        else:
            segments.append([word])
        reach = max(reach, word.right) if len(segments[-1]) > 1 else word.right
    return [tuple(segment) for segment in segments]
