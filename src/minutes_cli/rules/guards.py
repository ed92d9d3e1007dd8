"""The words that guard the rules, all looked for at once: one pass over a text tells which of them stand in it.

The pass is an Aho-Corasick automaton's, which takes the same time for ten words as for a thousand; the rules of every
kind share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from minutes_cli.errors import RulesError
from minutes_cli.patterns import lazy
from minutes_cli.rules.schema import Rule
from minutes_cli.rules.sieve import Sieve, Sieved

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
        self._long: tuple[str, frozenset[str]] = ("", frozenset())  # the last text too long to be kept with the others
        self._folded: tuple[str, str] = ("", "")

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
        if text is self._long[0]:
            return self._long[1]
        found = frozenset(self._automaton.find_matches_as_strings(self.lowered(text), overlapping=True))
        if len(self._known) >= _KEPT:
            self._known.clear()
        if len(text) <= _LONGEST:
            self._known[text] = found
        else:
            self._long = (text, found)
        return found

    def lowered(self, text: str) -> str:
        """A text in lower case, its runs of blanks folded. The last one is kept."""
        if self._folded[0] is not text:
            self._folded = (text, folded(text))
        return self._folded[1]


@dataclass(frozen=True, slots=True)
class Tried:
    """The rules to try in a text: those with patterns and those with tokens, each in their order of precedence.

    ``sieved`` are the patterns of tokens that a sentence is asked for first, none where that would tell nothing.
    """

    patterns: tuple[Rule, ...]
    tokens: tuple[Rule, ...]
    sieved: tuple[Sieved, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Some rules of a kind: of those that set ``only``, where a key is named, those that set none of ``unless``."""

    kind: str
    only: str = ""
    unless: tuple[str, ...] = ()


class Plan:
    """Some rules in their order of precedence, and which of them to try where some guard words stand.

    Few sets of guard words turn up again and again, so what to try is kept for each; mostly none stands in a text.
    """

    def __init__(self, rules: Sequence[Rule], sieve: Sieve) -> None:
        self._rules = rules
        self._sieve = sieve
        self._guarded: dict[str, list[int]] = {}
        for place, rule in enumerate(rules):
            for word in rule.guard:
                self._guarded.setdefault(word, []).append(place)
        self._free = [place for place, rule in enumerate(rules) if not rule.guard]
        self.guards = frozenset(self._guarded)
        self.asked = self.guards.union(*(rule.also for rule in rules))
        self.unguarded = bool(self._free)  # whether some rule is to be tried in every text
        self._kept: dict[frozenset[str], Tried] = {}

    def to_try(self, present: frozenset[str]) -> Tried:
        """The rules to try in a text with these guard words."""
        found = self.asked & present
        tried = self._kept.get(found)
        if tried is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            tried = self._kept[found] = self._of(found)
        return tried

    def _of(self, found: frozenset[str]) -> Tried:
        places = {*self._free, *(place for word in found for place in self._guarded.get(word, ()))}
        rules = [self._rules[place] for place in sorted(places)]
        rules = [rule for rule in rules if not (rule.also and found.isdisjoint(rule.also))]
        tokens = tuple(rule for rule in rules if rule.tokens is not None)
        sieved = self._sieve.patterns(tokens)
        asked = any(steps for _, _, steps in sieved)
        return Tried(tuple(rule for rule in rules if rule.tokens is None), tokens, sieved if asked else ())


class Plans:
    """Plans that are asked for the same texts: what each of them tries is told with one look at the guard words."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = plans
        self._asked = frozenset[str]().union(*(plan.asked for plan in plans))
        self._kept: dict[frozenset[str], tuple[Tried, ...]] = {}

    def to_try(self, present: frozenset[str]) -> tuple[Tried, ...]:
        """What each plan tries in a text with these guard words; nothing at all where none tries anything."""
        found = self._asked & present
        tried = self._kept.get(found)
        if tried is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            each = tuple(plan.to_try(found) for plan in self._plans)
            tried = self._kept[found] = each if any(one.patterns or one.tokens for one in each) else ()
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


def contains_any(words: Iterable[str], text: str) -> bool:
    """Whether one of a few words stands in a text, in any case: what a look at all guard words would tell too."""
    return any(map(folded(text).__contains__, words))


def folded(text: str) -> str:
    """A text in lower case, its runs of white space folded to a blank."""
    lowered = text.lower()
    if "  " not in lowered and "\n" not in lowered:
        return lowered
    if not lowered.isprintable():  # white space other than blanks
        return _BLANKS.sub(" ", lowered)
    while "  " in lowered:
        lowered = lowered.replace("  ", " ")
    return lowered
