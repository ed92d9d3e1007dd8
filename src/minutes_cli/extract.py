"""The one way from a document to its records, for the command line, the library and batches alike."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from minutes_cli.confidence import rate
from minutes_cli.find.actions import find_actions
from minutes_cli.find.attendees import find_attendees
from minutes_cli.find.meeting import find_meeting
from minutes_cli.find.owner_people import OwnerPeople, name_people
from minutes_cli.find.resolutions import find_resolutions
from minutes_cli.find.sections import read_document
from minutes_cli.records import Minutes, Section, SourceInfo
from minutes_cli.rules import load_rules
from minutes_cli.source import Source, read_bytes, read_path, read_text

if TYPE_CHECKING:
    from minutes_cli.document import Document
    from minutes_cli.rules import Rules


def extract(source: str | bytes | os.PathLike[str] | Source, *, rules: Rules | None = None, path: str = "-") -> Minutes:
    """The records of one document.

    ``source`` is a path (``pathlib.Path``), the bytes of a file, or the text itself as a ``str``; ``path`` is what
    ``source.path`` says for bytes and text. Raises :class:`~minutes_cli.errors.SourceError` where the document can't be
    read and :class:`~minutes_cli.errors.RulesError` where the rules can't.
    """
    if isinstance(source, str):
        source = read_text(source, path)
    elif isinstance(source, bytes):
        source = read_bytes(source, path)
    elif not isinstance(source, Source):
        source = read_path(source)
    return extract_source(source, rules or load_rules())


def extract_source(source: Source, rules: Rules) -> Minutes:
    """The records of a decoded source."""
    document = read_document(source, rules)
    attendees, attendee_issues = find_attendees(document, rules)
    meeting = find_meeting(document, rules, attendees)
    resolutions, resolution_issues = find_resolutions(document, rules, attendees, meeting)
    people = OwnerPeople(attendees, rules)
    actions, action_issues = find_actions(document, rules, meeting=meeting, attendees=attendees, people=people)
    actions, people_issues = name_people(actions, people)
    return Minutes(
        source=SourceInfo(path=source.path, sha256=source.sha256, format=source.format, characters=len(source.text)),
        meeting=meeting,
        sections=_sections(document),
        attendees=tuple(attendees),
        actions=tuple(rate(actions, rules)),
        resolutions=tuple(rate(resolutions, rules)),
        issues=(*attendee_issues, *resolution_issues, *action_issues, *people_issues),
    )


def _sections(document: Document) -> tuple[Section, ...]:
    return tuple(
        Section(
            id=f"s{index + 1}",
            number=heading.number,
            title=document.title(index),
            level=heading.level,
            parent=None if heading.parent is None else f"s{heading.parent + 1}",
            span=document.span(heading.start, heading.end),
        )
        for index, heading in enumerate(document.headings)
    )
