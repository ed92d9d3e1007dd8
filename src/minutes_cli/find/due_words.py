"""The words that set a time, and how they are cut out of the match of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from minutes_cli.rules.match import Match
from minutes_cli.values.dates import DateMatch


@dataclass(frozen=True, slots=True)
class DueWords:
    """Words that set a time: their offsets and the date in them, or how their last day is counted and from what."""

    start: int
    end: int
    date: DateMatch | None = None
    latest: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)


def parts_of(text: str, match: Match) -> dict[str, str]:
    """The named parts of a match in lower case, their blanks folded."""
    return {name: " ".join(text[start:end].lower().split()) for name, (start, end) in match.groups.items()}


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without marks and blanks at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
