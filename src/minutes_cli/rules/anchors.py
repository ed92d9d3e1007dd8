"""Patterns that hold only at the head of a text: they are tried there and not at each of its characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from minutes_cli.patterns import lazy

_PART = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\#[^\n]*|[()|]", re.DOTALL)  # what a bar may hide in, and what parts
_BLANK = lazy(r"\s*")
_BY_LINE = lazy(r"\(\?[a-z]*m")  # the flag with which "^" holds at the head of every line

Finder = Callable[[str], Iterable[re.Match[str]]]


def finder(pattern: str, compiled: re.Pattern[str]) -> Finder:
    """What finds all matches of a pattern in verbose form in a text; ``compiled`` is the same with its fragments."""
    if not is_anchored(pattern):
        return compiled.finditer
    match = compiled.match

    def at_head(text: str) -> Iterable[re.Match[str]]:
        found = match(text)
        return () if found is None else (found,)

    return at_head


def is_anchored(pattern: str) -> bool:
    """Whether each alternative of a pattern in verbose form opens with "^", which stands for the head of the text."""
    heads, depth = [0], 0
    for part in _PART.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == "|" and depth == 0:
            heads.append(part.end())
    return _BY_LINE.search(pattern) is None and all(_opens(pattern, head) for head in heads)


def _opens(pattern: str, head: int) -> bool:
    blank = _BLANK.match(pattern, head)
    return blank is not None and pattern.startswith("^", blank.end())
