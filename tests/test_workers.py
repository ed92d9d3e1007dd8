"""Documents read by several processes: the same records in the same order, whatever becomes of one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from minutes_cli import workers
from minutes_cli.batch import Outcome, extract_all
from minutes_cli.errors import MinutesError, SourceError
from minutes_cli.workers import WORTH, extract_side_by_side, jobs_for

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


@pytest.mark.parametrize(
    ("documents", "wanted", "jobs"),
    [
        pytest.param(1, None, 1, id="one document"),
        pytest.param(2 * WORTH - 1, None, 1, id="too few to be worth another start"),
        pytest.param(2 * WORTH, None, 2, id="enough for two"),
        pytest.param(1000 * WORTH, None, 3, id="no more than cores"),
        pytest.param(5, 8, 5, id="no more than documents"),
        pytest.param(5, 2, 2, id="as many as wanted"),
        pytest.param(0, None, 1, id="no documents"),
    ],
)
def test_as_many_processes_as_are_worth_it(
    monkeypatch: pytest.MonkeyPatch, documents: int, wanted: int | None, jobs: int
) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: 3)
    assert jobs_for(documents, wanted) == jobs
