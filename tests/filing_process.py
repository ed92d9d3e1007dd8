"""A program that files made-up minutes and says of each when it is filed: started, and killed, by the tests.

Arguments: place, name of the series, first number, how many, bytes that no file may exceed (0: any).
"""

from __future__ import annotations

import sys

from minutes_cli.errors import RegisterError
from minutes_cli.records import Minutes
from minutes_cli.register.database import open_register
from minutes_cli.register.place import find_place
from minutes_cli.register.save import save_minutes
from minutes_made import make_action, make_minutes, make_person

ACTIONS = 5


def series_minutes(series: str, number: int) -> Minutes:
    return make_minutes(
        *(make_action(f"task {each} of {series} {number}", f"Owner {each}") for each in range(ACTIONS)),
        body=f"Body {series}",
        date=f"{2000 + number // 28}-01-{1 + number % 28:02}",
        path=f"{series}-{number}.txt",
        people=[make_person(f"Person {each}") for each in range(3)],
        content=f"{series} {number}",
    )


def main(name: str, series: str, first: int, count: int, limit: int) -> int:
    if limit:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        database = open_register(find_place(name), create=True)
        for number in range(first, first + count):
            saved = save_minutes(database, series_minutes(series, number))
            print(f"{saved.kind} {series} {number}", flush=True)
    except RegisterError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])))
