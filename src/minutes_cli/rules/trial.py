"""The rules of a kind in one paragraph: which of them to try is told once, and not for each of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_cli.rules.guards import Guards, Tried
from minutes_cli.rules.sieve import Sieve

if TYPE_CHECKING:
    from minutes_cli.rules.match import Match, Rules


class Trial:
    """The rules of some units whose guard words stand in a paragraph."""

    __slots__ = ("_guards", "_paragraph", "_patterns", "_rules", "_sieve", "_sieved", "_units")

    def __init__(
        self, rules: Rules, guards: Guards, sieve: Sieve, tried: Tried, units: tuple[str, ...], paragraph: str
    ) -> None:
        self._rules = rules
        self._guards = guards
        self._sieve = sieve
        self._units = units
        self._paragraph = paragraph
        self._patterns = tried.patterns
        self._sieved = tried.sieved

    @property
    def is_empty(self) -> bool:
        """Whether there is no rule to try."""
        return not (self._patterns or self._sieved)

    def find(self, text: str) -> list[Match]:
        """The matches in a sentence of the paragraph, unit by unit."""
        rules, patterns = self._rules, self._patterns
        tokens = self._sieve.passing(self._sieved, self._guards.lowered(text)) if self._sieved else []
        if len(text) < len(self._paragraph):
            patterns = tuple([rule for rule in patterns if rules.is_guarded(rule, text)])
            tokens = [rule for rule in tokens if rules.is_guarded(rule, text)]
        if not patterns:
            return list(rules.matches((), tokens, text)) if tokens else []
        found: list[Match] = []
        for unit in self._units:
            of_unit = [rule for rule in patterns if rule.on == unit]
            found.extend(rules.matches(of_unit, [rule for rule in tokens if rule.on == unit], text))
        return found
