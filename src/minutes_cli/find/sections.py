"""Sections: of the lines that may be headings, those that the document as a whole shows to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
from minutes_cli.text.lines import Line
from minutes_cli.text.masks import clean
from minutes_cli.text.paragraphs import build_blocks, rebuild_blocks


def read_document(source: Source, rules: Rules) -> Document:
    """The structure of a source: its layout, headings and blocks."""
    layout = lay_out(source.text)
    front, begin = read_front(source.text)
    titles = titles_of(rules)
    blocks = build_blocks(layout)
    chosen = choose(layout, blocks, find_candidates(layout, blocks, titles, begin), titles)
    headings = _nested(layout, chosen)
    changed = _without_titles(layout, headings)
    lines = list(layout.lines)
    for index, line in changed.items():
        lines[index] = line
    bare = replace(layout, lines=tuple(lines)) if changed else layout
    body = rebuild_blocks(bare, blocks, _borders(layout, headings, begin), frozenset(changed))
    named = tuple(clean(layout.text, layout.masked, *heading.title) for heading in headings)
    return Document(source, layout, front, tuple(headings), named, tuple(body), _places(headings, body))


def _nested(layout: Layout, chosen: Sequence[Candidate]) -> list[Heading]:
    """Headings with level, parent and end: a style seen anew is nested in the one before it."""
    headings: list[Heading] = []
    stack: list[tuple[tuple[object, ...], int]] = []
    for index, candidate in enumerate(chosen):
        key: tuple[object, ...] = (candidate.style, *number_shape(candidate)[:2], candidate.hashes)
        if candidate.hashes:
            while stack and not (stack[-1][0][-1] and int(str(stack[-1][0][-1])) < candidate.hashes):
                stack.pop()
        elif any(place == key for place, _ in stack):
            while stack[-1][0] != key:
                stack.pop()
            stack.pop()
        parent = stack[-1][1] if stack else None
        stack.append((key, index))
        title = candidate.title if candidate.words else _number_span(layout, candidate)
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
            )
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
        words = layout.masked[start : line.end]
        changed[index] = replace(line, start=start, text=words, body=start, label="", bullet="", bold=False,
                                 ruled=False, blank=not words.strip())  # fmt: skip
        for above in range(heading.first, index):
            end = lines[above].end
            changed[above] = replace(lines[above], text="", start=end, body=end,
                                   blank=True, ruled=False)  # fmt: skip
    return changed


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
