"""``minutes rules stats``: records paired with gold, and what is printed and kept of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutes_cli.cli.app import app
from minutes_cli.gold import pair, word_f1

TEXT = """\
Nether Poppleby Parish Council
Minutes of the meeting held on 4 March 2024

1. Highways
Cllr Bell agreed to ask the county about the drain. The Clerk will order a new bin.
Somebody ought to paint the gate.
"""
GOLD = {
    "document": "march.txt",
    "actions": [
        {"quote": "Cllr Bell agreed to ask the county about the drain.", "kind": "implied", "owners": ["Cllr Bell"]},
        {"quote": "Somebody ought to paint the gate.", "kind": "implied", "owners": []},
    ],
    "resolutions": [],
    "attendees": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "march.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "march.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_each_record_is_paired_once_and_the_most_alike_first() -> None:
    assert pair(["a b c", "a b x"], ["a b c d", "a b c"], word_f1) == {0: 1, 1: 0}


def test_records_that_share_too_few_words_are_not_paired() -> None:
    assert pair(["ask the county"], ["paint the gate now"], word_f1) == {}


def test_the_table_counts_right_wrong_and_missed(gold: Path) -> None:
    result = CliRunner().invoke(app, ["rules", "stats", str(gold)])
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["implied", "action", "undertaking.agreed-to", "1", "0", "0.667"] in rows
    assert ["implied", "action", "undertaking.will", "0", "1", "0.333"] in rows
    assert ["implied", "action", "(found", "by", "no", "rule)", "1"] in rows


def test_the_list_shows_every_record(gold: Path) -> None:
    lines = CliRunner().invoke(app, ["rules", "stats", str(gold), "--list"]).stdout.splitlines()
    assert "march.txt\timplied action\tmissed\t-\tSomebody ought to paint the gate." in lines
    assert "march.txt\timplied action\twrong\tundertaking.will\tThe Clerk will order a new bin." in lines


def test_figures_are_kept_beside_the_rules_of_a_pack(gold: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "gate.toml").write_text(
        """[[rule]]
id = "undertaking.ought"
why = "In our minutes somebody who ought to do it will."
on = "sentence"
set = { subject = "none", weak = true }
tokens = [[{ LOWER = "ought" }, { LOWER = "to" }, { IS_ALPHA = true, as = "verb" }]]
accepts = [{ text = "Somebody ought to paint it.", verb = "paint" }]
rejects = [{ text = "Somebody painted it." }]
""",
        encoding="utf-8",
    )
    result = CliRunner().invoke(app, ["rules", "stats", str(gold), "--rules", str(pack)])
    assert ["implied", "action", "undertaking.ought", "1", "0", "0.667"] in [
        line.split() for line in result.stdout.splitlines()
    ]
    assert not (pack / "confidence.json").exists()
    result = CliRunner().invoke(app, ["rules", "stats", str(gold), "--rules", str(pack), "--write"])
    kept = json.loads((pack / "confidence.json").read_text(encoding="utf-8"))
    assert kept == {"documents": 1, "rules": {"undertaking.ought": {"right": 1, "wrong": 0}}}
    assert result.stderr == f"wrote {pack / 'confidence.json'}\n"


def test_a_folder_without_gold_is_wrong_use(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["rules", "stats", str(tmp_path)])
    assert result.exit_code == 2
    assert "no gold.json files here" in result.stderr


def test_gold_without_its_document_is_named(gold: Path) -> None:
    (gold / "march.txt").unlink()
    result = CliRunner().invoke(app, ["rules", "stats", str(gold)])
    assert result.exit_code == 1
    assert "march.gold.json: its document march.txt is not beside it" in result.stderr


@pytest.mark.parametrize(("key", "told"), [("document", "it has no 'document'"), ("kind", "has no 'kind'")])
def test_gold_that_lacks_a_key_is_named(gold: Path, key: str, told: str) -> None:
    file = gold / "march.gold.json"
    assert f'"{key}"' in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{key}"', '"other"'), encoding="utf-8")
    result = CliRunner().invoke(app, ["rules", "stats", str(gold)])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"minutes: {file}: not a gold file: ")
    assert result.stderr.endswith(f"{told}\n")
