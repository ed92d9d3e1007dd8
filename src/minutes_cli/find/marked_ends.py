"""Actions marked by the initials of those who act behind the last sentence of a paragraph: "… to the county. RD/KO"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy

_LONGEST = 48  # characters of such an end
_NAME = r"(?:[A-Z]{2,3}|CLERK|CHAIR|TREASURER|SECRETARY|ALL)"
_INITIALS = rf"{_NAME}(?:\s?[/,&+]\s?{_NAME}){{0,4}}"
_POSTS = frozenset(("CLERK", "CHAIR", "TREASURER", "SECRETARY"))
_END = lazy(
    rf"(?:(?<=[.!?;])\s+(?P<bare>{_INITIALS})|\s\[(?P<square>{_INITIALS})\]|(?<=[.!?;])\s+\((?P<round>{_INITIALS})\))[.;]?\s*$"
)
_PAIR = lazy(r"[(\[][A-Z]{2,3}\s?/\s?[A-Z]{2,3}[)\]]")
_RESOLVED = lazy(r"\b(?:resolved|carried)\b", re.IGNORECASE)


def find_ends(document: Document, words: TaskWords) -> Iterator[ActionCandidate]:
    """The task of the last sentence of each paragraph that ends in initials of the document's people, or a post."""
    for index, block in enumerate(document.blocks):
        if not block.words[-3:-1].isupper() or block.cell is not None:
            continue  # not the last capital of initials, nor the one before a bracket or stop
        text = block.text.rstrip()
        if len(text) < 20 or not (text[-1].isupper() or text[-1] in "]).;"):
            continue
        end = _END.search(text, max(block.body - block.start, len(text) - _LONGEST))
        if end is None:
            continue
        named = words.owners.split(next(group for group in end.groups() if group))
        if not all(words.owners.is_known(name) or name in _POSTS for name in named):
            continue
        task = words.given(text, block.body - block.start, end.start(), named)
        if task is None or words.is_decided(text[task.start : task.end]):
            continue
        if _PAIR.search(text, end.start()) and _RESOLVED.search(text, task.start, task.end):
            continue  # "It was RESOLVED that … [RD/KO]": who moved and who seconded it
        said = text[task.start : task.end]
        if words.weight(said, named) or words.is_task(said):
            yield ActionCandidate(
                pieces=((block.start + task.start, block.start + task.end),),
                kind="explicit",
                block=index,
                rule="action.end",
                owners=named,
                evidence=(block.start + task.start, block.start + len(text)),
            )
