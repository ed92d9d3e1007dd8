"""Whether words of the narrative name a person who takes part: a name, not a post, a body, a place or a month."""

from __future__ import annotations

from functools import lru_cache

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.values.names import Names
from minutes_cli.values.person import Person

_NOUN = lazy(r".(?:tion|sion|ment|itie)s$")
_FIRM = lazy(r"(?:LLC|L\.L\.C|Ltd|Inc|plc|PLC|LLP|GmbH|Corp|Pty|Limited)\b")
_INITIAL = lazy(r"[A-Z]\.?")
_MONTHS = frozenset({"april", "may", "june", "august"})  # given names too, but not alone
# Wording of these rules is strong enough for a name that holds no common given name.
_STRONG = frozenset(
    f"participant.{name}"
    for name in (
        "speaks",
        "by",
        "moved-label",
        "moved-pair",
        "seconded-pair",
        "in-the-chair",
        "inverted",
        "asks-label",
        "mover-cut",
    )
)


class Likely:
    """Judges people by the pack's lists of names, posts, bodies and places."""

    def __init__(self, rules: Rules, names: Names) -> None:
        self.names = names
        words = names.words
        self.plain = words.roles | words.bodies | words.no_name | words.modifiers
        self.given = rules.words("given_name")
        self.places = rules.words("place_word")
        self.place_surnames = rules.words("place_surname")
        self.names_nobody = lru_cache(maxsize=2048)(self._names_nobody)
        self.verbs = rules.words("task_verb", "motion_verb")

    def _names_nobody(self, words: str) -> bool:
        """Whether words can't name a person, so that they need not be read: "The Town Clerk", "Planning Committee"."""
        return all(map(self._is_plain, words.lower().split()))

    def _is_plain(self, token: str) -> bool:
        bare = token.strip(".,")
        return bare in self.plain or bare.removesuffix("s") in self.names.words.roles

    def is_person(self, person: Person) -> bool:
        """Whether what was read as a person is none of the things that names are mistaken for."""
        words = person.name.split()
        if person.honorific is None and person.role is None:
            if self.names.is_body(person.name) or self.names.is_role(person.name) or any(map(str.isdigit, words)):
                return False
            if len(words) == 1 and (person.name.isupper() or person.name.lower() in self.names.no_name | _MONTHS):
                return False
        if not self.names.no_name.isdisjoint(person.name.lower().split()):
            return False
        return len(words) <= 5 and not (person.name.isupper() and len(words) == 1)

    def is_post(self, person: Person, before: str) -> bool:
        """Whether what was read as a name stands between an article and a post: "The Internal Audit Manager"."""
        if not person.role or person.honorific or person.name_start != person.start:
            return False
        return before.lower().endswith("the") and person.name.split()[0].lower() not in self.given

    def is_likely(self, person: Person, rule: str) -> bool:
        """Whether words without an honorific are a name: the wording is strong, or the given name is common."""
        words = person.name.split()
        verb = words[0].lower() in self.verbs and words[0].lower() not in self.given
        if not person.honorific and (verb or _FIRM.match(person.organisation or "")):
            return False  # "Motion: Accept Tidepool …", "Little Acorns LLC, who …"
        if person.honorific or (person.role and words[-1].lower() not in self.places):
            return True
        last = words[-1].lower()
        if (
            len(words) > 1
            and words[-1].isupper()
            and last.isalpha()
            and 1 < len(last) <= 4
            and not person.name.isupper()
        ):
            return False  # "Infra WG", "Norfolk CC"
        if _NOUN.search(last) and words[0].lower() not in self.given:
            return False  # "Glass Collections", "Local Amenities"
        if (
            len(words) == 2
            and words[0].lower() in self.given
            and (last not in self.places or last in self.place_surnames)
        ):
            return True
        if "-" in last and self.names.words.has_body_word(last.rsplit("-", 1)[-1]):
            return False  # "Mill Lane Pre-School"
        if last in self.places or (len(words) > 1 and words[0].lower() in self.places):
            return False
        if words[0].lower() in self.given or _INITIAL.fullmatch(words[0]):
            return True
        return rule == "participant.moved-pair" or (len(words) > 1 and rule in _STRONG)
