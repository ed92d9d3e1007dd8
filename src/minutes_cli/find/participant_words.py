"""The words of a passage in which people are looked for."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.values.person import Text

# "The report of the engineer, Al Fenn, recommended": a paper speaks, not whoever wrote it.
PAPER = lazy(
    r"\W*(?:\w+\s+)?(?:(?:[\w-]+\s+){0,2}(?:letter|e-?mail|note|quotation)\s+(?:of|from|by)|(?:[\w-]+\s+){0,2}report\s+(?:of|from|by)"
    r"\s+(?=(?:the|an?|our)\s+(?:\w+\s+)?(?:engineer|surveyor|architect|consultant|solicitor|auditor|arborist|inspector|valuer|contractor)\b))"
    r"[^,;:.]{2,60},\s*$"
)
# A seat named before whoever holds it: "Council Member Post 1 Copeland".
SEATED = lazy(
    r"(?:[A-Z][\w'-]* ){0,3}(?:Post|Place|Ward|District|Seat|Position|Zone|Area|Division) \d{1,2}(?: [A-Z][\w'-]*)+"
)
# Where what people are thanked for begins.
_CLAUSE = lazy(
    r"[,;]?\s(?:who|whom|which|for|as|(?<!and )to|on|at|in|with|when|"
    r"and\s+(?:he|she|they|[a-z]+ed|it|the|was|were|that))\s(?!the\s[A-Z])"
)


def text_of(document: Document, start: int, end: int) -> Text:
    """A stretch of a document, each newline blanked."""
    masked = document.layout.masked[start:end].replace("\n", " ").replace("\r", " ")
    return Text(masked, document.text[start:end].replace("\n", " ").replace("\r", " "))


def thanked_length(words: str) -> int:
    """How far the people reach in what follows "thanked" or "welcomed"."""
    clause = _CLAUSE.search(words)
    return clause.start() if clause else len(words)
