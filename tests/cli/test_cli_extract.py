"""``minutes extract``: which documents it reads, what it writes where, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from minutes_cli.cli.extract import piped
from minutes_cli.errors import UsageError
from minutes_cli.records import Minutes

Run = Callable[..., Result]


def write(path: str, text: str = "write to the contractor\n") -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return path


def paths(output: str) -> list[str]:
    return [entry["source"]["path"] for entry in json.loads(output)]


# which documents


def test_one_file_gives_one_object(run: Run) -> None:
    result = run("extract", write("a.txt"))
    assert (result.exit_code, result.stderr) == (0, "")
    minutes = Minutes.model_validate_json(result.stdout)
    assert (minutes.source.path, minutes.actions[0].text) == ("a.txt", "write to the contractor")


def test_several_files_give_an_array_in_their_order(run: Run) -> None:
    assert paths(run("extract", write("b.txt"), write("a.txt"), write("c.md")).stdout) == ["b.txt", "a.txt", "c.md"]


def test_the_path_is_the_one_given(run: Run) -> None:
    write("a.txt")
    assert paths(run("extract", "./a.txt", "././a.txt").stdout) == ["./a.txt", "././a.txt"]


@pytest.mark.parametrize("arguments", [(), ("-",)], ids=["a pipe", "a dash"])
def test_standard_input_gives_one_object(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("extract", *arguments, stdin="ring the clerk\n")
    minutes = Minutes.model_validate_json(result.stdout)
    assert (minutes.source.path, minutes.actions[0].text) == ("-", "ring the clerk")


def test_standard_input_is_decoded_like_a_file(run: Run) -> None:
    result = run("extract", stdin="\ufeffBjørn to write\n".encode("utf-16-le"))
    assert "Bjørn to write" in result.stdout


def test_no_file_at_a_terminal_is_wrong_use(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    with pytest.raises(UsageError, match="no FILE given"):
        piped()


def test_a_folder_is_read_through_in_a_stable_order(run: Run) -> None:
    for name in ("d/b.txt", "d/a.md", "d/z/1.txt", "d/c/9.TXT", "d/c/10.txt"):
        write(name)
    for name in ("d/~$a.docx", "d/.hidden.txt", "d/.git/x.txt", "d/notes.bak", "d/picture.png", "d/README"):
        write(name)
    assert paths(run("extract", "d").stdout) == ["d/a.md", "d/b.txt", "d/c/10.txt", "d/c/9.TXT", "d/z/1.txt"]


def test_a_folder_with_one_document_still_gives_an_array(run: Run) -> None:
    write("d/a.txt")
    assert paths(run("extract", "d").stdout) == ["d/a.txt"]


def test_a_hidden_file_or_another_ending_is_read_when_it_is_named(run: Run) -> None:
    assert paths(run("extract", write(".a.txt"), write("minutes.log")).stdout) == [".a.txt", "minutes.log"]


def test_a_file_whose_name_begins_with_a_dash(run: Run) -> None:
    write("./-a.txt")
    assert json.loads(run("extract", "--", "-a.txt").stdout)["source"]["path"] == "-a.txt"


# what goes wrong


def test_a_folder_without_minutes_is_wrong_use(run: Run) -> None:
    write("d/picture.png")
    result = run("extract", "d")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("minutes: d: no minutes in this folder; it takes files that end in")


def test_an_empty_name_is_wrong_use_and_stops_nothing(run: Run) -> None:
    result = run("extract", "", write("a.txt"))
    assert (result.exit_code, paths(result.stdout)) == (2, ["a.txt"])
    assert result.stderr == "minutes: a file without a name was given; name minutes or a folder of them\n"


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table", "markdown"])
def test_folders_without_minutes_give_no_output_in_any_format(run: Run, form: str) -> None:
    Path("d").mkdir()
    Path("e").mkdir()
    result = run("extract", "d", "e", "--format", form)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 2)


def test_a_folder_without_minutes_leaves_the_output_file_as_it_was(run: Run) -> None:
    Path("d").mkdir()
    Path("out.json").write_text("[1]")
    assert run("extract", "d", "-o", "out.json").exit_code == 2
    assert Path("out.json").read_text() == "[1]"


def test_a_folder_without_minutes_beside_a_document(run: Run) -> None:
    Path("d").mkdir()
    result = run("extract", "d", write("a.txt"))
    assert (result.exit_code, paths(result.stdout)) == (2, ["a.txt"])


BAD_FILES = {
    "missing": (None, "bad: no such file"),
    "empty": (b"", "bad: is empty"),
    "blank": (b" \r\n\t\n", "bad: is empty"),
    "binary": (bytes(range(256)) * 20, "bad: "),
    "a fault": (b"FAULT", "bad: a fault in minutes, not in the file (KeyError: 'fault'); please report it"),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_bad_file_is_one_line_and_the_others_come_out(run: Run, kind: str) -> None:
    content, message = BAD_FILES[kind]
    if content is not None:
        Path("bad").write_bytes(content)
    result = run("extract", write("a.txt"), "bad", write("z.txt"))
    assert (result.exit_code, paths(result.stdout)) == (1, ["a.txt", "z.txt"])
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"minutes: {message}")


def test_one_bad_file_alone_prints_nothing_on_standard_output(run: Run) -> None:
    result = run("extract", "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "minutes: missing.txt: no such file; check the name\n"


def test_quiet_keeps_the_errors(run: Run) -> None:
    assert run("extract", "-q", "missing.txt").stderr == "minutes: missing.txt: no such file; check the name\n"


def test_a_message_stays_one_line_whatever_the_name(run: Run) -> None:
    result = run("extract", "no\nsuch\x1b[31mfile")
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr


def test_a_fault_is_raised_for_who_looks_for_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_DEBUG", "1")
    assert isinstance(run("extract", write("bad.txt", "FAULT")).exception, KeyError)


def test_wrong_use_outranks_a_failed_document(run: Run) -> None:
    Path("d").mkdir()
    result = run("extract", "d", "missing.txt", write("a.txt"))
    assert (result.exit_code, paths(result.stdout)) == (2, ["a.txt"])
    assert result.stderr.count("\n") == 2


WRONG_USE = {
    "an unknown option": ("--nonsense",),
    "an unknown format": ("--format", "yaml"),
    "an unknown kind": ("--only", "votes"),
    "a confidence above one": ("--min-confidence", "2"),
    "a confidence that is no number": ("--min-confidence", "high"),
    "an output that no format goes with": ("-o", "out.doc"),
    "an output in a folder that is not there": ("-o", "nowhere/out.json"),
    "an output that is a folder": ("-o", ".", "--format", "json"),
    "a rule pack that is not there": ("--rules", "nowhere"),
    "a task list of attendees": ("--format", "ics", "--only", "attendees"),
}


@pytest.mark.parametrize("use", WRONG_USE)
def test_wrong_use_exits_2_and_writes_nothing(run: Run, use: str) -> None:
    result = run("extract", write("a.txt"), *WRONG_USE[use])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert {path.name for path in Path().iterdir()} == {"a.txt"}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (("extract", "--format", "foo", "a.txt"), "'foo' is not one of 'json'"),
        (("extract", "--min-confidence", "high", "a.txt"), "Input should be a valid number"),
        (("actions", "--since", "bad"), "'bad' does not match the format"),
    ],
)
def test_a_wrong_value_is_told_without_the_wording_of_the_checker(
    run: Run, wrong: tuple[str, ...], message: str
) -> None:
    result = run(*wrong)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Value error" not in result.stderr


def test_a_broken_rule_pack_is_wrong_use_before_any_document(run: Run) -> None:
    write("pack/mine.toml", "[[rule]]\nid = 'action.mine'\nwhat = 1\n")
    result = run("extract", write("a.txt"), "--rules", "pack")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mine.toml" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_pattern_that_does_not_compile_is_wrong_use_before_any_document(run: Run) -> None:
    write(
        "pack/mine.toml",
        "[[rule]]\nid = 'action.mine'\nwhy = 'shows what happens'\npattern = '''(oops'''\n"
        "accepts = [{text = 'oops'}]\nrejects = [{text = 'no'}]\n",
    )
    result = run("extract", write("a.txt"), "--rules", "pack")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "action.mine" in result.stderr


# what is written


def test_only_one_kind(run: Run) -> None:
    result = json.loads(run("extract", write("a.txt"), "--only", "actions").stdout)
    assert set(result) == {"schema_version", "source", "actions"}
    assert result["source"]["path"] == "a.txt"


def test_json_lines(run: Run) -> None:
    result = run("extract", write("a.txt"), write("b.txt"), "--format", "jsonl")
    assert [json.loads(line)["source"]["path"] for line in result.stdout.splitlines()] == ["a.txt", "b.txt"]


def test_csv_to_a_pipe_has_no_byte_order_mark(run: Run) -> None:
    result = run("extract", write("a.txt", "=1+1\n"), "--format", "csv", "--only", "actions")
    assert result.stdout_bytes.startswith(b"document,")
    assert next(csv.DictReader(result.stdout.splitlines()))["text"] == "'=1+1"


def test_csv_to_a_file_has_one_for_spreadsheets_but_not_when_raw(run: Run) -> None:
    write("a.txt", "=1+1\n")
    run("extract", "a.txt", "-o", "out.csv")
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbfrecord,")
    run("extract", "a.txt", "-o", "out.csv", "--raw", "--only", "actions")
    data = Path("out.csv").read_bytes()
    assert data.startswith(b"document,")
    assert b",=1+1," in data


ENDINGS = {
    "out.json": b'{\n  "schema',
    "out.jsonl": b'{"schema',
    "out.csv": b"\xef\xbb\xbfrecord,",
    "OUT.TSV": b"\xef\xbb\xbfrecord\t",
    "out.xlsx": b"PK\x03\x04",
    "out.md": b"# Parish Council",
    "out.ics": b"BEGIN:VCALENDAR\r\n",
    "todo.txt": b"2024-03-05 write to",
}


@pytest.mark.parametrize("name", ENDINGS)
def test_the_ending_picks_the_format(run: Run, name: str) -> None:
    result = run("extract", write("a.txt"), "-o", name)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert Path(name).read_bytes().startswith(ENDINGS[name])
    assert {path.name for path in Path().iterdir()} == {"a.txt", name}


def test_a_format_that_is_named_outranks_the_ending(run: Run) -> None:
    run("extract", write("a.txt"), "-o", "out.txt", "--format", "jsonl")
    assert Path("out.txt").read_bytes().startswith(b'{"schema')


def test_a_dash_as_output_is_standard_output(run: Run) -> None:
    assert json.loads(run("extract", write("a.txt"), "-o", "-").stdout)["source"]["path"] == "a.txt"


def test_the_old_output_stays_where_no_document_could_be_read(run: Run) -> None:
    write("out.json", "old")
    assert run("extract", "missing.txt", "-o", "out.json").exit_code == 1
    assert Path("out.json").read_text(encoding="utf-8") == "old"


def test_the_output_never_replaces_the_minutes(run: Run) -> None:
    write("d/a.txt", "the minutes")
    for arguments in (("d/a.txt",), ("d",), ("d/../d/a.txt",)):
        result = run("extract", *arguments, "-o", "d/a.txt", "--format", "json")
        assert result.exit_code == 2
        assert result.stderr == "minutes: d/a.txt: is one of the minutes to read; write to another file\n"
    assert Path("d/a.txt").read_text(encoding="utf-8") == "the minutes"


def test_the_same_run_twice_gives_the_same_bytes(run: Run) -> None:
    write("a.txt")
    first, second = (run("extract", "a.txt", "--format", "csv").stdout_bytes for _ in range(2))
    assert first == second


# strict, confidence


def test_strict_says_what_is_open_and_exits_1(run: Run) -> None:
    result = run("extract", write("a.txt", "write\nring?\n"), "--strict")
    assert result.exit_code == 1
    assert result.stderr == "minutes: a.txt:2: who is to do it? (question)\n"
    assert len(json.loads(result.stdout)["actions"]) == 2


@pytest.mark.parametrize(("text", "arguments"), [("write", ("--strict",)), ("ring?", ())], ids=["no issue", "lenient"])
def test_otherwise_it_exits_0(run: Run, text: str, arguments: tuple[str, ...]) -> None:
    result = run("extract", write("a.txt", text), *arguments)
    assert (result.exit_code, result.stderr) == (0, "")


LEAST = {"0.5": ["perhaps write", "ring"], "0.51": ["ring"], "0": ["perhaps write", "ring"]}


@pytest.mark.parametrize("least", LEAST)
def test_records_below_the_least_confidence_go_and_those_without_a_figure_stay(run: Run, least: str) -> None:
    result = run("extract", write("a.txt", "perhaps write\nring\n"), "--min-confidence", least)
    assert [action["text"] for action in json.loads(result.stdout)["actions"]] == LEAST[least]
