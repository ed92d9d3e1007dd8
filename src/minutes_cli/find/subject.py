"""Who a sentence says something of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "post", "staff", "members", "council", "body", "pronoun", "unknown"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does something: offsets in the sentence of the whole phrase and of each owner in it."""

    start: int
    end: int
    kind: Kind
    owners: tuple[tuple[int, int], ...]


def adjoins(text: str, start: int, end: int) -> bool:
    """Whether nothing but blanks, or the closing mark of a comma, stands between two offsets."""
    return not text[start:end].strip(" >,") if "," in text[start:end] else not text[start:end].strip(" >")
