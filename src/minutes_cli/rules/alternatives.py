"""Patterns for lists of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_BRANCHES = 6  # words that are tried one by one


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any one of a list of literal words, the longest first; a blank in them stands for any run."""
    return _branches(sorted(words, key=len, reverse=True))


def _branches(words: Sequence[str], passed: int = 0) -> str:
    """The words parted by their next character, so that a long list takes few looks; ``passed`` are alike."""
    if len(words) <= _MOST_BRANCHES or not all(word[passed : passed + 1].isalpha() for word in words):
        return "(?:" + "|".join(_literal(word[passed:]) for word in words) + ")"
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[passed].lower(), []).append(word)
    return "(?:" + "|".join(_group(group, passed) for group in groups.values()) + ")"


def _group(words: Sequence[str], passed: int) -> str:
    """The words with one next letter; where it stands in both cases they are tried one by one, to keep their order."""
    firsts = {word[passed] for word in words}
    if len(firsts) > 1:
        return "|".join(_literal(word[passed:]) for word in words)
    return firsts.pop() + _branches(words, passed + 1)


def _literal(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", words))
