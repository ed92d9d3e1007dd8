"""Whether a document is one that is filed already, or another version of it, and which of its actions are which.

A document is filed once: the same bytes are the same document, wherever they lie. A *corrected version* replaces the
version before it. It is recognised by the file's path or by body and date, and by what it says: minutes that happen to
lie where others lay, or of the same day, are documents of their own. When in doubt both are kept, for a replaced
document can't be brought back and one too many is easily removed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from minutes_cli.register.database import Database

# Shares of the words of headings, tasks and decisions that two versions have in common. Two months' minutes of one body
# share their standing headings, a fifth or so; a draft and its correction nearly all.
ALIKE = 0.5
NEARLY_ALL = 0.8  # where body or date contradict each other, as they do when the correction corrects them

SLIP = timedelta(days=6)  # less than the week after which some bodies meet again
YEAR = timedelta(days=366)

SAME_TEXT = 80  # similarity (0 to 100) from which a reworded task in the same section is the same task
SAME_TEXT_ELSEWHERE = 92
MOST_COMPARISONS = 250_000


@dataclass(frozen=True, slots=True)
class Filed:
    """A document in the register, as far as its identity goes."""

    key: str
    path: str
    sha256: str
    body_key: str | None
    date: str | None
    start_time: str | None
    records_sha256: str
    read_at: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An action, as far as its identity goes: its words and its section's title."""

    digest: str
    words: str
    place: str | None


def find_filed(database: Database, values: Mapping[str, object]) -> list[Filed]:
    """Documents of the same bytes, path or meeting as the one that these values (of its row) are of."""
    rows = database.rows(
        "SELECT key, path, sha256, body_key, date, start_time, records_sha256, read_at FROM minutes_documents"
        " WHERE sha256 = :sha256 OR (path = :path AND path <> '-') OR (body_key = :body_key AND date = :date)"
        " ORDER BY read_at, key",
        {name: values[name] for name in ("sha256", "path", "body_key", "date")},
    )
    return [Filed(*row) for row in rows]


def same_document(filed: Sequence[Filed], values: Mapping[str, object]) -> Filed | None:
    """The one of the same bytes."""
    return next((each for each in filed if each.sha256 == values["sha256"]), None)


def earlier_version(
    database: Database, filed: Sequence[Filed], values: Mapping[str, object], records: Mapping[str, Any]
) -> Filed | None:
    """The document that the one with these values and records is a corrected version of; None where there is none."""
    best: tuple[float, Filed] | None = None
    for each in filed:
        needed = needed_likeness(each, values)
        if needed is None:
            continue
        likeness = 1.0 if needed == 0 else compare(records, stored_records(database, each.key))
        if likeness >= needed and (best is None or likeness > best[0]):
            best = (likeness, each)
    return best[1] if best else None


def needed_likeness(filed: Filed, values: Mapping[str, object]) -> float | None:
    """How much two documents must have in common to be versions of one (0 to 1); None where they can't be."""
    pairs = [(filed.body_key, values["body_key"]), (filed.date, values["date"])]
    same_meeting = all(old is not None and old == new for old, new in pairs)
    if filed.path == values["path"] and filed.path != "-":
        if same_meeting:
            return 0.0
        contradict = any(old is not None and new is not None and old != new for old, new in pairs)
        slip = not (filed.date and values["date"]) or may_be_a_slip(filed.date, str(values["date"]))
        return (NEARLY_ALL if slip else None) if contradict else ALIKE
    times = (filed.start_time, values["start_time"])
    if not same_meeting or (all(times) and times[0] != times[1]):
        return None
    return ALIKE


def may_be_a_slip(old: str, new: str) -> bool:
    """Whether two dates are of one meeting, one of them wrong: a few days apart, or a year, as happens in January."""
    try:
        apart = abs(date.fromisoformat(old) - date.fromisoformat(new))
    except ValueError:  # no such day, as a record may say
        return False
    return apart <= SLIP or (old[5:] == new[5:] and apart <= YEAR)


def stored_records(database: Database, key: str) -> dict[str, Any]:
    """The records of a filed document, as in the JSON."""
    rows = database.rows("SELECT json FROM minutes_records WHERE document = :key", {"key": key})
    records: dict[str, Any] = json.loads(rows[0][0])
    return records


def compare(new: Mapping[str, Any], old: Mapping[str, Any]) -> float:
    """The share of their words that two documents' headings, tasks and decisions have in common: 0 to 1."""
    left, right = statements(new), statements(old)
    total = sum(left.values()) + sum(right.values())
    shared = left & right
    left, right = left - shared, right - shared
    common = 2 * sum(shared.values())
    if left and right and len(left) * len(right) <= MOST_COMPARISONS:
        common += reworded(left, right)
    return common / total if total else 0.0


def statements(records: Mapping[str, Any]) -> Counter[str]:
    """The words of each heading, task and decision, and how many characters they have in all."""
    from minutes_cli.register.words import plain_words

    counts: Counter[str] = Counter()
    for kind, field in (("sections", "title"), ("actions", "text"), ("resolutions", "text")):
        for record in records[kind]:
            words = plain_words(record[field])
            counts[words] += len(words)
    return counts


def reworded(left: Counter[str], right: Counter[str]) -> int:
    """The characters of statements that are nearly the same on both sides."""
    from rapidfuzz import fuzz, process

    rest = dict.fromkeys(right)
    common = 0
    for words, length in left.items():
        found = process.extractOne(words, list(rest), scorer=fuzz.ratio, score_cutoff=SAME_TEXT)
        if found:
            del rest[found[0]]
            common += length + right[found[0]]
    return common


def match_entries(old: Mapping[str, Entry], new: Sequence[Entry]) -> dict[int, str]:
    """For the actions of a new version (by index) the ids of the same actions in the old one, as far as there are any.

    First those that say the same in the same place, then those of the same words, then the nearest of the reworded.
    """
    matched: dict[int, str] = {}
    rest = dict(old)
    for sign in (digest_of, words_of):
        alike: dict[str, list[str]] = {}
        for key, entry in rest.items():
            alike.setdefault(sign(entry), []).append(key)
        for index, entry in enumerate(new):
            if index not in matched and alike.get(sign(entry)):
                matched[index] = alike[sign(entry)].pop(0)
                del rest[matched[index]]
    open_ends = [index for index in range(len(new)) if index not in matched]
    if rest and open_ends and len(rest) * len(open_ends) <= MOST_COMPARISONS:
        for _score, index, key in sorted(similar(rest, new, open_ends), reverse=True):
            if index not in matched and key in rest:
                matched[index] = key
                del rest[key]
    return matched


def digest_of(entry: Entry) -> str:
    """What an action says and where."""
    return entry.digest


def words_of(entry: Entry) -> str:
    """What an action says."""
    return entry.words


def similar(old: Mapping[str, Entry], new: Sequence[Entry], indexes: Iterable[int]) -> Iterable[tuple[float, int, str]]:
    """Pairs of reworded actions that may be the same: similarity, index of the new and id of the old one."""
    from rapidfuzz import fuzz

    for index in indexes:
        for key, entry in old.items():
            least = SAME_TEXT if entry.place == new[index].place else SAME_TEXT_ELSEWHERE
            score = fuzz.ratio(entry.words, new[index].words, score_cutoff=least)
            if score:
                yield score, index, key
