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
}


def format_of(path: str) -> Format:
    """The format that a file's ending stands for; raises UsageError for an ending without one."""
    ending = PurePath(path).suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise UsageError(f"{path}: no output format goes with this ending; use one of {known}, or --format")
    return ENDINGS[ending]
