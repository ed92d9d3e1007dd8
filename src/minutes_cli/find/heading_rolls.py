"""Lines over the names of those who came, or of those missed: which of them are headings, which are labels."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.find.heading_candidates import Candidate, follows_blank
from minutes_cli.find.heading_page import Page
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_LATEST_ROLL, _LATEST_FIRST = 40, 150  # blocks, behind and before the first item
_NEAR = 3  # blocks from one label at the head of the minutes to the next
_FAR = 25  # blocks from one list of people to the next
_NAMES = lazy(r"[A-Z][^:;]{2,60}(?:[,;(\t]|$|  )")
_NOBODY = lazy(r"(?i:nil|none|n/a|no one|nobody)\W*$")
_NEXT_ITEM = 30  # blocks below an item in which the next one stands
_MOST_NAMED = 8  # words of a person with their office
_LONGEST_NAMES = 120  # characters of a line of names
# What stands behind an initial: the surname, an office, and who stands in the columns beside them.
_SURNAMES = lazy(
    r"(?:[A-Z]\. ?)*(?:[A-Z][\w'-]*[a-z][\w'-]* ?){1,2}(?:\([^()]*\))?"
    r"(?:(?:\s{2,}|, |(?<=\w) )(?:(?:Mrs?|Ms|Miss|Dr|Cllr|Prof)\.? )?"
    r"(?:[A-Z]\. ?)+[A-Z][\w'-]+(?: \([^()]*\))?)*\s*$"
)

_HOLDER = lazy(r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]*){1,3} +-+ +[A-Z][\w /-]{3,30}$")  # "Ann Moor - Secretary"


def is_people(page: Page, candidate: Candidate) -> bool:
    """Whether capitals and a colon below other labels over people are one more: "ABSENT: …", "DELEGATIONS: …"."""
    if candidate.style == "lead" and candidate.block <= _FAR and candidate.words.lower() == "quorum":
        above = page.blocks[max(0, candidate.block - _NEAR) : candidate.block]
        heads = (block.words.partition(":") for block in above)
        return any(colon and page.titles.is_label(head) for head, colon, _ in heads)  # "Quorum: 21 votes"
    if candidate.colon and candidate.style in ("capitals", "plain"):
        return _is_listed_group(page, candidate)
    if candidate.style != "opening" or candidate.block == 0 or candidate.block > _FAR:
        return False
    if _opens_labels(page, candidate):
        return True
    if page.titles.is_usual(candidate.words) and page.titles.is_sentence(page.blocks[candidate.block].words):
        return False  # "OPENING: The meeting started at 4 pm"
    label, colon, _ = page.blocks[candidate.block - 1].words.partition(":")
    listed = bool(colon) and label.isupper() and page.titles.is_roll(label, below=True)
    return listed and page.layout.masked[candidate.title[1] : candidate.title[1] + 1] == ":"


def _is_listed_group(page: Page, candidate: Candidate) -> bool:
    """Whether a group's name and a colon over its people stand below another such label: "OFFICIALS:"."""
    if candidate.block > _FAR or candidate.words.strip(" :").lower() not in page.titles.groups:
        return False
    return any(
        block.words.endswith(":") and page.titles.is_roll(block.words.rstrip(" :"), below=True)
        for block in page.blocks[: candidate.block]
    )


def _opens_labels(page: Page, candidate: Candidate) -> bool:
    """Whether the first of several labels over people is a group's name: "COMMISSIONERS: …" before "EXCUSED: …"."""
    if candidate.words.lower() not in page.titles.groups:
        return False
    below = (block.words.partition(":") for block in page.blocks[candidate.block + 1 : candidate.block + 1 + _NEAR])
    return any(colon and page.titles.is_roll(head, below=True) for head, colon, _ in below)


def listed_people(blocks: Sequence[Block], titles: Titles) -> frozenset[int]:
    """The blocks of people below a label that tells who came and that look like items: "1. Dr. Ann Moor", "A. Moor".

    What is taken for the letter of an item is the initial of a name there.
    """
    people: set[int] = set()
    numbered = lettered = False
    for index, block in enumerate(blocks[:_LATEST_FIRST]):
        words = block.words
        if (words.endswith(":") and titles.is_label(words)) or titles.is_roll(words):
            numbered = lettered = True
        elif numbered and block.label.isdigit() and (titles.honorific.match(words) or _HOLDER.match(words)):
            people.add(index)
        elif lettered and _is_initial(block, titles) and not _heads_item(blocks, index, titles):
            people.add(index)
            numbered = False
        elif words:
            numbered = False
            lettered = lettered and len(words) < _LONGEST_NAMES and not block.label and not titles.is_sentence(words)
    return frozenset(people)


