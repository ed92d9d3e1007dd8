"""Marks: whether a line opens with the mark of a decision, an action or a vote, or tells what became of a matter."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

# "COUNCIL RESOLUTION 21/004", "MOTION #2022-09": the number of a decision, not its title.
_NUMBERED_MOTION = lazy(
    r"(?:[\w/-]+\s+){0,4}(?:(?:resolution|motion|recommendation|decision)|(?P<past>minute|item))\s*"
    r"(?:no\.?\s*|number\s*)?\#?\s*(?:[A-Z]{1,8}[/-]?\s?)?\d[\d/.-]*\s*(?(past)(?::.*)?|(?:[:(].*)?)$",
    re.IGNORECASE,
)
_MARKINGS = ("action", "ap", "ai", "todo", "resolved", "moved")  # words that mark a line with what stands behind them
_OPENED = " ([*"  # what may stand before the words of a line
_DIGIT = lazy(r"\d")
_TOLD = ("onsens", "oposal", "mendment", "vote", "nem", "second")  # within what a verdict opens with, where "ion" isn't
# A line that ends in a stop and puts off what it names: "Paper 88 carried over to the next meeting."
_PUT_OFF = lazy(
    r"(?:\w[\w./-]*\s+){1,6}?(?:(?:carried|held|put|left|laid|moved)\s+(?:over|off|back|forward)|deferred|postponed|tabled|adjourned)"
    r"\s+(?:to|till|until|for)\s[^.!?]*\.$",
    re.IGNORECASE,
)


class Marks:
    """Tells marked lines, which are no titles, by the lists of one rule pack."""

    def __init__(self, rules: Rules) -> None:
        self._marked = rules.regex(
            r"(?!responses?\s+to\s)(?:\w+\s*/\s*)?(?:{marker}(?:\s*(?:[\]:(\[]|-(?:\s|$)|\.?$)|\s+(?:by|that|to|unanimously|on|until|till|pending)\b|\s+\d{1,3}\s?[/-]\s?\d)|(?:actions?|ap|ai|todo)\s*[\#-]?\d|(?-i:A[PI]|TODO)\s*[:>(]|{opening_marker}\b)"
            r"|resolved\s+[a-z]{0,5}[/-]?\d"
            r"|moved\s*:?\s+(?:[^\W\d][\w'.-]*\s+){0,3}[^\W\d][\w'.-]*\s*/\s*[^\W\d]",
            ignore_case=True,
        )
        self._verdict = rules.regex(r"(?:{verdict})(?!\w)", ignore_case=True)
        self._outcome = rules.regex(r"{outcome_line}", ignore_case=True)
        self._unmarked = rules.words("entries", "usual_title") - {"action"}
        marking = rules.words("marker") | rules.words("opening_marker")
        # How all begin that may mark a line; what may stand before them there is parted from them by a stroke.
        self._markings = {word.split()[0][:4] for word in (*marking, *_MARKINGS)}
        self._task = rules.regex(
            r"\W*(?:{action_label}(?:[ ](?-i:(?!LOG\b)[A-Z]{2,3}(?:[ ]?[/&,+][ ]?[A-Z]{2,3}){0,3}))?|(?-i:A[IP]))"
            r"[ ]*\#?\d{0,3}[ ]*:[ ]*\S",
            ignore_case=True,
        )

    def is_marked(self, words: str) -> bool:
        """Whether a line opens with the marker of a decision, an action or a vote: "RESOLVED (unanimously)"."""
        lowered = words.lower()
        ion = "ion" in lowered
        numbered = (ion or "minute" in lowered or "item" in lowered) and _DIGIT.search(words)
        if (numbered and _NUMBERED_MOTION.match(words)) or self.is_task(words):
            return True
        told = ion or any(map(lowered.__contains__, _TOLD))
        if told and self._verdict.match(words.lstrip(_OPENED)) and lowered.strip(" .:") not in self._unmarked:
            return True
        start, marks = lowered.lstrip(_OPENED)[:4], self._markings
        opened = start in marks or start[:3] in marks or start[:2] in marks or start[:1] in marks
        if not opened and "/" not in lowered:
            return False
        return self._marked.match(words.lstrip(_OPENED)) is not None and lowered.strip(" .:") not in self._unmarked

    def tells_outcome(self, words: str) -> bool:
        """Whether a line in bold or italics tells what became of a matter: "Not agreed.", "Held over to May."."""
        put_off = words.endswith(".") and _PUT_OFF.match(words) is not None
        return put_off or self._outcome.fullmatch(words) is not None

    def is_task(self, words: str) -> bool:
        """Whether a line holds the label of an action and what is to be done: "Action Point: Sara to ring"."""
        return ":" in words[:30] and self._task.match(words) is not None
