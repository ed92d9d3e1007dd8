"""Actions marked by the list they stand in: check boxes, and the entries under a heading or a label "Actions"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.list_progress import NOTE, TOLD, before_progress, is_of_before
from minutes_cli.find.list_speech import is_dialogue, is_promise, said_words
from minutes_cli.find.task_status import read_status
from minutes_cli.find.task_words import Task, TaskWords
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

_ATTRIBUTION = re.compile(r"\s{0,9}\([\w.|\[\]-]{2,30},\s+\d\d:\d\d(?::\d\d)?\)\s*$")
_HEADING_OWNER = re.compile(r"\bfor\s+(?P<owner>(?:the\s+)?[A-Z@][\w.' -]{1,60})\s*:?$")
_NO_TASK = re.compile(
    r"\W*(?:\[[^\]]{1,60}\]:|https?://|\(?none\)?\W*$|\(?n/?a\)?\W*$|nil\b|no\s+(?:new\s+)?actions?\b|unassigned\W*$)",
    re.I,
)
_MOTION = re.compile(
    r"\b(?:motion\s+(?:by|to|was|made|carried|passed|approved)|moved\s+by|seconded|second\s+by|ayes|roll\s+call\s+vote)\b",
    re.I,
)
_REFERENCE = re.compile(
    r"\W*(?P<ref>(?:AP|AI|A|Action|ACTION)\s?\#?\d[\w./-]{0,8}|\d{1,4}[./-]\d{1,4}(?=\s{1,9}[A-Z]))\s*[:.)-]?\s+(?=\S)"
)
_COLUMN = re.compile(r"[A-Z@][\w. /&,-]{0,24}?[ ]{3,}\S")


class Lists:
    """Finds the entries of lists of actions. ``taken`` are the blocks, by index, that have been read."""

    def __init__(self, document: Document, rules: Rules, words: TaskWords) -> None:
        self._document = document
        self._words = words
        self._heading = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)
        self._lists_of_people = rules.regex(r"(?i:\W*(?:present|attend(?:ees|ance)|agenda|apologies|participants)\b)")
        self._sections: dict[int | None, tuple[bool, tuple[str, ...]]] = {}
        self.taken: set[int] = set()

    def find(self) -> Iterator[ActionCandidate]:
        """The entries under headings and labels that announce tasks, and check boxes, in the order of the text."""
        blocks, places = self._document.blocks, self._document.places
        index = 0
        while index < len(blocks):
            announced, owners = self._announced(index)
            last = index
            if announced and (index == 0 or places[index - 1] != places[index]):
                last = index + 1
                while last < len(blocks) and places[last] == places[index]:
                    last += 1
                if any(_MOTION.search(block.text) for block in blocks[index:last]):
                    index = last  # "Action items" of a board are what it voted on
                    continue
                yield from self._entries(index, last, "list.heading", owners)
                index = last
                continue
            block = blocks[index]
            if index not in self.taken and block.checked is not None and not self._is_of_people(index):
                yield from self._entries(index, index + 1, "list.checkbox", ())
            elif index not in self.taken and self._is_label(block) and not self._is_of_people(index):
                yield from self.entries_from(index + 1, rule="list.label", indent=block.indent, place=places[index])
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
            if last > first and self._is_label(block):
                break
            if nested and block.indent <= indent:
                break
            row = not blocks[first].listed and _COLUMN.match(block.words.strip())  # "Kim    the posters"
            if not block.listed and not (last == first or row or self._heads_list(last)):
                break
            last += 1
        if any(_MOTION.search(block.text) for block in blocks[first : last + 1]):
            return []
        return self._entries(first, last, rule, owners)

    def _announced(self, index: int) -> tuple[bool, tuple[str, ...]]:
        """Whether the section that a block stands in lists tasks, and the owner that its heading names for all."""
        place = self._document.places[index]
        if place not in self._sections:
            self._sections[place] = self._announced_by(list(self._document.titles_above(index))[:2], place)
        return self._sections[place]

    def _announced_by(self, titles: list[str], place: int | None) -> tuple[bool, tuple[str, ...]]:
        if not titles or place is None:
            return False, ()
        if self._heading.fullmatch(titles[0]):
            named = _HEADING_OWNER.search(titles[0])
            if (
                named
                and self._words.owners.is_owner(named["owner"])
                and not re.search(r"meeting", named["owner"], re.I)
            ):
                return True, self._words.owners.split(named["owner"])
            return True, ()
        if (
            (over := titles[1] if len(titles) > 1 else self._over(place))
            and self._heading.fullmatch(over)
            and self._words.owners.is_owner(titles[0], strict=True)
        ):
            return True, self._words.owners.split(titles[0])
        return False, ()

    def _over(self, place: int) -> str:
        """The title above the headings that are but names of owners."""
        titles, headings = self._document.titles, self._document.headings
        while place and headings[place].number is None and self._words.owners.is_known_owner(titles[place]):
            place -= 1
        return titles[place]

    def _is_label(self, block: Block) -> bool:
        words = block.words.strip()
        return len(words) < 70 and bool(self._heading.fullmatch(words)) and (words.endswith(":") or words[:1].isupper())

    def _is_of_people(self, index: int) -> bool:
        return any(self._lists_of_people.match(title) for title in self._document.titles_above(index))

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
        for index in range(first, last):
            block = blocks[index]
            if index in self.taken or block.cell is not None:
                continue
            words = block.words.strip()
            if not words or _NO_TASK.match(words) or self._is_label(block):
                continue
            if tasks and (note := NOTE.match(words)):
                if note["done"] and tasks[-1].block >= index - 3:
                    tasks[-1] = replace(tasks[-1], status="done")
                continue
            if over >= 0 and block.indent <= over and block.listed == blocks[first].listed:
                carried, over = owners, -1
            below = index + 1 < last and (
                blocks[index + 1].indent > block.indent or (blocks[index + 1].listed and not block.listed)
            )
            if below and self._words.owners.is_owner(words) and len(words) < 120:
                carried = self._words.owners.split(words)
                over = block.indent if block.listed else -1
                depth = None
                continue
            if words.endswith(":") and below:
                depth = None
                continue
            if depth is not None and block.listed and block.indent > depth and block.checked is None:
                continue  # a note under a task
            if not block.listed and not self._stands_unlisted(words, listed):
                continue
            if TOLD.match(words) or (dialogue and not block.listed and not self._undertaken(words)):
                continue
            found = self._entry(index, block, rule, carried)
            if found is not None:
                self.taken.add(index)
                depth = block.indent
                tasks.append(found)
        return tasks

    def _undertaken(self, words: str) -> bool:
        said = said_words(words)
        return is_promise(said) or self._words.is_task(said)

    def _stands_unlisted(self, words: str, listed: bool) -> bool:
        """Whether a paragraph under "Actions" is a task though no entry of a list; ``listed`` where others are."""
        words = words[ref.end() :] if (ref := _REFERENCE.match(words)) else words  # "24-02  Cole  Publish the errata"
        if not listed and self._words.is_task(words):
            return True
        if self._words.leading_owner(words):
            return True
        task = self._words.parted(words, 0, len(words))
        return bool(task.owners) and len(words) < 200

    def _entry(self, index: int, block: Block, rule: str, carried: tuple[str, ...]) -> ActionCandidate | None:
        text = block.text
        start, end = block.body - block.start, len(text.rstrip())
        if block.label and not re.match(r"\d{1,3}[a-z]?$|[a-z]$|[ivx]+$", block.label, re.I) and "." not in block.label:
            start = min(start, max(0, text.find(block.label)))  # "2020/2021 Budget Summary" is no number
        attribution = _ATTRIBUTION.search(text, start)
        end = attribution.start() if attribution else end
        start, end, status = read_status(text, start, end)
        reference = _REFERENCE.match(text, start, end)
        if reference:
            start = reference.end()
        if self._words.is_decided(text[start:end]) or not re.search(r"\w{2}", text[start:end]):
            return None
        task = self._words.parted(text, start, end)
        owners = task.owners or self._words.owners_in(text[task.start : task.end].strip(), text[:start]) or carried
        offset = block.start
        stop = task.end
        before = is_of_before(next(self._document.titles_above(index), ""))
        known = bool(owners) and all(self._words.owners.is_known_owner(owner) for owner in owners)
        if before and not known and not self._words.is_task(text[start:end]):
            return None  # how a matter fared: "Shed - Kim fixed the door"
        if owners and before:
            stop = before_progress(text, task.start, task.end)
        task = Task(*_shrunk(text, task.start, stop), owners, task.due)
        if task.end <= task.start:
            return None
        return ActionCandidate(
            pieces=((offset + task.start, offset + task.end),),
            kind="explicit",
            block=index,
            rule=f"action.{rule}" if not rule.startswith("action.") else rule,
            owners=owners,
            due=(offset + task.due[0], offset + task.due[1]) if task.due else None,
            reference=reference["ref"] if reference else None,
            status="done" if block.checked else status,
            evidence=(block.start, block.start + len(text.rstrip())),
            repeats=True,
        )


def _shrunk(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(" -:;,"))
    return start, start + len(words.strip(" -:;,"))
