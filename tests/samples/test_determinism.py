"""Records depend on nothing but their document: not on the run, the hash seed or the files before it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from places import ROOT, SAMPLES

NAMES = [sample.name for sample in SAMPLES]


def extracted(names: list[str], seed: str, home: Path) -> dict[str, object]:
    """What a new process prints for some samples, by the sample's name."""
    done = subprocess.run(
        [sys.executable, "-m", "minutes_cli", "extract", "--no-save", "--format", "jsonl", *names],
        cwd=ROOT / "samples",
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    return {document["source"]["path"]: document for document in documents}


def test_another_run_in_another_order_gives_the_same(tmp_path: Path) -> None:
    one = extracted(NAMES, "1", tmp_path)
    other = extracted(NAMES[::-1], "4711", tmp_path)
    assert set(one) == set(NAMES)
    assert one == other
