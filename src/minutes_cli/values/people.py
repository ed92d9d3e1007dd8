"""Lists of people: "Cllrs A, B and C", "Jane Doe (Chair), John Roe, Clerk; …", one a line or all in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes_cli.patterns import lazy
from minutes_cli.values.names import Names
from minutes_cli.values.people_groups import group_of
from minutes_cli.values.people_orders import (
    initials_before,
    initials_first,
    surname_first,
    with_initials,
    without,
    without_number,
)
from minutes_cli.values.people_pieces import FIRM, Piece, are_handles, join_pieces, split_pieces
from minutes_cli.values.people_shapes import Shape, shape_of
from minutes_cli.values.people_shared import is_plural, singular, singular_role, with_couples, with_shared_surnames
from minutes_cli.values.person import Person, Text, changed, is_initials, is_lettered

_SMALL_HANDLE = lazy(r"[a-z][\w.-]+")
_OPENED = lazy(r"[(\[]")
_NAME_IN_BRACKETS = lazy(r"\((?:[A-Z][\w'.-]* ?){1,4}\)$")
_LETTERS = lazy(r"[A-Z]{2,6}|[A-Z](?:\.[A-Z]){1,4}\.?")
_GOES_ON = lazy(r"(?:[-:]|\b(?:of|for|the|and|&|to))$")
_AND_END = lazy(r"\s(?:&|and)$")
_COURTESY = lazy(r"(?:Mrs?|Ms|Miss|Mx|Dr)\.?")
_PARTICLE = lazy(r"(?:d'|(?:de|van|von|ter|ten|le|la|du|di|da|del|al|el|mac|ap)[ ])(?:[a-z]{2,3}[ ])?[A-Z]")
# "Attended: Yes" beside a name.
_MARKED = lazy(r"(?:attend(?:ed|ing|ance)|present)\s*[:?]+\s*(?:yes|no|y|n)\b", re.IGNORECASE)

# In a column beside a name.
_STANDING = lazy(r"(?:present|absent|excused|apologies|regrets)\b", re.IGNORECASE)
_INITIALED = lazy(r"(?:[A-Z]\. ?){1,3}[A-Z][a-z'-]+")
_FAMILY = lazy(r"\s*the (?P<name>[A-Z][a-z'-]+s)\s*[.;]?\s*$")
_LEAD = lazy(r"\s*(?:(?:also|from|by|to|the|our|together with|along with|accompanied by)\s+)+(?=[A-Z])", re.IGNORECASE)


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
        if "(" in text.masked and (before := initials_before(text, start, end)):
            return with_initials(self.read(without(text, before), start, end, strict=strict, entries=entries), before)
        pieces = split_pieces(text, start, end)
        shape = Shape()
        if len(pieces) > 1:
            if ordered := surname_first(self.names, text, pieces) or initials_first(self.names, text, pieces):
                return ordered
            pieces = join_pieces(self.names, text, pieces)
            shape = shape_of(self.names, text, pieces, entries=entries)
        reading = _Reading(self.names, text, strict, are_handles(text, pieces), shape)
        for piece in pieces:
            reading.take(piece)
        return with_couples(with_shared_surnames(reading.people, text))


class _Reading:
    """The reading of one list, piece by piece; an honorific or an office in the plural reaches over those behind it."""

    def __init__(self, names: Names, text: Text, strict: bool, handles: bool, shape: Shape) -> None:
        self.names = names
        self.text = text
        self.strict = strict
        self.handles = handles
        self.paired = shape.paired
        self.rows = shape.rows
        self.columns = shape.columns
        self.people: list[Person] = []
        self._plural = ""
        self._role = ""
        self._office = ""
        self._beside = False  # whether what is read stands in the column to the right of a name
        self._ended = False  # whether "and" has come, which closes the run of those who share a title
        self._short = True  # whether that run is of surnames alone

    def take(self, piece: Piece) -> None:
        """Read one more piece: a person, a detail of the person before, or nobody."""
        dashed = piece.before == "line" or not self.people
        plain = self.names.plain.read(self.text, piece.start, piece.end, dashed=dashed)
        if plain is not None and self._stands_apart(piece, titled=plain.honorific is not None):
            self._take_in((plain,), piece, starts=plain.honorific is not None)
            return
        piece = without_number(self.text, piece, first=not self.people)
        if (group := group_of(self.names, self.text, piece)) is not None:
            self.people += group
            self._plural = self._role = self._office = ""
            return
        lead = _LEAD.match(self.text.masked, piece.start, piece.end)
        titled = lead is not None and self.names.honorific.match(self.text.masked, lead.end())
        if lead and (self.strict or titled or "from" in lead[0].lower() or "with" in lead[0].lower()):
            piece = Piece(lead.end(), piece.end, piece.before)
        family = _FAMILY.match(self.text.masked, piece.start, piece.end)
        if family and not (self.names.is_role(family["name"]) or self.names.is_body(family["name"])):
            piece = Piece(family.start("name"), piece.end, piece.before)  # "the Orrs"
        words = self.text.masked[piece.start : piece.end].strip(" .-:*")
        whole = self.names.words.is_whole_role(words)
        office = whole and bool(self.people) and piece.before in ("comma", "gap") and not lead
        standing = self.people and piece.before in ("gap", "comma") and _STANDING.match(words)
        if standing and (piece.before == "gap" or standing.end() == len(words.split("(")[0].rstrip())):
            self._add_detail(piece)
            return
        if self.names.is_nobody(words) and not office:
            return
        if not self.people and not self.handles and self.names.post_nominal.fullmatch(words):
            return
        starts = self.names.opens_person(words)
        self._beside = self.columns and (piece.before == "gap" or (self._beside and piece.before in ("comma", "and")))
        told = self._beside or (not (whole and lead) and bool(self.people))
        if self.people and not starts and told and (self._beside or self._is_detail(words, piece, self.people[-1])):
            self._add_detail(piece)
        elif whole and (lead or piece.before == "and"):
            self._office = words  # "… and the Treasurer, Al Fenn": the name comes next
        elif self._is_small(words, piece) and not starts:
            if self.people and piece.before in ("comma", "gap"):
                self._add_detail(piece)
        else:
            self._take_in(self._people_of(piece), piece, starts=starts)

    def _stands_apart(self, piece: Piece, *, titled: bool) -> bool:
        """Whether a plain name is no detail of the person before by where it stands."""
        paired = self.paired and piece.before in ("comma", "gap")
        beside = paired or (bool(self.people) and piece.before in ("slash", "gap"))
        return not self.columns and (titled or not beside)

    def _take_in(self, people: Iterable[Person], piece: Piece, *, starts: bool) -> None:
        """Add the people of a piece; ``starts`` tells that it opens with an honorific or an office."""
        if starts and piece.before in ("line", "semi"):
            self._plural = self._role = ""
        if starts:
            self._ended, self._short = False, True
        for person in people:
            self._add(person)
            self._short = self._short and " " not in person.name
        self._ended = self._ended or piece.before == "and"

    def _add_detail(self, piece: Piece) -> None:
        self.people[-1] = self.names.with_detail(self.people[-1], self.text, piece.start, piece.end)

    def _is_small(self, words: str, piece: Piece) -> bool:
        """Whether a piece in lower case can't be a name: in a list of names, not of handles."""
        handle = piece.before == "line" and bool(_SMALL_HANDLE.fullmatch(words))
        return (
            not self.handles
            and not self.strict
            and words[:1].islower()
            and not words.startswith("the ")
            and not handle
            and not _PARTICLE.match(words)
        )

    def _add(self, person: Person) -> None:
        """Take a person in, with the honorific or the office that the list gave for several."""
        courtesy = self._plural and person.honorific and _COURTESY.fullmatch(person.honorific)
        posted = person.role is not None and person.role in self.text.cut(person.start, person.name_start)
        if (person.honorific or posted) and not courtesy:
            self._plural = singular(person.honorific) if self.names.plural.match(person.honorific or "") else ""
            self._role = person.role if person.role and posted and is_plural(person.role) else ""
        elif self._ended and " " in person.name and self._short:
            self._plural = self._role = ""  # "Cllrs Moor and Lunn, Al Fenn"
        elif self._plural and not person.honorific:
            person = changed(person, honorific=self._plural)
        elif self._role:
            person = changed(person, role=person.role or self._role)
        if person.honorific and self.names.plural.match(person.honorific):
            person = changed(person, honorific=singular(person.honorific))
        if self._role and person.role == self._role:
            person = changed(person, role=singular_role(self._role))
        if self._office and not person.role:
            person = changed(person, role=self._office)
        self._office = ""
        self.people.append(person)

    def _is_detail(self, words: str, piece: Piece, before: Person) -> bool:
        """Whether a piece tells more about the person before it rather than naming another."""
        plural = bool(self._plural)
        if (piece.before == "line" and not words.startswith("(")) or is_lettered(words):
            return False
        if _MARKED.match(words) or (piece.before == "slash" and self.rows and before.organisation is None):
            return True
        if (
            words.startswith(("(", "["))
            or (piece.before == "gap" and self.columns)
            or (piece.before == "gap" and before.initials)
        ):
            return True
        if self.names.post_nominal.fullmatch(words):
            return True
        if " - " in words and self.names.words.opens_with_given(words.split(" - ")[0]):
            return False  # "Bea Lunn - Head of Safety" behind "Al Fenn - Head of Roads,"
        head = _OPENED.split(words)[0]
        if self._in_brackets(before) and _NAME_IN_BRACKETS.search(words):
            return False  # "Chief Officer (J Hale), Head of Parks (A Moor)"
        if len(head) < len(words) and self.names.honorific.match(words[len(head) + 1 :]) and self.names.is_role(head):
            return False  # "Ann Moor, the Bursar (Mr J Hale)"
        if piece.before == "and" and (self.names.words.is_whole_role(head) or self.names.words.opens_with_given(head)):
            return False
        if not self.paired and _INITIALED.match(head) and not self.names.words.has_body_word(head):
            return False  # "L. Postlethwaite FIQS"
        if self.names.is_role(head) or self.names.is_body(head) or self.names.words.is_seat(head):
            return piece.before != "semi" or FIRM.fullmatch(words) is not None
        if is_initials(words, before.name) and not before.initials:
            return piece.before in ("comma", "gap")
        if _LETTERS.fullmatch(head.strip()) and not before.name.isupper() and not plural and not self.handles:
            return piece.before in ("comma", "gap")
        if self.rows and piece.before == "comma" and " " not in words and " " in before.name and not plural:
            return True
        return self.paired and piece.before in ("comma", "gap") and not plural and "(" not in words

    def _in_brackets(self, person: Person) -> bool:
        """Whether the name of a person stood in brackets behind the office."""
        return self.text.masked[max(0, person.name_start - 1) : person.name_start] == "("

    def _people_of(self, piece: Piece) -> list[Person]:
        """The people of one piece: one, or two where an honorific in the middle shows a lost separator."""
        text, surnames = self.text, not self.strict or bool(self._plural or self._role)
        found: list[Person | None] = []
        start = piece.start
        tokens = text.masked[piece.start + 4 : piece.end].replace(".", " ").split()
        titled = not self.names.titles.isdisjoint(tokens)
        for match in self.names.honorific.finditer(text.masked, piece.start + 4, piece.end) if titled else ():
            if not text.masked[match.end() : piece.end].strip():
                break
            head = text.masked[start : match.start()].strip()
            if len(head.split()) < 2 or head.count("(") != head.count(")"):
                continue
            if _GOES_ON.search(head) or self.names.words.is_whole_role(head):
                continue
            if self.names.words.is_seat(head) and len(head.split()[-1]) <= 3:
                continue  # "District 2 Rep. Ann Moor"
            if not self.names.honorific.fullmatch(_AND_END.sub("", head)):
                found.append(self.names.read_piece(text, start, match.start(), surnames=surnames))
                start = match.start()
        found.append(self.names.read_piece(text, start, piece.end, surnames=surnames))
        return [person for person in found if person is not None]
