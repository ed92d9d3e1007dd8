"""The program imports spaCy without spaCy's command line, and spaCy doesn't notice."""

from __future__ import annotations

import subprocess
import sys

import pytest

NEEDLESS = ("weasel", "requests", "httpx", "spacy.cli.download")
START = """
import sys
from importlib import import_module
from minutes_cli.cli.quick_spacy import skip_spacy_cli
skip_spacy_cli()
import spacy
"""


def run_python(code: str) -> str:
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return result.stdout.strip()


def test_what_is_needless_is_needless_only_because_of_us() -> None:
    code = "import sys, spacy; print(*(name for name in {names!r} if name in sys.modules))"
    assert run_python(code.format(names=NEEDLESS)) != ""


def test_nothing_needless_is_imported() -> None:
    assert run_python(f"{START}print(*(name for name in {NEEDLESS!r} if name in sys.modules))") == ""


USES = {
    "a blank pipeline": (
        "[token.text for token in spacy.blank('en')('Clerk to write.')]",
        "['Clerk', 'to', 'write', '.']",
    ),
    "spacy.info": ("spacy.info(silent=True)['spacy_version'] == spacy.__version__", "True"),
    "an attribute of its command line": ("import_module('spacy.cli').download.__module__", "spacy.cli.download"),
    "a module of its command line": ("import_module('spacy.cli.validate').validate.__name__", "validate"),
}


@pytest.mark.parametrize("use", USES)
def test_spacy_works_as_ever(use: str) -> None:
    expression, shown = USES[use]
    assert run_python(f"{START}print({expression})") == shown


def test_a_spacy_that_is_there_already_is_left_alone() -> None:
    code = "import spacy\nbefore = spacy.cli.info\n" + START + "print(spacy.cli.info is before)"
    assert run_python(code) == "True"
