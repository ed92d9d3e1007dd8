"""Short names that stay: of an action from what it says and where, of a document from its bytes.

An id is the beginning of a hash, long enough to be nobody else's. A reading of the same minutes gives the same ids, in
this register and in any other, and in an answer over files that are not filed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from minutes_cli.records import Action, Minutes
from minutes_cli.register.words import plain_words

SHORTEST = 7  # 35 bits: among 100,000 actions, one pair in seven registers shares that much, and one of it goes longer
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # no i, l, o, u: an id is read aloud and typed from paper


def action_digests(minutes: Minutes) -> list[str]:
    """For each action the letters that its id is the beginning of.

    They are made of body, date, section and the words of the task, so that case, punctuation, line breaks and the place
    of a passage in the text don't matter; of two alike, the second has a number too.
    """
    headings = {section.id: section.title for section in minutes.sections}
    seen: dict[tuple[str, ...], int] = {}
    digests = []
    for action in minutes.actions:
        key = action_key(minutes, action, headings)
        seen[key] = seen.get(key, 0) + 1
        digests.append(digest(*key, str(seen[key])))
    return digests


def action_key(minutes: Minutes, action: Action, headings: dict[str, str]) -> tuple[str, ...]:
    """What an action's id is made of."""
    place = headings.get(action.section or "", "")
    words = (minutes.meeting.body or "", minutes.meeting.date or "", place, action.text)
    return tuple(plain_words(part) for part in words)


def document_digest(sha256: str) -> str:
    """The letters that a document's key is the beginning of."""
    return digest("document", sha256)


def digest(*parts: str) -> str:
    """The SHA-256 of the parts in 51 letters of 5 bits."""
    number = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest())
    return "".join(LETTERS[number >> shift & 31] for shift in range(251, 0, -5))


def shortest_free(letters: str, taken: Collection[str]) -> str:
    """The shortest beginning of the letters, at least `SHORTEST` long, that is not taken."""
    return next(letters[:end] for end in range(SHORTEST, len(letters) + 1) if letters[:end] not in taken)
