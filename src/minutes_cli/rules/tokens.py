"""Token patterns on spaCy's blank English tokens; imported only where some are tried, for it imports spaCy.

spaCy makes a token of its own of a run of white space ("agreed  to"), so an optional space token is woven between the
tokens of each pattern. Besides spaCy's keys an element may carry ``as``: the tokens that it matched are that group.
``{"LOWER": {"IN": "@name"}}`` stands for a list of words from the pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc

from minutes_cli.errors import RulesError
from minutes_cli.rules.matches import Match
from minutes_cli.rules.schema import Rule, TokenPattern
from minutes_cli.rules.tokenizer import SentenceTokenizer

_SPACE: dict[str, Any] = {"IS_SPACE": True, "OP": "*"}
_BLANK = 0  # the key of a run of blanks, which spaCy keeps by its length
_MOST = 100_000  # words that spaCy may know: it keeps all that it ever met, in a hundred thousand documents too many


@dataclass(frozen=True, slots=True)
class _Edge:
    """The keys of words one of which opens or closes a match, None for any, but for so many tokens ``beyond`` it."""

    words: frozenset[int] | None
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class _Shape:
    """What tells where in a sentence the matches of a rule can stand.

    ``firsts`` and ``lasts`` open and close each match; all its tokens are among ``named`` but for so many ``others``,
    None where any number may be: then none is ``barred``.
    """

    firsts: _Edge
    lasts: _Edge
    named: frozenset[int] | None
    others: int
    barred: frozenset[int] = frozenset()


class TokenMatcher:
    """The token rules of a pack, one matcher a rule: a sentence is made into tokens once, and only by those tried."""

    def __init__(self, rules: Sequence[Rule], words: Mapping[str, tuple[str, ...]]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._words = words
        self._shapes: dict[str, _Shape] = {}
        # The sentence at hand with the keys of its words: rules of several units look at it in turn.
        self._last: tuple[str, Doc, list[int], bool] | None = None
        self._begin()

    def _begin(self) -> None:
        """Begin with a vocabulary that holds the words of the rules alone."""
        self._tokenizer = SentenceTokenizer(tuple(self._rules.values()), self._words)
        self._matchers: dict[tuple[str, bool], tuple[Matcher, dict[int, list[str | None]]]] = {}

    def find(self, ids: Sequence[str], text: str) -> list[Match]:
        """The matches of some of the rules in a text, rule by rule in the order of the ids, then by place."""
        if self._last is None or self._last[0] != text:
            if len(self._tokenizer.vocab.strings) > _MOST:
                self._begin()
            words = text.split()
            spaced = " ".join(words) != text  # a run of blanks becomes a token of its own
            doc = self._tokenizer.parted(text, words)
            self._last = (text, doc, _keys(doc, spaced=spaced), spaced)
        _, doc, keys, spaced = self._last
        all_: list[Match] = []
        for rule_id in ids:
            found: list[Match] = []
            for begin, stop in self._stretches(rule_id, keys):
                matcher, names = self._matcher(rule_id, spaced=spaced)
                matches: Any = matcher(doc[begin:stop], with_alignments=True)
                for key, start, end, alignment in matches:
                    groups = _aligned(doc, begin + start, alignment, names[key])
                    last = doc[begin + end - 1]
                    found.append(Match(self._rules[rule_id], doc[begin + start].idx, last.idx + len(last), groups))
            all_ += sorted(found, key=lambda match: (match.start, -match.end)) if len(found) > 1 else found
        return all_

    def _stretches(self, rule_id: str, keys: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The stretches of tokens within which all matches of a rule stand, as start and end.

        spaCy takes several calls of Python for each token: it is spared those that can be of no match.
        """
        shape = self._shapes.get(rule_id)
        if shape is None:
            shape = self._shapes[rule_id] = self._shape(self._rules[rule_id].tokens or [], rule_id)
        firsts, lasts = shape.firsts, shape.lasts
        for begin, stop in _runs(keys, shape):
            opening = _first(keys, range(begin, stop), firsts.words)
            closing = _first(keys, range(stop - 1, opening - 1, -1), lasts.words) if opening >= 0 else -1
            if closing >= 0:
                yield max(0, opening - firsts.beyond), closing + 1 + lasts.beyond

    def _shape(self, patterns: Sequence[TokenPattern], rule_id: str) -> _Shape:
        firsts, lasts = self._edge(patterns, rule_id), self._edge([pattern[::-1] for pattern in patterns], rule_id)
        elements = [element for pattern in patterns for element in pattern]
        named = {word for element in elements for word in self._words_of(element, rule_id) or ()}
        unnamed = [[each for each in pattern if self._words_of(each, rule_id) is None] for pattern in patterns]
        if any(element.get("OP", "?") != "?" for few in unnamed for element in few):
            never = [self._never(element, rule_id) for few in unnamed for element in few]
            return _Shape(firsts, lasts, None, 0, self._keys_of(set.intersection(*never) - named))
        return _Shape(firsts, lasts, self._keys_of(named) | {_BLANK}, max(map(len, unnamed)))

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
        return _Edge(self._keys_of(edge), beyond)

    def _keys_of(self, words: Iterable[str]) -> frozenset[int]:
        strings = self._tokenizer.vocab.strings
        return frozenset(strings[word] for word in words)

    def _words_of(self, element: dict[str, Any], rule_id: str) -> set[str] | None:
        """The words that an element of a pattern names in lower case; None where it may be others too."""
        value = _listed(element.get("LOWER", element.get("TEXT")), self._words, rule_id)
        named = value.get("IN") if isinstance(value, dict) else value and [value]
        return {word.lower() for word in named} if named and element.get("OP") != "!" else None

    def _never(self, element: dict[str, Any], rule_id: str) -> set[str]:
        """The words in lower case that an element rules out."""
        value = _listed(element.get("LOWER"), self._words, rule_id)
        barred = value.get("NOT_IN") if isinstance(value, dict) and element.get("OP") != "!" else None
        return {word.lower() for word in barred or ()}

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


def _keys(doc: Doc, *, spaced: bool) -> list[int]:
    """The keys under which spaCy keeps the words of a sentence in lower case."""
    if not spaced:
        keys: list[int] = doc.to_array("LOWER").tolist()
        return keys
    return [_BLANK if token.is_space else token.lower for token in doc]


def _runs(keys: Sequence[int], shape: _Shape) -> list[tuple[int, int]]:
    """The stretches of tokens that may hold matches: without barred ones, or without too many that aren't named."""
    if shape.named is None:
        if not shape.barred:
            return [(0, len(keys))]
        cuts = [-1, *_places(keys, shape.barred), len(keys)]
        return [(before + 1, cut) for before, cut in pairwise(cuts) if cut - before > 1]
    runs: list[tuple[int, int]] = []
    begin = stop = 0
    for place in _places(keys, shape.named):
        if place - stop > shape.others and begin < stop:
            runs.append((begin, stop))
            begin = place
        elif begin == stop:
            begin = place
        stop = place + 1
    return [*runs, (begin, stop)]


def _places(keys: Sequence[int], named: frozenset[int]) -> list[int]:
    """Where tokens stand that are named."""
    return list(compress(range(len(keys)), map(named.__contains__, keys)))


def _first(keys: Sequence[int], places: range, named: frozenset[int] | None) -> int:
    """The first of some places at which a token stands that is named, or any where any may be; -1 for none."""
    for place in places:
        if named is None or keys[place] in named:
            return place
    return -1


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
