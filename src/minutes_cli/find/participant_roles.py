"""The office or the body of somebody in the narrative: in front of the name, or behind it."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match
from minutes_cli.values.names import Names
from minutes_cli.values.person import Person, changed

_BELONGS = lazy(r"(?:both\s+)?(?:of|from|representing|on behalf of|for)\s")
_SENTENCE = lazy(r"(?:who|which|where|and|but|although|while|having|as|in|on|with)\b")
_FOR = lazy(r"^(?:both\s+)?(?:of|from|representing|on behalf of|for)\s+(?:the\s+)?")
_THE = lazy(r"\bthe\s*$")
_MARK = lazy(r"[,;:(]\s?")
_THE_START = lazy(r"\b[Tt]he\s+")


def with_role(names: Names, person: Person, sentence: str, offset: int, match: Match | None) -> Person:
    """A person with the office that stands in front of the name, or that the groups of a match hold behind it.

    ``offset`` is where the words that the person was read from begin in the sentence.
    """
    role = _role_before(names, sentence[max(0, offset + person.start - 160) : offset + person.start])
    if role:
        return changed(person, role=person.role or role)
    if match is None:
        return person
    for group in ("about", "bracket", "of"):
        if group in match.groups:
            a, b = match.groups[group]
            words = " ".join(sentence[a:b].split()).removeprefix("the ")
            belongs = _BELONGS.match(words)
            if names.is_role(words) and not belongs:
                person = changed(person, role=person.role or words, end=max(person.end, b - offset))
            elif not _SENTENCE.match(words):
                words = _FOR.sub("", words)
                person = changed(person, organisation=person.organisation or words, end=max(person.end, b - offset))
    return person


def _role_before(names: Names, before: str) -> str | None:
    """The office in front of a name: "… by the Head of Housing and Communities, "."""
    bare = before.rstrip()
    if not bare.endswith((",", "the")):
        return None
    before = _THE.sub("", before)
    if not before.rstrip().endswith(","):
        return None
    segment = _MARK.split(before.rstrip(", ")[-140:])[-1]
    starts = [0, *(found.end() for found in _THE_START.finditer(segment))]
    for start in starts:
        role = segment[start:].strip()
        first = role.split(" ", 1)[0]
        if (
            first.lower() in names.no_name
            or names.honorific.match(role)
            or role.endswith(")")  # "Mr Jo Bell (objector), Cllr Lee": of the one before
            or not (first[:1].isupper() or names.is_role(first))
        ):
            continue
        if names.is_role(role) and len(role.split()) <= 12:
            return role
    return None
