"""Token patterns on spaCy's blank English tokens: the one module that imports spaCy.

spaCy makes a token of its own of a run of white space ("agreed  to"), so an optional space token is woven between the
tokens of each pattern. Besides spaCy's keys an element may carry ``as``: the tokens that it matched are that group.
``{"LOWER": {"IN": "@name"}}`` stands for a list of words from the pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

from spacy.lang.en import English
from spacy.matcher import Matcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import create_vocab

from minutes_cli.errors import RulesError
from minutes_cli.rules.match import Match
from minutes_cli.rules.schema import Rule, TokenPattern

_SPACE: dict[str, Any] = {"IS_SPACE": True, "OP": "*"}


@dataclass(frozen=True, slots=True)
class _Edge:
    """Words one of which opens or closes a match, None for any, but for so many tokens ``beyond`` it."""

    words: frozenset[str] | None
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class _Shape:
    """What tells where in a sentence the matches of a rule can stand.

    ``firsts`` and ``lasts`` open and close each match; all its tokens are among ``named`` but for so many ``others``,
    None where any number may be.
    """

    firsts: _Edge
    lasts: _Edge
    named: frozenset[str] | None
    others: int


class TokenMatcher:
    """The token rules of a pack, one matcher a rule: a sentence is made into tokens once, and only by those tried."""

    def __init__(self, rules: Sequence[Rule], words: Mapping[str, tuple[str, ...]]) -> None:
        self._tokenizer = _tokenizer({*_hyphened(rules, words), *_dotted(words)})
        self._rules = {rule.id: rule for rule in rules}
        self._words = words
        self._matchers: dict[tuple[str, bool], tuple[Matcher, dict[int, list[str | None]]]] = {}
        self._shapes: dict[str, _Shape] = {}
        # The sentence at hand with its words in lower case: rules of several units look at it in turn.
        self._last: tuple[str, Doc, list[str], bool] | None = None

    def find(self, ids: Sequence[str], text: str) -> Iterator[Match]:
        """The matches of some of the rules in a text, rule by rule in the order of the ids, then by place."""
        if self._last is None or self._last[0] != text:
            doc = self._tokenizer(text)
            words = [token.lower_ for token in doc]
            spaced = " ".join(text.split()) != text  # a run of blanks becomes a token of its own
            self._last = (text, doc, [" " if word.isspace() else word for word in words] if spaced else words, spaced)
        _, doc, words, spaced = self._last
        for rule_id in ids:
            found: list[Match] = []
            for begin, stop in self._stretches(rule_id, words):
                matcher, names = self._matcher(rule_id, spaced=spaced)
                matches: Any = matcher(doc[begin:stop], with_alignments=True)
                for key, start, end, alignment in matches:
                    groups = _aligned(doc, begin + start, alignment, names[key])
                    last = doc[begin + end - 1]
                    found.append(Match(self._rules[rule_id], doc[begin + start].idx, last.idx + len(last), groups))
            yield from sorted(found, key=lambda match: (match.start, -match.end)) if len(found) > 1 else found

    def _stretches(self, rule_id: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The stretches of tokens within which all matches of a rule stand, as start and end.

        spaCy takes several calls of Python for each token: it is spared those that can be of no match.
        """
        shape = self._shapes.get(rule_id)
        if shape is None:
            shape = self._shapes[rule_id] = self._shape(self._rules[rule_id].tokens or [], rule_id)
        firsts, lasts = shape.firsts, shape.lasts
        for begin, stop in _runs(words, shape.named, shape.others):
            opening, closing = _places(words[begin:stop], firsts.words), _places(words[begin:stop], lasts.words)
            if opening and closing and opening[0] <= closing[-1]:
                yield max(0, begin + opening[0] - firsts.beyond), begin + closing[-1] + 1 + lasts.beyond

    def _shape(self, patterns: Sequence[TokenPattern], rule_id: str) -> _Shape:
        firsts, lasts = self._edge(patterns, rule_id), self._edge([pattern[::-1] for pattern in patterns], rule_id)
        named: set[str] = set()
        others = [0]
        for pattern in patterns:
            unnamed = [element for element in pattern if self._words_of(element, rule_id) is None]
            if any(element.get("OP", "?") != "?" for element in unnamed):
                return _Shape(firsts, lasts, None, 0)
            others.append(len(unnamed))
            named.update(word for element in pattern for word in self._words_of(element, rule_id) or ())
        return _Shape(firsts, lasts, frozenset({*named, " "}), max(others))

    def _edge(self, patterns: Sequence[TokenPattern], rule_id: str) -> _Edge:
        """The words that open a match of some patterns: of each pattern the first that it names."""
        edge: set[str] = set()
        beyond = 0
        for pattern in patterns:
            passed = 0
            for element in pattern:
                words = self._words_of(element, rule_id)
                if words is not None:
                    edge |= words
                    beyond = max(beyond, passed)
                    if element.get("OP", "+") == "+":
                        break
                elif element.get("OP", "?") == "?":
                    passed += 2  # the token and a run of white space beside it
                else:
                    return _Edge(None)
            else:
                return _Edge(None)
        return _Edge(frozenset(edge), beyond)

    def _words_of(self, element: dict[str, Any], rule_id: str) -> set[str] | None:
        """The words that an element of a pattern names in lower case; None where it may be others too."""
        value = _listed(element.get("LOWER", element.get("TEXT")), self._words, rule_id)
        named = value.get("IN") if isinstance(value, dict) else value and [value]
        return {word.lower() for word in named} if named and element.get("OP") != "!" else None

    def _matcher(self, rule_id: str, *, spaced: bool) -> tuple[Matcher, dict[int, list[str | None]]]:
        """The matcher of one rule, built when it is first tried, and the groups of the elements of its patterns.

        Patterns are woven with space tokens only for sentences that are ``spaced``: it makes them twice as long.
        """
        key = (rule_id, spaced)
        if key not in self._matchers:
            matcher = Matcher(self._tokenizer.vocab)
            names: dict[int, list[str | None]] = {}
            for index, pattern in enumerate(self._rules[rule_id].tokens or []):
                woven, groups = _woven(pattern, self._words, rule_id, spaced=spaced)
                names[self._tokenizer.vocab.strings.add(str(index))] = groups
                try:
                    matcher.add(str(index), [woven], greedy="LONGEST")
                except ValueError as error:
                    raise RulesError(f"rule {rule_id}: {str(error).splitlines()[0]}") from error
            self._matchers[key] = (matcher, names)
        return self._matchers[key]


