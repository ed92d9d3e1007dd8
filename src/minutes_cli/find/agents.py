"""Who does what a passive says is to be done: "would be handled by the Head of Care"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.find.subject import Subject
from minutes_cli.find.subjects import Subjects
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_BY = lazy(r"\bby\s+(?=(?:the\s+)?[A-Za-z@])")
_CLAUSE_END = lazy(r"[;:.](?:\s|$)")
_WORD = lazy(r"@?[\w'&-]+\.?|[,/&]")
_PRONOUN = lazy(
    r"(?:her|him)\b(?!\s+[a-z]+ing\b)(?=\s*(?:[.,;]|$|before|after|by|at|on|in|within|for|as|and)\b|\s*[.,;]|\s*$)"
)
_WHOSE = lazy(r"(?:\w+\s+){0,3}\w+'s\s")
_FIRST = lazy(r"(?:the\s+)?(?P<word>[\w'-]+)")
_JOINTS = frozenset({"the", "of", "for", "and", "&", ",", "/"})
_REACH = 160  # characters behind the verb among which "by" may stand
_MOST = 10  # words of an agent


class Agents:
    """Finds the agents of passives in the sentences of one document."""

    def __init__(self, rules: Rules, subjects: Subjects) -> None:
        self._subjects = subjects
        self._outside = rules.words("task_outside", "task_body", "organisation_word")
        self._times = rules.words("due_month", "due_weekday", "due_feast") | {"good", "st"}

    def find(self, text: str, verb: int) -> Subject | None:
        """The person, post or group of staff behind "by", where one is named behind a verb."""
        return next((agent for by in self._all(text, verb) if (agent := self._behind(text, by))), None)

    def _behind(self, text: str, by: re.Match[str]) -> Subject | None:
        pronoun = _PRONOUN.match(text, by.end())
        if pronoun:
            return Subject(pronoun.start(), pronoun.end(), "pronoun", ())
        best: Subject | None = None
        begin, behind = by.end(), text[by.end() : by.end() + _REACH]
        for place, word in enumerate(_WORD.finditer(behind)):
            end = word.end() - (word[0].endswith(".") and word.end() == len(behind))
            found = self._subjects.before(behind, end)
            if found is not None and behind[: found.start].strip().lower() in ("", "the"):
                best = found if found.kind in ("person", "post", "staff") else None
            elif place >= _MOST or (best is not None and word[0].lower() not in _JOINTS):
                break
        if best is None or _WHOSE.search(behind, best.start, best.end):
            return None  # nobody, or "the county's surveyor"
        owners = tuple((begin + first, begin + last) for first, last in best.owners)
        return Subject(begin + best.start, begin + best.end, best.kind, owners)

    def is_other(self, text: str, verb: int) -> bool:
        """Whether somebody else stands behind "by": a body, an outsider, a name that says nothing here."""
        by = next(self._all(text, verb), None)
        first = _FIRST.match(text, by.end()) if by else None
        if first is None:
            return False
        word = first["word"]
        if _WHOSE.match(text, by.end() if by else 0):
            return True
        return word.lower() in self._outside or (word[0].isupper() and word.lower() not in self._times)

    def _all(self, text: str, verb: int) -> Iterator[re.Match[str]]:
        stop = _CLAUSE_END.search(text, verb)
        return _BY.finditer(text, verb, min(verb + _REACH, stop.start() if stop else len(text)))
