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
from minutes_cli.values.person_details import add_detail

_NAME = lazy(r"(?:[A-Z][A-Za-z'-]*\.? ){0,3}[A-Z][A-Za-z'-]*[a-z]")
# What stands in brackets, or behind a dash, without any mark that may part it.
_CLEAR = lazy(r"(?:(?! and )[^()\[\],;|•])*")
_BEHIND_DASH = lazy(
    r"(?=[A-Z]\w)[^-:()\[\],;]*(?:\w-\w[^-:()\[\],;]*)*(?P<dash> - )(?P<behind>(?:(?! and | plus )[\w' ])+)"
)
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
            and words.lower() not in self._words.nobodies  # no other nobody has a capital to each word
        )

    def read(self, text: Text, start: int, end: int, *, dashed: bool) -> Person | None:
        """The person of a stretch that holds nothing but such a name, of two words or more or behind an honorific.

        One detail may stand behind it in brackets, or behind a dash where ``dashed`` says so.
        """
        start, end = trimmed(text.masked, start, end)
        words = text.masked[start:end]
        stop, detail = self._detail_of(text.masked, start, end, dashed)
        head = text.masked[start:stop].rstrip()
        first, _, rest = head.partition(" ")
        if not rest or head != text.raw[start : start + len(head)]:
            return None
        honorific, name = None, head
        if first.rstrip(".") in self._titles and (found := self._honorific.match(head)):
            honorific, name = found[0], head[found.end() :].lstrip(" ")
        if not self.is_plain(name) or ((honorific or detail) and self._words.is_nobody(words)):
            return None
        if honorific and _OPENS.match(honorific):
            return None  # "the Reverend Al Fenn"
        name_end = start + len(head)
        person = Person(name, honorific, start=start, end=end, name_start=name_end - len(name), name_end=name_end)
        return add_detail(self._words, person, text, *detail) if detail else person

    def _detail_of(self, masked: str, start: int, end: int, dashed: bool) -> tuple[int, tuple[int, int] | None]:
        """Where the one detail of an entry stands, and where the name before it ends; no detail where it is unclear."""
        if masked[end - 1 : end] == ")":
            opened = masked.find("(", start, end)
            inside = masked[opened + 1 : end - 1]
            clear = opened > 0 and len(inside.replace(".", "")) > 1 and _CLEAR.fullmatch(inside)
            apart = masked.endswith("   ", start, opened)
            return (opened, (opened + 1, end - 1)) if clear and not apart else (end, None)
        if dashed and masked.find(" - ", start, end) > 0:
            parted = _BEHIND_DASH.fullmatch(masked, start, end)
            behind = parted["behind"] if parted else ""
            titled = not self._titles.isdisjoint(behind.split()) or self._words.opens_with_given(behind)
            return (end, None) if parted is None or titled else (parted.start("dash"), parted.span("behind"))
        return end, None

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
