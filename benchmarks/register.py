"""How long `minutes actions --owner` takes over a register of many documents, beside the start of Python.

Run: python benchmarks/register.py [DOCUMENTS]

Makes a register of made-up minutes (10,000 documents by default, 50 bodies, 60,000 actions) in a temporary folder, then
runs the command as a person would, in processes of their own, and prints the fastest of several runs: other work on the
machine only adds to it.
"""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from minutes_cli.records import Action, Attendee, Due, Meeting, Minutes, Section, SourceInfo, Span
from minutes_cli.register.database import Database
from minutes_cli.register.save import save_minutes
from minutes_cli.register.schema import migrate
from minutes_cli.register.sqlite import SqliteDatabase

RUNS = 9
BOUND = 0.5  # seconds more than the start of Python
MOST_ROWS = 1000  # what one owner has; longer lists take 0.1 s more for each thousand, and have no bound
BODIES = 50
ACTIONS = 6
PARTS = ("Fraud", "Housing", "Highways", "Finance", "Leisure", "Planning", "Waste", "Schools", "Health", "Parks")
ROLES = ("Director", "Assistant Director", "Head of Service", "Clerk", "Officer", "Chair", "Treasurer", "Warden")
VERBS = ("provide", "circulate", "review", "publish", "cost", "draft", "inspect", "renew", "survey", "invite")
THINGS = (
    "lease",
    "budget",
    "fence",
    "policy",
    "report",
    "path",
    "grant",
    "contract",
    "hall",
    "survey",
    "risk register",
)
SPAN = Span(start=0, end=1, line=1)


def main(documents: int) -> int:
    """Print the figures; 1 where the bound doesn't hold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        started = time.perf_counter()
        fill(path, documents)
        print(f"register of {documents:,} documents, {documents * ACTIONS:,} actions:", end=" ")
        print(f"{path.stat().st_size / 1e6:.0f} MB, filed in {time.perf_counter() - started:.0f} s")
        environment = {**os.environ, "MINUTES_REGISTER": str(path)}
        start = timed([sys.executable, "-c", "pass"], environment)
        print(f"{'python -c pass':44} {start:.3f} s")
        worst = 0.0
        for question in (
            ["--owner", "Warden, Parks 49"],
            ["--owner", "Assistant Director, Fraud"],
            ["--owner", "Clerk", "--status", "open", "--since", "2020-01-01"],
            ["--overdue", "--owner", "Treasurer"],
        ):
            took = timed([sys.executable, "-m", "minutes_cli", "actions", *question], environment)
            rows = count(question, environment)
            print(
                f"{'minutes actions ' + ' '.join(question):44.44} {took:.3f} s ({took - start:+.3f} s), {rows} actions"
            )
            if rows <= MOST_ROWS:
                worst = max(worst, took - start)
    print(f"at most {worst:.3f} s more than Python's start, up to {MOST_ROWS} actions; the bound is {BOUND} s")
    return 0 if worst < BOUND else 1


def fill(path: Path, documents: int) -> None:
    """File made-up minutes, without waiting for the disk at each (which `minutes extract` does)."""
    database: Database = SqliteDatabase(path)
    database.rows("PRAGMA synchronous = OFF")
    migrate(database)
    chance = random.Random(1)
    for number in range(documents):
        save_minutes(database, made_up(number, chance))
    database.close()


def made_up(number: int, chance: random.Random) -> Minutes:
    """Minutes of one of the bodies; a fifth of the tasks are those of an earlier meeting."""
    body, meeting = number % BODIES, number // BODIES
    people = tuple(
        Attendee(id=f"p{each}", name=f"Ann{each} Body{body}", status="present", rule="r", span=SPAN)
        for each in range(8)
    )
    actions = []
    for each in range(ACTIONS):
        words = random.Random(body * 100 + each) if each == 0 else chance
        text = " ".join(f"{words.choice(VERBS)} the {words.choice(THINGS)} of {words.choice(PARTS)}" for _ in range(4))
        owner = f"{words.choice(ROLES)}, {words.choice(PARTS)} {body}"
        due = f"20{10 + meeting % 20}-0{1 + each}-15"
        actions.append(
            Action(
                id=f"a{each}", text=text, kind="explicit", owners=(owner,), people=(f"p{each}",), section="s1",
                due=Due(text="by then", date=due), rule="r", span=SPAN,
            )
        )  # fmt: skip
    return Minutes(
        source=SourceInfo(
            path=f"{number}.txt", sha256=hashlib.sha256(str(number).encode()).hexdigest(), format="text", characters=9
        ),
        meeting=Meeting(
            body=f"Committee {body}", date=f"20{10 + meeting // 12 % 80:02}-{1 + meeting % 12:02}-10", span=SPAN
        ),
        sections=(Section(id="s1", number="1", title="Matters arising", level=1, span=SPAN),),
        attendees=people,
        actions=tuple(actions),
    )


def timed(command: Sequence[str], environment: dict[str, str]) -> float:
    """The time of the fastest of several runs."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - started)
    return min(times)


def count(question: Sequence[str], environment: dict[str, str]) -> int:
    """How many actions the answer holds."""
    command = [sys.executable, "-m", "minutes_cli", "actions", "--format", "jsonl", *question]
    found = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return len(found.stdout.splitlines())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
