"""One undertaking: the frame of a sentence that gives somebody something to do."""

from __future__ import annotations

from dataclasses import dataclass

LEFT_OUT = "-"  # stands for a subject that a note leaves out: "Will report back in May."


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A frame in a sentence: offsets in it; ``owners`` are those of the owners' words, empty where none is named.

    ``pronoun`` tells that a pronoun stands for the owner, whom the sentences before may name.
    """

    start: int
    verb: int
    end: int
    rule: str
    owners: tuple[tuple[int, int], ...] = ()
    pronoun: str = ""


def overlap(one: Undertaking, other: Undertaking) -> bool:
    """Whether two frames are of one task."""
    return (one.start < other.end and other.start < one.end) or one.verb == other.verb
