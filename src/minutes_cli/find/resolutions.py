"""Resolutions: what the meeting decided, with outcome, vote, mover and seconder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutes_cli.document import Document
from minutes_cli.find.motions import Assembler
from minutes_cli.find.resolution_drafts import Details, Draft, make_record
from minutes_cli.find.resolution_readings import read_units
from minutes_cli.find.resolution_units import find_units
from minutes_cli.records import Issue, Resolution
from minutes_cli.rules.match import Rules

_SMALL = frozenset(
    "the a an of to and that be for in on by it was were is as at with this its their his her".split()
    + "decision resolved agreed".split()
)


def find_resolutions(document: Document, rules: Rules) -> tuple[list[Resolution], list[Issue]]:
    """The decisions of the meeting in the order of the text."""
    units = find_units(document, rules)
    details = Details(document, rules)
    drafts = Assembler(document, rules, units, read_units(document, rules, units), details).run()
    records: list[Resolution] = []
    for draft in _without_repeats(drafts, document):
        record = make_record(draft, details, len(records) + 1)
        if record is not None:
            records.append(record)
    return records, []


def _without_repeats(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """Each decision once: lists of decisions repeat the narrative, web pages print decision and minute."""
    words = [_words(document, draft) for draft in drafts]
    dropped: set[int] = set()
    for index, draft in enumerate(drafts):
        if draft.listed:
            _drop_same(drafts, words, index, dropped)
        elif draft.match.rule.id == "resolution.label" and _opens_with_decision(document, draft):
            later = [j for j in range(index + 1, len(drafts)) if j - index <= 4]
            if any(_alike(words[index], words[j]) >= 0.7 for j in later):
                dropped.add(index)
    return [draft for index, draft in enumerate(drafts) if index not in dropped]


def _drop_same(drafts: Sequence[Draft], words: Sequence[Counter[str]], index: int, dropped: set[int]) -> None:
    """A listed decision and the same in the narrative: the narrative's own words stay, a mere "agreed" goes."""
    for other, draft in enumerate(drafts):
        if draft.listed or other in dropped or other >= index:
            continue
        if _alike(words[index], words[other]) >= 0.8:
            dropped.add(index)
            return
        if draft.match.rule.id.startswith("result.") and _alike(words[index], words[other]) >= 0.35:
            dropped.add(other)


def _opens_with_decision(document: Document, draft: Draft) -> bool:
    return bool(re.match(r"\W*decisions?\b", document.cut(*draft.pieces[0]), re.IGNORECASE))


def _words(document: Document, draft: Draft) -> Counter[str]:
    text = " ".join(document.cut(*piece) for piece in draft.pieces).lower()
    return Counter(word for word in re.findall(r"\w+", text) if word not in _SMALL)


def _alike(one: Counter[str], two: Counter[str]) -> float:
    common = sum((one & two).values())
    return 2 * common / max(1, sum(one.values()) + sum(two.values()))
