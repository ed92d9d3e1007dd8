"""Lists of people: "Cllrs A, B and C", "Jane Doe (Chair), John Roe, Clerk; …", one a line or all in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from minutes_cli.values.names import Names, Person, Text, is_initials

_SEPARATOR = re.compile(
    r"(?P<open>[(\[])|(?P<close>[)\]])|(?P<semi>;|\s•)|(?P<comma>,)|(?P<and>[\s\0]+(?:and|&|\+|plus)[\s\0])|(?P<gap>\t+ *| {3,})"
    r"|(?P<line>\r\n|\n|\r)|(?P<soft>\v)|(?P<slash>\s/\s)|(?P<stop>(?:(?<=[a-z]{5})|(?<=\)))\.\s+(?=[A-Z]))"
)
_COURTESY = re.compile(r"(?:Mrs?|Ms|Miss|Mx|Dr)\.?")
_GENERIC = re.compile(r"[\w.+-]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between separators; ``before`` names the separator in front of it."""

    start: int
    end: int
    before: str


_LEAD = re.compile(r"\s*(?:(?:also|from|by|the|our)\s+)+(?=[A-Z])", re.IGNORECASE)


def split_pieces(text: Text, start: int, end: int) -> list[Piece]:
    """The pieces of a list, brackets kept whole."""
    marks = _marks(text)
    pieces: list[Piece] = []
    depth, position, before = 0, start, "line"
    closings = sum(text.masked.count(mark, start, end) for mark in ")]")
    for match in _SEPARATOR.finditer(marks, start, end):
        kind = match.lastgroup or ""
        if kind == "open":
            depth += closings > 0
        elif kind == "close":
            closings -= 1
            depth = max(0, depth - 1)
        elif (depth and kind != "semi") or (kind == "gap" and _is_open(text.masked, position, match)):
            continue
        else:
            empty = not text.masked[position : match.start()].strip(" .-:*,")
            if not empty:
                pieces.append(Piece(position, match.start(), before))
            if not (empty and before in ("comma", "semi", "and") and kind in ("line", "soft", "gap")):
                before = "semi" if kind == "stop" else kind
            position = match.end()
    pieces.append(Piece(position, end, before))
    return [piece for piece in pieces if text.masked[piece.start : piece.end].strip(" .-:*,")]


def _marks(text: Text) -> str:
    """The mask with the tabs and newlines of the text; what is blank only for hidden mark-up is no gap."""
    return "".join(
        raw if raw in "\t\n\r\v" else "\0" if mark == " " and not raw.isspace() else mark
        for mark, raw in zip(text.masked, text.raw, strict=True)
    )


def _is_open(masked: str, start: int, gap: re.Match[str]) -> bool:
    """Whether a gap stands within an entry: at its head, or around a dash."""
    before, after = masked[start : gap.start()].strip(), masked[gap.end() : gap.end() + 2]
    return not before or before.endswith("-") or after.startswith("-") or not after.strip()


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
        pieces = _joined_pieces(self, text, split)
        handles = _are_handles(text, pieces)
        people: list[Person] = []
        plural = role = ""
        paired = entries and all(piece.before in ("line", "comma") for piece in pieces) and _are_pairs(pieces)
        paired = paired or _name_and_detail(self.names, text, pieces) or _alternates(self.names, text, pieces)
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
        found: list[Person] = []
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


def _joined_pieces(lists: PeopleLists, text: Text, pieces: list[Piece]) -> list[Piece]:
    """Pieces put together again where the separator stood within a role or a name broken over lines."""
    joined: list[Piece] = []
    for piece in pieces:
        words = text.masked[piece.start : piece.end].strip(" .-:*")
        if joined:
            last = joined[-1]
            prior = text.masked[last.start : last.end].strip()
            if piece.before in ("and", "slash") and _is_one_role(lists.names, prior, words):
                joined[-1] = Piece(last.start, piece.end, last.before)
                continue
            if piece.before in ("line", "soft") and _goes_on(lists.names, joined, prior, words, piece.before == "soft"):
                joined[-1] = Piece(last.start, piece.end, last.before)
                continue
            if piece.before == "soft":
                piece = Piece(piece.start, piece.end, "line")
        joined.append(piece)
    return joined


