"""Where output goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from minutes_cli.errors import UsageError


class Target:
    """A binary stream to write to, used as a context manager.

    For a file it is a hidden file in the same folder, moved over the old one when the block ends well and ``keep`` was
    called; otherwise the old file stays as it was. ``-`` and None mean standard output; a device or a named pipe is
    written directly. Raises UsageError where the file can't be written.
    """

    def __init__(self, path: str | None) -> None:
        self.path = None if path in (None, "-") else path
        self.stream: BinaryIO
        self._draft: Path | None = None
        self._goal: Path | None = None
        self._kept = False

    def __enter__(self) -> Self:
        if self.path is None:
            if sys.stdout is None:
                raise UsageError("standard output is closed; name a file with -o")
            self.stream = sys.stdout.buffer
            return self
        self._goal = Path(os.path.realpath(self.path))  # through a link, so that the link stays one
        try:
            self.stream = self._open(self._goal)
        except OSError as error:
            raise UsageError(f"{self.path}: can't be written ({describe(error, self._goal)})") from error
        return self

    def _open(self, goal: Path) -> BinaryIO:
        if goal.is_dir():
            raise IsADirectoryError
        if goal.exists() and not goal.is_file():
            return goal.open("wb")
        mode = stat.S_IMODE(goal.stat().st_mode) if goal.exists() else None
        draft = goal.with_name(f".{goal.name}.{secrets.token_hex(4)}.part")
        stream = draft.open("xb")
        self._draft = draft
        if mode is not None:
            draft.chmod(mode)
        return stream

    def keep(self) -> None:
        """Say that what was written is worth having: without it the file is left as it was."""
        self._kept = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._goal is None:
            self.stream.flush()
            return
        try:
            self.stream.flush()
            if self._draft and self._kept and kind is None:
                os.fsync(self.stream.fileno())
                self.stream.close()
                self._draft.replace(self._goal)
                self._draft = None
        except OSError as failure:
            raise UsageError(f"{self.path}: can't be written ({describe(failure, self._goal)})") from failure
        finally:
            with suppress(OSError):
                self.stream.close()
            if self._draft:
                self._draft.unlink(missing_ok=True)


def describe(error: OSError, goal: Path) -> str:
    """Why a file can't be written, with what to do about it."""
    if isinstance(error, IsADirectoryError):
        return "it is a folder; name a file in it"
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {goal.parent}; make it first"
    return (error.strerror or str(error)).lower()
