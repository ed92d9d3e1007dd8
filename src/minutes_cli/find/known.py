"""Who is listed already, by any name that the narrative may use: surname, first name, initials."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from minutes_cli.find.attendance_lists import Listed
from minutes_cli.find.people import NameParts, is_same, take_apart


class Known:
    """The listed people of a document."""

    def __init__(self, listed: Sequence[Listed]) -> None:
        self._parts: list[NameParts] = []
        self._surnames: set[str] = set()
        self._given: set[str] = set()
        self._initials: set[str] = set()
        for entry in listed:
            self.add(entry)

    def add(self, entry: Listed) -> None:
        """Count a person among the known."""
        parts = take_apart(entry.person.name)
        self._parts.append(parts)
        self._surnames.add(parts.surname)
        self._given.update(parts.given[:1])
        if entry.person.initials:
            self._initials.add(entry.person.initials)
        if parts.given:
            self._initials.add("".join(word[0] for word in (*parts.given, parts.surname)).upper())
            self._initials.add((parts.given[0][0] + parts.surname[0]).upper())

    def has(self, name: str) -> bool:
        """Whether a name may be that of somebody known."""
        if name in self._initials:
            return True
        parts = take_apart(name)
        if not parts.given:
            word = parts.surname
            if any(_is_alike(parts, other) for other in self._parts):
                return True
            return (
                word in self._surnames
                or word in self._given
                or any(
                    len(word) >= 3 and (given.startswith(word) or word.startswith(given) and len(given) >= 3)
                    for given in self._given
                )
            )
        return any(is_same(parts, other) or _is_alike(parts, other) for other in self._parts)


def _is_alike(one: NameParts, two: NameParts) -> bool:
    """Whether two names differ by a slip of the pen: "M Sheehan" and "Sheahan (M)"."""
    if one.given and two.given and one.given[0][0] != two.given[0][0]:
        return False
    return (
        one.surname[0] == two.surname[0]
        and min(len(one.surname), len(two.surname)) >= 5
        and (SequenceMatcher(None, one.surname, two.surname).ratio() >= 0.85)
    )
