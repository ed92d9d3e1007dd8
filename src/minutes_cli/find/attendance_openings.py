"""Lists that open within other words: in a heading, or at the end of a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.document import Document, Heading
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Text

_IN_TITLE = lazy(
    r"(?:[\w,&' ]{0,40} )?(?:apolog(?:y|ies)|apols|absen(?:t|ces?)|regrets|present|in attendance)"
    r"(?: for absence| for non-attendance| received| given)?\s*(?:-+|:| from| by)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_LONG = 60  # characters of a paragraph that may end with a label
_TO_WIT = lazy(r",?\s*(?:to[ -]wit|namely|viz\.?|as follows)\s*$", re.IGNORECASE)
_CLAUSES = lazy(r"[.,;]\s+(?:and\s+|with\s+)?|\s+and\s+(?=the\s)")


def names_in_title(people: PeopleLists, document: Document, heading: Heading) -> tuple[int, int] | None:
    """Where people stand in a heading itself: "Apologies - Ann Moor, Bea Lunn"."""
    start, end = heading.title
    words = document.layout.masked[start:end].replace("\n", " ")
    told = _IN_TITLE.match(words)
    if told is None:
        return None
    found = people.read(Text(words[told.end() :], document.text[start + told.end() : end]))
    full = [person for person in found if person.honorific or " " in person.name or person.name.isupper()]
    return (start + told.end(), end) if found and len(full) * 2 > len(found) else None


def label_at_end(labels: Labels, block: Block) -> Label | None:
    """The label that ends a paragraph whose last mark is a colon: "…, and the roll was called of the members:"."""
    words = block.words
    if len(words) < _LONG:
        return None
    tail = _TO_WIT.sub("", words[:-1])
    label = labels.of(_CLAUSES.split(tail)[-1], heading=True)
    return replace(label, start=0, end=len(words)) if label is not None and not label.role else None
