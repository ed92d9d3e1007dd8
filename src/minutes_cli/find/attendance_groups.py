"""Groups of people in labels, folded to one word each, so that rules need no list of them: "Staff and guests"."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_TOKEN = lazy(r"[^\s,/]+")
_OTHER = lazy(r"\bother (?=(?:board|committee|council)\b)")
_TWICE = lazy(r"\b(members|visitors)(?: \1\b)+")
_MANY = frozenset(("persons", "others"))  # one of these is no member: "in person"
_LONGEST = 6  # words of a group's name


class Groups:
    """Folds the names of groups: of members of what met to "members", of others at the meeting to "visitors"."""

    def __init__(self, rules: Rules) -> None:
        self._kinds = dict.fromkeys(rules.words("member_group"), "members")
        self._kinds |= dict.fromkeys(rules.words("visitor_group"), "visitors")
        self._single = {
            name.removesuffix("s"): kind
            for name, kind in self._kinds.items()
            if name.endswith("s") and name not in _MANY
        }

    def fold(self, label: str) -> str:
        """A label in lower case with its groups folded: "Trustees and staff present" is "members and visitors …"."""
        lowered = _OTHER.sub("", label.lower())
        tokens = list(_TOKEN.finditer(lowered))
        folded: list[str] = []
        position = index = 0
        while index < len(tokens):
            end = self._end(lowered, tokens, index)
            start = tokens[index].start()
            folded.append(lowered[position:start])
            last = tokens[max(index, end - 1)].end()
            folded.append((self._kind(lowered[start:last], end < len(tokens)) if end else None) or lowered[start:last])
            position = last
            index = end or index + 1
        folded.append(lowered[position:])
        return _TWICE.sub(r"\1", "".join(folded))

    def _kind(self, name: str, followed: bool) -> str | None:
        """What a group is; one of them stands for it only before other words: "Trustee absent", but not "Owner"."""
        return self._kinds.get(name) or (self._single.get(name) if followed else None)

    def _end(self, lowered: str, tokens: list[re.Match[str]], index: int) -> int:
        """The index behind the last token of the longest group that starts at a token; 0 where none does."""
        for end in range(min(index + _LONGEST, len(tokens)), index, -1):
            if self._kind(lowered[tokens[index].start() : tokens[end - 1].end()], end < len(tokens)):
                return end
        return 0
