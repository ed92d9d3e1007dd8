"""What the choice of headings is made on: the layout, its blocks, all candidates and what stands behind each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.find.heading_candidates import Candidate
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout

_OVER = frozenset(("capitals", "number", "bold", "plain"))  # styles of headings over the titles of single matters
_LONGEST_SITE = 120  # characters of a line that names an application or its site
_DEEPER = 4  # columns at most by which the title of a matter is set in below its heading
_SENTENCE = 6  # words of a line that tells something, at least
# A heading under which each paragraph is another matter.
BUSINESS = lazy(
    r"\b(?:BUSINESS|A\.?O\.?(?:C\.?)?B|REPORTS?|MATTERS|ITEMS|UPDATES?|COMMITTEES|CORRESPONDENCE|HEARINGS?|DELEGATIONS|DEPUTATIONS|PETITIONS|"
    r"PRESENTATIONS|ORDINANCES|RESOLUTIONS|BY-?LAWS|BILLS|MOTIONS|READINGS?|APPLICATIONS|PERMITS|PROJECTS|POLICIES|CONTRACTS|"
    r"OPERATIONS|RECOMMENDATIONS|APPOINTMENTS|PROPOSALS)\b",
    re.IGNORECASE,
)
# What a motion opens with: its number, or who moved it.
_MOTION = lazy(
    r"(?:(?:Motion|Resolution|Res\.?|MOTION|RESOLUTION) (?:No\.? ?|\#)?[A-Z]{0,3}-?\d"
    r"|\d{2,4}[-/.]\d{1,4}\s+(?:Mov|MOV|Motion|MOTION|[A-Z][\w'-]+/[A-Z])"
    r"|Moved\b|MOVED\b|M/S|It was (?:moved|MOVED)|On (?:a )?motion\b)"
)
# The reference of an application for planning: "22/01302/HOU", "P/2022/0134", "DC/22/01302".
_APPLIED = lazy(
    r"\b(?:(?:[A-Z]{1,5}[/-])?(?:20)?\d\d/\d{3,6}(?:/[A-Z]{1,7}\d{0,2})+|[A-Z]{1,5}/(?:20)?\d\d/\d{3,6}(?:/[A-Z]{1,7})?"
    r"|\d{4}/\d{4,5}/[A-Z]{1,7})\b"
)
# What is applied for, below the site: "Change of use of a barn to a dwelling".
_WORKS = lazy(
    r"(?:outline|full|reserved matters|retrospective|householder) application for |"
    r"(?:(?:proposed|retrospective|part[- ]retrospective|retention of|outline|full|reserved matters|listed building"
    r"|householder)\b[\w ]{0,30}? )?(?:(?:erection|construction|demolition|conversion|subdivision|siting) of "
    r"|change of use (?:of|from|to) |(?:variation|removal|discharge) of conditions? "
    r"|(?:part )?(?:single|one|two|three|first|double)(?: and (?:single|two|first))?[ -](?:storey|floor|story) )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What the choice is made on: the layout, its blocks and all candidates, in order.

    ``behind`` is for each candidate the block behind it, ``bodies`` whether text, or a heading of another style with
    text, follows it.
    """

    layout: Layout
    blocks: Sequence[Block]
    found: Sequence[Candidate]
    titles: Titles
    behind: Sequence[Block | None]
    bodies: Sequence[bool]

    def bare(self, index: int) -> bool:
        """Whether nothing stands between a candidate and the next one."""
        return is_bare(self.found, self.behind, index)

    def described(self, index: int) -> bool:
        """Whether text stands below a candidate, or a short line that has text below it: what is applied for."""
        if not self.bare(index) or index + 1 >= len(self.found):
            return not self.bare(index)
        return self.describes(index + 1) and self.has_body(index + 1)

    def describes(self, index: int) -> bool:
        """Whether a short line stands right below a lettered matter of an item, and tells more of it."""
        one, over = self.found[index], self.found[index - 1] if index else None
        if one.style != "plain" or not one.block:
            return False
        above = self.blocks[one.block - 1]
        if len(above.words) <= _LONGEST_SITE and not self.titles.is_sentence(above.words):
            if _APPLIED.search(f"{above.label} {above.words}"):
                return True  # what is to be built at the site that the line above names
            if (above.label or above.words.isupper()) and _WORKS.match(one.words):
                return True
        near = over is not None and over.style == "number" and not over.run_in and over.block + 1 == one.block
        return near and over is not None and over.kind in ("bracket", "letter")

    def has_body(self, index: int) -> bool:
        """Whether text, or a heading of another style with text, follows a candidate."""
        return self.bodies[index]

    def lists(self, index: int) -> bool:
        """Whether a list stands below a candidate."""
        behind = self.behind[index]
        return behind is None or behind.listed or behind.words[:1].islower()

    def has_text(self, index: int) -> bool:
        """Whether a sentence, a list or another heading follows, not one more short line, as in a table undone."""
        behind = self.behind[index]
        if (
            behind is None
            or behind.listed
            or (index + 1 < len(self.found) and self.found[index + 1].start == behind.start)
            or (behind.cell is not None and self.titles.is_usual(self.found[index].words))
        ):
            return True
        return self._tells(behind) or behind.words.endswith((".", ":", "?", ")"))

    def over(self, index: int) -> Candidate | None:
        """The heading of another look on the line above a short line that heads a sentence or a motion."""
        over, one, behind = self.found[index - 1] if index else None, self.found[index], self.behind[index]
        if over is None or over.run_in or over.block + 1 != one.block or over.style not in _OVER or behind is None:
            return None
        nearer = behind.first - one.last <= one.first - over.last  # a second line of the heading isn't
        told = self._tells(behind) and not behind.label and not behind.bullet
        return over if told and nearer and 0 <= one.indent - over.indent <= _DEEPER and not one.colon else None

    def _tells(self, block: Block) -> bool:
        """Whether a block is a sentence or a motion rather than a short line."""
        return len(block.words.split()) > _SENTENCE or _MOTION.match(block.words) is not None

    def cuts_in(self, index: int) -> bool:
        """Whether a candidate of a few words stands between two sentences, in a text whose lines are paragraphs."""
        candidate = self.found[index]
        if self.layout.wrap is not None or candidate.block == 0 or len(candidate.words.split()) > 4:
            return False
        before, behind = self.blocks[candidate.block - 1], self.behind[index]
        ended = before.words.endswith((".", "?", "!")) and len(before.words.split()) > 3
        return ended and behind is not None and behind.words.endswith(".") and len(behind.words.split()) > 6

    def listed(self, index: int) -> bool:
        """Whether a candidate is an entry of a list of short lines, or of one that a colon announces."""
        candidate = self.found[index]
        before = self.blocks[candidate.block - 1] if candidate.block else None
        if before is not None and before.words.endswith(":") and not before.cell:
            return not self.titles.is_usual(candidate.words)
        near = [at for at in (index - 1, index + 1) if 0 <= at < len(self.found)]
        return any(
            other.style == "plain"
            and (other.first == candidate.last + 1 or other.last == candidate.first - 1)
            and not self._heads(min(index, at))
            for at in near
            if (other := self.found[at])
        )

    def _heads(self, index: int) -> bool:
        """Whether a title of many bodies stands over one more title, and a sentence below that."""
        behind = self.behind[index + 1]
        told = behind is not None and len(behind.words.split()) > _SENTENCE and behind.words.endswith(".")
        return told and self.titles.is_usual(self.found[index].words)


