"""A list of people without any label, at the head of the minutes: "Ann Moor (AM), Bea Lunn (BL), …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.document import Document
from minutes_cli.find.listed import Listed
from minutes_cli.patterns import lazy
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text, placed

_TOLD = lazy(r"\b(?:was|were|had|has|have|that|would|will|be)\b")
_CHAIR = lazy(r"(?:acting )?(?:chair|president\b|mayor\b|convener\b|convenor\b)", re.IGNORECASE)
_LONGEST_ENTRY = 80  # characters
_MOST_BLOCKS = 12
_FEWEST_PEOPLE = 3


def find_in_front(document: Document, people: PeopleLists, end: int) -> Iterator[Listed]:
    """The people of the first blocks that hold nothing but names, where they tell of each initials or an honorific.

    ``end`` is the first block that belongs to another list.
    """
    column = _in_a_column(document, people, min(end, _MOST_BLOCKS))
    if column:
        for index, person in column:
            yield Listed(
                placed(person, document.blocks[index].body), "present", "present", "attendee.unlabelled", index
            )
        return
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


def _in_a_column(document: Document, people: PeopleLists, end: int) -> list[tuple[int, Person]]:
    """The people on lines of their own, before the business begins: all with an honorific, one of them in the chair."""
    found: list[tuple[int, Person]] = []
    for index, block in enumerate(document.blocks[:end]):
        words = block.words
        if document.places[index] is not None:
            break
        named = len(words) <= _LONGEST_ENTRY and people.names.honorific.match(words) is not None
        read = people.read(Text(words, document.text[block.body : block.body + len(words)])) if named else []
        if len(read) == 1 and read[0].honorific and read[0].end >= len(words) - 2:
            found.append((index, read[0]))
        elif found or words.endswith(":"):
            break  # what a colon announces has a label, if one of no list: "Copies to:"
    chaired = any(person.role and _CHAIR.match(person.role) for _, person in found)
    return found if chaired and len(found) >= _FEWEST_PEOPLE else []
