"""Actions marked in a margin to the right: initials behind a wide gap at a paragraph's line, or on a line alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.task_words import TaskWords
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

_GAP = re.compile(r"\t[\t \u00a0]*|[ \u00a0]{4,}")
_FAR = re.compile(r"(?:\t{2,}[\t ]*|[ ]{24,}[\t ]*)(?=\S)")
_SIDE = re.compile(r"[A-Z][\w&/' -]{0,30}?(?:[ ]{3,}|\t+)(?=\S)")  # a title at the left of its paragraph
_ITEM = re.compile(r"(?m)^[ \t]*(?:\d{1,2}\.\d{1,2}\.?[ \t]+|\d{3,4}[ \t]{2,}|[•*-][ \t]+)(?=[A-Z])")
_LONGEST_HEADER = 200  # characters
_TABLE_MARKS = re.compile(r"[|<>]|\.{4,}|_{4,}")


@dataclass(frozen=True, slots=True)
class _Margin:
    """What stands in the margin of one line: offsets in the text."""

    start: int
    end: int
    owners: tuple[str, ...]
    due: tuple[int, int] | None
    alone: bool


def find_margins(document: Document, rules: Rules, words: TaskWords) -> Iterator[ActionCandidate]:
    """The tasks whose owners stand in a margin, each the sentence of its paragraph that gives a task."""
    reader = _Margins(document, rules, words)
    for index, block in enumerate(document.blocks):
        if block.cell is None:
            yield from reader.read(index, block)


class _Margins:
    def __init__(self, document: Document, rules: Rules, words: TaskWords) -> None:
        self._document = document
        self._words = words
        self._titles = rules.words("owner_column") | rules.words("action_column") | rules.words("due_column")
        self._of_people = rules.regex(r"(?i:\W*(?:present|attend(?:ees|ance)|apologies|in\s+attendance|members)\b)")
        heads = (
            line.end
            for line in document.layout.lines
            if line.end - line.start <= _LONGEST_HEADER and self._is_header(document.text[line.start : line.end])
        )
        self._headed_from = next(heads, len(document.text))

    def read(self, index: int, block: Block) -> Iterator[ActionCandidate]:
        """The tasks of one paragraph that the margin beside it gives owners."""
        margins = [margin for margin in self._margins(block) if margin.owners]
        if not margins or any(self._of_people.match(title) for title in self._document.titles_above(index)):
            return
        for place, margin in enumerate(margins):
            begin = margins[place - 1].end if place else block.body
            last = place + 1 == len(margins)
            end = self._item_end(margin, block.start + len(block.text.rstrip())) if last else margin.start
            if margin.alone and margin.start <= block.body:
                yield from self._above(index, margin)
            else:
                yield from self._beside(index, block, margin, begin, end)

    def _item_end(self, margin: _Margin, end: int) -> int:
        """Where the item ends that a margin stands beside: before the next numbered one, if its paragraph goes on."""
        item = _ITEM.search(self._document.text, margin.end, end)
        return item.start() if item else end

    def _beside(self, index: int, block: Block, margin: _Margin, begin: int, end: int) -> Iterator[ActionCandidate]:
        """The task in the paragraph itself; what stands in the margin is cut out of it."""
        offset = block.start
        text = block.text
        blanked = text[: margin.start - offset] + " " * (margin.end - margin.start) + text[margin.end - offset :]
        task = self._words.weightiest(blanked, begin - offset, min(end - offset, len(blanked.rstrip())), margin.owners)
        if task is None or task.end - task.start < 8:
            return
        words = blanked[task.start : task.end]
        if not self._is_given(words, margin):
            yield from self._below(index, margin)
            return
        if self._words.is_decided(words) or len(words.split()) < 3:
            return
        start, stop = offset + task.start, offset + task.end
        side = _SIDE.match(self._document.text, start, stop)
        start = side.end() if side else start
        inside = start < margin.start < stop
        pieces = ((start, margin.start), (margin.end, stop)) if inside else ((start, stop),)
        yield self._candidate(index, tuple(p for p in pieces if text[p[0] - offset : p[1] - offset].strip()), margin)

    def _below(self, index: int, margin: _Margin) -> Iterator[ActionCandidate]:
        """The task in the paragraph below, where the margin stands at the head of an item of several paragraphs."""
        blocks, places = self._document.blocks, self._document.places
        after = index + 1
        if after >= len(blocks) or places[after] != places[index] or blocks[after].first > blocks[index].last + 2:
            return
        text = blocks[after].text
        if self._words.weight(text, margin.owners) < 3 or any(self._margins(blocks[after])):
            return
        task = self._words.weightiest(text, blocks[after].body - blocks[after].start, len(text.rstrip()), margin.owners)
        if task is not None:
            yield self._candidate(after, ((blocks[after].start + task.start, blocks[after].start + task.end),), margin)

    def _above(self, index: int, margin: _Margin) -> Iterator[ActionCandidate]:
        """The task in the paragraph above a margin that stands on a line of its own."""
        document = self._document
        if index == 0 or document.places[index - 1] != document.places[index]:
            return
        above = document.blocks[index - 1]
        task = self._words.weightiest(above.text, above.body - above.start, len(above.text.rstrip()), margin.owners)
        if task is None or len(above.text[task.start : task.end].split()) < 3:
            return
        if not self._is_given(above.text[task.start : task.end], margin):
            return
        yield self._candidate(index - 1, ((above.start + task.start, above.start + task.end),), margin)

    def _candidate(self, index: int, pieces: tuple[tuple[int, int], ...], margin: _Margin) -> ActionCandidate:
        return ActionCandidate(
            pieces=pieces,
            kind="explicit",
            block=index,
            rule="action.margin",
            owners=margin.owners,
            due=margin.due,
            evidence=(min(pieces[0][0], margin.start), max(pieces[-1][1], margin.end)),
        )

    def _margins(self, block: Block) -> Iterator[_Margin]:
        lines = self._document.layout.lines
        for number in range(block.first, block.last + 1):
            line = lines[number]
            start, end = max(line.start, block.start), line.end
            raw = self._document.text[start:end].rstrip()
            if ("\t" not in raw and "    " not in raw) or _TABLE_MARKS.search(raw):
                continue
            found = self._read_line(raw, start)
            if found is not None:
                yield found

    def _read_line(self, raw: str, offset: int) -> _Margin | None:
        """The owner at the end of a line behind a gap, and the deadline behind the owner."""
        far = _FAR.match(raw)
        gaps = list(_GAP.finditer(raw))
        starts = [gap.end() for gap in gaps if gap.end() < len(raw)][-3:]
        for begin in starts:
            cells = [(begin + a, begin + b) for a, b in _cells(raw[begin:])]
            owner = raw[slice(*cells[0])]
            if len(cells) > 2 or not self._is_owner(owner, headed=offset > self._headed_from):
                continue
            due = cells[1] if len(cells) == 2 else None
            if due and not self._words.dues.whole(raw[slice(*due)]):
                continue
            alone = not raw[:begin].strip()
            if alone and far is None:
                continue
            return _Margin(
                offset + begin,
                offset + len(raw),
                self._words.owners.split(owner),
                (offset + due[0], offset + due[1]) if due else None,
                alone,
            )
        return None

    def _is_given(self, words: str, margin: _Margin) -> bool:
        """Whether a sentence beside an owner can be a task: by its words, or by a column's title over the owner."""
        if self._words.weight(words, margin.owners):
            return True
        return margin.start > self._headed_from and len(words.split()) >= 5 and words.rstrip()[-1:] in ".;"

    def _is_owner(self, words: str, *, headed: bool) -> bool:
        if len(words) > 60 or not self._words.owners.is_owner(words, strict=True):
            return False
        if words.lower().strip(" :") in self._titles:
            return words.lower().strip() in ("clerk", "chair")
        named = self._words.owners.split(words)
        return headed or all(self._words.owners.is_known(name) or name.lower() == "all" for name in named)

    def _is_header(self, raw: str) -> bool:
        """Whether a line heads a margin: nothing but the titles of such columns, far to the right or behind a gap."""
        if ("\t" not in raw and "    " not in raw) or not _GAP.search(raw):
            return False
        cells = [raw[a:b].strip(" :*").lower() for a, b in _cells(raw)]
        if not cells or len(cells) > 4 or not all(len(cell) < 24 for cell in cells):
            return False
        return (
            cells[-1] in self._titles
            and (bool(_FAR.match(raw)) or len(cells) > 1)
            and (
                all(cell in self._titles for cell in cells)
                or (len(cells) > 1 and cells[-1] in ("action", "actions", "action by", "by whom", "lead"))
            )
        )


def _cells(raw: str) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    position = 0
    for gap in re.finditer(r"\t[\t ]*|[ ]{3,}", raw):
        if gap.start() > position:
            cells.append((position, gap.start()))
        position = gap.end()
    if position < len(raw.rstrip()):
        cells.append((position, len(raw.rstrip())))
    return cells
