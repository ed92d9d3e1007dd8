"""Styles of an OpenDocument text: what a paragraph or some of its words inherit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_cli.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_NAMES}text:1.0}}"
TABLE = f"{{{_NAMES}table:1.0}}"
STYLE = f"{{{_NAMES}style:1.0}}"
OFFICE = f"{{{_NAMES}office:1.0}}"
DRAW = f"{{{_NAMES}drawing:1.0}}"
FO = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
_LENGTH = lazy(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)?$")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """A style with what it inherits; spaces in points."""

    title: bool = False
    bold: bool | None = None
    hidden: bool = False
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    list_style: str = ""


class OdtStyles:
    """Styles by family and name, resolved when first asked for."""

    def __init__(self, roots: Iterable[Element | None]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._resolved: dict[tuple[str, str], OdtStyle] = {}
        self._defaults: dict[str, OdtStyle] = {}
        for root in roots:
            for element in root.iter(STYLE + "style", STYLE + "default-style") if root is not None else ():
                family = element.get(STYLE + "family", "")
                if element.tag == STYLE + "style":
                    self._elements.setdefault((family, element.get(STYLE + "name", "")), element)
                else:
                    self._defaults[family] = _refine(OdtStyle(), element)

    def get(self, family: str, name: str | None, seen: frozenset[str] = frozenset()) -> OdtStyle:
        """The style of a family (``paragraph``, ``text``) by name; loops of styles end."""
        key = (family, name or "")
        if key not in self._resolved:
            element = self._elements.get(key)
            if element is None or key[1] in seen or len(seen) > 40:
                return self._defaults.get(family, OdtStyle())
            parent = self.get(family, element.get(STYLE + "parent-style-name"), seen | {key[1]})
            self._resolved[key] = _refine(parent, element)
        return self._resolved[key]


def _refine(base: OdtStyle, element: Element) -> OdtStyle:
    paragraph = element.find(STYLE + "paragraph-properties")
    text = element.find(STYLE + "text-properties")
    weight = text.get(FO + "font-weight") if text is not None else None
    contextual = paragraph.get(STYLE + "contextual-spacing") if paragraph is not None else None
    listed = element.get(STYLE + "list-style-name")
    return OdtStyle(
        title=base.title or element.get(STYLE + "name") == "Title",
        bold=base.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
        hidden=base.hidden or (text is not None and text.get(TEXT + "display") == "none"),
        before=_points(paragraph, "margin-top", base.before),
        after=_points(paragraph, "margin-bottom", base.after),
        contextual=base.contextual if contextual is None else contextual == "true",
        list_style=base.list_style if listed is None else listed,
    )


def _points(paragraph: Element | None, side: str, inherited: float) -> float:
    found = paragraph.get(FO + side, paragraph.get(FO + "margin")) if paragraph is not None else None
    length = _LENGTH.match(found) if found else None
    return float(length[1]) * _POINTS.get(length[2] or "pt", 1.0) if length else inherited
