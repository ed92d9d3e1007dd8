"""Each task once: of passages that overlap or say the same, the marked one, and of marked ones the first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.due import Dues
from minutes_cli.find.owner_people import OwnerPeople
from minutes_cli.find.owners_alike import LIGHT, SMALL, Who, beside_margin
from minutes_cli.patterns import lazy
from minutes_cli.text.sentences import split_sentences

_WORD = lazy(r"\w+(?:'\w+)?")
_ASCII = lazy(_WORD.pattern, re.ASCII)  # the same for most tasks, and faster
_BLANK = lazy(r"\s")
_POINTER = lazy(r"\b(?:it|this|that|them|these|one)\b", re.IGNORECASE)
_FEW = 8  # words of a task that may only point to the sentence before it
_REACH = 300  # characters before a task in which that sentence stands
_SHORT_WORD = 60  # characters of a speech that may but take on what is asked
_FIRST_PERSON = lazy(r"\bI(?:'ll|'m|\s+(?:can|will|could|shall|am))\b|:\s+(?:will\s+do|on\s+it|can\s+do)\b")
_POINTING = lazy(r"\b(?:do|take|handle|own)\s+(?:it|that|this|so|them)\b(?:\s+\w+){0,3}\W*$")
_COMMON = 200  # a word of more tasks than this tells none of them from another
_ALIKE = 0.75  # share of the shorter task's words that the longer one holds too
_ALIKE_LISTED = 0.6  # the same, where the later one stands in a list that may repeat the narrative


@dataclass(frozen=True, slots=True)
class _Kept:
    candidate: ActionCandidate
    words: frozenset[str]
    wide: frozenset[str]  # with those of the sentence before, where the task only points to it: "Jo will write it up"


def merge_tasks(
    document: Document, dues: Dues, candidates: Sequence[ActionCandidate], people: OwnerPeople
) -> list[ActionCandidate]:
    """The tasks of a document in order. A marked task takes the place of an unmarked one that says the same.

    ``people`` tells whom owners mean: "RD" in a closing list is "Ruth Dale" of the narrative.
    """
    who = Who(people)
    candidates = beside_margin(candidates, who)
    kept: list[_Kept] = []
    by_word: dict[str, list[int]] = {}
    ordered = sorted(candidates, key=lambda c: (c.kind != "explicit", c.start))
    marked = [candidate for candidate in ordered if candidate.kind == "explicit"]
    spans = _Spans(marked)
    for candidate in ordered:
        if _taken_on(document, candidate, marked, who):
            continue
        words = _content(document, candidate)
        wide = words | _pointed_to(document, candidate, words)
        rare = [word for word in wide if len(by_word.get(word, ())) <= _COMMON]
        places = {place for word in rare for place in by_word.get(word, ())}
        alike = (place for place in sorted(places) if not _of_one_list(document, kept[place], candidate, words))
        twin = next((place for place in alike if _same(kept[place], candidate, words, wide, who)), None)
        if twin is None and candidate.repeats and candidate.reference:
            twin = _referred(document, kept, candidate)
        if twin is None and candidate.kind != "explicit" and spans.meet(candidate):
            continue
        if twin is None:
            for word in wide:
                by_word.setdefault(word, []).append(len(kept))
            kept.append(_Kept(candidate, words, wide))
        else:
            kept[twin] = _Kept(
                _filled(document, dues, kept[twin].candidate, candidate), kept[twin].words, kept[twin].wide
            )
    return sorted((one.candidate for one in kept), key=lambda c: (c.passage[0], c.start))


def _content(document: Document, candidate: ActionCandidate) -> frozenset[str]:
    text = " ".join(document.cut(*piece) for piece in candidate.pieces).lower()
    words = frozenset((_ASCII if text.isascii() else _WORD).findall(text)) - SMALL
    return words - {word for owner in candidate.owners for word in _WORD.findall(owner.lower())} or words


def _pointed_to(document: Document, candidate: ActionCandidate, words: frozenset[str]) -> frozenset[str]:
    """The words of the sentence before an unmarked task of few words that points to it."""
    if candidate.kind == "explicit" or len(words) > _FEW:
        return frozenset()
    block = document.blocks[candidate.block]
    text = block.text[: candidate.end - block.start]
    start = candidate.start - block.start
    if not _POINTER.search(text, start):
        return frozenset()
    before = next(iter(reversed(list(split_sentences(text[max(0, start - _REACH) : start])))), None)
    return (
        frozenset(_WORD.findall(text[max(0, start - _REACH) :][slice(*before)].lower())) - SMALL
        if before
        else frozenset()
    )


def _of_one_list(document: Document, kept: _Kept, candidate: ActionCandidate, words: frozenset[str]) -> bool:
    """Whether two entries of one list differ: there each is a task of its own, however alike they are."""
    other = kept.candidate
    if not (candidate.repeats and other.repeats) or words == kept.words:
        return False
    return document.places[candidate.block] == document.places[other.block]


def _same(kept: _Kept, candidate: ActionCandidate, words: frozenset[str], wide: frozenset[str], who: Who) -> bool:
    """Whether a task is one that was found before; ``wide`` are its words with those of what it points to."""
    other = kept.candidate
    if candidate.start < other.end and other.start < candidate.end:
        return True
    listed = candidate.repeats or other.repeats
    if candidate.kind == other.kind and not listed:
        # "Clerk to report to Highways", said of two things, is two tasks: an unmarked one repeats itself in more words.
        telling = 2 if candidate.kind == "explicit" else 4
        alike = words == kept.words and len(words) >= telling and candidate.owners == other.owners
        return alike and candidate.end - candidate.start == other.end - other.start
    short, long = sorted((words, kept.words), key=len)
    if len(short) < 2 and not short <= long:
        return False
    if (
        candidate.kind == other.kind == "explicit"
        and candidate.repeats
        and other.repeats
        and candidate.owners
        and (other.owners and candidate.owners != other.owners)
    ):
        return False
    common = len(short & long)
    logged = candidate.kind == other.kind == "explicit" and candidate.repeats != other.repeats
    if logged and common >= 2 and 2 * common >= len(short) and who.are_same(candidate.owners, other.owners):
        return True  # a row of the closing log, and the same task of the same people as the text marked it
    if listed and candidate.kind != other.kind:
        here = _Kept(candidate, words, wide)
        told, row = (kept, here) if candidate.kind == "explicit" else (here, kept)
        if (same := _is_row_of(told, row, who)) is not None:
            return same
    share = _ALIKE_LISTED if listed else _ALIKE
    return common >= share * len(short) and common >= 0.34 * len(long)


def _is_row_of(told: _Kept, row: _Kept, who: Who) -> bool | None:
    """Whether a row of a list marks a task that the narrative tells; None where their owners leave it open."""
    bare = told.words - LIGHT
    if who.are_same(told.candidate.owners, row.candidate.owners):
        common, fewest = len(told.words & row.words), min(len(told.words), len(row.words))
        alike = len(told.wide & row.words) >= 2 or (common == 1 and fewest <= 2)
        return alike or (len(bare) == 1 and bare <= row.words)
    if who.are_named(told.candidate.owners, row.candidate.owners, told.words):
        bare -= {owner.lower() for owner in row.candidate.owners}
        return len(bare & row.words) >= 2 or (len(bare) == 1 and bare <= row.words)
    return None


def _taken_on(document: Document, candidate: ActionCandidate, marked: Sequence[ActionCandidate], who: Who) -> bool:
    """Whether somebody only says that they will do what is marked for them close by: "Joel: I can take that"."""
    if candidate.kind == "explicit" or candidate.end - candidate.start > _SHORT_WORD:
        return False
    said = document.cut(candidate.start, candidate.end)
    if not _FIRST_PERSON.search(said):
        return False
    place = bisect_right(marked, candidate.block, key=lambda one: one.block)
    near = list(takewhile(lambda one: one.block <= candidate.block + 4, marked[place:]))
    if _POINTING.search(said):
        near += takewhile(lambda one: one.block >= candidate.block - 3, reversed(marked[:place]))
    return any(not one.repeats and who.are_among(candidate.owners, one.owners) for one in near)


class _Spans:
    """Where the marked tasks stand, those too that another one tells: no unmarked task can stand there."""

    def __init__(self, marked: Sequence[ActionCandidate]) -> None:
        self._spans = sorted((one.start, one.end) for one in marked)

    def meet(self, candidate: ActionCandidate) -> bool:
        """Whether one of them overlaps a task."""
        before = bisect_right(self._spans, (candidate.end - 1, 0)) - 1
        return before >= 0 and self._spans[before][1] > candidate.start


def _referred(document: Document, kept: Sequence[_Kept], candidate: ActionCandidate) -> int | None:
    """The task that a row of a summary refers to, by the number of the action or of the paragraph it stands in."""
    number = _figures(candidate.reference or "")
    for place, one in enumerate(kept):
        other = one.candidate
        if other.repeats or other.kind != "explicit" or not _may_share(other.owners, candidate.owners):
            continue
        block = document.blocks[other.block]
        heading = document.heading_of(other.block)
        numbers = {_figures(other.reference or "")} if other.reference else {_figures(block.label)}
        if not other.reference and heading is not None and not block.label:
            numbers.add(_figures(heading.number or ""))
        if number and number in numbers:
            return place
    return None


def _figures(reference: str) -> str:
    """The figures of a number as written: of "ACTION 3", "AP 3" and "3." all the same."""
    return ".".join(re.findall(r"\d+[a-z]?", reference.lower()))


def _may_share(one: Sequence[str], two: Sequence[str]) -> bool:
    if not one or not two:
        return True
    words = [{word for owner in owners for word in _WORD.findall(owner.lower())} for owners in (one, two)]
    return bool(words[0] & words[1])


def _filled(document: Document, dues: Dues, kept: ActionCandidate, other: ActionCandidate) -> ActionCandidate:
    """The record that stays, with what only the other one says."""
    masked = document.layout.masked
    due = kept.due or other.due
    if due is not kept.due and any(dues.find(_BLANK.sub(" ", masked[a:b])) for a, b in kept.pieces):
        due = None  # its own words tell one
    return replace(
        kept,
        owners=kept.owners or other.owners,
        due=due,
        reference=kept.reference or other.reference,
        status="done" if "done" in (kept.status, other.status) else "open",
    )
