"""Patterns for lists of words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

_MOST_BRANCHES = 6  # words that are tried one by one


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any one of a list of literal words, the longest first; a blank in them stands for any run."""
    return _branches(sorted(words, key=len, reverse=True))


def _branches(words: Sequence[str], passed: int = 0) -> str:
    """The words parted by their next character, so that a long list takes few looks; ``passed`` are alike."""
    firsts = {word[passed : passed + 1] for word in words}
    if len(words) <= _MOST_BRANCHES or not all(first.isalpha() for first in firsts) or _in_two_cases(firsts):
        return "(?:" + "|".join(_literal(word[passed:]) for word in words) + ")"
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[passed], []).append(word)
    return "(?:" + "|".join(first + _branches(group, passed + 1) for first, group in groups.items()) + ")"


def _in_two_cases(letters: Set[str]) -> bool:
    """Whether some letters are one but for their case: parted, the words would not be tried in their order."""
    return len({letter.lower() for letter in letters}) < len(letters)


def _literal(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", words))
