"""An action of the register as it stands now."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tracked:
    """An action as it stands now.

    ``owners`` and ``due_date`` are those that a person set, where one did. ``since_meetings`` counts the meetings whose
    minutes have it, this one included, the first on ``since_date``. ``remark`` says what a person should know, and
    ``suggested`` is ``done`` where later minutes report that. ``withdrawn``: a corrected version of its minutes no
    longer has it.
    """

    id: str
    document: str
    document_key: str
    body: str | None
    date: str | None
    section_number: str | None
    section: str | None
    position: int
    text: str
    kind: str
    owners: tuple[str, ...]
    people: tuple[str, ...]
    due_text: str | None
    due_date: str | None
    due_latest: str | None
    reference: str | None
    status: str
    confidence: float | None
    line: int
    rule: str
    note: str | None
    continues: str | None
    withdrawn: bool
    since_meetings: int = 1
    since_date: str | None = None
    suggested: str | None = None
    remark: str | None = None

    @property
    def due(self) -> str | None:
        """The day by which it is to be done, as far as that is known."""
        return self.due_date or self.due_latest
