"""Regular expressions that are compiled when they are first used: one document needs but a part of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern. What is asked of it once stays beside it, so that it is as fast as the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name == "_compiled":
            self._compiled = re.compile(self._source, self._flags)
            return self._compiled
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of a module, compiled at its first use. An error in it raises :class:`re.error` then."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
