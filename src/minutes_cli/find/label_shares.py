"""Sentences before a label of several owners, each the task of one: "Jo to ring. Kim to write. Action: Jo; Kim"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minutes_cli.find.roster import initials_of
from minutes_cli.find.task_words import Task, TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.text.sentences import split_sentences

_SEMICOLON = lazy(r";\s*")
_SMALL = frozenset("the a of and mr mrs ms miss dr cllr".split())

Groups = Mapping[str, tuple[int, int] | None]


class Shares:
    """Shares out the sentences of a paragraph among the owners that stand behind its label."""

    def __init__(self, words: TaskWords) -> None:
        self._words = words

    def groups(self, text: str, start: int, stop: int) -> Groups:
        """The owners that a stretch holds, each with the deadline beside it; none where it holds anything else."""
        found: dict[str, tuple[int, int] | None] = {}
        marks = list(_SEMICOLON.finditer(text, start, stop))
        for a, b in zip([start, *(m.end() for m in marks)], [*(m.start() for m in marks), stop], strict=True):
            words = text[a:b]
            if self._words.owners.is_owner(words):
                owners, due = self._words.owners.split(words), None
            else:
                owners, due = self._words.owner_and_due(words)
            if not owners:
                return {}
            for owner in owners:
                found[owner] = (a + due[0], a + due[1]) if due else None
        return found

    def tasks(self, text: str, start: int, end: int, groups: Groups) -> list[Task]:
        """The last sentences of a stretch, where each gives some of the owners a task, and all of them get one."""
        left = dict(groups)
        found: list[Task] = []
        for a, b in reversed(split_sentences(text[start:end])):
            named = self._words.owners_in(text[start + a : start + b])
            ours = [owner for owner in left if any(_is_same(owner, name) for name in named)]
            if not ours or len(ours) != len(named):
                break
            due = next((left[owner] for owner in ours if left[owner]), None)
            found.insert(0, Task(start + a, start + b, tuple(ours), due))
            left = {owner: due for owner, due in left.items() if owner not in ours}
            if not left:
                return found if len(found) > 1 else []
        return []


def _is_same(owner: str, name: str) -> bool:
    """Whether an owner behind a label is the one that a sentence names: by name, by part of it or by initials."""
    words = [set(re.findall(r"\w+", words.lower())) - _SMALL for words in (owner, name)]
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0] or owner in initials_of(name))
