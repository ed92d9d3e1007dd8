"""Token patterns on a blank English pipeline: the one module that imports spaCy.

spaCy makes a token of its own of a run of white space ("agreed  to"), so an optional space token is woven between the
tokens of each pattern. Besides spaCy's keys an element may carry ``as``: the tokens that it matched are that group.
``{"LOWER": {"IN": "@name"}}`` stands for a list of words from the pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from minutes_cli.errors import RulesError
from minutes_cli.rules.match import Match
from minutes_cli.rules.schema import Rule, TokenPattern

_SPACE: dict[str, Any] = {"IS_SPACE": True, "OP": "*"}


class TokenMatcher:
    """The token rules of a pack, one matcher a rule: a sentence is made into tokens once, and only by those tried."""

    def __init__(self, rules: Sequence[Rule], words: Mapping[str, tuple[str, ...]]) -> None:
        self._nlp = spacy.blank("en")
        tokenizer: Any = self._nlp.tokenizer
        for word in sorted(_hyphened(rules, words)):
            tokenizer.add_special_case(word, [{"ORTH": word}])  # else "e-mail" is three tokens
        suffixes = [*(self._nlp.Defaults.suffixes or ()), r"(?<=[A-Za-z])'ll"]  # "Ravi'll", as "he'll" is parted
        tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search
        for title in words.get("honorific_word", ()):
            if title.isalpha():
                tokenizer.add_special_case(
                    f"{title}.", [{"ORTH": f"{title}."}]
                )  # else the dot of "Cllr." ends a clause
        self._rules = {rule.id: rule for rule in rules}
        self._words = words
        self._matchers: dict[tuple[str, bool], tuple[Matcher, list[list[str | None]]]] = {}
        self._last: tuple[str, Doc] | None = None  # the sentence at hand: rules of several units look at it in turn

    def find(self, ids: Sequence[str], text: str) -> Iterator[Match]:
        """The matches of some of the rules in a text, rule by rule in the order of the ids, then by place."""
        if self._last is None or self._last[0] != text:
            self._last = (text, self._nlp.make_doc(text))
        doc = self._last[1]
        spaced = " ".join(text.split()) != text  # a run of blanks becomes a token of its own
        for rule_id in ids:
            matcher, names = self._matcher(rule_id, spaced=spaced)
            found: list[Match] = []
            matches: Any = matcher(doc, with_alignments=True)
            for key, start, end, alignment in matches:
                groups = _aligned(doc, start, alignment, names[int(self._nlp.vocab.strings[key])])
                last = doc[end - 1]
                found.append(Match(self._rules[rule_id], doc[start].idx, last.idx + len(last), groups))
            yield from sorted(found, key=lambda match: (match.start, -match.end))

    def _matcher(self, rule_id: str, *, spaced: bool) -> tuple[Matcher, list[list[str | None]]]:
        """The matcher of one rule, built when it is first tried, and the groups of the elements of its patterns.

        Patterns are woven with space tokens only for sentences that are ``spaced``: it makes them twice as long.
        """
        key = (rule_id, spaced)
        if key not in self._matchers:
            matcher = Matcher(self._nlp.vocab)
            names: list[list[str | None]] = []
            for index, pattern in enumerate(self._rules[rule_id].tokens or []):
                woven, groups = _woven(pattern, self._words, rule_id, spaced=spaced)
                names.append(groups)
                try:
                    matcher.add(str(index), [woven], greedy="LONGEST")
                except ValueError as error:
                    raise RulesError(f"rule {rule_id}: {str(error).splitlines()[0]}") from error
            self._matchers[key] = (matcher, names)
        return self._matchers[key]


def _hyphened(rules: Sequence[Rule], words: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The words with a hyphen in the lists that patterns name."""
    named = {name for rule in rules for name in re.findall(r"'@(\w+)'", str(rule.tokens or ""))}
    return {word for name in named for word in words.get(name, ()) if re.fullmatch(r"[a-z]+-[a-z-]+", word)}


def _woven(
    pattern: TokenPattern, words: Mapping[str, tuple[str, ...]], rule_id: str, *, spaced: bool
) -> tuple[list[dict[str, Any]], list[str | None]]:
    woven: list[dict[str, Any]] = []
    names: list[str | None] = []
    for index, element in enumerate(pattern):
        if index and spaced:
            woven.append(_SPACE)
            names.append(None)
        woven.append({key: _listed(value, words, rule_id) for key, value in element.items() if key != "as"})
        names.append(element.get("as"))
    return woven, names


def _listed(value: Any, words: Mapping[str, tuple[str, ...]], rule_id: str) -> Any:
    if isinstance(value, dict):
        return {key: _listed(inner, words, rule_id) for key, inner in value.items()}
    if isinstance(value, str) and value.startswith("@"):
        if value[1:] not in words:
            raise RulesError(f"rule {rule_id}: there is no list of words {value[1:]!r}")
        return [word.lower() for word in words[value[1:]]]
    return value


def _aligned(doc: Any, start: int, alignment: Sequence[int], names: Sequence[str | None]) -> dict[str, tuple[int, int]]:
    groups: dict[str, tuple[int, int]] = {}
    for offset, element in enumerate(alignment):
        name = names[element]
        if name is not None:
            token = doc[start + offset]
            first, _ = groups.get(name, (token.idx, 0))
            groups[name] = (first, token.idx + len(token))
    return groups
