"""Keep ``import spacy`` from importing spaCy's own command line, a third of its time, which is never used here.

``spacy/__init__.py`` fetches one function from it (``spacy.info``), and with it come weasel, requests, httpx and more.
Stand-ins are put in its place that give way to the real modules as soon as somebody asks them for anything. Only the
program does this, in its own process; the library leaves spaCy as it is.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

PACKAGE = "spacy.cli"
MODULE = "spacy.cli.info"


class StandIn(ModuleType):
    """A module that gives way to the real one when an attribute of it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(give_way(self.__name__), name)


def skip_spacy_cli() -> None:
    """Put the stand-ins in place, unless spaCy is imported already or isn't laid out as expected."""
    spec = None if "spacy" in sys.modules else importlib.util.find_spec("spacy")
    places = [Path(place) / "cli" for place in (spec and spec.submodule_search_locations) or ()]
    if not any((place / "info.py").exists() for place in places):
        return
    package, module = StandIn(PACKAGE), StandIn(MODULE)
    package.__path__ = [str(place) for place in places]  # its other modules are found as ever
    vars(module)["info"] = info
    sys.modules[PACKAGE], sys.modules[MODULE] = package, module


def info(*arguments: Any, **named: Any) -> Any:
    """What ``spacy.info`` is then."""
    return give_way(MODULE).info(*arguments, **named)


def give_way(name: str) -> Any:
    """Take the stand-ins away and import a module for good."""
    for stand_in in (PACKAGE, MODULE):
        if isinstance(sys.modules.get(stand_in), StandIn):
            del sys.modules[stand_in]
    return importlib.import_module(name)
