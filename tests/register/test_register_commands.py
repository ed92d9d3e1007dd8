"""The commands over the register, as a person types them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from minutes_cli.cli.app import app
from minutes_cli.records import Due, Minutes, Vote
from minutes_cli.register.database import Database, open_register
from minutes_cli.register.place import find_place
from minutes_cli.register.save import save_minutes
from minutes_made import make_action, make_minutes, make_person, make_resolution

LANE = make_minutes(
    make_action("mend the gate", "Clerk", due="2020-02-01"),
    make_action("paint the fence", "Ann Lee", "Ben Orr", kind="implied"),
    make_action("ask for a bin", due=Due(text="by the next meeting")),
    date="2024-01-09",
    path="january.txt",
    headings=["Highways"],
    people=[make_person("Ann Lee", role="Chair"), make_person("Ben Orr", "apologies")],
    resolutions=[make_resolution("that the gate be mended", outcome="carried", mover="Ann Lee", vote=Vote(for_=3))],
)


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def texts(*arguments: str) -> list[str]:
    return [row["text"] for row in rows(run("actions", *arguments))]


def key_of(text: str) -> str:
    return next(row["id"] for row in rows(run("actions", "--repeats")) if row["text"] == text)


@pytest.fixture
def mine() -> Database:
    """The register that the commands use, with one document."""
    database = open_register(find_place(), create=True)
    save_minutes(database, LANE)
    return database


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files "extract" to an action for each line, owned by its first word."""

    def extract(source: Any, **_: object) -> Minutes:
        actions = [make_action(line, line.split()[0]) for line in source.text.splitlines() if line.strip()]
        return make_minutes(*actions, path=source.path, content=source.text, date="2024-05-01")

    monkeypatch.setattr(import_module("minutes_cli.extract"), "extract", extract)


