"""Names of people: one entry of a list of people to its name, honorific, role, organisation and initials.

Everything works on the mask of a text (plain quotation marks, dashes and blanks) and gives offsets in it; the words of
a person are cut out of the text itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutes_cli.rules.match import Rules
from minutes_cli.values.name_words import NameWords

_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_DASH = re.compile(r"\s+-+\s*|(?<=\))\s*-+\s*|:\s+-?\s*")
_LOOSE = " \t\r\n.,;:-*•|@\"'\uf0b7>+/"
_TIME = re.compile(
    r"\d|\b(?:via|from|until|till|by|item|items|remote|remotely|online|zoom|teams|phone|telephone|virtual|virtually|late|"
    r"arrived|arriving|left|leaving|joined|joining|part|present|in person|video|voting|non-voting|attended)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of a document: its mask and its own characters, of one length."""

    masked: str
    raw: str

    def cut(self, start: int, end: int) -> str:
        """The text's own words where the mask shows any, white space folded and loose punctuation left out."""
        kept = (
            " " if mark in " \r\n" else character
            for mark, character in zip(self.masked[start:end], self.raw[start:end], strict=True)
            if character != "\u00ad"
        )
        return " ".join("".join(kept).split())


class Names:
    """Reads people's names by the pack's lists of words."""

    def __init__(self, rules: Rules) -> None:
        def words(name: str) -> str:
            return rules.expand("{" + name + "}")

        self.words = NameWords(rules)
        capital, surname = rules.expand("{capital}"), rules.expand("{surname}")
        verbose = re.VERBOSE
        self.honorific = re.compile(rules.expand(r"{honorific}(?=[ ]+{capital}|[ ]*$)"), verbose)
        self.plural = re.compile(r"(?:Cllrs|Crs|Councillors|Councilors|Messrs|Mesdames|Drs|CLLRS|COUNCILLORS|MESSRS)\b")
        self.particle = re.compile(rf"(?:{words('particle')})(?=[ ]+{capital})", verbose)
        self.name_word = re.compile(rules.expand(r"{initial}|{name_word}\.?"), verbose)
        self.surname = re.compile(surname, verbose)
        self.nickname = re.compile(rf"[\"'(]{capital}[\w]*[\"')]")
        self.is_nobody, self.is_role, self.is_body = self.words.is_nobody, self.words.is_role, self.words.is_body
        self.no_name, self.post_nominal = self.words.no_name, self.words.post_nominal

    def opens_person(self, words: str) -> bool:
        """Whether words open with an honorific or a role and go on with a name: "Cllr Abbott", "treasurer Jane Doe"."""
        if self.honorific.match(words):
            return True
        while found := self.words.prefix_end(words, 0, len(words)):
            words = words[found:]
            head = re.split(r"[(,;]| - ", words)[0]
            if not (self.is_role(head) or self.words.has_body_word(head)):
                return True
        return False

    def read(self, words: str, raw: str | None = None) -> Person | None:
        """The person of one entry: "Cllr Mrs B Abbott (Chair)"; None where it names none."""
        return self.read_piece(Text(words, raw or words), 0, len(words))

    def read_piece(self, text: Text, start: int, end: int, *, surnames: bool = True) -> Person | None:
        """The person of one stretch of a text.

        ``surnames`` tells that a single word may be a name, as in a list of people; in a sentence it may not.
        """
        start, end = _trimmed(text.masked, start, end)
        words = text.masked[start:end]
        if not words or self.is_nobody(words):
            return None
        head_end, brackets, tail = _parts(text.masked, start, end)
        first, rest = self._sides(text.masked, start, head_end)
        name = self._name(text, *first, surnames=surnames)
        if name is None:
            return self._bracketed(text, start, end, first, brackets)
        person = replace(name, start=start, end=end)
        for a, b in [*rest, *brackets, *tail]:
            person = self.with_detail(person, text, a, b)
        return person

    def with_detail(self, person: Person, text: Text, start: int, end: int) -> Person:
        """A person with what a bracket or the words behind a dash or comma say: role, organisation, initials, a note."""
        for a, b in (
            _split(text.masked, start, end, ",;") if _holds_initials(text, start, end, person) else [(start, end)]
        ):
            a, b = _trimmed(text.masked, a, b)
            words = text.cut(a, b)
            if not re.search(r"[^\W\d]", words) or self.post_nominal.fullmatch(words):
                continue
            if is_initials(words, person.name) or masked_at(text, a) == "@":
                person = replace(person, initials=person.initials or words)
            elif self.is_role(words):
                person = replace(person, role=_joined(person.role, words))
            elif _TIME.search(words) or _STATUS.search(words):
                person = replace(person, note=_joined(person.note, words))
            elif not self.is_nobody(words):
                person = replace(person, organisation=_joined(person.organisation, words))
            person = replace(person, end=max(person.end, end))
        return person

    def _bracketed(
        self, text: Text, start: int, end: int, head: tuple[int, int], brackets: list[tuple[int, int]]
    ) -> Person | None:
        """The person in brackets behind an office: "The Mayor (Councillor Joe Bloggs)"."""
        role = text.cut(*_trimmed(text.masked, *head))
        if len(brackets) != 1 or not self.is_role(role):
            return None
        person = self._name(text, *brackets[0], surnames=False)
        if person is None:
            return None
        return replace(person, role=_joined(person.role, role.removeprefix("The ")), start=start, end=end)

    def _sides(self, masked: str, start: int, end: int) -> tuple[tuple[int, int], list[tuple[int, int]]]:
        """Where the person of an entry stands and where its details do: "Clerk - Jane Doe", "Jane Doe - Clerk"."""
        parts = [part for part in _split_at(_DASH, masked, start, end) if masked[slice(*part)].strip(_LOOSE)]
        if len(parts) < 2:
            return (parts[0] if parts else (start, end)), []
        for index, (a, b) in enumerate(parts):
            if self.honorific.match(masked[a:b].strip()):
                return parts[index], parts[:index] + parts[index + 1 :]
        first = masked[slice(*parts[0])].strip(_LOOSE)
        if self.words.is_whole_role(first) or (self.is_body(first) and not self.is_body(masked[slice(*parts[1])])):
            return parts[1], [parts[0], *parts[2:]]
        return parts[0], parts[1:]

    def _name(self, text: Text, start: int, end: int, *, surnames: bool) -> Person | None:
        """The honorific, role and name that a stretch opens with."""
        masked = text.masked
        start, end = _trimmed(masked, start, end)
        honorifics: list[tuple[int, int]] = []
        roles: list[tuple[int, int]] = []
        while start < end:
            before = start
            if found := self.honorific.match(masked, start, end):
                honorifics.append(found.span())
                start = found.end()
            elif behind := self.words.prefix_end(masked, start, end):
                word = masked[behind:end].split(" ", 1)[0]
                if self.words.has_body_word(word) and not self.words.prefix_end(masked, behind, end):
                    break
                roles.append((start, behind))
                start = behind
            start = _skip_blanks(masked, start, end)
            if start == before:
                break
        name_end, count = self._name_end(masked, start, end)
        if name_end <= start:
            return None
        tail_start = name_end
        suffix = self.words.suffix_start(masked, start, name_end)
        if suffix and len(masked[start:suffix].split()) >= (1 if honorifics else 2):
            roles.append((suffix, name_end))
            name_end = suffix
            if not honorifics and (
                self.is_body(masked[start:name_end]) or self.words.is_whole_role(masked[start:name_end])
            ):
                return None
        if cut := self._before_body(masked, start, name_end):
            tail_start = name_end = cut
        if bare := re.search(r"(?<=[a-z]) [A-Z]{2,6}$", masked[start:name_end]):
            if count >= 3:
                tail_start = name_end = start + bare.start()
        name = text.cut(start, name_end).strip(" ,;-")
        if not honorifics and self._is_no_name(name, surnames=surnames):
            return None
        if len(name.strip(".")) == 1:
            return None
        if not surnames and not honorifics and self.is_body(name) and len(name.split()) >= 4:
            last = list(re.finditer(r"[^\s]+", masked[start:name_end]))[-2].start()
            if not self.words.has_body_word(masked[start + last : name_end]):
                roles.append((start, start + last))
                start += last
                name = text.cut(start, name_end)
        if not honorifics and not surnames and self.is_role(name.rsplit(" ", 1)[-1]):
            return None
        if not honorifics and not roles:
            if count < 2 and not surnames:
                return None
            if self.is_body(name) or self.words.is_whole_role(name) or re.search(r" (?:of|for) ", masked[start:end]):
                return None
        elif self.words.is_whole_role(name):
            return None
        if not name or self.is_nobody(name):
            return None
        role = " ".join(text.cut(*span).strip(" ,.-") for span in roles)
        person = Person(
            name=name,
            honorific=" ".join(text.cut(*span) for span in honorifics) or None,
            role=role.removeprefix("the ") or None,
            name_start=start,
            name_end=name_end,
        )
        if self.post_nominal.sub("", masked[tail_start:end]).strip(_LOOSE):
            person = self.with_detail(person, text, tail_start, end)
        return person

    def _is_no_name(self, name: str, *, surnames: bool) -> bool:
        """Whether the first word is one that opens sentences and titles, initials in lists and handles aside."""
        first = name.split(" ", 1)[0]
        if first.lower() not in self.no_name or name.islower() or (len(first) == 1 and first != name):
            return False
        return not (surnames and name.isupper() and len(name) <= 3)

    def _before_body(self, masked: str, start: int, end: int) -> int | None:
        """Where a name of two words ends that a body follows without a comma: "Jo Hale Norfolk County Council"."""
        words = list(re.finditer(r"[^\s]+", masked[start:end]))
        if len(words) < 4 or not self.words.has_body_word(masked[start + words[2].start() : end]):
            return None
        return start + words[1].end()

    def _name_end(self, masked: str, start: int, end: int) -> tuple[int, int]:
        """Where the name that starts at an offset ends, and of how many words it is."""
        position, count = start, 0
        if handle := re.match(r"[a-z][\w.\[\]`|-]*$", masked[start:end]):
            return start + handle.end(), 1
        while position < end and count < 6:
            at = _skip_blanks(masked, position, end)
            post = self.post_nominal.match(masked, at, end)
            if post and count >= 2 and (post.end() == end or masked[post.end()] in " ,;("):
                break
            word = self.particle.match(masked, at, end) or self.nickname.match(masked, at, end)
            if word is None:
                word = self.name_word.match(masked, at, end)
                count += 1
            if word is None or word.end() > end:
                break
            position = word.end()
            if broken := re.compile(r"-\s+(?=[A-Z])").match(masked, position, end):
                position = broken.end()  # a double name broken over lines: "Vaughan- Mullane"
        return position, count


