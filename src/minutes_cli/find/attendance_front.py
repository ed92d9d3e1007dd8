"""A list of people without any label, at the head of the minutes: "Ann Moor (AM), Bea Lunn (BL), …"."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.document import Document
from minutes_cli.find.listed import Listed
from minutes_cli.patterns import lazy
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Text, placed

_TOLD = lazy(r"\b(?:was|were|had|has|have|that|would|will|be)\b")
_MOST_BLOCKS = 12
_FEWEST_PEOPLE = 3


def find_in_front(document: Document, people: PeopleLists, end: int) -> Iterator[Listed]:
    """The people of the first blocks that hold nothing but names, where they tell of each initials or an honorific.

    ``end`` is the first block that belongs to another list.
    """
    begun = False
    for index, block in enumerate(document.blocks[: min(end, _MOST_BLOCKS)]):
        if block.text.count(",") + block.text.count("(") < 3 and not begun:
            continue
        if _TOLD.search(block.text):
            return  # the narrative of an item
        masked, raw = document.layout.masked[block.body : block.end], document.text[block.body : block.end]
        found = people.read(Text(masked.replace("\n", " ").replace("\r", " "), raw))
        told = [person for person in found if person.initials or person.honorific or person.role]
        covered = sum(person.end - person.start for person in found) >= 0.85 * len(masked.strip()) - 6 * len(found)
        if covered and (len(told) >= _FEWEST_PEOPLE or (begun and told)) and len(told) >= 0.8 * len(found):
            begun = True
            for person in found:
                yield Listed(placed(person, block.body), "present", "present", "attendee.unlabelled", index)
        elif begun:
            return
