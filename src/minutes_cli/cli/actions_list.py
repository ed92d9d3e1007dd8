"""The work of ``minutes actions``: a question to a register, and its answer as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutes_cli.cli.answers import EMPTY, Answers, open_answers
from minutes_cli.cli.group import report
from minutes_cli.cli.listing import Listing, Way, write_listing
from minutes_cli.output.formats import Kind
from minutes_cli.output.rows import Cell, Row
from minutes_cli.register.action import Tracked
from minutes_cli.register.tracked import Wanted, find_actions

LAST = "\U0010ffff"  # behind all letters

COLUMNS = (
    *("document", "body", "date", "section_number", "section", "id", "text", "kind", "owners", "people"),
    *("due_text", "due_date", "due_latest", "reference", "status", "confidence"),
    *("since_meetings", "since_date", "suggested", "note", "remark", "line", "rule"),
)
WORKBOOK = (
    *("id", "status", "text", "owners", "due_date", "due_text", "body", "date", "section_number", "section"),
    *("note", "remark", "suggested", "since_meetings", "since_date", "kind", "reference", "confidence", "people"),
    *("due_latest", "document", "line", "rule"),
)
HEADINGS = {
    "id": "Id",
    "remarked": "Action",
    "owners": "Owner",
    "due": "Due",
    "standing": "Status",
    "meeting": "Meeting",
}
SORTS: dict[str, Callable[[Tracked], tuple[object, ...]]] = {
    "meeting": lambda action: (action.date is None, action.date or ""),
    "due": lambda action: (action.due is None, action.due or ""),
    "owner": lambda action: (not action.owners, owner_name(action).casefold()),
    "body": lambda action: (action.body is None, (action.body or "").casefold()),
    "status": lambda action: (action.status != "open",),
    "text": lambda action: (action.text.casefold(),),
}


@dataclass(frozen=True, slots=True)
class Question:
    """The options of one ``minutes actions``, as `cli.actions` documents them."""

    wanted: Wanted
    overdue: bool = False
    sort: str = "meeting"
    reverse: bool = False
    group_by: str | None = None


def list_actions(files: Sequence[str], register: str | None, question: Question, way: Way, jobs: int = 1) -> int:
    """Answer the question over the files, the pipe or the register; gives the exit code."""
    today = date.today().isoformat()
    wanted = replace(question.wanted, overdue_on=today) if question.overdue else question.wanted
    with open_answers(files, register, jobs) as answers:
        actions = find_actions(answers.database, wanted)
        write_listing(make_listing(actions, question, today), way)
        for notice in notices(answers, wanted, actions):
            report(notice)
        return answers.code


def make_listing(actions: Sequence[Tracked], question: Question, today: str) -> Listing:
    """The actions as a list, sorted and grouped as asked."""
    ordered = sorted(actions, key=SORTS[question.sort], reverse=question.reverse)
    groups: list[tuple[str, list[Tracked]]] = []
    if question.group_by:
        groups = group(ordered, question.group_by, today)
        ordered = list({action.id: action for _title, members in groups for action in members}.values())
    rows = {action.id: row_of(action, today) for action in ordered}
    meetings = {str(row["meeting"]) for row in rows.values()}
    if len(meetings) == 1 and not groups:
        groups = [(meetings.pop(), ordered)]  # above the table, rather than in each row of it
    by_meeting = bool(groups) and question.group_by in (None, "meeting")
    shown = [(title, [rows[action.id] for action in members]) for title, members in groups]
    cells = list(rows.values())
    return Listing(Kind.ACTIONS, cells, COLUMNS, headings_for(cells, by_meeting), shown, WORKBOOK)


def headings_for(rows: Sequence[Row], by_meeting: bool) -> dict[str, str]:
    """The columns that people read, without those that would be empty, or say in each row what the title says."""
    idle = {"meeting"} if by_meeting else set()
    if not any(row["due"] for row in rows):
        idle.add("due")
    return {column: heading for column, heading in HEADINGS.items() if column not in idle}


def group(actions: Sequence[Tracked], by: str, today: str) -> list[tuple[str, list[Tracked]]]:
    """The actions under the titles of their groups, in order; one of two owners stands under both."""
    groups: dict[tuple[str, str], list[Tracked]] = {}
    for action in actions:
        for key in group_keys(action, by, today):
            groups.setdefault(key, []).append(action)
    return [(title, members) for (_place, title), members in sorted(groups.items())]


def group_keys(action: Tracked, by: str, today: str) -> list[tuple[str, str]]:
    """Where the groups that an action stands in come in the order, and their titles."""
    if by == "owner":
        return [(name.casefold(), name) for name in dict.fromkeys(action.owners)] or [(LAST, "No owner")]
    if by == "meeting":
        title = ", ".join(part for part in (action.body, action.date) if part) or action.document
        return [(action.date or LAST, title)]
    if action.due is None:
        return [(LAST, "No due date")]
    if action.status == "open" and action.due < today:
        return [("", "Overdue")]
    return [(action.due[:7], f"Due in {action.due[:7]}")]


def owner_name(action: Tracked) -> str:
    """All owners, as one name."""
    return "; ".join(action.owners)


def row_of(action: Tracked, today: str) -> Row:
    """The action's cells: those for programs, and those in which a person reads several at once."""
    overdue = action.status == "open" and action.due is not None and action.due < today
    since = f"since {action.since_meetings} meetings ({action.since_date})" if action.since_meetings > 1 else None
    remarks = "; ".join(part for part in (since, action.remark, action.note) if part)
    cells: dict[str, Cell] = {column: getattr(action, column) for column in COLUMNS}
    return {
        **cells,
        "due": action.due or action.due_text,
        "standing": "overdue" if overdue else action.status,
        "meeting": " ".join(part for part in (action.body, action.date) if part) or action.document,
        "remarked": f"{action.text} [{remarks}]" if remarks else action.text,
    }


def notices(answers: Answers, wanted: Wanted, actions: Sequence[Tracked]) -> list[str]:
    """What a person should be told beside the list: why it is empty, and what a filter on dates couldn't judge."""
    if answers.is_empty():
        return [EMPTY]
    found = []
    if not actions:
        found.append("no action found; fewer filters find more" if wanted != Wanted() else "no action found")
    if wanted.since or wanted.until:
        undated = sum(not each.date for each in find_actions(answers.database, replace(wanted, since=None, until=None)))
        if undated:
            found.append(f"left out {undated} more, of minutes without a date of meeting")
    return found