_STATUS = re.compile(
    r"\b(?:apolog|absent|excused|regrets|present|sub(?:stitut\w*)?\b|proxy|deputising|alternate)", re.I
)


def masked_at(text: Text, offset: int) -> str:
    """The character in front of an offset: a handle's "@" is no part of the words."""
    return text.masked[offset - 1] if offset else ""


def is_initials(words: str, name: str) -> bool:
    """Whether a short word stands for a name: "RP" for "Rosalind Petty", "FRE" for "Frank Reid", "AWa"."""
    if not re.fullmatch(r"[A-Z][A-Za-z]{1,4}|[A-Z](?:\.[A-Z]){1,3}\.?", words):
        return False
    letters = [part[0].upper() for part in re.split(r"[\s.-]+", name) if part]
    bare = words.replace(".", "")
    return len(letters) >= 2 and bare[0] == letters[0] and any(letter in bare[1:] for letter in letters[1:])


def _joined(before: str | None, words: str) -> str:
    return f"{before}, {words}" if before else words


def _holds_initials(text: Text, start: int, end: int, person: Person) -> bool:
    return any(is_initials(text.cut(*_trimmed(text.masked, a, b)), person.name)
               for a, b in _split(text.masked, start, end, ",;"))  # fmt: skip


def _trimmed(masked: str, start: int, end: int) -> tuple[int, int]:
    while start < end and masked[start] in _LOOSE:
        start += 1
    while end > start and masked[end - 1] in " \t\r\n,;:-*|":
        end -= 1
    if (
        end > start
        and masked[end - 1] == "."
        and not re.search(r"(?:^|[ .])[A-Z]\.$", masked[max(start, end - 4) : end])
    ):
        end -= 1
    return start, end


