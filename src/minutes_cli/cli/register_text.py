"""An action or a document of the register as text for a person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from minutes_cli.errors import RegisterError
from minutes_cli.register import edits
from minutes_cli.register.documents import Document, find_document
from minutes_cli.register.tracked import Wanted, find_actions

if TYPE_CHECKING:
    from minutes_cli.register.action import Tracked
    from minutes_cli.register.database import Database


def describe(database: Database, name: str) -> str:
    """The action of an id, else the document of a key or path; raises RegisterError where it is neither or several."""
    ids = edits.matching(database, name.strip().lower()) if name.strip().isalnum() else []
    if len(ids) == 1:
        return describe_action(database, ids[0])
    if len(ids) > 1:
        raise RegisterError(f"{name}: begins several ids ({', '.join(ids[:5])}); give more letters")
    try:
        return describe_document(database, find_document(database, name))
    except RegisterError as error:
        if "several" in str(error):
            raise
        raise RegisterError(f"{name}: neither an action's id nor a document's key or path in the register") from None


def describe_action(database: Database, key: str) -> str:
    """Everything about one action: as it stands, as the minutes have it, and its log."""
    (action,) = find_actions(database, Wanted(ids=(key,), repeats=True))
    log = edits.log_of(database, [key])
    lines = list(facts(action))
    if log:
        (as_read,) = database.rows("SELECT status, owners, due_date FROM minutes_actions WHERE id = :id", {"id": key})
        owners = "; ".join(json.loads(as_read[1])) or "no owner"
        lines.append(f"The minutes say: {as_read[0]}, {owners}, {as_read[2] or 'no day named'}")
    for entry in log:
        who = f" by {entry['who']}" if entry["who"] else ""
        lines.append(f"{str(entry['at'])[:19]}Z{who}: {entry['what']} {entry['value'] or 'as in the minutes'}")
    return "\n".join(lines)


def facts(action: Tracked) -> Iterable[str]:
    """What there is to know of an action, a line each."""
    item = " ".join(part for part in (action.section_number, action.section) if part)
    due = " / ".join(part for part in (action.due_date, action.due_text, action.due_latest) if part)
    since = f"since {action.since_meetings} meetings ({action.since_date})" if action.since_meetings > 1 else None
    yield f"{action.id}  {action.status}  {action.kind}"
    yield " ".join(action.text.split())
    for name, value in (
        ("Owner", "; ".join(action.owners)),
        ("People", "; ".join(action.people)),
        ("Due", due),
        ("Meeting", ", ".join(part for part in (action.body, action.date) if part)),
        ("Item", item),
        ("Minutes", f"{action.document}, line {action.line} ({action.document_key})"),
        ("Rule", action.rule + (f", confidence {action.confidence}" if action.confidence is not None else "")),
        ("Reference", action.reference),
        ("Carried", since),
        ("Remark", action.remark),
        ("Note", action.note),
    ):
        if value:
            yield f"{name}: {value}"


def describe_document(database: Database, document: Document) -> str:
    """What is known of a document, and its actions."""
    meeting = ", ".join(part for part in (document.body, document.date) if part)
    lines = [
        f"{document.key}  {document.path}",
        f"Meeting: {meeting or 'not stated'}",
        f"Format: {document.format}",
        f"Read: {document.read_at[:19]}Z",
        f"SHA-256: {document.sha256}",
        f"Actions: {document.actions}, of which {document.open} open",
        f"Resolutions: {document.resolutions}",
        f"Attendees: {document.attendees}",
    ]
    for action in find_actions(database, Wanted(document_key=document.key, repeats=True)):
        owners = f" [{'; '.join(action.owners)}]" if action.owners else ""
        lines.append(f"  {action.id}  {action.status:4}  {' '.join(action.text.split())}{owners}")
    return "\n".join(lines)
