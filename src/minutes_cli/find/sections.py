"""Sections: of the lines that may be headings, those that the document as a whole shows to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_cli.document import Document, Heading
from minutes_cli.find.headings import _DATE_OR_TIME, Candidate, Titles, find_candidates, follows_blank
from minutes_cli.rules.match import Rules
from minutes_cli.source.base import Source
from minutes_cli.text.front import read_front
from minutes_cli.text.layout import Block, Layout, build_blocks, lay_out

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def read_document(source: Source, rules: Rules) -> Document:
    """The structure of a source: its layout, headings and blocks."""
    layout = lay_out(source.text)
    front, begin = read_front(source.text)
    titles = Titles(rules)
    blocks = build_blocks(layout)
    chosen = choose(layout, blocks, find_candidates(layout, blocks, titles, begin), titles)
    headings = _nested(layout, chosen)
    body = build_blocks(_without_titles(layout, headings), _borders(layout, headings, begin))
    return Document(source, layout, front, tuple(headings), tuple(body), _places(headings, body))


def choose(layout: Layout, blocks: Sequence[Block], found: Sequence[Candidate], titles: Titles) -> list[Candidate]:
    """The candidates that are headings, judged together."""
    first_text = _first_text(layout, blocks, found, titles)
    hashed = sum(candidate.style == "hash" for candidate in found)
    numbers = _series(found)
    chosen: list[Candidate] = []
    for index, candidate in enumerate(found):
        words = layout.cut(*candidate.title)
        if candidate.start < first_text and _is_title_line(candidate, words, titles, found):
            continue
        if _under(chosen, layout, titles, candidate):
            continue
        body = _has_body(blocks, found, index)
        if _accepts(layout, candidate, words, titles, hashed, body, numbers):
            chosen.append(candidate)
    return _without_agenda(blocks, chosen, layout, titles)


def _accepts(
    layout: Layout, candidate: Candidate, words: str, titles: Titles, hashed: int, body: bool, numbers: frozenset[int]
) -> bool:
    style = candidate.style
    if style in ("hash", "ruled"):
        return True
    if style == "alone":
        return True
    if style == "number":
        return candidate.start in numbers or ((body or candidate.run_in) and candidate.strong)
    if style == "bold":
        return body or titles.is_usual(words) or not candidate.colon
    if style == "capitals":
        return (hashed < 3 or titles.is_usual(words)) and follows_blank(layout, candidate.first) and not candidate.colon
    alone = follows_blank(layout, candidate.first)
    return hashed < 3 and body and (alone or titles.is_usual(words)) and not layout.spaced


def _first_text(layout: Layout, blocks: Sequence[Block], found: Sequence[Candidate], titles: Titles) -> int:
    """Where the title of the document ends: at its first sentence, label of attendance or numbered heading."""
    candidates = {candidate.start: candidate for candidate in found}
    for block in blocks:
        candidate = candidates.get(block.start)
        if candidate is not None and candidate.style in ("number", "alone"):
            return block.start
        if (
            candidate is None
            and block.words
            and (
                titles.is_sentence(block.words)
                and len(block.words.split()) > 8
                or ":" in block.words
                and titles.is_label(block.words.split(":", 1)[0])
            )
        ):
            if not _DATE_OR_TIME.search(block.words):
                return block.start
    return 0


def _is_title_line(candidate: Candidate, words: str, titles: Titles, found: Sequence[Candidate]) -> bool:
    if candidate.style in ("number", "alone") or candidate.number:
        return False
    if titles.is_usual(words) and candidate.hashes != 1:
        return False
    if candidate.hashes == 1 and sum(other.hashes == 1 for other in found) == 1:
        return True
    return bool(titles.title_line.search(words) or _DATE_OR_TIME.search(words) or candidate.style == "plain")


def _under(chosen: Sequence[Candidate], layout: Layout, titles: Titles, candidate: Candidate) -> bool:
    """Whether a candidate is an entry of a list of the agenda, of tasks or of decisions."""
    if not chosen or candidate.style not in ("number", "plain", "bold"):
        return False
    over = chosen[-1]
    above = layout.cut(*over.title).strip(" .:").lower()
    if over.style == "number" and candidate.style == "number" and _shape(over) == _shape(candidate):
        return False
    return above in titles.agenda or (above in titles.entries and candidate.style != "bold")


def _has_body(blocks: Sequence[Block], found: Sequence[Candidate], index: int) -> bool:
    """Whether text follows a candidate before the next candidate of its own style."""
    candidate = found[index]
    for after in found[index + 1 :]:
        if after.style == candidate.style or after.style in ("hash", "number"):
            between = sum(candidate.last < block.first < after.first for block in blocks)
            return between > 0
    return any(block.first > candidate.last for block in blocks)


def _shape(candidate: Candidate) -> tuple[str, int, bool]:
    number = candidate.number
    return candidate.kind, len(re.findall(r"[./:(]", number)), number.isupper() and not number.isdigit()


def _value(candidate: Candidate) -> int | None:
    """The last figure of a candidate's number, whatever it is written in."""
    number = candidate.number
    if candidate.kind == "roman":
        total = 0
        values = [_ROMAN[letter] for letter in number.lower()]
        for value, after in pairwise([*values, 0]):
            total += -value if value < after else value
        return total
    if candidate.kind in ("letter", "bracket") and number.isalpha():
        return ord(number[0].lower()) - 96 if len(number) == 1 else None
    digits = re.findall(r"\d+", number.split("(")[0])
    if candidate.kind == "code" and len(digits) >= 2 and len(digits[-1]) >= 2 and re.match(r"\d+/\d\d$", number):
        return int(digits[0])
    return int(digits[-1]) if digits else None


