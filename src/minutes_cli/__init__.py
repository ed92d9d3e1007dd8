r"""Turn the minutes of meetings into records: who was there, what was decided, who promised to do what by when.

>>> from minutes_cli import extract
>>> minutes = extract("1. Bins\nACTION: Clerk to write to the contractor by 3 March 2024")
>>> minutes.actions[0].owners
('Clerk',)

The names below are imported when first used, so that ``import minutes_cli`` costs nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType
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


class _Package(ModuleType):
    """The package's own class: once the module ``extract`` is imported it must not hide the function of that name."""

    @property
    def extract(self) -> object:
        from importlib import import_module

        return import_module(f"{__name__}.extract").extract

    @extract.setter
    def extract(self, module: object) -> None:
        """Python sets a package's attribute to each module it imports from it; this one stays the function."""


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'errors' if name == 'MinutesError' else 'records'}"), name)


sys.modules[__name__].__class__ = _Package