def _skip_blanks(masked: str, start: int, end: int) -> int:
    while start < end and masked[start] in " \t\r\n":
        start += 1
    return start


def _split(masked: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    parts, position = [], start
    for at in range(start, end):
        if masked[at] in marks:
            parts.append((position, at))
            position = at + 1
    return [*parts, (position, end)]


def _split_at(pattern: re.Pattern[str], masked: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, position = [], start
    for match in pattern.finditer(masked, start, end):
        parts.append((position, match.start()))
        position = match.end()
    return [*parts, (position, end)]


def _parts(masked: str, start: int, end: int) -> tuple[int, list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the words before the first bracket end, the insides of the brackets, and the words behind them."""
    found = list(_BRACKET.finditer(masked, start, end))
    # An initial that tells namesakes apart, and a nickname, belong to the name: "Sheahan (M)", "Robert (Bob) Smith".
    found = [match for match in found if not _within_name(masked, match, end)]
    if not found:
        return end, [], []
    brackets = [match.span(1) if match[1] is not None else match.span(2) for match in found]
    tails = [(a.end(), b.start()) for a, b in zip(found, found[1:], strict=False)] + [(found[-1].end(), end)]
    return found[0].start(), brackets, [tail for tail in tails if masked[slice(*tail)].strip(_LOOSE)]


def _within_name(masked: str, match: re.Match[str], end: int) -> bool:
    inside = match[1] or ""
    if re.fullmatch(r"[A-Z]\.?[A-Z]?\.?", inside) and len(inside.replace(".", "")) == 1:
        return True
    return bool(re.fullmatch(r"[A-Z][a-z]+", inside) and re.match(r" [A-Z][a-z]", masked[match.end() : end]))
