"""Many documents: which ones the arguments mean, and their records one by one, whatever becomes of each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.errors import MinutesError, RulesError, SourceError, UsageError

if TYPE_CHECKING:
    from minutes_cli.records import Minutes
    from minutes_cli.rules import Rules
    from minutes_cli.source import Source

STDIN = "-"
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".rtf", ".pdf", ".eml")
"""Endings of the files that are taken from a folder; a file that is named is read whatever its ending."""

HIDDEN = (".", "~$")  # the second is what Word puts beside a document that is open


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its records, or the error that says why there are none."""

    path: str
    minutes: Minutes | None = None
    error: MinutesError | None = None


def find_documents(arguments: Iterable[str]) -> list[str | MinutesError]:
    """Paths of the documents that the arguments name, folders searched through; an error stands where one has none."""
    found: list[str | MinutesError] = []
    for argument in arguments:
        if not argument:
            found.append(UsageError("a file without a name was given; name minutes or a folder of them"))
            continue
        if argument == STDIN or not Path(argument).is_dir():
            found.append(argument)
            continue
        inside = list(search_folder(argument))
        if not inside:
            endings = ", ".join(ENDINGS)
            inside = [UsageError(f"{argument}: no minutes in this folder; it takes files that end in {endings}")]
        found.extend(inside)
    return found


def search_folder(folder: str) -> Iterator[str | MinutesError]:
    """Documents in a folder and below by name, hidden ones skipped; links to folders are not followed."""
    problems: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith(HIDDEN))
        for name in sorted(names):
            if not name.startswith(HIDDEN) and Path(name).suffix.lower() in ENDINGS:
                yield os.path.join(parent, name)  # noqa: PTH118  (Path would rewrite the path as given)
    for problem in problems:
        yield SourceError(f"{problem.filename}: this folder can't be read ({problem.strerror}); check its permissions")


def extract_all(documents: Iterable[str | MinutesError], rules: Rules | None = None) -> Iterator[Outcome]:
    """The records of each document in turn; a document that fails is reported and the rest go on."""
    for document in documents:
        if isinstance(document, MinutesError):
            yield Outcome("", error=document)
        else:
            yield extract_one(document, rules)


def extract_each(
    documents: Sequence[str | MinutesError], *, packs: tuple[Path, ...] = (), rules: Rules | None = None, jobs: int = 1
) -> Iterator[Outcome]:
    """The records of each document in turn, read by as many processes as asked for; ``rules`` are the packs, loaded."""
    jobs = min(jobs, len(documents))
    if jobs <= 1:
        return extract_all(documents, rules)
    from minutes_cli.workers import extract_side_by_side  # costs time that one document shouldn't pay for

    return extract_side_by_side(documents, packs, rules, jobs)


def extract_one(path: str, rules: Rules | None = None) -> Outcome:
    """The records of one document; any error but one in the rules becomes part of the outcome."""
    try:
        return Outcome(path, minutes=read_and_extract(path, rules))
    except RulesError:  # no fault of the document: no other would fare better
        raise
    except MinutesError as error:
        return Outcome(path, error=error)
    except Exception as error:  # the border of the batch: a fault in one document must not cost the others
        if os.environ.get("MINUTES_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = f"{path}: a fault in minutes, not in the file ({fault}); please report it"
        return Outcome(path, error=SourceError(message))


def read_and_extract(path: str, rules: Rules | None = None) -> Minutes:
    """The records of the document at a path, or of standard input for ``-``."""
    from minutes_cli.extract import extract
    from minutes_cli.source import read_path

    return extract(read_stdin() if path == STDIN else read_path(path), rules=rules)


def read_stdin() -> Source:
    """The document on standard input, read no further than a document may reach."""
    from minutes_cli.source import limits, read_bytes

    if sys.stdin is None:
        raise SourceError("-: standard input is closed; name a file")
    return read_bytes(sys.stdin.buffer.read(limits.FILE_BYTES + 1), path=STDIN)
