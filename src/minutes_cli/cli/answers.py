"""What a question is asked over: files, what is piped in, or the register."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from minutes_cli.cli.group import exit_code, report
from minutes_cli.cli.listing import Listing, Way, write_listing
from minutes_cli.errors import RegisterError
from minutes_cli.register.database import Database, open_memory, open_register
from minutes_cli.register.place import find_place

STDIN = "-"


EMPTY = "the register is empty; read some minutes first: minutes extract FILE"


@dataclass(slots=True)
class Answers:
    """An open register to ask, and the exit code that the documents it was made from ask for (0 if none failed).

    ``filed`` is true for the register itself, false for one in memory made from files.
    """

    database: Database
    filed: bool
    code: int = 0

    def is_empty(self) -> bool:
        """Whether it is the register itself, without any document."""
        return self.filed and not self.database.rows("SELECT 1 FROM minutes_documents LIMIT 1")


@contextmanager
def open_answers(files: Sequence[str], register: str | None, jobs: int = 1) -> Iterator[Answers]:
    """Open what to ask: the files, else what is piped in, else the register (an empty one where there is none yet)."""
    documents = list(files) or ([STDIN] if is_piped() else [])
    if documents:
        answers = Answers(open_memory(), filed=False)
        answers.code = read_documents(answers.database, documents, jobs)
    else:
        answers = Answers(open_register(find_place(register)) or open_memory(), filed=True)
    try:
        yield answers
    finally:
        answers.database.close()


def answer(
    files: Sequence[str], register: str | None, ask: Callable[[Database], Listing], way: Way, jobs: int = 1
) -> int:
    """Ask, write the list and say what there is to say beside it; gives the exit code."""
    with open_answers(files, register, jobs) as answers:
        listing = ask(answers.database)
        write_listing(listing, way)
        if answers.is_empty():
            report(EMPTY)
        elif not listing.rows:
            report(f"no {listing.kind.value} found")
        return answers.code


@contextmanager
def need_register(register: str | None) -> Iterator[Database]:
    """Open the register for a change; raises RegisterError where there is none yet."""
    place = find_place(register)
    database = open_register(place)
    if database is None:
        raise RegisterError(f"{place.name}: {EMPTY}")
    try:
        yield database
    finally:
        database.close()


def read_documents(database: Database, files: Sequence[str], jobs: int) -> int:
    """Extract the files into a register that nothing else sees; the exit code that those which failed ask for."""
    from minutes_cli.batch import extract_each, find_documents
    from minutes_cli.register.save import save_minutes

    code = 0
    for outcome in extract_each(find_documents(files), jobs=jobs):
        if outcome.error is not None:
            report(outcome.error)
            code = max(code, exit_code(outcome.error))
        elif outcome.minutes is not None:
            save_minutes(database, outcome.minutes, versions=False)
    return code


def is_piped() -> bool:
    """Whether a document is piped in: standard input is a pipe or a file, and there is something in it.

    Programs started by cron, by a service or by CI have a standard input that is no terminal, with nothing in it.
    """
    if sys.stdin is None or sys.stdin.closed:
        return False
    buffer = sys.stdin.buffer
    try:
        mode = os.fstat(buffer.fileno()).st_mode
    except (OSError, ValueError):  # no file of the operating system's
        mode = stat.S_IFREG
    if not (stat.S_ISFIFO(mode) or stat.S_ISREG(mode)):
        return False
    if isinstance(buffer, io.BufferedReader):
        return bool(buffer.peek(1))
    first = buffer.read(1)
    buffer.seek(0)
    return bool(first)
