"""Actions marked by the list they stand in: check boxes, and the entries under a heading or a label "Actions"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.list_entries import ListEntries
from minutes_cli.find.list_headings import ListHeadings
from minutes_cli.find.list_progress import NOTE, TOLD, is_arising
from minutes_cli.find.list_speech import is_dialogue, is_promise, said_words
from minutes_cli.find.task_status import tells_done
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences

_NO_TASK = lazy(
    r"\W*(?:\[[^\]]{1,60}\]:|https?://|\(?none\)?\W*$|\(?n/?a\)?\W*$|nil\b|no\s+(?:new\s+)?actions?\b|unassigned\W*$)",
    re.I,
)
_MOTION = lazy(
    r"\b(?:motion\s+(?:by|to|was|made|carried|passed|approved)|moved\s+by|seconded|second\s+by|ayes|roll\s+call\s+vote)\b",
    re.I,
)
_DUE_NOTE = lazy(r"\b(?:due|deadline)\b(?:\s+(?:by|on|date))?\s*:?\s*(?P<due>[^.;()]{2,40}?)[\s.;)]*$", re.I)
_COLUMN = lazy(r"[A-Z@][\w. /&,-]{0,24}?[ ]{3,}\S")


class Lists:
    """Finds the entries of lists of actions. ``taken`` are the blocks, by index, that have been read."""

    def __init__(self, document: Document, rules: Rules, words: TaskWords) -> None:
        self._document = document
        self._words = words
        self._headings = ListHeadings(document, rules, words.owners)
        self._reader = ListEntries(document, words)
        self.taken: set[int] = set()

    def find(self) -> Iterator[ActionCandidate]:
        """The entries under headings and labels that announce tasks, and check boxes, in the order of the text."""
        blocks, places = self._document.blocks, self._document.places
        index = 0
        while index < len(blocks):
            announced, owners = self._headings.announced(index)
            last = index
            if announced and (index == 0 or places[index - 1] != places[index]):
                last = index + 1
                while last < len(blocks) and places[last] == places[index]:
                    last += 1
                end = _before_motion(blocks, index, last)
                if end is None:
                    index = last  # "Action items" of a board are what it voted on
                    continue
                tasks = self._entries(index, end, "list.heading", owners)
                yield from self._timed(tasks, self._headings.due_named(index))
                index = last
                continue
            block = blocks[index]
            ticked = index not in self.taken and block.checked is not None
            if ticked and self._headings.is_ticked_for_people(index):
                index += 1
                continue
            if ticked and not self._headings.is_of_people(index):
                yield from self._entries(index, index + 1, "list.checkbox", ())
            elif (
                index not in self.taken
                and self._headings.is_label(block)
                and not (block.label.isdigit() and self._counts_on(index))
                and not self._headings.is_of_people(index)
            ):
                named = self._headings.owners_named(block.words)
                found = self.entries_from(
                    index + 1, rule="list.label", indent=block.indent, place=places[index], owners=named
                )
                told = self._headings.is_sentence(block)
                given = [task for task in found if not told or self._is_stated(task)]
                yield from self._timed(given, self._headings.due_within(block.body, block.end))
            index += 1

    def nested_in(self, index: int, *, rule: str, owners: tuple[str, ...]) -> list[ActionCandidate]:
        """The tasks of the list that is nested in a block which names their owner: "Action (Petra):"."""
        blocks, after = self._document.blocks, index + 1
        if after >= len(blocks) or not blocks[after].listed or blocks[after].indent <= blocks[index].indent:
            return []
        return self.entries_from(after, rule=rule, indent=blocks[index].indent, owners=owners)

    def entries_from(
        self, first: int, *, rule: str, indent: int, place: int | None = -1, owners: tuple[str, ...] = ()
    ) -> list[ActionCandidate]:
        """The entries of the list that begins at a block, as long as it goes on."""
        blocks, places = self._document.blocks, self._document.places
        if first >= len(blocks) or (place != -1 and places[first] != place):
            return []
        place, last = places[first], first
        nested = blocks[first].indent > indent
        while last < len(blocks) and places[last] == place and last not in self.taken:
            block = blocks[last]
            if last > first and self._headings.is_label(block):
                break
            if nested and block.indent <= indent:
                break
            row = not blocks[first].listed and _COLUMN.match(block.words.strip())  # "Kim    the posters"
            if not block.listed and not (last == first or row or self._heads_list(last)):
                adjoins = not blocks[first].listed and block.first == blocks[last - 1].last + 1
                if NOTE.match(block.words):
                    last += 1
                    continue
                if not adjoins or not self._reader.stands_unlisted(block.words, True):
                    break
            last += 1
        end = _before_motion(blocks, first, last + 1)
        return [] if end is None else self._entries(first, min(end, last), rule, owners)

    def _counts_on(self, index: int) -> bool:
        """Whether an entry is one of a table of contents: "3. Summary of actions" above "4. Summary of decisions"."""
        after = self._document.blocks[index + 1] if index + 1 < len(self._document.blocks) else None
        return after is not None and after.label == str(int(self._document.blocks[index].label) + 1)

    def _heads_list(self, index: int) -> bool:
        """Whether a block names an owner over a list of tasks."""
        blocks = self._document.blocks
        return (
            index + 1 < len(blocks)
            and blocks[index + 1].listed
            and self._words.owners.is_owner(blocks[index].words, strict=True)
        )

    def _entries(self, first: int, last: int, rule: str, owners: tuple[str, ...]) -> list[ActionCandidate]:
        """The tasks among the blocks of a list. An owner on a line of its own owns what is listed below it."""
        blocks = self._document.blocks
        listed = any(blocks[index].listed for index in range(first, last))
        dialogue = is_dialogue(blocks, first, last)
        carried, over = owners, -1
        tasks: list[ActionCandidate] = []
        depth: int | None = None
        plans = rule == "list.heading" and self._headings.is_of_plans(first)
        arising = is_arising(next(self._document.titles_above(first), ""))
        for index in range(first, last):
            block = blocks[index]
            if index in self.taken or block.cell is not None:
                continue
            words = block.words.strip()
            if not words or _NO_TASK.match(words) or self._headings.is_label(block) or self._headings.is_header(words):
                carried = self._headings.owners_named(words) or carried  # "Actions for CF"
                continue
            if tasks and (note := NOTE.match(words)):
                if tasks[-1].block >= index - 3:
                    tasks[-1] = self._noted(tasks[-1], block, tells_done(words[note.end() :]))
                continue
            if over >= 0 and block.indent <= over and block.listed == blocks[first].listed:
                carried, over = owners, -1
            below = index + 1 < last and (
                blocks[index + 1].indent > block.indent or (blocks[index + 1].listed and not block.listed)
            )
            handle = below and " " not in words and words.islower() and self._words.owners.may_be_handles(words)
            if below and (handle or self._words.owners.is_owner(words)) and len(words) < 120:
                carried = self._words.owners.split(words)
                over = block.indent if block.listed else -1
                depth = None
                continue
            if words.endswith(":") and below:
                depth = None
                continue
            if depth is not None and block.listed and block.indent > depth and block.checked is None:
                continue  # a note under a task
            if not block.listed and not self._reader.stands_unlisted(words, listed, arising=arising):
                continue
            if (
                TOLD.match(words)
                or (block.speaker and words.endswith("?"))
                or (dialogue and not block.listed and not self._undertaken(words))
            ):
                continue
            found = self._reader.read(index, block, rule, carried)
            if found is not None and not (plans and not self._is_given(found)):
                self.taken.add(index)
                depth = block.indent
                tasks.append(found)
        return tasks

    def _timed(self, tasks: list[ActionCandidate], due: tuple[int, int] | None) -> Iterator[ActionCandidate]:
        """Tasks, those without a time of their own with the one that stands over the list."""
        for task in tasks:
            untimed = due and task.due is None and not self._words.dues.find(self._document.cut(*task.pieces[0]))
            yield replace(task, due=due) if untimed else task

    def _is_stated(self, task: ActionCandidate) -> bool:
        """Whether the first sentence of an entry is a task in its own words."""
        words = self._document.cut(*task.pieces[0])
        start, end = next(iter(split_sentences(words)), (0, 0))
        return self._words.is_task(words[start:end])

    def _noted(self, task: ActionCandidate, block: Block, done: bool) -> ActionCandidate:
        """A task with what a line below it tells: "Status: done", "Status: in progress, due June 1"."""
        due = _DUE_NOTE.search(block.text) if task.due is None else None
        if due and self._words.dues.whole(due["due"]):
            task = replace(task, due=(block.start + due.start("due"), block.start + due.end("due")))
        return replace(task, status="done") if done else task

    def _is_given(self, task: ActionCandidate) -> bool:
        """Whether a task names who does it, a person or a post, or opens with what to do."""
        owners = self._words.owners
        if task.owners:
            return not any(owners.is_outfit(owner) for owner in task.owners)
        return self._words.is_task(self._document.cut(*task.pieces[0]))

    def _undertaken(self, words: str) -> bool:
        said = said_words(words)
        return is_promise(said) or self._words.is_task(said)


def _before_motion(blocks: Sequence[Block], first: int, last: int) -> int | None:
    """Where a list ends, before a motion to adjourn that stands below it; None if it is about motions itself."""
    for index in range(first, min(last, len(blocks))):
        if _MOTION.search(blocks[index].text):
            closing = index > first and not blocks[index].listed and "adjourn" in blocks[index].text.lower()
            return index if closing else None
    return last
