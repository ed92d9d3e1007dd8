"""Decisions told again as somebody's task: "It was agreed that we would print a poster. Action: PK to order it …".

The merging of tasks takes for one what says the same in nearly the same words. Here the second sentence gives the task
of the first to somebody, often in other words, so it is what stands close behind that counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_REACH = 500  # characters behind a decision within which it is given to somebody
_NEXT = 40  # characters between a task and a marked one that follows it at once
_SHARE = 0.3  # of the words of the shorter, those that both have
_WORD = lazy(r"[a-z][a-z'-]{2,}")
_ENDING = lazy(r"(?:ing|ed|es|e|s)$")
_MARK = lazy(
    r"\bto\s+action\b(?:\s+(?:by|before|within|asap)\b.*)?\W*$", re.IGNORECASE | re.DOTALL
)  # "Clerk to action by May"
_SMALL = frozenset(
    "the and for that this with was were will would shall should has have had been agreed resolved who which their "
    "from any all".split()
)


def drop_told_again(
    document: Document, rules: Rules, implied: Sequence[ActionCandidate], marked: Sequence[ActionCandidate]
) -> list[ActionCandidate]:
    """The tasks of the narrative without those that a task behind them gives to somebody."""
    bodies = rules.words("task_body")
    later = sorted([*implied, *marked], key=lambda candidate: candidate.start)
    starts = [candidate.start for candidate in later]
    return [
        task
        for task in implied
        if not _is_mark(document.cut(task.start, task.end))
        and not any(
            _gives(document, task, other, bodies)
            for other in later[bisect_left(starts, task.end) : bisect_right(starts, task.end + _REACH + _NEXT)]
        )
    ]


def _is_mark(words: str) -> bool:
    """Whether words only tell who is to act on what stands before them: a text without "action" doesn't."""
    if words.isascii() and "action" not in words.lower():
        return False
    return _MARK.search(words) is not None


def _gives(document: Document, task: ActionCandidate, other: ActionCandidate, bodies: frozenset[str]) -> bool:
    gap = other.passage[0] - task.end
    if not 0 <= gap <= _REACH or other is task or document.places[task.block] != document.places[other.block]:
        return False
    joint = all(owner.lower().split()[-1] in bodies for owner in task.owners)
    joint = joint and bool(other.owners) and other.owners != task.owners
    if not joint and (other.kind != "explicit" or other.repeats):
        return False
    if not joint and {owner.lower() for owner in task.owners} != {owner.lower() for owner in other.owners}:
        return False
    named = {word for owner in (*task.owners, *other.owners) for word in _stems(owner)}
    one, two = _content(document, task) - named, _content(document, other) - named
    if joint:
        return len(one & two) >= max(2, _SHARE * min(len(one), len(two)))
    return bool(one & two) if gap <= _NEXT else len(one) > 1 and one <= two


def _content(document: Document, task: ActionCandidate) -> frozenset[str]:
    return _stems(" ".join(document.cut(*piece) for piece in task.pieces))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_ENDING.sub("", word) for word in _WORD.findall(text.lower()) if word not in _SMALL)
