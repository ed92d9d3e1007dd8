"""Turn the minutes of meetings into records: who was there, what was decided, who promised to do what by when.

>>> from minutes_cli import extract
>>> minutes = extract("1. Bins\\nACTION: Clerk to write to the contractor by 3 March 2024")
>>> minutes.actions[0].owners
('Clerk',)

The names below are imported when first used, so that ``import minutes_cli`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_cli.errors import MinutesError
    from minutes_cli.extract import extract
    from minutes_cli.records import (
        Action,
        Attendee,
        Clause,
        Due,
        Issue,
        Meeting,
        Minutes,
        Resolution,
        Section,
        SourceInfo,
        Span,
        Vote,
    )

__version__ = "0.1.0"

__all__ = [
    "Action",
    "Attendee",
    "Clause",
    "Due",
    "Issue",
    "Meeting",
    "Minutes",
    "MinutesError",
    "Resolution",
    "Section",
    "SourceInfo",
    "Span",
    "Vote",
    "__version__",
    "extract",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = {"extract": "extract", "MinutesError": "errors"}.get(name, "records")
    return getattr(import_module(f"{__name__}.{module}"), name)
