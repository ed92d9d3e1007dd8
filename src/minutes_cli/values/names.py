"""Names of people: one entry of a list of people to its name, honorific, role, organisation and initials.

Everything works on the mask of a text (plain quotation marks, dashes and blanks) and gives offsets in it; the words of
a person are cut out of the text itself.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.values.name_checks import is_name
from minutes_cli.values.name_sides import sides
from minutes_cli.values.name_words import NameWords
from minutes_cli.values.person import (
    LOOSE,
    Person,
    Text,
    changed,
    is_initials,
    joined,
    named,
    parts_of,
    placed,
    skip_blanks,
    trimmed,
)
from minutes_cli.values.person_details import add_detail
from minutes_cli.values.plain_names import PlainNames

_HEAD_END = lazy(r"[(,;]| - ")
_SOLID = lazy(r"\S+")
_INITIAL = lazy(r"[A-Z]\.?")
_BODY_BEHIND = lazy(r"(?<=[a-z]) [A-Z]{2,6}$")
_GENERAL = lazy(r"General\b")  # "Director General"
_HANDLE = lazy(r"[a-z][\w.\[\]`|-]*$")
_BROKEN = lazy(r"-\s+(?=[A-Z])")
_UPPER = lazy(r"[A-Z]+")
_ELECTED = lazy(r",?[ ]+(?P<seat>MP|MSP|MEP|MLA|TD)(?![\w])")

Span: TypeAlias = tuple[int, int]


class Names:
    """Reads people's names by the pack's lists of words."""

    def __init__(self, rules: Rules) -> None:
        def words(name: str) -> str:
            return rules.expand("{" + name + "}")

        self.words = NameWords(rules)
        capital, surname = rules.expand("{capital}"), rules.expand("{surname}")
        verbose = re.VERBOSE
        self.honorific = re.compile(rules.expand(r"{honorific}(?=[ ]+{capital}|[ ]*$)"), verbose)
        self.plural = re.compile(
            r"(?:Cllrs|Clrs|Crs|Councillors|Councilors|Messrs|Mesdames|Drs|Bros|Brothers|Sisters|Comrades|Cdes|Profs|Professors|Revds|Revs|Cyng\.?/Cllrs|CLLRS|COUNCILLORS|MESSRS)\b"
        )
        self.particle = re.compile(rf"(?:{words('particle')})(?=[ ]+{capital})", verbose)
        self.name_word = re.compile(rules.expand(r"{initial}|{name_word}\.?"), verbose)
        self.surname = re.compile(surname, verbose)
        self.nickname = re.compile(rf"[\"'(]{capital}[\w]*[\"')]")
        upper = _UPPER.findall(rules.expand("{upper_honorific}"))
        listed = (*rules.listed("honorific_word"), *upper, *(word.removesuffix("S") for word in upper))
        self.titles = frozenset(word.split()[0] for word in listed)
        self.is_nobody, self.is_role, self.is_body = self.words.is_nobody, self.words.is_role, self.words.is_body
        self.no_name, self.post_nominal = self.words.no_name, self.words.post_nominal
        self.plain = PlainNames(self.words, self.honorific, self.name_word, self.titles)
        self._read_before: dict[tuple[str, str, bool], Person | None] = {}

    def forget(self) -> None:
        """Forget what was read, as at the start of a document."""
        self._read_before.clear()

    def opens_titled(self, words: str) -> bool:
        """Whether words open with an honorific and go on with a name: "Cllr Abbott"."""
        return words.split(" ", 1)[0].rstrip(".") in self.titles and self.honorific.match(words) is not None

    def opens_person(self, words: str) -> bool:
        """Whether words open with an honorific or a role and go on with a name: "Cllr Abbott", "treasurer Jane Doe"."""
        if self.honorific.match(words):
            return True
        while found := self.words.prefix_end(words, 0, len(words)):
            words = words[self.words.seat_end(words, found, len(words)) or found :]
            head = _HEAD_END.split(words)[0]
            if not (self.is_role(head) or self.words.has_body_word(head) or _GENERAL.match(head)):
                return True
        return False

    def read(self, words: str, raw: str | None = None) -> Person | None:
        """The person of one entry: "Cllr Mrs B Abbott (Chair)"; None where it names none."""
        return self.read_piece(Text(words, raw or words), 0, len(words))

    def read_piece(self, text: Text, start: int, end: int, *, surnames: bool = True) -> Person | None:
        """The person of one stretch of a text.

        ``surnames`` tells that a single word may be a name, as in a list of people; in a sentence it may not.
        """
        start, end = trimmed(text.masked, start, end)
        if start >= end:
            return None
        key = (text.masked[start:end], text.raw[start:end], surnames)
        if key not in self._read_before:
            # The same words are read again and again: to see whether a block goes on with a list, with the list, …
            self._read_before[key] = self._read_whole(Text(key[0], key[1]), surnames=surnames)
        person = self._read_before[key]
        return None if person is None else placed(person, start)

    def _read_whole(self, text: Text, *, surnames: bool) -> Person | None:
        start, end = 0, len(text.masked)
        if self.is_nobody(text.masked):
            return None
        head_end, brackets, tail = parts_of(text.masked, start, end)
        first, rest = sides(self.words, self.honorific, text.masked, start, head_end)
        if brackets and is_initials(text.masked[slice(*first)].strip(LOOSE), text.masked[slice(*brackets[0])]):
            first, brackets = brackets[0], [first, *brackets[1:]]  # "AM (Ann Moor)"
        name = (
            None
            if brackets and self.words.holds_office(text.masked, first, self.honorific)
            else self._name(text, *first, surnames=surnames)
        )
        if name is None:
            return self._bracketed(text, start, end, first, brackets)
        person = changed(name, start=start, end=end)
        for a, b in [*rest, *brackets, *tail]:
            person = self.with_detail(person, text, a, b)
        return person

    def with_detail(self, person: Person, text: Text, start: int, end: int) -> Person:
        """A person with what a bracket, or the words behind a dash or comma, say: role, body, initials, a note."""
        return add_detail(self.words, person, text, start, end)

    def _bracketed(
        self, text: Text, start: int, end: int, head: tuple[int, int], brackets: list[tuple[int, int]]
    ) -> Person | None:
        """The person in brackets behind an office: "The Mayor (Councillor Joe Bloggs) (in the Chair)"."""
        role = text.cut(*trimmed(text.masked, *head)).removeprefix("The ").removeprefix("the ")
        if not brackets or not self.is_role(role):
            return None
        person = self._name(text, *brackets[0], surnames=False)
        if person is None:
            return None
        person = changed(person, role=joined(person.role, role), start=start, end=end)
        for a, b in brackets[1:]:
            person = self.with_detail(person, text, a, b)
        return person

    def _name(self, text: Text, start: int, end: int, *, surnames: bool) -> Person | None:
        """The honorific, role and name that a stretch opens with."""
        masked = text.masked
        start, end = trimmed(masked, start, end)
        honorifics, roles, start = self._in_front(masked, start, end)
        words = masked[start:end]
        if (
            (surnames or honorifics or roles or " " in words)
            and words == text.raw[start:end]
            and self.plain.is_plain(words)
        ):
            return named(text, words, honorifics, roles, start, end)
        name_end, count = self._name_end(masked, start, end)
        if name_end <= start:
            return None
        name_end, tail, behind = self._behind(masked, start, name_end, end, titled=bool(honorifics), count=count)
        roles += behind
        if not surnames and not honorifics and (last := self.words.last_two(masked, start, name_end)):
            roles.append((start, last))
            start = last
        name = text.cut(start, name_end).strip(" ,;-")
        if not is_name(self.words, name, masked[start:end], bool(honorifics), bool(roles), surnames=surnames):
            return None
        person = named(text, name, honorifics, roles, start, name_end)
        if tail < end and self.post_nominal.sub("", masked[tail:end]).strip(LOOSE):
            person = self.with_detail(person, text, tail, end)
        return person

    def _in_front(self, masked: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]], int]:
        """The honorifics and the offices in front of a name, and where the name starts."""
        honorifics: list[tuple[int, int]] = []
        roles: list[tuple[int, int]] = []
        while start < end and not self.plain.is_plain(masked[start:end]):
            before = start
            word = masked[start:end].split(" ", 1)[0].rstrip(".")
            if word in self.titles and (found := self.honorific.match(masked, start, end)):
                honorifics.append(found.span())
                start = found.end()
            elif behind := self.words.seat_end(masked, start, end):
                roles.append((start, behind))
                start = behind
            elif behind := self.words.prefix_end(masked, start, end):
                word = masked[behind:end].split(" ", 1)[0]
                if self.words.has_body_word(word) and not (
                    self.words.prefix_end(masked, behind, end) or self.words.seat_end(masked, behind, end)
                ):
                    break
                roles.append((start, behind))
                start = behind
            start = skip_blanks(masked, start, end)
            if start == before:
                break
        return honorifics, roles, start

    def _behind(
        self, masked: str, start: int, name_end: int, end: int, *, titled: bool, count: int
    ) -> tuple[int, int, list[tuple[int, int]]]:
        """Where a name ends, where its details begin, and the offices that stand between without a comma."""
        roles: list[tuple[int, int]] = []
        seat = _ELECTED.search(masked, start, end)
        if seat is not None and seat.start() <= name_end:
            name_end = seat.start()
            roles.append(seat.span("seat"))
        tail = max(name_end, seat.end() if seat else 0)
        suffix = self.words.suffix_start(masked, start, name_end)
        if suffix and len(masked[start:suffix].split()) >= (1 if titled else 2):
            tokens = list(_SOLID.finditer(masked[start:suffix]))
            if len(tokens) == 3 and _INITIAL.fullmatch(tokens[0][0]):
                suffix = start + tokens[1].end()  # "C Moor Footpath Warden"
            roles.append((suffix, name_end))
            name_end = suffix
        if cut := self.words.before_body(masked, start, name_end):
            tail = name_end = cut
        if (bare := _BODY_BEHIND.search(masked[start:name_end])) and count >= 3:
            tail = name_end = start + bare.start()  # "Ann Moor UL"
        return name_end, tail, roles

    def _name_end(self, masked: str, start: int, end: int) -> tuple[int, int]:
        """Where the name that starts at an offset ends, and of how many words it is."""
        position, count = start, 0
        if handle := _HANDLE.match(masked[start:end]):
            return start + handle.end(), 1
        while position < end and count < 6:
            at = skip_blanks(masked, position, end)
            post = self.post_nominal.match(masked, at, end)
            if post and count >= 2 and (post.end() == end or masked[post.end()] in " ,;("):
                break
            word = self.particle.match(masked, at, end) or self.nickname.match(masked, at, end)
            if word is not None and count > 1 and len(word[0]) == 3 and word[0][0] == "(":
                break  # "Ann Moor (P)" by a legend, but "Hale (J)"
            if word is None:
                word = self.name_word.match(masked, at, end)
                count += 1
            if word is None or word.end() > end:
                break
            position = word.end()
            if broken := _BROKEN.match(masked, position, end):
                position = broken.end()  # a double name broken over lines: "Penhal- Tregow"
        return position, count
