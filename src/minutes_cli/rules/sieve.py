"""A cheap look at a sentence before spaCy does: whether the words that a token rule must have stand in it in order.

It never says no where the rule could match: of a pattern only the elements are asked that name their words and can't
be left out. Words here are runs of letters or figures, marks and clitics ("'ll"), as the
tokenizer parts them; a dot within a sentence, as of "Mr." and "J. Lee", is no mark: the tokenizer may leave it there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, TypeAlias

from minutes_cli.patterns import lazy
from minutes_cli.rules.schema import Rule, TokenPattern

_WORD = lazy(r"[^\W\d_]+|'[a-z]+|\d+|[^\w\s.]|\.(?=\W*\Z)|_")
_ASCII = lazy(r"[a-z]+|'[a-z]+|\d+|[^\w\s.]|\.(?=\W*\Z)|_", re.ASCII)  # the same for most sentences, and faster
_HEAD = lazy(r"'?[^\W\d_]+")  # the letters that a word opens with
_CLITIC = lazy(r"'[a-z]+")
_APART = bytes(code if chr(code).isalpha() else 32 for code in range(128)).ljust(256)  # all but letters to blanks
_NEAR = 8  # words at most from one element to another that only few optional ones part


@dataclass(frozen=True, slots=True)
class _Step:
    """Words one of which must stand behind those of the step before.

    ``reach`` is how many words on at most, None for anywhere; ``barred`` are words that may not stand between the two.
    """

    words: frozenset[str]
    reach: int | None = None
    barred: frozenset[str] = frozenset()


Sieved: TypeAlias = "tuple[Rule, int, tuple[_Step, ...]]"  # a rule with the bits and the steps of one pattern


class _Sentence:
    """The words of a sentence and the ``bits`` of the steps that they stand for, of as many as were ``known``."""

    __slots__ = ("_places", "_words", "bits", "known", "lowered")

    def __init__(self, lowered: str, bits: int, known: int) -> None:
        self.lowered = lowered
        self.bits = bits
        self.known = known
        self._words: list[str] | None = None
        self._places: dict[frozenset[str], list[int]] = {}

    def holds(self, steps: Sequence[_Step]) -> bool:
        """Whether words of all steps stand in their order."""
        ends: list[int] = []  # where the words of the step before may stand
        for step in steps:
            places = self._all(step.words)
            if ends:
                bars = self._all(step.barred) if step.barred and places else []
                places = [place for place in places if _is_near(ends, place, step.reach, bars)]
            if not places:
                return False
            ends = places
        return True

    def _all(self, words: frozenset[str]) -> list[int]:
        """All places of some words."""
        places = self._places.get(words)
        if places is None:
            if self._words is None:
                self._words = (_ASCII if self.lowered.isascii() else _WORD).findall(self.lowered)
            held = map(words.__contains__, self._words)
            places = self._places[words] = list(compress(range(len(self._words)), held))
        return places


def _is_near(ends: Sequence[int], place: int, reach: int | None, bars: Sequence[int]) -> bool:
    """Whether the last of some ends before a place is in reach of it, and none of some bars stands between the two."""
    last = bisect_left(ends, place) - 1
    if last < 0:
        return False
    if reach is not None:
        return place - ends[last] <= reach
    bar = bisect_left(bars, place) - 1
    return bar < 0 or bars[bar] <= ends[last]


class Sieve:
    """Tells which token rules may match a sentence."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        self._patterns: dict[str, tuple[Sieved, ...]] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._bits_of: dict[str, int] = {}  # of a word: those of all sets that hold it
        self._asked: set[str] = set()  # the words that have bits
        self._last = _Sentence("", 0, 0)

    def patterns(self, rules: Sequence[Rule]) -> tuple[Sieved, ...]:
        """The patterns of some rules, rule by rule, as they are asked: of one that isn't sieved one of no steps."""
        for rule in rules:
            if rule.id not in self._patterns:
                self._patterns[rule.id] = self._of(rule)
        return tuple(pattern for rule in rules for pattern in self._patterns[rule.id])

    def passing(self, patterns: Sequence[Sieved], lowered: str, may_match: Callable[[Rule], bool]) -> list[Rule]:
        """The rules with some patterns that may match a sentence, given in lower case.

        ``may_match`` tells cheaply of a rule whether it may: it is asked before the order of the words is looked at.
        """
        sentence = self._sentence(lowered)
        bits = sentence.bits
        passing: list[Rule] = []
        done: Rule | None = None  # the last rule that passed or can't
        for rule, needed, steps in patterns:
            if needed & bits != needed or rule is done:
                continue
            if not may_match(rule):
                done = rule
            elif (needed and len(steps) == 1) or sentence.holds(steps):
                passing.append(rule)
                done = rule
        return passing

    def _of(self, rule: Rule) -> tuple[Sieved, ...]:
        patterns = [self._read(pattern) for pattern in rule.tokens or ()]
        if not all(patterns) or (rule.hint is not None and max(map(len, patterns)) < 2):
            return ((rule, 0, ()),)  # its guard and its hint tell more than one word would
        return tuple((rule, self._bits_for(steps), steps) for steps in patterns)

    def _sentence(self, lowered: str) -> _Sentence:
        """A sentence cut into words, with the bits of all steps that they stand for. The last one is kept."""
        last = self._last
        if last.lowered is not lowered or last.known != len(self._bits):
            bits, bits_of = 0, self._bits_of
            for word in self._asked.intersection(_heads(lowered)):
                bits |= bits_of[word]
            last = self._last = _Sentence(lowered, bits, len(self._bits))
        return last

    def _bits_for(self, steps: tuple[_Step, ...]) -> int:
        """The bits of the steps of a pattern: each set of words has one, so that a sentence is asked for all.

        One that a mark or a figure may stand for has none.
        """
        needed = 0
        for step in steps:
            if step.words not in self._bits:
                heads = [_HEAD.match(word) for word in step.words]
                bit = 1 << len(self._bits) if all(heads) else 0
                self._bits[step.words] = bit
                for head in {head[0] for head in heads if head and bit}:
                    self._bits_of[head] = self._bits_of.get(head, 0) | bit
                    self._asked.add(head)
            needed |= self._bits[step.words]
        return needed

    def _read(self, pattern: TokenPattern) -> tuple[_Step, ...]:
        steps: list[_Step] = []
        between: list[dict[str, Any]] = []
        for element in pattern:
            words = self._named(element.get("LOWER"))
            if words is None or element.get("OP") in ("?", "*"):
                between.append(element)
                continue
            steps.append(self._step(words, between) if steps else _Step(words))
            between = [element] if element.get("OP") == "+" else []
        return tuple(steps)

    def _step(self, words: frozenset[str], between: Sequence[dict[str, Any]]) -> _Step:
        """A step behind another, with what the elements between the two leave room for."""
        if not between:
            return _Step(words, reach=1)
        named = [self._named(element.get("LOWER")) for element in between]
        if all(listed is not None for listed in named):
            return _Step(words, None if any(element.get("OP") == "+" for element in between) else _NEAR)
        barred: frozenset[str] | None = None
        for element, listed in zip(between, named, strict=True):
            if listed is None and not element.get("IS_PUNCT"):
                value = element.get("LOWER")
                never = self._listed(value["NOT_IN"]) if isinstance(value, dict) and "NOT_IN" in value else frozenset()
                barred = never if barred is None else barred & never
        allowed = frozenset().union(*(listed for listed in named if listed is not None))
        if any(element.get("IS_PUNCT") for element in between):
            allowed |= frozenset(word for word in barred or () if not word.isalnum())
        return _Step(words, barred=self._one((barred or frozenset()) - allowed - words))

    def _named(self, value: Any) -> frozenset[str] | None:
        """The words that an element names, None where it may be others too; of those with a hyphen the first part."""
        if isinstance(value, str):
            return self._one(frozenset({value}))
        if isinstance(value, dict) and "IN" in value:
            listed = self._listed(value["IN"])
            parts = {word.partition("-")[0] for word in listed if "-" in word[1:]}
            return self._one(listed | parts) if parts else listed
        return None

    def _listed(self, listed: Any) -> frozenset[str]:
        """The words of a list that a pattern holds or names."""
        if isinstance(listed, str):
            listed = self._words[listed.removeprefix("@")]
        return self._one(frozenset(word.lower() for word in listed))

    def _one(self, words: frozenset[str]) -> frozenset[str]:
        """The one set that stands for all equal ones: else each look-up by a long one compares all its words."""
        return self._sets.setdefault(words, words)


def _heads(lowered: str) -> Iterable[str]:
    """The runs of letters in a sentence, and its clitics: its words, save figures and marks, in no order."""
    if not lowered.isascii():
        return _HEAD.findall(lowered)
    words = lowered.encode().translate(_APART).decode().split()
    return words + _CLITIC.findall(lowered) if "'" in lowered else words
