"""``minutes text``: the text that offsets count in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from minutes_cli.cli.group import new_app

app = new_app()


@app.command("text")
def text_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Minutes; - for standard input.")] = "-",
) -> None:
    """Print the text that offsets count in.

    That is the document as it was decoded or converted, in UTF-8, line ends as they are in it.
    """
    from minutes_cli.batch import STDIN, read_stdin
    from minutes_cli.cli.extract import piped
    from minutes_cli.source import read_path

    if file == STDIN:
        piped()
    source = read_stdin() if file == STDIN else read_path(file)
    sys.stdout.buffer.write(source.text.encode("utf-8"))
