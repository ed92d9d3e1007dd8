"""Actions that the minutes mark: by a label, a heading, a check box or a column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.due import Dues
from minutes_cli.find.marked_ends import find_ends
from minutes_cli.find.marked_labels import Labels
from minutes_cli.find.marked_lists import Lists
from minutes_cli.find.marked_margins import find_margins
from minutes_cli.find.marked_tables import find_tables_of_actions, header_rows
from minutes_cli.find.owners import Owners
from minutes_cli.find.roster import Roster, read_roster
from minutes_cli.find.subjects import Subjects
from minutes_cli.find.table_columns import ColumnReader
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.records import Attendee
from minutes_cli.rules.match import Rules

_UNDONE = lazy(r"Removing item from minutes: ACTION by \S+ at [\d:]+\s?: (?P<task>[^\r\n]{1,400})")


def find_marked(
    document: Document,
    rules: Rules,
    attendees: Sequence[Attendee] = (),
    dues: Dues | None = None,
    roster: Roster | None = None,
) -> list[ActionCandidate]:
    """The tasks that the minutes mark, in the order of the text; of two readings of one passage the first."""
    roster = roster or read_roster(document, attendees, rules)
    words = TaskWords(rules, Owners(rules, roster), Subjects(rules, roster), dues or Dues(rules))
    lists = Lists(document, rules, words)
    titles = ColumnReader(document, rules, words)
    found: list[ActionCandidate] = []
    starts: list[int] = []
    for candidate in (
        *find_tables_of_actions(document, rules, words, titles),
        *find_margins(document, rules, words),
        *Labels(document, rules, words, lists, header_rows(document, titles)).find(),
        *lists.find(),
        *find_ends(document, words),
    ):
        place = bisect_right(starts, candidate.start)
        before = found[place - 1].end if place else 0
        after = starts[place] if place < len(starts) else candidate.end
        if before > candidate.start or after < candidate.end:
            continue
        starts.insert(place, candidate.start)
        found.insert(place, candidate)
    return _without_undone(document, found)


def _without_undone(document: Document, found: list[ActionCandidate]) -> list[ActionCandidate]:
    """The tasks of a meeting kept by a bot without those that it was told to take back."""
    if "Removing item" not in document.text:
        return found
    for undone in _UNDONE.finditer(document.layout.masked):
        said = " ".join(undone["task"].split()).lower()
        same = [c for c in found if c.start < undone.start() and document.cut(*c.pieces[0]).lower() == said]
        found = [c for c in found if c not in same[-1:]]
    return found
