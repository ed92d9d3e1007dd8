"""Which blocks of a document belong to a list of people under a label or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.document import Document, Heading
from minutes_cli.find.attendance_cues import Cues
from minutes_cli.find.attendance_entries import AttendanceEntries
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.find.attendance_offices import leads, office_below
from minutes_cli.find.attendance_openings import label_at_end, names_in_title
from minutes_cli.find.attendance_shape import (
    ACCEPTED,
    VOTE,
    Region,
    beginning,
    hanging,
    is_lettered,
)
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Text

_MEMBER = lazy(r"member\b", re.IGNORECASE)  # "Member   Ann Moor" right below "Apologies"
_INITIAL_FIRST = lazy(r"\s*[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z][a-z]")
_MEETING = lazy(r"\b(?:meeting|session|minutes|workshop|agenda)s?\b(?![^(]*\))", re.IGNORECASE)
_LONGEST = 80  # characters of a label
_ELECTS = lazy(r"\b(?:elect|appoint|nominat|officers\b|vacanc)", re.IGNORECASE)


class AttendanceRegions:
    """Follows the lists of a document from their labels to their last entries."""

    def __init__(self, rules: Rules, labels: Labels, people: PeopleLists) -> None:
        self.rules = rules
        self.labels = labels
        self.people = people
        self.names: Names = people.names
        self.entries = AttendanceEntries(rules, people)
        self.offices = rules.words("meeting_office")
        self.usual = rules.words("usual_title")

    def find(self, document: Document, cues: Cues, taken: frozenset[int]) -> Iterator[Region]:
        """The lists in order of their ends; ``taken`` are the blocks that stand in tables of attendance."""
        current: Region | None = None
        last = -10
        passed = 0
        tabs = "\t" in document.text
        may_tell = cues.of_attendance
        for index, block in enumerate(document.blocks):
            while passed < len(document.headings) and document.headings[passed].start <= block.start:
                heading = document.headings[passed]
                passed += 1
                if current is not None and current.spans and self._is_entry(document, heading):
                    current.spans.append((index, heading.start, heading.title[1]))
                    continue
                if current is not None:
                    yield current
                current = self._headed(document, heading, index)
                if current is not None and current.label.context and index - last > 4 and index > 12:
                    current = None  # "Parents": a heading of the business, far from any list
            if index in taken:
                last = index
                continue
            near = current is not None or index - last <= 2
            if not near and index not in may_tell:
                continue
            label = self.labels.opening(_tabbed(document, block) if tabs else block.text[block.body - block.start :])
            if label is not None and label.role and _ELECTS.search(next(document.titles_above(index), "")):
                label = None  # "Hon. Treasurer: Rita Fell" among the officers elected
            if label is not None and label.weak and _MEETING.search(block.words[label.end : label.end + _LONGEST]):
                label = None  # "Board of Trustees - Regular Meeting"
            if label is not None and label.opens and label.weak and (current or ":" not in block.text[:_LONGEST]):
                label = None  # "Planning Board:" opens the lists, with a colon, or is the group of some
            if current is not None and current.label.status == "apologies" and ACCEPTED.match(block.text):
                yield current  # "Apologies accepted - A. Moor / B. Lunn. Cd." below the list
                current = None
                continue
            if label is not None and label.weak and _is_office(current, block):
                label = None  # "Directors    A. Moor, B. Lunn" below "OFFICIALS PRESENT"
            if label is None and block.words.endswith(":"):
                label = label_at_end(self.labels, block)
            near = near or bool(
                label
                and (label.weak or label.role or label.context)
                and leads(self.labels, document, index, self.offices)
            )
            if label is not None and (near or not label.context) and not self._votes(document, index, label):
                done, current = self._open(document, index, label, current)
                yield from done
                last = index
            elif current is not None and (office := office_below(self.names, document, current, index)):
                yield from (current, office)
                current, last = None, index
            elif current is not None:
                verdict = self.entries.goes_on(document, current, index)
                if verdict == "take":
                    *done, current = self._segments(current, block, index, beginning(document, current, block))
                    yield from done
                    last = index
                elif verdict == "stop":
                    yield current
                    current = None
        if current is not None:
            yield current

    def _open(
        self, document: Document, index: int, label: Label, before: Region | None
    ) -> tuple[list[Region], Region | None]:
        """The lists that a label in front of a block ends, and the one that it opens."""
        block = document.blocks[index]
        start = block.body + label.end
        if before is not None and _awaits_apologies(before) and _MEMBER.match(block.words):
            label = replace(label, status="apologies", alone="apologies", rule=before.label.rule)
        done = [before] if before is not None else []
        inline = bool(document.layout.masked[start : block.end].strip(" \r\n.-:"))
        apart = before is not None and before.label.rule == "attendee.members"
        if label.role and before is not None and not before.inline and inline and not apart:
            # "Clerk: Jane Doe" on a line of its own in a list is an entry of the list.
            # An office-holder was there, even where the list before is of those who were not.
            entry = label
            if before.label.status not in ("apologies", "absent"):
                entry = replace(label, status=before.label.status, alone=before.label.alone, rule=before.label.rule)
            done += self._segments(Region(entry, index, True), block, index, start)
            return done, Region(before.label, index)
        region = Region(label, index, inline, hang=hanging(document, block, start) if inline else None)
        if inline and not self._tells(block.text, start - block.start):
            *more, region = self._segments(region, block, index, start)
            done += more
        elif inline:
            self.entries.take_sentences(region, block, index, start)
        return ([*done, region], None) if label.role and inline else (done, region)

    def _tells(self, text: str, start: int) -> bool:
        """Whether a sentence stands behind a label, the words of labels aside: "… Apologies received: Ann Moor"."""
        told = self.entries.is_sentence(text[start:])
        if told and text.find(":", start) >= 0:
            labels = list(self.labels.inside(text, start))
            pieces = zip(
                [start, *(one.end for one in labels)], [*(one.start for one in labels), len(text)], strict=True
            )
            return any(self.entries.is_sentence(text[a:b]) for a, b in pieces)
        return told

    def _is_entry(self, document: Document, heading: Heading) -> bool:
        """Whether what looks like a heading is an entry of the open list: "A. Moor", "Mrs B. Lunn    C. Fell"."""
        words = document.layout.masked[heading.start : heading.title[1]].replace("\n", " ")
        if is_lettered(document, heading, self.usual):
            return False
        if not _INITIAL_FIRST.match(words) and not self.names.honorific.match(words.strip()):
            return False
        found = self.people.read(Text(words, document.text[heading.start : heading.title[1]]))
        covered = sum(person.end - person.start for person in found)
        return bool(found) and covered >= len("".join(words.split())) * 0.8 and len(words.split()) <= 12

    def _headed(self, document: Document, heading: Heading, index: int) -> Region | None:
        label = self.labels.of(document.layout.cut(*heading.title), heading=True)
        if label is None or (label.weak and heading.level > 3):
            return None
        region = Region(label, index, headed=True)
        if names := names_in_title(self.people, document, heading):
            region.spans.append((index, *names))
        return region

    def _votes(self, document: Document, index: int, label: Label) -> bool:
        """Whether "Absent:" or "Present:" belongs to the roll call of a vote."""
        if label.status not in ("absent", "present") or (index < 6 and document.places[index] is None):
            return False
        before = " ".join(block.text[-200:] for block in document.blocks[max(0, index - 3) : index])
        return bool(VOTE.search(before)) or bool(VOTE.search(document.blocks[index].text[:200]))

    def _segments(self, region: Region, block: Block, index: int, start: int) -> list[Region]:
        """The region and those of the labels within the block, the last still open."""
        regions = [region]
        position = start
        accepted = ACCEPTED.search(block.text, start - block.start) if region.label.status == "apologies" else None
        end = block.start + accepted.start() if accepted and accepted.start() > start - block.start else block.end
        for label in self.labels.inside(block.text, start - block.start):
            if block.start + label.start >= end:
                break
            before = block.text[position - block.start : label.start]
            if not (position == block.body and before.strip().isalpha()):  # no "Sabbatical" of "Sabbatical Officers:"
                regions[-1].spans.append((index, position, block.start + label.start))
            regions.append(Region(label, index, True))
            position = block.start + label.end
        regions[-1].spans.append((index, position, end))
        return regions


def _is_office(region: Region | None, block: Block) -> bool:
    """Whether what stands before a gap is the office of some who are listed below a heading, no list of its own."""
    if region is None or not region.headed or region.label.weak or region.label.status == "present":
        return False
    return ":" not in block.words[:_LONGEST]


def _tabbed(document: Document, block: Block) -> str:
    """The words of a block with a tab where its first one stands: it parts a label from a list."""
    words = block.text[block.body - block.start :]
    at = document.text.find("\t", block.body, block.end) - block.body
    return f"{words[:at]}\t{words[at + 1 :]}" if 0 < at < len(words) else words


def _awaits_apologies(region: Region) -> bool:
    """Whether a list of apologies is open that nobody stands in yet."""
    return not region.spans and region.label.status == "apologies"