@pytest.mark.parametrize("command", ["actions", "resolutions", "attendees", "register list"])
def test_an_empty_register_says_what_to_do(command: str, tmp_path: Path) -> None:
    result = run(*command.split(), "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert result.stderr == "minutes: the register is empty; read some minutes first: minutes extract FILE\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", ["done abc", "reopen abc", "assign abc Ann", "due abc 2024-01-01", "note abc x", "register show abc"]
)
def test_a_change_to_an_empty_register_fails_and_says_what_to_do(command: str) -> None:
    result = run(*command.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("the register is empty; read some minutes first: minutes extract FILE\n")
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("mine")
def test_nothing_found_is_a_line_on_standard_error() -> None:
    result = run("actions", "--owner", "Nobody")
    assert (result.exit_code, rows(result)) == (0, [])
    assert result.stderr == "minutes: no action found; fewer filters find more\n"
    assert run("actions", "--owner", "Nobody", "--format", "table").stdout == ""
    assert run("resolutions", "--outcome", "lost").stderr == "minutes: no resolutions found\n"


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--since", "yesterday"], id="no date"),
        pytest.param(["--since", "2024-02-30"], id="no such day"),
        pytest.param(["--status", "late"], id="no such status"),
        pytest.param(["--format", "doc"], id="no such format"),
        pytest.param(["-o", "list.doc"], id="no such ending"),
        pytest.param(["--min-confidence", "2"], id="a confidence above one"),
        pytest.param(["--owner", ""], id="an owner without a word"),
        pytest.param(["--body", "..."], id="a body without a word"),
        pytest.param(["--text", "?"], id="text without a word"),
        pytest.param(["--register", "mysql://office/minutes"], id="another kind of server"),
    ],
)
def test_wrong_use(arguments: list[str]) -> None:
    result = run("actions", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("mine")
def test_filters_and_order() -> None:
    assert texts() == ["mend the gate", "paint the fence", "ask for a bin"]
    assert texts("--owner", "the clerk") == ["mend the gate"]
    assert texts("--owner", "Lee", "--owner", "Clerk") == ["mend the gate", "paint the fence"]
    assert texts("--overdue") == ["mend the gate"]
    assert texts("--kind", "implied") == ["paint the fence"]
    assert texts("--text", "bin", "--body", "parish", "--since", "2024-01-09", "--until", "2024-01-09") == [
        "ask for a bin"
    ]
    assert texts("--sort", "text") == ["ask for a bin", "mend the gate", "paint the fence"]
    assert texts("--sort", "text", "--reverse") == ["paint the fence", "mend the gate", "ask for a bin"]
    assert texts("--sort", "owner") == ["paint the fence", "mend the gate", "ask for a bin"]
    assert texts("--sort", "due") == ["mend the gate", "paint the fence", "ask for a bin"]
    assert texts("--group-by", "owner") == ["paint the fence", "mend the gate", "ask for a bin"]


def test_a_date_filter_says_what_it_could_not_judge(mine: Database) -> None:
    save_minutes(mine, make_minutes("find the key", date=None, path="undated.txt"))
    result = run("actions", "--since", "2024-01-01")
    assert "find the key" not in result.stdout
    assert result.stderr == "minutes: left out 1 more, of minutes without a date of meeting\n"
    assert run("actions", "--owner", "clerk", "--since", "2024-01-01").stderr == ""


@pytest.mark.usefixtures("mine")
def test_the_columns_of_an_action() -> None:
    (row,) = rows(run("actions", "--owner", "clerk"))
    assert {name: value for name, value in row.items() if value and name not in ("id", "document")} == {
        "body": "Parish Council",
        "date": "2024-01-09",
        "text": "mend the gate",
        "kind": "explicit",
        "owners": "Clerk",
        "due_text": "by 2020-02-01",
        "due_date": "2020-02-01",
        "status": "open",
        "since_meetings": "1",
        "since_date": "2024-01-09",
        "line": "1",
        "rule": "action.label",
    }
    assert Path(row["document"]).name == "january.txt"


@pytest.mark.usefixtures("mine")
def test_every_format_has_every_action(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    found = json.loads(run("actions", "--format", "json").stdout)
    assert [(each["text"], each["owners"]) for each in found] == [
        ("mend the gate", ["Clerk"]),
        ("paint the fence", ["Ann Lee", "Ben Orr"]),
        ("ask for a bin", []),
    ]
    assert [json.loads(line) for line in run("actions", "--format", "jsonl").stdout.splitlines()] == found
    tsv = csv.DictReader(io.StringIO(run("actions", "--format", "tsv").stdout), delimiter="\t")
    assert [row["id"] for row in tsv] == [each["id"] for each in found]
    assert run("actions", "--format", "ics").stdout.count("BEGIN:VTODO") == 3
    assert run("actions", "--format", "todotxt").stdout.splitlines()[0] == (
        f"2024-01-09 mend the gate @Clerk +Parish-Council due:2020-02-01 id:{found[0]['id']}"
    )
    markdown = run("actions", "--format", "markdown").stdout
    assert all(each["text"] in markdown for each in found)
    assert run("actions", "-o", str(tmp_path / "tracker.xlsx")).exit_code == 0
    sheet = load_workbook(tmp_path / "tracker.xlsx")["Actions"]
    table = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert [line[table[0].index("Text")] for line in table[1:]] == [each["text"] for each in found]
    assert [line[table[0].index("Status")] for line in table[1:]] == ["open"] * 3
    assert table[0][:5] == ["Id", "Status", "Text", "Owners", "Due date"]
    assert sheet.freeze_panes == "A2"
    assert str(table[1][4]) == "2020-02-01 00:00:00"


def test_a_table_for_people(mine: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    save_minutes(mine, make_minutes("mend the gate", date="2024-02-13", path="february.txt"))
    table = run("actions", "--format", "table").stdout
    lines = [line for line in table.splitlines() if "mend the gate" in line]
    assert len(lines) == 1
    assert "since 2 meetings (2024-01-09)" in table
    clerks = run("actions", "--format", "table", "--owner", "clerk").stdout
    (overdue,) = [line for line in clerks.splitlines() if "gate" in line]
    assert overdue.split()[-2:] == ["2020-02-01", "overdue"]


@pytest.mark.usefixtures("mine")
def test_groups_in_tables() -> None:
    def headings(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith("#")]

    by_owner = run("actions", "--format", "markdown", "--group-by", "owner").stdout
    assert headings(by_owner) == [
        "# Ann Lee",
        "# Ben Orr",
        "# Clerk",
        "# No owner",
    ]
    assert by_owner.count("paint the fence") == 2
    by_due = run("actions", "--format", "markdown", "--group-by", "due").stdout
    assert headings(by_due) == ["# Overdue", "# No due date"]
    by_meeting = run("actions", "--format", "markdown", "--group-by", "meeting").stdout
    assert headings(by_meeting) == ["# Parish Council, 2024-01-09"]


@pytest.mark.usefixtures("mine")
def test_living_with_it() -> None:
    gate, fence = key_of("mend the gate"), key_of("paint the fence")
    assert run("done", gate[:4], fence).stdout.splitlines() == [
        f"{gate} done - mend the gate",
        f"{fence} done - paint the fence",
    ]
    assert texts("--status", "open") == ["ask for a bin"]
    assert run("reopen", gate).exit_code == 0
    assert texts("--status", "done") == ["paint the fence"]
    assert run("assign", gate, " Pat   Brown ").stdout == f"{gate} owner: Pat Brown - mend the gate\n"
    assert texts("--owner", "brown") == ["mend the gate"]
    assert run("due", gate, "2099-01-31").stdout == f"{gate} due: 2099-01-31 - mend the gate\n"
    assert texts("--overdue") == []
    assert run("note", gate, "hinges ordered").exit_code == 0
    shown = run("register", "show", gate).stdout
    assert f"{gate}  open  explicit" in shown
    assert "The minutes say: open, Clerk, 2020-02-01" in shown
    assert [line.split(": ", 1)[1] for line in shown.splitlines() if line.startswith("20")] == [
        "status done",
        "status open",
        "owner Pat Brown",
        "due 2099-01-31",
        "note hinges ordered",
    ]
    assert run("assign", gate, "--clear").stdout == f"{gate} owner: as in the minutes - mend the gate\n"
    assert run("due", gate, "--clear").exit_code == 0
    (row,) = rows(run("actions", "--owner", "clerk"))
    assert (row["owners"], row["due_date"], row["note"]) == ("Clerk", "2020-02-01", "hinges ordered")


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["done", "zzzzzzz"], 1, "zzzzzzz: no action has this id"),
        (["done"], 2, "Missing argument"),
        (["assign", "abc"], 2, "give OWNER or --clear"),
        (["assign", "abc", "Ann", "--clear"], 2, "give OWNER or --clear, not both"),
        (["assign", "abc", "  "], 2, "give OWNER or --clear"),
        (["due", "abc", "soon"], 2, "soon"),
        (["note", "abc", " "], 2, "give TEXT"),
        (["register", "show", "zzz"], 1, "zzz: neither an action's id nor"),
        (["register", "remove", "zzz", "--yes"], 1, "zzz: no document"),
        (["register", "remove", "january.txt"], 2, "add --yes"),
        (["register", "import", "nowhere.jsonl"], 2, "nowhere.jsonl: can't be read"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_refused(arguments: list[str], code: int, words: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, words in result.stderr) == (code, True), result.stderr
    assert "Traceback" not in result.stderr
    assert len(texts("--status", "open")) == 3


@pytest.mark.usefixtures("mine")
def test_keeping_the_register(tmp_path: Path) -> None:
    (listed,) = rows(run("register", "list"))
    assert (listed["actions"], listed["open"], listed["resolutions"], listed["attendees"]) == ("3", "3", "1", "2")
    assert run("register", "path").stdout.strip() == os.environ["MINUTES_REGISTER"]
    shown = run("register", "show", "january.txt").stdout.splitlines()
    assert shown[0].split() == [listed["key"], listed["path"]]
    assert [line.split()[2:5] for line in shown if line.startswith("  ")] == [
        ["mend", "the", "gate"],
        ["paint", "the", "fence"],
        ["ask", "for", "a"],
    ]
    run("done", key_of("mend the gate"))
    assert run("register", "export", "-o", "all.jsonl").exit_code == 0
    other = ["--register", str(tmp_path / "other.db")]
    assert run("register", "import", "all.jsonl", *other).stderr == "imported 1 document and 1 note\n"
    assert run("register", "export", *other).stdout == (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    assert [row["text"] for row in rows(run("actions", "--status", "done", *other))] == ["mend the gate"]
    removed = run("register", "remove", "january.txt", "--yes")
    assert removed.stdout == f"removed {listed['key']} {listed['path']} (Parish Council, 2024-01-09): 3 actions\n"
    assert rows(run("register", "list")) == []


@pytest.mark.usefixtures("mine")
def test_resolutions_and_attendees() -> None:
    (row,) = rows(run("resolutions", "--mover", "lee", "--outcome", "carried"))
    assert (row["text"], row["vote_for"], row["mover"]) == ("that the gate be mended", "3", "Ann Lee")
    assert [(each["name"], each["status"]) for each in rows(run("attendees"))] == [
        ("Ann Lee", "present"),
        ("Ben Orr", "apologies"),
    ]
    (orr,) = rows(run("attendees", "--name", "Cllr Orr", "--counts"))
    assert (orr["meetings"], orr["attended"], orr["apologies"], orr["share"]) == ("1", "0", "1", "0.0")
    assert [each["name"] for each in rows(run("attendees", "--role", "chair", "--status", "present"))] == ["Ann Lee"]


@pytest.mark.usefixtures("mine", "reads")
def test_files_are_asked_instead_of_the_register_and_not_filed(tmp_path: Path) -> None:
    (tmp_path / "may.txt").write_text("Clerk to sweep\nWarden to dig\n", encoding="utf-8")
    assert texts("may.txt", "--owner", "clerk") == ["Clerk to sweep"]
    assert [row["document"] for row in rows(run("actions", "may.txt"))] == ["may.txt", "may.txt"]
    assert texts("--owner", "clerk") == ["mend the gate"]
    assert len(rows(run("register", "list"))) == 1


@pytest.mark.usefixtures("mine", "reads")
def test_a_file_that_fails_is_named_and_the_others_are_answered(tmp_path: Path) -> None:
    (tmp_path / "may.txt").write_text("Clerk to sweep\n", encoding="utf-8")
    result = run("actions", "nowhere.txt", "may.txt")
    assert result.exit_code == 1
    assert [row["text"] for row in csv.DictReader(io.StringIO(result.stdout))] == ["Clerk to sweep"]
    assert result.stderr == "minutes: nowhere.txt: no such file; check the name\n"


@pytest.mark.usefixtures("mine", "reads")
def test_a_pipe_is_asked_instead_of_the_register() -> None:
    result = run("actions", "--owner", "warden", stdin="Clerk to sweep\nWarden to dig\n")
    assert [row["text"] for row in rows(result)] == ["Warden to dig"]
    assert run("resolutions", stdin="Clerk to sweep\n").stderr == "minutes: no resolutions found\n"


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize("kind", ["null device", "closed", "empty pipe", "empty file", "socket"])
def test_nothing_piped_in_asks_the_register(kind: str, tmp_path: Path) -> None:
    """As from cron, a service or CI, where standard input is no terminal and holds nothing."""
    import socket

    (tmp_path / "empty").touch()
    ours, theirs = socket.socketpair()  # never written to and never closed, as under some servers
    command = [sys.executable, "-m", "minutes_cli", "actions", "--owner", "clerk"]
    if kind == "closed":
        command = ["sh", "-c", 'exec "$@" <&-', "sh", *command]
    with (tmp_path / "empty").open("rb") as empty, ours, theirs:
        stdin: Any = {"empty file": empty, "empty pipe": subprocess.PIPE, "socket": theirs}.get(
            kind, subprocess.DEVNULL
        )
        program = subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        output, error = program.communicate(timeout=60)
    assert (program.returncode, error) == (0, "")
    assert [row["text"] for row in csv.DictReader(io.StringIO(output))] == ["mend the gate"]


@pytest.mark.usefixtures("mine")
def test_the_register_answers_without_the_heavy_imports() -> None:
    program = (
        "import sys\nfrom minutes_cli.cli.app import app\n"
        "try:\n    app(['actions', '--owner', 'clerk'])\nexcept SystemExit:\n    pass\n"
        "heavy = ('spacy', 'sqlalchemy', 'rapidfuzz', 'rich', 'minutes_cli.records')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    assert "mend the gate" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_server_is_a_register_like_any_other(postgres_url: str) -> None:
    office = ["--register", postgres_url]
    database = open_register(find_place(postgres_url), create=True)
    save_minutes(database, LANE)
    database.close()
    (gate,) = rows(run("actions", "--owner", "clerk", *office))
    assert run("done", gate["id"], *office).exit_code == 0
    assert [row["text"] for row in rows(run("actions", "--status", "done", *office))] == ["mend the gate"]
    assert [row["name"] for row in rows(run("attendees", "--counts", *office))] == ["Ann Lee", "Ben Orr"]
    assert [row["outcome"] for row in rows(run("resolutions", *office))] == ["carried"]
    assert run("register", "export", "-o", "office.jsonl", *office).exit_code == 0
    assert run("register", "import", "office.jsonl").stderr == "imported 1 document and 1 note\n"
    assert [row["text"] for row in rows(run("actions", "--status", "done"))] == ["mend the gate"]
    assert run("register", "remove", "january.txt", "--yes", *office).exit_code == 0
    assert rows(run("register", "list", *office)) == []
    assert len(rows(run("register", "list"))) == 1
