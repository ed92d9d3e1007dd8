"""Bodies: whether a decision is the meeting's own, or news of what another body decided.

"The City Council approved it on February 24" in the minutes of a planning commission is no decision of that meeting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.records import Meeting
from minutes_cli.rules.matches import Match

_NOUN = r"(?P<noun>Council|Board|Commission|Cabinet|Commissioners|Supervisors|Selectboard|Selectmen|Legislature|Senate)"
# A body by its name, with the word that tells it from others of its kind: "the City Council", "the Board of Education".
_NAMED = lazy(
    rf"(?:\b[Tt]he\s+|(?:^|[,;:.])\W{{0,9}})(?P<name>(?:(?!(?:The|Board|Council)\b)[A-Z][\w'-]*\s+(?:(?:of|and|&)\s+)?){{0,4}})"
    rf"{_NOUN}\b(?!\s+[Mm]ember)"
    r"(?:\s+of\s+(?:the\s+)?(?P<of>[A-Z]\w+))?"
)
_BY = lazy(r"\s+by\s+(?=the\s)")
# Who decides on what others apply for: "Approved by the Borough", in the minutes of a parish.
_OUTSIDE = lazy(
    r"\W*(?:\w+\s+){0,3}?by\s+(?:the\s+)?(?P<who>Borough|County|District|City|State|Minister|Ministry|Government|Secretary\s+of\s+State"
    r"|(?:Planning\s+)?Inspector(?:ate)?)\b(?!'s)(?!\s+[A-Z])",
)
_KINDS = lazy(r"\b(?:council|board|commission|committee|cabinet|panel|forum|authority|group|association|senate)\b")
# Words of which two that differ tell two bodies apart: a parish council is no county council.
_APART = frozenset(
    "city town county village borough parish district school state planning zoning library parks recreation health"
    " education supervisors commissioners selectmen appeals adjustment conservation water fire".split()
)
_TOO_COMMON = ("board", "commission", "senate")  # what many a body calls itself, whatever its title
_OWN = {"commissioners": "commission", "supervisors": "supervisors", "selectmen": "select", "selectboard": "select"}
_ACTIVE = ("resolution.body", "resolution.body-and", "result.members")
_PASSIVE = ("resolution.passive", "resolution.passive-and", "resolution.minutes")
_HEAD = 1500  # characters at the head of a document where the body is named
_LINE = 10  # words of a line of it
_GUEST = lazy(r"liaison|representative|delegate|\bguests?\b|also\s+present|:\s+\S", re.IGNORECASE)
_REACH = 900  # characters before "the Board" in which another board may have been named


@dataclass(slots=True)
class Bodies:
    """Tells the body that met from others that the minutes name."""

    document: Document
    meeting: Meeting | None
    _head: str | None = field(default=None)

    def is_another(self, match: Match, text: str, start: int) -> bool:
        """Whether a match in a sentence, which begins at an offset, tells of the decision of another body."""
        outside = None if match.rule.id in _ACTIVE else _OUTSIDE.match(text, match.start)
        if outside is not None and self.meeting is not None and self.meeting.body:
            return outside["who"].lower() not in self._own()
        if match.rule.id in _ACTIVE:
            named = list(_NAMED.finditer(text[: match.end], match.start))
        elif match.rule.id in _PASSIVE and (by := _BY.match(text, match.end)) is not None:
            named = [found] if (found := _NAMED.match(text, by.end())) is not None else []
        else:
            return False
        if not named or self.meeting is None or not self.meeting.body:
            return False
        return self._is_other(named[-1], start)

    def _is_other(self, named: re.Match[str], start: int) -> bool:
        noun = named["noun"].lower()
        own = self._own()
        words = named["name"].lower().split() + ([named["of"].lower()] if named["of"] else [])
        if not words and noun in (*_TOO_COMMON, *_OWN):
            return _OWN.get(noun, noun) not in own and self._told_before(noun, start)
        telling = _APART.intersection((*words, noun))
        theirs = _APART.intersection(own.split())
        if not _KINDS.search(own):
            return bool(telling) and not theirs
        kind = _OWN.get(noun, noun)
        if kind not in own:
            return True
        return bool(telling) and bool(theirs) and not telling & theirs

    def _told_before(self, noun: str, start: int) -> bool:
        """Whether the last body of a kind that was named in full before an offset is another."""
        before = self.document.layout.masked[max(0, start - _REACH) : start].replace("\n", " ")
        named = [found for found in _NAMED.finditer(before) if found["noun"].lower() == noun]
        full = [found for found in named if found["name"].strip() or found["of"]]
        return bool(full) and self._is_other(full[-1], start)

    def _own(self) -> str:
        """The words that name the body: the meeting's body and title, and the short lines at the document's head."""
        if self._head is None and self.meeting is not None:
            head = self.document.layout.masked[:_HEAD].split("\n")
            first = self.document.headings[0].start if self.document.headings else _HEAD
            short: list[str] = []
            at = 0
            for line in head:
                if at >= first and short:
                    break
                if len(line.split()) <= _LINE and not line.rstrip().endswith(".") and not _GUEST.search(line):
                    short.append(line)
                at += len(line) + 1
            self._head = " ".join([self.meeting.body or "", self.meeting.title or "", *short]).lower()
        return self._head or ""
