"""What a list, a table or a sentence of attendance says of one person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.patterns import lazy
from minutes_cli.values.person import Person

_NOTED = (
    (re.compile(r"\b(?:apolog|apols|regrets)", re.IGNORECASE), "apologies"),
    (re.compile(r"^(?:is |was )?(?:absent|excused|not present|abs\b|a$)", re.IGNORECASE), "absent"),
    (re.compile(r"^in attendance$", re.IGNORECASE), "in_attendance"),
    (re.compile(r"^(?:attend\w*|present)\s*[:?]*\s*(?:no?\b|[✗✘])", re.IGNORECASE), "absent"),
)


_SUBSTITUTE = lazy(
    r"\bsub(?:stitut\w+)?\b|\bdeputis|\balternate\b|\bproxy\b|\bon behalf of\b|^for [A-Z]", re.IGNORECASE
)


# Apologies that are not for absence: who sent them was there in part.
_IN_PART = lazy(
    r"^(?:apologies )?for (?:early|late|leaving|arriving|partial|part)|\bfor (?:lateness|early departure)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Listed:
    """A person with the status that a list, a table or a sentence of attendance gives; offsets are the document's.

    ``alone`` is the status where no list is of people simply present, ``group`` tells lists apart.
    """

    person: Person
    status: str
    alone: str
    rule: str
    block: int
    weak: bool = False
    group: int = -1


def noted_status(person: Person) -> str | None:
    """The status that an entry itself gives: "Jane Doe (apologies)"."""
    for words in (person.note, person.organisation):
        if words and _IN_PART.search(words):
            return "present"
        if words and not _SUBSTITUTE.search(words):
            for pattern, status in _NOTED:
                if pattern.search(words):
                    return status
    return None
