"""A document whose structure is known: headings, sections and the blocks of text between them.

This is what the finders of records work on. Offsets everywhere count in ``source.text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutes_cli.records import Span
from minutes_cli.source.base import Source
from minutes_cli.text.layout import Block, Layout
from minutes_cli.text.masks import clean


@dataclass(slots=True)  # not frozen, for speed as lines are; nothing changes one
class Heading:
    """A heading: ``start`` is where its line begins, ``title`` the offsets of its words.

    ``end`` is where the section's text ends: at the next heading that is not nested in it. ``parent`` is the index of
    the heading it is nested in; ``first`` and ``last`` are the lines it takes up; ``run_in`` tells that the section's
    text begins on the heading's own line.
    """

    start: int
    end: int
    title: tuple[int, int]
    number: str | None
    level: int
    parent: int | None
    first: int
    last: int
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its layout, headings and blocks.

    ``titles`` are the words of the headings; ``blocks`` are all blocks of text that are no heading, in order, the front
    matter and page furniture left out; ``places`` gives for each of them the index of the heading it stands under, None
    before the first. ``front`` holds the fields of a YAML front matter, each with the offsets of its value.
    """

    source: Source
    layout: Layout
    front: Mapping[str, tuple[int, int]]
    headings: tuple[Heading, ...]
    titles: tuple[str, ...]
    blocks: tuple[Block, ...]
    places: tuple[int | None, ...]

    @property
    def text(self) -> str:
        """The decoded text, which offsets count in."""
        return self.source.text

    def span(self, start: int, end: int) -> Span:
        """The public span of a stretch of the text, white space at its ends left out."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start=start, end=end, line=self.layout.line_at(start))

    def cut(self, start: int, end: int) -> str:
        """The words of a stretch of the text: mark-up left out, white space folded, the text's own characters."""
        return clean(self.text, self.layout.masked, start, end)

    def title(self, index: int) -> str:
        """The words of a heading."""
        return self.titles[index]

    def heading_of(self, block: int) -> Heading | None:
        """The heading that a block stands under."""
        place = self.places[block]
        return None if place is None else self.headings[place]

    def section_id(self, block: int) -> str | None:
        """The id of the section that a block stands in."""
        place = self.places[block]
        return None if place is None else f"s{place + 1}"

    def titles_above(self, block: int) -> Iterator[str]:
        """The titles of the section that a block stands in and of those that it is nested in, innermost first."""
        place = self.places[block]
        while place is not None:
            yield self.titles[place]
            place = self.headings[place].parent
