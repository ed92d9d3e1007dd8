"""Patterns that hold only at some places of a text, as at its head: they are tried there and not at each character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from minutes_cli.patterns import lazy
from minutes_cli.rules.expansions import ascii_flag
from minutes_cli.text.casing import lowered

_PART = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\#[^\n]*|[()|]", re.DOTALL)  # what a bar may hide in, and what parts
_BLANK = lazy(r"\s*")
_BY_LINE = lazy(r"\(\?[a-z]*m")  # the flag with which "^" holds at the head of every line

Finder = Callable[[str], Iterable[re.Match[str]]]


def finder(pattern: str, compiled: re.Pattern[str], at: str | None = None, *, small: bool = False) -> Finder:
    """What finds all matches of a pattern in verbose form in a text; ``compiled`` is the same with its fragments.

    ``at`` is a pattern of the places where its matches begin, where that is known (see :class:`Rule`). ``small`` tells
    that ``compiled`` is for texts in lower case.
    """
    if at is not None:
        return _finder_at(at, compiled, small=small)
    if not is_anchored(pattern):
        find = compiled.finditer
        return (lambda text: find(lowered(text))) if small else find
    match = compiled.match

    def at_head(text: str) -> Iterable[re.Match[str]]:
        found = match(text)
        return () if found is None else (found,)

    return at_head


def signed(find: Finder, sign: re.Pattern[str], *, cased: bool) -> Finder:
    """What finds the matches of a pattern where a sign of them is found, in lower case where not ``cased``."""
    search = sign.search

    def where_signed(text: str) -> Iterable[re.Match[str]]:
        return find(text) if search(text if cased else lowered(text)) else ()

    return where_signed


def _finder_at(at: str, compiled: re.Pattern[str], *, small: bool) -> Finder:
    """What tries a pattern at some places only."""
    flags = re.VERBOSE | (compiled.flags & re.ASCII and ascii_flag(at))
    places, match = re.compile(at.removeprefix("^|"), flags).finditer, compiled.match
    headed, cased = at.startswith("^|"), not (small or compiled.flags & re.IGNORECASE)

    def at_places(text: str) -> Iterable[re.Match[str]]:
        looked_at = text if cased else lowered(text)
        if small:
            text = looked_at
        # Mostly nothing is found, and then no generator is made.
        if headed and (found := match(text)) is not None:
            return with_others(found, places(looked_at), text)
        others = places(looked_at)
        for place in others:
            if (found := match(text, place.start())) is not None:
                return with_others(found, others, text)
        return ()

    def with_others(found: re.Match[str], others: Iterator[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
        yield found
        end = found.end()
        for place in others:
            start = place.start()
            if start >= end and (other := match(text, start)) is not None:
                yield other
                end = other.end()

    return at_places


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
