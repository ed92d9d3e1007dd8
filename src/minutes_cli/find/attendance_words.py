"""The words of a table of attendance: what its header words say of the columns, and its marks of who came."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_ASIDE = lazy(r"\s*\([^)]*\)")
_COLUMNS = ("given", "family", "name", "status", "role", "organisation", "initials", "aside")


class TableWords:
    """Reads header words and marks by the pack's lists."""

    def __init__(self, rules: Rules) -> None:
        self.headers = {name: rules.words(f"{name}_column") for name in _COLUMNS}
        self.marks = {status: rules.words(f"{status}_mark") for status in ("present", "apologies", "absent")}

    def kind(self, words: str) -> str | None:
        """What a header word says that its column holds."""
        bare = _ASIDE.sub("", words).strip(" .:*?/").lower()
        return next((name for name in _COLUMNS if bare in self.headers[name]), None)

    def marked(self, words: str) -> str | None:
        """The status that a mark gives, absent for an empty cell; None where the words are no mark."""
        bare = words.strip(" .*:").lower()
        if "apolog" in bare or "regret" in bare:
            return "apologies"
        for status, marks in self.marks.items():
            if bare in marks or (bare and bare.split()[0].strip(",;") in marks):
                return status
        return "absent" if not bare else None
