"""Words that tell names from posts and bodies: by lists of words rather than by patterns, for speed."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DOTTED = lazy(r"(?<![\w.])(?:[A-Z]\.){2,5}(?!\w)")  # "R.F.O."
_TOKEN = lazy(r"[^\W_][\w'&.-]*")
_PREFIX_TOKEN = lazy(r"(?P<word>[^\W\d_][\w'&/-]*)\.?[ ]+")
_LOOSE = " \t\r\n.,;:-*•|\"'\uf0b7>+/"
_COUNTED = lazy(
    r"(?:(?:and|plus|approx\.?|about|circa)[ ])*(?:\d[\d ]*[ ]?\w+|"
    r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|no|a|an|another)"
    r"[ ](?:other[ ])?(?!(?:van|von|de[rnl]?|di|du|da|la|le|te[rn]?|bin|al|el|ap|mac|ó|ní|uí)\b)[a-z])"
)
_TITLED = lazy(r"(?:[A-Z]\.? ?){1,3}[A-Z][a-z'-]+")  # a name with initials
_FULL = lazy(r"[^\W\d_][\w'.-]*(?: (?:[^\W\d_a-z][\w'.-]*|de|van|der|la|le|von|du))* [^\W\d_a-z][\w'.-]*")
_SEAT = lazy(
    r"(?:[A-Z][\w'-]+ ){0,2}(?:Ward|Area|Zone|Precinct|District|Division|Seat|Place|Position|Riding|Region|Parish)"
    r"(?: (?:No\.? ?)?[\"']?[A-Z0-9]{1,3}[\"']?)?$|[Aa]t[- ][Ll]arge$"
)
_SEAT_IN_FRONT = lazy(
    r"(?:Post|Place|Ward|District|Seat|Position|Zone|Area|Division|Precinct|Region)[ ](?:No\.?[ ])?"
    r"(?:\d{1,3}|[IVX]{1,4}|[A-H])[,:]?[ ]+(?=[A-Z])"
)
_FIELD = lazy(r"(?:of|to|for)[ ]+(?:the[ ]+)?(?=[A-Z])")
_REST = lazy(r"[,;:(|\n]| - ")
_LINKS = frozenset(("and", "&", "of", "the", "for"))
_SAINTS = frozenset(("st", "saint", "mount", "lake", "port", "fort", "king", "queen", "prince", "sir", "lady"))
_LETTER = lazy(r"[^\W\d]")
_LINKED = lazy(r" & |\w&\w")
_CAPITALS = lazy(r"\b[A-Z]{3,}\b")
_SMALL = lazy(r"[a-z]{3}")
_SOLID = lazy(r"\S+")
_MOST_PREFIX_WORDS = 5
_UNDER = lazy(r"(?:vice|deputy|sub|co|ex|pro|under|assistant)-")
_HONOURED = lazy(r"(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.? [A-Z]")


class NameWords:
    """The pack's lists of words around names, with the questions that reading names asks of them."""

    def __init__(self, rules: Rules) -> None:
        self.roles = _last_words(rules.words("role_word"))
        self.modifiers = rules.words("role_modifier")
        self.bodies = rules.words("organisation_word")
        self.nobodies = rules.words("nobody")
        tens = rules.words("ten")
        self.no_name = rules.words("no_name") | tens | {f"{ten}-{unit}" for ten in tens for unit in _UNITS}
        self.given = rules.words("given_name")
        self.titles = frozenset(word for word in rules.words("honorific_word") if " " not in word)
        self.surname_roles = rules.words("surname_role")
        self._is_role_word = lru_cache(maxsize=4096)(self._read_role_word)
        self._is_body_word = lru_cache(maxsize=4096)(lambda token: token.rstrip(".'") in self.bodies)
        post_nominal = rules.expand("{post_nominal}")
        self.post_nominal = re.compile(rf"(?:,?[ ]*\b{post_nominal}(?![\w]))+", re.VERBOSE)

    def is_nobody(self, words: str) -> bool:
        """Whether an entry of a list is no named person: "none", "12 members of the public", a bot, "the Clerk"."""
        bare = words.strip(_LOOSE)
        if bare.istitle() and not bare[0].isdigit():
            return bare.lower() in self.nobodies  # each word has a capital, so that none is counted: "Ann Moor"
        if bare.endswith("bot") and bare.islower():
            return bare not in ("talbot", "abbot", "cabot")
        return bare.lower() in self.nobodies or bool(_COUNTED.match(bare)) or not _LETTER.search(words)

    def is_given(self, name: str) -> bool:
        """Whether a common given name shows that the word behind it is a surname: "Charles Board"."""
        words = name.split()
        return len(words) == 2 and words[0].lower() in self.given and words[1][0].isupper() and not name.isupper()

    def is_counted(self, words: str) -> bool:
        """Whether words count people without naming them: "12 members of the public"."""
        return _COUNTED.match(words.strip(_LOOSE)) is not None

    def is_role(self, words: str) -> bool:
        """Whether words name a post or an office rather than a person."""
        lowered = words.lower()
        # "Dean" alone is a name too.
        return "dean of " in lowered or "the dean" in lowered or any(map(self._is_role_word, _TOKEN.findall(lowered)))

    def _read_role_word(self, token: str) -> bool:
        bare = token.rstrip(".'")
        if "/" in bare:  # "Manager/Clerk"
            return all(part in self.roles for part in bare.split("/"))
        if "-" in bare and _UNDER.match(bare) and bare not in self.roles:
            bare = bare.split("-", 1)[1]
        elif "-" in bare and bare not in self.roles:  # "secretary-treasurer"
            return all(part in self.roles or part in self.modifiers for part in bare.split("-"))
        return bare in self.roles or (bare.endswith("s") and bare[:-1] in self.roles)

    def has_body_word(self, words: str) -> bool:
        """Whether one of the words is used in names of bodies, departments and fields of work."""
        return any(map(self._is_body_word, _TOKEN.findall(words.lower())))

    def is_body(self, words: str) -> bool:
        """Whether words name a body or a field of work: "Acme Ltd", "Economic Development", "Friends of the Wood"."""
        bare = words.strip(_LOOSE)
        if self.has_body_word(bare) or " of " in bare or " for " in bare or ("&" in bare and _LINKED.search(bare)):
            return True
        if not _CAPITALS.search(bare):
            return False
        return bool(_CAPITALS.search(self.post_nominal.sub("", bare)) and _SMALL.search(bare))

    def is_whole_role(self, words: str) -> bool:
        """Whether words are nothing but a post: "the Deputy Chair", "Parish Clerk"."""
        tokens = (
            (_DOTTED.sub(lambda letters: letters[0].replace(".", ""), words) if "." in words else words).lower().split()
        )
        if tokens[:1] == ["the"]:
            del tokens[0]
        return (
            bool(tokens)
            and self._is_role_word(tokens[-1])
            and all(token in self.modifiers or self._is_role_word(token) for token in tokens[:-1])
        )

    def ends_in_role(self, words: str) -> bool:
        """Whether words of two or more end in the name of a post and don't open with a given name: "Clubs Rep"."""
        tokens = words.lower().split()
        if len(tokens) < 2 or tokens[0].strip(".") in self.given or len(tokens[0].strip(".")) == 1:
            return False
        return self._is_role_word(tokens[-1])

    def holds_office(self, masked: str, head: tuple[int, int], honorific: re.Pattern[str]) -> bool:
        """Whether what stands before a bracket with a name in it is an office: "Harbour Master (Lt S. Vyvyan)"."""
        words = masked[slice(*head)].strip(_LOOSE)
        behind = masked[head[1] :].lstrip(" ([").split(")")[0]
        return self.ends_in_role(words) and bool(_TITLED.match(behind) or honorific.match(behind))

    def is_named(self, words: str, honorific: re.Pattern[str]) -> bool:
        """Whether words open with an honorific or with initials and a surname, or are a full name."""
        return bool(_TITLED.match(words) or honorific.match(words)) or self.is_full_name(words)

    def is_full_name(self, words: str) -> bool:
        """Whether words are a full name and nothing else, no body and no post."""
        return bool(_FULL.fullmatch(words)) and not (self.is_body(words) or self.is_role(words))

    def opens_with_given(self, words: str) -> bool:
        """Whether words open with a common given name and a surname: "Alan Fenn of Moor LLP"."""
        first = words.split()[:2]
        return len(first) == 2 and first[0].lower() in self.given and not self.has_body_word(first[1])

    def is_seat(self, words: str) -> bool:
        """Whether words name the seat or the area that somebody represents: "Electoral Area B", "Ward 3"."""
        return bool(_SEAT.match(words.strip())) and words.split()[0].lower() not in self.given

    def prefix_end(self, masked: str, start: int, end: int) -> int | None:
        """Where a post ends that stands in front of a name: "MET Police Superintendent |Jane Doe"; None without one."""
        position = start + 4 if masked.startswith("the ", start) else start
        for number in range(_MOST_PREFIX_WORDS):
            found = _PREFIX_TOKEN.match(masked, position, end)
            if found is None:
                return None
            word, position = found["word"], found.end()
            lowered = word.lower()
            named = lowered in self.given or lowered in self.no_name
            if not named and word.istitle() and _HONOURED.match(masked, position, end):
                return position  # "Hospitalist Dr. Ann Lee": some office, whatever it is
            if self._is_role_word(lowered) and position < end:
                if _is_capital(masked[position]):
                    return position
                if (field := _FIELD.match(masked, position, end)) is not None:
                    return self._behind_field(masked, field.end(), end)
            if not (_is_capital(word[0]) or (number == 0 and lowered in self.modifiers)):
                return None
        return None

    def _behind_field(self, masked: str, start: int, end: int) -> int | None:
        """Where the field of a post ends that a name follows: "Clerk to the Board |Jane Doe"; None where none does."""
        tokens = list(_SOLID.finditer(_REST.split(masked[start:end], maxsplit=1)[0]))
        words = [token[0].rstrip(".").lower() for token in tokens]
        count = len(tokens)
        titled = next((k for k in range(1, count - 1) if words[k] in self.titles), None)
        if titled is not None:
            return start + tokens[titled].start()
        if count < 3 or not _is_capital(tokens[-1][0][0]) or self.has_body_word(words[-1]):
            return None
        named = [k for k in range(1, count - 1) if words[k] in self.given and words[k - 1] not in _SAINTS]
        plain = all(word in self.bodies or word in self.modifiers or word in _LINKS for word in words[:-2])
        if not named and not (plain and words[-2] not in self.bodies and words[-3] not in _LINKS):
            return None
        begin = tokens[named[-1] if named else count - 2]
        return start + begin.start() if _is_capital(begin[0][0]) else None

    def seat_end(self, masked: str, start: int, end: int) -> int | None:
        """Where a seat ends that stands in front of a name or a title: "Post 1 |Jane Doe"; None without one."""
        found = _SEAT_IN_FRONT.match(masked, start, end)
        return found.end() if found else None

    def before_body(self, masked: str, start: int, end: int) -> int | None:
        """Where a name of two words ends that a body follows without a comma: "Jo Hale Norfolk County Council"."""
        if len(masked[start:end].split()) < 4:
            return None
        words = list(_SOLID.finditer(masked[start:end]))
        return start + words[1].end() if self.has_body_word(masked[start + words[2].start() : end]) else None

    def suffix_start(self, masked: str, start: int, end: int) -> int | None:
        """Where a post starts that stands behind a name without a comma: "Jane Doe |Parish Clerk"."""
        words = masked[start:end].split()
        if len(words) < 2 or not self._is_role_word(words[-1].lower()):
            return None
        tokens = list(_SOLID.finditer(masked[start:end]))
        if len(words) == 2 and words[0].lower() in self.given and words[1].lower() in self.surname_roles:
            return None  # "Cllr Leo Sexton"
        index = len(tokens) - 1
        while index > 1 and tokens[index - 1][0].lower() in self.modifiers:
            index -= 1
        return start + tokens[index].start()

    def last_two(self, masked: str, start: int, end: int) -> int | None:
        """Where the name starts in a run of capitals that opens with a body: "Student Support Ann Moor"."""
        words = list(_SOLID.finditer(masked[start:end]))
        if len(words) < 4 or not self.is_body(masked[start:end]):
            return None
        last = start + words[-2].start()
        return None if self.has_body_word(masked[last:end]) else last


def _is_capital(character: str) -> bool:
    return character.isalpha() and not character.islower()


def _last_words(words: Set[str]) -> frozenset[str]:
    """The words that tell a post on their own: of a phrase its last."""
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in words)
