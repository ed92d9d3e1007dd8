"""Labelled decisions: what "Decision:" and "#agreed" say became of a matter, and the questions that are put so."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_units import Unit
from minutes_cli.patterns import lazy
from minutes_cli.records import Outcome
from minutes_cli.rules.matches import Match

_FELL = lazy(
    r"\b(?:fail(?:s|ed)|did\s+not|does\s+not)\s+(?:to\s+)?(?:pass|carry)\b|\b(?:was|were|is)\s+(?:lost|defeated|voted\s+down|not\s+(?:carried|passed|adopted))\b",
    re.IGNORECASE,
)


def labelled_verdict(floor: Floor, unit: Unit, match: Match) -> Outcome:
    """The outcome of a marked decision; behind a label its first words may say that it fell."""
    said = floor.rules.first("outcome", "sentence", unit.text[match.end : match.end + 40].lstrip(" :-"))
    if match.rule.id == "resolution.label" and said is not None and said.start <= 1:
        outcome: Outcome = said.rule.set["outcome"]
        return outcome
    if match.rule.id == "resolution.label" and _FELL.search(unit.text, match.end):
        return "lost"
    return floor.verdict(unit, match)


def is_polled(floor: Floor, index: int) -> bool:
    """Whether the votes on a question follow right behind it: "Decision: Adopt the draft?" over "Yes: 4  No: 1"."""
    after = index + 1
    if after >= len(floor.units) or floor.units[after].scope != floor.units[index].scope:
        return False
    return floor.readings[after].result is not None
