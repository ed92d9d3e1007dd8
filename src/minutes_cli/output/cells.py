"""A cell as one line of plain text."""

from __future__ import annotations

from minutes_cli.output.rows import Cell

FORMULA_HEADS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Characters (and their full-width forms) at a cell's head that make a spreadsheet run it as a formula."""


def cell_text(cell: Cell) -> str:
    """A cell's words: lists joined by "; ", white space folded, control characters dropped, absent as empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
    folded = " ".join(text.split())
    return folded if folded.isprintable() else "".join(char for char in folded if not is_control(char))


def is_control(char: str) -> bool:
    """Whether the character is a C0 or C1 control, which terminals act on and XML can't hold."""
    return char < " " or "\x7f" <= char <= "\x9f"


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it; a lone dash is only a dash."""
    return f"'{text}" if text.startswith(FORMULA_HEADS) and text != "-" else text
