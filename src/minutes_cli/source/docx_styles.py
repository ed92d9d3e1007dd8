"""Styles of a Word document: what a paragraph inherits (heading level, numbering, boldness, spacing)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_cli.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = lazy(r"heading (\d)$")


def value(parent: Element | None, name: str, attribute: str = "val") -> str | None:
    """``w:val`` of a child of ``parent``; ``None`` without the child, ``""`` without the attribute."""
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else str(child.get(W + attribute, ""))


def switched(parent: Element | None, name: str) -> bool | None:
    """Whether an on/off property such as ``w:b`` is on; ``None`` where nothing is said."""
    text = value(parent, name)
    return None if text is None else text not in ("0", "false", "off")


def whole(text: str | None) -> int | None:
    """A number as Word writes it, if it is one."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    level: int = 0
    numbering: tuple[str, int] | None = None
    bold: bool | None = None
    before: int = 0
    after: int = 0
    contextual: bool = False


class Styles:
    """All styles of a document, resolved when first asked for."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._base = Style()
        self.default = ""
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        self._base = _refine(Style(), "", defaults, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterchildren(W + "style"):
            identity = element.get(W + "styleId", "")
            self._elements[identity] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true"):
                self.default = identity

    def get(self, identity: str | None, seen: frozenset[str] = frozenset()) -> Style:
        """The style of that id (of the default paragraph style without one); loops of styles end."""
        identity = identity or self.default
        if identity not in self._resolved:
            element = self._elements.get(identity)
            if element is None or identity in seen or len(seen) > 40:
                return self._base
            parent = value(element, "basedOn")
            base = self.get(parent, seen | {identity}) if parent else self._base
            name = (value(element, "name") or "").lower()
            self._resolved[identity] = _refine(base, name, element.find(W + "pPr"), element.find(W + "rPr"))
        return self._resolved[identity]

    def character_bold(self, identity: str | None) -> bool | None:
        """What a character style says about boldness."""
        return self.get(identity).bold if identity in self._elements else None


def _refine(base: Style, name: str, paragraph: Element | None, run: Element | None) -> Style:
    heading = _HEADING.match(name)
    level = base.level
    outline = whole(value(paragraph, "outlineLvl"))
    if heading:
        level = int(heading[1])
    elif name == "title":
        level = 1
    elif outline is not None:
        level = outline + 1 if outline < 9 else 0
    bold = switched(run, "b")
    contextual = switched(paragraph, "contextualSpacing")
    return Style(
        name=name,
        level=level,
        numbering=numbering_of(paragraph, base.numbering),
        bold=base.bold if bold is None else bold,
        before=_spacing(paragraph, "before", base.before),
        after=_spacing(paragraph, "after", base.after),
        contextual=base.contextual if contextual is None else contextual,
    )


def numbering_of(paragraph: Element | None, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    """The list and the level that a paragraph's properties name, else the inherited ones."""
    properties = paragraph.find(W + "numPr") if paragraph is not None else None
    if properties is None:
        return inherited
    identity = value(properties, "numId") or (inherited[0] if inherited else "")
    level = whole(value(properties, "ilvl"))
    if level is None:
        level = inherited[1] if inherited else 0
    return (identity, max(0, min(level, 8))) if identity else None


def _spacing(paragraph: Element | None, side: str, inherited: int) -> int:
    """Space in twentieths of a point."""
    element = paragraph.find(W + "spacing") if paragraph is not None else None
    if element is None:
        return inherited
    if element.get(f"{W}{side}Autospacing") in ("1", "true", "on"):
        return 280
    found = whole(element.get(W + side))
    return inherited if found is None else found


def refine_paragraph(style: Style, paragraph: Element | None) -> Style:
    """``style`` with what the paragraph's own properties change."""
    return style if paragraph is None else _refine(style, style.name, paragraph, None)
