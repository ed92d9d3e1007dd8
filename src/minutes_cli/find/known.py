"""Who is listed already, by any name that the narrative may use: surname, first name, initials."""

from __future__ import annotations

from collections.abc import Iterable, Set

from minutes_cli.find.listed import Listed
from minutes_cli.find.people import NameParts, are_near, handles_of, is_same, take_apart


class Known:
    """The listed people of a document."""

    def __init__(self, listed: Iterable[Listed], titles: Set[str] = frozenset()) -> None:
        self._titles = titles
        self._parts: dict[str, list[NameParts]] = {}
        self._surnames: set[str] = set()
        self._given: set[str] = set()
        self._given_with: dict[str, list[str]] = {}  # by their first letters
        self._initials: set[str] = set()
        self._full: set[str] = set()
        self._handles: set[str] = set()  # of all but those of the ``_unhandled``: they are mostly not asked for
        self._unhandled: list[NameParts] = []
        self._answers: dict[str, bool] = {}
        self._plain: dict[str, bool] = {}
        for entry in listed:
            self.add(entry)

    def add(self, entry: Listed) -> None:
        """Count a person among the known."""
        parts = take_apart(entry.person.name)
        self._answers.clear()
        self._plain.clear()
        self._full.add(entry.person.name.lower())
        self._parts.setdefault(parts.surname[0], []).append(parts)
        self._surnames.add(parts.surname)
        if parts.given:
            self._add_given(parts.given[0])
        if " " in entry.person.name:
            first, *others = entry.person.name.lower().split()
            self._add_given(first)  # "Wen-Li" of "Wen-Li Chang"
            if len(others) == 2:
                self._add_given(f"{first} {others[0]}")  # "Ruth Ann" of "Ruth Ann Sykes"
        if entry.person.initials:
            self._initials.add(entry.person.initials)
        if parts.given:
            self._initials.add("".join(word[0] for word in (*parts.given, parts.surname)).upper())
            self._initials.add((parts.given[0][0] + parts.surname[0]).upper())
            self._unhandled.append(parts)

    def _add_given(self, given: str) -> None:
        if given not in self._given:
            self._given.add(given)
            self._given_with.setdefault(given[0], []).append(given)

    def is_plain(self, words: str) -> bool:
        """Whether words are a listed name with at most titles, so that they need not be read: "Cllr Moor"."""
        if words not in self._plain:
            self._plain[words] = self._is_plain(words)
        return self._plain[words]

    def _is_plain(self, words: str) -> bool:
        rest = words
        while (parted := rest.split(None, 1))[1:] and parted[0].rstrip(".").lower() in self._titles:
            rest = parted[1]
        if rest is not words:
            return self.has(" ".join(rest.split()))
        lowered = words.rstrip(".").lower()
        return lowered in (self._full if parted[1:] else self._surnames)

    def has(self, name: str) -> bool:
        """Whether a name may be that of somebody known."""
        if name not in self._answers:
            self._answers[name] = self._has(name)
        return self._answers[name]

    def _has(self, name: str) -> bool:
        if name in self._initials or (len(name) <= 4 and name[-1:].isupper() and name.upper() in self._initials):
            return True  # "PvR" is Peter van Rijn too
        if name.islower() and self._is_handle(name):
            return True
        if ("-" in name or " " in name) and name.lower() in self._given:
            return True
        parts = take_apart(name)
        alike = self._parts.get(parts.surname[0], ())
        if parts.given:
            return any(is_same(parts, other) or _is_alike(parts, other) for other in alike)
        word = parts.surname
        if word in self._surnames or self._is_first_name(word):
            return True
        return any(_is_alike(parts, other) for other in alike)

    def _is_handle(self, name: str) -> bool:
        while self._unhandled:
            self._handles |= handles_of(self._unhandled.pop())
        return name in self._handles

    def _is_first_name(self, word: str) -> bool:
        """Whether a word is the first name of somebody known, or a short form: "Deb" for "Debra"."""
        if word in self._given:
            return True
        if len(word) < 3:
            return False
        alike = self._given_with.get(word[0], ())
        return any(given.startswith(word) or (len(given) >= 3 and word.startswith(given)) for given in alike)


def _is_alike(one: NameParts, two: NameParts) -> bool:
    """Whether two names differ by a slip of the pen: "M Donovan" and "Donavan (M)"."""
    if one.given and two.given and one.given[0][0] != two.given[0][0]:
        return False
    return (
        abs(len(one.surname) - len(two.surname)) <= 2
        and min(len(one.surname), len(two.surname)) >= 5
        and are_near(one.surname, two.surname, 0.85)
    )
