"""Packs of rules: what a file of a pack may not define a second time."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.errors import RulesError
from minutes_cli.rules import load_rules


def pack(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ('[words]\nberth = ["quay"]', '[words]\nberth = ["dock"]'),
        ('[fragments]\nberth = "quay"', '[fragments]\nberth = "dock"'),
        ('[words]\nberth = ["quay"]', '[fragments]\nberth = "dock"'),
    ],
    ids=["words", "fragments", "one of each"],
)
def test_a_name_defined_in_two_files_of_a_pack_is_refused(tmp_path: Path, one: str, two: str) -> None:
    with pytest.raises(RulesError, match=r"second\.toml: berth is defined in .*first\.toml too"):
        load_rules([pack(tmp_path / "harbour", first=one, second=two)])


def test_a_later_pack_may_define_a_name_anew(tmp_path: Path) -> None:
    first = pack(tmp_path / "first", names='[words]\nberth = ["quay"]')
    second = pack(tmp_path / "second", names='[words]\nberth = ["dock"]')

    assert load_rules([first, second]).words("berth") == {"dock"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param('[fragments]\nBad = "x"\n', "fragment 'Bad': names are lower-case", id="a fragment"),
        pytest.param(
            '[[rule]]\nid = "action.berth"\nwhy = "A task at the berth"\n'
            'accepts = [{text = "a"}]\nrejects = [{text = "b"}]\n',
            r"rule action\.berth: give either pattern or tokens",
            id="a rule, named once",
        ),
    ],
)
def test_what_is_wrong_follows_the_file_at_once(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "mine.toml").write_text(content, encoding="utf-8")
    with pytest.raises(RulesError, match=rf"mine\.toml: {message}"):
        load_rules([tmp_path])
