"""Offices among the lists of attendance: those that open the lists, and those on lines of their own below them."""

from __future__ import annotations

from collections.abc import Set

from minutes_cli.document import Document
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.find.attendance_shape import GROUP, HEAD, NO_GROUP, Region
from minutes_cli.patterns import lazy
from minutes_cli.values.names import Names

_MOST_INITIALS = 20
_INITIAL_NAME = lazy(r"[A-Z]\.\s*(?:[A-Z]\.\s*)*[A-Z][\w'-]+(?:\s*\([^()]*\))?")
_DASHED = lazy(r"(?P<group>[A-Z][\w' ]{2,40}?) -+ (?=[A-Z])")  # "Property Manager - Jo Hale"
_MOST_WORDS = 3  # of an office: "Strata manager"


def leads(labels: Labels, document: Document, index: int, offices: Set[str]) -> bool:
    """Whether a list of members or an office opens the lists of attendance: another such label follows soon.

    ``offices`` are those of a meeting rather than of a body: two of them, "Chaired by:" and "Notes by:", are a list.
    """
    place = document.places[index]
    if index > (HEAD if place is None else 12):
        return False
    first = labels.opening(document.blocks[index].words)
    opens = first is not None and first.role is not None and first.role.lower() in offices
    if first is not None and first.role and place is None and ":" in document.blocks[index].words[first.end :]:
        words = document.blocks[index].words
        if any(label.role for label in labels.inside(words, first.end)):
            return True  # "Chair: Ann Moor. Secretary: Al Fenn."
    for other in range(index + 1, min(index + (HEAD if place is None else 6), len(document.blocks))):
        block = document.blocks[other]
        if block.checked is not None and other == index + 1:
            return True  # "Members:" above names with ticks
        if document.places[other] != place and not _are_initials(document, place, document.places[other]):
            return False
        label = labels.opening(block.text[block.body - block.start :])
        if label is not None and not label.weak and (not label.role or (opens and label.role.lower() in offices)):
            return True
    return False


def _are_initials(document: Document, before: int | None, place: int | None) -> bool:
    """Whether what looks like headings between two places are people's initials: "B. Lunn"."""
    first = 0 if before is None else before + 1
    passed = document.headings[first : (place or 0) + 1]
    words = [document.layout.masked[heading.start : heading.title[1]] for heading in passed]
    return 0 < len(words) <= _MOST_INITIALS and all(_INITIAL_NAME.fullmatch(name.strip()) for name in words)


def office_below(names: Names, document: Document, region: Region, index: int) -> Region | None:
    """The office and its holder on a line below those who were missed: "Strata manager: Jo Hale"."""
    block = document.blocks[index]
    if not region.inline or region.label.status not in ("apologies", "absent"):
        return None
    if ":" not in block.text[:40] and " - " not in block.text[:40]:
        return None
    group = GROUP.match(block.text, block.body - block.start) or _DASHED.match(block.text, block.body - block.start)
    office = group["group"] if group else None
    if group is None or not office or NO_GROUP.search(office) or len(office.split()) > _MOST_WORDS:
        return None
    if not names.is_role(office.split()[-1]) or office.endswith("s") or not block.text[group.end() :].strip():
        return None
    label = Label(0, 0, "attendee.role-label", "in_attendance", "in_attendance", context=True, role=office)
    return Region(label, index, True, spans=[(index, block.start + group.end(), block.end)])
