"""What the shape of a block tells of a list: where it hangs, whether it goes on, what titles stand in it."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from minutes_cli.document import Document, Heading
from minutes_cli.find.attendance_labels import Label
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

BRACKETS = lazy(r"\([^()]*\)|\[[^\[\]]*\]")
GROUP = lazy(
    r"[\s*]*(?P<group>[A-Z][^:;(]{1,60}?):(?!//|\d)[\s*-]*"
    r"|[\s*]*(?P<from>From (?:the )?[\w' ]{3,40}?)\s-+\s+"
    r"|[\s*]*(?P<unit>(?:Flat|Unit|House|Apt|Apartment|Plot|Lot|Block|Room|Table|Ward|Precinct|Riding|Zone|District|Division|Area|Seat)"
    r" (?:No\.? ?)?(?:\d+[A-Za-z]?|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?= {2}|\s*-)"
    # Whom somebody represents: "Town of Dale     Ann Moor".
    r"|(?:City|Town|Village|Hamlet|County|Township|Parish|Borough|Shire|(?:Rural |District )?Municipality|R\.?M\.?|"
    r"(?:Municipal |Regional )?District) of [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}(?= {2}))(?:\s{2,}|\s*-\s*)"
)
TASK = lazy(r"\b(?:actions?|tasks?|items?|due|deadline|decisions?|topic|issue|target|progress|motion)\b", re.IGNORECASE)
_LONE = lazy(r"[A-Z][\w'-]+(?:\s*(?:[,(-]|$)|\s{3,}\S)")
PRESIDES = lazy(r",? (?:was )?(?:presid(?:ed|ing)|in the [Cc]hair)\W*$")
_EVERY = lazy(r"[A-Za-z][\w'-]*")
_TAB = 4  # columns that the layout counts for a tab
_GAP = lazy(r"\S(?: {2,}|\t)$")
_BROKEN_OFF = lazy(r"(?:^|[\s,])(?:[A-Z]\.?|[A-Z][a-z]{1,4}\.|[\w']+-)$")
_SMALL = frozenset(
    "of the for and to in at on with from via until de la le van der von items item present absent excused here not "
    "aye yes apologies late arrived left joined".split()
)


NO_GROUP = lazy(
    r"\b(?:initials|key|abbreviations|distribution|circulat\w+|copies|cc|date|(?<!-)time|venue|location|place|quorum|next|agenda|"
    r"documents?|papers|meeting|link|contact|tel|email|action|notes?|invocation|"
    r"(?:opening |closing )?prayer|pledge|devotional|thought|karakia|reflection|flag salute)\b",
    re.IGNORECASE,
)


VOTE = lazy(
    r"\b(?:ayes?|nays?|noes|abstain(?:ed)?|abstentions?|yeas?|in favou?r|votes?"
    r"|(?<!non-)(?<!non )voting(?! (?:members?|delegates?|representatives?|directors?|trustees|senators|faculty)\b)"
    r"|seconded|carried)\b",
    re.I,
)

# What became of the apologies, behind their list, and who moved that: "Apologies accepted - A. Moor / B. Lunn. Cd."
ACCEPTED = lazy(
    r"(?:^\W*|(?<=[.;)])\s+)(?:(?:(?:The|These|All|That the) )?[Aa]pologies (?:(?:be|were|was|are) )?(?:duly )?"
    r"(?:accepted|received|noted|sustained|approved)\b|Acc(?:epted)?\b|(?:Moved|Mvd|Prop(?:osed)?|M/S|M\.)(?=[\s:]))"
    r"(?=[^\n]{3,60}?(?:[/&]|\b[Ss](?:ec(?:onded|\.)?\b|\.\s)|(?:\bCd|\bCarr|\bCarried|\bCARRIED|\bAgreed|\bAGREED)\.?\s*$))",
)


HEAD = 40  # blocks before the first heading in which a list of members may wait for the lists after it


@dataclass(slots=True)
class Region:
    """A label with the stretches of blocks that stand in its list."""

    label: Label
    block: int
    inline: bool = False
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    headed: bool = False
    single: bool = False
    bullets: int = 0
    numbered: bool = False
    hang: int | None = None  # the column of a list that stands in one of its own, to the right of its label


def is_prose(words: str) -> bool:
    """Whether words read as prose, by how many are in lower case and no part of an office's name."""
    every = _EVERY.findall(BRACKETS.sub(" ", words))
    small = [word for word in every if word[0].islower() and word not in _SMALL]
    return len(small) >= 3 and len(small) >= 0.4 * len(every)


def beginning(document: Document, region: Region, block: Block) -> int:
    """Where a block goes on with a list: "B." at its head is an initial where the list broke off before it."""
    lone = _LONE.match(block.text, block.body - block.start)  # "T. Hale (Chair)", the first of a list
    if block.label.isalpha() and (region.spans or lone):
        initial = len(block.label) == 1 and block.label.isupper()
        if initial or (region.spans and flows(document, region.spans[-1], 0)):
            return document.text.index(block.label, block.start, block.body)
    return block.body


def has_initial(block: Block) -> bool:
    """Whether what looks like the letter of an entry is the initial of a surname: "P. Fagg"."""
    return len(block.label) == 1 and block.label.isupper() and _LONE.match(block.words) is not None


def hanging(document: Document, block: Block, start: int) -> int | None:
    """The column where a list begins that a gap parts from its label: its lines below go on in that column."""
    head = document.text[document.layout.lines[block.first].start : start]
    if not _GAP.search(head) or "\n" in head:
        return None
    return _TAB * head.count("\t") if head.endswith("\t") else len(head)


def flows(document: Document, span: tuple[int, int, int], people: int) -> bool:
    """Whether a list broke off in the middle of a line, so that the next block goes on with it."""
    text = document.layout.masked[span[1] : span[2]].rstrip()
    if text.endswith(",") or _BROKEN_OFF.search(text):
        return True
    return people >= 2 and text.count(",") >= 1 and not text.endswith((".", ":", ";"))


def is_lettered(document: Document, heading: Heading, usual: Set[str]) -> bool:
    """Whether a letter in front of a heading is its number rather than an initial: "A. Welcome", "B. Accounts"."""
    letter = heading.number or ""
    if len(letter) != 1 or not letter.isalpha():
        return False
    if document.layout.cut(*heading.title).lower() in usual:
        return True
    number = document.headings.index(heading)
    after = document.headings[number + 1].number if number + 1 < len(document.headings) else None
    if letter == "I" and after == "II":
        return True
    counts = after is not None and len(after) == 1 and ord(after) == ord(letter) + 1
    return counts and number in document.places  # with text below it
