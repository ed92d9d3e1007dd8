"""Ruled tables of a PDF page: drawn lines that cross make a grid, and each word falls into a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.source.pdf_words import Rule, Word

_TOUCH = 3.5
_MOST_RULES = 3000


@dataclass(frozen=True, slots=True)
class GridCell:
    """The words in one cell, and its right edge, up to which its lines may run."""

    words: tuple[Word, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; cells that are merged into another are ``None``."""

    columns: tuple[float, ...]
    top: float
    bottom: float
    rows: tuple[tuple[GridCell | None, ...], ...]
    page: int


def find_grids(rules: Sequence[Rule], words: Sequence[Word], page: int) -> tuple[list[Grid], list[Word]]:
    """The tables of a page, and the words outside of them."""
    loose = list(words)
    grids: list[Grid] = []
    if len(rules) > _MOST_RULES:
        return grids, loose
    for group in _touching(rules):
        ruled = _positions(group)
        if ruled is None:
            continue
        columns, rows = ruled
        inside = [word for word in loose if _is_inside(word, columns, rows)]
        cells = _fill(columns, rows, group, inside)
        if sum(cell is not None for row in cells for cell in row) < 2 or not inside:
            continue
        grids.append(Grid(tuple(columns), rows[0], rows[-1], cells, page))
        taken = set(map(id, inside))
        loose = [word for word in loose if id(word) not in taken]
    return grids, loose


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules grouped so that those of a group touch one another."""
    groups: list[tuple[list[Rule], list[float]]] = []
    for rule in sorted(rules, key=lambda rule: rule.top):
        mine = [rule]
        box = [rule.left, rule.top, rule.right, rule.bottom]
        rest: list[tuple[list[Rule], list[float]]] = []
        for others, other_box in groups:
            if _boxes_touch(box, other_box) and any(_touch(rule, other) for other in others):
                mine = others + mine if len(others) > len(mine) else mine + others
                box = [
                    min(box[0], other_box[0]),
                    min(box[1], other_box[1]),
                    max(box[2], other_box[2]),
                    max(box[3], other_box[3]),
                ]
            else:
                rest.append((others, other_box))
        groups = [*rest, (mine, box)]
    return [group for group, _ in groups]


def _boxes_touch(one: Sequence[float], other: Sequence[float]) -> bool:
    return (
        one[0] <= other[2] + _TOUCH
        and other[0] <= one[2] + _TOUCH
        and one[1] <= other[3] + _TOUCH
        and other[1] <= one[3] + _TOUCH
    )


def _touch(one: Rule, other: Rule) -> bool:
    return _boxes_touch((one.left, one.top, one.right, one.bottom), (other.left, other.top, other.right, other.bottom))


def _positions(group: Sequence[Rule]) -> tuple[list[float], list[float]] | None:
    """Where the columns and the rows of a group of rules begin and end."""
    across = [rule for rule in group if rule.top == rule.bottom]
    down = [rule for rule in group if rule.left == rule.right]
    if not across or not down:
        return None
    columns = _cluster([rule.left for rule in down] + [min(r.left for r in across), max(r.right for r in across)])
    rows = _cluster([rule.top for rule in across] + [min(r.top for r in down), max(r.bottom for r in down)])
    if len(columns) < 2 or len(rows) < 2 or len(columns) > 60 or len(rows) > 400:
        return None
    return columns, rows


def _cluster(values: list[float]) -> list[float]:
    found: list[float] = []
    for number in sorted(values):
        if not found or number - found[-1] > _TOUCH:
            found.append(number)
    return found


def _is_inside(word: Word, columns: Sequence[float], rows: Sequence[float]) -> bool:
    middle = (word.left + word.right) / 2
    return columns[0] <= middle <= columns[-1] and rows[0] <= (word.top + word.bottom) / 2 <= rows[-1]


def _fill(
    columns: Sequence[float], rows: Sequence[float], group: Sequence[Rule], words: Sequence[Word]
) -> tuple[tuple[GridCell | None, ...], ...]:
    width, height = len(columns) - 1, len(rows) - 1
    owner = list(range(width * height))

    def find(cell: int) -> int:
        while owner[cell] != cell:
            cell = owner[cell]
        return cell

    for row in range(height):
        for column in range(width):
            here = row * width + column
            if column + 1 < width and not _ruled_down(group, columns[column + 1], rows[row], rows[row + 1]):
                owner[find(here + 1)] = find(here)
            if row + 1 < height and not _ruled_across(group, rows[row + 1], columns[column], columns[column + 1]):
                one, other = find(here), find(here + width)
                owner[max(one, other)] = min(one, other)
    held: dict[int, list[Word]] = {}
    for word in words:
        column = _band(columns, (word.left + min(word.right, word.left + word.size)) / 2)
        row = _band(rows, (word.top + word.bottom) / 2)
        held.setdefault(find(row * width + column), []).append(word)
    reach: dict[int, float] = {}
    for cell in range(width * height):
        root = find(cell)
        reach[root] = max(reach.get(root, 0.0), columns[cell % width + 1])
    return tuple(
        tuple(
            GridCell(tuple(held.get(cell, ())), columns[cell % width], reach[cell]) if find(cell) == cell else None
            for cell in range(row * width, row * width + width)
        )
        for row in range(height)
    )


def _band(edges: Sequence[float], position: float) -> int:
    for index in range(len(edges) - 2):
        if position < edges[index + 1]:
            return index
    return len(edges) - 2


def _ruled_down(group: Sequence[Rule], at: float, top: float, bottom: float) -> bool:
    covered = sum(
        min(rule.bottom, bottom) - max(rule.top, top)
        for rule in group
        if rule.left == rule.right and abs(rule.left - at) <= _TOUCH and rule.bottom > top and rule.top < bottom
    )
    return covered >= 0.5 * (bottom - top)


def _ruled_across(group: Sequence[Rule], at: float, left: float, right: float) -> bool:
    covered = sum(
        min(rule.right, right) - max(rule.left, left)
        for rule in group
        if rule.top == rule.bottom and abs(rule.top - at) <= _TOUCH and rule.right > left and rule.left < right
    )
    return covered >= 0.5 * (right - left)
