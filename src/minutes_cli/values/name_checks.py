"""Whether words are a person's name, told by the words beside them."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.values.name_words import NameWords

_OF = lazy(r" (?:of|for) ")


def is_name(words: NameWords, name: str, rest: str, titled: bool, posted: bool, *, surnames: bool) -> bool:
    """Whether words can be a name, by how much stands with them that makes them one.

    ``rest`` is the stretch that they open; ``titled`` and ``posted`` tell that an honorific or an office stands before
    them, ``surnames`` that a single word may be a name.
    """
    if not name or len(name.strip(".")) == 1 or words.is_nobody(name) or name.endswith(("'s", "’s")):
        return False
    if titled:
        return not words.is_whole_role(name)
    if _is_no_name(words, name, surnames=surnames) or words.is_whole_role(name):
        return False
    if not surnames and words.is_role(name.rsplit(" ", 1)[-1]):
        return False
    if posted:
        return not words.has_body_word(name)
    if " " not in name and not surnames:
        return False
    if _OF.search(rest):
        behind = rest[len(name) :].lstrip()
        told = surnames and " " in name and not (words.has_body_word(name) or words.is_role(name))
        return behind.startswith(("of ", "from ", "for ")) and (told or words.is_given(name))
    return not words.is_body(name) or (surnames and words.is_given(name))


def _is_no_name(words: NameWords, name: str, *, surnames: bool) -> bool:
    """Whether the first word is one that opens sentences and titles, initials in lists and handles aside."""
    first = name.split(" ", 1)[0]
    if first.lower() not in words.no_name or name.islower() or (len(first) == 1 and first != name):
        return False
    return not (surnames and name.isupper() and len(name) <= 3)
