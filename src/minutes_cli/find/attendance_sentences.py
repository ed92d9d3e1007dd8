"""Sentences that say who was there or was missed: "Apologies were received from …", "Also present were …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.document import Document
from minutes_cli.find.attendance_cues import Cues
from minutes_cli.find.listed import Listed, noted_status
from minutes_cli.patterns import lazy
from minutes_cli.rules.guards import contains_any
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.text.sentences import split_sentences
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text, changed, placed

_MARKER = lazy(r"\s*(?:[-*•]\s+|\(?\w{1,4}[.)]\s+|\d+(?:\.\d+)*\s+)?")
_APOLOGY_ITEM = lazy(
    r"apolog|absen|attendance|present|roll call|welcome|call to order|opening|introduction", re.IGNORECASE
)
_SHORT = 60  # characters
_MOST_JOINED = 60  # blocks that one sentence may run over
_FIRST = 12  # blocks, in which what is told early may stand under any title
_EARLY = 25  # blocks; behind them "was present" tells of other occasions


def find_said(
    document: Document, cues: Cues, rules: Rules, people: PeopleLists, lists: frozenset[int]
) -> Iterator[Listed]:
    """The people whom sentences give a status; ``lists`` are the blocks that were read as lists."""
    for index in _may_say(cues, rules):
        block = document.blocks[index]
        text = _with_next(document, index)
        elsewhere = _elsewhere(document, index)
        words = rules.guards_in(text)
        tried = rules.guards("attendee", ("sentence",), unless=elsewhere)
        if words.isdisjoint(tried) and not rules.is_unguarded("attendee", ("sentence",), unless=elsewhere):
            continue
        said = words & rules.words("attendance_said_cue")
        for start, end in _glued(text):
            sentence = text[start:end]
            if not contains_any(said, sentence) or (index in lists and ":" in sentence):
                continue
            begin = start + _lead(sentence)
            won = False
            for match in rules.find_in(text, "attendee", ("sentence",), text[begin:end], unless=elsewhere):
                chair = match.rule.set.get("chair") is True
                if chair or not won:  # who presided may stand in the sentence beside those present
                    found = list(_said(document, people, match, index, block.start + begin))
                    yield from found
                    won = won or bool(found and not chair)


def _may_say(cues: Cues, rules: Rules) -> list[int]:
    """The blocks that may hold such a sentence, by their words."""
    early = [index for index in cues.blocks_with(rules.words("attendance_said_cue")) if index < _EARLY]
    late = cues.blocks_with(rules.words("attendance_late_cue"))
    return [*early, *(index for index in late if index >= _EARLY and index in cues.of_attendance)]


def _elsewhere(document: Document, index: int) -> tuple[str, ...]:
    """What rules set that hold elsewhere than in a block: ``near``, in the head or an item on it, or ``early`` too."""
    if index < _EARLY and document.places[index] is None:
        return ()
    if _APOLOGY_ITEM.search(next(document.titles_above(index), "")):
        return ()
    return ("near",) if index < _FIRST else ("early", "near")


def _glued(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text; semicolons part the people of a list, no sentences."""
    begin: int | None = None
    for start, end in split_sentences(text):
        begin = start if begin is None else begin
        if text[end - 1] != ";":
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, len(text)


def _with_next(document: Document, index: int) -> str:
    """The text of a block, with that of the next where it breaks off at a comma: "… Cllr Moss, / Cllr Dean …"."""
    block = document.blocks[index]
    last = block
    most = min(len(document.blocks), index + _MOST_JOINED)
    while last.text.rstrip().endswith((",", " and")) and index + 1 < most:
        index += 1
        if document.places[index] != document.places[index - 1]:
            break
        last = document.blocks[index]
    if last is block:
        return block.text
    return document.layout.masked[block.start : last.end].replace("\n", " ").replace("\r", " ")


def _lead(sentence: str) -> int:
    """The length of a marker that a sentence opens with: "2.1 ", "- "."""
    match = _MARKER.match(sentence)
    return match.end() if match else 0


def _said(document: Document, people: PeopleLists, match: Match, block: int, begin: int) -> Iterator[Listed]:
    groups = [name for name in ("people", "them", "bare", "some") if name in match.groups]
    if not groups:
        return
    a, b = match.groups[groups[0]]
    start, end = begin + a, begin + b
    masked = document.layout.masked[start:end].replace("\n", " ").replace("\r", " ")
    raw = document.text[start:end].replace("\n", " ").replace("\r", " ")
    status = match.rule.set["status"]
    if "also" in match.groups:
        status = "in_attendance"
    text = Text(masked, raw)
    listed = match.rule.set.get("listed") is True and document.layout.masked[
        max(0, start - 3) : start
    ].rstrip().endswith(":")
    by_surname = match.rule.set.get("surnames") is True or listed
    for person in people.read(text) if by_surname else _read(people, text, short=status == "apologies"):
        told = (noted_status(person) if status == "apologies" else None) or status  # "… and from Mr Bell for lateness"
        yield Listed(placed(_bare(person), start), told, told, match.rule.id, block)


def _read(people: PeopleLists, text: Text, *, short: bool) -> list[Person]:
    """The people of a sentence; where it runs through three or more, common given names stand alone too.

    ``short`` tells that they may stand alone in a short one: "Apologies from Harold and the Orrs."
    """
    found = people.read(text, strict=True)
    if text.masked.count(",") < 2 and not (short and len(text.masked) < _SHORT):
        return found
    loose = people.read(text)
    told = sum(_is_told(people, person, text) for person in loose)
    listed = len(loose) > 3 and told * 4 >= len(loose) * 3  # "Nims, Verl Tanner, Gus Pardee and Lois Hadley"
    if len(loose) <= len(found) or not (told == len(loose) or listed):
        return found
    return loose


def _is_told(people: PeopleLists, person: Person, text: Text) -> bool:
    family = person.name.endswith("s") and text.masked[: person.name_start].endswith("the ")  # "the Orrs"
    named = person.honorific or person.role or " " in person.name or family
    return bool(named) or person.name.lower() in people.names.words.given


def _bare(person: Person) -> Person:
    """A person without what the sentence goes on to say behind the name."""
    org = person.organisation
    return changed(person, organisation=None if org and (org[0].islower() or len(org.split()) > 6) else org)
