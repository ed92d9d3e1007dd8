"""Columns of a PDF page that no rules mark: text set in two columns, lists side by side, notes in the right margin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.patterns import lazy
from minutes_cli.source.pdf_lines import Line, split_segments
from minutes_cli.source.pdf_measure import Measure
from minutes_cli.source.pdf_words import Word
from minutes_cli.source.tables import ACTION_HEAD

_LIST_HEAD = lazy(
    r"(?:\w+ )?(?:present|absent|apologies|in attendance|also present|regrets|attendees|members|officers|staff"
    r"|guests)\b.{0,30}$",
    re.IGNORECASE,
)
_INITIALS = lazy(
    r"(?:actions?:?\s*)?(?:[A-Z]{2,4}|All|ALL|Clerk|Chair(?:man|person)?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
    r"(?:\s*(?:[/,&+]|and)\s*(?:[A-Z]{2,4}|All|ALL|Clerk|Chair(?:man|person)?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?))*$"
)
_LEAST_LINES = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one column. ``right`` is how far they may run, or ``None`` for lines as wide as the page."""

    lines: Sequence[Line]
    right: float | None = None


def part_columns(lines: Sequence[Line], measure: Measure) -> list[Piece]:
    """The lines of one page in reading order, as pieces that each have one column."""
    pieces: list[Piece] = []
    wide: list[Line] = []
    at = 0
    while at < len(lines):
        end, gutter = _side_by_side(lines, at, measure)
        if end > at:
            left, right = _split(lines[at:end], gutter)
            # The lines of lists are short by themselves; those of text are filled up to the longest.
            listed = _heads_lists(split_segments(lines[at]))
            edges = (gutter, measure.right) if listed else (max(map(_edge, left)), max(map(_edge, right)))
            pieces += [Piece(wide), Piece(left, edges[0]), Piece(right, edges[1])]
            wide = []
            at = end
        else:
            wide.append(lines[at])
            at += 1
    return [piece for piece in [*pieces, Piece(wide)] if piece.lines]


def _side_by_side(lines: Sequence[Line], at: int, measure: Measure) -> tuple[int, float]:
    """How far from line ``at`` on two columns go, and where they part; ``(at, 0)`` if there are none."""
    segments = split_segments(lines[at])
    if len(segments) != 2:
        return at, 0.0
    low, high = _right(segments[0]), segments[1][0].left
    end, both = at, 0
    lefts: list[int] = []
    rights: list[int] = []
    above = lines[at]
    for line in lines[at:]:
        if line.base - above.base > 2.2 * max(measure.pitch, 1.1 * line.size):
            break
        above = line
        found = split_segments(line)
        before = [segment for segment in found if segment[0].left < high - 2 and _right(segment) < high]
        after = [segment for segment in found if segment[0].left >= high - 12]
        if len(before) + len(after) != len(found) or len(before) > 1 or len(after) > 1:
            break
        reach = max((_right(segment) for segment in before), default=low)
        start = min((segment[0].left for segment in after), default=high)
        if start - max(low, reach) < measure.size:
            break
        low, high = max(low, reach), min(high, start)
        lefts += [sum(len(word.text) + 1 for word in segment) for segment in before]
        rights += [sum(len(word.text) + 1 for word in segment) for segment in after]
        both += bool(before and after)
        end += 1
    if not lefts or not rights:
        return at, 0.0
    if _heads_lists(segments) and end - at >= 2:
        return end, (low + high) / 2
    prose = min(sum(lefts) / len(lefts), sum(rights) / len(rights)) >= 25
    return (end, (low + high) / 2) if prose and both >= _LEAST_LINES else (at, 0.0)


def _heads_lists(segments: Sequence[Sequence[Word]]) -> bool:
    """Whether each segment is the head of a list of people."""
    return all(_LIST_HEAD.match(" ".join(word.text for word in segment)) for segment in segments)


def _edge(line: Line) -> float:
    return line.right


def _right(segment: Sequence[Word]) -> float:
    return max(word.right for word in segment)


def _split(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left = [Line(words, line.page) for line in lines if (words := tuple(w for w in line.words if w.left < gutter))]
    right = [Line(words, line.page) for line in lines if (words := tuple(w for w in line.words if w.left >= gutter))]
    return left, right


def part_margin(lines: Sequence[Line], measure: Measure) -> tuple[list[Line], list[Line]]:
    """The lines without their right-hand notes, and the notes as lines of their own.

    A column is one where its head says "Action" or the like and text keeps clear of it, or where initials stand again
    and again at the same place to the right of all else.
    """
    edge = _margin_edge(lines, measure)
    if edge is None:
        return list(lines), []
    text: list[Line] = []
    notes: list[Line] = []
    for line in lines:
        aside = tuple(word for word in line.words if word.left >= edge)
        main = tuple(word for word in line.words if word.left < edge)
        if aside and (len(split_segments(line)) > 2 or (main and aside[0].left - main[-1].right < measure.size)):
            text.append(line)
            continue
        if main:
            text.append(Line(main, line.page))
        if aside and not ACTION_HEAD.match(" ".join(word.text for word in aside)):
            notes.append(Line(aside, line.page))
    return text, notes


def _margin_edge(lines: Sequence[Line], measure: Measure) -> float | None:
    if not lines:
        return None
    bound = measure.left + 0.62 * (max(line.right for line in lines) - measure.left)
    heads: list[float] = []
    places: list[float] = []
    for line in lines:
        segments = split_segments(line)
        last = segments[-1]
        words = " ".join(word.text for word in last)
        if last[0].left < bound or len(segments) > 2:
            continue
        if ACTION_HEAD.match(words):
            heads.append(last[0].left)
        elif len(words) < 30 and _INITIALS.match(words) and (len(segments) == 2 or last[0].left > bound):
            places.append(last[0].left)
    starts = [heads[0], *places] if heads else places
    if not heads and len(places) < 3:
        return None
    near = [start for start in starts if abs(start - min(starts)) < 60]
    edge = min(near) - 2
    if not heads and len(near) < max(3, len(places) * 0.7):
        return None
    crossing = sum(line.words[0].left < edge and any(w.left < edge < w.right for w in line.words) for line in lines)
    beyond = sum(split_segments(line)[-1][0].left < edge and line.right > edge + 2 for line in lines)
    return edge if crossing + beyond <= 0.04 * len(lines) else None
