"""Minutes to file, made by hand: the register depends on records, not on how they were found."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from minutes_cli.records import Action, Attendee, Due, Meeting, Minutes, Resolution, Section, SourceInfo, Span

SPAN = Span(start=0, end=1, line=1)


def make_action(text: str, *owners: str, **fields: Any) -> Action:
    due = fields.pop("due", None)
    return Action(
        **{
            "id": "a",
            "text": text,
            "kind": "explicit",
            "owners": owners,
            "due": Due(text=f"by {due}", date=due) if isinstance(due, str) else due,
            "rule": "action.label",
            "span": SPAN,
            **fields,
        }
    )


def make_person(name: str, status: str = "present", **fields: Any) -> Attendee:
    return Attendee(**{"id": name, "name": name, "status": status, "rule": "attendee.list", "span": SPAN, **fields})


def make_resolution(text: str, **fields: Any) -> Resolution:
    return Resolution(**{"id": "r", "text": text, "rule": "resolution.label", "span": SPAN, **fields})


def make_minutes(
    *actions: Action | str,
    body: str | None = "Parish Council",
    date: str | None = "2024-01-09",
    path: str = "minutes.txt",
    content: str | None = None,
    headings: Sequence[str] = (),
    people: Sequence[Attendee] = (),
    resolutions: Sequence[Resolution] = (),
    **meeting: Any,
) -> Minutes:
    """A document; its bytes are told apart by ``content``, by default by all that it says."""
    made = [make_action(each) if isinstance(each, str) else each for each in actions]
    told = content or repr((body, date, made, headings, people, resolutions, meeting))
    return Minutes(
        source=SourceInfo(
            path=path, sha256=hashlib.sha256(told.encode()).hexdigest(), format="text", characters=len(told)
        ),
        meeting=Meeting(body=body, date=date, span=SPAN, **meeting),
        sections=tuple(
            Section(id=f"s{number}", number=str(number), title=title, level=1, span=SPAN)
            for number, title in enumerate(headings, 1)
        ),
        attendees=tuple(people),
        actions=tuple(each.model_copy(update={"id": f"a{number}"}) for number, each in enumerate(made, 1)),
        resolutions=tuple(each.model_copy(update={"id": f"r{number}"}) for number, each in enumerate(resolutions, 1)),
    )
