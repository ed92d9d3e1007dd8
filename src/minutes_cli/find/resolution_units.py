"""Units: the sentences and headings of a document in order, as the finder of resolutions reads them.

Only paragraphs that hold a word of a decision are split into sentences; any other paragraph is one unit, which no rule
reads, but which may be what "This was agreed" points back to.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_cli.document import Document
from minutes_cli.find.acts import is_act, with_act
from minutes_cli.find.resolution_blocks import behind, with_number
from minutes_cli.find.resolution_cues import is_cued
from minutes_cli.find.resolution_sentences import sentences_of
from minutes_cli.find.resolution_speakers import nick_of, speaker_of
from minutes_cli.find.resolution_values import labels_with_values
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences

_LETTERED = lazy(r"\(?([b-z])[).]?")
_QUOTED_LINE = lazy(r"(?<= )>(?= )")  # the mark of a quoted line, within a paragraph
# The number of a motion that its mover follows: "2022-301   Moved by Councillor Ash", "#2024/17 Moved: Ash".
_NUMBERED = lazy(
    r"(?:\#\s?|no\.?\s+)?\d{2,4}[-/.]\d{1,4}\b[.:)]?\s+(?=(?:it\s+was\s+)?(?:moved|proposed)\b)", re.IGNORECASE
)
# The field of a web form before what was decided or told: "Decision Made   The Committee agreed".
_MADE = ("Decision", "DECISION")
_DECISION_MADE = lazy(r"(?:Decisions?|DECISIONS?)\s+(?:[Mm]ade|MADE|[Tt]aken|TAKEN)\s+(?=[A-Z][a-z]+\s+\w)")
_BARS = lazy(r":?[*\s]*\|[\s|-]*")  # between a label and its value in a table
_SHORT = 5  # characters of a sentence that is but an abbreviation, "MCU.", or an answer, "None."
_PAIR = 60  # characters of a sentence that is but two names and a stroke: "Vole / Reed."
_LONGEST = 4000  # characters of a sentence that rules are run on


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Unit:
    """A sentence, a whole paragraph without any word of a decision, or a heading.

    ``start`` and ``end`` are offsets in the document. ``text`` is its masked text behind the name of a speaker, whose
    offsets are ``speaker``; ``begin`` is where that text begins. ``block`` indexes the document's blocks, ``heading``
    its headings. ``read`` tells that rules are to be run on it, ``split`` that it is a
    sentence and no whole paragraph. ``scope`` numbers the items: what passes for a heading
    but is a label ("Decision", "RESOLVED (unanimously)") opens none; ``label`` tells that a heading is such a one.
    """

    start: int
    end: int
    begin: int
    text: str
    place: int | None
    block: int | None = None
    heading: int | None = None
    first: bool = True
    last: bool = True
    read: bool = False
    split: bool = False
    speaker: tuple[int, int] | None = None
    scope: int = 0
    label: bool = False


def find_units(document: Document, rules: Rules, tables: frozenset[int] = frozenset()) -> list[Unit]:
    """The units of a document in the order of its text, but for the tables that are read elsewhere, by index."""
    labels = rules.words("speaker_label") | rules.words("item_label")
    units = list(_headings(document, rules))
    opened = [unit.start for unit in units if not unit.label]
    valued = labels_with_values(document, rules)
    taken = {at for first, last in valued.items() for at in range(first + 1, last + 1)}
    for index, block in enumerate(document.blocks):
        if index in taken or (block.cell is not None and block.cell.table in tables):
            continue
        scope = bisect_right(opened, block.start)
        block = with_act(document, index)
        if index in valued:
            units.append(_with_value(document, index, valued[index], scope))
        elif is_cued(rules, block.text):
            units.extend(_sentences(block, index, document.places[index], scope, labels, rules))
        else:
            units.append(
                Unit(
                    block.start,
                    block.end,
                    block.body,
                    block.words,
                    document.places[index],
                    index,
                    scope=scope,
                    speaker=nick_of(block),
                )
            )
    units.sort(key=lambda unit: (unit.start, unit.end))
    return units


def _headings(document: Document, rules: Rules) -> Iterator[Unit]:
    scope = 0
    lettered = _entries_of_lists(document)
    for index, heading in enumerate(document.headings):
        act = is_act(document, index)
        text = "" if act else _title(document, index)
        label = index in lettered or rules.first("result", "heading", text) is not None
        if label and document.layout.masked.startswith(":", heading.title[1]):
            text = f"{text.rstrip(':')}:"  # of a label that its value follows on the line, "Roll call: Ash yes", too
        scope += not label
        yield Unit(
            heading.start,
            heading.start if act else heading.title[1],
            heading.start if act else heading.title[0],
            text,
            index,
            heading=index,
            read=True,
            scope=scope,
            label=label,
        )


def _entries_of_lists(document: Document) -> frozenset[int]:
    """The headings that go on with a lettered list whose first entry is none: "b) Claims" behind "a) Minutes of …"."""
    found: dict[int, str] = {}
    for index, heading in enumerate(document.headings):
        letter = _LETTERED.fullmatch(heading.number or "")
        if letter is None:
            continue
        before = chr(ord(letter[1]) - 1)
        at = bisect_left(document.blocks, heading.start, key=lambda block: block.start) - 1
        if found.get(index - 1) == before or (at >= 0 and (document.blocks[at].label or "").strip("().") == before):
            found[index] = letter[1]
    return frozenset(found)


def _with_value(document: Document, index: int, last: int, scope: int) -> Unit:
    block, value = document.blocks[index], document.blocks[last]
    text = document.layout.masked[block.body : value.end].replace("\n", " ").replace("\r", " ")
    text = _BARS.sub(lambda bars: ":".ljust(len(bars[0])), text)
    return Unit(block.start, value.end, block.body, text, document.places[index], index, read=True, scope=scope)


def _title(document: Document, index: int) -> str:
    heading = document.headings[index]
    end = heading.title[1]
    line = document.layout.lines[heading.last]
    behind = document.layout.masked[end : min(line.end, end + 4)]
    tail = behind if behind.strip() in (":", "-", ".") else ""
    return document.layout.masked[heading.title[0] : end].replace("\n", " ") + tail


def _sentences(
    block: Block, index: int, place: int | None, scope: int, labels: frozenset[str], rules: Rules
) -> Iterator[Unit]:
    numbered = _NUMBERED.match(block.words)
    if numbered:
        end = block.body + len(numbered[0].rstrip())
        yield Unit(block.start, end, block.body, numbered[0].rstrip(), place, index, last=False, read=True, scope=scope)
        block = behind(block, numbered.end())
    block = with_number(block)
    if block.words.startswith(_MADE) and (made := _DECISION_MADE.match(block.words)):
        block = behind(block, made.end())
    words = _QUOTED_LINE.sub(" ", block.words) if ">" in block.words else block.words
    named, begin = speaker_of(block, words, labels)
    spans = sentences_of(words, begin)
    for number, (start, end) in enumerate(spans):
        yield Unit(
            start=block.start if number == 0 else block.body + start,
            end=block.body + end,
            begin=block.body + start,
            text=words[start : min(end, start + _LONGEST)],
            place=place,
            block=index,
            first=number == 0,
            last=number == len(spans) - 1,
            read=len(spans) == 1 or _is_short(words[start:end]) or is_cued(rules, words[start if number else 0 : end]),
            split=True,
            scope=scope,
            speaker=named,
        )


def _is_short(words: str) -> bool:
    """Whether a sentence is but an abbreviation, or two names and a stroke, either of which no cue tells of."""
    return len(words) <= _SHORT or (len(words) <= _PAIR and "/" in words)


def last_sentence(unit: Unit) -> tuple[int, int]:
    """The offsets of a unit's last sentence; a paragraph that was not split is split for it."""
    if unit.read or unit.split:
        return unit.begin, unit.end
    spans = list(split_sentences(unit.text[-_LONGEST:]))
    offset = unit.begin + max(0, len(unit.text) - _LONGEST)
    start, end = spans[-1] if spans else (0, len(unit.text))
    return offset + start, offset + end
