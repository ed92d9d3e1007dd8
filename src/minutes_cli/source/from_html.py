"""Web pages to blocks: headings, lists, tables and paragraphs, without what belongs to the site around them.

lxml (libxml2) parses what browsers accept. Nothing is fetched and nothing is run: the tree is only walked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_cli.errors import SourceError
from minutes_cli.patterns import lazy
from minutes_cli.source import limits
from minutes_cli.source.blocks import Block, Cell, Part, Run, Table, mark_bold
from minutes_cli.source.numbers import write_number
from minutes_cli.source.page_debris import is_debris, without_debris

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACES = lazy(r"[ \t\n\r\f]+")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table ul caption".split()
)
_BOLD = frozenset({"b", "strong"})
_LIST_STYLES = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_STYLE_WEIGHT = lazy(r"font-weight\s*:\s*(bold|bolder|normal|[1-9]00)", re.IGNORECASE)
_STYLE_LIST = lazy(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)


def read_html(page: str, path: str) -> list[Part]:
    """The blocks of a page; raises :class:`SourceError` when it is too large or holds nothing."""
    from lxml import etree, html

    if len(page) > limits.HTML_BYTES:
        raise SourceError(f"{path}: a page over {limits.HTML_BYTES // limits.MEBIBYTE} MiB; save only the minutes")
    if page.count("<") > 2 * limits.MARKUP_NODES:
        raise SourceError(f"{path}: a page of over {limits.MARKUP_NODES:,} elements; save only the minutes")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(page.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (ValueError, etree.ParserError, etree.XMLSyntaxError):
        raise SourceError(f"{path}: holds no page that can be read; save it again from the browser") from None
    without_debris(root)
    walker = _Walker()
    walker.walk(root, bold=False, depth=0)
    return walker.finish()


class _Walker:
    """Gathers runs until a block ends; one walker a table cell, so that cells hold blocks of their own."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.runs: list[Run] = []
        self.level = 0
        self.marker = ""
        self.lists = 0
        self.kept_space = 0

    def finish(self) -> list[Part]:
        self.flush()
        return self.parts

    def add(self, text: str | None, bold: bool) -> None:
        if not text:
            return
        if not self.kept_space:
            text = _SPACES.sub(" ", text)
            if text[0] == " " and (not self.runs or self.runs[-1].text.endswith((" ", "\n"))):
                text = text[1:]
        if text:
            self.runs.append(Run(text, bold))

    def flush(self) -> None:
        """End the block: what was gathered becomes one, if it has words."""
        runs, self.runs = self.runs, []
        text = mark_bold(runs) if not self.level else "".join(run.text for run in runs)
        text = "\n".join(line.rstrip(" \t") for line in text.split("\n")).strip("\n")
        if text.strip():
            text = text if self.kept_space else text.strip()
            first_entry = not self.parts or not isinstance(self.parts[-1], Block) or not self.parts[-1].marker
            tight = bool(self.marker) and not first_entry
            self.parts.append(Block(text, self.level, self.marker, max(self.lists - 1, 0), tight))
            self.marker = ""

    def walk(self, element: HtmlElement, bold: bool, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or is_debris(element):
            return
        if depth > limits.MARKUP_DEPTH:
            self.add(" ".join(element.itertext()), bold)
            return
        weight = _STYLE_WEIGHT.search(element.get("style", ""))
        if weight:
            bold = weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900")
        elif tag in _BOLD:
            bold = True
        if tag == "br":
            self.runs.append(Run("\n", bold))
        elif tag == "table":
            self.flush()
            last = self.parts[-1] if self.parts else None
            if isinstance(last, Block) and last.level and last.text.strip(" :").lower() in ("items", "agenda items"):
                self.parts.pop()  # the head of ModernGov's table of items says no more than the table itself
            self.parts.extend(_read_table(element, depth))
        elif tag in ("ol", "ul", "menu"):
            self.flush()
            self.lists += 1
            for child, marker in _entries(element):
                self.flush()
                self.marker = marker
                self.walk(child, bold, depth + 1)
                self.flush()
                self.marker = ""
            self.lists -= 1
        elif tag in ("dt", "dd"):
            self.walk_definition(element, bold, depth)
        elif tag in _BLOCKS:
            self.walk_block(element, bold, depth)
        else:
            self.walk_inside(element, bold, depth)

    def walk_block(self, element: HtmlElement, bold: bool, depth: int) -> None:
        tag = str(element.tag)
        self.flush()
        before = self.level
        self.level = _heading_level(element, before)
        self.kept_space += tag == "pre"
        count = len(self.parts)
        self.walk_inside(element, bold, depth)
        self.flush()
        if tag == "p" and len(self.parts) == count:
            self.parts.append(Block(""))  # pushes down what stands below it in a table's cell
        self.kept_space -= tag == "pre"
        self.level = before

    def walk_definition(self, element: HtmlElement, bold: bool, depth: int) -> None:
        """``<dt>Present<dd>A, B`` reads "Present: A, B"."""
        following = element.tag == "dd" and self.runs and self.runs[-1].text.endswith(": ")
        if not following:
            self.flush()
        self.walk_inside(element, bold, depth)
        after = element.getnext()
        if element.tag == "dt" and self.runs and after is not None and after.tag == "dd" and not _holds_blocks(after):
            words = "".join(run.text for run in self.runs).rstrip(" :.")
            self.runs = [Run(words, bold), Run(": ", bold)]
            return
        self.flush()

    def walk_inside(self, element: HtmlElement, bold: bool, depth: int) -> None:
        self.add(element.text, bold)
        for child in element:
            self.walk(child, bold, depth + 1)
            self.add(child.tail, bold)


def _holds_blocks(element: HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _heading_level(element: HtmlElement, around: int) -> int:
    """1 to 6 for a heading, else that of the element around.

    ModernGov, which some hundred councils use, writes the titles of agenda items as paragraphs of a class, and the
    labels "Minutes:" and "Decision:" inside an item as headings.
    """
    tag, names = str(element.tag), element.get("class", "")
    if "mgSubItemTitleTxt" in names:
        return 0
    if "mgAiTitleTxt" in names:
        return 3
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return int(tag[1])
    if element.get("role") == "heading":
        return min(max(_whole(element.get("aria-level")) or 2, 1), 6)
    return around


def _entries(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The children of a list with their markers."""
    children = [child for child in element if isinstance(child.tag, str)]
    css = _STYLE_LIST.search(element.get("style", ""))
    style = _LIST_STYLES.get(element.get("type", ""), _LIST_STYLES.get(css[1].lower() if css else "", "decimal"))
    step = -1 if element.get("reversed") is not None else 1
    number = _whole(element.get("start")) or (1 if step == 1 else len(children))
    for child in children:
        if child.tag != "li":
            yield child, ""
            continue
        value = _whole(child.get("value"))
        number = value if value is not None else number
        yield child, f"{write_number(number, style)}." if element.tag == "ol" else "-"
        number += step


def _whole(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip()) else None


def _read_table(table: HtmlElement, depth: int) -> Iterator[Part]:
    """A table's caption and its rows, merged cells filled with empty ones so that columns stay columns."""
    rows: list[tuple[Cell, ...]] = []
    hanging: dict[int, int] = {}
    header = False
    for row in _rows(table):
        cells: list[Cell] = []
        elements = [child for child in row if child.tag in ("td", "th")]
        header = header or (not rows and bool(elements) and all(child.tag == "th" for child in elements))
        for element in elements:
            while hanging.get(len(cells), 0):
                hanging[len(cells)] -= 1
                cells.append(())
            walker = _Walker()
            if not is_debris(element):
                walker.walk_inside(element, bold=False, depth=depth + 1)
            at, width = len(cells), min(_whole(element.get("colspan")) or 1, 100)
            cells.append(tuple(walker.finish()))
            cells.extend([()] * (width - 1))
            if (height := min(_whole(element.get("rowspan")) or 1, 1000)) > 1:
                hanging.update(dict.fromkeys(range(at, at + width), height - 1))
        rows.append(tuple(cells))
    for caption in table.iterchildren("caption"):
        yield Block(" ".join(" ".join(caption.itertext()).split()))
    yield Table(tuple(rows), header)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")
