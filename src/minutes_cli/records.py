"""The public records: what is extracted from the minutes of one meeting.

The names are the project's public contract; fields may be added, none renamed or dropped. Absent is ``None`` (or an
empty tuple), never an empty string. All records are frozen and refuse unknown fields.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1"] = "1"

Text = Annotated[str, Field(min_length=1)]
Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO 8601 date")]
Time = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$", description="24-hour clock, local to the meeting")]

AttendeeStatus = Literal["present", "in_attendance", "apologies", "absent", "participant"]
ActionKind = Literal["explicit", "implied"]
ActionStatus = Literal["open", "done"]
Outcome = Literal["carried", "lost", "deferred", "withdrawn"]


class Record(BaseModel):
    """Base of all records: immutable, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Span(Record):
    """A passage of the document: character offsets into its decoded text, and the line it starts on."""

    start: Annotated[int, Field(ge=0, description="offset of the first character (Python str index)")]
    end: Annotated[int, Field(ge=0, description="offset behind the last character")]
    line: Annotated[int, Field(ge=1, description="line of the first character, counted from 1")]


class SourceInfo(Record):
    """The document that the records were read from."""

    path: Annotated[str, Field(description='path as given; "-" for standard input')]
    sha256: Annotated[str, Field(description="SHA-256 of the document's bytes, in hexadecimal")]
    format: Annotated[str, Field(description="text, markdown, html, docx, odt, pdf, …")]
    characters: Annotated[int, Field(ge=0, description="length of the decoded text")]


class Meeting(Record):
    """The meeting that the minutes are of."""

    title: Text | None = None
    body: Annotated[Text | None, Field(description="the committee, council, board or group that met")] = None
    date: Date | None = None
    start_time: Time | None = None
    end_time: Time | None = None
    venue: Text | None = None
    chair: Annotated[Text | None, Field(description="who presided, as written")] = None
    span: Span


class Section(Record):
    """An agenda item or part of the minutes that has a heading."""

    id: Text
    number: Annotated[Text | None, Field(description='as written: "7", "21.44", "4(b)"')] = None
    title: Text
    level: Annotated[int, Field(ge=1, description="1 for a top-level item")]
    parent: Annotated[Text | None, Field(description="id of the section it is nested in")] = None
    span: Annotated[Span, Field(description="from the heading to the end of the section's text")]


class Attendee(Record):
    """A person who was at the meeting, or was missed there; one record a person."""

    id: Text
    name: Annotated[Text, Field(description="without honorific, role or brackets")]
    honorific: Text | None = None
    role: Text | None = None
    organisation: Text | None = None
    initials: Annotated[Text | None, Field(description="initials or handle the list gives for the person")] = None
    status: AttendeeStatus
    section: Text | None = None
    rule: Text
    span: Span


class Due(Record):
    """When a task is due."""

    text: Annotated[Text, Field(description="the words that set the time")]
    date: Annotated[Date | None, Field(description="only where the words name a day")] = None
    latest: Annotated[Date | None, Field(description="last day that relative words allow, from the meeting's date")] = (
        None
    )


class Action(Record):
    """A task that somebody is to do after the meeting."""

    id: Text
    text: Text
    kind: Annotated[ActionKind, Field(description="explicit: the minutes mark it; implied: the narrative gives it")]
    owners: Annotated[tuple[Text, ...], Field(description="each owner as written")] = ()
    people: Annotated[tuple[Text, ...], Field(description="ids of the attendees that the owners mean")] = ()
    due: Due | None = None
    reference: Annotated[Text | None, Field(description='the minutes\' own number for it: "AP3"')] = None
    status: ActionStatus = "open"
    confidence: Annotated[
        float | None,
        Field(ge=0, le=1, description="share of this rule's records that were right on a gold corpus"),
    ] = None
    section: Text | None = None
    rule: Text
    span: Span


class Clause(Record):
    """One numbered part of a resolution."""

    number: Text | None = None
    text: Text


class Vote(Record):
    """The vote on a motion: counts where the minutes state them."""

    for_: Annotated[int | None, Field(alias="for", ge=0)] = None
    against: Annotated[int | None, Field(ge=0)] = None
    abstain: Annotated[int | None, Field(ge=0)] = None
    unanimous: Annotated[bool, Field(description="true only where the words say so")] = False


class Resolution(Record):
    """A decision of the meeting, or a motion put to it."""

    id: Text
    text: Text
    outcome: Outcome | None = None
    clauses: tuple[Clause, ...] = ()
    vote: Vote | None = None
    mover: Text | None = None
    seconder: Text | None = None
    reference: Text | None = None
    confidence: Annotated[float | None, Field(ge=0, le=1)] = None
    section: Text | None = None
    rule: Text
    span: Span


class Issue(Record):
    """What the extractor could not settle."""

    code: Text
    message: Text
    rule: Text | None = None
    span: Span | None = None


class Minutes(Record):
    """All records of one document."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: SourceInfo
    meeting: Meeting
    sections: tuple[Section, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    actions: tuple[Action, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    issues: tuple[Issue, ...] = ()
