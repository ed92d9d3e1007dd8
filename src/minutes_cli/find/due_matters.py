"""Words of time that set none for a task: they tell what a thing is about, or are what is spoken of."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_OF_MATTER = lazy(r"(?:for|of)\b", re.IGNORECASE)
_OF_MONTH = lazy(r"\s+[a-z]{3,}")
_OF_THE_MONTH = lazy(
    r"(?:from|in|for|to)\s+the\s+(?!spring|summer|autumn|winter|new\b|first\b|second\b|third\b|fourth\b)", re.IGNORECASE
)
_DATES = lazy(r"\bdates?\s+$", re.IGNORECASE)
_ON = lazy(r"on\b", re.IGNORECASE)
_ABOUT = lazy(
    r"\b(?:consult(?:ed|ing)?|comments?|views?|feedback|agree(?:d|ment)?|decide|focus|discussions?)\s+$", re.IGNORECASE
)
_ASIDE = lazy(r"\([^()]*\w\s+[^()]*\w\s+$")  # "(Petra is away in March)"
_ASKED = lazy(
    r"\b(?:ask|enquire|inquire|find\s+out|check|see)\s+(?:[\w.'-]+\s+){0,4}?(?:whether|if)\s[^.;,]*\b(?:can|could|would|will|may|might|should)\b[^.;,]*$",
    re.IGNORECASE,
)
# What is asked or told may have its own time: "whether fires are allowed before October", "that it is shut on 3 May".
_WHETHER = lazy(
    r"\b(?:whether|if|when|how|why|what)\s[^.;,]*\b(?:is|are|was|were|has|have|had|may|might|must|should|needs?|allowed|permitted)\b(?:(?!\sand\s)[^.;,])*$",
    re.IGNORECASE,
)
_TOLD_THAT = lazy(
    r"\b(?:remind|tell|inform|advis|notif|announc|warn|stat|say|explain|sign|notice|poster|point\s+out|clear|know|repl)\w*\s+"
    r"(?:[\w'-]+\s+){0,4}?that\s[^.;,]*\b(?:may|might|can|cannot|can't|must|will|would|shall|should|is|are|has|have)\b(?:(?!\sand\s)[^.;,])*$",
    re.IGNORECASE,
)
_CLAUSE_REACH = 160  # characters before words of time in which the clause opens that they are of
_BY = lazy(r"by\b", re.IGNORECASE)
# What is asked for the days that a question names: "to confirm who may sign during that week".
_QUESTION = lazy(
    r"\b(?:who|which|what|how|where)\s+(?:[\w'-]+\s+){0,3}?(?:may|might|can|could|should|would|will|is|are|was|were)\s[^.;,]*$",
    re.IGNORECASE,
)
_DURING = lazy(r"\b(?:during|throughout|over)\s", re.IGNORECASE)
_QUARTER = lazy(r"\b(?:quarter|Q[1-4])\b", re.IGNORECASE)
_COUNTED = lazy(
    r"\b(?:numbers?|figures?|totals?|rates?|costs?|volumes?|percentages?)\s+(?:of|for)\s+[^.;,]{3,60}$", re.IGNORECASE
)
_FRAMED = lazy(r"(?:at|by|before|for|to|in|on|until|till|from|after|during|within|prior|ahead)\b", re.IGNORECASE)
_SPOKEN_OF = lazy(r"\s+(?:should|will|would|is|was|has|had|could|might|may|must|shall)\b")


class Matters:
    """Tells words that are about a time from those that set one."""

    def __init__(self, rules: Rules) -> None:
        self._matter = rules.regex(r"\b{due_matter}\s+$", ignore_case=True)
        self._of_meeting = rules.regex(r"\b{due_meeting_matter}\s+$", ignore_case=True)

    def precedes(self, text: str, start: int) -> bool:
        """Whether what a month can be of or for stands before an offset: "the figures (for May)"."""
        return bool(self._matter.search(text, max(0, start - 40), start))

    def belong_to_clause(self, text: str, start: int, end: int, *, meeting: bool = False) -> bool:
        """Whether words set the time of what is asked or told: "ask whether fires are allowed before October"."""
        floor = max(0, start - _CLAUSE_REACH)
        if not meeting and not _BY.match(text, start, end) and _WHETHER.search(text, floor, start):
            return True
        return _TOLD_THAT.search(text, floor, start) is not None

    def hold(self, text: str, start: int, end: int, *, month: bool, meeting: bool = False) -> bool:
        """Whether words tell what a thing is about ("the figures for May") or are themselves what is spoken of.

        ``month`` and ``meeting`` tell that the words name a month or a meeting.
        """
        if _ASKED.search(text, max(0, start - 120), start):
            return True  # "to ask whether the inspector could come in August"
        if self.belong_to_clause(text, start, end, meeting=meeting):
            return True
        during = _DURING.search(text, max(0, start - 20), min(end, start + 20))
        if during and _QUESTION.search(text, max(0, start - 120), start):
            return True
        if _QUARTER.search(text, start, end) and _COUNTED.search(text, max(0, start - 80), start):
            return True  # "to tell Governors the number of cancellations in Quarter 2"
        if month and _OF_MONTH.match(text, end) and not _FRAMED.match(text, start, end):
            return True  # "December bills to be paid"
        if month and _OF_MONTH.match(text, end) and _OF_THE_MONTH.match(text, start, end):
            return True  # "missed from the September list"
        if _OF_MATTER.match(text, start, end):
            if meeting:
                return bool(self._of_meeting.search(text, max(0, start - 40), start))
            return self.precedes(text, start)
        if re.match(r"in\b", text[start:end]) and _DATES.search(text, max(0, start - 20), start):
            return True  # "circulate possible dates in May"
        if _ON.match(text, start, end) and _ABOUT.search(text, max(0, start - 30), start):
            return True
        if re.match(r"(?:in|on|from)\b", text[start:end]) and _ASIDE.search(text, max(0, start - 80), start):
            return True
        return bool(_SPOKEN_OF.match(text, end)) and not _FRAMED.match(text, start, end)
