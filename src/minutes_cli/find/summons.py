"""The notice of a meeting with its agenda, where it is printed before the minutes."""

from __future__ import annotations

import re

from minutes_cli.find.heading_candidates import date_in
from minutes_cli.find.heading_page import Page
from minutes_cli.patterns import lazy

_MINUTES = lazy(r"(?:\w+ )?minutes\b(?! of (?:the )?(?:last|previous))(?! approv)", re.IGNORECASE)
_LONGEST = 80  # characters of a line over an agenda, the dots and blanks around its words among them
_HEAD = 12  # blocks at the head of the document that may call the meeting
_TITLE_END = lazy(r":\s| - |\.\s")


def find_summons(page: Page) -> tuple[int, int]:
    """The stretch of a notice of the meeting with its agenda, where one is printed before the minutes."""
    titles = page.titles
    called = titles.may_summon(" ".join(block.words for block in page.blocks[:_HEAD]))
    for index, block in enumerate(page.blocks[:80]):
        if called and index < _HEAD and titles.summons.search(block.words):
            after = page.blocks[index + 1 :]
            lists = (b.start for b in after if b.cell or (":" in b.words and titles.is_label(b.words.split(":")[0])))
            return block.start, next(lists, block.start)
        if len(block.words) > _LONGEST or block.words.strip(" .:").lower() not in titles.agenda:
            continue
        if block.words.endswith(":") and block.words.strip(" :").lower() in titles.agenda:
            below = page.blocks[index + 1 :]
            counted = bool(below) and below[0].label.isdigit()
            ends = (b.start for b in below if not b.listed or (counted and "/" in b.label))  # "MIN. 1/07/2021: …"
            end = next(ends, block.start)
            return block.start, end
        marked = page.layout.lines[block.first].hashes or page.layout.lines[block.first].bold
        if not marked and block.words.strip(" .").lower() in titles.agenda and (end := _end_of_agenda(page, index)):
            return block.start, end
    return 0, 0


def _end_of_agenda(page: Page, index: int) -> int:
    """Where the list below "AGENDA" ends, if its entries head the minutes again that follow; 0 if they don't."""
    first = index + 1
    while first < min(index + 3, len(page.blocks)) and date_in(page.blocks[first].words):
        first += 1  # when and where
    # The list goes on as long as its numbers are of one kind: "MIN.01/05/2023" is the first of the minutes.
    plain = first < len(page.blocks) and page.blocks[first].label.isdigit()
    listed_on = (block.label and block.label.isdigit() == plain for block in page.blocks[first:])
    after = first + next((at for at, goes_on in enumerate(listed_on) if not goes_on), len(page.blocks) - first)
    listed = [block.words.strip(" .:").lower() for block in page.blocks[first:after]]
    if len(listed) < 3 or after == len(page.blocks):
        return 0
    if _MINUTES.match(page.blocks[after].words):
        alone = page.blocks[after].words.lower() == "minutes" and after + 1 < len(page.blocks)
        return page.blocks[after + alone].start  # the minutes' own title is none of their headings
    if plain and page.blocks[after].label:
        return page.blocks[after].start  # the items of the minutes have numbers of another kind
    later = {_TITLE_END.split(block.words, 1)[0].strip(" .:").lower() for block in page.blocks[after:]}
    return page.blocks[after].start if 2 * sum(words in later for words in listed) > len(listed) else 0
