"""Names broken over indented lines: their line breaks are folded to a blank before they are read."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.patterns import lazy
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text, changed

_BREAK = lazy(r"[ \t]*\r?\n[ \t]+(?=\S)")


def read_folded(people: PeopleLists, text: Text, words: str, *, strict: bool) -> list[Person]:
    """The people of a text whose words are broken over indented lines, with their offsets in the whole text."""
    masked, raw = text.masked, text.raw
    cuts: list[tuple[int, int]] = []  # where each fold stands in what is left, and how much was left out up to there
    for fold in reversed(list(_BREAK.finditer(words))):
        start, end = fold.start() + 1, fold.end()
        masked, raw = masked[:start] + masked[end:], raw[:start] + raw[end:]
        cuts.append((fold.start(), end - start))
    found = people.read(Text(masked, raw), strict=strict)
    return [
        changed(
            person,
            start=_before(cuts, person.start),
            end=_before(cuts, person.end),
            name_start=_before(cuts, person.name_start),
            name_end=_before(cuts, person.name_end),
        )
        for person in found
    ]


def _before(cuts: Sequence[tuple[int, int]], offset: int) -> int:
    """The offset in the whole text of one in what is left of it."""
    for start, length in reversed(cuts):
        if start >= offset:
            break
        offset += length
    return offset
