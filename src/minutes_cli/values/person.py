"""A person as read from a text, the text that it was read from, and how an entry falls into parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_cli.patterns import lazy
from minutes_cli.text.masks import clean

_BRACKET = lazy(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_LETTERED = lazy(
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})(?: \([^()]*\))? (?P<letters>[A-Z]{2,4})"
)  # with what stands in brackets between
_INITIALS = lazy(r"[A-Z][A-Za-z]{1,4}|[A-Z](?:\.[A-Z]){1,3}\.?")
_PART = lazy(r"[\s.-]+")
_LAST_INITIAL = lazy(r"(?:^|[ .])[A-Z]\.$")
_ONE_INITIAL = lazy(r"[A-Z]\.?[A-Z]?\.?")
_NICKNAME = lazy(r"[A-Z][a-z]+")
_COURTESY = lazy(r"(?:Mrs?|Ms|Miss|Dr|Smt|Mdm|Prof)\.?")
_NAME_NEXT = lazy(r" [A-Z][a-z]")


LOOSE = " \t\r\n.,;:-*•|=@\"'\uf0b7>+/"


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Person:
    """A person as one entry of a list, or one mention in a sentence, gives them.

    ``start`` and ``end`` are the offsets of the entry in the text that was read, ``name_start`` and ``name_end`` those
    of the name. ``note`` holds what else stands in brackets: "from 8pm", "apologies", "via Zoom".
    """

    name: str
    honorific: str | None = None
    role: str | None = None
    organisation: str | None = None
    initials: str | None = None
    note: str | None = None
    start: int = 0
    end: int = 0
    name_start: int = 0
    name_end: int = 0


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Text:
    """A stretch of a document: its mask and its own characters, of one length."""

    masked: str
    raw: str

    def cut(self, start: int, end: int) -> str:
        """The text's own words where the mask shows any, white space folded and loose punctuation left out."""
        return clean(self.raw, self.masked, start, end)


def placed(person: Person, begin: int) -> Person:
    """A person with offsets that count from another place."""
    return Person(person.name, person.honorific, person.role, person.organisation, person.initials, person.note,
                  begin + person.start, begin + person.end, begin + person.name_start,
                  begin + person.name_end)  # fmt: skip


def changed(person: Person, **fields: str | int | None) -> Person:
    """A person with other values for some fields, as ``dataclasses.replace`` gives it, in a third of the time."""
    other = placed(person, 0)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def is_initials(words: str, name: str) -> bool:
    """Whether a short word stands for a name: "RP" for "Rowena Pell", "FRO" for "Felix Rowe", "AWa"."""
    if not _INITIALS.fullmatch(words):
        return False
    letters = [part[0].upper() for part in _PART.split(name) if part]
    bare = words.replace(".", "")
    return len(letters) >= 2 and bare[0] == letters[0] and any(letter in bare[1:] for letter in letters[1:])


def is_lettered(words: str) -> bool:
    """Whether words are a whole name with its initials behind it: "Roddy Kinnaird (Vice Chair) RK"."""
    match = _LETTERED.fullmatch(words)
    return match is not None and is_initials(match["letters"], match["name"])


def joined(before: str | None, words: str) -> str:
    """Words added to what is known already, with a comma between."""
    return f"{before}, {words}" if before else words


def trimmed(masked: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of a stretch without white space and loose punctuation at its ends."""
    words = masked[start:end].lstrip(LOOSE)
    start = end - len(words)
    end = start + len(words.rstrip(" \t\r\n,;:-*|"))
    if end > start and masked[end - 1] == "." and not _LAST_INITIAL.search(masked[max(start, end - 4) : end]):
        end -= 1
    return start, end


def skip_blanks(masked: str, start: int, end: int) -> int:
    """The offset of the first character that is no white space."""
    while start < end and masked[start] in " \t\r\n":
        start += 1
    return start


def split_at(pattern: re.Pattern[str], masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between the matches of a pattern."""
    parts, position = [], start
    for match in pattern.finditer(masked, start, end):
        parts.append((position, match.start()))
        position = match.end()
    return [*parts, (position, end)]


def parts_of(masked: str, start: int, end: int) -> tuple[int, list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the words before the first bracket end, the insides of the brackets, and the words behind them."""
    if "(" not in masked and "[" not in masked:
        return end, [], []
    found = list(_BRACKET.finditer(masked, start, end))
    # An initial that tells namesakes apart, and a nickname, belong to the name: "Donavan (M)", "Robert (Bob) Smith".
    found = [match for match in found if not _within_name(masked, match, end)]
    if not found:
        return end, [], []
    brackets = [match.span(1) if match[1] is not None else match.span(2) for match in found]
    tails = [(a.end(), b.start()) for a, b in pairwise(found)] + [(found[-1].end(), end)]
    return found[0].start(), brackets, [tail for tail in tails if masked[slice(*tail)].strip(LOOSE)]


def _within_name(masked: str, match: re.Match[str], end: int) -> bool:
    inside = match[1] or ""
    if _COURTESY.fullmatch(inside):
        return True  # "Prof. (Mrs.) Ann Moor"
    if _ONE_INITIAL.fullmatch(inside) and len(inside.replace(".", "")) == 1:
        return True
    return bool(_NICKNAME.fullmatch(inside) and _NAME_NEXT.match(masked[match.end() : end]))


def named(
    text: Text, name: str, honorifics: Sequence[tuple[int, int]], roles: Sequence[tuple[int, int]], start: int, end: int
) -> Person:
    """The person of a name, with the stretches that hold the honorifics and the offices."""
    role = " ".join(text.cut(*span).strip(" ,.-") for span in roles).removeprefix("the ")
    titles = " ".join(text.cut(*span) for span in honorifics)
    return Person(name, titles or None, role or None, name_start=start, name_end=end)
