"""Which of the lines at the head of the minutes are their title rather than headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.find.heading_candidates import Candidate, date_in, is_dated
from minutes_cli.find.heading_page import Page
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_PREVIOUS = lazy(
    r"(?:(?:draft|confirmation of|approval of|adoption of)\s+)?(?:the\s+)?minutes?\s+of\s+"
    r"(?:the\s+|its\s+)?(?:previous|last|prior)\b",
    re.IGNORECASE,
)

# The item that approves the minutes of another meeting: "== Minutes of 13 May ==".
_LAST_MINUTES = lazy(r"minutes (?:of|from) ", re.IGNORECASE)


_FRONT = 3  # blocks at the head of the document that may name the body


def first_text(page: Page) -> int:
    """Where the title of the document ends: at its first sentence, label of attendance or numbered heading."""
    candidates = {candidate.start: candidate for candidate in page.found}
    for block in page.blocks:
        candidate = candidates.get(block.start)
        if candidate is not None and candidate.style in ("number", "alone", "topic"):
            return block.start
        if candidate is None and block.words and not date_in(block.words):
            long = len(block.words.split()) > 8 and page.titles.is_sentence(block.words)
            if long or (":" in block.words and page.titles.is_label(block.words.split(":", 1)[0])):
                return block.start
    return 0


def is_title_line(page: Page, index: int, words: str, first_text: int, firsts: int) -> bool:
    """Whether a candidate at the head of the document is part of its title."""
    candidate = page.found[index]
    if candidate.number or candidate.style in ("alone", "topic", "dash", "opening", "lead", "cell"):
        return False
    if candidate.block == 0 and candidate.style in ("capitals", "plain"):
        return True
    if candidate.hashes == 1 and firsts == 1:
        return True
    if words.lower() == "minutes" and candidate.style in ("capitals", "plain"):
        behind = page.blocks[candidate.block + 1 : candidate.block + 2]
        return page.bare(index) or any(is_dated(block.words) or _goes_on(page, block) for block in behind)
    if _PREVIOUS.match(words):
        return False  # the item on the last minutes, its date in its title
    if page.titles.is_usual(words) or words.strip(" .:").lower() in page.titles.agenda:
        return False
    if candidate.style in ("capitals", "bold") and _titled_below(page.blocks, page.titles, candidate):
        return True
    named = bool(page.titles.title_line.search(words) or date_in(words))
    if candidate.hashes or candidate.style == "ruled":
        if 0 < first_text < candidate.start and _LAST_MINUTES.match(words):
            return False
        return named and (candidate.hashes == 1 or candidate.start <= first_text or bool(date_in(words)))
    return candidate.start < first_text and (named or candidate.style == "plain")


def _goes_on(page: Page, block: Block) -> bool:
    """Whether a block below "MINUTES" goes on with the title, or tells who came: then it is no item on the minutes."""
    head, colon, _ = block.words.partition(":")
    if colon and page.titles.is_label(head):
        return True
    return block.words.startswith("Minutes of") and not page.titles.verb.search(block.words)


def without_body(found: Sequence[Candidate], blocks: Sequence[Block], titles: Titles) -> list[Candidate]:
    """Leave out the name of a body that reads like an item, the title below it: "TC 7.12 INDUSTRIAL DRYING"."""
    return [
        one
        for one in found
        if one.kind != "code" or one.block > _FRONT or one.run_in or not _titled_below(blocks, titles, one)
    ]


def _titled_below(blocks: Sequence[Block], titles: Titles, candidate: Candidate) -> bool:
    """Whether the next line is of the title: then a name in capitals above it is one of the body."""
    for index in range(candidate.block + 1, min(candidate.block + 4, len(blocks))):
        below = blocks[index]
        if below.label or below.words.startswith(("Moved ", "MOVED ")):
            return False  # an item, or a motion
        # It may go on in the next line, and the date may stand above.
        whole = " ".join(block.words for block in blocks[candidate.block + 1 : index + 2])
        sentence = titles.is_sentence(below.words) and titles.verb.search(below.words)
        if titles.title_line.search(below.words) and date_in(whole) and not sentence:
            return True
        if len(below.words.split()) > 8:
            return False
    return False
