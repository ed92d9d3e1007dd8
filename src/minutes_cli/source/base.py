"""The decoded document, which never changes again: all offsets of all records count in its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A document, decoded once.

    ``text`` keeps its newlines as they were. For a converted format it is the conversion: plain lines in which
    layout is kept as Markdown marks (``#`` headings, ``-`` and ``1.`` list entries, ``| a | b |`` table rows,
    ``**bold**``).
    """

    path: str
    text: str
    sha256: str
    format: str
