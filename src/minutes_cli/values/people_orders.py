"""Lists of people whose entries don't open with the given name: "Moor, Ann", "AM   Ann Moor"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.patterns import lazy
from minutes_cli.values.names import Names
from minutes_cli.values.people_pieces import Piece
from minutes_cli.values.person import Person, Text, changed, is_initials, trimmed

_LETTERS = lazy(r"(?:[A-Z]c?-?){2,4}")
_BEFORE = lazy(r"\((?P<initials>[A-Z][A-Za-z]{0,2}[A-Z])\)[ ]+(?=[A-Z][\w.'-]* [A-Z])")
_COUNT = lazy(r"\s*\(?\d{1,2}\)?\s*[-:]+\s*(?=[A-Z])")  # "5 - Moor, Lunn, …"
_UNIT = lazy(r"\s*(?:Flat|Unit|Plot|House|Lot|Apt|Room|No\.?|Number) ?\d+[A-Za-z]?[:,]?\s+(?=[A-Z])")
_GIVEN = lazy(r"(?:[A-Z]\.? ?){1,3}")
_SHORT = lazy(r"[A-Z][A-Za-z]{1,3}")


def surname_first(names: Names, text: Text, pieces: Sequence[Piece]) -> list[Person]:
    """The people of a list whose every line is a surname, a comma and a given name: "Moor, Ann (Chair)"."""
    if not any(piece.before == "comma" for piece in pieces):
        return []
    units: list[list[Piece]] = []
    for piece in pieces:
        if piece.before in ("line", "soft", "semi") or not units:
            units.append([])
        units[-1].append(piece)
    people: list[Person] = []
    for unit in units:
        if len(unit) != 2 or unit[1].before != "comma":
            continue
        surname, rest = [text.masked[piece.start : piece.end].split("(")[0].strip(" .-*") for piece in unit]
        if len(surname.split()) > 2 or not surname[:1].isupper():
            continue
        given = names.read_piece(text, unit[-1].start, unit[-1].end)
        if given is None and _GIVEN.fullmatch(rest[:1]):
            given = _initials(text, unit[-1])
        if given is None or len(given.name.split()) > 2 or (given.honorific and not _GIVEN.fullmatch(given.name)):
            continue
        if _LETTERS.fullmatch(surname) and _LETTERS.fullmatch(given.name):
            continue  # "DP, HW-S"
        if names.is_role(rest) or names.is_body(rest):
            continue
        start = next(place for place in range(unit[0].start, unit[0].end) if text.masked[place].isalpha())
        people.append(changed(given, name=f"{surname}, {given.name}", start=start, name_start=start))
    single = sum(" " not in person.name.split(",")[0] for person in people)
    if people and len(people) == len(units) and all(person.name.split(",")[0].isupper() for person in people):
        return people  # "ORR, Ted"
    if all(_GIVEN.fullmatch(person.name.rsplit(", ", 1)[-1]) for person in people):
        single = len(people)  # "Ó Brien, T."
    return people if len(people) >= 3 and len(people) >= 0.8 * len(units) and single >= 0.8 * len(people) else []


def _initials(text: Text, piece: Piece) -> Person:
    """What stands for a given name as its initials: "C." of "Moor, C."."""
    start, end = trimmed(text.masked, piece.start, piece.end)
    end += text.masked[end : end + 1] == "."
    return Person(text.cut(start, end), start=start, end=end, name_start=start, name_end=end)


def initials_first(names: Names, text: Text, pieces: Sequence[Piece]) -> list[Person]:
    """The people of a list whose every line opens with initials in a column: "AM   Ann Moor   Acme"."""
    people: list[Person] = []
    for before, piece in pairwise(pieces):
        if piece.before != "gap" or before.before not in ("line", "soft"):
            continue
        words = text.masked[before.start : before.end].strip()
        if not _SHORT.fullmatch(words):
            continue
        person = names.read_piece(text, piece.start, piece.end)
        if person is not None and is_initials(words, person.name):
            people.append(changed(person, initials=words, start=before.start))
        elif people:
            people[-1] = names.with_detail(people[-1], text, piece.start, piece.end)
    return people if people and len(people) == sum(piece.before in ("line", "soft") for piece in pieces) else []


def initials_before(text: Text, start: int, end: int) -> list[tuple[int, int, str]]:
    """Initials in brackets that stand in front of names, each with where it starts and ends: "(AM) Ann Moor"."""
    found: list[tuple[int, int, str]] = []
    for match in _BEFORE.finditer(text.masked, start, end):
        before = text.masked[start : match.start()].rstrip(" .-*")
        between = text.raw[start + len(before) : match.start()]
        if not before or before[-1] in ",;" or "\n" in between or "\v" in between:
            found.append((match.start(), match.end(), match["initials"]))
    return found


def without_number(text: Text, piece: Piece, *, first: bool) -> Piece:
    """A piece without how many there are, in the ``first`` of a list, and without the house that somebody lives in."""
    if first and (count := _COUNT.match(text.masked, piece.start, piece.end)):
        piece = Piece(count.end(), piece.end, piece.before)
    unit = _UNIT.match(text.masked, piece.start, piece.end)
    return Piece(unit.end(), piece.end, piece.before) if unit else piece


def without(text: Text, spans: Sequence[tuple[int, int, str]]) -> Text:
    """A text with stretches of it blanked."""
    masked, raw = text.masked, text.raw
    for start, end, _ in spans:
        blank = " " * (end - start)
        masked, raw = masked[:start] + blank + masked[end:], raw[:start] + blank + raw[end:]
    return Text(masked, raw)


def with_initials(people: Sequence[Person], spans: Sequence[tuple[int, int, str]]) -> list[Person]:
    """People with the initials that stood in front of their names."""
    behind = {end: (start, initials) for start, end, initials in spans}
    return [
        changed(person, start=behind[person.start][0], initials=behind[person.start][1])
        if person.start in behind
        else person
        for person in people
    ]
