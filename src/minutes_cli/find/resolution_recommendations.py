"""Recommendations: what officers put before the meeting, which its own resolution then restates."""

from __future__ import annotations

from minutes_cli.find.resolution_floor import Floor

_LABEL = 60  # characters of a label
_AGREED = ("result.recommendations", "result.pronoun")
_SHORT = 7  # words of a sentence that says but that what is recommended was agreed
_REACH = 40  # units that the words of a recommendation may take up


def pass_recommendation(floor: Floor, index: int) -> int | None:
    """The last unit of what a label "Officer recommendation" stands over, where a motion or resolution follows it."""
    unit = floor.units[index]
    if len(unit.text) > _LABEL or floor.rules.first("result", "line", unit.text) is None:
        return None
    for at in range(index + 1, min(index + _REACH, len(floor.units))):
        after, reading = floor.units[at], floor.readings[at]
        if after.heading is not None and after.scope != unit.scope:
            return None
        if reading.result is not None and reading.result.rule.id in _AGREED and len(after.text.split()) <= _SHORT:
            return None  # "The recommendation was approved."
        if reading.names is not None or reading.strong or floor.reference(at + 1) is not None:
            return at - 1 if at > index + 1 else None
    return None
