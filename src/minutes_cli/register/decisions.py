"""Answers from the register: what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_cli.register.database import Database
from minutes_cli.register.tracked import meeting_conditions
from minutes_cli.register.words import holding, in_order, name_words

NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True)
class WantedDecisions:
    """Which resolutions are asked for; what is None doesn't matter. Dates are ISO 8601, the bounds included.

    ``outcome`` is one of the records' outcomes or ``not-stated``; ``mover`` and ``seconder`` are words in order.
    A resolution without a confidence is never left out for it.
    """

    body: str | None = None
    since: str | None = None
    until: str | None = None
    outcome: str | None = None
    mover: str | None = None
    seconder: str | None = None
    text: str | None = None
    min_confidence: float | None = None


COLUMNS = {
    "document": "d.path",
    "body": "d.body",
    "date": "d.date",
    "section_number": "r.section_number",
    "section": "r.section_title",
    "id": "r.record_id",
    "text": "r.text",
    "outcome": "r.outcome",
    "mover": "r.mover",
    "seconder": "r.seconder",
    "vote_for": "r.votes_for",
    "vote_against": "r.votes_against",
    "vote_abstain": "r.votes_abstain",
    "unanimous": "r.unanimous",
    "reference": "r.reference",
    "confidence": "r.confidence",
    "line": "r.line",
    "rule": "r.rule",
}
"""Names of the cells of a resolution, as in the records, and where they come from."""

SELECT = (
    f"SELECT {', '.join(COLUMNS.values())} FROM minutes_resolutions r JOIN minutes_documents d ON d.key = r.document"
)


def find_decisions(database: Database, wanted: WantedDecisions) -> list[dict[str, str | int | float | bool | None]]:
    """The resolutions that are asked for as rows of `COLUMNS`, by date of meeting (undated last) and place."""
    conditions, values = meeting_conditions(wanted.body, wanted.since, wanted.until)
    for condition, name, value in (
        ("r.outcome = :outcome", "outcome", None if wanted.outcome == NOT_STATED else wanted.outcome),
        ("r.mover_key LIKE :mover", "mover", in_order(name_words(wanted.mover)) if wanted.mover else None),
        (
            "r.seconder_key LIKE :seconder",
            "seconder",
            in_order(name_words(wanted.seconder)) if wanted.seconder else None,
        ),
        ("r.words LIKE :text", "text", holding(wanted.text) if wanted.text is not None else None),
        ("(r.confidence IS NULL OR r.confidence >= :least)", "least", wanted.min_confidence),
    ):
        if value is not None:
            conditions.append(condition)
            values[name] = value
    if wanted.outcome == NOT_STATED:
        conditions.append("r.outcome IS NULL")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    found = database.rows(
        f"{SELECT}{where} ORDER BY d.date IS NULL, d.date, COALESCE(d.body, ''), d.path, r.position", values
    )
    decisions = [dict(zip(COLUMNS, row, strict=True)) for row in found]
    for decision in decisions:
        if decision["unanimous"] is not None:
            decision["unanimous"] = bool(decision["unanimous"])
    return decisions


def pattern(name: str | None) -> str | None:
    """What the key of a name is compared with; None where no name is asked for."""
    return in_order(name_words(name)) if name is not None else None
