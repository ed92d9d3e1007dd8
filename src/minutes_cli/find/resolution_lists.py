"""Lists: the clauses under a decision, the entries under a heading, the votes in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.document import Document
from minutes_cli.find.resolution_drafts import Stretch
from minutes_cli.find.resolution_units import Unit
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_BODIES = ("committee", "council", "board", "panel", "cabinet", "forum", "authority", "group", "governors")
_TERMS = ("corrections", "amendments", "changes", "conditions", "terms")
_OPEN = lazy(
    rf"(?:[:;-]|\b(?:that|to|the(?:\s+[\w-]+){{0,3}}\s+(?:{'|'.join(_BODIES)})"
    rf"|following|and|or|(?:following|these)\s+(?:\w+\s+)?(?:{'|'.join(_TERMS)})\.?))\s*$",
    re.IGNORECASE,
)
_ENDS = (":", ";", "-", "that", "to", "following", "and", "or", *_BODIES, *_TERMS, *(f"{term}." for term in _TERMS))
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_CLAUSE = lazy(r"[\"(\s]*(?:and\s+|or\s+)?(?:that|to)\b|[\"(\s]*THAT\b", re.IGNORECASE)
_FIRST_INLINE = lazy(r"(?:\(?(?:1|a|i)[.)]\s)")
_VOTE_CELL = lazy(r"\s*(?:S?F|S?A|N|for|against|ayes?|nays?|noes|yes|no|in favou?r|abst\w*|yeas?)\s*$", re.IGNORECASE)

_MARK = lazy(r"[^\w\s-]{1,2}|x{1,2}|yes|:\w+:|[A-Z]{2,3}", re.IGNORECASE)
_NUMBER = lazy(r"\d{1,3}")


def is_open(text: str) -> bool:
    """Whether a decision's words want to go on in what follows."""
    return text.rstrip().lower().endswith(_ENDS) and _OPEN.search(text) is not None


def gather(
    document: Document, units: Sequence[Unit], index: int, bare: bool, stops: Sequence[bool]
) -> tuple[int, list[tuple[Stretch, Stretch]]]:
    """The clauses that follow a unit: the index of the last unit they take up, and number and words of each.

    ``stops`` tells of each unit whether it is itself a motion, a decision or a result, which no clause is. ``bare``
    tells that the unit is a label alone, so that what follows is the decision even where it is no list.
    """
    unit = units[index]
    last, found = index, list[tuple[Stretch, Stretch]]()
    series = ""
    inline = bool(_FIRST_INLINE.search(unit.text))
    own = None if unit.block is None else document.blocks[unit.block]
    prior = own
    level = own.indent if own is not None and own.bullet else -1
    for block_index, members in _blocks_after(units, index):
        block = document.blocks[block_index]
        if any(stops[member] for member in members if stops) or (block.bullet and block.indent <= level):
            break
        near = prior is not None and block.first == prior.last + 1 and not prior.words.endswith((".", ":"))
        joined = bool(found) and bare and near
        if not (joined and not block.label) and not _fits(block, found, series, bare=bare and not found, inline=inline):
            break
        series, prior = block.label or series, block
        found.append(((block.start, block.body), (block.body, block.end)))
        last = members[-1]
    return last, found


def _blocks_after(units: Sequence[Unit], index: int) -> Iterator[tuple[int, list[int]]]:
    """The blocks behind a unit's own, each with the indices of its units, up to the next heading."""
    position = index + 1
    while position < len(units) and units[position].block == units[index].block and units[index].block is not None:
        position += 1
    while position < len(units) and units[position].heading is None:
        block = units[position].block
        members = [position]
        while position + 1 < len(units) and units[position + 1].block == block:
            position += 1
            members.append(position)
        if block is not None:
            yield block, members
        position += 1


