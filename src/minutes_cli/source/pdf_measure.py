"""What is usual in one PDF: its font size, the distance between its lines, its margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from minutes_cli.source.pdf_lines import Line

_HEADING_SIZE = 1.12
"""Times the size of body text, from which on a line is a heading; their levels follow from their sizes."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: its font size, the distance between lines, and the width of a character."""

    size: float
    pitch: float
    char: float
    left: float
    right: float
    headings: tuple[float, ...] = ()

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measure:
        """Measured on all lines of a document, most of which are body text."""
        sizes: dict[float, int] = {}
        for line in lines:
            for word in line.words:
                sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        size = max(sizes, key=lambda found: sizes[found])
        pitches = [
            after.base - before.base
            for before, after in pairwise(lines)
            if before.page == after.page and 0.8 * size < after.base - before.base < 2.6 * size
        ]
        widths = [
            (word.right - word.left) / len(word.text) for line in lines for word in line.words if len(word.text) > 2
        ]
        rights = sorted(line.right for line in lines)
        lefts = sorted(line.left for line in lines)
        return cls(
            size=size,
            pitch=_low_median(pitches) if pitches else 1.2 * size,
            char=median(widths) if widths else size / 2,
            left=lefts[len(lefts) // 20],
            right=rights[min(len(rights) * 19 // 20, len(rights) - 1)],
            headings=tuple(sorted((found for found in sizes if found >= _HEADING_SIZE * size), reverse=True)),
        )


def _low_median(numbers: list[float]) -> float:
    """The middle of the smaller half: the distance of lines inside paragraphs, where most pairs are in lists."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 4]
