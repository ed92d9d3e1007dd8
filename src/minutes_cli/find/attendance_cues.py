"""Where in a document words of attendance stand: one cheap look, so that the other blocks need no closer one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

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
    cued = set(range(min(HEAD, len(document.blocks))))
    if len(document.blocks) > HEAD:
        begin = document.blocks[HEAD].start
        lowered = document.layout.masked[begin:].lower()
        starts = [block.start - begin for block in document.blocks]
        cued.update(max(0, bisect_right(starts, at) - 1) for at in _places(lowered))
    return frozenset(cued)


def _places(lowered: str) -> Iterable[int]:
    for cue in _CUES:
        at = lowered.find(cue)
        while at >= 0:
            yield at
            at = lowered.find(cue, at + len(cue))
