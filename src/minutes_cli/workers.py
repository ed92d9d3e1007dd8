"""Many documents side by side, each read by one of some processes; the records come in the order of the documents."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.batch import STDIN, Outcome, extract_one
from minutes_cli.errors import MinutesError

if TYPE_CHECKING:
    from minutes_cli.rules import Rules

_AHEAD = 4  # documents a process that are read ahead of the one whose records are due: no more are kept in memory


def extract_side_by_side(
    documents: Sequence[str | MinutesError], packs: tuple[Path, ...], rules: Rules | None, jobs: int
) -> Iterator[Outcome]:
    """The records of each document in turn, as `batch.extract_all` gives them, read by ``jobs`` processes.

    ``rules`` are the packs loaded here: what the processes can't do is done with them (standard input, and the rest
    of the documents after a process was killed).
    """
    context = multiprocessing.get_context("spawn")  # the only way that every platform has
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start)
    waiting: deque[tuple[str, Future[Outcome] | MinutesError | None]] = deque()
    try:
        for document in documents:
            waiting.append(_handed_on(pool, document, packs))
            if len(waiting) > jobs * _AHEAD:
                yield _outcome(*waiting.popleft(), rules)
        while waiting:
            yield _outcome(*waiting.popleft(), rules)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _handed_on(
    pool: ProcessPoolExecutor, document: str | MinutesError, packs: tuple[Path, ...]
) -> tuple[str, Future[Outcome] | MinutesError | None]:
    if isinstance(document, MinutesError):
        return "", document
    if document == STDIN:
        return document, None
    try:
        with _uninterrupted():
            return document, pool.submit(_extract, document, packs)
    except BrokenProcessPool:
        return document, None


def _outcome(path: str, awaited: Future[Outcome] | MinutesError | None, rules: Rules | None) -> Outcome:
    if isinstance(awaited, MinutesError):
        return Outcome(path, error=awaited)
    try:
        return awaited.result() if awaited else extract_one(path, rules)
    except BrokenProcessPool:  # a process was killed, by the system that had no memory left or by a person
        return extract_one(path, rules)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off an interruption: a process that is just being started inherits this and never hears of one."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """Make a process of the pool ready; an interruption is for the program to hear, which then ends the others."""
    from minutes_cli.cli.quick_spacy import skip_spacy_cli

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    skip_spacy_cli()


def _extract(path: str, packs: tuple[Path, ...]) -> Outcome:
    from minutes_cli.rules import load_rules  # once a process: it keeps what it has loaded

    return extract_one(path, load_rules(packs))
