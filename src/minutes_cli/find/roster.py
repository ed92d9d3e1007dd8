"""Who a document speaks of: the names, initials and handles that stand for a person in it.

The list of attendees comes first. Minutes also speak of people in no list, so initials that stand in brackets behind a
name, and words that the narrative lets speak ("Shona remarked …"), count too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.records import Attendee
from minutes_cli.rules.match import Rules

_WORD = lazy(r"[^\W\d_][\w'-]*")
_IN_BRACKETS = lazy(
    r"(?P<first>[A-Z][\w'-]*)\s+(?:(?P<second>[A-Z][\w'-]*)\s+){0,2}\((?:the\s+)?(?P<initials>[A-Z][A-Za-z]{0,2}[A-Z])\)"
)
_BRACKET = lazy(r"\((?:the\s+)?[A-Z][A-Za-z]{0,2}[A-Z]\)")
# On a text behind a newline. Neither this nor the next one has anything to gain by going back in a word.
_DIALOGUE = lazy(r"\n[ >*+•-]*+(?P<name>[A-Z][\w.'-]++(?:[ ][A-Z][\w.'-]*+)?+):[ ]")
_NAMED = r"(?P<word>[A-Z](?<!\w[A-Z])[A-Za-z'-]{1,15}+)[ ]++"
_ARTICLE = lazy(r"\b[Tt]he\s+$")
# What a label or a speaker may open with, and nobody is called: "The Chair: …".
_NEVER_NAMES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Roster:
    """Words that stand for a person: names and handles in lower case, initials as they are written.

    ``bodies`` are capitals that stand for a body: "Borough Council (BC)". ``posts`` are the posts of attendees in lower
    case whose names hold "and" or a comma.
    """

    names: frozenset[str]
    initials: frozenset[str]
    handles: frozenset[str]
    bodies: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()

    def holds(self, post: str) -> bool:
        """Whether words with "and" in them are one post of somebody who was there: "Flood and Water Manager"."""
        return " ".join(post.lower().removeprefix("the ").split()) in self.posts

    def knows(self, word: str) -> bool:
        """Whether a word stands for a person of the document."""
        return word in self.initials or word.lower() in self.names or word in self.handles


def read_roster(document: Document, attendees: Sequence[Attendee], rules: Rules) -> Roster:
    """The roster of a document with the people listed in it."""
    text = document.layout.masked
    bodies = rules.words("organisation_word", "role_word", "not_a_name")
    initials, companies = _in_brackets(text, bodies)
    speakers, speaking = _speakers(text, rules, bodies)
    initials |= speaking - companies
    names = {word.lower() for person in attendees for word in _words_of(person.name) if len(word) > 1}
    for person in attendees:
        initials |= {person.initials} if person.initials else initials_of(person.name)
    handles = {person.name for person in attendees if person.name.islower() and " " not in person.name}
    handles |= {line.speaker for line in document.layout.lines if line.speaker}
    names |= _labels(text, bodies)
    posts = {person.role.lower() for person in attendees if person.role and re.search(r" (?:and|&) |,", person.role)}
    return Roster(
        frozenset((names | speakers) - _NEVER_NAMES),
        frozenset(initials),
        frozenset(handles),
        frozenset(companies),
        frozenset(" ".join(post.split()) for post in posts),
    )


def initials_of(name: str) -> set[str]:
    """The initials that a name may be written as: "Fiona Mary Reid" is FMR or FR."""
    words = _words_of(name)
    if len(words) == 2:
        return {(words[0][0] + words[1][0]).upper()}
    if len(words) < 2:
        return {name} if re.fullmatch(r"[A-Z][A-Za-z]{0,2}[A-Z]", name) else set()
    return {"".join(word[0] for word in words).upper(), (words[0][0] + words[-1][0]).upper()}


def _words_of(name: str) -> list[str]:
    """The words of a name. Where it holds but letters and blanks, as most do, its words stand between the blanks."""
    return name.split() if name.replace(" ", "").isalpha() else _WORD.findall(name)


def _in_brackets(text: str, bodies: frozenset[str]) -> tuple[set[str], set[str]]:
    """Initials in brackets behind what they stand for: those of people, and those of bodies."""
    people: set[str] = set()
    companies: set[str] = set()
    for bracket in _BRACKET.finditer(text):
        match = _IN_BRACKETS.search(text, max(0, bracket.start() - 80), bracket.end())
        if match is None or match.end() != bracket.end():
            continue
        words = {match["first"].lower(), (match["second"] or "").lower()}
        (companies if words & bodies else people).add(match["initials"])
    return people - companies, companies


def _labels(text: str, bodies: frozenset[str]) -> set[str]:
    """Names that open lines of a dialogue: "Ana: …", twice or more in the document."""
    counts = Counter(match["name"] for match in _DIALOGUE.finditer(f"\n{text}"))
    words = {name: name.lower().split() for name, count in counts.items() if count > 1}
    return {word for listed in words.values() if not set(listed) & bodies for word in listed if len(word) > 1}


def _speakers(text: str, rules: Rules, bodies: frozenset[str]) -> tuple[set[str], set[str]]:
    """Names and initials that the narrative lets speak, names of bodies aside."""
    names: set[str] = set()
    initials: set[str] = set()
    for match in rules.regex(_NAMED + r"{task_speaks}\b").finditer(text):
        word = match["word"]
        if word.lower() in bodies or _ARTICLE.search(text, max(0, match.start() - 8), match.start()):
            continue
        if word.isupper():
            initials |= {word} if len(word) == 2 else set()
        else:
            names.add(word.lower())
    return names, initials
