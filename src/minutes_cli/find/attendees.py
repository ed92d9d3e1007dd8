"""Attendees: who is listed as present, in attendance, missed or absent, and who takes part in the narrative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes_cli.document import Document
from minutes_cli.find.attendance_chat import find_in_chat
from minutes_cli.find.attendance_columns import AttendanceColumns
from minutes_cli.find.attendance_cues import Cues
from minutes_cli.find.attendance_front import find_in_front
from minutes_cli.find.attendance_labels import Labels
from minutes_cli.find.attendance_legend import find_lines, read_legend, restated
from minutes_cli.find.attendance_lists import AttendanceLists
from minutes_cli.find.attendance_sentences import find_said
from minutes_cli.find.attendance_tables import AttendanceTables
from minutes_cli.find.attendance_ticks import find_ticks
from minutes_cli.find.known import Known
from minutes_cli.find.listed import Listed
from minutes_cli.find.participants import Participants
from minutes_cli.find.people import Merged
from minutes_cli.find.speakers import Speakers
from minutes_cli.patterns import lazy
from minutes_cli.records import Attendee, Issue
from minutes_cli.rules.match import Rules
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists

_MEMBER = lazy(
    r"\b(?:board|council|committee|commission)\s+(?:vice[- ])?(?:member|president|chair\w*|secretary|treasurer)|"
    r"^(?:assistant|deputy|acting) (?:secretary|treasurer)$|"
    r"^(?:vice[- ])?(?:member|chair\w*|president|director|trustee|commissioner|supervisor|councillor|governor|alderman|"
    r"mayor)$",
    re.IGNORECASE,
)
_LEADER = lazy(r"^(?:\w+ )?(?:president|chair\w*|convenor|convener|commodore|captain)$", re.IGNORECASE)
_STAFF = lazy(
    r"\b(?:manager|superintendent|administrator|engineer|officer|attorney|counsel|assistant|accountant|planner|staff|"
    r"executive director|director of|head of|principal|consultant|visitor|guest|technician|specialist|analyst)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Readers:
    """All that reads people in a document, built once for a set of rules."""

    people: PeopleLists
    tables: AttendanceTables
    columns: AttendanceColumns
    lists: AttendanceLists
    participants: Participants
    speakers: Speakers


@lru_cache(maxsize=4)
def _readers(rules: Rules) -> Readers:
    people = PeopleLists(Names(rules))
    labels = Labels(rules)
    return Readers(
        people,
        AttendanceTables(rules, labels, people),
        AttendanceColumns(rules, labels, people.names),
        AttendanceLists(rules, labels, people),
        Participants(rules, people),
        Speakers(rules, people.names),
    )


def find_attendees(document: Document, rules: Rules) -> tuple[list[Attendee], list[Issue]]:
    """The people of the meeting, one record a person, in the order in which they are first named."""
    listed = list(find_in_chat(document, rules))
    readers = _readers(rules)
    readers.people.names.forget()
    readers.lists.labels.forget()
    if listed:
        listed = [*_over_chat(document, rules, readers), *listed]
        return _records(document, Merged(listed).entries), []
    listed, taken = readers.tables.find(document)
    legend = read_legend(document, readers.columns.labels)
    if legend:
        marked, lines = find_lines(document, legend, readers.people.names)
        listed, taken = [*listed, *marked], taken | lines
    ticked, lines = find_ticks(document, readers.lists.labels, readers.people.names)
    if ticked:  # a tab for each empty place is no cell of a table
        listed = [*(entry for entry in listed if not min(lines) <= entry.block <= max(lines)), *ticked]
        taken |= lines
    listed += readers.columns.find(document)
    cues = Cues(document, rules)
    listed += readers.lists.find(document, cues, taken)
    listed += find_said(document, cues, rules, readers.people, frozenset(entry.block for entry in listed))
    if not any(entry.status == "present" and entry.rule != "attendee.presiding" for entry in listed):
        begun = min((entry.block for entry in listed if entry.block > 0), default=len(document.blocks))
        if begun > 0 or not listed:
            listed += find_in_front(document, readers.people, begun)
    listed = restated(document, legend, listed)
    lists = taken | {entry.block for entry in listed}
    merged = Merged(_settled(listed))
    known = Known(merged.entries, readers.people.names.words.roles | rules.words("honorific_word"))
    speakers = readers.speakers.find(document, cues, known, lists, listed=bool(merged.entries))
    merged.add([*readers.participants.find(document, cues, known, taken), *speakers])
    return _records(document, merged.entries), []


def _over_chat(document: Document, rules: Rules, readers: Readers) -> list[Listed]:
    """The people of the lists that somebody has written over the log of a chat."""
    begun = next((index for index, block in enumerate(document.blocks) if block.speaker), 0)
    if not begun:
        return []
    log = frozenset(range(begun, len(document.blocks)))
    return [*_settled([*readers.lists.find(document, Cues(document, rules), log)])]


def _staff_apart(listed: Sequence[Listed]) -> Iterator[Listed]:
    """Staff in a list of members, told apart by their roles, are in attendance where visitors are listed apart."""
    if not any(entry.status == entry.alone == "in_attendance" for entry in listed):
        yield from listed
        return
    members: dict[int, int] = {}
    for entry in listed:
        members[entry.group] = members.get(entry.group, 0) + bool(_MEMBER.search(entry.person.role or ""))
    for entry in listed:
        role = entry.person.role
        mixed = (
            entry.rule not in ("attendee.members", "attendee.roll-of")
            and entry.group >= 0
            and members[entry.group] >= 2
            and entry.status == "present"
        )
        if mixed and role and _STAFF.search(role) and not _MEMBER.search(role):
            entry = replace(entry, status="in_attendance", alone="in_attendance")
        yield entry


def _leaders_present(listed: Iterable[Listed]) -> list[Listed]:
    """Officers or an executive with the one who presides are members, where no others or staff are listed apart."""
    listed = [*listed]
    offices = ("attendee.presiding", "attendee.role-label")
    apart = any(entry.rule == "attendee.in-attendance" for entry in listed)
    if not apart and any(entry.status == "present" and entry.rule not in offices for entry in listed):
        return listed
    led = {
        entry.group
        for entry in listed
        if entry.rule == "attendee.visitors-present" and entry.group >= 0 and _LEADER.search(entry.person.role or "")
    }
    return [replace(entry, status="present", alone="present") if entry.group in led else entry for entry in listed]


def _members_apart(listed: Sequence[Listed]) -> bool:
    """Whether "Members:" and "In attendance:" are lists of other people, so that the members were those present."""
    members = {entry.person.name.lower() for entry in listed if entry.weak and entry.status == "present"}
    others = {entry.person.name.lower() for entry in listed if entry.status == "in_attendance" != entry.alone}
    return len(members) >= 2 and bool(others) and members.isdisjoint(others)


def _records(document: Document, listed: Sequence[Listed]) -> list[Attendee]:
    ordered = sorted(listed, key=lambda entry: entry.person.start)
    return [_record(document, entry, f"p{number}") for number, entry in enumerate(ordered, start=1)]


def _settled(listed: Sequence[Listed]) -> Iterator[Listed]:
    """Without a list of people who are simply present, those in attendance are the ones present."""
    listed = [*_leaders_present(_staff_apart(listed))]
    has_present = any(entry.status == "present" and not entry.weak for entry in listed) or _members_apart(listed)
    for entry in sorted(listed, key=lambda entry: entry.weak):
        if not has_present:
            entry = replace(entry, status=entry.alone)
        yield entry


def _record(document: Document, entry: Listed, name: str) -> Attendee:
    person = entry.person
    return Attendee(
        id=name,
        name=person.name,
        honorific=person.honorific or None,
        role=person.role or None,
        organisation=person.organisation or None,
        initials=person.initials or None,
        status=entry.status,  # type: ignore[arg-type]
        section=document.section_id(entry.block),
        rule=entry.rule,
        span=document.span(min(person.start, person.name_start), max(person.end, person.name_end)),
    )
