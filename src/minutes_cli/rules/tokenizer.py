"""spaCy's tokenizer for the sentences that token rules are tried in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab, create_vocab

from minutes_cli.rules.schema import Rule

_MOST = 10_000  # words that the tokenizer keeps the tokens of


class SentenceTokenizer:
    """The tokenizer of ``spacy.blank("en")``, for which words of the rules, and the "'ll" of a name, are tokens.

    It is made without the pipeline around it, and its exceptions are given to it at once: each change of a tokenizer
    reads all of them anew, which takes as long as all else that spaCy does at the start.
    """

    def __init__(self, rules: Sequence[Rule], words: Mapping[str, tuple[str, ...]]) -> None:
        defaults = English.Defaults
        exceptions: dict[str, Any] = {**defaults.tokenizer_exceptions}
        exceptions.update({word: [{"ORTH": word}] for word in sorted({*_hyphened(rules, words), *_dotted(words)})})
        suffixes = [*(defaults.suffixes or ()), r"(?<=[A-Za-z])'ll"]  # "Ravi'll", as "he'll" is parted
        self.vocab: Vocab = create_vocab("en", defaults)
        self._tokenizer = Tokenizer(
            self.vocab,
            rules=exceptions,
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=compile_suffix_regex(suffixes).search,
            infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )
        self._kept = set(exceptions)

    def parted(self, text: str, words: Sequence[str]) -> Doc:
        """The tokens of a text, of which ``words`` are what stands between blanks.

        New words are parted by themselves first: behind an exception ("I'm", "Mr.") the tokenizer keeps the tokens of
        no other word of the same text, and would part it anew wherever it stands so.
        """
        new = [word for word in words if word not in self._kept]
        if new and len(self._kept) < _MOST:
            self._tokenizer(" ".join(new))
            self._kept.update(new)
        doc: Doc = self._tokenizer(text)
        return doc


def _dotted(words: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Titles with their dot: else the dot of "Cllr." ends a clause."""
    return {f"{title}." for title in words.get("honorific_word", ()) if title.isalpha()}


def _hyphened(rules: Sequence[Rule], words: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The words with a hyphen in the lists that patterns name: else "e-mail" is three tokens."""
    named = {name for rule in rules for name in re.findall(r"'@(\w+)'", str(rule.tokens or ""))}
    return {word for name in named for word in words.get(name, ()) if re.fullmatch(r"[a-z]+-[a-z-]+", word)}
