"""The program as a process of its own: pipes, terminals, interruptions, start-up."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from minutes_cli.cli.app import COMMANDS
from minutes_cli.records import Minutes

RunProgram = Callable[..., "subprocess.CompletedProcess[bytes]"]
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")

MINUTES = "Minutes of the Parish Council held on 5 March 2024\n\n1. Bins\n\nACTION: Clerk to write to the contractor\n"
HEAVY = ("spacy", "pydantic", "rich", "numpy", "sqlalchemy", "sqlite3", "icalendar", "xlsxwriter", "lxml")


def test_the_module_and_the_script_are_one(run_program: RunProgram) -> None:
    script = Path(sysconfig.get_path("scripts")) / "minutes"
    commands = [(sys.executable, "-m", "minutes_cli"), (str(script),)] if script.exists() else [()]
    for command in commands:
        result = run_program("--version", command=command)
        assert (result.returncode, result.stdout.decode()) == (0, f"minutes {version('minutes-records')}\n")


def test_help_names_every_command(run_program: RunProgram) -> None:
    result = run_program("--help")
    assert result.returncode == 0
    listed = result.stdout.decode().partition("Commands:")[2]
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "] == [*COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run_program: RunProgram, command: str) -> None:
    result = run_program(command, "-h")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(f"Usage: minutes {command}".encode())


def test_help_imports_nothing_heavy(run_program: RunProgram) -> None:
    code = (
        "import sys\n"
        "from minutes_cli.cli.app import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    result = run_program("-c", code, command=(sys.executable,))
    assert b"Commands:" in result.stdout
    assert result.stderr == b"[]\n"


def test_no_arguments_show_help_and_are_wrong_use(run_program: RunProgram) -> None:
    result = run_program()
    assert result.returncode == 2
    assert b"Commands:" in result.stdout + result.stderr


def test_a_mistyped_command_is_wrong_use_and_names_the_near_one(run_program: RunProgram) -> None:
    result = run_program("extrat", "a.txt")
    assert result.returncode == 2
    assert b"extract" in result.stderr
    assert b"Traceback" not in result.stderr


def test_from_a_pipe_to_records(run_program: RunProgram) -> None:
    result = run_program("extract", stdin=MINUTES.encode())
    assert (result.returncode, result.stderr) == (0, b"")
    minutes = Minutes.model_validate_json(result.stdout)
    assert (minutes.source.path, minutes.source.characters) == ("-", len(MINUTES))


def test_an_empty_pipe_is_a_failed_document(run_program: RunProgram) -> None:
    result = run_program("extract")
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.startswith(b"minutes: -: is empty")


def test_output_is_utf_8_whatever_the_locale(run_program: RunProgram, tmp_path: Path) -> None:
    (tmp_path / "ärger.txt").write_text("Bjørn “to” write\n", encoding="utf-8")
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "1"}
    result = run_program("extract", "ärger.txt", env=env)
    assert result.returncode == 0
    assert json.loads(result.stdout.decode("utf-8"))["source"]["path"] == "ärger.txt"
    assert run_program("text", "ärger.txt", env=env).stdout.decode("utf-8") == "Bjørn “to” write\n"


@on_posix
@pytest.mark.parametrize(("form", "first"), [("json", b"["), ("csv", b"r"), ("table", b"P")])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, form: str, first: bytes) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(MINUTES * 20, encoding="utf-8")
    command = [sys.executable, "-m", "minutes_cli", "extract", "--no-save", "--format", form, "."]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == first
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 128 + signal.SIGPIPE


@on_posix
def test_an_interruption_leaves_the_old_output_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    for number in range(3000):
        (tmp_path / "minutes" / f"{number}.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    command = [sys.executable, "-m", "minutes_cli", "extract", "--no-save", "minutes", "-o", "out.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(".out.jsonl.*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(60) == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minutes", "out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old"


@on_posix
def test_an_interruption_while_a_module_makes_its_classes_has_its_exit_code(
    run_program: RunProgram, tmp_path: Path
) -> None:
    (tmp_path / "interrupted.py").write_text(
        "import minutes_cli.source\n"
        "from minutes_cli.__main__ import run\n"
        "minutes_cli.source.read_path = lambda path: exec('raise KeyboardInterrupt')\n"
        "run()\n",
        encoding="utf-8",
    )
    result = run_program("text", "minutes.txt", command=(sys.executable, "-m", "interrupted"))
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")


@on_posix
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands_and_options(run_program: RunProgram, shell: str) -> None:
    for words, wanted in (("minutes ex", "extract"), ("minutes extract --min", "--min-confidence")):
        env = {
            "_MINUTES_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
            "_TYPER_COMPLETE_ARGS": words,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        assert wanted in run_program(env=env).stdout.decode()


def at_terminal(command: str, folder: Path, **env: str) -> str:
    """What a person sees who runs the command at a terminal."""
    script = shutil.which("script")
    if script is None:
        pytest.skip("needs script(1)")
    result = subprocess.run(
        [script, "-qec", command, os.devnull],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "TERM": "xterm-256color", "MINUTES_SAVE": "0", **env},
        check=False,
    )
    return result.stdout.decode()


@on_posix
def test_a_person_who_waits_sees_a_bar_and_one_who_wants_quiet_does_not(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(MINUTES, encoding="utf-8")
    command = f"{sys.executable} -m minutes_cli extract a.txt b.txt missing.txt -o out.json"
    seen = at_terminal(command, tmp_path)
    assert "Reading" in seen
    assert "3/3" in seen
    assert "minutes: missing.txt: no such file" in seen
    quiet = at_terminal(f"{command} -q", tmp_path)
    assert quiet.splitlines() == ["minutes: missing.txt: no such file; check the name"]
    assert at_terminal(f"{sys.executable} -m minutes_cli extract a.txt -o out.json", tmp_path) == ""


@on_posix
def test_a_table_has_colours_at_a_terminal_unless_no_color(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    command = f"{sys.executable} -m minutes_cli extract a.txt --format table"
    assert "\x1b[" in at_terminal(command, tmp_path)
    assert "\x1b[" not in at_terminal(command, tmp_path, NO_COLOR="1")


@on_posix
def test_a_workbook_is_not_poured_over_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    seen = at_terminal(f"{sys.executable} -m minutes_cli extract a.txt --format xlsx", tmp_path)
    assert seen.splitlines() == ["minutes: --format xlsx is no text; write it to a file with -o FILE.xlsx"]


@on_posix
def test_what_was_read_is_filed_although_the_reader_goes_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    command = f"{sys.executable} -m minutes_cli extract a.txt --register register.db | true"
    result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert result.stderr.startswith(b"Filed 1 document ")
    assert (tmp_path / "register.db").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("extract", "a.txt"), ("extract", "a.txt", "--format", "table"), ("schema",)])
def test_a_full_disk_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        result = subprocess.run(
            [sys.executable, "-m", "minutes_cli", *arguments],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "MINUTES_SAVE": "0"},
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr == b"minutes: output: No space left on device; what was written is not whole\n"


@on_posix
@pytest.mark.parametrize(
    ("arguments", "closed", "code", "message"),
    [
        ("extract -", "<&-", 1, b"minutes: -: standard input is closed; name a file\n"),
        ("extract", "<&-", 2, b"minutes: no FILE given; name minutes or a folder of them, or pipe them in"),
        ("extract a.txt", ">&-", 2, b"minutes: standard output is closed; name a file with -o\n"),
        ("extract a.txt -o out.json", ">&-", 0, b""),
    ],
)
def test_closed_streams(tmp_path: Path, arguments: str, closed: str, code: int, message: bytes) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    command = f"{sys.executable} -m minutes_cli {arguments} {closed}"
    env = {**os.environ, "MINUTES_SAVE": "0"}
    result = subprocess.run(["sh", "-c", command], cwd=tmp_path, stderr=subprocess.PIPE, env=env, check=False)
    assert (result.returncode, result.stderr[: len(message) or None]) == (code, message)
