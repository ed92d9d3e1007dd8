"""At what width the paragraphs of a text are broken into lines, if they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from minutes_cli.text.lines import Line

_CLOSING = "\"')]"
_LONGEST_NICK = 16  # characters of who speaks, the colon included


def ends_sentence(words: str) -> bool:
    """Whether words, white space at their end left out, end as a sentence or part of one does: in a stop or colon."""
    return words.rstrip(_CLOSING).endswith((".", "?", "!", ":", ";"))


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width that paragraphs were broken at, in characters; None where a line is a paragraph."""
    if len(lines) < 8:
        return None
    lengths = sorted(map(len, map(attrgetter("text"), lines)))
    widest = lengths[int(len(lengths) * 0.98)] if len(lengths) > 60 else lengths[-2]
    full = len(lengths) - bisect_right(lengths, widest * 0.8)
    if not 45 <= widest <= 135 or full < max(4, len(lengths) * 0.12):
        return None
    goes_on = sum([line.text[line.body - line.start :][:1].islower() for line in lines])
    return widest if goes_on * 4 >= full else None  # lines of one width alone may be entries, each a paragraph


def is_spaced(lines: Sequence[Line], wrap: int) -> bool:
    """Whether a blank line stands behind every line, full or not, as some converters of PDF leave it.

    Where it does, some of the full lines go on in small letters; else each is a paragraph of its own.
    """
    full = broken = small = 0
    filled = [index for index, line in enumerate(lines) if not line.blank]
    for index, after in pairwise(filled):
        line = lines[index]
        if line.end - line.start > wrap * 0.75 and not ends_sentence(line.text.rstrip()):
            full += 1
            if after > index + 1:
                broken += 1
                words = lines[after].words[:_LONGEST_NICK]
                small += words[:1].islower() and ":" not in words  # not "tom: I'd say so"
    return full >= 5 and broken > full * 0.6 and small * 6 >= broken
