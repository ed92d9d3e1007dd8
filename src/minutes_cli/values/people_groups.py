"""Several people in brackets behind what they share: an office, a body, "Committee"."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.values.names import Names
from minutes_cli.values.people_pieces import Piece
from minutes_cli.values.people_shared import singular, singular_role
from minutes_cli.values.person import Person, Text, changed, split_at

_GROUPED = lazy(r"\s*(?:[Tt]he )?(?P<role>[^()]{3,60}?) \((?P<people>[^()]{1,200}?(?:,| and )[^()]{1,300})\)\s*$")
_COMMA = lazy(r",\s+(?:and\s+)?|\s+and\s+")
_BODIES = frozenset(
    "committee board trustees members officers staff governors councillors directors parents residents guests".split()
)


def group_of(names: Names, text: Text, piece: Piece) -> list[Person] | None:
    """The people of such a piece, None where it is none: "the Vice-Presidents (Dr A Moor, Ms B Lunn)"."""
    if text.masked.find("(", piece.start, piece.end) < 0:
        return None
    group = _GROUPED.match(text.masked[piece.start : piece.end])
    if group is None:
        return None
    parts = split_at(_COMMA, text.masked, piece.start + group.start("people"), piece.start + group.end("people"))
    role = text.cut(piece.start + group.start("role"), piece.start + group.end("role"))
    shared = names.plural.match(group["people"])  # "the Deans (Professors A Moor and B Lunn)"
    words = [text.masked[a:b].strip() for a, b in parts]
    body = role.lower().removeprefix("the ") in _BODIES  # "Committee (Ann Moor, Bea Lunn)"
    named = not shared and all(names.words.is_named(word, names.honorific) for word in words)
    represented = named and not names.is_role(role) and not names.words.opens_with_given(role)
    titled = shared or all(names.honorific.match(word) for word in words)
    office = titled and names.is_role(group[0].split("(")[0]) and not names.opens_person(role)
    if not (body or represented or office):
        return None
    people = [person for a, b in parts if (person := names.read_piece(text, a, b)) is not None]
    if body:
        return people
    if represented:  # "Marsh SC (T Bowker, J Ling)"
        return [changed(person, organisation=person.organisation or role) for person in people]
    return [
        changed(
            person,
            honorific=singular(person.honorific or (shared[0] if shared else None)) or None,
            role=singular_role(role),
        )
        for person in people
    ]
