"""What came before an action and after it, along the links that `carried` made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from minutes_cli.register.action import Tracked
from minutes_cli.register.database import Database, chunked, listed


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a chain: its date, the entry that it carries forward, its status and that by a person, if any."""

    id: str
    continues: str | None
    date: str
    status: str
    marked: str | None


SELECT = (
    "SELECT a.id, a.continues, d.date, a.status, m.status FROM minutes_actions a"
    " JOIN minutes_documents d ON d.key = a.document LEFT JOIN minutes_marks m ON m.action = a.id"
)


def add_history(database: Database, actions: Sequence[Tracked], *, repeats: bool) -> list[Tracked]:
    """The actions with what their earlier and later entries tell; without ``repeats``, the latest of a chain alone."""
    before = entries_before(database, actions)
    after = entries_after(database, [action.id for action in actions])
    repeated = {link.id for action in actions for link in chain(before, action.continues)}
    return [
        told(action, list(chain(before, action.continues)), list(following(after, action.id)))
        for action in actions
        if repeats or action.id not in repeated
    ]


def entries_before(database: Database, actions: Iterable[Tracked]) -> dict[str, Link]:
    """All entries that these actions carry forward, by id."""
    links: dict[str, Link] = {}
    wanted = {action.continues for action in actions if action.continues}
    while wanted:
        found = load(database, "a.id", wanted)
        links.update((link.id, link) for link in found)
        wanted = {link.continues for link in found if link.continues} - links.keys()
    return links


def entries_after(database: Database, ids: Iterable[str]) -> dict[str, list[Link]]:
    """All entries that carry these ones forward, by the id of the entry that each carries forward."""
    links: dict[str, list[Link]] = {}
    wanted = set(ids)
    while wanted:
        found = load(database, "a.continues", wanted)
        for link in found:
            links.setdefault(str(link.continues), []).append(link)
        wanted = {link.id for link in found} - links.keys()
    return links


def load(database: Database, column: str, ids: Iterable[str]) -> list[Link]:
    """Entries by a column of theirs."""
    links: list[Link] = []
    for some in chunked(sorted(ids)):
        marks, values = listed("id", some)
        links.extend(Link(*row) for row in database.rows(f"{SELECT} WHERE {column} IN ({marks})", values))
    return links


def chain(before: dict[str, Link], continues: str | None) -> Iterable[Link]:
    """The entries that an entry carries forward, the nearest first."""
    while continues is not None and continues in before:
        yield before[continues]
        continues = before[continues].continues


def following(after: dict[str, list[Link]], start: str) -> Iterable[Link]:
    """The entries that carry an entry forward, by date."""
    found: list[Link] = []
    rest = [start]
    while rest:
        nearest = after.get(rest.pop(), [])
        found += nearest
        rest += [link.id for link in nearest]
    return sorted(found, key=lambda link: link.date)


def told(action: Tracked, before: Sequence[Link], after: Sequence[Link]) -> Tracked:
    """The action with its count of meetings, the suggestion and the remark that its history gives."""
    if not before and not after and not action.withdrawn:
        return action
    dates = {link.date for link in before} | ({action.date} if action.date else set())
    done = next((link for link in after if (link.marked or link.status) == "done"), None)
    remarks = []
    if action.withdrawn:
        remarks.append("no longer in the corrected minutes")
    if action.status == "open" and done is not None:
        remarks.append(f"reported as done at the meeting of {done.date}" if not done.marked else f"{done.id} is done")
    elif action.status == "open" and after:
        remarks.append(f"carried forward to {after[-1].date} as {after[-1].id}")
    if action.status == "open" and any(link.marked == "done" for link in before):
        remarks.append("was marked done before, and is in later minutes again")
    return replace(
        action,
        since_meetings=max(1, len(dates)),
        since_date=min(dates, default=None),
        suggested="done" if action.status == "open" and done is not None else None,
        remark="; ".join(remarks) or None,
    )
