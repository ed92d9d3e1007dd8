"""Where in a document words of attendance stand: one cheap look, so that the other blocks need no closer one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from minutes_cli.document import Document

HEAD = 40  # blocks; the lists of attendance mostly stand here, in any wording
_CUES = (
    "absen",
    "apolog",
    "apols",
    "attend",
    "couldn",
    "could not",
    "excus",
    "leave of",
    "missing",
    "not be",
    "on leave",
    "particip",
    "present",
    "presid",
    "regrets",
    "roll",
    "sederunt",
    "sorry",
    "the chair",
    "unable",
)


def blocks_with_cues(document: Document) -> frozenset[int]:
    """The blocks in which attendance may be told of: those of the head, and later ones with a word of it."""
    return blocks_with(document, _CUES, HEAD) | frozenset(range(min(HEAD, len(document.blocks))))


def blocks_with(document: Document, words: Iterable[str], first: int = 0) -> frozenset[int]:
    """The blocks, from one on, in which one of some words in lower case stands."""
    if len(document.blocks) <= first:
        return frozenset()
    begin = document.blocks[first].start
    lowered = document.layout.masked[begin:].lower()
    starts = [block.start - begin for block in document.blocks]
    return frozenset(max(0, bisect_right(starts, at) - 1) for at in _places(lowered, words))


def _places(lowered: str, words: Iterable[str]) -> Iterator[int]:
    for cue in words:
        at = lowered.find(cue)
        while at >= 0:
            yield at
            at = lowered.find(cue, at + len(cue))
