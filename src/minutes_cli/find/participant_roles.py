"""The office or the body of somebody in the narrative: in front of the name, or behind it."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match
from minutes_cli.values.names import Names
from minutes_cli.values.person import Person, changed

_BELONGS = lazy(r"(?:both\s+)?(?:of|from|representing|on behalf of|for)\s")
_SENTENCE = lazy(r"(?:who|which|where|and|but|although|while|having|as|in|on|with)\b")
_FOR = lazy(r"^(?:both\s+)?(?:of|from|representing|on behalf of|for)\s+(?:the\s+)?")
_MORE = lazy(r",\s+(?:who|which|whose)\b")  # "Head of Highways, who had joined online"
# What an office has not: "Members received a talk by the Head of Highways", "Speaking for the applicant".
_CLAUSE = lazy(
    r"\s(?:by|from|was|were|had|has|is|that|received|heard|considered|noted|invited|thanked|welcomed|an?)\s"
    r"|^(?:Speaking|Representing|Appearing|Responding|Replying|Answering|Following|After|In)\b"
)
_THE = lazy(r"\bthe\s*$")
_MARK = lazy(r"[,;:(]\s?")
_THE_START = lazy(r"\b[Tt]he\s+")

_OFFICE_GOES_ON = lazy(r" (?:of|for) (?:the )?[A-Z][\w&'-]*(?:,? (?:(?:and|of|&|the|for) )*[A-Z][\w&'-]*){0,6}")
_BRACKETED = lazy(
    r" \([^()]{2,60}\)(?:,? (?:and )?(?:(?:Mrs?|Ms|Miss|Dr|Cllr)\.? )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){1,3}"
    r" \([^()]{2,60}\)){0,4}"
)


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
            if group == "about" and (more := _MORE.search(words)):
                b, words = a + len(sentence[a:b]) - len(words) + more.start(), words[: more.start()]
            belongs = _BELONGS.match(words)
            if names.is_role(words) and not belongs:
                person = changed(person, role=person.role or words, end=max(person.end, b - offset))
            elif not _SENTENCE.match(words):
                words = _FOR.sub("", words)
                person = changed(person, organisation=person.organisation or words, end=max(person.end, b - offset))
    return person


def with_offices(names: Names, sentence: str, start: int, end: int) -> int:
    """Where people end whose offices go on behind them: "Jo Hale, Head of Roads", "Jo (Roads) and Al (Bins)"."""
    if bracketed := _BRACKETED.match(sentence, end):
        return bracketed.end()
    goes_on = _OFFICE_GOES_ON.match(sentence, end)
    office = sentence[start:end].rpartition(", ")
    return goes_on.end() if goes_on and office[0] and names.is_role(office[2]) else end


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
        if names.is_role(role) and len(role.split()) <= 12 and not _CLAUSE.search(role):
            return role
    return None
