"""Measure the rules on gold minutes: documents with the records that a careful reader wrote down for them.

A folder of gold holds ``NAME.gold.json`` beside each document, which it names as ``document``; its ``actions`` and
``resolutions`` each have a ``quote`` (or ``spans``, offsets in the text), its ``attendees`` a ``name``. A record that
was found is right where it can be paired with one of the same kind: the words of the one against those of the other,
most similar first, each paired once.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutes_cli.errors import SourceError, UsageError
from minutes_cli.patterns import lazy
from minutes_cli.records import Minutes

SUFFIX = ".gold.json"
_NEEDED = {"actions": "kind", "attendees": "name"}  # by kind of record, the key without which none is compared
_ALIKE = 0.5  # word F1 from which two texts tell of the same task or decision
_LINK = lazy(r"\]\([^)\s]*\)|<?https?://[^\s)>\]]+>?")
_WORD = lazy(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A record and what became of it: ``right``, ``wrong`` (no such record in the gold) or ``missed`` (no rule's)."""

    document: str
    kind: str
    outcome: str
    rule: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A document and the records that it holds."""

    path: Path
    records: dict[str, Any]


def read_gold(folder: Path) -> list[Gold]:
    """The gold of a folder; raises UsageError where it holds none and SourceError where a file can't be read."""
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise UsageError(
            f"{folder}: no {SUFFIX[1:]} files here; name a folder that holds NAME{SUFFIX} beside each document"
        )
    return [_read(file) for file in files]


def _read(file: Path) -> Gold:
    try:
        records = json.loads(file.read_text(encoding="utf-8"))
        path = file.parent / records["document"]
        lacking = [key for kind, key in _NEEDED.items() for record in records.get(kind, ()) if key not in record]
    except KeyError as error:
        raise SourceError(f"{file}: not a gold file: it has no {error}") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SourceError(f"{file}: not a gold file: {error}") from error
    if lacking:
        raise SourceError(f"{file}: not a gold file: one of its records has no '{lacking[0]}'")
    if not path.is_file():
        raise SourceError(f"{file}: its document {path.name} is not beside it")
    return Gold(path, records)


def judge(minutes: Minutes, text: str, gold: Gold) -> Iterator[Verdict]:
    """What became of each record of a document, those that were missed last within their kind."""
    name = gold.path.name
    for kind, found, wanted in _kinds(minutes, text, gold.records):
        pairs = pair([words for _, words in found], wanted, name_likeness if kind == "attendee" else word_f1)
        for index, (rule, words) in enumerate(found):
            yield Verdict(name, kind, "right" if index in pairs else "wrong", rule, words)
        hit = set(pairs.values())
        for index, words in enumerate(wanted):
            if index not in hit:
                yield Verdict(name, kind, "missed", None, " ".join(words.split()))


def _kinds(
    minutes: Minutes, text: str, records: dict[str, Any]
) -> Iterator[tuple[str, list[tuple[str, str]], list[str]]]:
    """The kinds of record, each with those that were found (rule and words) and those that were to be found."""
    for action_kind in ("explicit", "implied"):
        found = [(action.rule, action.text) for action in minutes.actions if action.kind == action_kind]
        wanted = [_quote(gold, text) for gold in records.get("actions", ()) if gold["kind"] == action_kind]
        yield f"{action_kind} action", found, wanted
    resolutions = [
        (
            resolution.rule,
            " ".join(
                [resolution.text, *(clause.text for clause in resolution.clauses if clause.text not in resolution.text)]
            ),
        )
        for resolution in minutes.resolutions
    ]
    yield "resolution", resolutions, [_quote(gold, text) for gold in records.get("resolutions", ())]
    people = [(person.rule, person.name) for person in minutes.attendees]
    yield "attendee", people, [gold["name"] for gold in records.get("attendees", ())]


def _quote(record: dict[str, Any], text: str) -> str:
    quote: str = record.get("quote") or " ".join(text[start:end] for start, end in record.get("spans", ()))
    return quote


def pair(found: Sequence[str], wanted: Sequence[str], likeness: Callable[[str, str], float]) -> dict[int, int]:
    """Found to wanted by index, one to one, the most similar first and among equals the nearest in order."""
    scored = [(likeness(one, two), -abs(i - j), i, j) for i, one in enumerate(found) for j, two in enumerate(wanted)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, i, j in sorted(scored, reverse=True):
        if score >= _ALIKE and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def word_f1(one: str, two: str) -> float:
    """Harmonic mean of precision and recall of the words of one text against the other's, from 0 to 1.

    A text of eight words or more that stands nearly whole in one of up to six times its length counts as half alike.
    """
    first, second = Counter(_words(one)), Counter(_words(two))
    common, sizes = sum((first & second).values()), sorted((sum(first.values()), sum(second.values())))
    if not common:
        return 0.0
    within = sizes[0] >= 8 and sizes[1] <= 6 * sizes[0] and common >= 0.9 * sizes[0]
    return max(2 * common / sum(sizes), _ALIKE if within else 0.0)


def name_likeness(one: str, two: str) -> float:
    """1 where two names may be one person's, else 0."""
    from minutes_cli.find.people import is_same, take_apart

    return float(is_same(take_apart(one), take_apart(two)))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", _LINK.sub(" ", text)).replace("’", "'").replace("_", " ")
    return [word.lower() for word in _WORD.findall(plain)]
