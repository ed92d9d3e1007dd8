"""``minutes rules``: the rules that find records, to look up and to check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_cli.cli.group import new_app, report
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.rules import Rules

Packs = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A rule pack of yours on top of the shipped rules; repeatable."),
]

app = new_app(no_args_is_help=True)


@app.callback()
def rules_group() -> None:
    """List, show, check and measure the rules."""


@app.command("list")
def list_command(rules: Packs = None) -> None:
    """Print each rule's name and the reason for it, one a line."""
    listed = load(rules).all()
    width = max((len(rule.id) for rule in listed), default=0)
    for rule in listed:
        typer.echo(f"{rule.id:<{width}}  {' '.join(rule.why.split())}")


@app.command("show")
def show_command(
    name: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, as `rule` of a record gives it.")],
    rules: Packs = None,
) -> None:
    """Print one rule: why it is there, its pattern, what it accepts and what it rejects."""
    from minutes_cli.cli.rule_text import rule_text

    loaded = load(rules)
    known = {rule.id: rule for rule in loaded.all()}
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else "`minutes rules list` names them all"
        raise UsageError(f"{name}: no such rule; {hint}")
    typer.echo(rule_text(known[name], loaded.origins.get(name)))


@app.command("check")
def check_command(rules: Packs = None) -> None:
    """Run every rule on its own examples; exits 1 if one doesn't hold."""
    from minutes_cli.rules.check import check_rules

    loaded = load(rules)
    failures = check_rules(loaded)
    for failure in failures:
        report(failure)
    if failures:
        raise typer.Exit(1)
    typer.echo(f"{len(loaded.all())} rules hold")


@app.command("stats")
def stats_command(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Documents, each with its NAME.gold.json beside it.")
    ],
    rules: Packs = None,
    listed: Annotated[
        bool, typer.Option("--list", help="List every record too: right, wrong, or missed by all rules.")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Keep the figures in confidence.json beside the rules.")
    ] = False,
) -> None:
    """Measure the rules on minutes whose records people wrote down: right, wrong and missed."""
    from minutes_cli.cli.stats import print_stats

    print_stats(gold, load(rules), rules or (), listed=listed, write=write)


def load(packs: list[Path] | None) -> Rules:
    """The shipped rules with the user's packs on top."""
    from minutes_cli.rules.load import load_rules

    return load_rules(tuple(packs or ()))
