"""Actions that later minutes of the same body print again: which entry carries which one forward.

Only a link is noted, from the later entry to the one before it. Nothing is closed, hidden or merged here: what a link
means is for the reader (`tracked`) and for a person to say.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.patterns import lazy
from minutes_cli.register.database import Database, chunked, listed
from minutes_cli.register.rows import owner_keys
from minutes_cli.register.words import HONORIFICS, fold_words

REACH = 6  # meetings that an action may skip and still be the same one
REPEATED = 88  # similarity (0 to 100) of two entries' words, in any order
MOST_COMPARISONS = 250_000  # of two meetings' actions: 500 each; meetings of more are compared with no others
WORD = lazy(r"\w+(?:['\u2019]\w+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """An action of one meeting, as far as repeating it goes."""

    id: str
    words: str
    status: str
    owners: frozenset[str]
    continues: str | None
    undated: str
    """The text without the words that set its deadline: a new deadline is no other task."""


def relink(database: Database, body_key: str, date: str) -> None:
    """Link anew the actions of a body's meeting on a date, and those of the meetings after it that it may bear on.

    What comes out depends on the documents that are filed, not on the order in which they were read.
    """
    dates = meeting_dates(database, body_key)
    here = next((index for index, each in enumerate(dates) if each >= date), len(dates))
    changed = dates[here : here + REACH + 1]
    window = dates[max(0, here - REACH) : here + REACH + 1]
    if not changed:
        return
    meetings = load_meetings(database, body_key, window)
    updates = [
        {"id": entry.id, "continues": before}
        for each in changed
        for entry, before in link_meeting(meetings, window, window.index(each))
        if entry.continues != before
    ]
    if updates:
        database.run("UPDATE minutes_actions SET continues = :continues WHERE id = :id", *updates)


def meeting_dates(database: Database, body_key: str) -> list[str]:
    """The dates of a body's meetings, in order."""
    rows = database.rows(
        "SELECT DISTINCT date FROM minutes_documents WHERE body_key = :body AND date IS NOT NULL ORDER BY date",
        {"body": body_key},
    )
    return [str(row[0]) for row in rows]


def load_meetings(database: Database, body_key: str, dates: Sequence[str]) -> dict[str, list[Entry]]:
    """The actions of a body's meetings on these dates."""
    meetings: dict[str, list[Entry]] = {each: [] for each in dates}
    for some in chunked(dates):
        marks, values = listed("date", some)
        rows = database.rows(
            "SELECT date, minutes_actions.id, text, words, status, owners, people, due_text, continues"
            " FROM minutes_documents JOIN minutes_actions ON document = key"
            f" WHERE body_key = :body AND date IN ({marks}) AND withdrawn = 0 ORDER BY date, key, position",
            {"body": body_key, **values},
        )
        for date, key, text, words, status, owners, people, due, continues in rows:
            named = frozenset(owner_keys(json.loads(owners), json.loads(people), None))
            undated = text.replace(due, "") if due else text
            meetings[date].append(Entry(key, words, status, named, continues, undated))
    return meetings


def link_meeting(meetings: dict[str, list[Entry]], dates: Sequence[str], index: int) -> list[tuple[Entry, str | None]]:
    """For each action of the meeting at ``index`` the entry that it carries forward: the nearest, each only once."""
    rest = list(meetings[dates[index]])
    links: list[tuple[Entry, str | None]] = []
    for earlier in reversed(dates[max(0, index - REACH) : index]):
        for entry, before in pair_off(rest, meetings[earlier]):
            links.append((entry, before.id))
            rest.remove(entry)
    return links + [(entry, None) for entry in rest]


def pair_off(later: Sequence[Entry], earlier: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Pairs of a later entry and the earlier one that it repeats, the most similar first."""
    if len(later) * len(earlier) > MOST_COMPARISONS:
        return []
    scored = [
        (score, -a, -b)
        for a, entry in enumerate(later)
        for b, before in enumerate(earlier)
        if (score := repeats(entry, before))
    ]
    pairs: list[tuple[Entry, Entry]] = []
    for _score, a, b in sorted(scored, reverse=True):
        if all(later[-a] is not one and earlier[-b] is not other for one, other in pairs):
            pairs.append((later[-a], earlier[-b]))
    return pairs


def repeats(later: Entry, earlier: Entry) -> float:
    """How similar a later entry is to the earlier one that it may repeat (0 to 100); 0 where it doesn't.

    A task that its own minutes report as done is not carried forward: the next of its kind is a new one. Other owners,
    other numbers or other names mean another task, however alike the words are ("pay invoice 12", "pay invoice 13").
    """
    if earlier.status == "done":
        return 0.0
    if later.owners and earlier.owners and not later.owners & earlier.owners and later.words != earlier.words:
        return 0.0
    if later.words == earlier.words:
        return 100.0
    from rapidfuzz import fuzz

    score = fuzz.token_sort_ratio(later.words, earlier.words, score_cutoff=REPEATED)
    if not score:
        return 0.0
    ours, theirs = names_in(later.undated), names_in(earlier.undated)
    return 0.0 if ours - theirs and theirs - ours else float(score)


def names_in(text: str) -> frozenset[str]:
    """The folded words of a task that are numbers or written with a capital inside it: what makes it this task."""
    words = WORD.findall(text)
    telling = [word for place, word in enumerate(words) if word[0].isdigit() or (place and word[0].isupper())]
    return frozenset(fold_words(" ".join(telling))) - HONORIFICS
