"""What a text must hold for a pattern to match it: words in their order, of some words any one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Need: TypeAlias = "Word | Every | Either"

MANY = 100  # words of which any would do, from which on asking takes longer than it saves


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that must stand in a text, at the edge of a word where ``left`` and ``right`` say so."""

    text: str
    left: bool
    right: bool

    def end(self, text: str, start: int) -> int:
        """Where the first such characters from an offset on end; -1 where there are none."""
        at = text.find(self.text, start)
        while at >= 0:
            end = at + len(self.text)
            inner = self.left and at > 0 and is_of_word(text[at - 1])
            if not inner and not (self.right and end < len(text) and is_of_word(text[end])):
                return end
            at = text.find(self.text, at + 1)
        return -1


@dataclass(frozen=True, slots=True)
class Every:
    """Needs that must all be met, one behind the other.

    ``lists`` are the words of each of which one must stand somewhere, the shortest list first. They are looked for
    before the order is, for mostly one of them is missing.
    """

    parts: tuple[Need, ...]
    lists: tuple[tuple[str, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lists", tuple(sorted(map(_words_of, self.parts), key=len)))

    def end(self, text: str, start: int) -> int:
        """Where the last of them ends at the earliest; -1 where one is not met."""
        for words in self.lists:
            for word in words:
                if word in text:
                    break
            else:
                return -1
        for part in self.parts:
            start = part.end(text, start)
            if start < 0:
                return -1
        return start


@dataclass(frozen=True, slots=True)
class Either:
    """Needs of which one must be met."""

    parts: tuple[Need, ...]

    def end(self, text: str, start: int) -> int:
        """Where the first to be met ends; -1 where none is."""
        first = -1
        for part in self.parts:
            if isinstance(part, Word) and part.text not in text:
                continue  # so it is with most of the words
            end = part.end(text, start)
            if end >= 0 and (first < 0 or end < first):
                first = end
        return first


def _words_of(need: Need) -> tuple[str, ...]:
    """Words of which one stands in each text that meets a need: of those that must all be met the fewest tell most."""
    if isinstance(need, Word):
        return (need.text,)
    if isinstance(need, Every):
        return need.lists[0]
    return tuple(dict.fromkeys(word for part in need.parts for word in _words_of(part)))


def either(branches: Sequence[Need | None]) -> Need | None:
    """The need of which one of some must be met; None where one of them is nothing, or they are too many to ask."""
    parts: dict[Need, None] = {}
    for branch in branches:
        if branch is None:
            return None
        parts |= dict.fromkeys(branch.parts if isinstance(branch, Either) else (branch,))
    if len(parts) > MANY:
        return None
    return next(iter(parts)) if len(parts) == 1 else Either(tuple(parts))


def is_of_word(character: str) -> bool:
    """Whether a character is one of those that words are made of, as a regular expression counts them."""
    return character.isalnum() or character == "_"
