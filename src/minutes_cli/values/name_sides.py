"""Where the person of an entry stands, and where its details do, on either side of a dash or a colon."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.values.name_words import NameWords
from minutes_cli.values.person import LOOSE, is_initials, split_at

_DASH = lazy(r"\s+-+\s*|(?<=\))\s*-+\s*|:\s+-?\s*")
_LETTERS = lazy(r"[A-Z]{3,6}")
_MARK = lazy(r"(?:present|absent|excused|unexcused|here|aye|nay|yes|no|regrets|apologies|remote)\b", re.IGNORECASE)
_MOST_AHEAD = 3  # words of what somebody looks after, before the name


def sides(
    words: NameWords, honorific: re.Pattern[str], masked: str, start: int, end: int
) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Where the person of an entry stands and where its details do: "Clerk - Jane Doe", "Jane Doe - Clerk"."""
    if "-" not in masked and ":" not in masked:
        return (start, end), []
    parts = [part for part in split_at(_DASH, masked, start, end) if masked[slice(*part)].strip(LOOSE)]
    if len(parts) < 2:
        return (parts[0] if parts else (start, end)), []
    for index, (a, b) in enumerate(parts):
        if honorific.match(masked[a:b].strip()):
            return parts[index], parts[:index] + parts[index + 1 :]
    first = masked[slice(*parts[0])].strip(LOOSE)
    if is_initials(first, masked[slice(*parts[1])].strip(LOOSE)):
        return parts[1], [parts[0], *parts[2:]]  # "AM - Ann Moor"
    second = masked[slice(*parts[1])].strip(LOOSE)
    if _LETTERS.fullmatch(first) and words.is_named(second, honorific):
        return parts[1], [parts[0], *parts[2:]]  # "NUPE - Mrs. O. Leary"
    if first.split(" ", 1)[0].lower() in words.no_name and words.is_named(second, honorific):
        return parts[1], [parts[0], *parts[2:]]  # "Year 2: Tom Rusk"
    if words.ends_in_role(first) and words.is_full_name(second):
        return parts[1], [parts[0], *parts[2:]]  # "Clubs Rep - Anjali Nair"
    if len(first.split()) <= _MOST_AHEAD and words.opens_with_given(second) and not words.opens_with_given(first):
        return parts[1], [parts[0], *parts[2:]]  # "Moorings - Ted Hale"
    if _MARK.match(second) and not words.is_whole_role(first):
        return parts[0], parts[1:]  # "Council Members Ann Moor - present"
    if words.is_whole_role(first) or (words.is_body(first) and not words.is_body(masked[slice(*parts[1])])):
        return parts[1], [parts[0], *parts[2:]]
    return parts[0], parts[1:]
