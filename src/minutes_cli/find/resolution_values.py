"""Labels that have their value in the next line or cell: "MOVER:" over "Ann Vole"."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.rules.match import Rules

_LABEL = 60  # characters of a label with its mark-up


def labels_with_values(document: Document, rules: Rules) -> dict[int, int]:
    """The blocks that are a label such as "MOVER:" alone and have its value in the next line or cell.

    Each comes with the index of the last block of its value: a list of names goes on behind a comma.
    """
    labels = rules.words("value_label")
    bare: set[int] = set()
    for index, block in enumerate(document.blocks):
        words = block.words.strip(" *") if block.end - block.body < _LABEL else ""
        headed = words.endswith((":", "d by")) or (block.cell is not None and block.cell.column == 0)
        if headed and words.rstrip(": ").lower() in labels:
            bare.add(index)
    found: dict[int, int] = {}
    for index in bare:
        if index - 1 in bare or index + 1 in bare or index + 1 >= len(document.blocks):
            continue
        block, value = document.blocks[index], document.blocks[index + 1]
        same = document.places[index] == document.places[index + 1]
        row = block.cell is None or (value.cell is not None and value.cell.row == block.cell.row)
        if same and row:
            found[index] = _last_of_list(document, index + 1, bare)
    return found


def _last_of_list(document: Document, index: int, bare: set[int]) -> int:
    """The last block of a list of names that is broken over lines behind its commas."""
    while document.blocks[index].words.rstrip().endswith(",") and index + 1 < len(document.blocks):
        if index + 1 in bare or document.places[index + 1] != document.places[index]:
            break
        index += 1
    return index
