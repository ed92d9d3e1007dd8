"""One entry of a list of actions: its number, its words, its owner, its deadline and how it stands."""

from __future__ import annotations

import re

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.list_progress import before_progress, has_fared, is_of_before
from minutes_cli.find.task_status import is_reported, read_status
from minutes_cli.find.task_words import Task, TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_ATTRIBUTION = lazy(r"\s{0,9}\([\w.|\[\]-]{2,30},\s+\d\d:\d\d(?::\d\d)?\)\s*$")
_REFERENCE = lazy(
    r"\W*(?P<ref>(?:AP|AI|A|Action|ACTION)\s?\#?\d[\w./-]{0,8}|(?!(?:19|20)\d\d[/-](?:19|20)?\d\d\b)(?:[A-Z]{1,5}[./-])?\d{1,4}(?:[./-]\d{1,4}){1,2}[a-z]?(?=\s{1,9}[A-Z]))\s*[:.)-]?\s+(?=\S)"
)
_MARK_BEHIND = lazy(r"\s+(?:Action|ACTION)s?\W*$")  # "order the chairs Action (Jo)"
_TO_DO = lazy(r"\s+to\s+[a-z]+")
# What is told of a task that is closed: "21/33 - Dr Moor had met Mr Wray to discuss the clinic. Closed."
_TOLD_DONE = lazy(
    r"\W*(?:[\w/.-]{1,16}\d\s*[-:]\s+)?(?:The\s+)?[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){0,3}\s+(?:had|has)\s+(?:since\s+|now\s+|already\s+)?"
    r"(?:been\s+)?(?:[a-z]+ed|met|sent|written|spoken|rung|found|bought|made|given|put|paid|seen|had|told|done)\b"
)
_LONGEST_ASIDE = 200  # characters of a paragraph that is a task because an owner stands apart in it


class ListEntries:
    """Reads the entries of lists in one document."""

    def __init__(self, document: Document, words: TaskWords) -> None:
        self._document = document
        self._words = words

    def stands_unlisted(self, words: str, listed: bool, *, arising: bool = False) -> bool:
        """Whether a paragraph under "Actions" is a task though no entry of a list; ``listed`` where others are.

        Under "Matters arising", where ``arising``, a paragraph tells of one, unless its owner is "to" do it.
        """
        words = words[ref.end() :] if (ref := _REFERENCE.match(words)) else words  # "24-02  Cole  Publish the errata"
        if arising and not _TO_DO.match(words, self._words.leading_owner(words)):
            return False
        if not listed and self._words.is_task(words):
            return True
        if self._words.leading_owner(words):
            return True
        task = self._words.parted(words, 0, len(words))
        return bool(task.owners) and len(words) < _LONGEST_ASIDE

    def read(self, index: int, block: Block, rule: str, carried: tuple[str, ...]) -> ActionCandidate | None:
        """The task of an entry, None where it is none; ``carried`` are the owners that stand over the list."""
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
            if is_reported(text, start, end):
                return None
        if self._words.is_decided(text[start:end]) or not re.search(r"\w{2}", text[start:end]):
            return None
        task = self._words.parted(text, start, end)
        status = "done" if "done" in (status, task.status) else "open"
        if status == "done" and _TOLD_DONE.match(text, start, end):
            return None  # what somebody did, no task
        owners = task.owners or self._words.owners_in(text[task.start : task.end].strip(), text[:start]) or carried
        offset = block.start
        stop = task.end
        before = is_of_before(next(self._document.titles_above(index), ""))
        known = bool(owners) and all(self._words.owners.is_known_owner(owner) for owner in owners)
        if before and not known and not self._words.is_task(text[start:end]):
            return None  # how a matter fared: "Shed - Kim fixed the door"
        if before and task.owners and has_fared(text[task.start : task.end]):
            return None
        if owners and before:
            stop = before_progress(text, task.start, task.end)
        mark = _MARK_BEHIND.search(text, task.start, stop) if task.owners and stop < end else None
        task = Task(*_shrunk(text, task.start, mark.start() if mark else stop), owners, task.due)
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
