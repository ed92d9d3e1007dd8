"""What a list of people looks like: whether its pieces are names alone, or names and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from minutes_cli.patterns import lazy
from minutes_cli.values.names import Names
from minutes_cli.values.people_pieces import Piece
from minutes_cli.values.person import Text, is_lettered

_SHORT = lazy(r"[A-Z]{2,4}|[A-Z]{1,2}[a-z]{1,2}[A-Z]?")
_LETTERS = lazy(r"(?:[A-Z]\.?){2,5}")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a list looks like: each entry a name with one thing more, details in columns, one entry a row."""

    paired: bool = False
    columns: bool = False
    rows: bool = False


def shape_of(names: Names, text: Text, pieces: Sequence[Piece], *, entries: bool) -> Shape:
    """The shape of a list of two pieces or more; ``entries`` tells that each of its lines is an entry with a bullet."""
    paired = entries and all(piece.before in ("line", "comma") for piece in pieces) and are_pairs(pieces)
    paired = paired or are_names_with_details(names, text, pieces) or alternates(names, text, pieces)
    rows = sum(piece.before in ("line", "semi") for piece in pieces) > 1
    return Shape(paired, are_columns(names, text, pieces), rows)


def are_names_with_details(names: Names, text: Text, pieces: Sequence[Piece]) -> bool:
    """Whether each line or entry is a name with one thing more behind a comma: "Jane Doe, Anytown"."""
    if len(pieces) < 6:
        return False
    units: list[list[Piece]] = []
    for piece in pieces:
        if piece.before in ("line", "semi") or not units:
            units.append([])
        units[-1].append(piece)
    pairs = [unit for unit in units if len(unit) == 2]
    if len(pairs) < 3 or len(pairs) < 0.7 * len(units):
        return False
    seconds = [text.masked[unit[1].start : unit[1].end].strip() for unit in pairs]
    beside = all(unit[1].before == "gap" for unit in pairs)  # a single word is a surname in a column of its own
    details = sum(
        (len(words.split()) == 1 and not beside) or names.is_role(words) or names.is_body(words) for words in seconds
    )
    return details * 3 >= len(seconds)


def are_columns(names: Names, text: Text, pieces: Sequence[Piece]) -> bool:
    """Whether what stands in columns to the right of names is said of them: initials, posts, bodies."""
    beside = [text.masked[piece.start : piece.end].strip(" .-:*") for piece in pieces if piece.before == "gap"]
    if len(beside) < 2:
        return False
    lines = [text.masked[piece.start : piece.end].strip(" .-:*") for piece in pieces if piece.before == "line"]
    if len(lines) > 1 and all(map(names.opens_titled, lines)) and not any(map(names.opens_titled, beside)):
        return True
    said = [words for words in beside if not is_lettered(words)]
    details = sum(names.is_role(words) or names.is_body(words) or bool(_SHORT.fullmatch(words)) for words in said)
    return details >= 0.6 * len(beside)


def are_pairs(pieces: Sequence[Piece]) -> bool:
    """Whether no line has more than two pieces, and two lines or more have two."""
    lines = sum(piece.before == "line" for piece in pieces)
    longest = max(
        (len(list(run)) for before, run in groupby(pieces, lambda piece: piece.before) if before == "comma"), default=0
    )
    return longest == 1 and len(pieces) - lines >= 2


def alternates(names: Names, text: Text, pieces: Sequence[Piece]) -> bool:
    """Whether honorifics tell the people from what is said of them: "Mr K Loft, D.O.S., Ms A Bree, S.E. Roads"."""
    if len(pieces) < 4:
        return False
    words = [text.masked[piece.start : piece.end].strip(" .-:*") for piece in pieces]
    titled = [*map(names.opens_titled, words)]
    if titled.count(True) < 2:
        return False
    others = [part for part, title in zip(words, titled, strict=True) if not title and "(" not in part]
    if len(others) < 2:
        return False
    details = [part for part in others if names.is_role(part) or names.is_body(part)]
    for title, part in zip(titled, words[1:], strict=False):
        if not title and part in others and part not in details:
            return False  # "Ann Moor (Clerk), Bea Lunn": nobody's detail
    clear = sum(part in details or bool(_LETTERS.fullmatch(part)) for part in others)
    return clear * 2 >= len(others)
