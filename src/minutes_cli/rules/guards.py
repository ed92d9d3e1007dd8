"""The words that guard the rules, all looked for at once: one pass over a text tells which of them stand in it.

The pass is an Aho-Corasick automaton's, which takes the same time for ten words as for a thousand; the rules of every
kind share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from minutes_cli.errors import RulesError
from minutes_cli.patterns import lazy
from minutes_cli.rules.schema import Rule

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_LISTED = lazy(r"\{([a-z][a-z_]*)\}")  # a list of words, in place of a word
_BLANKS = lazy(r"\s{2,}")
_KEPT = 4096  # texts whose words are kept: block by block and sentence by sentence, finder after finder asks again
_LONGEST = 4000  # characters of a text that is kept


class Guards:
    """The guard words of a set of rules."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._known: dict[str, frozenset[str]] = {}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        # With its patterns stored it gives the very words, whose hashes are known: half the time of their numbers.
        return AhoCorasick(self._words, store_patterns=True, implementation=Implementation.ContiguousNFA)

    def within(self, text: str) -> frozenset[str]:
        """The words that stand in a text, in any case, its runs of blanks taken for one.

        A word of a guard may so stand on two lines.
        """
        known = self._known.get(text)
        if known is not None:
            return known
        lowered = folded(text)
        found = frozenset(self._automaton.find_matches_as_strings(lowered, overlapping=True))
        if len(self._known) >= _KEPT:
            self._known.clear()
        if len(text) <= _LONGEST:
            self._known[text] = found
        return found


@dataclass(frozen=True, slots=True)
class Plan:
    """The rules of one kind and of some units, and which of them to try where some guard words stand.

    ``guarded`` are the places of the rules of each guard word, ``free`` those of the rules without one.
    """

    rules: tuple[Rule, ...]
    guards: frozenset[str]
    guarded: Mapping[str, tuple[int, ...]]
    free: tuple[int, ...]

    def to_try(self, present: frozenset[str]) -> tuple[int, ...]:
        """The places of the rules to try in a text with these guard words, in order."""
        found = self.guards & present
        if not found:
            return self.free
        places = {*self.free}
        for word in found:
            places.update(self.guarded[word])
        return tuple(sorted(places))


@dataclass(slots=True)
class Tried:
    """The rules to try where some guard words are ``present``: those with patterns and those with tokens."""

    present: frozenset[str]
    patterns: list[Rule]
    tokens: list[Rule]

    @classmethod
    def of(cls, plan: Plan, present: frozenset[str]) -> Tried:
        """The rules of a plan, in its order."""
        tried = cls(present, [], [])
        for place in plan.to_try(present):
            rule = plan.rules[place]
            (tried.patterns if rule.tokens is None else tried.tokens).append(rule)
        return tried


def with_guard(rule: Rule, words: Mapping[str, tuple[str, ...]]) -> Rule:
    """A rule whose guard holds the words of the lists that it names."""
    guard: list[str] = []
    for word in rule.guard:
        named = _LISTED.fullmatch(word)
        if named and named[1] not in words:
            raise RulesError(f"rule {rule.id}: there is no list of words {named[1]!r}")
        guard += [listed.lower() for listed in words[named[1]]] if named else [word]
    if guard == rule.guard:
        return rule
    return rule.model_copy(update={"guard": guard})


def planned(rules: tuple[Rule, ...]) -> Plan:
    """The plan of some rules, in their order of precedence."""
    guarded: dict[str, tuple[int, ...]] = {}
    for place, rule in enumerate(rules):
        for word in rule.guard:
            guarded[word] = (*guarded.get(word, ()), place)
    return Plan(rules, frozenset(guarded), guarded, tuple(place for place, rule in enumerate(rules) if not rule.guard))


def folded(text: str) -> str:
    """A text in lower case, its runs of white space folded to a blank."""
    lowered = text.lower()
    return _BLANKS.sub(" ", lowered) if "  " in lowered or "\n" in lowered else lowered
