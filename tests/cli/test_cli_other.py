"""``minutes schema``, ``minutes text``, ``minutes rules`` and filing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from minutes_cli.records import Minutes
from minutes_cli.rules import load_rules

Run = Callable[..., Result]

PACK = """
[[rule]]
id = "action.to-do-of"
why = "A made-up label, to show a pack of one's own"
on = "line"
pattern = '''^TASK\\ OF\\ (?P<owner>\\w+):\\ (?P<task>.+)$'''
accepts = [{text = "TASK OF Clerk: write", owner = "Clerk", task = "write"}]
rejects = [{text = "TASK OFFICE: none"}]
"""


def write_pack(text: str = PACK) -> None:
    Path("pack").mkdir()
    Path("pack/mine.toml").write_text(text, encoding="utf-8")


def test_schema_names_what_the_json_holds(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["title"] == "Minutes"
    assert set(schema["properties"]) == set(Minutes.model_fields)
    assert "for" in schema["$defs"]["Vote"]["properties"]
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("data", [b"one\r\ntwo\x0cthree\n", "Bjørn\n".encode("utf-16"), b"caf\xe9 \x93so\x94\n"])
def test_text_is_what_offsets_count_in(run: Run, data: bytes) -> None:
    Path("a.txt").write_bytes(data)
    text = run("text", "a.txt").stdout_bytes.decode("utf-8")
    assert json.loads(run("extract", "a.txt").stdout)["source"]["characters"] == len(text)
    assert run("text", stdin=data).stdout_bytes.decode("utf-8") == text


def test_text_of_a_missing_file_is_a_failure_of_one_line(run: Run) -> None:
    result = run("text", "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "minutes: missing.txt: no such file; check the name\n"


def test_rules_are_listed_with_their_reasons(run: Run) -> None:
    write_pack()
    lines = run("rules", "list", "--rules", "pack").stdout.splitlines()
    assert len(lines) == len(load_rules().all()) + 1
    assert lines[-1].split(maxsplit=1) == ["action.to-do-of", "A made-up label, to show a pack of one's own"]


def test_a_rule_is_shown_with_its_examples(run: Run) -> None:
    write_pack()
    shown = run("rules", "show", "action.to-do-of", "--rules", "pack").stdout.splitlines()
    assert shown[:3] == [
        "rule:      action.to-do-of",
        f"from:      {Path('pack/mine.toml').resolve()}",
        "why:       A made-up label, to show a pack of one's own",
    ]
    assert shown[-7:] == [
        "pattern:",
        r"  ^TASK\ OF\ (?P<owner>\w+):\ (?P<task>.+)$",
        "accepts:",
        "  'TASK OF Clerk: write'",
        "    owner = 'Clerk', task = 'write'",
        "rejects:",
        "  'TASK OFFICE: none'",
    ]


def test_every_shipped_rule_can_be_shown(run: Run) -> None:
    rules = load_rules().all()
    assert rules
    for rule in rules:
        assert run("rules", "show", rule.id).stdout.startswith(f"rule:      {rule.id}\n")


def test_an_unknown_rule_is_wrong_use_and_names_the_near_one(run: Run) -> None:
    write_pack()
    result = run("rules", "show", "action.todo-of", "--rules", "pack")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "minutes: action.todo-of: no such rule; did you mean action.to-do-of?\n"


def test_a_pack_that_holds(run: Run) -> None:
    write_pack()
    result = run("rules", "check", "--rules", "pack")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{len(load_rules().all()) + 1} rules hold\n"


BROKEN = {
    "an example with another owner": ('owner = "Clerk", task', 'owner = "Chair", task', 1, "owner is 'Clerk'"),
    "a near miss that matches": ("TASK OFFICE: none", "TASK OF Chair: none", 1, "which it must not"),
    "an unknown key": ("on = ", "where = ", 2, "rule action.to-do-of: no key is called where; use id"),
    "a key misspelt": ("pattern = ", "patern = ", 2, "no key is called patern; did you mean pattern?"),
    "a key misspelt at the head of the file": ("\n[[rule]]", "\n[fragment]\n[[rule]]", 2, "did you mean fragments?"),
    "no reason": ("A made-up label, to show a pack of one's own", "A", 2, "rule action.to-do-of: why: "),
    "a reason left out": ("why = ", "# ", 2, "rule action.to-do-of: why is missing"),
    "no example": ("accepts = [{", "#", 2, "mine.toml"),
    "no TOML": ("[[rule]]", "[[rule", 2, "mine.toml: not TOML"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_pack_is_a_line_that_names_the_rule_or_the_file(run: Run, kind: str) -> None:
    old, new, code, message = BROKEN[kind]
    assert old in PACK
    write_pack(PACK.replace(old, new))
    result = run("rules", "check", "--rules", "pack")
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = [line for line in result.stderr.splitlines() if "to-do-of" in line or "mine.toml" in line]
    assert message in line


def test_extract_files_what_it_read_and_says_so(run: Run, own_folder: Path) -> None:
    Path("a.txt").write_text("write\nring\n", encoding="utf-8")
    place = own_folder / ".register" / "register.db"
    result = run("extract", "a.txt", save=True)
    assert result.stderr == f"Filed 1 document (1 new), 2 actions, in {place}; --no-save leaves that out\n"
    assert Minutes.model_validate_json(result.stdout).source.path == "a.txt"
    again = run("extract", "a.txt", save=True)
    assert "(1 unchanged)" in again.stderr
    assert run("extract", "a.txt", "-q", save=True).stderr == ""


@pytest.mark.parametrize("off", ["--no-save", "0", "no", "False", "off"])
def test_filing_can_be_switched_off(run: Run, monkeypatch: pytest.MonkeyPatch, own_folder: Path, off: str) -> None:
    Path("a.txt").write_text("write\n", encoding="utf-8")
    if off == "--no-save":
        result = run("extract", "a.txt", off, save=True)
    else:
        monkeypatch.setenv("MINUTES_SAVE", off)
        from typer.testing import CliRunner

        from minutes_cli.cli.app import app

        result = CliRunner().invoke(app, ["extract", "a.txt"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert not (own_folder / ".register").exists()


def test_a_register_that_cannot_be_made_is_one_line_and_the_records_still_come_out(run: Run) -> None:
    Path("file").touch()
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("write\n", encoding="utf-8")
    result = run("extract", "a.txt", "b.txt", "--register", "file/x.db", save=True)
    assert result.exit_code == 1
    assert [entry["source"]["path"] for entry in json.loads(result.stdout)] == ["a.txt", "b.txt"]
    assert result.stderr.count("\n") == 1
    assert "file/x.db" in result.stderr
