"""The words of owners, made plain before they are parted and read."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy

_ARTICLE = lazy(r"^(?:the\s+|and\s+|&\s*)(?=\S)", re.IGNORECASE)
# "RD, with help from JF", "Clerk (in liaison with Cllr Bell)": the second helps, and owns the task too.
_HELPED = lazy(
    r"[\s,]*\(?\b(?:(?:(?:assisted|helped|supported|aided)\s+by|along(?:side|\s+with)|together\s+with|working\s+with|plus)"
    r"|(?:in\s+(?:liaison|consultation|conjunction|discussion|collaboration|partnership)\s+with)"
    r"|with(?:\s+(?:the\s+)?(?:help|support|assistance|input|advice|backing)\s+(?:of|from|by)|(?=\s+(?:the\s+)?[A-Z@])))\s+"
    r"(?:the\s+)?(?=[A-Z@a-z])(?P<who>[^()]*)\)?",
)


def with_helpers(words: str) -> str:
    """Words of owners with those who only help joined to them by a comma."""
    words = words.replace(" w/", " with ") if " w/" in words else words
    return _HELPED.sub(r", \g<who>", words) if "with" in words or " by " in words or " plus " in words else words


def trimmed(words: str) -> str:
    """Words of one owner without the marks, brackets and articles about them."""
    bare = words.strip(' .,:;-[]*"')
    if bare.startswith("(") or bare.count("(") != bare.count(")"):
        bare = bare.strip(" ()")
    return " ".join(_ARTICLE.sub("", bare).removeprefix("@").split())