def read_page(layout: Layout, blocks: Sequence[Block], found: Sequence[Candidate], titles: Titles) -> Page:
    """Read off for all candidates what stands behind them."""
    behind = [_behind(blocks, candidate) for candidate in found]
    bodies = [False] * len(found)
    for index in range(len(found) - 1, -1, -1):
        if not is_bare(found, behind, index):
            bodies[index] = True
        elif index + 1 < len(found):
            after = found[index + 1]
            number = found[index].number
            deeper = bool(number) and after.number.startswith(f"{number}.")
            deeper = deeper or (number.isdecimal() and after.number == "A" and bodies[index + 1])  # "A." below "3."
            bodies[index] = (
                deeper
                or (bodies[index + 1] and _holds(found[index], after, titles))
                or after.style != found[index].style
                or (after.style == "plain" and bodies[index + 1])
            )
    return Page(layout, blocks, found, titles, behind, bodies)


def _holds(over: Candidate, after: Candidate, titles: Titles) -> bool:
    """Whether a heading in capitals holds the matter that one in capitals below it names: "OLD BUSINESS"."""
    if over.style != "capitals" or after.style != "capitals" or titles.is_usual(after.words):
        return False
    return titles.is_usual(over.words) and BUSINESS.search(over.words) is not None


def _behind(blocks: Sequence[Block], candidate: Candidate) -> Block | None:
    index = candidate.block + 1
    while index < len(blocks) and blocks[index].first <= candidate.last:
        index += 1
    return blocks[index] if index < len(blocks) else None


def is_bare(found: Sequence[Candidate], behind: Sequence[Block | None], index: int) -> bool:
    """Whether nothing stands between a heading and the next of those given."""
    if found[index].run_in:
        return False
    block = behind[index]
    return block is None or (index + 1 < len(found) and block.first >= found[index + 1].first)
