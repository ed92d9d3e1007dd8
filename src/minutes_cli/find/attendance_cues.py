"""Where in a document people may be told of: the guard words of its blocks, looked up once for all that reads them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cached_property

from minutes_cli.document import Document
from minutes_cli.rules.match import Rules

_HEAD = 40  # blocks; the lists of attendance mostly stand here, in any wording


class Cues:
    """The guard words and cues that stand in each block of a document."""

    def __init__(self, document: Document, rules: Rules) -> None:
        self.words = [rules.guards_in(block.text) for block in document.blocks]
        self._all = frozenset[str]().union(*self.words)
        self._rules = rules

    def blocks_with(self, words: Set[str]) -> list[int]:
        """The blocks in which one of some guard words or cues stands, in order."""
        asked = self._all & words  # few of them, and mostly less than a block holds
        return [index for index, held in enumerate(self.words) if not held.isdisjoint(asked)] if asked else []

    def blocks_for(self, kind: str, *units: str) -> Sequence[int]:
        """The blocks in which a rule of a kind is to be tried, or in a part of them."""
        if self._rules.is_unguarded(kind, units):
            return range(len(self.words))
        return self.blocks_with(self._rules.guards(kind, units))

    @cached_property
    def of_attendance(self) -> frozenset[int]:
        """The blocks that may tell of attendance: those of the head, and those with a word of attendance."""
        cued = self.blocks_with(self._rules.words("attendance_cue"))
        return frozenset(cued).union(range(min(_HEAD, len(self.words))))
