"""Lists of words, and patterns in which names stand for them and for fragments, compiled when first needed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minutes_cli.errors import RulesError
from minutes_cli.patterns import lazy
from minutes_cli.rules.alternatives import alternatives

_NAME = lazy(r"\{([a-z][a-z_]*)\}")
# In any case these letters stand for "i", "s" and "k" too; a range may reach over them.
_BEYOND = lazy(r"[\u0130\u0131\u017f\u212a]|-[^\x00-\xff]|\\[uUN]")


def ascii_flag(pattern: str) -> int:
    r"""The flag with which a pattern finds the same in a text of ASCII, asking less of each character.

    Classes as "\w" mean the same there, and so does white space: of that, a mask has but blanks and newlines.
    """
    return 0 if _BEYOND.search(pattern) else re.ASCII


# What may find something else in lower case: flags, letters by number, ranges over capitals and few small letters.
_CASED = lazy(r"\(\?[aLmsux-]*i|\(\?\(|\\[\dNuUx]")
_CLASS = lazy(r"\\.|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])", re.DOTALL)
_OVER_CAPITALS = lazy(r"[\0-`]-[A-\\^-\x7f]")
_CAPITAL = lazy(r"\\.|\(\?P[<=]\w+|(?P<letter>[A-Z])", re.DOTALL)


def in_small(pattern: str) -> str | None:
    """A pattern for any case as one that finds the same in a text of ASCII in lower case; None where it may not.

    Where a case is asked for, words are found by their first letters, and a search is led by them.
    """
    classes = [found["class"] or "" for found in _CLASS.finditer(pattern)]
    if _CASED.search(pattern) or not ascii_flag(pattern) or any(map(_OVER_CAPITALS.search, classes)):
        return None
    return _CAPITAL.sub(lambda found: found[0].lower() if found["letter"] else found[0], pattern)


class Expansions:
    """Gives lists of words, and puts them and fragments in where patterns name them."""

    def __init__(self, fragments: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> None:
        self._fragments = dict(fragments)
        self._words = words
        self._patterns: dict[tuple[str, bool, bool], re.Pattern[str]] = {}
        self._small: dict[str, re.Pattern[str] | None] = {}
        self._expanded: dict[str, str] = {}
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}

    def words(self, *names: str) -> frozenset[str]:
        """The words of a list by its name, or of several, in lower case."""
        if names not in self._sets:
            self._sets[names] = frozenset(word.lower() for name in names for word in self._words[name])
        return self._sets[names]

    def listed(self, name: str) -> tuple[str, ...]:
        """A list of words by its name, as it stands: for lists whose order tells something."""
        return self._words[name]

    def expand(self, pattern: str, seen: tuple[str, ...] = ()) -> str:
        """A pattern with the fragments and lists of words that it names put in."""

        def replacement(match: re.Match[str]) -> str:
            name = match[1]
            if name in seen:
                raise RulesError(f"fragment {name} stands in itself")
            if name not in self._expanded:
                if name in self._words:
                    self._expanded[name] = alternatives(self._words[name])
                elif name in self._fragments:
                    self._expanded[name] = f"(?:{self.expand(self._fragments[name], (*seen, name))})"
                else:
                    raise RulesError(f"there is no fragment or list of words {name!r}")
            return self._expanded[name]

        return _NAME.sub(replacement, pattern)

    def regex(self, pattern: str, *, ignore_case: bool = False, ascii_only: bool = False) -> re.Pattern[str]:
        """A pattern of code, compiled once in verbose form with its fragments put in.

        ``ascii_only`` tells that it is for masked texts of ASCII alone, in which it finds the same in less time.
        """
        key = (pattern, ignore_case, ascii_only)
        if key not in self._patterns:
            flags = re.VERBOSE | (re.IGNORECASE if ignore_case else 0)
            try:
                expanded = self.expand(pattern)
                self._patterns[key] = re.compile(expanded, flags | (ascii_flag(expanded) if ascii_only else 0))
            except re.error as error:
                raise RulesError(f"pattern {pattern!r}: {error}") from error
        return self._patterns[key]

    def small(self, pattern: str) -> re.Pattern[str] | None:
        """A pattern for any case, compiled for texts of ASCII in lower case; None where it may find something else."""
        if pattern not in self._small:
            small = in_small(self.expand(pattern))
            self._small[pattern] = None if small is None else self.regex(small, ascii_only=True)
        return self._small[pattern]
