"""What a finder of actions hands on: a task with its offsets, before the tasks of a document are put together."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_cli.records import ActionKind, ActionStatus


@dataclass(frozen=True, slots=True)
class ActionCandidate:
    """A passage that gives somebody a task.

    ``pieces`` are the offsets in the document's text of the words that state the task, in order and apart from each
    other; markers and owners that stand apart are left out between them. ``owners`` are the owners as written, one
    string each. ``due`` are the offsets of the words of a deadline that stand apart (a column, a label); where it is
    None, the deadline is looked for in the task's own words. ``evidence`` is the passage with its marker, None where
    that is what the pieces span. ``block`` is the index in ``Document.blocks`` of the block that the task stands in.
    ``repeats`` marks an entry of a list that may print again what stands elsewhere (a summary of actions).
    ``focus`` are the offsets of the clause that gives the task and of its verb, behind which its deadline is looked for
    first.
    ``confidence`` is the measured share of the rule's records that are right, None where it wasn't measured.
    """

    pieces: tuple[tuple[int, int], ...]
    kind: ActionKind
    block: int
    rule: str
    owners: tuple[str, ...] = ()
    due: tuple[int, int] | None = None
    reference: str | None = None
    status: ActionStatus = "open"
    evidence: tuple[int, int] | None = None
    repeats: bool = False
    confidence: float | None = None
    focus: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """The offset of the task's first word."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """The offset behind the task's last word."""
        return self.pieces[-1][1]

    @property
    def passage(self) -> tuple[int, int]:
        """The offsets of the passage that is the record's evidence: the task's words and its marker."""
        if self.evidence is None:
            return self.start, self.end
        return min(self.start, self.evidence[0]), max(self.end, self.evidence[1])
