"""Word documents to blocks: the accepted text in reading order, with the numbers that Word generates.

The parts of the package are walked as XML, with lxml. The libraries made for DOCX were compared (docs/formats.md):
none gives generated numbers, text boxes, footnotes, content controls and accepted changes together, and each opens
the whole package, pictures included.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_cli.source import limits
from minutes_cli.source.blocks import Block, Cell, Part, Run, Table, mark_bold
from minutes_cli.source.docx_numbering import Numbering
from minutes_cli.source.docx_styles import Style, Styles, W, refine_paragraph, switched, value, whole
from minutes_cli.source.glyphs import SYMBOLS, symbol
from minutes_cli.source.package import Package, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_GONE = frozenset(W + name for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "instrText", "delText"))
_FRAMES = frozenset((W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"))
_BREAKS = {W + "cr": "\n", W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_GAP = 60
"""Twentieths of a point between paragraphs from which on readers see a gap."""


def read_docx(package: Package) -> list[Part]:
    """The blocks of a document: its body, with text boxes after their paragraphs and footnotes at the end."""
    main = _main_part(package)
    root = _xml(package, main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise package.damaged()
    folder = posixpath.dirname(main)
    reader = _Reader(
        package, Styles(_xml(package, f"{folder}/styles.xml")), Numbering(_xml(package, f"{folder}/numbering.xml"))
    )
    parts = list(reader.read_container(body, 0))
    for kind in ("footnote", "endnote"):
        notes = _xml(package, f"{folder}/{kind}s.xml") if reader.notes[kind] else None
        for note in notes if notes is not None else ():
            number = reader.notes[kind].get(note.get(W + "id", ""))
            if number is not None:
                text = " ".join(block.text for block in reader.read_container(note, 0) if isinstance(block, Block))
                parts.append(Block(f"[{number}] {text.strip()}"))
    return parts


def _xml(package: Package, member: str) -> Element | None:
    """A part's root; documents in the strict dialect have another namespace for the same elements."""
    data = package.read(member)
    return None if data is None else parse_xml(data.replace(_STRICT, W[1:-1].encode()), package)


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for relation in relations.iterchildren(_RELATIONS) if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            name = posixpath.normpath(relation.get("Target", "").lstrip("/"))
            if name in package:
                return name
    return "word/document.xml"


