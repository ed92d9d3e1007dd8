"""OpenDocument texts to blocks: the text as it stands (changes accepted), with the numbers that are generated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_cli.errors import SourceError
from minutes_cli.patterns import lazy
from minutes_cli.source import limits
from minutes_cli.source.blocks import Block, Cell, Part, Run, Table, mark_bold
from minutes_cli.source.glyphs import SYMBOLS
from minutes_cli.source.odt_lists import OdtLists
from minutes_cli.source.odt_styles import DRAW, OFFICE, TABLE, TEXT, OdtStyle, OdtStyles
from minutes_cli.source.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACES = lazy(r"[ \t\r\n]+")
_SKIPPED = frozenset(
    [
        TEXT + name
        for name in ("tracked-changes", "table-of-content", "alphabetical-index", "sequence-decls", "ruby-text")
    ]
    + [TEXT + name for name in ("illustration-index", "user-index", "table-index", "bibliography", "hidden-text")]
    + [OFFICE + "annotation", OFFICE + "annotation-end", OFFICE + "forms"]
)
_GAP = 3.0
"""Points between paragraphs from which on readers see a gap."""


def read_odt(package: Package) -> list[Part]:
    """The blocks of a text, with text boxes after their paragraphs and notes at the end."""
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise SourceError(f"{package.path}: is encrypted; save a copy without a password")
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if body is None:
        raise package.damaged()
    reader = _Reader(package, OdtStyles([content, styles]), OdtLists([content, styles]))
    return [*reader.read_container(body, 0), *reader.notes]


class _Reader:
    def __init__(self, package: Package, styles: OdtStyles, lists: OdtLists) -> None:
        self.package = package
        self.tables = 0
        self.styles = styles
        self.lists = lists
        self.notes: list[Block] = []
        self.boxes: list[Element] = []
        self.before: tuple[str, OdtStyle] | None = None

    def read_container(self, parent: Element, depth: int) -> Iterator[Part]:
        """The blocks of the body, a section, a cell or a text box."""
        if depth > limits.MARKUP_DEPTH:
            return
        for element in parent:
            tag = element.tag
            if tag in _SKIPPED:
                continue
            if tag in (TEXT + "p", TEXT + "h"):
                yield from self.read_paragraph(element, self.marker_of_outline(element), 0, depth)
            elif tag == TEXT + "list":
                yield from self.read_list(element, "", "", 1, depth + 1)
            elif tag == TABLE + "table":
                self.before = None
                yield self.read_table(element, depth + 1)
                self.before = None
            elif tag == DRAW + "frame":
                for box in element.iterchildren(DRAW + "text-box"):
                    yield from self.read_container(box, depth + 1)
            else:
                yield from self.read_container(element, depth + 1)

    def marker_of_outline(self, element: Element) -> str:
        if element.tag != TEXT + "h" or not "".join(element.itertext()).strip():
            return ""
        if element.get(TEXT + "is-list-header") == "true":
            return ""
        return self.lists.next_marker("", "", _whole(element.get(TEXT + "outline-level")) or 1, None)

    def read_list(self, element: Element, name: str, key: str, level: int, depth: int) -> Iterator[Part]:
        """A list's entries; a list inside an entry is one level deeper in the same count."""
        if depth > limits.MARKUP_DEPTH:
            return
        name = element.get(TEXT + "style-name", name)
        if level == 1:
            key = element.get("{http://www.w3.org/XML/1998/namespace}id", f"list {id(element)}")
            before = element.get(TEXT + "continue-list")
            if before is None and element.get(TEXT + "continue-numbering") == "true":
                before = f"style {name}"
            if before is None:
                self.lists.begin(key)
            else:
                self.lists.follow(key, before)
            self.lists.follow(f"style {name}", key)
        for item in element:
            fresh = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag in (TEXT + "p", TEXT + "h"):
                    marker = ""
                    if fresh and "".join(child.itertext()).strip():
                        start = _whole(item.get(TEXT + "start-value"))
                        marker = self.lists.next_marker(name, key, level, start)
                        fresh = False
                    yield from self.read_paragraph(child, marker, level - 1, depth)
                elif child.tag == TEXT + "list":
                    yield from self.read_list(child, name, key, level + 1, depth + 1)
                elif child.tag not in _SKIPPED:
                    yield from self.read_container(item, depth + 1) if child.tag == TABLE + "table" else ()

    def read_paragraph(self, element: Element, marker: str, list_depth: int, depth: int) -> Iterator[Part]:
        name = element.get(TEXT + "style-name", "")
        style = self.styles.get("paragraph", name)
        runs = list(_without_doubled_spaces(self.read_runs(element, bool(style.bold), 0)))
        words = "".join(run.text for run in runs)
        level = _whole(element.get(TEXT + "outline-level")) or 1 if element.tag == TEXT + "h" else int(style.title)
        tight = self.is_tight(name, style)
        self.before = (name, style)
        if style.hidden:
            return
        text = words if level else mark_bold(runs)
        yield Block(text.strip("\n"), min(level, 6), marker, list_depth, tight)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self.read_container(box, depth + 1)

    def is_tight(self, name: str, style: OdtStyle) -> bool:
        if self.before is None:
            return False
        before_name, before = self.before
        if before.contextual and style.contextual and before_name == name:
            return True
        return max(before.after, style.before) < _GAP

    def read_runs(self, parent: Element, bold: bool, depth: int) -> Iterator[Run]:
        """The characters inside a paragraph; notes and text boxes are set aside."""
        yield Run(_SPACES.sub(" ", parent.text or ""), bold)
        for element in parent if depth < limits.MARKUP_DEPTH else ():
            tag = element.tag
            if tag == TEXT + "s":
                yield Run("\v" * min(_whole(element.get(TEXT + "c")) or 1, 500), bold)
            elif tag == TEXT + "tab":
                yield Run("\t", bold)
            elif tag == TEXT + "line-break":
                yield Run("\n", bold)
            elif tag == TEXT + "note":
                yield Run(self.keep_note(element), False)
            elif tag == DRAW + "frame":
                self.boxes.extend(element.iterchildren(DRAW + "text-box"))
            elif tag not in _SKIPPED:
                style = self.styles.get("text", element.get(TEXT + "style-name")) if tag == TEXT + "span" else None
                if style is None or not style.hidden:
                    yield from self.read_runs(
                        element, bold if style is None or style.bold is None else style.bold, depth + 1
                    )
            yield Run(_SPACES.sub(" ", element.tail or ""), bold)

    def keep_note(self, note: Element) -> str:
        body = note.find(TEXT + "note-body")
        words = " ".join("".join(body.itertext()).split()) if body is not None else ""
        number = len(self.notes) + 1
        self.notes.append(Block(f"[{number}] {words}"))
        return f"[{number}]"

    def read_table(self, table: Element, depth: int) -> Table:
        self.tables += 1
        self.package.check_depth(self.tables)
        rows: list[tuple[Cell, ...]] = []
        header = False
        for row, heads in _rows(table):
            cells: list[Cell] = []
            for cell in row:
                repeated = min(_whole(cell.get(TABLE + "number-columns-repeated")) or 1, 60)
                if cell.tag == TABLE + "table-cell":
                    self.before = None
                    cells.extend([tuple(self.read_container(cell, depth))] * repeated)
                elif cell.tag == TABLE + "covered-table-cell":
                    cells.extend([()] * repeated)
            header = header or (heads and not rows)
            rows.append(tuple(cells[:100]))
        self.tables -= 1
        return Table(tuple(rows), header)


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for element in table:
        if element.tag == TABLE + "table-row":
            yield element, False
        elif element.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            for row, heads in _rows(element):
                yield row, heads or element.tag == TABLE + "table-header-rows"


def _without_doubled_spaces(runs: Iterator[Run]) -> Iterator[Run]:
    """White space that meets across elements is one space; ``text:s`` (here a vertical tab) adds to it."""
    ends_white = True
    for run in runs:
        text = run.text[1:] if ends_white and run.text[:1] == " " else run.text
        if text:
            ends_white = text[-1] in " \n"
            yield Run(text.replace("\v", " ").translate(SYMBOLS), run.bold)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() and len(text) < 8 else None
