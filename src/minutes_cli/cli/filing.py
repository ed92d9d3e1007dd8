"""Filing what ``minutes extract`` read in the register, document by document."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

from minutes_cli.errors import RegisterError

if TYPE_CHECKING:
    from minutes_cli.records import Minutes
    from minutes_cli.register.database import Database
    from minutes_cli.register.place import Place

SWITCHED_OFF = frozenset({"0", "no", "off", "false"})
WORDS = {"new": "new", "corrected": "corrected", "reread": "read anew", "unchanged": "unchanged"}


def is_wanted(no_save: bool) -> bool:
    """Whether to file at all: neither ``--no-save`` nor ``MINUTES_SAVE=0`` says no."""
    return not no_save and os.environ.get("MINUTES_SAVE", "").strip().lower() not in SWITCHED_OFF


def open_filing(register: str | None) -> Filing:
    """Ready to file in the register that the option names, or in the one that is set or usual."""
    from minutes_cli.register.place import find_place

    return Filing(find_place(register))


class Filing:
    """The register while documents are filed in it; opened with the first of them."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.database: Database | None = None
        self.kinds: Counter[str] = Counter()
        self.actions = 0
        self.failed = False

    def add(self, minutes: Minutes) -> None:
        """File one document. Raises RegisterError, after which the other documents are not filed either."""
        if self.failed:
            return
        from minutes_cli.register.database import open_register
        from minutes_cli.register.save import save_minutes

        try:
            if self.database is None:
                self.database = open_register(self.place, create=True)
            if self.database is not None:
                saved = save_minutes(self.database, minutes)
                self.kinds[saved.kind] += 1
                self.actions += saved.actions
        except RegisterError:
            self.failed = True
            raise

    def close(self, *, quiet: bool) -> None:
        """Close the register and say in one line what is filed there now."""
        if self.database is not None:
            self.database.close()
        if self.kinds and not quiet:
            print(self.summary(), file=sys.stderr)

    def summary(self) -> str:
        """What was filed, as a line."""
        count = self.kinds.total()
        documents = "1 document" if count == 1 else f"{count} documents"
        actions = "1 action" if self.actions == 1 else f"{self.actions} actions"
        how = ", ".join(f"{self.kinds[kind]} {word}" for kind, word in WORDS.items() if self.kinds[kind])
        return f"Filed {documents} ({how}), {actions}, in {self.place.name}; --no-save leaves that out"
