"""Whether owners are the same people, however they are written: "RD" in a margin is "Ruth Dale" of the narrative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.owner_people import OwnerPeople
from minutes_cli.patterns import lazy

_WORD = lazy(r"\w+(?:'\w+)?")
SMALL = frozenset(
    "a an the to of for and or in on at by with be is are was were will would shall should it that this as from up out "
    "all any has have had been he she they we his her their our its who which agreed action re about going".split()
)
# What an offer to do a thing has beside the thing: "Jo will make a start on the rota, with help from Kim".
LIGHT = frozenset("make made start started begin help offered volunteered undertook promised kindly happy".split())
_MARGINS = ("action.margin", "action.end")  # initials at the end of a paragraph or beside it


class Who:
    """Tells whether owners are the same people, in whatever order and spelling."""

    def __init__(self, people: OwnerPeople) -> None:
        self._people = people
        self._known: dict[str, str] = {}

    def are_same(self, one: Sequence[str], two: Sequence[str]) -> bool:
        """Whether owners are the same people."""
        first, second = {self._key(owner) for owner in one}, {self._key(owner) for owner in two}
        return bool(first) and first == second

    def are_among(self, some: Sequence[str], all_: Sequence[str]) -> bool:
        """Whether the first owners are the second ones or some of them."""
        first = {self._key(owner) for owner in some}
        return bool(first) and first <= {self._key(owner) for owner in all_}

    def are_named(self, some: Sequence[str], all_: Sequence[str], words: frozenset[str]) -> bool:
        """Whether some owners are among others, of whom a task's words name the rest."""
        if len(all_) < 2 or not self.are_among(some, all_):
            return False
        return all(owner.lower() in words for owner in all_ if not self.are_among((owner,), some))

    def _key(self, owner: str) -> str:
        if owner not in self._known:
            meant = self._people.find(owner)
            bare = " ".join(w for w in _WORD.findall(owner.lower()) if w not in SMALL)
            self._known[owner] = meant[0].id if len(meant) == 1 else bare
        return self._known[owner]


def beside_margin(candidates: Sequence[ActionCandidate], who: Who) -> list[ActionCandidate]:
    """The tasks; one that a paragraph gives the person whose initials mark a task behind it is marked by them too."""
    marks = {one.block: one for one in candidates if one.rule in _MARGINS}
    return [
        replace(one, kind="explicit", rule=mark.rule, owners=mark.owners, evidence=(one.start, mark.passage[1]))
        if one.kind != "explicit"
        and (mark := marks.get(one.block)) is not None
        and one.end <= mark.start
        and who.are_same(one.owners, mark.owners)
        else one
        for one in candidates
    ]