def _runs(words: Sequence[str], named: frozenset[str] | None, others: int) -> list[tuple[int, int]]:
    """The stretches of tokens with no more than so many ``others`` between any two that are named."""
    if named is None:
        return [(0, len(words))]
    runs: list[tuple[int, int]] = []
    begin = stop = 0
    for place in _places(words, named):
        if place - stop > others and begin < stop:
            runs.append((begin, stop))
            begin = place
        elif begin == stop:
            begin = place
        stop = place + 1
    return [*runs, (begin, stop)]


def _places(words: Sequence[str], named: frozenset[str] | None) -> Sequence[int]:
    """Where tokens stand that are named; all where any may be."""
    places = range(len(words))
    return places if named is None else list(compress(places, map(named.__contains__, words)))


def _tokenizer(whole: Iterable[str]) -> Tokenizer:
    """The tokenizer of ``spacy.blank("en")``, for which words of its own, and the "'ll" of a name, are tokens.

    It is made without the pipeline around it, and its exceptions are given to it at once: each change of a tokenizer
    reads all of them anew, which takes as long as all else that spaCy does at the start.
    """
    defaults = English.Defaults
    exceptions: dict[str, Any] = {**defaults.tokenizer_exceptions}
    exceptions.update({word: [{"ORTH": word}] for word in sorted(whole)})
    suffixes = [*(defaults.suffixes or ()), r"(?<=[A-Za-z])'ll"]  # "Ravi'll", as "he'll" is parted
    return Tokenizer(
        create_vocab("en", defaults),
        rules=exceptions,
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _dotted(words: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Titles with their dot: else the dot of "Cllr." ends a clause."""
    return {f"{title}." for title in words.get("honorific_word", ()) if title.isalpha()}


def _hyphened(rules: Sequence[Rule], words: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The words with a hyphen in the lists that patterns name: else "e-mail" is three tokens."""
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