def _series(found: Sequence[Candidate]) -> frozenset[int]:
    """The starts of the numbered candidates that count the items of the meeting.

    The items of a meeting count up through the whole document, while lists within an item start anew; so of each shape
    of number the longest run that rises by one (or skips one or two) is taken.
    """
    shapes: dict[tuple[str, int, bool], list[Candidate]] = {}
    for candidate in found:
        if candidate.style == "number":
            shapes.setdefault(_shape(candidate), []).append(candidate)
    taken: set[int] = set()
    for shape, members in shapes.items():
        dotted = shape[0] == "decimal" and shape[1] > 0
        run = _dotted(members) if dotted else _longest_rise(members)
        if len(run) >= 2 or any(candidate.strong for candidate in run) or shape[0] in ("item", "code"):
            taken |= {candidate.start for candidate in run}
    return frozenset(taken)


def _dotted(members: Sequence[Candidate]) -> list[Candidate]:
    """Sub-numbers carry their item's number, so they can't be mistaken for a list's."""
    return [candidate for candidate in members if candidate.strong or candidate.run_in or True]


def _longest_rise(members: Sequence[Candidate]) -> list[Candidate]:
    values = [_value(candidate) for candidate in members]
    best: list[int] = [1] * len(members)
    back: list[int] = [-1] * len(members)
    # Only the latest place of each figure matters for what follows it, so this takes time in proportion.
    latest: dict[int, int] = {}
    for index, value in enumerate(values):
        if value is None:
            best[index] = 0
            continue
        for step in (1, 2, 3):
            place = latest.get(value - step)
            if place is not None and best[place] + 1 > best[index]:
                best[index], back[index] = best[place] + 1, place
        if value not in latest or best[index] >= best[latest[value]]:
            latest[value] = index
    if not members:
        return []
    place = max(range(len(members)), key=lambda index: (best[index], -index))
    run: list[Candidate] = []
    while place >= 0:
        run.append(members[place])
        place = back[place]
    return run[::-1]