def _is_initial(block: Block, titles: Titles) -> bool:
    """Whether the letter that marks a block may be the initial of a name, and nothing but names stands behind it."""
    letter = len(block.label) == 1 and block.label.isalpha() and block.label.isupper()
    short = letter and len(block.words) < _LONGEST_NAMES
    return short and _SURNAMES.match(block.words) is not None and not titles.is_usual(block.words)


def _heads_item(blocks: Sequence[Block], index: int, titles: Titles) -> bool:
    """Whether a sentence stands below a block, as below the title of an item, or it is the first of Roman numbers."""
    below = blocks[index + 1 : index + _NEXT_ITEM]
    if below and titles.is_sentence(below[0].words):
        return True
    return blocks[index].label == "I" and any(block.label == "II" for block in below)


def _ends_names(page: Page, over: Candidate, candidate: Candidate) -> bool:
    """Whether nothing but names, a line each, stands between the heading of a list and a candidate for the next one."""
    if over.style != "roll":
        return False
    return all(
        len(block.words.split()) <= _MOST_NAMED and ":" not in block.words and not page.titles.is_sentence(block.words)
        for block in page.blocks[over.block + 1 : candidate.block]
    )


def _labels_people(page: Page) -> bool:
    """Whether labels that end in a colon tell who came: then a line without one is a label too."""
    heads = (block.words.partition(":") for block in page.blocks[:_LATEST_ROLL])
    return any(colon and page.titles.is_roll(head) for head, colon, _ in heads)


def _over_label(page: Page, candidate: Candidate, behind: Block | None) -> bool:
    """Whether a title stands alone over a label such as "Present: …", as W3C's scripts print it."""
    if behind is None or behind.first == candidate.last + 1 or not page.layout.lines[candidate.last + 1].blank:
        return False
    label, colon, names = behind.words.partition(":")
    return bool(colon and names.strip()) and page.titles.is_roll(label)


def _names_group(page: Page, words: str) -> bool:
    """Whether words are a group or an office of those who came, and its people: "Elected Members: Cllr Ann Moor"."""
    head, colon, rest = words.partition(":")
    return bool(colon and rest.strip()) and head.strip().lower() in page.titles.groups


def heads_roll(page: Page, chosen: Sequence[Candidate], index: int) -> bool:
    """Whether a line of its own at the head of the minutes is over the names of those who came, or of those missed."""
    candidate, behind = page.found[index], page.behind[index]
    if candidate.colon or candidate.indent or candidate.block > _LATEST_FIRST:
        return False
    if candidate.block > _LATEST_ROLL and any(one.number for one in chosen):
        return False
    near = bool(chosen) and chosen[-1].block > candidate.block - _FAR
    if not page.titles.is_roll(candidate.words, below=near and page.titles.is_roll(chosen[-1].words, below=True)):
        return False
    above = bool(chosen) and (chosen[-1].block + 1 == candidate.block or _ends_names(page, chosen[-1], candidate))
    if not (above or follows_blank(page.layout, candidate.first)):
        return False
    if behind is not None and _names_group(page, behind.words) and behind.first == candidate.last + 1:
        return True
    if _labels_people(page):
        return _over_label(page, candidate, behind)
    lowered = candidate.words.lower()
    if sum(block.words.lower() == lowered for block in page.blocks) > 1:
        return False  # the cells of a table undone
    after = page.found[index + 1] if index + 1 < len(page.found) else None
    if behind is not None and after is not None and after.start == behind.start:
        return not after.number and (after.style == "plain" or page.titles.is_roll(after.words))
    if behind is not None and near and chosen[-1].style == "roll" and _NOBODY.match(behind.words):
        return True  # "Leave of absence" over "Nil"
    return behind is not None and _NAMES.match(behind.words) is not None and not page.titles.is_sentence(behind.words)
