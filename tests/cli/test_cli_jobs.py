"""Questions over many documents with ``-j``: what one process answers, several answer too."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

RunProgram = Callable[..., "subprocess.CompletedProcess[bytes]"]

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("command", ["actions", "resolutions", "attendees"])
def test_the_answer_is_that_of_one_process(run_program: RunProgram, command: str) -> None:
    documents = [str(path) for path in sorted(SAMPLES.glob("*.txt"))[:3]]
    documents.insert(1, str(SAMPLES / "missing.txt"))
    alone = run_program(command, *documents)
    together = run_program(command, "-j", "2", *documents)
    assert together.stdout == alone.stdout and alone.stdout.count(b"\n") > 3
    assert together.stderr == alone.stderr and b"missing.txt: no such file" in alone.stderr
    assert together.returncode == alone.returncode == 1


def test_a_pipe_among_the_documents_is_read_too(run_program: RunProgram) -> None:
    piped = b"1. Roof\nACTION: Ann Vole to call the roofer.\n"
    result = run_program("actions", "-j", "2", str(SAMPLES / "missing.txt"), "-", stdin=piped)
    assert b"call the roofer" in result.stdout
    assert result.returncode == 1