def _fits(block: Block, found: Sequence[object], series: str, *, bare: bool, inline: bool) -> bool:
    if block.cell is not None and not found:
        return False
    if block.label:
        if not series:
            return inline or _rank(block.label) == 1 or (bare and not found)
        return _follows(series, block.label)
    if block.bullet:
        return True
    words = block.words
    if bare and not found:
        return bool(words) and (not words.rstrip().endswith(":") or _CLAUSE.match(words) is not None)
    return bool(_CLAUSE.match(words)) and len(words) > 12


def _rank(label: str) -> int:
    """The place of a label in its series: 3 for "3", "c" and "iii", the last part counting in "7.3"."""
    bare = label.lower().strip("().")
    last = bare.rsplit(".", 1)[-1]
    if last.isdigit():
        return int(last)
    if (bare in _ROMAN and len(bare) > 1) or bare == "i":
        return _ROMAN[bare]
    return ord(bare) - 96 if len(bare) == 1 and bare.isalpha() else 0


def _follows(before: str, label: str) -> bool:
    """Whether a label continues a series, or opens one that is nested in it."""
    if label.count(".") != before.count(".") and "." in label:
        return False
    return _rank(label) in (_rank(before) + 1, 1) or label.isdigit() != before.isdigit()


def entries(document: Document, units: Sequence[Unit], index: int) -> list[list[int]]:
    """The entries of the list under a heading, each as the indices of its units; none where it is no list."""
    found: list[list[int]] = []
    least: int | None = None
    for block_index, members in _blocks_after(units, index):
        block = document.blocks[block_index]
        if not block.listed and not found:
            return []
        least = block.indent if least is None else least
        if block.listed and block.indent <= least:
            found.append(members)
        elif block.indent > least or (not block.listed and block.words[:1].islower()):
            found[-1].extend(members)
        else:
            break
    return found


def vote_table(document: Document, table: int) -> str:
    """The text of a table of votes, a label and its number a line; empty where the table is none."""
    masked = document.layout.masked
    rows = [[masked[start:end].strip(" |\r\n") for start, end in row] for row in document.layout.tables[table].rows]
    rows = [row for row in rows if any(row)]
    if len(rows) > 20 or not any(_VOTE_CELL.match(cell) for row in rows for cell in row):
        return ""
    labels = [cell for cell in rows[0] if _VOTE_CELL.match(cell)]
    if len(labels) >= 2 and (marked := _marks(rows)):
        return marked
    if len(labels) >= 2 and len(rows) >= 2:
        return "\n".join(f"{label}: {number}" for label, number in zip(rows[0], rows[-1], strict=False))
    return "\n".join(": ".join(filter(None, row)) for row in rows)


def _marks(rows: Sequence[Sequence[str]]) -> str:
    """How many names have their mark in each column of a table of votes; empty where it has no marks."""
    counts: dict[str, int] = {}
    for column, label in enumerate(rows[0]):
        if _VOTE_CELL.match(label):
            cells = [row[column] for row in rows[1:] if column < len(row)]
            if any(_NUMBER.fullmatch(cell) for cell in cells):
                return ""
            counts[label] = sum(bool(_MARK.fullmatch(cell)) for cell in cells)
    return "\n".join(f"{label}: {count}" for label, count in counts.items()) if sum(counts.values()) >= 2 else ""


def piped_votes(labels: str, numbers: str) -> str:
    """The same for a table without outer bars, which the layout takes for lines: "SA|A|N|F|SF" over "0|0|0|1|8"."""
    names, counts = labels.split("|"), numbers.split("|")
    if len(names) < 2 or len(names) != len(counts) or not all(count.strip().isdigit() for count in counts):
        return ""
    if sum(bool(_VOTE_CELL.match(name)) for name in names) < 2:
        return ""
    return "\n".join(f"{name.strip()}: {count.strip()}" for name, count in zip(names, counts, strict=True))


def has_words(text: str) -> bool:
    """Whether any word stands in a text, brackets aside."""
    return bool(re.search(r"\w", re.sub(r"\([^)]*\)", "", text)))