def _without_agenda(
    blocks: Sequence[Block], chosen: list[Candidate], layout: Layout, titles: Titles
) -> list[Candidate]:
    """Leave out headings that only announce: what is printed again, with text below it, was an agenda before."""
    later = Counter(layout.cut(*candidate.title).lower() for candidate in chosen)
    kept: list[Candidate] = []
    for index, candidate in enumerate(chosen):
        words = layout.cut(*candidate.title).lower()
        bare = index + 1 < len(chosen) and not any(
            candidate.last < block.first < chosen[index + 1].first for block in blocks
        )
        later[words] -= 1
        if bare and later[words] > 0 and candidate.style in ("number", "plain", "bold", "capitals"):
            continue
        kept.append(candidate)
    return kept


def _nested(layout: Layout, chosen: Sequence[Candidate]) -> list[Heading]:
    """Headings with level, parent and end: a style seen anew is nested in the one before it."""
    headings: list[Heading] = []
    stack: list[tuple[tuple[object, ...], int]] = []
    for index, candidate in enumerate(chosen):
        key: tuple[object, ...] = (candidate.style, *_shape(candidate)[:2], candidate.hashes)
        if candidate.hashes:
            while stack and not (stack[-1][0][-1] and int(str(stack[-1][0][-1])) < candidate.hashes):
                stack.pop()
        elif any(place == key for place, _ in stack):
            while stack[-1][0] != key:
                stack.pop()
            stack.pop()
        parent = stack[-1][1] if stack else None
        stack.append((key, index))
        title = candidate.title if candidate.title[1] > candidate.title[0] else _number_span(layout, candidate)
        headings.append(
            Heading(
                candidate.start,
                len(layout.text),
                title,
                candidate.number or None,
                len(stack),
                parent,
                candidate.first,
                candidate.last,
                candidate.run_in,
            )  # fmt: skip
        )
    return _ended(headings, len(layout.text))


def _number_span(layout: Layout, candidate: Candidate) -> tuple[int, int]:
    at = layout.text.find(candidate.number, candidate.start) if candidate.number else candidate.start
    return at, at + max(len(candidate.number), 1)


def _ended(headings: list[Heading], end: int) -> list[Heading]:
    ended = list(headings)
    open_: list[int] = []
    for index, heading in enumerate(headings):
        while open_ and headings[open_[-1]].level >= heading.level:
            place = open_.pop()
            ended[place] = replace(ended[place], end=heading.start)
        open_.append(index)
    for place in open_:
        ended[place] = replace(ended[place], end=end)
    return ended


def _borders(layout: Layout, headings: Sequence[Heading], begin: int) -> frozenset[int]:
    lines = {line for heading in headings if not heading.run_in for line in range(heading.first, heading.last + 1)}
    for index, line in enumerate(layout.lines):
        if line.start >= begin:
            break
        lines.add(index)
    return frozenset(lines)


def _without_titles(layout: Layout, headings: Sequence[Heading]) -> Layout:
    """The layout with the titles of run-in headings cut off their lines, so that blocks begin behind them."""
    lines = list(layout.lines)
    for heading in headings:
        if not heading.run_in:
            continue
        index = heading.first
        while index < heading.last and lines[index].end <= heading.title[1]:
            index += 1
        line = lines[index]
        start = min(heading.title[1], line.end)
        while start < line.end and layout.masked[start] in " .:-":
            start += 1
        lines[index] = replace(line, start=start, text=layout.masked[start : line.end], body=start, label="", bullet="",
                               bold=False)  # fmt: skip
        for above in range(heading.first, index):
            lines[above] = replace(lines[above], text="", start=lines[above].end, body=lines[above].end)
    return replace(layout, lines=tuple(lines))


def _places(headings: Sequence[Heading], blocks: Sequence[Block]) -> tuple[int | None, ...]:
    places: list[int | None] = []
    current: int | None = None
    for block in blocks:
        while (after := 0 if current is None else current + 1) < len(headings) and (
            headings[after].start <= block.start
        ):
            current = after
        places.append(current)
    return tuple(places)
