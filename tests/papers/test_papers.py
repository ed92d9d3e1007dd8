"""The examples in the papers are run, in order, and must print what is printed there.

A fenced block ``console`` holds commands (``$ …``) with their output; a block ``pycon`` a Python session; any other
block whose first line is ``# file: NAME`` is written to that file first. Each paper has a fresh folder with the samples
in it and a home of its own. With ``--rewrite-golden`` the outputs are put into the paper as they are now.
"""

from __future__ import annotations

import difflib
import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from places import ROOT

PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# file: (?P<name>[\w./-]+)\n")
COMMAND = re.compile(r"^\$ ", re.MULTILINE)

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for bash")


@dataclass(frozen=True)
class Desk:
    """A folder to work in, with the samples, a ``minutes`` command in an empty home."""

    folder: Path
    environment: dict[str, str]

    def run(self, command: str) -> str:
        """What a command prints, errors and all, as if the folder were a clerk's own."""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        printed = done.stdout.replace(str(self.folder.parent), "/home/clerk")
        return "".join(line.rstrip() + "\n" for line in printed.split("\n")).removesuffix("\n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder, programs = tmp_path / "desk", tmp_path / "bin"
    shutil.copytree(ROOT / "samples", folder / "samples")
    programs.mkdir()
    command = programs / "minutes"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m minutes_cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MINUTES_", "XDG_"))}
    places = {
        "HOME": str(tmp_path),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }
    looks = {"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    return Desk(folder, inherited | places | looks)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_examples_print_what_the_paper_says(paper: Path, desk: Desk, rewrite_golden: bool) -> None:
    said = paper.read_text(encoding="utf-8")
    true = FENCE.sub(lambda block: told_again(block, desk), said)
    if rewrite_golden and true != said:
        paper.write_text(true, encoding="utf-8", newline="\n")
    elif settled(true) != settled(said):
        lines = difflib.unified_diff(said.splitlines(), true.splitlines(), paper.name, "now", n=2, lineterm="")
        pytest.fail(
            f"{paper.name} prints what is no longer so; put the outputs in with\n"
            "    python -m pytest tests/papers --rewrite-golden\n" + "\n".join(lines),
            pytrace=False,
        )


def test_the_readme_has_examples_to_run() -> None:
    blocks = [block["language"] for block in FENCE.finditer((ROOT / "README.md").read_text(encoding="utf-8"))]
    assert blocks.count("console") >= 3
    assert blocks.count("pycon") >= 1


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_links_in_the_papers_lead_somewhere(paper: Path) -> None:
    prose = FENCE.sub("", paper.read_text(encoding="utf-8"))
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", prose)
    assert [target for target in targets if not (paper.parent / target).exists()] == []


def settled(paper: str) -> str:
    """A paper without the one figure that each new rule changes."""
    return re.sub(r"^\d+ rules hold$", "all rules hold", paper, flags=re.MULTILINE)


def told_again(block: re.Match[str], desk: Desk) -> str:
    """A block with its true outputs; a file is written and stays as it is."""
    language, body = block["language"], block["body"]
    named = FILE.match(body)
    if named:
        path = desk.folder / named["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body[named.end() :], encoding="utf-8")
    elif language == "console":
        body = "".join(f"$ {command}\n{desk.run(command)}" for command in commands(body))
    elif language == "pycon":
        body = session(body, desk)
    return f"```{language}\n{body}```"


def commands(body: str) -> Iterator[str]:
    """The commands of a console block, each with its continuation lines."""
    for part in COMMAND.split(body)[1:]:
        lines = part.splitlines()
        count = 1
        while lines[count - 1].endswith("\\"):
            count += 1
        yield "\n".join(lines[:count])


def session(body: str, desk: Desk) -> str:
    """A Python session told again with what each of its statements prints."""
    examples = doctest.DocTestParser().get_examples(body)
    assert examples, "a pycon block without a statement"
    program = "".join(f"print({MARK!r})\n{shown(example.source)}\n" for example in examples)
    script = desk.folder / "session.py"
    script.write_text(program, encoding="utf-8")
    outputs = desk.run(f'"{sys.executable}" session.py').split(f"{MARK}\n")[1:]
    assert len(outputs) == len(examples), outputs
    return "".join(prompts(example.source) + output for example, output in zip(examples, outputs, strict=True))


MARK = "=== statement ==="


def shown(source: str) -> str:
    """A statement as a program would write it that prints the value of an expression."""
    try:
        compile(source, "session", "eval")
    except SyntaxError:
        return source
    return f"__import__('sys').displayhook({source.strip()})"


def prompts(source: str) -> str:
    """A statement as the session shows it."""
    first, *rest = source.rstrip("\n").split("\n")
    return f">>> {first}\n" + "".join(f"... {line}".rstrip() + "\n" for line in rest)


def test_the_guide_to_rules_names_every_kind_and_every_key() -> None:
    from minutes_cli.rules import load_rules
    from minutes_cli.rules.schema import Rule

    guide = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", guide))
    assert {rule.kind for rule in load_rules().all()} <= named
    assert set(Rule.model_fields) <= named
