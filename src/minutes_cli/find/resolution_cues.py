"""Cues: where in a document a word stands that a decision may be told with, so that nothing else need be read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

_TALLY = re.compile(r"\(\d{1,3}\)[ \t]*(?:[:\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Cues:
    """The offsets of all cues in a document, in their order."""

    places: list[int]

    def within(self, start: int, end: int) -> bool:
        """Whether a cue begins in a stretch."""
        index = bisect_left(self.places, start)
        return index < len(self.places) and self.places[index] < end


def find_cues(text: str, cues: Iterable[str]) -> Cues:
    """The cues of a text: a search of the whole for one literal after the other is the fastest there is."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow in lower case: offsets have to hold
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    lowered = lowered.replace("\n", " ").replace("\r", " ")
    places = {match.start() for match in _TALLY.finditer(text)}
    for cue in cues:
        at = lowered.find(cue)
        while at >= 0:
            places.add(at)
            at = lowered.find(cue, at + len(cue))
    return Cues(sorted(places))
