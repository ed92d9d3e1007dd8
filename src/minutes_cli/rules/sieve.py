"""A cheap look at a sentence before spaCy does: whether the words that a token rule must have stand in it in order.

It never says no where the rule could match: of a pattern only the elements are asked that name their words and can't
be left out. Words here are runs of letters or figures, marks and clitics ("'ll"), as the
tokenizer parts them; a dot within a sentence, as of "Mr." and "J. Lee", is no mark: the tokenizer may leave it there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minutes_cli.patterns import lazy
from minutes_cli.rules.schema import Rule, TokenPattern

_WORD = lazy(r"[^\W\d_]+|'[a-z]+|\d+|[^\w\s.]|\.(?=\W*\Z)|_")
_NEAR = 8  # tokens at most between two elements that only few optional ones part


@dataclass(frozen=True, slots=True)
class _Step:
    """Words one of which must stand, ``near`` behind those of the step before where nothing long may part them.

    ``barred`` are words that may not stand between the two.
    """

    words: frozenset[str]
    near: bool
    barred: frozenset[str] = frozenset()


class Sieve:
    """Tells which token rules may match a sentence."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        self._steps: dict[str, tuple[tuple[_Step, ...], ...]] = {}
        self._last: tuple[str, list[str]] = ("", [])
        self._present: frozenset[str] = frozenset()

    def may_match(self, rule: Rule, lowered: str) -> bool:
        """Whether a rule may match a sentence, given in lower case."""
        if rule.id not in self._steps:
            self._steps[rule.id] = tuple(self._read(pattern) for pattern in rule.tokens or ())
        if self._last[0] is not lowered:
            self._last = (lowered, _WORD.findall(lowered))
            self._present = frozenset(self._last[1])
        tokens, present = self._last[1], self._present
        for steps in self._steps[rule.id]:
            for step in steps:
                if step.words.isdisjoint(present):
                    break
            else:
                if _stand(steps, 0, tokens, 0):
                    return True
        return False

    def _read(self, pattern: TokenPattern) -> tuple[_Step, ...]:
        steps: list[_Step] = []
        between: list[dict[str, Any]] = []
        for element in pattern:
            words = self._named(element.get("LOWER"))
            if words is None or element.get("OP") in ("?", "*"):
                between.append(element)
                continue
            steps.append(self._step(words, between) if steps else _Step(words, near=False))
            between = [element] if element.get("OP") == "+" else []
        return tuple(steps)

    def _step(self, words: frozenset[str], between: Sequence[dict[str, Any]]) -> _Step:
        """A step behind another, with what the elements between the two leave room for."""
        named = [self._named(element.get("LOWER")) for element in between]
        if all(listed is not None for listed in named):
            return _Step(words, near=not any(element.get("OP") == "+" for element in between))
        barred: frozenset[str] | None = None
        for element, listed in zip(between, named, strict=True):
            if listed is None and not element.get("IS_PUNCT"):
                value = element.get("LOWER")
                never = self._listed(value["NOT_IN"]) if isinstance(value, dict) and "NOT_IN" in value else frozenset()
                barred = never if barred is None else barred & never
        allowed = frozenset().union(*(listed for listed in named if listed is not None))
        if any(element.get("IS_PUNCT") for element in between):
            allowed |= frozenset(word for word in barred or () if not word.isalnum())
        return _Step(words, near=False, barred=(barred or frozenset()) - allowed - words)

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
    stop = min(len(tokens), start + _NEAR) if step.near else len(tokens)
    for at in range(start, stop):
        if tokens[at] in step.words and _stand(steps, place + 1, tokens, at + 1):
            return True
        if tokens[at] in step.barred:
            return False
    return False
