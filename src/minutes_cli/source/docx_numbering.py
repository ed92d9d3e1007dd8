"""The numbers that Word generates: counted from ``numbering.xml``, since they stand nowhere in the text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_cli.patterns import lazy
from minutes_cli.source.docx_styles import W, switched, value, whole
from minutes_cli.source.numbers import write_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACE = lazy(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``template`` holds ``%1`` to ``%9`` for the numbers of the levels."""

    start: int
    style: str
    template: str
    legal: bool
    restart: int | None


class Numbering:
    """Counts the lists of one document, paragraph after paragraph."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._counted_with: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        abstracts = {item.get(W + "abstractNumId", ""): item for item in root.iterchildren(W + "abstractNum")}
        linked = {value(item, "styleLink"): item for item in abstracts.values() if value(item, "styleLink")}
        for item in root.iterchildren(W + "num"):
            identity = item.get(W + "numId", "")
            abstract = value(item, "abstractNumId") or ""
            element = abstracts.get(abstract)
            element = linked.get(value(element, "numStyleLink"), element)
            levels = _read_levels(element)
            restarts: dict[int, int] = {}
            for override in item.iterchildren(W + "lvlOverride"):
                at = whole(override.get(W + "ilvl")) or 0
                levels.update(_read_levels(override))
                start = whole(value(override, "startOverride"))
                if start is not None:
                    restarts[at] = start
            self._levels[identity] = levels
            self._counted_with[identity] = abstract
            self._restarts[identity] = restarts

    def next_marker(self, identity: str, depth: int) -> str:
        """The marker of the next paragraph in a list: "-" for a bullet, "" if the list shows none."""
        levels = self._levels.get(identity, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[self._counted_with[identity]]
        restart = self._restarts[identity].get(depth)
        if restart is not None and (identity, depth) not in self._begun:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((identity, depth))
        for deeper in [other for other in counts if other > depth]:
            after = levels[deeper].restart if deeper in levels else None
            if after is None or (after and depth < after):
                del counts[deeper]
        if level.style == "bullet":
            return "-"
        return _PLACE.sub(lambda place: self._number(counts, levels, int(place[1]) - 1, level.legal), level.template)

    @staticmethod
    def _number(counts: dict[int, int], levels: dict[int, Level], depth: int, legal: bool) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        # Legal numbering turns letters and romans into figures; "1.01" stays.
        style = "decimal" if legal and level.style != "decimalZero" else level.style
        return write_number(counts.setdefault(depth, level.start), style)


def _read_levels(parent: Element | None) -> dict[int, Level]:
    if parent is None:
        return {}
    return {
        whole(item.get(W + "ilvl")) or 0: Level(
            start=1 if (start := whole(value(item, "start"))) is None else start,
            style=value(item, "numFmt") or "decimal",
            template=(value(item, "lvlText") or "").strip(),
            legal=bool(switched(item, "isLgl")),
            restart=whole(value(item, "lvlRestart")),
        )
        for item in parent.iterchildren(W + "lvl")
    }
