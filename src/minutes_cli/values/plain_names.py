"""Plain names: given names or initials and a surname, of whose words none means anything else beside a name.

Most entries of lists hold one, and nothing of what tells names from posts and bodies needs to be asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from minutes_cli.patterns import lazy
from minutes_cli.values.name_words import NameWords
from minutes_cli.values.person import Person, Text, trimmed

_NAME = lazy(r"(?:[A-Z][A-Za-z'-]*\.? ){0,3}[A-Z][A-Za-z'-]*[a-z]")
_INITIAL = lazy(r"[A-Z]\.?")
# What opens an entry or a detail in other ways than a name does.
_OPENS = lazy(
    r"(?:present|absent|excused|apologies|regrets|also|from|by|to|the|our|together|along|accompanied|of|at)\b", re.I
)


class PlainNames:
    """Tells plain names by the pack's lists of words."""

    def __init__(
        self, words: NameWords, honorific: re.Pattern[str], name_word: re.Pattern[str], titles: Set[str]
    ) -> None:
        self._words = words
        self._honorific = honorific
        self._name_word = name_word
        self._titles = titles
        self._is_word = lru_cache(maxsize=4096)(self._may_be_word)

    def is_plain(self, words: str) -> bool:
        """Whether words are such a name, perhaps but a surname."""
        return (
            _NAME.fullmatch(words) is not None
            and all(map(self._is_word, words.split(" ")))
            and not self._words.is_nobody(words)
        )

    def read(self, text: Text, start: int, end: int) -> Person | None:
        """The person of a stretch that holds nothing but such a name, of two words or more or behind an honorific."""
        start, end = trimmed(text.masked, start, end)
        words = text.masked[start:end]
        first, _, rest = words.partition(" ")
        if not rest or words != text.raw[start:end]:
            return None
        honorific, name = None, words
        if first.rstrip(".") in self._titles and (found := self._honorific.match(words)):
            honorific, name = found[0], words[found.end() :].lstrip(" ")
        if not self.is_plain(name) or (honorific and self._words.is_nobody(words)):
            return None
        return Person(name, honorific, start=start, end=end, name_start=end - len(name), name_end=end)

    def _may_be_word(self, word: str) -> bool:
        """Whether a word is nothing but a part of a name: no title, post or body, nor what stands around names."""
        words, lowered = self._words, word.lower()
        if lowered in words.no_name and len(word) > 1:
            return False
        if _INITIAL.fullmatch(word):
            parts = True
        else:
            parts = self._name_word.fullmatch(word) is not None and not word.endswith((".", "'s"))
        return (
            parts
            and word.rstrip(".") not in self._titles
            and not self._honorific.match(f"{word} X")
            and not _OPENS.match(word)
            and not (words.is_role(word) or words.is_whole_role(word) or words.is_body(word) or words.is_seat(word))
            and not words.post_nominal.search(word)
        )
