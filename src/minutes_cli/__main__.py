"""``python -m minutes_cli`` and the ``minutes`` command."""

from __future__ import annotations

import gc
import sys

_OBJECTS = 200_000  # made between two looks for garbage: starting up makes many and drops none (a tenth of its time)


def run() -> None:
    """Run the command line and leave with its exit code: 0, 1 a failed document, 2 wrong use, 130 interrupted."""
    gc.set_threshold(_OBJECTS)
    try:
        from minutes_cli.cli.app import app
        from minutes_cli.cli.quick_spacy import skip_spacy_cli

        skip_spacy_cli()
        app(prog_name="minutes")
    except KeyboardInterrupt:  # before Typer could take it: while modules are still being imported
        sys.exit(130)
    finally:
        # An interruption that passed through an `exec` of a string (dataclasses are made by one, at import) leaves
        # CPython a note of it, by which it ends itself with the signal whatever the exit code; the next one clears it.
        exec("")
        # What is left is the system's to take back: as it ends, CPython would first look through all of it for garbage,
        # which takes longer than to read a document.
        gc.freeze()


if __name__ == "__main__":
    run()
