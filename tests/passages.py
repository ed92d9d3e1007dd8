"""Passages with what is to be read from them, kept as text so that a person can read them beside each other.

A file holds the head of a document, if its passages need one, and then the passages: a line `=== what it shows`, the
passage, and a line `> …` for each thing to be found in it. The test that reads them says what stands in those lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Passage:
    """One passage: its name, its text below the head of its file, and the lines that say what is in it."""

    name: str
    text: str
    lines: tuple[str, ...]


def read_passages(folder: Path) -> list[Passage]:
    """The passages of all files of a folder, in the order of their names."""
    found = []
    for file in sorted(folder.glob("*.txt")):
        head, *passages = f"\n{file.read_text(encoding='utf-8')}".split("\n=== ")
        for passage in passages:
            title, *lines = passage.split("\n")
            text = "\n".join(line for line in lines if not line.startswith("> ")).strip("\n")
            told = tuple(line.removeprefix("> ") for line in lines if line.startswith("> "))
            found.append(Passage(f"{file.stem}: {title}", f"{head.lstrip()}\n{text}\n".lstrip("\n"), told))
    return found
