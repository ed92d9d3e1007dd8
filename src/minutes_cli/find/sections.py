"""Sections: of the lines that may be headings, those that the document as a whole shows to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from minutes_cli.document import Document, Heading
from minutes_cli.find.choice import choose
from minutes_cli.find.heading_candidates import Candidate
from minutes_cli.find.heading_series import number_shape
from minutes_cli.find.headings import find_candidates
from minutes_cli.find.titles import titles_of
from minutes_cli.rules.match import Rules
from minutes_cli.source.base import Source
from minutes_cli.text.front import read_front
from minutes_cli.text.layout import Block, Layout, lay_out
from minutes_cli.text.lines import Line, rest_of
from minutes_cli.text.masks import clean
from minutes_cli.text.paragraphs import build_blocks, rebuild_blocks

_OPENERS = frozenset(("lead", "colon", "stop", "label", "dash"))  # styles of titles that paragraphs open with
_ALONE = frozenset(("plain", "capitals"))  # and of some on a line of their own


def read_document(source: Source, rules: Rules) -> Document:
    """The structure of a source: its layout, headings and blocks."""
    layout = lay_out(source.text)
    front, begin = read_front(source.text)
    titles = titles_of(rules)
    blocks = build_blocks(layout)
    chosen = choose(layout, blocks, find_candidates(layout, blocks, titles, begin), titles)
    headings = _nested(layout, chosen)
    changed = _without_titles(layout, headings)
    bare = replace(layout, lines=tuple(map(changed.get, range(len(layout.lines)), layout.lines))) if changed else layout
    body = rebuild_blocks(bare, blocks, _borders(layout, headings, begin), frozenset(changed))
    named = tuple(clean(layout.text, layout.masked, *heading.title) for heading in headings)
    return Document(source, layout, front, tuple(headings), named, tuple(body), _places(headings, body))


def _nested(layout: Layout, chosen: Sequence[Candidate]) -> list[Heading]:
    """Headings with level, parent and end: a style seen anew is nested in the one before it."""
    stack: list[tuple[tuple[object, ...], int]] = []
    levels: list[int] = []
    parents: list[int | None] = []
    for index, candidate in enumerate(chosen):
        style = "lead" if candidate.style in ("colon", "label") else candidate.style
        key: tuple[object, ...] = (style, *number_shape(candidate)[:2], candidate.hashes)
        while stack and stack[-1][0][0] == "roll" and candidate.style != "roll":
            stack.pop()  # nothing belongs to a list of those who came
        while stack and stack[-1][0][0] in _OPENERS and candidate.style in _ALONE:
            stack.pop()  # a title that a paragraph opens with is of that paragraph
        if candidate.hashes:
            while stack and not (stack[-1][0][-1] and int(str(stack[-1][0][-1])) < candidate.hashes):
                stack.pop()
        elif key in [place for place, _ in stack]:
            while stack[-1][0] != key:
                stack.pop()
            stack.pop()
        parents.append(stack[-1][1] if stack else None)
        stack.append((key, index))
        levels.append(len(stack))
    return [
        Heading(
            start=candidate.start,
            end=end,
            title=candidate.title if candidate.words else _number_span(layout, candidate),
            number=candidate.number or None,
            level=level,
            parent=parent,
            first=candidate.first,
            last=candidate.last,
            run_in=candidate.run_in,
        )
        for candidate, level, parent, end in zip(
            chosen, levels, parents, _ends(chosen, levels, len(layout.text)), strict=True
        )
    ]


def _number_span(layout: Layout, candidate: Candidate) -> tuple[int, int]:
    at = layout.text.find(candidate.number, candidate.start) if candidate.number else candidate.start
    return at, at + max(len(candidate.number), 1)


def _ends(chosen: Sequence[Candidate], levels: Sequence[int], end: int) -> list[int]:
    """Where the text of each heading ends: at the next one that is not nested in it."""
    ends = [end] * len(chosen)
    open_: list[int] = []
    for index, candidate in enumerate(chosen):
        while open_ and levels[open_[-1]] >= levels[index]:
            ends[open_.pop()] = candidate.start
        open_.append(index)
    return ends


def _borders(layout: Layout, headings: Sequence[Heading], begin: int) -> frozenset[int]:
    lines = {line for heading in headings if not heading.run_in for line in range(heading.first, heading.last + 1)}
    for index, line in enumerate(layout.lines):
        if line.start >= begin:
            break
        lines.add(index)
    return frozenset(lines)


def _without_titles(layout: Layout, headings: Sequence[Heading]) -> dict[int, Line]:
    """The lines of run-in headings, by index, with the titles cut off, so that blocks begin behind them."""
    changed: dict[int, Line] = {}
    lines = layout.lines
    for heading in headings:
        if not heading.run_in:
            continue
        index = heading.first
        while index < heading.last and lines[index].end <= heading.title[1]:
            index += 1
        line = changed.get(index, lines[index])
        start = min(heading.title[1], line.end)
        while start < line.end and layout.masked[start] in " .:-":
            start += 1
        words = layout.masked[start : line.end].replace("\n", " ").replace("\r", " ")  # from the end of the line above
        changed[index] = rest_of(line, start, words)
        for above in range(heading.first, index):
            end = lines[above].end
            changed[above] = replace(lines[above], text="", start=end, body=end,
                                   blank=True, ruled=False)  # fmt: skip
    return changed


def _places(headings: Sequence[Heading], blocks: Sequence[Block]) -> tuple[int | None, ...]:
    places: list[int | None] = []
    starts = iter([heading.start for heading in headings])
    current, after = None, next(starts, inf)
    for block in blocks:
        while after <= block.start:
            current, after = 0 if current is None else current + 1, next(starts, inf)
        places.append(current)
    return tuple(places)
