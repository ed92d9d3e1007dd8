"""Actions marked in a margin to the right: initials behind a wide gap at a paragraph's line, or on a line alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.margin_lines import Margin, MarginLines
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

_SIDE = lazy(r"[A-Z][\w&/' -]{0,30}?(?:[ ]{3,}|\t+)(?=\S)")  # a title at the left of its paragraph
# A decision that gives somebody something to do: "It was RESOLVED that the Clerk serve notice".
_GIVES = lazy(
    r"\bthat\s+(?:the\s+)?(?:[A-Z][\w.'-]*\s+){1,3}(?:be\s+(?:asked|instructed|authori[sz]ed|requested)\s+to|(?!be\b|is\b|was\b|were\b|are\b|has\b|of\b|and\b)[a-z]+)\b"
)
_ITEM = lazy(r"(?m)^[ \t]*(?:\d{1,2}\.\d{1,2}\.?[ \t]+|\d{3,4}[ \t]{2,}|[•*-][ \t]+)(?=[A-Z])")


def find_margins(document: Document, rules: Rules, words: TaskWords) -> Iterator[ActionCandidate]:
    """The tasks whose owners stand in a margin, each the sentence of its paragraph that gives a task."""
    if "\t" not in document.text and "    " not in document.text:
        return
    reader = _Margins(document, rules, words)
    for index, block in enumerate(document.blocks):
        if block.cell is None:
            yield from reader.read(index, block)


class _Margins:
    def __init__(self, document: Document, rules: Rules, words: TaskWords) -> None:
        self._document = document
        self._words = words
        self._of_people = rules.regex(r"(?i:\W*(?:present|attend(?:ees|ance)|apologies|in\s+attendance|members)\b)")
        self._lines = MarginLines(document, rules, words)

    def read(self, index: int, block: Block) -> Iterator[ActionCandidate]:
        """The tasks of one paragraph that the margin beside it gives owners."""
        margins = self._lines.read(index)
        if not margins or any(self._of_people.match(title) for title in self._document.titles_above(index)):
            return
        for place, margin in enumerate(margins):
            begin = margins[place - 1].end if place else block.body
            last = place + 1 == len(margins)
            end = self._item_end(margin, block.start + len(block.text.rstrip())) if last else margin.start
            if margin.alone and margin.start <= block.body:
                if self._lines.is_joint(len(self._document.text[: margin.start].rstrip()), margin.start):
                    continue
                yield from self._above(index, margin)
            else:
                yield from self._beside(index, block, margin, begin, end)

    def _item_end(self, margin: Margin, end: int) -> int:
        """Where the item ends that a margin stands beside: before the next numbered one, if its paragraph goes on."""
        item = _ITEM.search(self._document.text, margin.end, end)
        return item.start() if item else end

    def _beside(self, index: int, block: Block, margin: Margin, begin: int, end: int) -> Iterator[ActionCandidate]:
        """The task in the paragraph itself; what stands in the margin is cut out of it."""
        offset = block.start
        text = block.text
        cuts = (*margin.others, (margin.start, margin.end))
        blanked = text
        for a, b in cuts:
            blanked = blanked[: a - offset] + " " * (b - a) + blanked[b - offset :]
        task = self._words.weightiest(
            blanked,
            begin - offset,
            min(end - offset, len(blanked.rstrip())),
            margin.owners,
            margin.start - offset,
            headed=self._lines.is_headed(margin),
        )
        if task is None or task.end - task.start < 8:
            return
        words = blanked[task.start : task.end]
        if not self._is_given(words, margin):
            yield from self._below(index, margin)
            return
        if (self._words.is_decided(words) and not _GIVES.search(words)) or len(words.split()) < 3:
            return
        start, stop = offset + task.start, offset + task.end
        cuts = tuple(cut for cut in cuts if start < cut[0] < stop)
        side = _SIDE.match(self._document.text, start, cuts[0][0] if cuts else stop)
        start = side.end() if side else start
        clauses = self._words.clauses(blanked, start - offset, stop - offset) if len(margin.owners) > 1 else []
        if len(clauses) > 1:
            for a, b in clauses:
                named = replace(margin, owners=self._words.owners_in(blanked[a:b]) or margin.owners)
                pieces = _pieces(offset + a, offset + b, cuts)
                yield self._candidate(
                    index, tuple(p for p in pieces if text[p[0] - offset : p[1] - offset].strip()), named
                )
            return
        pieces = _pieces(start, stop, cuts)
        yield self._candidate(index, tuple(p for p in pieces if text[p[0] - offset : p[1] - offset].strip()), margin)

    def _below(self, index: int, margin: Margin) -> Iterator[ActionCandidate]:
        """The task in the paragraph below, where the margin stands at the head of an item of several paragraphs."""
        blocks, places = self._document.blocks, self._document.places
        after = index + 1
        if after >= len(blocks) or places[after] != places[index] or blocks[after].first > blocks[index].last + 2:
            return
        text = blocks[after].text
        if self._words.weight(text, margin.owners) < 3 or any(self._lines.lines(blocks[after])):
            return
        task = self._words.weightiest(text, blocks[after].body - blocks[after].start, len(text.rstrip()), margin.owners)
        if task is not None:
            yield self._candidate(after, ((blocks[after].start + task.start, blocks[after].start + task.end),), margin)

    def _above(self, index: int, margin: Margin) -> Iterator[ActionCandidate]:
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

    def _candidate(self, index: int, pieces: tuple[tuple[int, int], ...], margin: Margin) -> ActionCandidate:
        return ActionCandidate(
            pieces=pieces,
            kind="explicit",
            block=index,
            rule="action.margin",
            owners=margin.owners,
            due=margin.due,
            evidence=(min(pieces[0][0], margin.start), max(pieces[-1][1], margin.end)),
        )

    def _is_given(self, words: str, margin: Margin) -> bool:
        """Whether a sentence beside an owner can be a task: by its words, or by a column's title over the owner."""
        weight = self._words.weight(words, margin.owners)
        if weight and (self._lines.is_headed(margin) or all(map(self._lines.is_sure, margin.owners))):
            return True
        if weight > 1:
            return True
        return self._lines.is_headed(margin) and len(words.split()) >= 5 and words.rstrip()[-1:] in ".;"


def _pieces(start: int, stop: int, cuts: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """A stretch without what is cut out of it."""
    within = [cut for cut in cuts if start < cut[0] < stop]
    return tuple(zip([start, *(b for _, b in within)], [*(a for a, _ in within), stop], strict=True))
