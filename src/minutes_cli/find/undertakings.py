"""Undertakings in a sentence: frames that the rules find, each with the owners that the words before it name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.find.subjects import Subject, Subjects
from minutes_cli.rules.match import Match, Rules

_IT_WAS = re.compile(r"(?:\b(?:it\s+(?:was|is|has\s+been)|was|were|that\s+it\s+be)\s+(?:\w+\s+){0,2})$", re.IGNORECASE)
_BOUNDARY = re.compile(r"(?:^|[:;.?!\])•|-]|,|\b(?:and|but|so|then|therefore|also)|[\"'])\s*$", re.IGNORECASE)
_ELLIPSIS = re.compile(r"\b(?P<joint>and|but|who|then)\s*,?\s*$|,\s*$", re.IGNORECASE)
_LEAD_IN = re.compile(r"\b(?:that|to)\b[^.;:]*$", re.IGNORECASE)
_QUOTED = re.compile(r'"')


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A frame in a sentence: offsets in it; ``owners`` are those of the owners' words, empty where none is named.

    ``pronoun`` tells that a pronoun stands for the owner, whom the sentences before may name.
    """

    start: int
    verb: int
    end: int
    rule: str
    owners: tuple[tuple[int, int], ...] = ()
    pronoun: str = ""


class Undertakings:
    """Finds the undertakings in sentences of one document."""

    def __init__(self, rules: Rules, subjects: Subjects) -> None:
        self._rules = rules
        self._subjects = subjects
        self._hint = rules.regex("{undertaking_hint}")
        self._past = rules.regex("{undertaking_past}", ignore_case=True)
        self._doubt = rules.regex("{undertaking_doubt}", ignore_case=True)
        self._finite = rules.words("sentence_verb") | rules.words("task_said") | rules.words("task_asked")

    def find(self, text: str) -> list[Undertaking]:
        """The undertakings of a masked sentence, in order; of frames that overlap the first rule's is taken."""
        if not self._hint.search(text) or text.endswith("?"):
            return []
        found: list[Undertaking] = []
        for match in self._rules.find("undertaking", "sentence", text):
            candidate = self._read(text, match)
            if candidate is not None and not any(_overlap(candidate, other) for other in found):
                found.append(candidate)
        return sorted(found, key=lambda undertaking: undertaking.start)

    def _read(self, text: str, match: Match) -> Undertaking | None:
        said = match.rule.set
        if self._is_void(text, match):
            return None
        verb = match.groups["verb"][0]
        if said.get("subject") == "none":
            return self._unowned(text, match, verb)
        if said.get("subject") == "inside":
            end = match.groups["owner"][1]
            subject = self._subjects.before(text, end)
            start = min(match.start, subject.start) if subject else match.start
            if subject is None or subject.start < match.groups["owner"][0]:
                return None
            if match.rule.set.get("whole") and text[match.groups["owner"][0] : subject.start].strip():
                return None
            if said.get("first") and not re.fullmatch(r"\W*(?:\w{1,4}[.)]\s*)?", text[: match.start]):
                return None
            return self._owned(text, match, subject, _with_it_was(text, start), verb)
        subject = self._subjects.before(text, match.start)
        if subject is None:
            return self._elliptic(text, match, verb)
        if said.get("terse") and not self._is_terse(text, subject):
            return None
        if said.get("weak") and self._is_doubted(text, subject.start):
            return None
        return self._owned(text, match, subject, subject.start, verb)

    def _owned(self, text: str, match: Match, subject: Subject, start: int, verb: int) -> Undertaking | None:
        pronoun = text[subject.start : subject.end] if subject.kind == "pronoun" else ""
        if pronoun.lower() == "they":
            return None
        if subject.kind in ("members", "body", "unknown") and match.rule.set.get("people"):
            return None
        return Undertaking(start, verb, match.end, match.rule.id, subject.owners, pronoun)

    def _elliptic(self, text: str, match: Match, verb: int) -> Undertaking | None:
        """A verb joined to an earlier one of the same subject: "… is unsure of the tonnage but will research"."""
        joint = _ELLIPSIS.search(text, 0, match.start)
        if joint is None or match.rule.set.get("terse"):
            return None
        if (joint["joint"] or "").lower() == "who":
            subject = self._subjects.before(text, joint.start("joint"))
        else:
            subject = next(self._subjects.all(text, joint.start()), None)
            if subject is not None and _BOUNDARY.search(text, 0, subject.start) is None:
                subject = None
        if subject is None or (match.rule.set.get("weak") and self._is_doubted(text, subject.start)):
            return None
        return self._owned(text, match, subject, subject.start, verb)

    def _unowned(self, text: str, match: Match, verb: int) -> Undertaking | None:
        start = _with_it_was(text, match.start)
        if match.rule.set.get("terse"):
            lead = text[: match.start]
            words = [word.lower() for word in re.findall(r"[\w']+", lead)]
            if not words or len(words) > 25 or any(word in self._finite for word in words):
                return None
            start = 0
        elif match.rule.set.get("weak"):
            if self._is_doubted(text, match.start):
                return None
            start = 0
        return Undertaking(start, verb, match.end, match.rule.id)

    def _is_void(self, text: str, match: Match) -> bool:
        """Whether the frame tells of the past, stands in a quotation or is denied."""
        if len(_QUOTED.findall(text, 0, match.start)) % 2:
            return True
        return bool(self._past.search(text))

    def _is_terse(self, text: str, subject: Subject) -> bool:
        return _BOUNDARY.search(text, 0, subject.start) is not None

    def _is_doubted(self, text: str, end: int) -> bool:
        """Whether what stands before the subject makes a wish, a guess or a condition of it."""
        start = max(text.rfind(mark, 0, end) for mark in (";", ":", ". "))
        return bool(self._doubt.search(text, max(0, start), end))


def _with_it_was(text: str, start: int) -> int:
    """Where "it was agreed" begins, whose "agreed" begins at ``start``."""
    match = _IT_WAS.search(text, 0, start)
    return match.start() if match else start


def _overlap(one: Undertaking, other: Undertaking) -> bool:
    return one.start < other.end and other.start < one.end or one.verb == other.verb
