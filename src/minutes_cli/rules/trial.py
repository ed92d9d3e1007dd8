"""The rules of a kind in one paragraph: which of them to try is told once, and not for each of its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes_cli.rules.guards import Guards, Tried
from minutes_cli.rules.sieve import Sieve

if TYPE_CHECKING:
    from minutes_cli.rules.match import Match, Rules
    from minutes_cli.rules.schema import Rule


class Trial:
    """The rules of some units whose guard words stand in a paragraph."""

    __slots__ = ("_guards", "_paragraph", "_rules", "_sieve", "_tried", "_units")

    def __init__(
        self, rules: Rules, guards: Guards, sieve: Sieve, tried: Tried, units: tuple[str, ...], paragraph: str
    ) -> None:
        self._rules = rules
        self._guards = guards
        self._sieve = sieve
        self._units = units
        self._paragraph = paragraph
        self._tried = tried

    def find(self, text: str) -> list[Match]:
        """The matches in a sentence of the paragraph, unit by unit."""
        rules = self._rules
        patterns: Sequence[Rule] = self._tried.patterns
        tokens: Sequence[Rule] = self._tried.tokens
        if self._tried.sieved:
            tokens = self._sieve.passing(self._tried.sieved, self._guards.lowered(text))
        if len(text) < len(self._paragraph):
            patterns = [rule for rule in patterns if rules.is_guarded(rule, text)]
            tokens = [rule for rule in tokens if rules.is_guarded(rule, text)]
        if not patterns:
            return list(rules.matches_of((), tokens, text)) if tokens else []
        found: list[Match] = []
        for unit in self._units:
            of_unit = [rule for rule in patterns if rule.on == unit]
            found.extend(rules.matches_of(of_unit, [rule for rule in tokens if rule.on == unit], text))
        return found
