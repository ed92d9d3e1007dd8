"""A progress bar on standard error, for a person who waits for many documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")


def is_watched(*, quiet: bool, to_terminal: bool) -> bool:
    """Whether a bar helps: somebody sees standard error, and the records don't scroll by in the same window."""
    return not quiet and is_terminal(sys.stderr) and not (to_terminal and is_terminal(sys.stdout))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is a terminal; it is None where it was closed before the program began."""
    return stream is not None and stream.isatty()


def with_bar(items: Iterable[T], total: int) -> Iterator[T]:
    """The items, with a bar that moves on after each and vanishes at the end; messages appear above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=total)
        for item in items:
            yield item
            progress.advance(task)
