"""What a question is asked over: files, what is piped in, or the register."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from minutes_cli.cli.group import exit_code, report
from minutes_cli.register.database import Database, open_memory, open_register
from minutes_cli.register.place import find_place

STDIN = "-"


@dataclass(slots=True)
class Answers:
    """An open register to ask, and the exit code that the documents it was made from ask for (0 if none failed).

    ``filed`` is true for the register itself, false for one in memory made from files.
    """

    database: Database
    filed: bool
    code: int = 0


@contextmanager
def open_answers(files: Sequence[str], register: str | None) -> Iterator[Answers | None]:
    """Open what to ask: the files, else what is piped in, else the register; None where there is none yet."""
    documents = list(files) or ([STDIN] if is_piped() else [])
    if documents:
        answers = Answers(open_memory(), filed=False)
        answers.code = read_documents(answers.database, documents)
    else:
        database = open_register(find_place(register))
        if database is None:
            yield None
            return
        answers = Answers(database, filed=True)
    try:
        yield answers
    finally:
        answers.database.close()


def read_documents(database: Database, files: Sequence[str]) -> int:
    """Extract the files into a register that nothing else sees; the exit code that those which failed ask for."""
    from minutes_cli.batch import extract_all, find_documents
    from minutes_cli.register.save import save_minutes

    code = 0
    for outcome in extract_all(find_documents(files)):
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
    return bool(buffer.peek(1)) if isinstance(buffer, io.BufferedReader) else True
