"""Matches: where a rule holds in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from minutes_cli.rules.schema import Rule


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Match:
    """Where a rule holds: offsets in the text that was searched, and those of the rule's groups that took part."""

    rule: Rule
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]


def spans_of(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """The offsets of the named groups that took part in a match."""
    spans = match.regs
    return {name: spans[place] for name, place in match.re.groupindex.items() if spans[place][0] >= 0}
