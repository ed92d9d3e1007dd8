"""What the columns of a table hold: the task, its owner, its deadline, told by their titles or by what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from minutes_cli.document import Document
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

Row = Sequence[tuple[int, int]]  # the offsets of its cells
_HEADER_ROWS = 3  # rows at a table's head among which the header may stand
_WHAT = frozenset(
    "description details detail issue item summary matter subject topic recommendation recommendations".split()
)
# How the parts in a task are shared out, whoever does it first.
_SHARES = (
    ("r", "a", "c", "i"),
    ("d", "a", "c", "i"),
    ("responsible", "accountable", "consulted", "informed"),
    ("driver", "approver", "contributor", "contributors", "informed"),
)
_WHO = lazy(r"(?:who|by\s+whom|action(?:ed)?\s+by|person|responsib\w+|assigned|allocated|owners?)\b")
_WHEN = lazy(r"(?:when|by\s+when|due|deadline|target|timescale|complet\w+\s+(?:by|date))\b")
_LONGEST_TITLE = 40  # characters
_MINUTED = 15  # words of a cell, on an average, of minutes laid out as a table
_MARKS = lazy(r"[\s:*.()?-]+$|^[\s:*.(#-]+(?=\w)")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, by index; None where it has no such column."""

    header: int
    task: int | None = None
    owner: int | None = None
    due: int | None = None
    reference: int | None = None
    status: int | None = None
    text: int | None = None
    strong: bool = False


