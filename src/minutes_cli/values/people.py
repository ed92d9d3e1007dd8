"""Lists of people: "Cllrs A, B and C", "Jane Doe (Chair), John Roe, Clerk; …", one a line or all in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes_cli.values.names import Names
from minutes_cli.values.people_pieces import (
    Piece,
    alternates,
    are_handles,
    are_names_with_details,
    are_pairs,
    join_pieces,
    split_pieces,
)
from minutes_cli.values.person import Person, Text, is_initials

_COURTESY = re.compile(r"(?:Mrs?|Ms|Miss|Mx|Dr)\.?")


_LEAD = re.compile(r"\s*(?:(?:also|from|by|the|our)\s+)+(?=[A-Z])", re.IGNORECASE)


class PeopleLists:
    """Reads lists of people."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def read(
        self, text: Text, start: int = 0, end: int | None = None, *, strict: bool = False, entries: bool = False
    ) -> list[Person]:
        """The people of a list in order.

        ``entries`` tells that each line is an entry with a bullet, so that what follows a comma is a detail.
        ``strict`` is for sentences: a name then needs two words, an honorific or a role.
        """
        end = len(text.masked) if end is None else end
        split = split_pieces(text, start, end)
        if reversed_ := self._surname_first(text, split):
            return reversed_
        pieces = join_pieces(self.names, text, split)
        handles = are_handles(text, pieces)
        people: list[Person] = []
        plural = role = ""
        paired = entries and all(piece.before in ("line", "comma") for piece in pieces) and are_pairs(pieces)
        paired = paired or are_names_with_details(self.names, text, pieces) or alternates(self.names, text, pieces)
        rows = sum(piece.before in ("line", "semi") for piece in pieces)
        for piece in pieces:
            if strict and (lead := _LEAD.match(text.masked, piece.start, piece.end)):
                piece = Piece(lead.end(), piece.end, piece.before)
            words = text.masked[piece.start : piece.end].strip(" .-:*")
            starts = self.names.opens_person(words)
            office = bool(people) and piece.before in ("comma", "gap") and self.names.is_role(words)
            if (self.names.is_nobody(words) and not office) or (
                not people and self.names.post_nominal.fullmatch(words)
            ):
                continue
            if (
                people
                and not starts
                and self._is_detail(words, piece, people[-1], paired=paired, plural=bool(plural), rows=rows > 1)
            ):
                people[-1] = self.names.with_detail(people[-1], text, piece.start, piece.end)
                continue
            if not handles and not strict and words[:1].islower() and not starts and not self._is_handle(words, piece):
                if people and piece.before in ("comma", "gap"):
                    people[-1] = self.names.with_detail(people[-1], text, piece.start, piece.end)
                continue
            if starts and piece.before in ("line", "semi"):
                plural = role = ""
            found = self._people_of(text, piece, strict=strict and not plural and not role)
            for person in found:
                if plural and person.honorific and _COURTESY.fullmatch(person.honorific):
                    pass
                elif person.honorific or person.role:
                    plural = singular(person.honorific) if self.names.plural.match(person.honorific or "") else ""
                    role = (
                        person.role
                        if person.role
                        and _is_plural(person.role)
                        and person.role in text.cut(person.start, person.name_start)
                        else ""
                    )
                elif plural and not person.honorific:
                    person = replace(person, honorific=plural)
                elif role:
                    person = replace(person, role=person.role or role)
                if person.honorific and self.names.plural.match(person.honorific):
                    person = replace(person, honorific=singular(person.honorific))
                if role and person.role == role:
                    person = replace(person, role=_singular_role(role))
                people.append(person)
        return _with_shared_surnames(people, text)

    def _surname_first(self, text: Text, pieces: Sequence[Piece]) -> list[Person]:
        """The people of a list whose every line is a surname, a comma and a given name: "Moor, Ann (Chair)"."""
        units: list[list[Piece]] = []
        for piece in pieces:
            if piece.before in ("line", "soft", "semi") or not units:
                units.append([])
            units[-1].append(piece)
        people: list[Person] = []
        for unit in units:
            surname, *rest = (text.masked[piece.start : piece.end].split("(")[0].strip(" .-*") for piece in unit)
            given = self.names.read_piece(text, unit[-1].start, unit[-1].end) if len(rest) == 1 else None
            if given is None or given.honorific or len(surname.split()) > 2 or len(given.name.split()) > 2:
                continue
            if self.names.is_role(rest[0]) or self.names.is_body(rest[0]) or not surname[:1].isupper():
                continue
            start = next(place for place in range(unit[0].start, unit[0].end) if text.masked[place].isalpha())
            people.append(replace(given, name=f"{surname}, {given.name}", start=start, name_start=start))
        single = sum(" " not in person.name.split(",")[0] for person in people)
        return people if len(people) >= 3 and len(people) >= 0.8 * len(units) and single >= 0.8 * len(people) else []

    def _is_detail(self, words: str, piece: Piece, before: Person, *, paired: bool, plural: bool, rows: bool) -> bool:
        """Whether a piece tells more about the person before it rather than naming another."""
        if piece.before == "line" and not words.startswith("("):
            return False
        if words.startswith(("(", "[")) or (piece.before == "gap" and before.initials):
            return True
        if self.names.post_nominal.fullmatch(words):
            return True
        head = re.split(r"[(\[]", words)[0]
        if piece.before == "and" and self.names.words.is_whole_role(head):
            return False
        if self.names.is_role(head) or self.names.is_body(head):
            return piece.before != "semi"
        if is_initials(words, before.name) and not before.initials:
            return piece.before in ("comma", "gap")
        if re.fullmatch(r"[A-Z]{2,6}|[A-Z](?:\.[A-Z]){1,4}\.?", words) and not before.name.isupper() and not plural:
            return piece.before in ("comma", "gap")
        if rows and piece.before == "comma" and " " not in words and " " in before.name and not plural:
            return True
        return paired and piece.before in ("comma", "gap") and not plural and "(" not in words

    def _is_handle(self, words: str, piece: Piece) -> bool:
        return piece.before == "line" and bool(re.fullmatch(r"[a-z][\w.-]*", words)) and len(words) > 1

    def _people_of(self, text: Text, piece: Piece, *, strict: bool) -> list[Person]:
        """The people of one piece: one, or two where an honorific in the middle shows a lost separator."""
        found: list[Person | None] = []
        start = piece.start
        for match in self.names.honorific.finditer(text.masked, piece.start + 4, piece.end):
            head = text.masked[start : match.start()].strip()
            if len(head.split()) < 2 or head.count("(") != head.count(")"):
                continue
            if re.search(r"(?:[-:]|\b(?:of|for|the|and|&|to))$", head) or self.names.words.is_whole_role(head):
                continue
            if not self.names.honorific.fullmatch(re.sub(r"\s(?:&|and)$", "", head)):
                found.append(self.names.read_piece(text, start, match.start(), surnames=not strict))
                start = match.start()
        found.append(self.names.read_piece(text, start, piece.end, surnames=not strict))
        return [person for person in found if person is not None]


