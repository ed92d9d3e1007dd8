"""JSON: an object for one document, an array for several, or a line a document. UTF-8, letters not escaped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.output.rows import Row
from minutes_cli.output.writer import Layout

if TYPE_CHECKING:
    from minutes_cli.records import Minutes

HEAD = {"schema_version", "source"}


class JsonWriter:
    """Writes documents as they come, so that an array of any length is held one document at a time."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self.stream = stream
        self.layout = layout
        self.begun = False

    def write(self, minutes: Minutes) -> None:
        """Write one document: the only one, or the next entry of the array."""
        text = to_json(minutes, self.layout, indent=2)
        if not self.layout.single:
            # strings hold no bare line break in JSON, so this only indents
            text = (",\n  " if self.begun else "[\n  ") + text.replace("\n", "\n  ")
        self.begun = True
        self.stream.write(text.encode())

    def close(self) -> None:
        """End the array; no document at all is an empty array, or nothing where one was expected."""
        if not self.layout.single:
            self.stream.write(b"\n]\n" if self.begun else b"[]\n")
        elif self.begun:
            self.stream.write(b"\n")


class LinesWriter:
    """JSON Lines: one document a line."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self.stream = stream
        self.layout = layout

    def write(self, minutes: Minutes) -> None:
        """Write one document and pass the line on at once, for whoever reads the pipe."""
        self.stream.write(to_json(minutes, self.layout).encode() + b"\n")
        self.stream.flush()

    def close(self) -> None:
        """Nothing ends JSON Lines."""


def to_json(minutes: Minutes, layout: Layout, indent: int | None = None) -> str:
    """One document as JSON; with ``only``, that kind's list beside the source that it was read from."""
    wanted = HEAD | {layout.only.value} if layout.only else None
    return minutes.model_dump_json(indent=indent, include=wanted, by_alias=True)


def write_rows(stream: BinaryIO, rows: Iterable[Row], *, lines: bool = False) -> None:
    """Write rows as an array of objects, or with ``lines`` as JSON Lines; the cells as they are, absent ones null."""
    written = False
    for row in rows:
        if lines:
            text = json.dumps(row, ensure_ascii=False) + "\n"
        else:
            entry = json.dumps(row, ensure_ascii=False, indent=2).replace("\n", "\n  ")
            text = (",\n  " if written else "[\n  ") + entry
        written = True
        stream.write(text.encode())
    if not lines:
        stream.write(b"\n]\n" if written else b"[]\n")
