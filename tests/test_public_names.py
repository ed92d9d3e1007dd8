"""``from minutes_cli import …`` gives the public names, whatever was imported before, and costs nothing until then."""

from __future__ import annotations

import subprocess
import sys

import pytest

import minutes_cli
from places import ROOT

CALL = "assert extract('no minutes').source.characters == 10"


@pytest.mark.parametrize(
    "imports",
    [
        "from minutes_cli import extract",
        "from minutes_cli import Minutes, extract",
        "import minutes_cli.extract; from minutes_cli import extract",
        "import minutes_cli.batch; from minutes_cli import extract",
        "from minutes_cli.extract import extract",
        "import minutes_cli; extract = minutes_cli.extract",
    ],
)
def test_extract_is_the_function_in_every_order(imports: str) -> None:
    done = run(f"{imports}\n{CALL}")
    assert done.returncode == 0, done.stderr


def test_every_public_name_is_there() -> None:
    assert [name for name in minutes_cli.__all__ if getattr(minutes_cli, name, None) is None] == []


def test_unknown_name_is_refused() -> None:
    done = run("from minutes_cli import exctract")
    assert "cannot import name 'exctract'" in done.stderr


def test_importing_the_package_imports_nothing_costly() -> None:
    done = run(
        "import sys, minutes_cli; print([n for n in ('pydantic', 'spacy', 'typer', 'rich') if n in sys.modules])"
    )
    assert done.stdout.strip() == "[]"


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT / "src", capture_output=True, encoding="utf-8", check=False
    )
