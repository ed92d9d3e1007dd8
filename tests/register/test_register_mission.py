"""The two commands as a committee clerk types them, in a fresh home folder, extractor and all."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT

SEED = ROOT.parent / "shared" / "benchmark" / "dev" / "council__barnet-overview-scrutiny__2023.txt"
OWNER = "Assistant Director, Counter Fraud, Community Safety & Protection"

MINUTES = """# Minutes of Thornwick Parish Council, 5 March 2024

## 1. Highways

Officers agreed to provide figures. Action: Assistant Director, Counter Fraud, Community Safety & Protection

Officers agreed to send the plan. Action: Director of Assurance

ACTION: Clerk to write to the landowner about the hedge.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("MINUTES_REGISTER", "MINUTES_SAVE", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def minutes(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "minutes_cli", *arguments]
    return subprocess.run(command, input=stdin, stdin=None if stdin is not None else subprocess.DEVNULL,
                          capture_output=True, env=os.environ, check=False)  # fmt: skip


def found(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, str]]:
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout.decode())))


@pytest.mark.skipif(sys.platform == "win32", reason="the data folder is another there")
def test_extract_files_and_actions_answers(home: Path) -> None:
    (home / "file.txt").write_text(MINUTES, encoding="utf-8")
    extracted = minutes("extract", str(home / "file.txt"))
    line = extracted.stderr.decode()
    assert line.count("\n") == 1
    assert line.startswith("Filed 1 document (1 new), 3 actions, in ")
    assert [path.name for path in home.rglob("register.db")] == ["register.db"]
    assert [row["owners"] for row in found(minutes("actions", "--owner", "Assistant Director"))] == [OWNER]
    assert [row["owners"] for row in found(minutes("actions", "--owner", "clerk"))] == ["Clerk"]
    piped = minutes("actions", "--owner", "Assistant Director", stdin=MINUTES.encode())
    assert [row["owners"] for row in found(piped)] == [OWNER]
    again = minutes("extract", str(home / "file.txt"))
    assert "(1 unchanged)" in again.stderr.decode()


@pytest.mark.parametrize(("arguments", "save"), [(["--no-save"], "1"), ([], "0")], ids=["by option", "by variable"])
def test_extract_files_nothing_when_told_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], save: str
) -> None:
    monkeypatch.setenv("MINUTES_SAVE", save)
    (home / "file.txt").write_text(MINUTES, encoding="utf-8")
    extracted = minutes("extract", str(home / "file.txt"), *arguments)
    assert (extracted.returncode, extracted.stderr) == (0, b"")
    assert list(home.rglob("register.db")) == []


@pytest.mark.benchmark
@pytest.mark.skipif(not SEED.exists(), reason="the benchmark corpus is not beside the repository")
def test_the_seed_document_gives_its_four_and_no_other(home: Path) -> None:
    extracted = minutes("extract", str(SEED), "-o", str(home / "out.json"))
    assert extracted.returncode == 0
    filed = found(minutes("actions", "--owner", "Assistant Director"))
    assert [row["owners"] for row in filed] == [OWNER] * 4
    piped = found(minutes("actions", "--owner", "Assistant Director", stdin=SEED.read_bytes()))
    assert [row["text"] for row in piped] == [row["text"] for row in filed]
    assert [row["id"] for row in piped] == [row["id"] for row in filed]
