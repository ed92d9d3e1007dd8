"""The numbers that OpenDocument programs generate for list entries and headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_cli.patterns import lazy
from minutes_cli.source.numbers import write_number
from minutes_cli.source.odt_styles import STYLE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_PLACE = lazy(r"%(\d{1,2})%")
_LIST_FORMAT = lazy(r"\}num-list-format$")


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """One level of a list style."""

    bullet: bool
    style: str
    prefix: str
    suffix: str
    shown: int
    start: int
    template: str


class OdtLists:
    """Counts the lists of one document; the outline of headings is a list with the empty name."""

    def __init__(self, roots: Iterable[Element | None]) -> None:
        self._levels: dict[str, dict[int, OdtLevel]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for root in roots:
            for element in root.iter(TEXT + "list-style", TEXT + "outline-style") if root is not None else ():
                name = "" if element.tag == TEXT + "outline-style" else element.get(STYLE + "name", "")
                self._levels.setdefault(name, {_whole(item, "level", 1): _read_level(item) for item in element})

    def begin(self, key: str) -> None:
        """Start counting anew under ``key``."""
        self._counts[key] = {}

    def follow(self, key: str, other: str) -> None:
        """Count on under ``key`` where ``other`` left off."""
        self._counts[key] = self._counts.setdefault(other, {})

    def next_marker(self, name: str, key: str, depth: int, start: int | None) -> str:
        """The marker of the next entry of list style ``name`` at ``depth`` (from 1), counted under ``key``."""
        levels = self._levels.get(name, {})
        level = levels.get(depth)
        if level is None:
            return "-" if name else ""
        counts = self._counts.setdefault(key, {})
        counts[depth] = start if start is not None else counts[depth] + 1 if depth in counts else level.start
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.bullet:
            return "-"
        if level.template:
            return _PLACE.sub(lambda place: _write(counts, levels, int(place[1])), level.template).strip()
        if level.style == "none":
            return ""
        shown = [_write(counts, levels, at) for at in range(depth - level.shown + 1, depth + 1)]
        return (level.prefix + ".".join(filter(None, shown)) + level.suffix).strip()


def _write(counts: dict[int, int], levels: dict[int, OdtLevel], depth: int) -> str:
    level = levels.get(depth)
    return write_number(counts.setdefault(depth, level.start), level.style) if level is not None else ""


def _read_level(item: Element) -> OdtLevel:
    template = next((value for name, value in item.items() if _LIST_FORMAT.search(name)), "")
    return OdtLevel(
        bullet=item.tag in (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"),
        style=_FORMATS.get(item.get(STYLE + "num-format", ""), "decimal"),
        prefix=item.get(STYLE + "num-prefix", ""),
        suffix=item.get(STYLE + "num-suffix", ""),
        shown=min(_whole(item, "display-levels", 1), 10),
        start=_whole(item, "start-value", 1),
        template=template if item.get(STYLE + "num-format") else "",
    )


def _whole(element: Element, name: str, default: int) -> int:
    text = element.get(TEXT + name, "")
    return int(text) if text.isdigit() and len(text) < 7 else default
