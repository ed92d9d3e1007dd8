"""Words as the register compares them: of owners, bodies and tasks, whatever their case, accents and punctuation.

A *key* is a text's words, each in brackets: ``[assistant][director][counter][fraud]``. So one ``LIKE`` asks for whole
words in order, ``%[assistant]%[fraud]%``, and neither a key nor a pattern made from one ever holds a character that
``LIKE`` reads in its own way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from minutes_cli.errors import UsageError
from minutes_cli.patterns import lazy

# Forms of address, which minutes put before a name or leave out as they please; "the" stands before roles that way.
# Not a rule pack's to change: keys that are filed are compared with keys made later, so that a change here (or to
# `fold_words`) needs a step of the schema that makes the filed ones anew.
HONORIFICS = frozenset(
    "ald alderman baroness brother capt captain cllr cllrs clr col colonel councillor councillors cr dame dr father fr"
    " hon lady lord madam major miss mr mrs ms mx prof professor rabbi rev revd reverend rt sgt sir sister the".split()
)

APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u02b9\u00b4"))
DOTTED_INITIALS = lazy(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
WORD = lazy(r"[^\W_]+")


def fold_words(text: str) -> list[str]:
    """The words of a text in lower case without accents; "J.S." is one word, "&" is "and", "Children's" "childrens"."""
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        plain = plain.translate(APOSTROPHES)
    plain = DOTTED_INITIALS.sub("", plain.replace("'", "").replace("`", "")).replace("&", " and ")
    return WORD.findall(plain.casefold())


def plain_words(text: str) -> str:
    """The folded words with one space between: how the texts of tasks and decisions are compared and searched."""
    return " ".join(fold_words(text))


@lru_cache(maxsize=8192)  # the same few owners and people stand in meeting after meeting
def name_words(text: str) -> tuple[str, ...]:
    """The folded words without honorifics; all of them where there are no others ("the Lady")."""
    words = fold_words(text)
    return tuple(word for word in words if word not in HONORIFICS) or tuple(words)


def word_key(words: Iterable[str]) -> str:
    """The key of some words: each of them in brackets."""
    return "".join(f"[{word}]" for word in words)


def in_order(words: Sequence[str]) -> str:
    """A ``LIKE`` pattern that matches the keys which hold these words in this order; raises UsageError for no word."""
    if not words:
        raise UsageError("a name to look for needs letters or digits")
    return "%" + "%".join(f"[{word}]" for word in words) + "%"


def holding(text: str) -> str:
    """A ``LIKE`` pattern that matches the folded words of texts which hold this one; raises UsageError for no word."""
    words = plain_words(text)
    if not words:
        raise UsageError(f"{text!r}: words to look for need letters or digits")
    return f"%{words}%"
