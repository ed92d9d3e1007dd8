"""Labels on lines of their own: the task, its owner or a list of tasks stands on the lines above or below."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.label_tasks import LOOSE, LabelTasks
from minutes_cli.find.labels import Label, LabelFinder
from minutes_cli.find.marked_lists import Lists
from minutes_cli.find.task_status import tells_done
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

_FIELD = lazy(
    r"\W*(?:(?P<owner>(?:action\s+)?(?:owners?|lead|officer|responsible(?:\s+(?:officer|person))?|assigned\s+to|who|by\s+whom))"
    r"|(?P<due>due(?:\s+date)?|deadline|by\s+when|when|target(?:\s+date)?|timescale|completion(?:\s+date)?)|(?P<status>status))"
    r"\s*[:-]\s*(?P<value>\S)",
    re.IGNORECASE,
)
_WHOSE = lazy(r"\W*(?P<owner>[A-Z][\w. -]{0,40}?)(?:'s|(?<=s)')")  # "Petra's actions:"
_MOVERS = lazy(
    r"(?:proposed|moved|proposer|mover)(?: by)?\s*:\s*[^:]{3,50}?\s*(?:seconded|seconder)(?: by)?\s*:\s*[^:.]{3,50}$",
    re.IGNORECASE,
)
_SETTLED = lazy(r"\s-\s+(?:agreed|approved|noted|adopted)[.\s]*$", re.IGNORECASE)  # no task: "Pay policy - agreed"
_ROLL = lazy(r"\W*(?:(?:members?|also)\s+)?(?:present|attend(?:ees|ance)|in\s+attendance|apologies)\b[^:]{0,40}:", re.I)
_TO = lazy(r"To\s+[a-z]+")
_REACH_BACK = 3  # blocks above a label on a line of its own in which its task may stand


class LabelLines:
    """Reads the blocks around a label that has its line to itself."""

    def __init__(
        self, document: Document, rules: Rules, words: TaskWords, lists: Lists, finder: LabelFinder, tasks: LabelTasks
    ) -> None:
        self._document = document
        self._words = words
        self._lists = lists
        self._finder = finder
        self._tasks = tasks
        self._bare = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)

    def with_fields(self, index: int, candidate: ActionCandidate) -> ActionCandidate:
        """A task with the owner, deadline and status that labelled lines right below it give."""
        blocks, places = self._document.blocks, self._document.places
        for after in range(index + 1, min(index + 5, len(blocks))):
            block = blocks[after]
            field = _FIELD.match(block.text, block.body - block.start)
            if field is None or places[after] != places[index] or block.first > blocks[after - 1].last + 1:
                break
            start, end = field.start("value"), len(block.text.rstrip())
            value = block.text[start:end]
            span = (block.start + start, block.start + end)
            if field["owner"] and self._words.owners.is_owner(value):
                candidate = replace(candidate, owners=self._words.owners.split(value))
            elif field["due"] and candidate.due is None:
                candidate = replace(candidate, due=span)
            elif field["status"] and tells_done(value):
                candidate = replace(candidate, status="done")
            else:
                break
            self._lists.taken.add(after)
            evidence = candidate.passage
            candidate = replace(candidate, evidence=(min(evidence[0], span[0]), max(evidence[1], span[1])))
        return candidate

    def above(
        self, index: int, block: Block, label: Label, owners: tuple[str, ...], due: tuple[int, int] | None
    ) -> list[ActionCandidate]:
        """The task in the blocks above a label that stands on a line of its own."""
        document = self._document
        if self._heads_marked(index):
            return []
        for above in range(index - 1, max(-1, index - 1 - _REACH_BACK), -1):
            other = document.blocks[above]
            if document.places[above] != document.places[index] or not _same_cell(other, block):
                break
            if not other.words.strip(" .:-"):
                continue
            if self._finder.find(other) or _ROLL.match(other.words):
                break
            if _MOVERS.match(other.words):
                continue  # the label stands below those who moved what is to be done
            above, other = self._over(above, block)
            start, end = other.body - other.start, len(other.text.rstrip())
            shared = self._tasks.shared(block, label, other, start, end) if len(owners) > 1 else []
            if shared:
                stop = block.start + max(label.stop, label.end) - other.start
                return [self._tasks.candidate(above, other, label, one, evidence=(one.start, stop)) for one in shared]
            task = self._words.given(other.text, start, end, owners)
            if task is None or _SETTLED.search(other.text, task.start, task.end):
                break
            offset = other.start
            return [
                ActionCandidate(
                    pieces=((offset + task.start, offset + task.end),),
                    kind="explicit",
                    block=above,
                    rule=label.match.rule.id,
                    owners=owners
                    or self._words.owners_in(
                        other.text[task.start : task.end], other.text[max(0, task.start - 1500) : task.start]
                    ),
                    due=(block.start + due[0], block.start + due[1]) if due else None,
                    reference=label.group("ref", block.text) or None,
                    evidence=(offset + task.start, block.start + max(label.stop, label.end)),
                )
            ]
        return self._below(index, block, label, owners)

    def _heads_marked(self, index: int) -> bool:
        """Whether a label with its owner heads a list whose entries have marks of their own: "Actions (Jo):"."""
        blocks, after = self._document.blocks, index + 1
        if after >= len(blocks) or self._document.places[after] != self._document.places[index]:
            return False
        entries = blocks[after].listed and not any(block.listed for block in blocks[max(0, index - 1) : after])
        return entries and bool(self._finder.find(blocks[after]))

    def _over(self, above: int, block: Block) -> tuple[int, Block]:
        """The block above a label: where both are notes under a task in a list, the task itself."""
        blocks = self._document.blocks
        other = blocks[above]
        if not block.listed or not other.listed or other.indent < block.indent:
            return above, other
        for over in range(above - 1, max(-1, above - 20), -1):
            if blocks[over].indent < block.indent:
                words = blocks[over].words.rstrip()
                stated = blocks[over].listed and (words.endswith(".") or self._words.is_task(words))
                return (over, blocks[over]) if stated else (above, other)
        return above, other

    def _below(self, index: int, block: Block, label: Label, owners: tuple[str, ...]) -> list[ActionCandidate]:
        """The task on the line below an owner's label that nothing stands above."""
        blocks, after = self._document.blocks, index + 1
        if after >= len(blocks) or blocks[after].first != block.last + 1 or after in self._lists.taken:
            return []
        below = blocks[after]
        if self._document.places[after] != self._document.places[index] or not self._words.is_task(below.words):
            return []
        self._lists.taken.add(after)
        start, end = below.body - below.start, len(below.text.rstrip())
        return self._tasks.leading(after, below, Label(label.match, start, start, end), start, end, owners=owners)

    def empty(self, index: int, block: Block, label: Label, position: int) -> list[ActionCandidate]:
        """A label with nothing behind it on its line: the next lines hold the owner, the task or a list of tasks."""
        document = self._document
        after = index + 1
        if after >= len(document.blocks) or document.places[after] != document.places[index]:
            return []
        block_after = document.blocks[after]
        head = block.text[position : label.start].strip(LOOSE)
        if not _same_cell(block, block_after):
            return []
        owners, _ = self._tasks.owner_only(
            block_after.text, block_after.body - block_after.start, len(block_after.text)
        )
        has_children = after + 1 < len(document.blocks) and document.blocks[after + 1].listed
        if owners and not head and not has_children and (below := self._task_below(after, label, owners)):
            return below
        if owners and not (has_children and not head):
            self._lists.taken.add(after)
            if head:
                return self._tasks.trailing(index, block, label, position, label.start, owners)
            return self.above(index, block, label, owners, None)
        if head and not block_after.listed and not self._bare.fullmatch(head):
            return []
        if block_after.listed or owners:
            whose = _WHOSE.fullmatch(head)
            named = whose["owner"] if whose and self._words.owners.is_owner(whose["owner"]) else ""
            given = self._words.owners.split(named) if named else ()
            return self._lists.entries_from(after, rule=label.match.rule.id, indent=block.indent, owners=given)
        if self._finder.find(block_after) or after in self._lists.taken:
            return []
        if label.match.rule.id == "action.task" and not self._words.is_task(block_after.words):
            return []
        found: list[ActionCandidate] = []
        while True:
            self._lists.taken.add(after)
            start = block_after.body - block_after.start
            end = self._tasks.leading_end(block_after.text, start, len(block_after.text.rstrip()))
            found += self._tasks.leading(after, block_after, Label(label.match, start, start, end), start, end)
            after += 1
            if after >= len(document.blocks) or document.places[after] != document.places[index]:
                return found
            last, block_after = block_after, document.blocks[after]
            adjoins = block_after.first == last.last + 1 and block_after.cell == block.cell
            if not adjoins or not self._words.leading_owner(block_after.words) or self._finder.find(block_after):
                return found

    def _task_below(self, index: int, label: Label, owners: tuple[str, ...]) -> list[ActionCandidate]:
        """The task on the line below an owner that stands on the line below a label: "Action:", "Clerk", "To write"."""
        blocks, after = self._document.blocks, index + 1
        if after >= len(blocks) or blocks[after].first != blocks[index].last + 1 or not _TO.match(blocks[after].words):
            return []
        self._lists.taken.update((index, after))
        below = blocks[after]
        start, end = below.body - below.start, len(below.text.rstrip())
        return self._tasks.leading(after, below, Label(label.match, start, start, end), start, end, owners=owners)

    def broken_owner(self, index: int, words: str) -> tuple[str, ...]:
        """An owner that the next line goes on with: "Action: Director of" over "Homes"."""
        document = self._document
        after = index + 1
        if after >= len(document.blocks) or document.places[after] != document.places[index] or not words.strip():
            return ()
        block, line = document.blocks[index], document.blocks[after]
        if line.first != block.last + 1 or line.listed or line.cell != block.cell or len(line.words.split()) > 4:
            return ()
        if len(words) > 120 or line.words.endswith((".", ":")) or self._finder.find(line):
            return ()
        joined = f"{words.strip()} {line.words.strip()}"
        unfinished = bool(re.search(r"(?:,|&|/|\b(?:of|and|for|the))\s*$", words))
        if not self._words.owners.is_owner(joined, strict=True):
            return ()
        if not unfinished and (len(line.words.split()) > 2 or not self._words.owners.is_owner(words)):
            return ()
        self._lists.taken.add(after)
        return self._words.owners.split(joined)


def _same_cell(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return one.cell is other.cell
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
