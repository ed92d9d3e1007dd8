"""A Typer group whose commands are imported when they are needed, and that turns errors into one line and a code."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, ClassVar

import typer
import typer.core
import typer.main

from minutes_cli.errors import MinutesError, RulesError, UsageError

FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended (128 + SIGINT)
BROKEN_PIPE = 141  # what a shell reports for a program that a closed pipe ended (128 + SIGPIPE)


def new_app(**settings: Any) -> typer.Typer:
    """A Typer app with the project's settings: plain help (Rich would cost 0.1 s), no completion of its own."""
    defaults: dict[str, Any] = {
        "add_completion": False,
        "rich_markup_mode": None,
        "pretty_exceptions_enable": False,
        "context_settings": {"help_option_names": ["-h", "--help"]},
    }
    return typer.Typer(**(defaults | settings))


class CommandTable(typer.core.TyperGroup):
    """A group that imports a command's module when the command is named; ``table`` maps names to modules."""

    table: ClassVar[dict[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Names of the commands, in the order that help shows them."""
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of that name, or None; a module's ``app`` may serve several names (``done``, ``reopen``)."""
        if cmd_name not in self.table:
            return None
        command: Any = typer.main.get_command(importlib.import_module(self.table[cmd_name]).app)
        return getattr(command, "commands", {}).get(cmd_name, command)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As in Typer; the table is shown to its search for a near name ("did you mean")."""
        if args and args[0] not in self.table:
            self.commands = {name: self.get_command(ctx, name) for name in self.table}
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error that a person can mend becomes one line on standard error and an exit code."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return result
        except MinutesError as error:
            report(error)
            raise typer.Exit(exit_code(error)) from None
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")  # Pydantic's wording, in which Typer checks
            raise
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            silence_stdout()
            raise typer.Exit(BROKEN_PIPE) from None
        except OSError as error:  # readers and targets name theirs; what is left is output, as on a full disk
            silence_stdout()
            report(f"{error.filename or 'output'}: {error.strerror or error}; what was written is not whole")
            raise typer.Exit(FAILED) from None


def exit_code(error: MinutesError) -> int:
    """2 for wrong use (a rule pack that can't be used is one), 1 for everything else."""
    return WRONG_USE if isinstance(error, UsageError | RulesError) else FAILED


def report(problem: MinutesError | str) -> None:
    """Say on one line of standard error what went wrong."""
    if sys.stderr is not None:  # closed before the program began
        print(f"minutes: {one_line(str(problem))}", file=sys.stderr)  # not typer.echo: it writes past a progress bar


def one_line(text: str) -> str:
    """The text with line breaks folded and other control characters made visible: file names may hold any."""
    folded = " ".join(text.split())
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in folded)


def silence_stdout() -> None:
    """Point standard output at nothing, so that Python's flush at exit doesn't complain of the closed pipe."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a standard output that is no file, as in tests
        return
