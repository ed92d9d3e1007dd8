"""How lines make up blocks: those that were broken only for the width of the page are joined in a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout
from minutes_cli.text.lines import Line
from minutes_cli.text.widths import ends_sentence

_DASH_TITLE = lazy(r"[A-Z][\w'&/]*(?: [\w'&/]+){0,3}[ ]+-[ ]*[A-Z]")
_NAME_TO_COME = lazy(r"(?:[,;.]\s(?:and\s)?(?:proposed|moved|nominated)|\sseconded)\sby$", re.IGNORECASE)
_ENTRY = lazy(r"(?:[A-Z][\w'/-]*(?: [\w'/&-]+){0,3}|[a-z][\w|-]{1,14}): +\S")
_GOING_ON = (" in", " of", " by", " on", " for", " until", " from")  # before a date
_DATE_END = lazy(r"(?:\d{1,2} )?[A-Z][a-z]{2,8} (?:\d{1,2}, )?\d{4}[.;]$")  # what a sentence ends with on the next line
_UNFINISHED = (" was", " were", " it is", " be", " been")  # before "agreed:", which is no label there
_MOVES = lazy(r"(?:Motion\s(?:by|to|was|made)|Moved\sby|Proposed\sby|RESOLVED)\b")
_SMALL_LABEL = lazy(r"[a-z]{2,12}:")
_UNDERLINES = ("=", "-", "~")
_RAGGED = 2  # characters by which a rule may be shorter or longer than the title above it
_HANGS = 8  # characters by which a column is set in from the labels beside it
_FIGURES = lazy(r"\d{1,2}\.\d{2}|\d{4}")  # of a time or a year
_LABEL = lazy(
    r"(?:\(|\[)?(?:(?-i:[A-Z][A-Z /&-]{2,30})|(?:Agreed |New )?Actions?(?: (?:by|for|on|point|item|required))?|"
    r"Resolved|Agreed|Decision|Present|Apologies|In attendance|Attendees|Absent|Proposed|Seconded|Motion|Vote|"
    r"Outcome|Moved|Result|Date|Time|Venue|Chair)(?: ?\d{1,3})?[ ]*(?::|-[ ])|(?:\(|\[)Action\b",
    re.IGNORECASE,
)


def build_blocks(layout: Layout) -> list[Block]:
    """The blocks of a document, its headings among them."""
    return _built(layout, 0, len(layout.lines), frozenset())


def rebuild_blocks(
    layout: Layout, blocks: Sequence[Block], borders: frozenset[int], changed: frozenset[int]
) -> list[Block]:
    """The blocks of a layout some of whose lines have changed, given those that it had before.

    ``borders`` are the lines that no block takes in (headings), by index. A block that no such line touches stays.
    """
    firsts = [block.first for block in blocks]
    touched: set[int] = set()
    for line in borders | changed:
        index = bisect_right(firsts, line) - 1
        if index >= 0 and line <= blocks[index].last:
            touched.add(index)
    # What ends or begins with a line that has changed may go on with the block beside it.
    anew = {index - 1 for index in touched if index and firsts[index] in changed}
    anew |= {index + 1 for index in touched if index + 1 < len(blocks) and blocks[index].last in changed}
    rebuilt: list[Block] = []
    position = 0
    for start, end in _runs(sorted(touched | anew)):
        rebuilt += blocks[position:start]
        rebuilt += _built(layout, firsts[start], blocks[end].last + 1, borders)
        position = end + 1
    return [*rebuilt, *blocks[position:]]


def _runs(indexes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of indexes that follow each other."""
    first = 0
    for place, index in enumerate(indexes):
        if place + 1 == len(indexes) or indexes[place + 1] != index + 1:
            yield indexes[first], index
            first = place + 1


def _built(layout: Layout, start: int, end: int, borders: frozenset[int]) -> list[Block]:
    """The blocks of some lines."""
    blocks: list[Block] = []
    first = last = -1  # the lines of the block that is open; -1 where none is
    before: Line | None = None  # the last of them
    gap = cut = 0
    for index, line in enumerate(layout.lines[start:end], start):
        if (line.blank or line.ruled) and line.cell is None and index not in borders:
            if line.ruled and before is not None and first == last and not gap and _underlines(line, before):
                blocks.append(_block(layout, first, last))
                before = None
            gap += 1
            if line.ruled or line.furniture:
                cut += 1
            continue
        opens = not line.blank and index not in borders
        if before is not None:
            if opens and _joins(layout, before, line, gap, cut):
                last, before, gap, cut = index, line, 0, 0
                continue
            blocks.append(_block(layout, first, last))
        first, last, before = index, index, line if opens else None
        gap = cut = 0
    if before is not None:
        blocks.append(_block(layout, first, last))
    return blocks


