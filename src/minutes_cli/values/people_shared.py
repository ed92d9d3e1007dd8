"""What several people of a list share: an office or honorific in the plural, one surname."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.values.person import Person, Text, changed

_PLURAL_ROLE = lazy(r"(?:[a-z]s|S)$")
_COUPLE = lazy(r"(?P<one>\w+\.?) (?:and|&) (?P<other>(?:Mrs|Ms|Miss|Dr|Mr)\.?)")
_JUST_AND = lazy(r"\s*(?:and|&)\s*")


def is_plural(role: str) -> bool:
    """Whether an office is that of several people: "Vice-Presidents"."""
    return bool(_PLURAL_ROLE.search(role.split(" of ")[0])) and not role.lower().endswith(("ss", "facilities"))


def singular_role(role: str) -> str:
    """An office of several people as that of one: "Heads of Service" is "Head of Service"."""
    return re.sub(r"(?<=[a-z])s(?=$| of )", "", role, count=1)


def singular(honorific: str | None) -> str:
    """An honorific of several people as that of one: "Cllrs." is "Cllr"."""
    if honorific is None:
        return ""
    return re.sub(
        r"\b(Cllr|Cr|Councillor|Councilor|Dr|Bro|Brother|Sister|Comrade|Cde|Prof|Professor|Revd|Rev|CLLR|COUNCILLOR)[sS]\b",
        r"\1",
        honorific,
    ).rstrip(".")


def with_shared_surnames(people: list[Person], text: Text) -> list[Person]:
    """Two people with one surname between them: "Ann and Ted Moor"."""
    shared = list(people)
    full: int | None = None  # counted where it is asked for
    for index in range(len(people) - 1):
        person, after = shared[index], people[index + 1]
        if after.honorific or person.honorific or len(person.name.split()) != 1:
            continue
        if len(after.name.split()) < 2 or not _JUST_AND.fullmatch(text.masked, person.end, after.start):
            continue
        full = sum(len(one.name.split()) >= 2 for one in people) if full is None else full
        if full >= len(people) / 2:
            surname = after.name.split()[-1]
            shared[index] = changed(person, name=f"{person.name} {surname}", end=after.name_end)
    return shared


def with_couples(people: list[Person]) -> list[Person]:
    """Of "Mr and Mrs Alan Moor" both: Alan Moor and Mrs Moor; a couple named by their surname alone stays one entry."""
    found: list[Person] = []
    for person in people:
        couple = _COUPLE.fullmatch(person.honorific) if person.honorific and " " in person.honorific else None
        if couple is None or " " not in person.name:
            found.append(person)
            continue
        found.append(changed(person, honorific=couple["one"]))
        surname = person.name.rsplit(" ", 1)[1]
        start = person.name_end - len(surname)
        other = changed(person, name=surname, honorific=couple["other"], role=None, initials=None, name_start=start)
        found.append(other)
    return found
