"""Ways to run the command line: in this process with a stand-in for the extractor, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from minutes_cli.cli.app import app
from minutes_cli.records import Action, Issue, Meeting, Minutes, SourceInfo, Span
from minutes_cli.source import Source

Run = Callable[..., Result]
RunProgram = Callable[..., "subprocess.CompletedProcess[bytes]"]


def each_line_an_action(source: Source, *, rules: object = None) -> Minutes:  # noqa: ARG001
    """Stands in for the extractor: each line is an action, "?" at its end an issue too, FAULT a fault of ours."""
    if "FAULT" in source.text:
        raise KeyError("fault")
    actions, issues, start = [], [], 0
    for number, line in enumerate(source.text.split("\n"), 1):
        span = Span(start=start, end=start + len(line), line=number)
        start = span.end + 1
        if line.strip():
            confidence = 0.5 if line.startswith("perhaps") else None
            actions.append(
                Action(
                    id=f"a{number}", text=line, kind="explicit", confidence=confidence, rule="action.line", span=span
                )
            )
        if line.endswith("?"):
            issues.append(Issue(code="question", message="who is to do it?", span=span))
    return Minutes(
        source=SourceInfo(path=source.path, sha256=source.sha256, format=source.format, characters=len(source.text)),
        meeting=Meeting(body="Parish Council", date="2024-03-05", span=Span(start=0, end=0, line=1)),
        actions=tuple(actions),
        issues=tuple(issues),
    )


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a new folder, files nothing in a person's register and sees none of their settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINUTES_REGISTER", str(tmp_path / ".register" / "register.db"))
    for name in ("MINUTES_SAVE", "MINUTES_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, with the stand-in; filing is off unless ``save``."""
    monkeypatch.setattr(import_module("minutes_cli.extract"), "extract", each_line_an_action)

    def run_command(*arguments: str, stdin: str | bytes = b"", save: bool = False) -> Result:
        monkeypatch.setenv("MINUTES_SAVE", "1" if save else "0")
        return CliRunner().invoke(app, list(arguments), input=stdin)

    return run_command


@pytest.fixture
def run_program(tmp_path: Path) -> RunProgram:
    """Run the program as a person does, extractor and all; ``env`` adds to the environment."""

    def run_it(
        *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, command: Sequence[str] = ()
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*(command or (sys.executable, "-m", "minutes_cli")), *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "MINUTES_SAVE": "0", **(env or {})},
            check=False,
        )

    return run_it
