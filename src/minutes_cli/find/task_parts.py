"""Where a stretch of text holds several tasks, each with its own owner.

All offsets are those of the text handed in, a stretch of a block's mask.
"""

from __future__ import annotations

from minutes_cli.find.task_owners import TaskOwners
from minutes_cli.patterns import lazy
from minutes_cli.text.sentences import split_sentences

_JOINT = lazy(r"(?:[,;]\s+(?:and\s+|while\s+)?|\s+and\s+|\s+while\s+)(?:the\s+)?(?=[A-Z@])")
_OWNED = lazy(r";\s+(?=[A-Z@][\w.' /&-]{0,40}(?::|\s-)\s)")


class TaskParts(TaskOwners):
    """Cuts stretches where another owner is given another task."""

    def owned_parts(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """A stretch cut where another owner is named before another task: "RD: a letter; KO: the hall"."""
        sentences = self._owned_sentences(text, start, end)
        if sentences:
            return sentences
        marks = list(_OWNED.finditer(text, start, end))
        if not marks or not self.owner_at_head(text, start, end)[1]:
            return [(start, end)]
        marks = [mark for mark in marks if self.owner_at_head(text, mark.end(), end)[1]]
        return list(
            zip([start, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), end], strict=True)
        )

    def _owned_sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences of a stretch, where each gives another owner a task: "Jo to book the hall. Kim to ask Dan."."""
        if ". " not in text[start:end]:
            return []
        found = [(start + a, start + b) for a, b in split_sentences(text[start:end])]
        return found if len(found) > 1 and all(self._gives(text[a:b]) for a, b in found) else []

    def clauses(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """A task cut where its sentence gives another owner another: "Jo to book the hall, and Kim to ask the bank"."""
        lead = self.leading_owner(text[start:end])
        joints = [
            comma
            for comma in (_JOINT.finditer(text, start + lead, end) if lead else ())
            if self._gives(text[comma.end() : end])
        ]
        ends = [joint.start() for joint in joints]
        return list(zip([start, *(joint.end() for joint in joints)], [*ends, end], strict=True))

    def _gives(self, words: str) -> bool:
        """Whether what stands behind a comma gives another owner a task: "Kim to ask the bank"."""
        lead = self.leading_owner(words[:300])
        verb = (words[lead:].split(None, 1) or [""])[0] if lead else ""
        given = verb in ("to", "will") or verb in self.verbs
        return given and self.owners.is_known_owner(words[:lead])
