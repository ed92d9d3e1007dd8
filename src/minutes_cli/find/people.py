"""One record a person: who in two lists, or under two spellings, is the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from minutes_cli.find.listed import Listed
from minutes_cli.patterns import lazy
from minutes_cli.values.person import changed

_SCOTS = lazy(r"\b(mc|o') (?=\w)")
_GIVEN_BEHIND = lazy(r"\((\w)\w?\)\s*$")
_ASIDE = lazy(r"\([^)]*\)|\"[^\"]*\"")
_HIS = lazy(r"(?:Mr|Messrs|Sir|Lord|Father|Fr|Brother|Bro|Monsieur|Uncle)\b")
_HER = lazy(r"(?:Mrs|Ms|Miss|Mesdames|Dame|Lady|Sister|Sis|Baroness|Madame|Mme|Mlle|Aunty)\b")
_WORD = lazy(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: given names or initials and the surname, in lower case."""

    given: tuple[str, ...]
    surname: str


@lru_cache(maxsize=4096)
def take_apart(name: str) -> NameParts:
    """The parts of a name as written: "Surname (J)", "Surname, First" and "First Surname" alike."""
    folded = name.replace("’", "'").replace(".", " ").replace("-", " ").lower()
    folded = _SCOTS.sub(r"\1", folded)
    bracket = _GIVEN_BEHIND.search(folded)
    if bracket:
        words = _WORD.findall(folded[: bracket.start()])
        return NameParts((bracket[1],), words[-1] if words else bracket[1])
    if "," in folded:
        last, _, first = folded.partition(",")
        return NameParts(tuple(_WORD.findall(first)), (_WORD.findall(last) or [last])[-1])
    words = _WORD.findall(_ASIDE.sub(" ", folded)) or [folded.strip()]
    return NameParts(tuple(words[:-1]), words[-1])


def is_same(one: NameParts, two: NameParts) -> bool:
    """Whether two names are one person's: surnames agree, and given names or their initials, where both have some."""
    words, others = (*one.given, one.surname), (*two.given, two.surname)
    if min(len(words), len(others)) > 1 and (words[-len(others) :] == others or others[-len(words) :] == words):
        return True
    if one.surname != two.surname:
        if min(len(one.surname), len(two.surname)) == 1 and one.given and one.given[:1] == two.given[:1]:
            return one.surname[0] == two.surname[0] and len(one.given[0]) > 1  # "Alma B" for "Alma Brook"
        return bool(one.given and two.given) and _is_misspelt(one, two)
    if not one.given or not two.given:
        return True
    first, other = one.given[0], two.given[0]
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    if first == other or (min(len(first), len(other)) >= 3 and (first.startswith(other) or other.startswith(first))):
        return True
    return first[0] == other[0] and are_near(first, other, 0.8)


def are_near(one: str, two: str, least: float) -> bool:
    """Whether the ratio of two words, as difflib tells it, is at least so much.

    Letters count that stand in both words; where all that do would not be enough, nothing needs to be matched.
    """
    most = sum(map(two.__contains__, one))
    return 2.0 * most / (len(one) + len(two)) >= least and SequenceMatcher(None, one, two).ratio() >= least


def _is_misspelt(one: NameParts, two: NameParts) -> bool:
    same = one.given[0] == two.given[0] and len(one.given[0]) > 1
    return (
        same and one.surname[0] == two.surname[0] and len(one.surname) > 4 and are_near(one.surname, two.surname, 0.8)
    )


def handles_of(name: NameParts) -> frozenset[str]:
    """What a person of a name may be called in a chat: "dagf", "dfosse", "dag.fosse" for Dag Fosse."""
    if not name.given or len(name.given[0]) < 2:
        return frozenset()
    given, surname = name.given[0], name.surname
    made = (given + surname[0], given[0] + surname, given + surname, surname + given[0], surname + given)
    return frozenset((*made, f"{given}.{surname}", f"{given}_{surname}", f"{given}-{surname}"))


