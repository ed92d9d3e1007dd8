"""PDF to blocks. PDFium (by pypdfium2) tells characters and their places; layout is found again from the places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.errors import SourceError
from minutes_cli.source.blocks import Block, Cell, Part, Table, plain
from minutes_cli.source.pdf_aligned import find_aligned
from minutes_cli.source.pdf_beside import attach_notes, is_between, level_entries
from minutes_cli.source.pdf_blocks import to_blocks
from minutes_cli.source.pdf_columns import part_columns, part_margin
from minutes_cli.source.pdf_furniture import without_furniture
from minutes_cli.source.pdf_grid import Grid, GridCell, find_grids
from minutes_cli.source.pdf_lines import Line, gather_lines, split_segments
from minutes_cli.source.pdf_measure import Measure
from minutes_cli.source.pdf_open import read_pages
from minutes_cli.source.pdf_paragraphs import Paragraph, join_lines
from minutes_cli.source.pdf_words import Page


def read_pdf(data: bytes, path: str) -> list[Part]:
    """The blocks of a PDF; raises :class:`SourceError` if it is scanned, encrypted, damaged or beyond all bounds."""
    pages = list(read_pages(data, path))
    if not any(page.words for page in pages):
        raise SourceError(
            f"{path}: has no text, only pictures of pages; run OCR on it first, for example: ocrmypdf IN.pdf OUT.pdf"
        )
    grids: list[list[Grid]] = []
    lines: list[list[Line]] = []
    for number, page in enumerate(pages):
        found, loose = find_grids(page.rules, page.words, number)
        grids.append(found)
        lines.append(gather_lines(loose, number))
    lines = without_furniture(lines, [page.height for page in pages])
    return list(_Composer(pages, grids, lines).compose())


class _Composer:
    """Puts lines and ruled tables of all pages in order and joins what page breaks parted."""

    def __init__(self, pages: Sequence[Page], grids: list[list[Grid]], lines: list[list[Line]]) -> None:
        self.grids = grids
        self.lines = lines
        self.cells = {
            id(cell): gather_lines(cell.words, grid.page)
            for found in grids
            for grid in found
            for row in grid.rows
            for cell in row
            if cell is not None
        }
        inside = [line for cell in self.cells.values() for line in cell]
        loose = [line for page in lines for line in page]
        self.measure = Measure.of(loose if len(loose) > 8 else loose + inside)
        self.vocabulary = frozenset(
            word.text.strip(".,;:()\"'“”‘’?!").lower() for page in pages for word in page.words if len(word.text) > 1
        )

    def compose(self) -> Iterator[Part]:
        text, notes = part_margin([line for page in self.lines for line in page], self.measure)
        pending: list[Line] = []
        table: Table | None = None
        columns: tuple[float, ...] = ()
        for number in range(len(self.lines)):
            here = [line for line in text if line.page == number]
            items: list[Line | Grid] = [*here, *self.grids[number]]
            for item in sorted(items, key=lambda item: item.top):
                if isinstance(item, Line):
                    if table is not None:
                        yield table
                        table = None
                    pending.append(item)
                    continue
                head = self.head_of(item, pending)
                yield from self.flow(pending[: len(pending) - len(head)], notes)
                pending = []
                read = self.read_grid(item)
                read = Table((*map(tuple, head), *read.rows)) if head else read
                if table is not None and _same_columns(columns, item.columns):
                    table = _continued(table, read)
                else:
                    if table is not None:
                        yield table
                    table = read
                columns = item.columns
        if table is not None:
            yield table
        yield from self.flow(pending, notes)

    def flow(self, lines: Sequence[Line], notes: Sequence[Line]) -> Iterator[Part]:
        """Lines between ruled tables, over pages: as paragraphs, columns and tables without rules."""
        if not lines:
            return
        right = max(self.measure.right if not notes else 0.0, *_rights(lines))
        left = self.measure.left
        run: list[Line] = []
        for page in _by_page(lines):
            for piece in part_columns(page, self.measure):
                whole = piece.right is None
                for part in find_aligned(piece.lines, self.measure) if whole else [list(piece.lines)]:
                    if isinstance(part, Table):
                        yield from self.paragraphs(run, right, left, notes)
                        run = []
                        yield part
                    elif whole:
                        run.extend(part)
                    else:
                        yield from self.paragraphs(run, right, left, notes)
                        run = []
                        edge = max(piece.right or 0.0, *(line.right for line in part))
                        yield from self.paragraphs(part, edge, min(line.left for line in part), ())
        yield from self.paragraphs(run, right, left, notes)

    def paragraphs(self, lines: Sequence[Line], right: float, left: float, notes: Sequence[Line]) -> Iterator[Part]:
        """Lines as paragraphs, each followed by the notes that stand beside it in the right margin."""
        if not lines:
            return
        paragraphs = join_lines(lines, self.measure, right, left)
        if notes:
            edges = lines[0], lines[-1]
            attach_notes(paragraphs, [note for note in notes if is_between(note, *edges)])
        yield from to_blocks(paragraphs, self.measure, self.vocabulary)

    def head_of(self, grid: Grid, lines: Sequence[Line]) -> list[list[Cell]]:
        """The line above a ruled table as its first row, if its words stand over several of the columns."""
        if not lines or lines[-1].page != grid.page or grid.top - lines[-1].base > 1.2 * lines[-1].size:
            return []
        segments = split_segments(lines[-1])
        row: list[Cell] = [()] * (len(grid.columns) - 1)
        for segment in segments:
            column = sum(edge < segment[0].left + segment[0].size / 2 for edge in grid.columns) - 1
            if not 0 <= column < len(row) or row[column] or len(segments) < 2:
                return []
            row[column] = (Block(" ".join(word.text for word in segment)),)
        return [row]

    def read_grid(self, grid: Grid) -> Table:
        """The cells of a ruled table as blocks; what stands in the last column keeps its height in the row."""
        rows: list[tuple[Cell, ...]] = []
        for row in grid.rows:
            paragraphs = [self.read_cell(cell) if cell is not None else [] for cell in row]
            cells = [self.to_cell(found) for found in paragraphs]
            longest = max(paragraphs, key=len)
            if len(longest) > 1 and paragraphs[-1] and paragraphs[-1] is not longest:
                cells[-1] = level_entries(paragraphs[-1], longest)
            rows.append(tuple(cells))
        return Table(tuple(rows))

    def read_cell(self, cell: GridCell) -> list[Paragraph]:
        lines = self.cells.get(id(cell), [])
        if not lines:
            return []
        right = max(cell.right - 0.7 * self.measure.size, *(line.right for line in lines))
        return join_lines(lines, self.measure, right, min(line.left for line in lines), typed=False)

    def to_cell(self, paragraphs: Sequence[Paragraph]) -> Cell:
        blocks = to_blocks(paragraphs, self.measure, self.vocabulary)
        return tuple(replace(block, level=0) for block in blocks)


def _rights(lines: Sequence[Line]) -> list[float]:
    """The right edges that matter: a few lines that stick out are no measure for the others."""
    rights = sorted(line.right for line in lines)
    return [rights[min(len(rights) * 19 // 20, len(rights) - 1)]]


def _by_page(lines: Sequence[Line]) -> Iterator[list[Line]]:
    for number in sorted({line.page for line in lines}):
        yield [line for line in lines if line.page == number]


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 5 for a, b in zip(one, other, strict=True))


def _continued(table: Table, more: Table) -> Table:
    """A table that goes on over the page: its head is not repeated, and a row that was cut is made whole."""
    rows = more.rows[1:] if table.rows and more.rows[0] == table.rows[0] else more.rows
    if rows and table.rows and len(rows[0]) > 1 and not rows[0][0] and any(rows[0]) and table.rows[-1][0]:
        upper, lower = table.rows[-1], rows[0]
        joined = [_join_cells(one, other) for one, other in zip(upper, lower, strict=True)]
        if upper[-1] or lower[-1]:
            # What stands in the last column stays beside the same paragraphs.
            height = len(max(joined[:-1], key=len)) - len(max(lower[:-1], key=len))
            joined[-1] = upper[-1] + (Block(""),) * (height - len(upper[-1])) + lower[-1]
        return Table((*table.rows[:-1], tuple(joined), *rows[1:]))
    return Table((*table.rows, *rows))


def _join_cells(one: Cell, other: Cell) -> Cell:
    if not one or not other:
        return one + other
    last, first = one[-1], other[0]
    if isinstance(last, Block) and isinstance(first, Block) and not first.marker and plain(first.text)[:1].islower():
        return (*one[:-1], replace(last, text=f"{last.text} {plain(first.text)}"), *other[1:])
    return one + other
