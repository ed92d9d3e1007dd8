"""What every converter makes of its format: paragraphs, headings, list entries and tables, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes_cli.patterns import lazy


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. ``level`` is 1 to 6 for a heading, else 0; ``marker`` is the number or bullet of a list entry.

    ``text`` may hold line breaks that the author set; ``depth`` counts the lists around an entry; ``tight`` says that
    no gap shows between this paragraph and the one before.
    """

    text: str
    level: int = 0
    marker: str = ""
    depth: int = 0
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each holding blocks and tables; ``header`` says that the first row is marked as one."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool = False


Part = Block | Table
Cell = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of one paragraph that are all bold or all not."""

    text: str
    bold: bool = False


def mark_bold(runs: Sequence[Run]) -> str:
    """The characters of ``runs``, with ``**`` around lines that are bold throughout and around bold beginnings.

    A bold beginning must end where a word ends. Bold words further on are left unmarked: they say nothing about
    layout, and marks inside words would spoil the words.
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=text)] for text in others)
    return "\n".join(_mark_line(line) for line in lines)


_TYPED_NUMBER = lazy(r"\s*\(?[0-9A-Za-z]{1,4}(?:\.[0-9]{1,3}){0,3}[.)]{1,2}\s+")
"""A number that was typed, not bold, before a bold beginning."""


def _mark_line(runs: list[Run]) -> str:
    text = "".join(run.text for run in runs)
    if "**" in text:
        return text
    bold = [run.bold or not char.strip() for run in runs for char in run.text]
    number = _TYPED_NUMBER.match(text)
    start = number.end() if number and not all(bold[: number.end()]) else len(text) - len(text.lstrip())
    end = next((at for at in range(start, len(text)) if not bold[at]), len(text))
    head = text[start:end].rstrip()
    rest = text[start + len(head) :]
    if not any(map(str.isalnum, head)) or (rest.strip() and len(head) < 2):
        return text
    if rest and rest[0].isalnum() and head[-1].isalnum():
        return text
    return f"{text[:start]}**{head}**{rest}"


def plain(text: str) -> str:
    """``text`` without the marks that :func:`mark_bold` set."""
    return text.replace("**", "")
