"""The words of a marked task: where they begin and end in a text.

All offsets are those of the text handed in, a stretch of a block's mask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.find.due import Dues
from minutes_cli.find.owners import Owners
from minutes_cli.find.subjects import Subjects
from minutes_cli.find.task_owners import Task
from minutes_cli.find.task_parts import TaskParts
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.sentences import split_sentences

__all__ = ["Task", "TaskWords"]

_WORD = lazy(r"[\w'.&/-]+")
_LEAD_IN = lazy(
    r"(?:In\s+(?:response|reply|answer)\s+to|In\s+(?:the\s+)?light\s+of|Following|Further\s+to|With\s+(?:regard|reference|respect)\s+to"
    r"|Arising\s+from|On\s+the\s+(?:question|matter|subject)\s+of|Regarding|As\s+(?:regards|to)|In\s+relation\s+to|After)\b"
)
_SAID_THAT = lazy(
    r",\s+(?=(?:the\s+|The\s+|[A-Z])?[\w .'-]{1,70}?\s(?:also\s+)?(?:agreed|undertook|offered|confirmed|advised|said"
    r"|stated|was|were|would|will|to|promised|volunteered|responded|replied|explained)\b)"
)
_CONFIRMED = lazy(r"[^,;]{1,60}?\b(?:also\s+)?(?:confirmed|advised|said|stated|explained|responded|replied)\s+that\s+")
_UNFINISHED = lazy(
    r"(?:To|Both|These|Those|This|That|It|They|Also|And|Will|Needs?|Should|Would|Could|Copy|Copies|Date)\b",
    re.IGNORECASE,
)
_TO_BE_DONE = lazy(r"(?<!remains )(?<!remain )(?<!still )(?<!has )(?<!have )\b[Tt]o\s+be\s+\w+(?:ed|en|t)\b")
_IS_GIVEN = lazy(
    r"\s+(?:to|will|would|shall|should|agreed|offered|undertook|has\s+(?:agreed|offered)|is\s+to|was\s+asked)\b"
)
_OPENS_CLAUSE = lazy(r"[,;:-]\s+(?P<the>the\s+)?\Z")
_PROPOSED = lazy(
    r"\W*(?:(?:this|it)\s+was\s+)?(?:proposed|prop\.?|moved)\b.{3,60}\b(?:seconded|sec\.?|2nd)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = lazy(r";\s+(?:and\s+)?\(?(?:[ivx]{1,4}|[a-h]|\d)\)\s+")  # "(i) …; and (ii) that the Clerk write"
_TASK_CUE = lazy(
    r"(?P<strong>(?<!remains )(?<!remain )(?<!still )(?<!has )(?<!have )\b[Tt]o\s+be\s+\w+(?:ed|en|wn|ung|ade|one|t)\b"
    r"|\b(?i:agreed|undertook|offered|volunteered|asked|requested|promised|instructed|resolved)\s+(?:to(?!\s+(?:object|raise\s+no|support|approve|accept|note|grant|give|refuse|oppose|recommend)\b)|that)\b)"
    r"|\b(?:to|will|would|shall|should|'ll|needs?)\s+[a-z]+"
)

# Who will do something, by a pronoun or a name: "… was missing; she and the Clerk would draft an entry".
_WHO_WILL = lazy(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|(?!It|This|That|There|These|Those|Which)[A-Z][\w'-]+)\s+(?:also\s+)?"
    r"(?:would|will|undertook\s+to|agreed\s+to|offered\s+to)\s+(?!be\b)[a-z]+"
)

_NAMED = 3  # the weight of a sentence that names its owner


class TaskWords(TaskParts):
    """Cuts tasks out of the text of one document."""

    def __init__(self, rules: Rules, owners: Owners, subjects: Subjects, dues: Dues) -> None:
        super().__init__(rules, owners, subjects, dues)
        self._decided = rules.regex(r"\W*{decided}", ignore_case=True)

    def is_decided(self, text: str) -> bool:
        """Whether words behind a label tell what was decided, or that there is nothing to do."""
        return bool(self._decided.match(text, 0, 400))

    def is_task(self, text: str) -> bool:
        """Whether words that stand in no list are a task: an owner opens them, or what to do."""
        first = _WORD.search(text)
        if first is None or text.rstrip().endswith(":"):
            return False
        if first[0].lower() in self.verbs or first[0] == "To":
            return True
        return bool(self.leading_owner(text)) or bool(_TO_BE_DONE.search(text))

    def trailing(self, text: str, start: int, end: int) -> Task | None:
        """The task that the words before a label state: the last sentence, with those it can't be read without."""
        sentences = [(start + a, start + b) for a, b in split_sentences(text[start:end])]
        if not sentences:
            return None
        begin, stop = sentences.pop()
        while sentences and self.is_unfinished(text[begin:stop]):
            previous = sentences.pop()
            begin = previous[0]
            if stop - begin > 400:
                break
            if not _UNFINISHED.match(text[begin:stop]):
                break
        clauses = list(_CLAUSE.finditer(text, begin, stop))
        begin = clauses[-1].end() if clauses else self._without_lead_in(text, begin, stop)
        return Task(begin, stop)

    def given(self, text: str, start: int, end: int, owners: tuple[str, ...]) -> Task | None:
        """The task above a label of its owners: the last sentence, unless it is none and an earlier one is theirs."""
        sentences = [(start + a, start + b) for a, b in split_sentences(text[start:end])]
        if len(sentences) < 2:
            return self.trailing(text, start, end)
        last = text[slice(*sentences[-1])]
        weight = self._weight(last, owners)
        if weight == _NAMED or self.is_task(last):
            return self.trailing(text, start, end)
        weights = [*(self._weight(text[a:b], owners) for a, b in sentences[:-1]), weight]
        best = max(weights)
        if weight == best or (best < _NAMED and (weight or self.dues.find(last))):
            return self.trailing(text, start, end)
        place = max(place for place, weight in enumerate(weights) if weight == best)
        return self.trailing(text, start, sentences[place][1])

    def is_unfinished(self, words: str) -> bool:
        """Whether a sentence can't be read without the one before it: "To be chased.", "Both need it"."""
        opening = _UNFINISHED.match(words)
        if opening is None:
            return False
        return len(words.split()) < 7 or opening[0].lower() in ("both", "also", "and", "needs", "need")

    def weight(self, text: str, owners: tuple[str, ...]) -> int:
        """How surely a stretch gives a task: 3 where it names its owner with one, 2 or 1 where it has its words."""
        return max((self._weight(text[a:b], owners) for a, b in split_sentences(text)), default=0)

    def weightiest(
        self, text: str, start: int, end: int, owners: tuple[str, ...], near: int | None = None, headed: bool = False
    ) -> Task | None:
        """The sentence of a paragraph that gives its owners a task, of those that do so alike the one at ``near``.

        Where none stands there, it is the last.
        """
        sentences = [(start + a, start + b) for a, b in split_sentences(text[start:end])]
        if not sentences:
            return None
        weights = [self._weight(text[a:b], owners) for a, b in sentences]
        at = next((i for i, (_, b) in reversed(list(enumerate(sentences))) if near is not None and b <= near), -1)
        beside = next((i for i, (a, b) in enumerate(sentences) if near is not None and a < near <= b), at)
        if beside > 0 and not weights[beside] and _PROPOSED.match(text, *sentences[beside]):
            beside -= 1  # "Proposed Cllr Lee, seconded Cllr Pike, all in favour": of what stands before
        sure = [weight if weight > 1 else 0 for weight in weights]
        if beside >= 0 and weights[beside] == 1 and _WHO_WILL.search(text, *sentences[beside]):
            sure[beside] = 2  # surer than "It was agreed that risk 7 be raised"
        place = max(
            range(len(sentences)), key=lambda i: (sure[i], i == beside and bool(weights[i] or headed), weights[i], i)
        )
        begin, stop = sentences[place]
        for owner in owners if weights[place] == _NAMED else ():
            for at in _places_given(text, begin, stop, owner):
                clause = _OPENS_CLAUSE.search(text, max(0, begin - 2), at)
                if clause:
                    return Task(at if clause["the"] is None else clause.start("the"), stop)
        return self.trailing(text, start, stop)

    def _weight(self, sentence: str, owners: tuple[str, ...]) -> int:
        cue = _TASK_CUE.search(sentence)
        if cue is None:
            return 0
        if any(next(_places_given(sentence, 0, len(sentence), owner), None) is not None for owner in owners):
            return _NAMED
        return 2 if self.is_task(sentence) or cue["strong"] else 1

    def _without_lead_in(self, text: str, start: int, end: int) -> int:
        """Where the main clause of a sentence begins behind "In response to a query on …,"."""
        if not _LEAD_IN.match(text, start, end):
            return start
        cuts = list(_SAID_THAT.finditer(text, start, end))
        if not cuts:
            return start
        begin = cuts[-1].end() if len(text[cuts[-1].end() : end].split()) >= 4 else cuts[0].end()
        confirmed = _CONFIRMED.match(text, begin, end)
        return confirmed.end() if confirmed and len(text[confirmed.end() : end].split()) >= 4 else begin


def _places_given(text: str, start: int, end: int, owner: str) -> Iterator[int]:
    """Where a stretch names an owner who is given something: "Jo to ring". No pattern is made for each owner."""
    at = text.find(owner, start, end)
    while at >= 0:
        before = text[at - 1] if at > start else ""
        if not (before.isalnum() or before == "_") and _IS_GIVEN.match(text, at + len(owner), end):
            yield at
        at = text.find(owner, at + 1, end)
