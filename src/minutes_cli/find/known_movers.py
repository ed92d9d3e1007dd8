"""Who moved and who seconded, told by the names of those present, in shapes that no rule of movers knows.

The other rules of movers know how words stand around any name. Here the name is known, so that one word beside it is
enough: "(Adler second)", "Mvd C Ruwolt", "MOOR/VALE MOVED TO". It is asked where those rules left mover or seconder
open, or took but the title before a name or the second name of a pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from minutes_cli.find.people import take_apart
from minutes_cli.patterns import lazy
from minutes_cli.records import Attendee
from minutes_cli.rules.match import Rules

Stretch = tuple[int, int]
Named = dict[str, Stretch]

_WORD = lazy(r"[^\W_][\w'-]*")
_PAIR = "mover.known-pair"
_BEFORE = (_PAIR, "mover.known-before", "mover.known-second-before")  # the name's end stands at the word, not its head
_THERE = ("present", "in_attendance")


class KnownMovers:
    """Those who may move: the people in the lists of those present."""

    def __init__(self, attendees: Iterable[Attendee], rules: Rules) -> None:
        self._rules = rules
        self._titles = _words_of(rules.words("honorific_word", "member_title"))
        self._words = set(self._titles)
        self._telling: set[str] = set()  # what tells who it is: surnames, first names
        self._initials: set[str] = set()
        for person in attendees:
            if person.status in _THERE:
                self._add(person.name)

    def _add(self, name: str) -> None:
        parts, words = take_apart(name), _WORD.findall(name.lower())
        self._words.update(words)
        self._telling.update({parts.surname, words[-1], *(word for word in words[:1] if len(word) > 1)})
        if parts.given:
            self._initials.add("".join(word[0] for word in (*parts.given, parts.surname)).upper())
            self._initials.add((parts.given[0][0] + parts.surname[0]).upper())

    def find(self, words: str, offset: int) -> list[Named]:
        """Who moved and who seconded by the words of a passage, which begin at an offset of the document."""
        if not self._telling:
            return []
        listed = []
        for match in self._rules.find("mover", "text", words):
            found: Named = {}
            for role, (start, end) in match.groups.items():
                ends = match.rule.id in _BEFORE and not (match.rule.id == _PAIR and role == "seconder")
                if (known := self._known(words, start, end, last=ends)) is None:
                    break
                found[role] = (offset + known[0], offset + known[1])
            else:
                listed.append(found)
        return listed

    def _known(self, words: str, start: int, end: int, *, last: bool) -> Stretch | None:
        """The first known name of a run of words, titles included, or the last one where it ends the run."""
        tokens = [match.span() for match in _WORD.finditer(words, start, end)]
        taken: list[Stretch] = []
        told = False
        for token in reversed(tokens) if last else tokens:
            word = words[slice(*token)]
            lowered = word.lower()
            if not (lowered in self._words or word in self._initials or len(word) == 1):
                break
            if taken and self._parted(words, min(token, taken[-1]), max(token, taken[-1])):
                break
            told = told or lowered in self._telling or word in self._initials
            taken.append(token)
        if not told:
            return None
        return min(taken)[0], max(taken)[1]

    def _parted(self, words: str, one: Stretch, two: Stretch) -> bool:
        """Whether a sentence ends between two words: behind "June." and not behind "Cllr." or "J."."""
        before = words[slice(*one)].lower()
        return "." in words[one[1] : two[0]] and len(before) > 2 and before not in self._titles


@lru_cache(maxsize=4)  # of one set of rules, for all documents
def _words_of(titles: frozenset[str]) -> frozenset[str]:
    return frozenset(word for title in titles for word in title.split())


def complete(names: Named, found: Named) -> None:
    """Add to the names what was found where it is missing, or where it holds what stands there and more."""
    if len(found) == 2 and "seconder" not in names and names.get("mover", found["seconder"]) == found["seconder"]:
        names.update(found)  # "MOOR/VALE MOVED": not Vale alone
    for role, stretch in found.items():
        others = [names[other] for other in names if other != role]
        if any(stretch[0] < end and start < stretch[1] for start, end in others):
            continue
        if role not in names or (names[role][0] == stretch[0] and names[role][1] < stretch[1]):
            names[role] = stretch
