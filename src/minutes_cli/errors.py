"""The few kinds of error that the library raises; the command line turns each into one line and an exit code."""

from __future__ import annotations


class MinutesError(Exception):
    """Something a person can mend: the message names the file (or rule) and the mend, on one line."""


class SourceError(MinutesError):
    """A document that can't be read: missing, empty, binary, encrypted, damaged or too large."""


class UsageError(MinutesError):
    """Wrong use: options that contradict each other, a folder without minutes, an unknown format."""


class RulesError(MinutesError):
    """A rule pack that can't be loaded or whose examples don't hold."""


class RegisterError(MinutesError):
    """A register that can't be opened, read or written."""
