"""What the words of a subject name: a person, a post, a group of staff, members, a council or some other body."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from minutes_cli.find.roster import Roster
from minutes_cli.find.subject import Kind
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_DOTTED = lazy(r"(?!U\.[SK]|[PTCDRE]\.[CDU]\b|A\.)[A-Z]\.[A-Z](?:\.[A-Z])?")  # "R.W.", but no "P.C." or "U.K."
_NUMBERED = lazy(r"[A-Z]|[IVX]{1,4}|\d{1,3}[a-zA-Z]?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten")
JOINTS = frozenset({"of", "for", "and", "the", "&", ",", "/", "+", "or"})
PARTICLES = frozenset({"van", "von", "de", "der", "den", "du", "di", "la", "le"})  # "Mrs van Wyk"
PRONOUNS = frozenset({"he", "she", "they", "we", "i"})
GROUPS = frozenset({"group", "subgroup", "sub-group", "party", "team"})  # with what they are for: "the events group"


class _Lists:
    """The words of a set of rules that tell what a subject is: the same in each document."""

    def __init__(self, rules: Rules) -> None:
        self.outside = rules.words("task_outside")
        posts = rules.words("role_word", "task_post")
        self.posts = (posts | {f"{post}s" for post in posts}) - self.outside
        self.staff = rules.words("task_staff")
        parts_of_staff = frozenset(word for name in self.staff for word in name.split())
        self.members = rules.words("task_members")
        self.modifiers = rules.words("role_modifier")
        self.bodies = rules.words("organisation_word", "task_body")
        others = parts_of_staff | self.members | self.bodies
        self.of_subjects = self.posts | self.modifiers | others
        # Words that only go before the name of a post: in lower case they end no subject.
        self.leading = self.modifiers - self.posts - others


_lists = lru_cache(maxsize=8)(_Lists)

_OWN_OFFICE = ("the", "The", "our", "Our")
# How something is done, which names nobody: "Reluctantly agreed", "Provisionally booked".
_HOW = lazy(r".{2}(?:tively|tially|tually|antly|ently|ously|ingly|edly|arily|ically|onally|ately|fully)$")


class SubjectKinds:
    """Tells the kinds of subjects in one document."""

    def __init__(self, rules: Rules, roster: Roster) -> None:
        self._roster = roster
        lists = _lists(rules)
        self.posts, self.modifiers, self.leading = lists.posts, lists.modifiers, lists.leading
        self._outside, self._staff, self._members = lists.outside, lists.staff, lists.members
        self._bodies, self._of_subjects = lists.bodies, lists.of_subjects
        self._initials = rules.listed("task_post_initials")
        self._group_initials = rules.listed("task_group_initials")
        self._things = rules.words("task_thing")
        self._given = rules.words("given_name")
        self._common = rules.words("task_body")
        self._offices = rules.words("task_office")
        self.honorifics = rules.words("honorific_word")
        self._stops = rules.words("not_a_name", "task_clause_verb")

    def belongs(self, word: str) -> bool:
        """Whether a word can stand in the phrase of a subject."""
        lowered = word.lower().rstrip(".")
        if lowered in JOINTS or word[0] in "(@" or word in PARTICLES:
            return True
        if lowered in self._stops and word not in self._roster.initials and word != "IT":
            return False
        if lowered.endswith("ly") and _HOW.search(lowered):
            return False
        return word[0].isupper() or lowered in self._of_subjects or word in self._roster.handles

    def is_group(self, word: str, behind: str) -> bool:
        """Whether two words are a group's initials and its number, "WG 2", or the office of the body itself."""
        if behind == "office":
            return word in _OWN_OFFICE  # the post office is somebody else's
        return behind.isdigit() and word in self._group_initials

    def person_of(self, part: list[re.Match[str]]) -> list[re.Match[str]]:
        """The words of a name before those that tell whence the person comes, "Ann Lee of Ash Plumbing"; else none."""
        place = next((place for place, token in enumerate(part) if token[0] == "of"), 0)
        if not 1 < place < len(part) - 1:
            return []
        named = part[place - 2 : place]  # "Engineer Ann Lee of Ash & Sons"
        known = all(token[0].istitle() and token[0].lower() not in self._of_subjects for token in named)
        return part[:place] if (known and place > 2) or self._of_one(part[:place]) == "person" else []

    def of(self, part: list[re.Match[str]]) -> Kind:
        """What the words of one owner name."""
        return "person" if self.person_of(part) else self._of_one(part)

    def _of_one(self, part: list[re.Match[str]]) -> Kind:
        words = [token[0].rstrip(".") for token in part]
        lowered = [word.lower() for word in words]
        bare = [word for word in lowered if word != "the"]
        if not bare:
            return "unknown"
        pair = {" ".join(two) for two in pairwise(bare)}
        if bare[0] in self.honorifics and len(bare) > 1:
            return "person"
        if len(words) == 2 and self.is_group(*words):
            return "staff"  # among whose members the task is
        alone = bare[0] if len(bare) == 1 else ""
        if alone in self._bodies and alone not in self._staff and words[-1] not in self._roster.initials:
            return "council" if bare[0] in self._common else "body"
        if bare[0] in self._things and len(bare) == 2 and _NUMBERED.fullmatch(words[-1]):
            return "unknown"  # "Option B", "Model Three"
        if bare[-1] in self._offices and len(bare) > 1 and all(word[0].isupper() for word in words[-2:]):
            return "staff"
        if bare[-1] in self._outside or (bare[0] in self._outside and part[0][0][0].isupper()):
            return "unknown"
        if bare[-1] in self._members and not pair & self.posts:
            return "members"  # a "Cabinet Member" is a post
        if pair & self._common:
            return "council"
        if bare[-1] in self._staff or pair & self._staff or (bare[-1] in GROUPS and len(bare) > 1):
            return "staff"
        named = {*bare, *(word.rpartition("-")[2] for word in bare)}  # "the Secretary-Treasurer"
        if named & self.posts or pair & self.posts or words[-1] in self._initials:
            return "post"
        if bare[-1] in self._common:
            return "council"
        if any(word.lower() in self._bodies for word in words if word[0].isupper()) or set(bare) & self._common:
            return "body"
        if any(self._roster.knows(word) for word in words) or words[0][0] == "@":
            return "person"
        if len(words) == 1 and words[0].istitle() and lowered[0] in self._given:
            return "person"
        proper = [word for word in words if word[0].isupper() and not (word.isupper() and len(word) > 1)]
        if lowered[0] != "the" and len(words) in (2, 3) and len(proper) == len(words):
            return "person"
        if len(bare) == 1 and _DOTTED.fullmatch(words[-1]):
            return "person" if len(words) == 1 else "post"  # "the C.E.O."
        if len(words) == 1 and len(words[0]) == 2 and words[0].isupper() and words[0] not in self._roster.bodies:
            return "person"  # initials that nothing in the document explains
        return "unknown"
