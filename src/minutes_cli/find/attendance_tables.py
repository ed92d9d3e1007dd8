"""Tables of attendance: a row a person with a column that tells who came, or cells that are labels over names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.attendance_crosses import by_crosses
from minutes_cli.find.attendance_forms import AttendanceForms
from minutes_cli.find.attendance_grid import Grid, by_rows, cell_people, read_grid
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.find.attendance_matrix import in_matrix
from minutes_cli.find.attendance_shape import TASK
from minutes_cli.find.attendance_words import TableWords
from minutes_cli.find.listed import Listed, noted_status
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Person, Text

_FRONT = 15  # blocks; a table of names and offices so early is one of attendance
_SURNAME_FIRST = lazy(r"[A-Z][\w' -]+, (?:[A-Z][\w'.-]*)(?: [A-Z][\w'.-]*)?")
_TICK = lazy(r"[✓✔√☑✅]")


class AttendanceTables:
    """Finds the tables of attendance of a document."""

    def __init__(self, rules: Rules, labels: Labels, people: PeopleLists) -> None:
        self.rules = rules
        self.labels = labels
        self.people = people
        self.words = TableWords(rules)
        self.forms = AttendanceForms(rules, labels, people, self.words)

    def find(self, document: Document) -> tuple[list[Listed], frozenset[int]]:
        """The people in tables, and the blocks that those tables take up."""
        if not document.layout.tables:
            return [], frozenset()
        listed: list[Listed] = []
        taken: set[int] = set()
        rows: dict[int, dict[int, int]] = {}
        blocks: dict[int, list[int]] = {}
        for index, block in enumerate(document.blocks):
            if block.cell is not None:
                rows.setdefault(block.cell.table, {}).setdefault(block.cell.row, index)
                blocks.setdefault(block.cell.table, []).append(index)
        for number, placed_rows in rows.items():
            grid = read_grid(document, number, placed_rows)
            found = (
                list(in_matrix(self.rules, self.people, document, grid, self.words.marked))
                or list(by_crosses(self.people, self.labels, document, grid, self.words.kind))
                or list(self._by_columns(document, grid))
                or list(self.forms.find(document, grid))
                or list(self._without_header(document, grid))
            )
            if found:
                listed += found
                taken.update(blocks[number])
        return listed, frozenset(taken)

    def _by_columns(self, document: Document, grid: Grid) -> Iterator[Listed]:
        """A table with a column of names and one of presence, or of names and details below a heading of attendance."""
        head = next((row for row, cells in enumerate(grid.words) if any(cells)), 0)
        kinds = [self.words.kind(words) for words in grid.words[head]] if grid.words else []
        over = self._over(document, grid.blocks[head]) if grid.blocks else None
        if kinds[:1] == ["status"] and len(kinds) > 1 and set(kinds[1:]) <= {"role", "organisation", "initials"}:
            kinds[0] = "name"  # "PRESENT | ROLE | INITIALS"
            over = self.labels.of(grid.at(head, 0), heading=True) or over
        if "status" not in kinds and None in kinds and (dated := self._dated(grid, head, kinds)) is not None:
            kinds[dated] = "status"
        if kinds and kinds[0] is None and set(kinds[1:]) <= {"role", "organisation", "initials", "aside"}:
            heads = self.labels.of(grid.at(head, 0), heading=True)
            if heads is not None and not heads.role and len(kinds) > 1:
                kinds[0], over = "name", heads  # "Trustees present | Initials | Role"
        named = [column for column, kind in enumerate(kinds) if kind in ("given", "family", "name")]
        if any(kind is None and TASK.search(grid.at(head, column)) for column, kind in enumerate(kinds)):
            return
        marked = kinds.count("status") == 1 and self._are_marks(grid, head, kinds.index("status"))
        front = grid.blocks[head] < _FRONT and len(kinds) >= 2 and len(grid.words) - head >= 4
        if not named or not (marked or ((over is not None or front) and all(kinds))):
            return
        ticked = marked and self._ticks(grid, head, kinds.index("status"))
        if not marked and any(
            any(row[at : at + 1]) for row in grid.words[head + 1 :] for at in _places(kinds, "status")
        ):
            return  # "Attendees | Apologies" above two columns of names
        for row in range(head + 1, len(grid.words)):
            if sum(map(bool, grid.words[row])) == 1 and (label := self.labels.of(grid.at(row, 0), heading=True)):
                over = label  # "APOLOGIES:" on a row of its own
                continue
            person = self._row(document, grid, row, kinds)
            if person is None:
                continue
            status = over.status if over else "present"
            if marked:
                mark = grid.at(row, kinds.index("status"))
                crossed = ticked and mark.strip(" .").lower() in ("x", "×")
                status = "absent" if crossed else self.words.marked(mark) or status
            status = noted_status(person) or status
            rule = over.rule if over else "attendee.table"
            yield Listed(person, status, status, rule, grid.blocks[row])

    def _dated(self, grid: Grid, head: int, kinds: Sequence[str | None]) -> int | None:
        """The one column without a known header word that holds marks, as under the day of the meeting."""
        columns = [column for column, kind in enumerate(kinds) if kind is None]
        if len(columns) != 1 or "name" not in kinds or len(grid.words) - head < 3:
            return None
        cells = [grid.at(row, columns[0]) for row in range(head + 1, len(grid.words))]
        filled = [cell for cell in cells if cell]
        marked = len(filled) * 2 > len(cells) and all(self.words.marked(cell) for cell in filled)
        return columns[0] if marked and any(self.words.marked(cell) == "present" for cell in filled) else None

    def _are_marks(self, grid: Grid, head: int, column: int) -> bool:
        """Whether a column holds marks of who came rather than names or notes."""
        cells = [grid.at(row, column) for row in range(head + 1, len(grid.words))]
        filled = [cell for cell in cells if cell]
        return bool(filled) and 2 * sum(self.words.marked(cell) is not None for cell in filled) >= len(filled)

    def _ticks(self, grid: Grid, head: int, column: int) -> bool:
        """Whether a column has ticks, beside which a cross tells who was missing."""
        return any(_TICK.match(grid.at(row, column)) for row in range(head + 1, len(grid.words)))

    def _without_header(self, document: Document, grid: Grid) -> Iterator[Listed]:
        if grid.words and any(TASK.search(words) for words in grid.words[0]):
            return iter(())
        return by_rows(self.people, document, grid, self._over(document, grid.blocks[0]) if grid.blocks else None)

    def _over(self, document: Document, block: int) -> Label | None:
        """The label of attendance that stands over a table: a heading, or one of the two blocks before it.

        "Present: see below" over a table and "Apologies: …" between them leave the table to those present.
        """
        title = next(document.titles_above(block), "")
        label = self.labels.of(title, heading=True)
        for index in range(block - 1, max(-1, block - 3), -1):
            before = document.blocks[index]
            if document.places[index] != document.places[block]:
                break
            found = self.labels.opening(before.text[before.body - before.start :])
            if label is None and found is not None and not found.role:
                alone = found.end >= len(before.words) - 1
                rest = before.words[found.end :]
                empty = alone or (found.status == "present" and not self.people.read(Text(rest, rest)))
                label = found if empty else None
        return label

    def _row(self, document: Document, grid: Grid, row: int, kinds: Sequence[str | None]) -> Person | None:
        spans: dict[str, tuple[int, int]] = {}
        for column, kind in enumerate(kinds[: len(grid.cells[row])]):
            if kind and grid.at(row, column):
                spans.setdefault(kind, grid.cells[row][column])
        parts = [spans[kind] for kind in ("given", "family") if kind in spans]
        if parts:
            start, end = min(a for a, _ in parts), max(b for _, b in parts)
            name = " ".join(document.cut(*part) for part in sorted(parts))
            person: Person | None = Person(name, start=start, end=end, name_start=start, name_end=end)
        elif "name" in spans:
            found = cell_people(self.people, document, *spans["name"])
            person = found[0] if found else None
            if len(found) == 2 and _SURNAME_FIRST.fullmatch(words := document.cut(*spans["name"])):
                person = replace(found[0], name=words, end=found[1].end, name_end=found[1].name_end)
        else:
            return None
        if person is None:
            return None
        detail = {kind: document.cut(*spans[kind]) for kind in ("role", "organisation", "initials") if kind in spans}
        represents = detail.get("organisation")
        if represents and "role" not in detail and self.people.names.words.is_whole_role(represents):
            detail = {**detail, "role": represents, "organisation": ""}
        return replace(
            person,
            role=person.role or detail.get("role"),
            organisation=detail.get("organisation") or person.organisation,
            initials=person.initials or detail.get("initials"),
        )


def _places(kinds: Sequence[str | None], wanted: str) -> list[int]:
    return [column for column, kind in enumerate(kinds) if kind == wanted]
