"""The names of the output formats and of the kinds of record; imports nothing, as the command line starts with it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from minutes_cli.errors import UsageError


class Format(StrEnum):
    """How records are written."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    TABLE = "table"
    XLSX = "xlsx"
    MARKDOWN = "markdown"
    ICS = "ics"
    TODOTXT = "todotxt"


BINARY = frozenset({Format.XLSX})
"""Formats that are no text, and so not for a terminal."""

TASKS = frozenset({Format.ICS, Format.TODOTXT})
"""Formats of task lists, which hold actions alone."""


class Kind(StrEnum):
    """A kind of record, named as in the JSON."""

    ACTIONS = "actions"
    RESOLUTIONS = "resolutions"
    ATTENDEES = "attendees"
    SECTIONS = "sections"
    MEETING = "meeting"


ENDINGS = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".xlsx": Format.XLSX,
    ".md": Format.MARKDOWN,
    ".ics": Format.ICS,
}


def check_format(form: Format, only: Kind | None, *, to_terminal: bool) -> None:
    """Raise UsageError for a format that can't hold what is asked for, or that a terminal can't show."""
    if form in TASKS and only not in (None, Kind.ACTIONS):
        raise UsageError(f"--format {form} holds actions alone; leave out --only {only}, or choose another format")
    if form in BINARY and to_terminal:
        raise UsageError(f"--format {form} is no text; write it to a file with -o FILE.{form}")


def format_of(path: str) -> Format:
    """The format that a file's ending stands for; raises UsageError for an ending without one."""
    ending = PurePath(path).suffix.lower()
    if PurePath(path).name.lower().endswith("todo.txt"):
        return Format.TODOTXT
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise UsageError(f"{path}: no output format goes with this ending; use one of {known}, or --format")
    return ENDINGS[ending]
