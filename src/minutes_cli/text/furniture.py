"""Page furniture in a text made from pages: page numbers, and the headers and footers that stand beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_letters

from minutes_cli.patterns import lazy
from minutes_cli.text.casing import ascii_lowered
from minutes_cli.text.lines import Line, blanked
from minutes_cli.text.places import places_of

_NUMBER = lazy(
    r"\s*(?:-\s*)?(?:page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}(?:\s*of\s*\d{1,4})?)(?:\s*-)?\s*$"
    r"|\s*page\s*[|:]?\s*\d{1,4}\b.{0,20}$"
    r"|\s*(?:chair\w*(?:'s)?|mayor's|president's)?\s*(?:signed|initials?)\b[:\s]*[._…]{4,}.{0,30}$"
    r"|.{0,60}\s{3,}page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*$",
    re.IGNORECASE,
)
_WORDS = ("page", "initial")
_NEVER_LAST = frozenset(".,;:!?)'\"" + ascii_letters)  # of a number of a page that stands without them
_FIGURES = lazy(r"\d+")
# A header or footer stands at most so many lines from the page's number or break.
_REACH = 3
_HEAD = 3  # lines at the head of the document, over the title or beside it
_GAP = lazy(r"\s{3,}")


def without_furniture(text: str, lines: list[Line], masked: str) -> tuple[list[Line], str]:
    """The lines with furniture marked and its mask blanked, and the mask of the whole text so blanked."""
    numbers = _numbers(lines, masked)
    breaks = _breaks(text, lines) if "\x0c" in text else []
    marks = sorted(numbers.union(breaks))
    found = numbers | set(_running(lines, marks)) | set(_repeated(lines, marks))
    if not found:
        return lines, masked
    parts: list[str] = []
    position = 0
    kept = list(lines)
    for index in sorted(found):
        line = lines[index]
        parts += [masked[position : line.start], " " * (line.end - line.start)]
        position = line.end
        kept[index] = blanked(line)
    return kept, "".join(parts) + masked[position:]


def _breaks(text: str, lines: Sequence[Line]) -> list[int]:
    """The lines that open with the break of a page."""
    return [index for index, line in enumerate(lines) if not line.blank and "\x0c" in line.lead(text)]


def _numbers(lines: Sequence[Line], masked: str) -> set[int]:
    """The lines that print the number of a page, or that are there to be signed on each."""
    worded = _worded(lines, masked)
    return {
        index
        for index, line in enumerate(lines)
        if not line.blank and (index in worded or (line.text[-1] not in _NEVER_LAST and _is_figure(line.text.rstrip())))
        and not line.bullet and not line.hashes and _NUMBER.match(line.text)
    }  # fmt: skip


def _worded(lines: Sequence[Line], masked: str) -> set[int]:
    """The lines with a word of those that stand beside the numbers of pages or where each is to be signed."""
    places = places_of(ascii_lowered(masked), *_WORDS)
    starts = [line.start for line in lines] if places else []
    return {bisect_right(starts, place) - 1 for place in places}


def _is_figure(text: str) -> bool:
    """Whether a line opens and ends as a number without words does: in figures or dashes."""
    if text[-1] != "-" and not text[-1].isdecimal():
        return False
    first = text.lstrip()[0]
    return first == "-" or first.isdecimal()


def _running(lines: Sequence[Line], marks: Sequence[int]) -> Iterator[int]:
    """Lines beside the marks of pages that are printed, figures aside, on three pages or more.

    A line that the pages hold as often elsewhere ("CARRIED") only happens to stand there.
    """
    if len(marks) < 3:
        return
    near = {at for mark in marks for at in _beside(lines, mark) if not lines[at].blank}
    printed = {index: _FIGURES.sub("0", lines[index].text.strip()) for index in near}
    counts = Counter(printed.values())
    often = {text for text, count in counts.items() if count >= 3 and not text.startswith("|")}
    if often:
        others = (line.text.strip() for at, line in enumerate(lines) if at not in near and not line.blank)
        heads = tuple(text.partition("0")[0] for text in often)  # what stands there before any figure
        alike = [text for text in others if text.startswith(heads)]
        elsewhere = Counter(_FIGURES.sub("0", text) for text in alike)
        yield from (at for at, text in printed.items() if text in often and elsewhere[text] < counts[text])


def _repeated(lines: Sequence[Line], marks: Sequence[int]) -> Iterator[int]:
    """Lines beside the marks of pages that only print the number of the minutes again, as it stands over them."""
    over = [index for index in range(min(len(lines), _HEAD)) if not lines[index].blank]
    numbers = {piece for index in over for piece in _GAP.split(lines[index].text.strip()) if _FIGURES.search(piece)}
    for mark in marks if numbers else ():
        for index in _beside(lines, mark):
            if index >= _HEAD and lines[index].text.strip() in numbers:
                yield index


def _beside(lines: Sequence[Line], mark: int) -> Iterator[int]:
    for step in (-1, 1):
        seen, index = 0, mark + step
        while 0 <= index < len(lines) and seen < _REACH and abs(index - mark) <= 2 * _REACH:
            seen += not lines[index].blank
            yield index
            index += step
