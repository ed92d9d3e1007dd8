"""Match rules against text: regular expressions, compiled when first needed, and spaCy's token patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.errors import RulesError
from minutes_cli.patterns import lazy
from minutes_cli.rules.anchors import Finder, finder, is_anchored, signed
from minutes_cli.rules.expansions import Expansions
from minutes_cli.rules.guards import Group, Guards, Plan, Plans, Tried, with_guard
from minutes_cli.rules.matches import Match, spans_of
from minutes_cli.rules.needs import Need
from minutes_cli.rules.needs_reader import Needs
from minutes_cli.rules.schema import Rule
from minutes_cli.rules.sieve import Sieve
from minutes_cli.rules.trial import Trial

if TYPE_CHECKING:
    from minutes_cli.rules.tokens import TokenMatcher

_GROUP = lazy(r"\(\?P<(\w+)>")
_MANY = 100  # words of a guard, from which on they are looked up all at once and not one by one


class Rules(Expansions):
    """A set of rules, ready to match. Order is that of the files (by name) and of the rules in them."""

    def __init__(
        self,
        rules: tuple[Rule, ...],
        fragments: Mapping[str, str],
        words: Mapping[str, tuple[str, ...]],
        origins: Mapping[str, Path],
    ) -> None:
        super().__init__(fragments, words)
        self._rules = rules = tuple(with_guard(rule, words) for rule in rules)
        self.origins = origins
        self._compiled: dict[tuple[str, bool], re.Pattern[str]] = {}
        self._finders: dict[bool, dict[str, Finder]] = {False: {}, True: {}}  # for any texts, and for those of ASCII
        self._hints: dict[str, Callable[[str], object]] = {}
        self._cues = {
            name: frozenset(word.lower() for word in listed) for name, listed in words.items() if name.endswith("_cue")
        }
        listed = (*(rule.guard + rule.also for rule in rules), *self._cues.values())
        self._guards = Guards(word for group in listed for word in group)
        self._plans: dict[tuple[str, tuple[str, ...], tuple[str, ...], str], Plan] = {}
        self._joined: dict[tuple[tuple[Group, ...], str], Plans] = {}
        self._sieve = Sieve(words)
        self._needs = Needs(lambda name: words[name] if name in words else fragments[name])
        self._needed: dict[str, Need | None] = {}
        self._groups: dict[str, frozenset[str]] = {}
        self._of: dict[tuple[str, str], tuple[Rule, ...]] = {}

    def all(self) -> tuple[Rule, ...]:
        """Every rule, in order of precedence within its kind."""
        return self._rules

    def of(self, kind: str, on: str) -> tuple[Rule, ...]:
        """The rules that find one kind of record in one kind of unit."""
        key = (kind, on)
        if key not in self._of:
            self._of[key] = tuple(rule for rule in self._rules if rule.kind == kind and rule.on == on)
        return self._of[key]

    def compiled(self, rule: Rule, *, ascii_only: bool = False) -> re.Pattern[str]:
        """The regular expression of a rule that has one, perhaps only for texts of ASCII."""
        key = (rule.id, ascii_only)
        if key not in self._compiled:
            try:
                self._compiled[key] = self.regex(
                    rule.pattern or "", ignore_case=rule.ignore_case, ascii_only=ascii_only
                )
            except RulesError as error:
                raise RulesError(f"rule {rule.id}: {error}") from error
        return self._compiled[key]

    def groups(self, rule: Rule) -> frozenset[str]:
        """The names of the groups that the pattern of a rule has."""
        if rule.id not in self._groups:
            self._groups[rule.id] = frozenset(_GROUP.findall(self.expand(rule.pattern or "")))
        return self._groups[rule.id]

    @cached_property
    def _tokens(self) -> TokenMatcher:
        from minutes_cli.rules.tokens import TokenMatcher

        return TokenMatcher([rule for rule in self._rules if rule.tokens is not None], self._words)

    def find(
        self, kind: str, on: str, text: str, *, unless: str = "", wanted: Callable[[Rule], bool] | None = None
    ) -> Iterator[Match]:
        """All matches of the rules of one kind in a text, rule by rule in their order.

        ``unless`` names a key: rules that set it are passed over. ``wanted`` tells of a rule with a pattern, when its
        turn comes, whether to try it.
        """
        plan = self._plans.get((kind, (on,), (unless,), "")) or self._plan(kind, (on,), (unless,))
        return self.find_of(plan.to_try(self._guards.within(text)), text, wanted)

    def plans(self, groups: tuple[Group, ...], on: str) -> Plans:
        """What tells of a text which rules of several groups to try in it, group by group, for :meth:`find_of`."""
        plans = self._joined.get((groups, on))
        if plans is None:
            each = [self._plan(group.kind, (on,), group.unless, group.only) for group in groups]
            plans = self._joined[groups, on] = Plans(each)
        return plans

    def find_of(self, tried: Tried, text: str, wanted: Callable[[Rule], bool] | None = None) -> Iterator[Match]:
        """All matches of the rules to try in a text, rule by rule in their order."""
        tokens = self.tokens_to_try(tried, text) if tried.tokens else ()
        if not (tried.patterns or tokens):
            return iter(())
        return self.matches_of(filter(wanted, tried.patterns) if wanted else tried.patterns, tokens, text)

    def find_in(
        self, paragraph: str, kind: str, units: tuple[str, ...], text: str, *, unless: tuple[str, ...] = ()
    ) -> list[Match]:
        """The matches of the rules of several units in a sentence of a paragraph, unit by unit: see :meth:`trial`."""
        return self.trial(paragraph, kind, units, unless=unless).find(text)

    def trial(self, paragraph: str, kind: str, units: tuple[str, ...], *, unless: tuple[str, ...] = ()) -> Trial:
        """The rules of several units to try in the sentences of a paragraph, which :meth:`Trial.find` matches.

        ``unless`` names keys: rules that set one are passed over. The guard words of the paragraph, looked up once,
        tell which rules to think of; those of most sentences are never looked up.
        """
        tried = self._plan(kind, units, unless).to_try(self._guards.within(paragraph))
        return Trial(self, tried, units, paragraph)

    def matches(self, rules: Sequence[Rule], text: str) -> Iterator[Match]:
        """The matches of some rules in a text in which their guards are known to stand, rule by rule."""
        tokens = [rule for rule in rules if rule.tokens is not None and self._is_hinted(rule, text)]
        return self.matches_of([rule for rule in rules if rule.tokens is None], tokens, text)

    def tokens_to_try(self, tried: Tried, text: str) -> Sequence[Rule]:
        """The rules with tokens that may match a text, a sentence of that in which they are to be tried."""

        def may_match(rule: Rule) -> bool:
            return self.is_guarded(rule, text) and self._is_hinted(rule, text)

        if not tried.sieved:
            return list(filter(may_match, tried.tokens))
        return self._sieve.passing(tried.sieved, self._guards.lowered(text), may_match)

    def matches_of(self, patterns: Iterable[Rule], tokens: Sequence[Rule], text: str) -> Iterator[Match]:
        """The matches of some rules in a text: first those with patterns, then those with tokens, whose hints stand."""
        ascii_only = text.isascii()
        finders = self._finders[ascii_only]
        for rule in patterns:
            find = finders.get(rule.id)
            if find is None:
                if not self._meets_needs(rule, text):
                    continue
                find = finders[rule.id] = self.finder(rule, ascii_only=ascii_only)
            for match in find(text):
                yield Match(rule, match.start(), match.end(), spans_of(match))
        if tokens:
            yield from self._tokens.find([rule.id for rule in tokens], text)

    def finder(self, rule: Rule, *, ascii_only: bool = False) -> Finder:
        """What finds all matches of a rule with a pattern in a text, perhaps only in one of ASCII."""
        pattern = rule.pattern or ""
        searched = ascii_only and rule.ignore_case and (rule.at is not None or not is_anchored(pattern))
        small = self.small(pattern) if searched else None
        find = finder(pattern, small or self.compiled(rule, ascii_only=ascii_only), rule.at, small=small is not None)
        if rule.sign is None:
            return find
        return signed(find, self.regex(rule.sign, ascii_only=ascii_only), cased=not rule.ignore_case)

    def may_find(self, kind: str, units: tuple[str, ...], text: str) -> bool:
        """Whether a rule of a kind is to be tried in a text or a part of it: a cheap look, before it is cut up."""
        plan = self._plan(kind, units)
        return plan.unguarded or not plan.guards.isdisjoint(self._guards.within(text))

    def may_stand(self, kind: str, units: tuple[str, ...], text: str) -> bool:
        """Whether a rule of a kind is to be tried in some part of a text: the cheapest look, at a whole document."""
        plan = self._plan(kind, units)
        lowered = text.lower()
        return plan.unguarded or any(word.split()[0] in lowered for word in plan.guards)

    def guards(self, kind: str, units: tuple[str, ...], *, unless: tuple[str, ...] = ()) -> frozenset[str]:
        """The words that guard the rules of a kind, without rules that set one of the keys ``unless``."""
        return self._plan(kind, units, unless).guards

    def is_unguarded(self, kind: str, units: tuple[str, ...], *, unless: tuple[str, ...] = ()) -> bool:
        """Whether some rule of a kind has no guard, so that it is to be tried in every text."""
        return self._plan(kind, units, unless).unguarded

    def guards_in(self, text: str) -> frozenset[str]:
        """The words that guard rules, or are cues, and stand in a text, in any case."""
        return self._guards.within(text)

    def cued(self, name: str, text: str) -> bool:
        """Whether a word of a list of cues (its name ends in ``_cue``) stands in a text, in any case."""
        return not self._cues[name].isdisjoint(self._guards.within(text))

    def needs(self, rule: Rule) -> Need | None:
        """What the pattern of a rule needs of a text; None for nothing."""
        if rule.id not in self._needed:
            self.expand(rule.pattern or "")  # tells of names that are unknown or stand in themselves
            self._needed[rule.id] = self._needs.read(rule.pattern or "")
        return self._needed[rule.id]

    def _meets_needs(self, rule: Rule, text: str) -> bool:
        """Whether a pattern may match: asked until it is compiled, for after that it answers faster itself."""
        if rule.hint is not None:
            return self._is_hinted(rule, text)
        need = self.needs(rule)
        return need is None or need.end(self._guards.lowered(text), 0) >= 0

    def is_guarded(self, rule: Rule, text: str) -> bool:
        """Whether a word of a rule's guard stands in a text; so too where it has none."""
        if len(rule.guard) > _MANY:
            return not self._guards.within(text).isdisjoint(rule.guard)
        lowered = self._guards.lowered(text)
        for word in rule.guard:
            if word in lowered:
                return True
        return not rule.guard

    def _is_hinted(self, rule: Rule, text: str) -> bool:
        if rule.hint is None:
            return True
        search = self._hints.get(rule.id)
        if search is None:
            search = self._hints[rule.id] = self.regex(rule.hint, ignore_case=rule.ignore_case).search
        return search(text) is not None

    def _plan(self, kind: str, units: tuple[str, ...], unless: tuple[str, ...] = (), only: str = "") -> Plan:
        """The plan of some units, unit by unit: the rules that set ``only``, where named, and no key of ``unless``."""
        key = (kind, units, unless, only)
        if key not in self._plans:
            rules = [rule for unit in units for rule in self.of(kind, unit)]
            kept = [rule for rule in rules if not any(map(rule.set.get, unless)) and (not only or rule.set.get(only))]
            self._plans[key] = Plan(kept, self._sieve)
        return self._plans[key]

    def first(self, kind: str, on: str, text: str) -> Match | None:
        """The match that wins in a text: of the first rule that matches, the first."""
        plan = self._plans.get((kind, (on,), ("",), "")) or self._plan(kind, (on,), ("",))
        tried = plan.to_try(self._guards.within(text))
        if not (tried.patterns or tried.tokens):
            return None
        return next(iter(self.find_of(tried, text)), None)
