"""Page headers, footers and page numbers of a PDF, found by their repeating in the same place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from minutes_cli.patterns import lazy
from minutes_cli.source.pdf_lines import Line

_ZONE = 0.13
_EDGE_LINES = 4
_HEADER = 50.0
"""Points from the upper edge: word processors set headers above, and text below."""
_SAME_PLACE = 14.0
_PAGE_NUMBER = lazy(
    r"(?:[-–—|\[(]\s*)?(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|\])])?$"
    r"|\d{1,4}\s*(?:\|\s*p\s*a\s*g\s*e|(?:of|/)\s*\d{1,4})$|[-–—]\s*\d{1,4}\s*[-–—]$",
    re.IGNORECASE,
)
_BARE_NUMBER = lazy(r"\d{1,4}$")
_DIGITS = lazy(r"\d+")


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without those that belong to the page rather than to the document."""
    seen: dict[tuple[bool, str, int], list[tuple[int, float]]] = defaultdict(list)
    edges = [list(_edge_lines(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    for number, found in enumerate(edges):
        for line, upper in found:
            seen[upper, *_pattern(line, number)].append((number, _place(line, upper, heights[number])))
    if len(pages) == 1:
        return [_without_lone_header(lines) for lines in pages]
    kept: list[list[Line]] = []
    for number, lines in enumerate(pages):
        gone = {
            id(line)
            for line, upper in edges[number]
            if _is_number(line, number, len(pages))
            or _repeats(seen[upper, *_pattern(line, number)], number, _place(line, upper, heights[number]), len(pages))
        }
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _without_lone_header(lines: Sequence[Line]) -> list[Line]:
    """The lines of a single page without a page number, and without small print far above all else."""
    kept = [line for line in lines if not _PAGE_NUMBER.match(line.text.strip()) or line not in (lines[0], lines[-1])]
    if len(kept) > 5:
        first, second = kept[:2]
        plain = not any(word.bold for word in first.words) and first.size <= second.size
        if plain and first.base < _HEADER and second.base - first.base > 2.5 * first.size:
            return kept[1:]
    return kept


def _edge_lines(lines: Sequence[Line], height: float) -> list[tuple[Line, bool]]:
    """Lines near the upper and the lower edge, with whether it is the upper."""
    upper = [(line, True) for line in lines[:_EDGE_LINES] if line.base < _ZONE * height]
    lower = [(line, False) for line in lines[-_EDGE_LINES:] if line.base > (1 - _ZONE) * height]
    return upper + lower


def _pattern(line: Line, number: int) -> tuple[str, int]:
    """The line's words with its figures blurred; lines of figures alone, such as numbers of items, never repeat."""
    words = " ".join(line.text.lower().split())
    figures = _DIGITS.search(words)
    alone = figures is not None and not any(map(str.isalpha, words))
    return _DIGITS.sub("#", words), number if alone else -1


def _place(line: Line, upper: bool, height: float) -> float:
    return line.base if upper else height - line.base


def _is_number(line: Line, number: int, pages: int) -> bool:
    text = line.text.strip()
    if _PAGE_NUMBER.match(text):
        return True
    return bool(_BARE_NUMBER.match(text)) and (pages > 1 or int(text) == number + 1)


def _repeats(places: Sequence[tuple[int, float]], number: int, place: float, pages: int) -> bool:
    others = {other for other, where in places if other != number and abs(where - place) < _SAME_PLACE}
    # Half of the pages, or the neighbours: left and right pages may differ, and so may the first.
    return len(others) + 1 >= max(2, pages * 0.4) or bool(others & {number - 1, number + 1, number - 2, number + 2})