class _Reader:
    def __init__(self, package: Package, styles: Styles, numbering: Numbering) -> None:
        self.package = package
        self.styles = styles
        self.numbering = numbering
        self.notes: dict[str, dict[str, str]] = {"footnote": {}, "endnote": {}}
        self.boxes: list[Element] = []
        self.carried: list[Run] = []

    def read_container(self, parent: Element, depth: int) -> Iterator[Part]:
        """The blocks of a body, a cell, a text box or a note."""
        self.package.check_depth(depth)
        before: Style | None = None
        for element in _content(parent):
            if element.tag == W + "tbl":
                yield self.read_table(element, depth + 1)
                before = None
            elif element.tag == W + "p":
                style = self.style_of(element)
                if style.name.startswith("toc "):
                    continue
                block = self.read_paragraph(element, style, before)
                if block is not None:
                    yield block
                    before = style
                boxes, self.boxes = self.boxes, []
                for box in boxes:
                    yield from self.read_container(box, depth + 1)

    def style_of(self, paragraph: Element) -> Style:
        properties = paragraph.find(W + "pPr")
        return refine_paragraph(self.styles.get(value(properties, "pStyle")), properties)

    def read_paragraph(self, paragraph: Element, style: Style, before: Style | None) -> Block | None:
        """One paragraph, or ``None`` where its end was deleted: then it goes on in the next."""
        runs = [*self.carried, *self.read_runs(paragraph, bool(style.bold), 0)]
        self.carried = []
        properties = paragraph.find(W + "pPr")
        mark = properties.find(W + "rPr") if properties is not None else None
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            self.carried = runs
            return None
        words = "".join(run.text for run in runs)
        marker, level, depth = "", style.level if style.level < 9 else 0, 0
        if style.numbering is not None and (words.strip() or not self.boxes) and words.strip():
            depth = style.numbering[1]
            marker = self.numbering.next_marker(*style.numbering)
        text = words if level else mark_bold(runs)
        return Block(text.strip("\n"), min(level, 6), marker, depth, tight=_is_tight(before, style))

    def read_runs(self, parent: Element, bold: bool, depth: int) -> Iterator[Run]:
        """The characters inside a paragraph (links, fields, insertions and content controls go on inside)."""
        for element in parent:
            tag = element.tag
            if tag in _GONE or depth > limits.MARKUP_DEPTH:
                continue
            if tag == W + "r":
                yield from self.read_run(element, bold)
            elif tag == W + "p":
                continue
            elif tag == _MC + "AlternateContent":
                self.keep_boxes(element)
            elif str(tag).endswith("}t"):
                yield Run(element.text or "", bold)
            else:
                yield from self.read_runs(element, bold, depth + 1)

    def read_run(self, run: Element, bold: bool) -> Iterator[Run]:
        properties = run.find(W + "rPr")
        if switched(properties, "vanish"):
            return
        own = switched(properties, "b")
        if own is None:
            own = self.styles.character_bold(value(properties, "rStyle"))
        bold = bold if own is None else own
        for element in run:
            tag = element.tag
            if tag == W + "t":
                yield Run((element.text or "").translate(SYMBOLS), bold)
            elif tag in _BREAKS:
                yield Run(_BREAKS[tag], bold)
            elif tag == W + "br":
                yield Run("\n" if element.get(W + "type", "textWrapping") == "textWrapping" else " ", bold)
            elif tag == W + "sym":
                yield Run(_read_symbol(element), bold)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                yield Run(self.keep_note(element), False)
            elif tag in _FRAMES:
                self.keep_boxes(element)

    def keep_note(self, reference: Element) -> str:
        """The mark of a note, numbered as they come; its text goes to the end."""
        notes = self.notes["footnote" if reference.tag == W + "footnoteReference" else "endnote"]
        total = sum(map(len, self.notes.values()))
        number = notes.setdefault(reference.get(W + "id", ""), str(total + 1))
        return f"[{number}]"

    def keep_boxes(self, frame: Element) -> None:
        """Text boxes stand twice in a file, for newer and older programs: take them once."""
        choice = frame.find(_MC + "Choice")
        boxes = list((choice if choice is not None else frame).iter(W + "txbxContent"))
        if not boxes:
            boxes = list(frame.iter(W + "txbxContent"))
        self.boxes.extend(box for box in boxes if not any(True for _ in box.iterancestors(W + "txbxContent")))

    def read_table(self, table: Element, depth: int) -> Table:
        """A table; cells merged into others are empty, so that columns stay columns."""
        rows: list[tuple[Cell, ...]] = []
        header = False
        for row in _children(table, "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            header = header or (not rows and bool(switched(properties, "tblHeader")))
            cells: list[Cell] = [()] * min(whole(value(properties, "gridBefore")) or 0, 60)
            for cell in _children(row, "tc"):
                about = cell.find(W + "tcPr")
                merged = value(about, "vMerge") in ("", "continue")
                if about is not None and about.find(W + "cellDel") is not None:
                    continue
                cells.append(() if merged else tuple(self.read_container(cell, depth)))
                cells.extend([()] * (min(whole(value(about, "gridSpan")) or 1, 60) - 1))
            rows.append(tuple(cells))
        return Table(tuple(rows), header)


def _content(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, also those inside content controls, insertions and other wrappers."""
    for element in parent:
        if element.tag in (W + "p", W + "tbl"):
            yield element
        elif element.tag == _MC + "AlternateContent":
            choice = element.find(_MC + "Choice")
            yield from _content(choice if choice is not None else element)
        elif element.tag not in _GONE and element.tag != W + "sectPr":
            yield from _content(element)


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Rows or cells, also those inside content controls."""
    for element in parent:
        if element.tag == W + name:
            yield element
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"):
            yield from _children(element, name)


def _is_tight(before: Style | None, style: Style) -> bool:
    if before is None:
        return False
    if before.contextual and style.contextual and before.name == style.name:
        return True
    return max(before.after, style.before) < _GAP


def _read_symbol(element: Element) -> str:
    try:
        return symbol(int(element.get(W + "char", ""), 16))
    except ValueError:
        return ""
