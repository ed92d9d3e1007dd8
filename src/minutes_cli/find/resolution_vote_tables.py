"""Tables of votes that stand under a motion."""

from __future__ import annotations

from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lists import piped_votes, vote_table


def look_at_table(floor: Floor, index: int) -> None:
    """Take in the table of votes that stands under a motion."""
    unit = floor.units[index]
    if "|" in unit.text and unit.block is not None and floor.document.blocks[unit.block].cell is None:
        _look_at_lines(floor, index)
        return
    cell = floor.document.blocks[unit.block].cell if unit.block is not None else None
    motion = floor.open[-1]
    if cell is None or cell.column or cell.row > 1 or motion.scope != unit.scope:
        return
    text = vote_table(floor.document, cell.table)
    if text and text not in motion.tables:
        motion.tables.append(text)
        end = floor.document.layout.tables[cell.table].end
        motion.evidence.append((end, end))


def _look_at_lines(floor: Floor, index: int) -> None:
    unit = floor.units[index]
    following = floor.units[index + 1 : index + 3]
    numbers = next((other for other in following if other.text[:1].isdigit()), None)
    if numbers is not None and (text := piped_votes(unit.text, numbers.text)):
        floor.open[-1].tables.append(text)
        floor.open[-1].evidence.append((numbers.end, numbers.end))
