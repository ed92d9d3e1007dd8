"""Blocks to text: the plain lines with light Markdown marks that offsets count in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_cli.errors import SourceError
from minutes_cli.patterns import lazy
from minutes_cli.source import limits
from minutes_cli.source.blocks import Block, Part, Table, plain
from minutes_cli.source.tables import unfold

_BLANKS = lazy(r"[ \t]+\n")
_DECIMAL = lazy(r"\d+\.\d")
_INDENT = 2
"""Spaces at a line's start that are meant; one is a slip."""
_MANY_NEWLINES = lazy(r"\n{3,}")


def render(parts: Sequence[Part], path: str) -> str:
    """The text of ``parts``; raises :class:`SourceError` when it grows beyond all measure."""
    pieces: list[str] = []
    size = 0
    before: Part | None = None
    gap = False
    for part in unfold(parts):
        text = render_table(part) if isinstance(part, Table) else render_block(part)
        if not text.strip():
            gap = True
            continue
        if before is not None:
            pieces.append("\n" if not gap and _belong_together(before, part) else "\n\n")
        pieces.append(text)
        before, gap = part, False
        size += len(text)
        if size > limits.CONVERTED_CHARS:
            raise SourceError(f"{path}: its text is too long ({limits.CONVERTED_CHARS:,} characters); split it")
    text = _BLANKS.sub("\n", "".join(pieces))
    return _MANY_NEWLINES.sub("\n\n", text).strip("\n") + "\n" if pieces else ""


def _belong_together(first: Part, second: Part) -> bool:
    """Whether two blocks stand on lines that follow one another, without an empty line between."""
    if isinstance(first, Table) or isinstance(second, Table) or first.level or second.level:
        return False
    return second.tight


def render_block(block: Block) -> str:
    """One block as lines without a final newline."""
    text = block.text.strip("\n").rstrip(" ")
    if "\n" not in text and len(text) - len(text.lstrip(" ")) < _INDENT:
        text = text.lstrip(" ")
    if block.level:
        words = " ".join(plain(text).split("\n")).strip()
        number = f"{block.marker} " if block.marker else ""
        return f"{'#' * min(block.level, 6)} {number}{words}" if words else ""
    if not block.marker:
        return text
    text = text.lstrip(" ")
    if text.startswith("**") and text.endswith("**") and "\n" not in text and block.marker[0] not in "-*":
        # A numbered line that is bold throughout reads as one: the number is part of the heading.
        return f"**{block.marker} {text[2:]}"
    # "2.1" shows its depth by itself, and starts its line as it would in a typed document.
    indent = "" if _DECIMAL.match(block.marker) else "  " * block.depth
    return f"{indent}{block.marker} " + text.replace("\n", "\n" + indent + " " * (len(block.marker) + 1))


def render_table(table: Table) -> str:
    """A row a line, with a rule after the first."""
    width = max((len(row) for row in table.rows), default=0)
    lines: list[str] = []
    for row in table.rows:
        cells = [_cell_text(cell) for cell in row] + [""] * (width - len(row))
        if any(cells):
            lines.append("| " + " | ".join(cells) + " |")
    if lines:
        lines.insert(1, "|" + "---|" * width)
    return "\n".join(lines)


def _cell_text(parts: Iterable[Part]) -> str:
    pieces: list[str] = []
    for part in parts:
        if isinstance(part, Table):
            pieces.extend(_cell_text(cell) for row in part.rows for cell in row)
            continue
        text = part.text.strip()
        if text and part.marker:
            text = f"{part.marker} {text}"
        elif text and part.level:
            text = mark_bold_line(text)
        pieces.extend(" ".join(line.split()) for line in text.split("\n"))
    return "<br>".join(piece for piece in pieces if piece).replace("|", "\\|")


def mark_bold_line(text: str) -> str:
    """``text`` with bold marks around it, once."""
    return text if "**" in text else f"**{text}**"
