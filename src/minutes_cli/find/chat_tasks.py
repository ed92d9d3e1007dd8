"""Tasks that somebody takes on in a chat: who speaks a line of its log, and whether others then said no."""

from __future__ import annotations

import re

from minutes_cli.document import Document
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_STAMP = r"(?:[\[(]?\d\d?:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?\s+(?:-\s+)?)"
_SPEAKER = lazy(r"(?P<name>[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){0,2}|[a-z][\w-]{1,20}):\s")
_STAMPED = lazy(
    rf"\s*{_STAMP}(?:<(?P<nick>[^<>\s]{{1,32}})>\s+|(?P<name>[A-Za-z][\w.'-]*(?:\s+[A-Z][\w.'-]*){{0,2}}):\s)"
)
_SPEAKER_WITHIN = lazy(r"[.?!]\s+(?P<name>[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){0,2}):\s")
_SCRIBE = lazy(r"\b[Ss]cribe(?:[Nn]ick)?\s*[:=+]\s*(?P<name>[\w|-]+)")
# "no, Dave has it already", "bob: no need"; but "no problem, thanks" and "no, go ahead" refuse nothing.
_NO = lazy(
    r"\W*(?:[\w|-]+[:,]\s+)?(?:nope\b|nah\b|please\s+don'?t\b|don'?t\b|no\s+need\b|not\s+needed\b"
    r"|no\b(?!\s*[,.!]?\s*(?:problem|worries|objections?|rush|hurry|one|idea|that'?s\s+(?:fine|great|good)|go\s+ahead|please|thanks?)\b))",
)


class ChatSpeakers:
    """Tells who speaks in the blocks of one document that are lines of a chat, or open with a speaker's name."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._scribes: frozenset[str] | None = None

    def of(self, index: int, end: int) -> str:
        """Who speaks the words of a block before an offset of its text, blank where nothing tells."""
        block = self._document.blocks[index]
        nick = self._document.layout.lines[block.first].speaker
        within = list(_SPEAKER_WITHIN.finditer(block.text, 0, end))
        label = within[-1] if within else _label(block)
        if nick and (label is None or nick.lower() not in self._scribing()):
            return nick  # "<ann> bob: I'll ask" speaks to Bob, unless Ann is writing down what is said
        if label is None:
            return nick
        return label["name"] or label["nick"]

    def is_refused(self, index: int) -> bool:
        """Whether another speaker's next line turns down what one offers: "no, Dave has it already"."""
        blocks = self._document.blocks
        if index + 1 >= len(blocks) or self._document.places[index + 1] != self._document.places[index]:
            return False
        answer = blocks[index + 1]
        speaker = self.of(index + 1, 0)
        if not speaker or speaker == self.of(index, 0):
            return False
        label = _label(answer)
        own = label is not None and speaker in label.groups()
        return _NO.match(answer.text, label.end() if own and label else answer.body - answer.start) is not None

    def _scribing(self) -> frozenset[str]:
        if self._scribes is None:
            found = _SCRIBE.finditer(self._document.layout.masked) if "cribe" in self._document.layout.masked else ()
            self._scribes = frozenset(scribe["name"].lower() for scribe in found)
        return self._scribes


def _label(block: Block) -> re.Match[str] | None:
    """The name of a speaker, perhaps behind a stamp of time, that a block opens with."""
    return _SPEAKER.match(block.text, block.body - block.start) or _STAMPED.match(block.text)
