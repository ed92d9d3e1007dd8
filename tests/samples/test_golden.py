"""Each sample gives the records in its golden file, and each record cuts its own words out of the sample."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

import pytest

from evidence import problems
from minutes_cli import Minutes, extract
from minutes_cli.source import read_path
from places import ROOT, SAMPLES

GOLDEN = ROOT / "samples" / "golden"
REWRITE = "python -m pytest tests/samples --rewrite-golden"


def golden_text(minutes: Minutes, sample: Path) -> str:
    """The records as the golden file holds them; the path doesn't tell where the repository lies."""
    data: dict[str, Any] = minutes.model_dump(mode="json")
    data["source"]["path"] = sample.name
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_sample_gives_its_golden_records(sample: Path, rewrite_golden: bool) -> None:
    source = read_path(str(sample))
    minutes = extract(source)
    assert problems(source.text, minutes) == []
    assert minutes.sections
    assert minutes.attendees
    assert minutes.actions
    assert minutes.resolutions

    got = golden_text(minutes, sample)
    golden = GOLDEN / f"{sample.stem}.json"
    if rewrite_golden:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(got, encoding="utf-8", newline="\n")
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if got != wanted:
        lines = difflib.unified_diff(
            wanted.splitlines(), got.splitlines(), f"samples/golden/{golden.name}", "now", n=4, lineterm=""
        )
        pytest.fail(
            f"{sample.name} gives other records than its golden file. If the new ones are right, rewrite it:\n"
            f"    {REWRITE}\n" + "\n".join(lines),
            pytrace=False,
        )


def test_there_are_samples_and_each_golden_file_has_one() -> None:
    assert len(SAMPLES) >= 10
    assert {path.stem for path in GOLDEN.glob("*.json")} == {sample.stem for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_path_bytes_and_text_give_the_same_records(sample: Path) -> None:
    from_path = extract(sample)
    from_bytes = extract(sample.read_bytes())
    from_text = extract(sample.read_text(encoding="utf-8"))
    for other in (from_bytes, from_text):
        assert other.actions == from_path.actions
        assert other.resolutions == from_path.resolutions
        assert other.attendees == from_path.attendees
        assert other.sections == from_path.sections
        assert other.meeting == from_path.meeting


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_windows_line_ends_give_the_same_records(sample: Path) -> None:
    """The same minutes saved on Windows: only the offsets move."""
    text = sample.read_text(encoding="utf-8")
    windows = text.replace("\n", "\r\n")
    one, other = extract(text), extract(windows)
    assert problems(windows, other) == []
    assert without_places(other) == without_places(one)


def without_places(minutes: Minutes) -> Any:
    """The records without what depends on offsets and bytes."""
    data = minutes.model_dump(mode="json", exclude={"source"})

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: strip(part) for name, part in value.items() if name != "span"}
        return [strip(part) for part in value] if isinstance(value, list) else value

    return strip(data)
