"""What announces a list of actions: a heading over its section, or a label on a line of its own."""

from __future__ import annotations

import re

from minutes_cli.document import Document
from minutes_cli.find.owners import Owners
from minutes_cli.patterns import lazy
from minutes_cli.rules.guards import contains_any
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

_HEADING_OWNER = lazy(r"\bfor\s+(?P<owner>(?:the\s+)?[A-Z@][\w.' -]{1,60})\s*:?$")
_UNTIL = lazy(
    r"\b(?P<due>(?i:(?<=due[ ])by|before|by|until)\s+(?i:the\s+)?(?:(?i:next\s+(?:meeting|call|session|week|month))\b"
    r"|(?:\w+day,?\s+)?(?=[\w ,]{0,20}\d)[A-Z\d][\w ,/.]{2,24}?))[\s.:)]*$"
)
_PLANS = lazy(r"\W*(?:the\s+)?next\s+steps?\W*$", re.IGNORECASE)
_AGENDA = lazy(r"\W*agenda\b", re.IGNORECASE)
_LONGEST_SENTENCE = 140  # characters of a sentence that announces a list: "The following actions were agreed:"
_LABEL = 70  # characters of a label, at most


class ListHeadings:
    """Tells which sections and labels of one document announce tasks."""

    def __init__(self, document: Document, rules: Rules, owners: Owners) -> None:
        self._document = document
        self._rules = rules
        self._owners = owners
        self._heading = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)
        self._cue = rules.words("action_heading_cue")
        self._following = rules.regex(r"\W*{action_following}[^.:]{0,40}:", ignore_case=True)
        self._titles = rules.words("owner_column", "due_column", "action_column")
        self._lists_of_people = rules.regex(
            r"(?i:\W*(?:(?:present|attend(?:ees|ance)|apologies|participants)\b|"
            r"(?:[\w-]+\s+){1,3}(?:in\s+attendance|present)\W*$))"
        )
        self._sections: dict[int | None, tuple[bool, tuple[str, ...]]] = {}
        self._overs: list[str] = []  # for each heading the nearest at or above it that is no owner's name
        self._members = rules.regex(
            r"(?i:\W*(?:[\w-]+\s+){0,3}(?:present|attend(?:ees|ance)|participants|members)\W*$)"
        )
        self._last_ticked: tuple[int, bool] = (-1, False)

    def announced(self, index: int) -> tuple[bool, tuple[str, ...]]:
        """Whether the section that a block stands in lists tasks, and the owner that its heading names for all."""
        place = self._document.places[index]
        if place not in self._sections:
            self._sections[place] = self._announced_by(list(self._document.titles_above(index))[:2], place)
        return self._sections[place]

    def _announced_by(self, titles: list[str], place: int | None) -> tuple[bool, tuple[str, ...]]:
        if not titles or place is None:
            return False, ()
        if self._is_heading(titles[0]):
            return True, self.owners_named(titles[0])
        if (
            (over := titles[1] if len(titles) > 1 else self._over(place))
            and self._is_heading(over)
            and self._owners.is_owner(titles[0], strict=True)
        ):
            return True, self._owners.split(titles[0])
        return False, ()

    def _is_heading(self, title: str) -> bool:
        return contains_any(self._cue, title) and self._heading.fullmatch(title) is not None

    def _over(self, place: int) -> str:
        """The title above the headings that are but names of owners."""
        titles, headings = self._document.titles, self._document.headings
        while len(self._overs) <= place:
            at = len(self._overs)
            named = at > 0 and headings[at].number is None and self._owners.is_known_owner(titles[at])
            self._overs.append(self._overs[-1] if named else titles[at])
        return self._overs[place]

    def owners_named(self, words: str) -> tuple[str, ...]:
        """The owners whom a heading or a label over tasks names for all of them: "Actions for CF"."""
        named = _HEADING_OWNER.search(words) if " for " in words else None
        if named is None or not self._owners.is_owner(named["owner"]) or re.search(r"meeting", named["owner"], re.I):
            return ()
        return self._owners.split(named["owner"])

    def due_named(self, index: int) -> tuple[int, int] | None:
        """The offsets of the words by which the heading over a block gives all tasks a time: "To do before 3 May"."""
        place = self._document.places[index]
        if place is None:
            return None
        heading = self._document.headings[place]
        return self.due_within(*heading.title)

    def due_within(self, start: int, end: int) -> tuple[int, int] | None:
        """The same of a label, given by its offsets."""
        found = _UNTIL.search(self._document.layout.masked, start, end)
        return found.span("due") if found else None

    def is_label(self, block: Block) -> bool:
        """Whether a block is but a label over tasks: "Actions:"."""
        words = block.words.strip()
        if len(words) >= _LABEL or not (words.endswith(":") or words[:1].isupper()):
            return self.is_sentence(block)
        headed = self._rules.cued("action_heading_cue", block.text) and self._heading.fullmatch(words) is not None
        return headed or self.is_sentence(block)

    def is_sentence(self, block: Block) -> bool:
        """Whether a block ends with a sentence that announces tasks: "The following actions were agreed:"."""
        words = block.words.strip()
        if not words.endswith(":"):
            return False
        last = words[-_LONGEST_SENTENCE:].rsplit(". ", 1)[-1]
        return "ollowing" in last and self._following.fullmatch(last) is not None

    def is_header(self, words: str) -> bool:
        """Whether words are but the titles of columns: "Who      By"."""
        return len(words) < _LABEL and all(cell.lower() in self._titles for cell in re.split(r"\s{2,}", words))

    def is_of_plans(self, index: int) -> bool:
        """Whether the heading over a block may announce what a body plans as well as tasks: "Next steps"."""
        return bool(_PLANS.match(next(self._document.titles_above(index), "")))

    def is_of_people(self, index: int) -> bool:
        """Whether a block stands in a section that lists people, or right under the heading of the agenda."""
        titles = list(self._document.titles_above(index))
        return bool(titles and _AGENDA.match(titles[0])) or any(map(self._lists_of_people.match, titles))

    def is_ticked_for_people(self, index: int) -> bool:
        """Whether a line above a run of ticked boxes, in which a block stands, says that they are for those present."""
        before, judged = self._last_ticked
        if before != index - 1 or index == 0:
            label = self._document.blocks[index - 1] if index else None
            judged = label is not None and label.checked is None and self._members.match(label.words) is not None
        self._last_ticked = index, judged
        return judged