def _underlines(rule: Line, line: Line) -> bool:
    """Whether a rule is just as long as the line above it, which it makes a title whatever stands below."""
    return rule.text.strip()[:1] in _UNDERLINES and abs(len(rule.text.strip()) - len(line.text.strip())) <= _RAGGED


def _block(layout: Layout, first: int, last: int) -> Block:
    """The block of some lines."""
    head = layout.lines[first]
    text, end = head.text, head.end
    if first < last:
        end = layout.lines[last].end
        text = layout.masked[head.start : end].replace("\n", " ").replace("\r", " ")
    body = head.body if head.body < end else end
    words = text[body - head.start :].rstrip()
    # By place, for speed: names take longer than all the rest.
    return Block(
        head.start, end, body, text, words, first, last,
        head.label, head.bullet, head.indent, head.checked, head.cell, head.speaker,
    )  # fmt: skip


def _joins(layout: Layout, before: Line, line: Line, gap: int, cut: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it, over blank lines and cuts between pages."""
    if gap and not (layout.spaced or before.bullet or line.text.lstrip()[:1].islower()):
        return False  # as most do, told without a look at the line before
    if line.bullet or line.hashes or before.hashes or line.checked is not None or before.cell != line.cell:
        return False
    if line.speaker or before.speaker or (before.bold and not line.bold and before.words):
        return False
    words, prior = line.text.strip(), before.text.rstrip()
    if before.bullet and not before.words and not line.label:
        return gap <= 2  # a bullet on a line of its own, as converters leave it
    if gap and not _over_gap(layout, prior, words, cut):
        return False
    if before.indent - line.indent >= _HANGS and "   " in words:
        return False  # "Apologies:     Ann Moor" below a column of names
    apart = "." in line.label and layout.masked[line.body - 2 : line.body].isspace()  # "2.3   Clerk to …"
    numbered = line.punctuated or apart or ("." in line.label and ends_sentence(prior))
    if line.label and numbered and not _is_continuation(prior, words):
        return False
    if before.label and _MOVES.match(words) and not ends_sentence(prior):
        return False  # "A. Use of Phones - First Reading" over "Motion by Ash …"
    if ("[" in prior and prior.count("[") > prior.count("]")) or ("(" in prior and prior.count("(") > prior.count(")")):
        return not _is_labelled(words) or prior.endswith(("-", ":"))
    if _is_labelled(words) or (" -" in words and ends_sentence(prior) and _DASH_TITLE.match(words)):
        return not gap and words[0].islower() and prior.endswith(_UNFINISHED)
    if not gap and len(prior) > 25 and prior[-2:].lower() == "by" and _NAME_TO_COME.search(prior):
        return True  # "… were accepted, proposed by / Ann Vole", whatever the width of the lines
    if not gap and len(prior) > 50 and not line.label and prior.endswith(_GOING_ON) and _DATE_END.match(words):
        return True  # "… to the Council in / January 2021."
    if words[:1].islower() and not (":" in words[:13] and _SMALL_LABEL.match(words)):
        return not prior.endswith(("!", "?")) or layout.wrap is not None
    if words[:1] == "(" and len(prior) > 50 and not ends_sentence(prior):
        return not line.label
    if layout.wrap is None or line.cell is not None:
        return False
    if layout.spaced and before.bold and line.bold and before.words and not line.label:
        return not prior.endswith((".", ":"))  # a title over several lines
    if ": " in words and _ENTRY.match(words) and _ENTRY.match(prior.lstrip()):
        return False  # "Chair: Ann Moor" and "Secretary: Bea Lunn", "tom: why?", however full the lines are
    if 2 * line.indent >= layout.wrap > 2 * before.indent:
        return False  # "CARRIED" to the right, below the motion
    return _is_full(layout.wrap, before, words)


def _is_labelled(words: str) -> bool:
    """Whether words open with a label: it ends in a colon or in a dash and a blank, or opens with a bracket."""
    return (":" in words or "- " in words or words[:1] in "([") and _LABEL.match(words) is not None


def _over_gap(layout: Layout, prior: str, words: str, cut: int) -> bool:
    """Whether a sentence may go on behind blank lines: where all lines are spaced so, or over the cut of a page."""
    if layout.spaced and not cut:
        return True
    goes_on = words[:1].islower()
    return goes_on and (not ends_sentence(prior) if cut else prior.endswith((",", " and", " of", " the", " to")))


def _is_continuation(prior: str, words: str) -> bool:
    """Whether what looks like a number at a line's head is part of the sentence: "… the meeting of / 12. …" is not."""
    return bool(_FIGURES.match(words)) and not ends_sentence(prior)


def _is_full(wrap: int, before: Line, words: str) -> bool:
    """Whether the line before was broken for want of room: the next word would not have fitted."""
    room = wrap - (before.end - before.start) - before.cut
    word = len(words.split(None, 1)[0])
    slack = 0 if ends_sentence(before.text.rstrip()) else wrap // 4
    return room <= word + slack
