"""Owners of tasks as minutes write them: whether words are an owner at all, and how several are parted.

A post that holds commas or "and" stays one owner ("Assistant Director, Counter Fraud, Community Safety &
Protection"): words are parted only where what follows could own a task by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.find.owner_posts import TOKEN, OwnerPosts
from minutes_cli.find.owner_words import trimmed, with_helpers
from minutes_cli.find.roster import Roster
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_STRONG = lazy(
    r"\s*[/;+]\s*|\s*\n\s*(?!\s|(?:and|&|of|for)\b)|\s{3,}(?!\s|(?:and|&|of|for)\b)|\s+(?=@)|\s+(?:with|plus)\s+(?=[A-Z@])"
)
_WEAK = lazy(r"\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&|or)\s+|(?<=[A-Z]{2})&(?=[A-Z]{2})")
_INITIALS = lazy(r"[A-Z]{1,2}[A-Za-z]?[A-Z]{1,2}|[A-Z]{2}[a-z]{1,2}|[A-Z]\.[ ]?[A-Z]\.?")
_SMALL = frozenset("of for and the to in at on with & / , + ; de la van von der den".split())
_NEVER_FIRST = frozenset("to in at on for and with of".split())
_AND_OR = lazy(r"\band/or\b")
_AS_A_WHOLE = lazy(r"\s+as\s+a\s+whole$")
_JOINT = lazy(r"[\s/,&]+(?:and\s+)?")  # between the names of owners
_PARTING = lazy(r"[\s()\"]")
_MOST_WORDS = 16
_MOST_POST = 7  # words of a post with what it is for
_ALL_OF = lazy(
    r"(?:all|both)\s+(?:the\s+)?(?!(?:comments|works|items|bills|forms|papers|others|things)\b)[a-z]{3,}s",
    re.IGNORECASE,
)

_FIELD_AND_UNIT = 2  # words
_UNITS = ("Department", "Dept", "Division", "Directorate", "Section", "Unit", "Office", "Bureau", "Agency")


class Owners:
    """Reads owners in one document, whose people are known by name or initials."""

    def __init__(self, rules: Rules, roster: Roster) -> None:
        self._roster = roster
        kinds = OwnerPosts(rules)
        self.is_post, self.is_body, self.is_outfit = kinds.is_post, kinds.is_body, kinds.is_outfit
        self._posts, self._groups, self._modifiers = kinds.posts, kinds.groups, kinds.modifiers
        self._bodies, self._honorifics = kinds.bodies, kinds.honorifics
        self._none = rules.words("no_owner")
        self._others = rules.words("not_owner_word", "not_a_name")
        self._verbs = rules.words("task_verb")
        self._no_handles = rules.words("not_a_handle")
        self._joint = rules.words("joint_post")
        self._asked: dict[tuple[str, bool], bool] = {}

    def is_owner(self, words: str, *, strict: bool = False) -> bool:
        """Whether words name nothing but owners; ``strict`` asks that one capitalised word alone be known."""
        asked = words, strict  # the readers of labels, lists and tails ask it of the same words
        answer = self._asked.get(asked)
        if answer is None:
            answer = self._asked[asked] = len(words) <= 400 and self._names_owners(words, strict)
        return answer

    def _names_owners(self, words: str, strict: bool) -> bool:
        bare = with_helpers(words).strip(" .:;-()[]*")
        bare = _AS_A_WHOLE.sub("", bare) if bare.endswith("whole") else bare
        lowered = bare.lower()
        if not bare or (lowered in self._none and not self._are_initials(bare)) or len(bare) > 200:
            return False
        if self._is_dashed_post(bare):
            return True
        if lowered.removeprefix("the ") in self._groups or _ALL_OF.fullmatch(bare):
            return True
        tokens = TOKEN.findall(bare)
        if not tokens or len(tokens) > _MOST_WORDS or not self._all_belong(tokens, bare):
            return False
        if all(token.lower() in _SMALL and not self.is_known(token) for token in tokens):
            return False
        if "".join(tokens) != _PARTING.sub("", bare):
            return False
        if any(a == "to" and b in self._verbs for a, b in pairwise(tokens)):
            return False  # "Dee to lead"
        first = tokens[0].lower().rstrip(".")
        named = len(tokens) == _FIELD_AND_UNIT and tokens[0].istitle() and tokens[1] in _UNITS  # "Transport Department"
        acts = first in self._verbs and not self.is_known(tokens[0]) and not named
        if acts and (len(tokens) > 1 or not tokens[0].isupper()):
            return False
        opens = tokens[0] if len(tokens[0]) > 1 else ""
        if (first in _NEVER_FIRST and not (opens.isupper() and self.is_known(opens))) or tokens[-1] in _SMALL:
            return False
        return not strict or self._is_known_owner(tokens)

    def _is_dashed_post(self, words: str) -> bool:
        """Whether words are a post and, behind a dash, what it is for: "Assistant Director - Highway Operations"."""
        post, dash, field = words.partition(" - ")
        return (
            bool(dash)
            and self.is_post(post)
            and all(word.istitle() or word in ("and", "&") for word in field.split())
            and len(post.split()) + len(field.split()) <= _MOST_POST
            and not self.is_post(field)
            and not self.is_known_owner(field)
            and all(word[:1].isupper() or word.lower() in _SMALL for word in post.split())
        )

    def split(self, words: str) -> tuple[str, ...]:
        """The owners that words name, each as written, articles and brackets around them left out."""
        bare = with_helpers(words).strip(" .:;,-*")
        if bare.lower().removeprefix("the ") in self._joint:
            return (trimmed(bare),)
        if bare.isalpha():
            return (bare,) if bare.lower() not in self._none or self._are_initials(bare) else ()
        if bare.islower() and re.search(r"[,&/]|\sand\s", bare) and self.may_be_handles(bare):
            return tuple(trimmed(name) for name in re.split(r"\s*[,&/]\s*(?:and\s+)?|\s+and\s+", bare) if name)
        owners: list[str] = []
        for part in _STRONG.split(_AND_OR.sub("and", bare) if "and/or" in bare else bare):
            for owner in self._parted(part):
                bare = trimmed(owner)
                none = bare.lower() in self._none and not self._are_initials(bare)
                if bare and not none and bare not in owners:
                    owners.append(bare)
        return tuple(owners)

    def may_be_handles(self, words: str) -> bool:
        """Whether lower-case words that stand where an owner does can be handles: none of them has another meaning."""
        tokens = [word for word in re.split(r"\s*[,&/]\s*|\s+and\s+", words.strip()) if word]
        others = self._others | self._verbs | self._bodies | self._none | self._no_handles
        return bool(tokens) and all(
            token not in others and token not in _SMALL and " " not in token for token in tokens
        )

    def is_known_owner(self, words: str) -> bool:
        """Whether words are owners that the document or their form makes sure: "Mrs Pike", "all", "AB"."""
        bare = words.strip(" .")
        if not self.is_owner(bare, strict=True):
            return False
        titled = bare.split()[0].lower().rstrip(".") in self._honorifics
        parts = [part for part in _JOINT.split(bare) if part]
        names = [part for part in parts if len(part.rstrip(".")) > 1] or parts  # "L Patel" is known by "Patel"
        return titled or bare.lower() in ("all", "clerk", "the clerk") or all(self.is_known(name) for name in names)

    def is_group(self, words: str) -> bool:
        """Whether words stand for all, or for a group that owns tasks without a name."""
        return words.lower().removeprefix("the ") in self._groups

    def is_known(self, word: str) -> bool:
        """Whether a word is the name, the handle or the initials of a person of the document."""
        return self._roster.knows(word.rstrip(".,").removeprefix("@"))

    def _are_initials(self, words: str) -> bool:
        """Whether words that could also say "no" or "none" are the initials of a person: "NO"."""
        return words.isupper() and len(words) < 4 and self.is_known(words)

    def is_person(self, words: str) -> bool:
        """Whether words name a person: initials, a handle, an honorific with a name, or names without a post."""
        bare = trimmed(words)
        tokens = bare.split()
        if not tokens or len(tokens) > 5:
            return False
        if bare.startswith("@") or _INITIALS.fullmatch(bare) or self.is_known(bare):
            return True
        if tokens[0].lower().rstrip(".") in self._honorifics and len(tokens) > 1:
            return True
        lowered = {token.lower().strip(".,") for token in tokens}
        if lowered & (self._posts | self._bodies | self._groups):
            return False
        return all(token[0].isupper() or token.lower() in _SMALL for token in tokens) and tokens[0].lower() != "the"

    def _parted(self, part: str) -> list[str]:
        """A part cut at commas and "and" where both sides can own a task."""
        owners: list[str] = []
        position, joint = 0, ""
        for cut in [*self._cuts(part), None]:
            piece = part[position : cut.start() if cut else len(part)]
            whole = f"{owners[-1]}{joint}{piece}" if owners else ""
            if owners and (self._roster.holds(trimmed(whole)) or not self._stands_alone(owners[-1], joint, piece)):
                owners[-1] = whole
            elif piece.strip():
                owners.append(piece)
            joint = cut[0] if cut else ""
            position = cut.end() if cut else len(part)
        return owners

    def _cuts(self, part: str) -> list[re.Match[str]]:
        """Where a part may be cut: not within an attendee's post of three pieces, "Director, Schools and Care"."""
        cuts = list(_WEAK.finditer(part))
        if len(cuts) < 2 or not self._roster.posts or len(cuts) > _MOST_WORDS:
            return cuts
        starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(part)]
        for first, start in enumerate(starts):
            for last in range(len(ends) - 1, first + 1, -1):
                if self._roster.holds(trimmed(part[start : ends[last]])):
                    return cuts[:first] + cuts[last:]
        return cuts

    def _stands_alone(self, before: str, joint: str, piece: str) -> bool:
        bare = trimmed(piece)
        lowered = bare.lower()
        if not bare or trimmed(before).lower().rstrip(".") in {"", *self._honorifics}:
            return False  # "Mr & Mrs Bell"
        if joint.strip() == "&" and len(bare) == 1 == len(trimmed(before)) and not self.is_known(bare):
            return False  # "M & P", a committee called so
        if self.is_post(before) and not _INITIALS.fullmatch(before.strip()):
            if joint.strip() == "," and self.is_post(bare) and len(bare.split()) > 1 and self.is_person(before):
                return False
            known = _INITIALS.fullmatch(bare) or bare.split()[0].lower().rstrip(".") in self._honorifics
            known = known or any(word.lower().strip(".") in self._honorifics for word in bare.split())
            known = known or self.is_post(bare) or lowered.removeprefix("the ") in self._groups
            return bool(known) or all(self.is_known(word) for word in bare.split())
        if joint.strip() == "," and self.is_post(bare) and len(bare.split()) > 1 and len(before.split()) > 1:
            return not self.is_person(before)  # "Jane Doe, Director of Finance" is one owner
        return self.is_person(bare) or self.is_post(bare) or self.is_body(bare)

    def _all_belong(self, tokens: Sequence[str], words: str) -> bool:
        """Whether every word can be an owner's; within the name of a post any capitalised word can."""
        others = [token for token in tokens if not self._belongs(token)]
        if not others:
            return True
        capital = words[:1].isupper()
        may = all(token[0].isupper() or (capital and token.isdigit()) for token in others)
        return may and len(tokens) > 1 and self.is_post(words)

    def _belongs(self, token: str) -> bool:
        lowered = token.lower().rstrip(".")
        if lowered in _SMALL or token.startswith("@") or self.is_known(token):
            return True
        if lowered in self._others and not (token.isupper() and len(token) < 4):
            return False
        return (
            token[0].isupper()
            or lowered in self._posts
            or lowered in self._groups
            or lowered in self._modifiers
            or (lowered in self._bodies and lowered not in self._verbs)
        )

    def _is_known_owner(self, tokens: Sequence[str]) -> bool:
        words = " ".join(tokens)
        if any(self.is_known(token) for token in tokens) or self.is_post(words) or self.is_body(words):
            return True
        if tokens[0].lower().rstrip(".") in self._honorifics or tokens[0].startswith("@"):
            return True
        if any(_INITIALS.fullmatch(token) for token in tokens):
            return True
        return len(tokens) > 1 and all(token[0].isupper() for token in tokens if token.lower() not in _SMALL)
