"""The invariants of every result, whatever the text: each record's span cuts its own words out of the document.

Written apart from the library, from the contract alone, so that both can't share a mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from minutes_cli.records import Minutes, Span

Placed = tuple[str, Span, str]  # what to call the record in a message, its span, its words


def problems(text: str, minutes: Minutes) -> list[str]:
    """Everything that is wrong with the records of a text as evidence; empty where each is well founded."""
    found = [*_span_problems(text, minutes), *_word_problems(text, minutes), *_identity_problems(minutes)]
    if minutes.source.characters != len(text):
        found.append(f"source.characters is {minutes.source.characters}, the text has {len(text)}")
    return found


def records(minutes: Minutes) -> Iterator[Placed]:
    """Each record with the words that its span must cut out."""
    for section in minutes.sections:
        yield f"section {section.id} {section.title!r}", section.span, section.title
    for attendee in minutes.attendees:
        yield f"attendee {attendee.id} {attendee.name!r}", attendee.span, attendee.name
    for action in minutes.actions:
        yield f"action {action.id} {action.text[:60]!r}", action.span, action.text
    for resolution in minutes.resolutions:
        yield f"resolution {resolution.id} {resolution.text[:60]!r}", resolution.span, resolution.text


def stand_in_order(words: str, passage: str) -> bool:
    """Whether the words of one string stand in another in the same order, other words between them or not.

    A word may be broken over lines in the passage, with or without a hyphen, or hold soft hyphens.
    """
    place = 0
    for word in re.findall(r"\w+", words.replace("\u00ad", "")):
        joint = "(?:\u00ad|-?[ \t]*(?:\r\n|\r|\n)[ \t]*)?"
        match = re.compile(joint.join(map(re.escape, word))).search(passage, place)
        if match is None:
            return False
        place = match.end()
    return True


def line_of(text: str, offset: int) -> int:
    """The line an offset stands on, counted from 1; lines end with \\n, \\r\\n or \\r and nothing else."""
    return len(re.findall(r"\r\n|\n|\r", text[:offset])) + 1


def _span_problems(text: str, minutes: Minutes) -> Iterator[str]:
    spans = [("meeting", minutes.meeting.span)]
    spans += [(name, span) for name, span, _ in records(minutes)]
    spans += [(f"issue {issue.code}", issue.span) for issue in minutes.issues if issue.span is not None]
    for name, span in spans:
        if not 0 <= span.start <= span.end <= len(text):
            yield f"{name}: span {span.start}-{span.end} is not within the text of {len(text)} characters"
        elif span.line != line_of(text, span.start):
            yield f"{name}: line {span.line}, but its span starts on line {line_of(text, span.start)}"
    kinds: dict[str, Sequence[Span]] = {
        "sections": [record.span for record in minutes.sections],
        "actions": [record.span for record in minutes.actions],
        "resolutions": [record.span for record in minutes.resolutions],
    }
    for kind, listed in kinds.items():
        starts = [span.start for span in listed]
        if starts != sorted(starts):
            yield f"{kind} are not in the order of the document: {starts}"


def _word_problems(text: str, minutes: Minutes) -> Iterator[str]:
    for name, span, words in records(minutes):
        if not words.strip():
            yield f"{name}: has no words"
        elif not stand_in_order(words, text[span.start : span.end]):
            yield f"{name}: its words don't stand in {text[span.start : span.end][:200]!r}"
    for section in minutes.sections:
        passage = text[section.span.start : section.span.end]
        head = passage[: max(3 * len(section.title) + 80, len(re.split(r"[\r\n]", passage, maxsplit=1)[0]))]
        if not stand_in_order(section.title, head):
            yield f"section {section.id} {section.title!r}: its span starts with {head[:80]!r}"
    for action in minutes.actions:
        for owner in action.owners:
            if not stand_in_order(owner, text):
                yield f"action {action.id}: the text doesn't hold its owner {owner!r}"
        if action.due is not None and not stand_in_order(action.due.text, text):
            yield f"action {action.id}: the text doesn't hold its due words {action.due.text!r}"
    for resolution in minutes.resolutions:
        for clause in resolution.clauses:
            if not stand_in_order(clause.text, text[resolution.span.start : resolution.span.end]):
                yield f"resolution {resolution.id}: its clause {clause.text[:60]!r} doesn't stand in its span"
        for person in (resolution.mover, resolution.seconder):
            if person is not None and not stand_in_order(person, text):
                yield f"resolution {resolution.id}: the text doesn't hold {person!r}"


def _identity_problems(minutes: Minutes) -> Iterator[str]:
    listed = (minutes.sections, minutes.attendees, minutes.actions, minutes.resolutions)
    ids = Counter(record.id for kind in listed for record in kind)
    yield from (f"the id {name} stands {count} times" for name, count in ids.items() if count > 1)
    sections = {section.id: section for section in minutes.sections}
    for section in minutes.sections:
        if section.parent is not None and section.parent not in sections:
            yield f"section {section.id}: its parent {section.parent} is none of the sections"
    people = {attendee.id for attendee in minutes.attendees}
    placed = [(person.id, person.section) for person in minutes.attendees]
    placed += [(action.id, action.section) for action in minutes.actions]
    placed += [(resolution.id, resolution.section) for resolution in minutes.resolutions]
    for name, place in placed:
        if place is not None and place not in sections:
            yield f"{name}: stands in section {place}, which is none of the sections"
    for action in minutes.actions:
        for person in action.people:
            if person not in people:
                yield f"action {action.id}: names {person}, who is none of the attendees"
