"""Tasks that name nobody before their verb: passives, notes of what is to be done, what a meeting agrees to do."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.find.agents import Agents
from minutes_cli.find.subjects import Subjects
from minutes_cli.find.undertaking import Undertaking
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match

_IT_WAS = lazy(r"(?:\b(?:it\s+(?:was|is|has\s+been)|was|were|that\s+it\s+be)\s+(?:\w+\s+){0,2})$", re.IGNORECASE)
_LAST_WORD = lazy(r"(?P<word>\w+)\s*$")
_BEHIND = lazy(r"(?:\s-\s*(?P<dashed>[^()]{2,60}?)|\((?P<round>[^()]{2,60})\))\W*$")  # "Coach to be booked (Jo)"
_SPLICE = lazy(r"[;:]\s+|\s-+\s+|,\s+")
_PAST = lazy(r"[a-z]{2,}ed\s+(?:a|an|the|to|her|his|it|that|them|for)\b|\b(?:them|him|it)\s*$")
# A verb that "to be done" hangs on: "promised to be completed", "due to be returned".
_STATED = lazy(
    r"\b(?:promised|expected|due|likely|supposed|intended|scheduled|planned|believed|said|set|going|known|bound)\s+$"
)
_COUNTED = lazy(
    r"\W*(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|half|most|many|a few)\b",
    re.IGNORECASE,
)
# Told of the past, and what will be done now: "Jo asked what had been spent and the Clerk will put that in".
_WILL = lazy(r"(?:\w+ly\s+|also\s+|now\s+)?(?:will|'ll)\b")
_TOLD_AND = lazy(
    r"(?:(?!\b(?:will|shall|would|should|if|hope[ds]?|that|thought|felt|until|unless)\b)[^;])*?\b(?:asked|requested|queried|raised|wanted)\b"
    r"(?:(?!\b(?:will|shall|would|should|if|that|until|unless)\b)[^;])*,?\s(?:and|so|but)\s+(?:the\s+)?$"
)
_STILL = lazy(r"\s*(?:still|yet)\b", re.IGNORECASE)
_HAS = lazy(r"\b(?:has|have|had)\s+$")

# What others have taken on already: "the ditch to be cleared (the County have put it into their programme)".
_TAKEN_ON = lazy(
    r"\([^()]{2,60}?\b(?:have|has)\s+(?:\w+\s+)?(?:put|agreed|added|scheduled|programmed|promised|undertaken|booked|taken)\b[^()]*\)\W*$"
)
# What is not to be done is no task: "resolved that no objection be raised".
_NOTHING = lazy(r"\b(?:that|agreed|resolved|decided),? no (?:[\w-]+ ){1,4}?(?:be|is to be|are to be)\b", re.IGNORECASE)
# "When asked whether it was safe, Mr Lee said he would test it": what was asked makes no doubt of the answer.
_ASKED = lazy(r"\W*(?:(?:When|On\s+being|Being|Having\s+been)\s+)?[Aa]sked\b[^,;]{0,160},")


class Doubt:
    """Tells what a sentence only wishes, guesses or makes a condition of."""

    def __init__(self, rules: Rules) -> None:
        self._doubt = rules.regex("{undertaking_doubt}", ignore_case=True)

    def search(self, text: str, start: int, end: int) -> bool:
        """Whether words between two offsets tell of a wish, a guess or a condition."""
        return self._doubt.search(text, start, end) is not None

    def before(self, text: str, end: int, cue: int | None = None) -> bool:
        """Whether what stands before a subject makes a wish, a guess or a condition of what is said of it.

        ``cue`` is where the verb begins that what is said of the subject has before it: "will".
        """
        asked = _ASKED.match(text, 0, end)
        start = max(text.rfind(mark, 0, end) for mark in (";", ":", ". "))
        if cue is not None and _WILL.match(text, cue) and _TOLD_AND.match(text, max(0, start), end):
            return False
        return self.search(text, max(0, start, asked.end() if asked else 0), end)


class Passives:
    """Reads the frames of one document in which nobody stands before the verb."""

    def __init__(self, rules: Rules, subjects: Subjects, doubt: Doubt) -> None:
        self._subjects = subjects
        self._doubt = doubt
        self._agents = Agents(rules, subjects)
        self._outside = rules.words("task_outside")
        self._finite = rules.words("sentence_verb", "task_finite")

    def read(self, text: str, match: Match, verb: int) -> Undertaking | None:
        """A task that names nobody before its verb, with whoever does it behind "by"."""
        found = self._unowned(text, match, verb)
        if found is None:
            return None
        if _NOTHING.search(text, match.start, match.end):
            return None
        if "(" in text[found.end :] and _TAKEN_ON.search(text, found.end):
            return None
        behind = _BEHIND.search(text, found.end)
        if behind is not None:
            which = "dashed" if behind["dashed"] else "round"
            subject = self._subjects.before(text, behind.end(which))
            if (
                subject is not None
                and subject.kind in ("person", "post", "staff")
                and text[behind.start(which) : subject.start].lower().strip() in ("", "the")
            ):
                return replace(found, owners=subject.owners)
        if " by " not in text:
            return None if match.rule.set.get("agent") else found
        agent = self._agents.find(text, found.end)
        if agent is None:
            other = match.rule.set.get("agent") or self._agents.is_other(text, found.end)
            return None if other else found
        if agent.kind == "pronoun":
            return replace(found, pronoun=text[agent.start : agent.end])
        return replace(found, owners=agent.owners)

    def _unowned(self, text: str, match: Match, verb: int) -> Undertaking | None:
        start = with_it_was(text, match.start)
        if match.rule.set.get("meeting"):
            if _HAS.search(text, 0, match.start):
                return None
            subject = self._subjects.before(text, match.start)
            if subject is not None and (subject.kind != "council" or _HAS.search(text, subject.end, match.start)):
                return None  # "The county association has resolved to …" tells of another meeting
            start = subject.start if subject is not None else start
        if match.rule.set.get("speaker"):
            subject = self._subjects.before(text, match.start)
            if subject is not None and subject.kind in ("person", "post", "staff"):
                return Undertaking(subject.start, verb, match.end, match.rule.id, subject.owners)
            if subject is not None and subject.kind in ("body", "council", "members"):
                return None  # a decision of the meeting, not a task
        if match.rule.set.get("terse"):
            start = self._segment(text, match.start)
            lead = text[start : match.start]
            words = [word.lower() for word in re.findall(r"[\w']+", lead)]
            if _STILL.match(text, match.start) and _COUNTED.match(lead):
                return None  # "Five furnaces still to be serviced" tells how far something is
            if not words or len(words) > 25 or any(word in self._finite for word in words):
                return None
            if _PAST.search(lead) or _STATED.search(lead) or self._doubt.search(lead, 0, len(lead)):
                return None
            if start and "," in lead and text[:start].rstrip().endswith(","):
                return (
                    None  # an entry of a list in a whole sentence: "will receive the lists, sheets, etc. to be signed"
                )
        elif match.rule.set.get("weak"):
            if self._doubt.before(text, match.start):
                return None
            start = self._segment(text, match.start)
            done_to = _LAST_WORD.search(text, start, match.start)
            if done_to and done_to["word"].lower() in self._outside:
                return None  # "individuals will be asked" tells what outsiders can expect
        return Undertaking(start, verb, match.end, match.rule.id)

    def _segment(self, text: str, end: int) -> int:
        """Where the clause before an offset begins: behind the last mark that has a whole sentence on its left."""
        start = 0
        for mark in _SPLICE.finditer(text, 0, end):
            words = {word.lower() for word in re.findall(r"[\w']+", text[start : mark.start()])}
            if mark[0][0] != "," or words & self._finite:
                start = mark.end()
        return start if text[start:end].strip() else 0


def with_it_was(text: str, start: int) -> int:
    """Where "it was agreed" begins, whose "agreed" begins at ``start``."""
    match = _IT_WAS.search(text, 0, start)
    return match.start() if match else start