def _is_one_role(names: Names, prior: str, words: str) -> bool:
    """Whether "and" stands within the name of a post or a body: "Operations and Maintenance"."""
    if names.honorific.fullmatch(prior.rsplit(", ", 1)[-1]):
        return True
    if names.opens_person(words):
        return False
    if re.search(r"\b(?:of|for|to|the) (?:\w+ )?\w+$", prior) and len(words.split()) <= 2 and "(" not in prior:
        return True
    if (
        re.search(r"[a-z]$", prior)
        and names.words.suffix_start(prior, 0, len(prior))
        and names.is_role(words)
        and "(" not in prior
    ):
        return True
    if names.opens_person(prior):
        return False
    if names.is_body(prior) and "(" not in prior and re.fullmatch(r"[A-Z][\w'-]+", words):
        return True
    if words.startswith("from ") or "(" in prior:
        return False
    head = words.split("(")[0]
    if (
        len(head.split()) >= 4
        and not names.is_body(" ".join(head.split()[-2:]))
        and not names.is_role(head.split()[-1])
    ):
        return False
    return names.is_body(head) or names.is_role(head)


def _goes_on(names: Names, pieces: Sequence[Piece], prior: str, words: str, soft: bool) -> bool:
    """Whether a line goes on with the name or the role that the line before broke off."""
    if not prior or (
        prior.endswith((".", ";")) and not re.search(r"(?:^|[\s.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Cr|Rev)\.$", prior)
    ):
        return False
    if names.honorific.search(prior + " X", max(0, len(prior) - 14)) and names.honorific.fullmatch(
        prior.split(", ")[-1]
    ):
        return True
    if re.search(r"(?:(?:^|[\s,])[A-Z]\.?|-|\b(?:of|for|and|the|to|&|de|van|Mc|O')|/)$", prior):
        return True
    if prior.count("(") > prior.count(")") or words.startswith(("(", "of ", "for ", "and ")):
        return True
    flows = soft or sum(piece.before == "comma" for piece in pieces[-4:]) >= 2
    word = re.match(r"[^\s,;(]+", words)
    return flows and word is not None and len(words.split("(")[0].split()) == 1 and len(prior.split()) <= 4


def _are_handles(text: Text, pieces: Sequence[Piece]) -> bool:
    """Whether a list is one of handles: single tokens, some of them in lower case."""
    bare = [re.sub(r"\([^)]*\)", "", text.masked[piece.start : piece.end]).strip(" .*-") for piece in pieces]
    single = sum(bool(_GENERIC.match(words)) for words in bare)
    return single >= 0.6 * len(bare) and any(words[:1].islower() for words in bare)


def _name_and_detail(names: Names, text: Text, pieces: Sequence[Piece]) -> bool:
    """Whether each line or entry is a name with one thing more behind a comma: "Jane Doe, Anytown"."""
    units: list[list[Piece]] = []
    for piece in pieces:
        if piece.before in ("line", "semi") or not units:
            units.append([])
        units[-1].append(piece)
    pairs = [unit for unit in units if len(unit) == 2]
    if len(pairs) < 3 or len(pairs) < 0.7 * len(units):
        return False
    seconds = [text.masked[unit[1].start : unit[1].end].strip() for unit in pairs]
    details = sum(len(words.split()) == 1 or names.is_role(words) or names.is_body(words) for words in seconds)
    return details * 3 >= len(seconds)


def _are_pairs(pieces: Sequence[Piece]) -> bool:
    """Whether no line has more than two pieces, and two lines or more have two."""
    lines = sum(piece.before == "line" for piece in pieces)
    longest = max(
        (len(list(run)) for before, run in groupby(pieces, lambda piece: piece.before) if before == "comma"), default=0
    )
    return longest == 1 and len(pieces) - lines >= 2


def _alternates(names: Names, text: Text, pieces: Sequence[Piece]) -> bool:
    """Whether honorifics tell the people from what is said of them: "Mr K Loft, D.O.S., Ms A Bree, S.E. Roads"."""
    words = [text.masked[piece.start : piece.end].strip(" .-:*") for piece in pieces]
    others = [part for part in words if not names.honorific.match(part) and "(" not in part]
    clear = sum(
        names.is_role(part) or names.is_body(part) or bool(re.fullmatch(r"(?:[A-Z]\.?){2,5}", part)) for part in others
    )
    return len(others) >= 2 and len(words) - len(others) >= 2 and clear * 2 >= len(others)


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
    """ "Marv and Sue Forbragd" are two people of one surname."""
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
