"""A cheap look at a sentence before spaCy does: whether the words that a token rule must have stand in it in order.

It never says no where the rule could match: of a pattern only the elements are asked that name their words and can't
be left out. Words here are runs of letters or figures, marks and clitics ("'ll"), as the
tokenizer parts them; a dot within a sentence, as of "Mr." and "J. Lee", is no mark: the tokenizer may leave it there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minutes_cli.patterns import lazy
from minutes_cli.rules.schema import Rule, TokenPattern

_WORD = lazy(r"[^\W\d_]+|'[a-z]+|\d+|[^\w\s.]|\.(?=\W*\Z)|_")
_ASCII = lazy(r"[a-z]+|'[a-z]+|\d+|[^\w\s.]|\.(?=\W*\Z)|_", re.ASCII)  # the same for most sentences, and faster
_NEAR = 8  # words at most from one element to another that only few optional ones part


@dataclass(frozen=True, slots=True)
class _Step:
    """Words one of which must stand behind those of the step before.

    ``reach`` is how many words on at most, None for anywhere; ``barred`` are words that may not stand between the two.
    """

    words: frozenset[str]
    reach: int | None = None
    barred: frozenset[str] = frozenset()


class Sieve:
    """Tells which token rules may match a sentence."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        self._patterns: dict[str, tuple[tuple[int, tuple[_Step, ...]], ...]] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._bits_of: dict[str, int] = {}  # of a word: those of all sets that hold it
        self._asked: set[str] = set()  # the words that have bits
        self._last: tuple[str, list[str], int, int] = ("", [], 0, 0)

    def passing(self, rules: Sequence[Rule], lowered: str) -> Sequence[Rule]:
        """Those of some rules that may match a sentence, given in lower case."""
        patterns = self._patterns
        sieved = False
        for rule in rules:
            if rule.id not in patterns:
                patterns[rule.id] = self._of(rule)
            sieved = sieved or bool(patterns[rule.id])
        if not sieved:
            return rules
        tokens, bits = self._words_of(lowered)
        passing: list[Rule] = []
        for rule in rules:
            if not patterns[rule.id]:
                passing.append(rule)
            for needed, steps in patterns[rule.id]:
                if needed & bits == needed and _stand(steps, 0, tokens, 0):
                    passing.append(rule)
                    break
        return passing

    def _of(self, rule: Rule) -> tuple[tuple[int, tuple[_Step, ...]], ...]:
        """The steps of a rule's patterns; none where its hint tells more than they would."""
        patterns = [self._read(pattern) for pattern in rule.tokens or ()]
        if rule.hint is not None and any(len(steps) < 2 for steps in patterns):
            return ()
        return tuple(self._with_bits(steps) for steps in patterns)

    def _words_of(self, lowered: str) -> tuple[list[str], int]:
        """The words of a sentence, the last one's kept, and the bits of all steps that they stand for."""
        last = self._last
        if last[0] is not lowered or last[3] != len(self._bits):
            words = (_ASCII if lowered.isascii() else _WORD).findall(lowered)
            bits, bits_of = 0, self._bits_of
            for word in self._asked.intersection(words):
                bits |= bits_of[word]
            last = self._last = (lowered, words, bits, len(self._bits))
        return last[1], last[2]

    def _with_bits(self, steps: tuple[_Step, ...]) -> tuple[int, tuple[_Step, ...]]:
        """The steps of a pattern behind their bits: each set of words has one, so that a sentence is asked for all."""
        needed = 0
        for step in steps:
            if step.words not in self._bits:
                bit = self._bits[step.words] = 1 << len(self._bits)
                for word in step.words:
                    self._bits_of[word] = self._bits_of.get(word, 0) | bit
                self._asked |= step.words
            needed |= self._bits[step.words]
        return needed, steps

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
        return _Step(words, barred=(barred or frozenset()) - allowed - words)

    def _named(self, value: Any) -> frozenset[str] | None:
        if isinstance(value, str):
            return frozenset({value})
        if isinstance(value, dict) and "IN" in value:
            return self._listed(value["IN"])
        return None

    def _listed(self, listed: Any) -> frozenset[str]:
        """The words of a list that a pattern holds or names."""
        if isinstance(listed, str):
            listed = self._words[listed.removeprefix("@")]
        return frozenset(word.lower() for word in listed)


def _stand(steps: Sequence[_Step], place: int, tokens: Sequence[str], start: int) -> bool:
    """Whether the words of the steps from one on stand in order among the tokens from an offset on."""
    if place == len(steps):
        return True
    step = steps[place]
    stop = len(tokens) if step.reach is None else min(len(tokens), start + step.reach)
    for at in range(start, stop):
        if tokens[at] in step.words and _stand(steps, place + 1, tokens, at + 1):
            return True
        if tokens[at] in step.barred:
            return False
    return False
