"""The rules of a kind in one paragraph: which of them to try is told once, and not for each of its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_cli.rules.guards import Tried
    from minutes_cli.rules.match import Rules
    from minutes_cli.rules.matches import Match
    from minutes_cli.rules.schema import Rule


class Trial:
    """The rules of some units whose guard words stand in a paragraph."""

    __slots__ = ("_paragraph", "_rules", "_tried", "_units")

    def __init__(self, rules: Rules, tried: Tried, units: tuple[str, ...], paragraph: str) -> None:
        self._rules = rules
        self._units = units
        self._paragraph = paragraph
        self._tried = tried

    def find(self, text: str) -> list[Match]:
        """The matches in a sentence of the paragraph, unit by unit."""
        rules = self._rules
        tokens = rules.tokens_to_try(self._tried, text) if self._tried.tokens else ()
        patterns: Sequence[Rule] = self._tried.patterns
        if patterns and len(text) < len(self._paragraph):
            patterns = [rule for rule in patterns if rules.is_guarded(rule, text)]
        if not patterns:
            return list(rules.matches_of((), tokens, text)) if tokens else []
        found: list[Match] = []
        for unit in self._units:
            of_unit = [rule for rule in patterns if rule.on == unit]
            found.extend(rules.matches_of(of_unit, [rule for rule in tokens if rule.on == unit], text))
        return found