class Merged:
    """One entry a person, in order of first mention; the first status stands, unless only a list of members gave it."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self.entries: list[Listed] = []
        self._people = _People()
        self.add(listed)

    def add(self, listed: Iterable[Listed]) -> None:
        """Take in more entries, of people named already or new."""
        people, kept = self._people, self.entries
        for entry in listed:
            name, sex = take_apart(entry.person.name), _sex(entry.person.honorific)
            index = people.find(name, sex)
            if index is None and entry.person.name.islower():
                index = people.by_handle(entry.person.name)
            if index is None or _are_namesakes(kept[index], entry):
                people.add(name, sex)
                kept.append(entry)
            else:
                people.spell_out(index, name, sex)
                kept[index] = _merged(kept[index], entry)


@lru_cache(maxsize=256)
def _sex(honorific: str | None) -> str | None:
    """What a title tells of the person's sex, if it does: "Mrs Moor" is not Mr Alan Moor."""
    if not honorific:
        return None
    his, her = _HIS.search(honorific), _HER.search(honorific)
    return None if bool(his) == bool(her) else "m" if his else "f"


def _are_namesakes(before: Listed, after: Listed) -> bool:
    """Whether two lists that can't both be right name two people: Alan Moor was there, "Cllr Moor" sent apologies."""
    person, other = before.person, after.person
    apart = "apologies" in (before.status, after.status) and before.status != after.status
    if not apart or "participant" in (before.status, after.status) or before.rule == after.rule:
        return False
    short = min((person, other), key=lambda named: len(named.name.split()))
    full = other if short is person else person
    return " " not in short.name and short.honorific is not None and full.honorific is None and " " in full.name


class _People:
    """Names with the order that they came in, found by any of their parts."""

    def __init__(self) -> None:
        self.parts: list[NameParts] = []
        self.sexes: list[str | None] = []
        self.by_surname: dict[str, list[int]] = {}
        self.by_given: dict[str, list[int]] = {}
        self.handles: dict[str, list[int]] = {}  # of as many people as ``handled`` tells
        self.handled = 0

    def add(self, name: NameParts, sex: str | None) -> None:
        self._index(name, len(self.parts))
        self.parts.append(name)
        self.sexes.append(sex)

    def by_handle(self, handle: str) -> int | None:
        """The one person whom a handle in small letters may mean."""
        for index in range(self.handled, len(self.parts)):
            for made in handles_of(self.parts[index]):
                self.handles.setdefault(made, []).append(index)
        self.handled = len(self.parts)
        meant = self.handles.get(handle, [])
        return meant[0] if len(meant) == 1 else None

    def spell_out(self, index: int, name: NameParts, sex: str | None) -> None:
        """Take the fuller form of a name that so far was a surname or a first name alone."""
        self.sexes[index] = self.sexes[index] or sex
        if name.given and not self.parts[index].given:
            self.parts[index] = name
            self._index(name, index)

    def _index(self, name: NameParts, index: int) -> None:
        self.by_surname.setdefault(name.surname, []).append(index)
        if name.given:
            self.by_given.setdefault(name.given[0], []).append(index)

    def find(self, name: NameParts, sex: str | None) -> int | None:
        """The person that a name means, None for somebody new."""
        namesakes: Sequence[int] = self.by_surname.get(name.surname, ())
        if namesakes:
            if sex is not None:
                namesakes = [index for index in namesakes if self.sexes[index] in (None, sex)]
            exact = [index for index in namesakes if self.parts[index] == name]
            if exact:
                return exact[0]
            alike = [index for index in namesakes if is_same(name, self.parts[index])]
            if len(alike) == 1 or (alike and name.given):
                return alike[0]
        shortened = self._by_first_name(name)
        if shortened:
            return shortened[0]
        same_given = self.by_given.get(name.given[0], ()) if name.given else ()
        misspelt = [index for index in same_given if is_same(name, self.parts[index])]
        return misspelt[0] if len(misspelt) == 1 else None

    def _by_first_name(self, name: NameParts) -> list[int]:
        """The one person whose first name stands alone, here or there: "Bob" for "Bob Smith"."""
        if name.given:
            alone = [index for index in self.by_surname.get(name.given[0], ()) if not self.parts[index].given]
            return alone if not self.by_given.get(name.given[0]) else []
        found = self.by_given.get(name.surname, [])
        return found if len(found) == 1 else []


def _merged(before: Listed, after: Listed) -> Listed:
    person, other = before.person, after.person
    full = len(other.name.split()) > len(person.name.split()) and len(person.name.split()) == 1
    filled = changed(
        other if full else person,
        honorific=person.honorific or other.honorific,
        role=person.role or other.role,
        organisation=person.organisation or other.organisation,
        initials=person.initials or other.initials,
    )
    named = before.rule == "attendee.role-label" and after.rule != before.rule and after.status != "participant"
    if (before.weak and not after.weak) or named:
        before = after
    return Listed(filled, before.status, before.alone, before.rule, before.block, before.weak, before.group)