class ColumnReader:
    """Tells what the columns of the tables of one document hold."""

    def __init__(self, document: Document, rules: Rules, words: TaskWords) -> None:
        self._document = document
        self._words = words
        self._names = {
            kind: rules.words("progress_column" if kind == "status" else f"{kind}_column")
            for kind in ("action", "owner", "due", "reference", "status", "text")
        }
        self._plans = rules.words("plan_column")
        self._strong = rules.words("owner_column_strong")
        self._heading = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)
        first: dict[int, int] = {}
        for index, block in enumerate(document.blocks):
            if block.cell is not None:
                first.setdefault(block.cell.table, index)
        self._first = first
        self._read: dict[int, Columns | None] = {}

    def columns(self, table: int) -> Columns | None:
        """What the columns of a table hold, None where it isn't one of actions."""
        if table not in self._read:
            self._read[table] = self._columns(table)
        return self._read[table]

    def _columns(self, table: int) -> Columns | None:
        rows = self._document.layout.tables[table].rows
        for number, row in enumerate(rows[:_HEADER_ROWS]):
            titles = [self._title(self._document.cut(*cell)) for cell in row]
            if sum(bool(title) for title in titles) < 2:
                continue
            columns = self._named(number, titles) or self._named(number, [self._part(title) for title in titles])
            if columns is not None:
                columns = self._with_minutes(columns, rows[number + 1 :], titles)
                columns = self._with_widest_text(columns, rows[number + 1 :], titles)
                columns = self._with_owners_alone(columns, rows[number + 1 :])
                return self._with_unnamed(columns, rows[number + 1 :], titles)
        return self._guessed(table)

    def _with_minutes(self, columns: Columns, rows: Sequence[Row], titles: Sequence[str]) -> Columns:
        """Columns where what is headed "Item" holds minutes: few of its rows have an owner beside them."""
        task, owner = columns.task, columns.owner
        if task is None or owner is None or titles[task] not in _WHAT or len(rows) < 3:
            return columns
        owned = sum(owner < len(row) and bool(self._document.cut(*row[owner])) for row in rows)
        return replace(columns, task=None, text=task, strong=True) if owned <= 0.6 * len(rows) else columns

    def _with_widest_text(self, columns: Columns, rows: Sequence[Row], titles: Sequence[str]) -> Columns:
        """Columns whose text is the fullest of several that could be it: beside "Item" the one of "Notes"."""
        texts = [column for column, title in enumerate(titles) if title in self._names["text"]]
        if columns.text is None or len(texts) < 2:
            return columns
        fullest = max(texts, key=lambda c: sum(row[c][1] - row[c][0] for row in rows if c < len(row)))
        return replace(columns, text=fullest)

    def _with_owners_alone(self, columns: Columns, rows: Sequence[Row]) -> Columns:
        """Columns where the one headed "Action" holds but the initials of those who act on the text beside it."""
        task = columns.task
        if task is None or columns.owner is not None:
            return columns
        cells = [words for row in rows if task < len(row) and (words := self._document.cut(*row[task]))]
        if not _most(cells, self._words.owners.is_owner):
            return columns
        width = max(len(row) for row in rows)
        lengths = [sum(row[c][1] - row[c][0] for row in rows if c < len(row)) for c in range(width)]
        text = max((c for c in range(width) if c != task), key=lambda c: lengths[c], default=None)
        return columns if text is None else replace(columns, task=None, owner=task, text=text, strong=True)

    def _with_unnamed(self, columns: Columns, rows: Sequence[Row], titles: Sequence[str]) -> Columns:
        """Columns where a nameless one holds the tasks: those below "Item" are numbers then."""
        nameless = [column for column, title in enumerate(titles) if not title]
        if columns.task is not None or columns.owner is None or not nameless:
            return columns
        words = [
            sum(len(self._document.cut(*row[c]).split()) for row in rows if c < len(row)) for c in range(len(titles))
        ]
        task = max(nameless, key=lambda column: words[column])
        if words[task] < 2 * len(rows) or any(words[c] > words[task] for c in range(len(titles))):
            return columns
        owned = sum(columns.owner < len(row) and bool(self._document.cut(*row[columns.owner])) for row in rows)
        if words[task] > _MINUTED * len(rows) or owned <= 0.6 * len(rows):
            return replace(columns, text=task, strong=True)  # what was said of each item, the tasks in it
        return replace(columns, task=task, text=None, reference=columns.reference or columns.text)

    def _title(self, words: str) -> str:
        """The title of a column as the lists of titles hold it: its head where a note follows it."""
        title = _MARKS.sub("", words).lower()
        if any(title in names for names in self._names.values()):
            return title
        if len(title) <= _LONGEST_TITLE:
            for pattern, usual in ((_WHO, "who"), (_WHEN, "when")):
                if pattern.match(title):
                    return usual
        return _MARKS.sub("", re.split(r"[:(]|\s-\s", title)[0])

    def _part(self, title: str) -> str:
        """The part of a double title that tells most: of "decision / action" the action."""
        parts = [part.strip() for part in re.split(r"/|&|\band\b|,", title)]
        known = (part for kind in self._names for part in parts if part in self._names[kind])
        return next(known, parts[0])

    def _named(self, number: int, titles: Sequence[str]) -> Columns | None:
        place: dict[str, int] = {}
        strong = False
        for column, title in enumerate(titles):
            if title in self._names["action"] and "task" not in place:
                place["task"] = column
            elif title in self._names["owner"] and "owner" not in place:
                place["owner"], strong = column, title in self._strong
            else:
                for kind in ("due", "status", "reference", "text"):
                    if title in self._names[kind] and kind not in place:
                        place[kind] = column
                        break
        doer = _doer(titles)
        if doer is not None and ("owner" not in place or titles[place["owner"]] == "accountable"):
            place["owner"] = doer
        if "due" in place and titles[place["due"]] == "date" and place["due"] < place.get("task", 0):
            del place["due"]  # before the task its date tells when it was given
        if "owner" not in place and "due" in place and titles[place["due"]] == "by":
            later = [c for c, title in enumerate(titles) if title in self._names["due"] and title != "by"]
            if later:  # "By" over who, beside "When"
                place["owner"], place["due"] = place["due"], later[0]
        if (
            not strong
            and "task" not in place
            and {"owner", "due", "text"} <= set(place)
            and titles[place["text"]] in _WHAT
        ):
            place["task"] = place.pop("text")
        if not {"owner", "due"} <= set(place) and any(title in self._plans for title in titles):
            return None  # an action plan, with its aims and measures
        known = len(place)
        if "owner" not in place and "task" in place and place["task"] > 0 and known >= 2:
            strong = True
        if "task" not in place and not ("owner" in place and (strong or ("due" in place and "text" in place))):
            return None
        if known < 2 or (
            "task" in place and known == 2 and not {"owner", "due", "status", "text", "reference"} & set(place)
        ):
            return None
        return Columns(number, strong=strong, **place)

    def _guessed(self, table: int) -> Columns | None:
        """The columns of a table without a header that stands under a heading "Actions", told from what they hold."""
        first = self._first.get(table)
        if first is None or not any(self._heading.fullmatch(t) for t in list(self._document.titles_above(first))[:1]):
            return None
        rows = self._document.layout.tables[table].rows
        cells = [[self._document.cut(*cell) for cell in row] for row in rows]
        width = max((len(row) for row in cells), default=0)
        if width < 2:
            return None
        columns = [[row[column] for row in cells if column < len(row) and row[column]] for column in range(width)]
        task = max(range(width), key=lambda c: sum(map(len, columns[c])))
        owner = next((c for c in range(width) if c != task and _most(columns[c], self._words.owners.is_owner)), None)
        due = next(
            (c for c in range(width) if c not in (task, owner) and _most(columns[c], self._words.dues.whole)), None
        )
        return None if owner is None and due is None else Columns(-1, task=task, owner=owner, due=due)


def _doer(titles: Sequence[str]) -> int | None:
    """The column of who does the task where others tell who answers for it, is asked and is told: R, A, C and I."""
    for parts in _SHARES:
        if parts[:2] == tuple(title for title in parts[:2] if title in titles) and any(t in titles for t in parts[2:]):
            return list(titles).index(parts[0])
    return None


def _most(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(holds(cell) for cell in cells) >= 0.6 * len(cells)
