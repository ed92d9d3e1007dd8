"""Documents read by several processes: the same records in the same order, whatever becomes of one."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from minutes_cli import workers
from minutes_cli.batch import Outcome, extract_all
from minutes_cli.errors import MinutesError, SourceError
from minutes_cli.workers import extract_side_by_side

SAMPLES = Path(__file__).parents[1] / "samples"


class KilledPool:
    """A pool whose processes are killed: at once, or while they read."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.submitted = 0

    def submit(self, _: Callable[..., Outcome], *__: Any) -> Future[Outcome]:
        self.submitted += 1
        if self.submitted > 1:
            raise BrokenProcessPool("a process was killed")
        future: Future[Outcome] = Future()
        future.set_exception(BrokenProcessPool("a process was killed"))
        return future

    def shutdown(self, **_: Any) -> None:
        pass


def test_the_records_are_those_of_one_process_in_the_order_of_the_documents() -> None:
    missing, fault = str(SAMPLES / "missing.txt"), SourceError("folder: no minutes")
    four = [str(path) for path in sorted(SAMPLES.glob("*.txt"))[:4]]
    documents: list[str | MinutesError] = [*four, missing, fault, str(SAMPLES / "x.md")]
    alone = list(extract_all(documents))
    together = list(extract_side_by_side(documents, (), None, 2))
    assert [outcome.path for outcome in together] == [outcome.path for outcome in alone]
    assert [outcome.minutes for outcome in together] == [outcome.minutes for outcome in alone]
    assert [str(outcome.error) for outcome in together] == [str(outcome.error) for outcome in alone]
    assert sum(outcome.minutes is not None for outcome in together) == 4


def test_a_pack_holds_in_the_processes_too(tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text("drop = ['action.label']\n")
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Minutes of the Hall Committee, 4 March 2024\n\n1. Roof\nACTION: Ann Vole to call the roofer.\n")
    (kept,) = extract_side_by_side([str(minutes)], (), None, 2)
    (dropped,) = extract_side_by_side([str(minutes)], (pack,), None, 2)
    assert kept.minutes is not None and [action.rule for action in kept.minutes.actions] == ["action.label"]
    assert dropped.minutes is not None and "action.label" not in {action.rule for action in dropped.minutes.actions}


def test_documents_whose_process_was_killed_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", KilledPool)
    documents = [str(path) for path in sorted(SAMPLES.glob("*.txt"))[:3]]
    assert list(extract_side_by_side(documents, (), None, 2)) == list(extract_all(documents))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that can be put off")
def test_what_starts_a_process_is_not_interrupted() -> None:
    with pytest.raises(KeyboardInterrupt), workers._uninterrupted():
        signal.raise_signal(signal.SIGINT)
        reached = True
    assert reached
