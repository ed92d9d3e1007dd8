"""Attendance where a converter took a table apart: names, offices and "Present" on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes_cli.document import Document
from minutes_cli.find.attendance_labels import Labels
from minutes_cli.find.listed import Listed
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.casing import ascii_lowered
from minutes_cli.text.lines import Line
from minutes_cli.values.names import Names
from minutes_cli.values.person import Person, Text

_MOST_LINES = 400
_LONGEST_MARK = 120  # characters of a line with a mark alone, its indent counted
_TIME = lazy(r"\d{1,2}[.:]\d\d|\d{1,2}\s*[ap]\.?m|page \d+|\d+$", re.IGNORECASE)


@dataclass(slots=True)
class Columns:
    """What stands on the lines below a heading of attendance, each column in its order."""

    people: list[Person]
    marks: list[str]
    roles: list[str]


class AttendanceColumns:
    """Puts the columns of such a table together again where they agree in length."""

    def __init__(self, rules: Rules, labels: Labels, names: Names) -> None:
        self.labels = labels
        self.names = names
        marks = {status: rules.words(f"{status}_mark") for status in ("present", "apologies", "absent")}
        self.marks = {word: status for status, words in marks.items() for word in words if len(word) > 4}
        self._lowered = ascii_lowered if "".join(self.marks).isascii() else str.lower
        self.headers = frozenset().union(
            *(rules.words(f"{name}_column") for name in ("name", "status", "role", "organisation"))
        )
        self.verb = re.compile(rf"(?<![\w'-]){rules.expand('{sentence_verb}')}(?![\w-])", re.VERBOSE)

    def find(self, document: Document) -> Iterator[Listed]:
        """The people of the first such table."""
        lines = [line for line in document.layout.lines if not line.blank and line.end - line.start < _LONGEST_MARK]
        words = self._lowered("\n".join([line.text for line in lines])).split("\n")
        bare = [line.strip(" .:") for line in words]
        if len(list(filter(self.marks.__contains__, bare))) < 3:
            return
        for heading in document.headings:
            if self.labels.of(document.layout.cut(*heading.title), heading=True) is None:
                continue
            columns = self._read(document, heading.last + 1)
            if len(columns.marks) < 3 or len(columns.marks) != len(columns.people):
                continue
            block = next((i for i, block in enumerate(document.blocks) if block.start >= heading.start), 0)
            roles = columns.roles if len(columns.roles) == len(columns.people) else [""] * len(columns.people)
            for person, mark, role in zip(columns.people, columns.marks, roles, strict=True):
                yield Listed(replace(person, role=role or None), mark, mark, "attendee.table", block)
            return

    def _read(self, document: Document, first: int) -> Columns:
        columns = Columns([], [], [])
        for line in document.layout.lines[first : first + _MOST_LINES]:
            words = document.layout.cut(line.start, line.end)
            bare = words.lower().strip(" .:")
            if self.verb.search(words) or (
                line.label_kind in ("roman", "decimal") and not line.words and columns.marks
            ):
                break
            if bare in self.marks:
                columns.marks.append(self.marks[bare])
            elif bare and not _TIME.match(bare) and not self._is_header(bare):
                self._take(document, line, words, columns)
        return columns

    def _is_header(self, bare: str) -> bool:
        return bare in self.headers or all(word in self.headers or word == "arrived" for word in bare.split())

    def _take(self, document: Document, line: Line, words: str, columns: Columns) -> None:
        if self.names.is_role(words) or self.names.is_body(words):
            columns.roles.append(words)
            return
        masked, raw = document.layout.masked[line.start : line.end], document.text[line.start : line.end]
        person = self.names.read_piece(Text(masked, raw), 0, len(masked), surnames=False)
        if person is not None and len(person.name) >= len(words) - 3:
            start = line.start
            columns.people.append(
                replace(
                    person,
                    start=start + person.start,
                    end=start + person.end,
                    name_start=start + person.name_start,
                    name_end=start + person.name_end,
                )
            )