def _is_plural(role: str) -> bool:
    return bool(re.search(r"(?:[a-z]s|S)$", role.split(" of ")[0])) and not role.lower().endswith(("ss", "facilities"))


def _singular_role(role: str) -> str:
    return re.sub(r"(?<=[a-z])s(?=$| of )", "", role, count=1)


def singular(honorific: str | None) -> str:
    """An honorific of several people as that of one: "Cllrs." is "Cllr"."""
    if honorific is None:
        return ""
    return re.sub(r"\b(Cllr|Cr|Councillor|Councilor|Dr|CLLR|COUNCILLOR)[sS]\b", r"\1", honorific).rstrip(".")


def _with_shared_surnames(people: list[Person], text: Text) -> list[Person]:
    """Two people with one surname between them: "Ann and Ted Moor"."""
    full = sum(len(person.name.split()) >= 2 for person in people)
    shared = list(people)
    for index in range(len(people) - 1):
        person, after = shared[index], people[index + 1]
        between = text.masked[person.end : after.start]
        if len(person.name.split()) != 1 or not re.fullmatch(r"\s*(?:and|&)\s*", between) or after.honorific:
            continue
        if full >= len(people) / 2 and len(after.name.split()) >= 2 and not person.honorific:
            surname = after.name.split()[-1]
            shared[index] = replace(person, name=f"{person.name} {surname}", end=after.name_end)
    return shared
