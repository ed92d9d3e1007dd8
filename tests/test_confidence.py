"""The figures that records carry: measured on gold, kept beside the rules, never made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes_cli import confidence
from minutes_cli.errors import RulesError
from minutes_cli.records import Action, Span
from minutes_cli.rules import load_rules

PACK = """\
[[rule]]
id = "action.ours"
why = "Our minutes mark a task with a pointing hand."
on = "block"
pattern = '''^=>\\ (?P<task>.+)$'''
accepts = [{ text = "=> Write", task = "Write" }]
rejects = [{ text = "= Write" }]
"""


def action(rule: str) -> Action:
    return Action(id="a1", text="Write", kind="explicit", rule=rule, span=Span(start=0, end=1, line=1))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "ours.toml").write_text(PACK, encoding="utf-8")
    return tmp_path


def test_a_few_records_make_no_certainty() -> None:
    assert [confidence.share_right(*counts) for counts in [(0, 0), (2, 0), (0, 2), (98, 0)]] == [0.5, 0.75, 0.25, 0.99]


def test_a_rule_that_was_not_measured_gives_no_confidence(pack: Path) -> None:
    assert confidence.rate([action("action.ours")], load_rules([pack]))[0].confidence is None


def test_a_measured_rule_gives_its_share(pack: Path) -> None:
    confidence.write_counts(pack, {"action.ours": (7, 1)}, documents=3)
    assert confidence.rate([action("action.ours")], load_rules([pack]))[0].confidence == 0.8
    assert json.loads((pack / "confidence.json").read_text())["documents"] == 3


def test_figures_of_a_replaced_rule_do_not_pass_to_the_one_in_its_place(pack: Path) -> None:
    shipped = next(iter(confidence.read_counts(confidence.folder_of("undertaking.will", load_rules()))))
    (pack / "ours.toml").write_text(PACK.replace("action.ours", shipped), encoding="utf-8")
    assert confidence.rate([action(shipped)], load_rules([pack]))[0].confidence is None
    assert confidence.rate([action(shipped)], load_rules())[0].confidence is not None


def test_broken_figures_are_an_error_that_names_the_file(pack: Path) -> None:
    (pack / "confidence.json").write_text("[]", encoding="utf-8")
    with pytest.raises(RulesError, match=r"confidence\.json: not figures of rules; write them anew"):
        confidence.rate([action("action.ours")], load_rules([pack]))
