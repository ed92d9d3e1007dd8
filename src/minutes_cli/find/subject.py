"""Who a sentence says something of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "post", "staff", "members", "council", "body", "pronoun", "unknown"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does something: offsets in the sentence of the whole phrase and of each owner in it.

    ``name`` is that of the person where the owner is a post beside which it stands: "the Clerk, Ann Lee,".
    """

    start: int
    end: int
    kind: Kind
    owners: tuple[tuple[int, int], ...]
    name: tuple[int, int] | None = None


def adjoins(text: str, start: int, end: int) -> bool:
    """Whether nothing but blanks, or the closing mark of a comma, stands between two offsets."""
    return not text[start:end].strip(" >,") if "," in text[start:end] else not text[start:end].strip(" >")


def is_name(part: list[re.Match[str]]) -> bool:
    """Whether an owner that nothing is known of is written as a name: one capitalised word."""
    return len(part) == 1 and part[0][0].istitle()


def are_plain(tokens: list[re.Match[str]]) -> bool:
    """Whether all of some words are letters alone."""
    return all(token[0].isalpha() for token in tokens)


def is_word(words: str) -> bool:
    """Whether words are one in small letters but for its first."""
    return words.isalpha() and words.istitle()
