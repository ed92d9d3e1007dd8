"""The work of ``minutes rules stats``: for each rule its right and wrong records, and what no rule found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import typer

from minutes_cli.confidence import folder_of, share_right, write_counts
from minutes_cli.extract import extract_source
from minutes_cli.gold import Verdict, judge, read_gold
from minutes_cli.rules.match import Rules
from minutes_cli.source import read_path

RATED = ("explicit action", "implied action", "resolution")  # the kinds of record that carry a confidence


def print_stats(folder: Path, rules: Rules, packs: Sequence[Path], *, listed: bool, write: bool) -> None:
    """Measure the rules on a folder of gold, print the figures and, where asked for, keep them beside the rules.

    With packs of a user's, only the figures of their rules are kept; those of the shipped rules stay as they are.
    """
    golds = read_gold(folder)
    verdicts: list[Verdict] = []
    for gold in golds:
        source = read_path(gold.path)
        verdicts += judge(extract_source(source, rules), source.text, gold)
    for line in table(verdicts):
        typer.echo(line)
    if listed:
        for verdict in sorted(verdicts, key=lambda v: (v.kind, v.rule or "~", v.outcome)):
            typer.echo(f"{verdict.document}\t{verdict.kind}\t{verdict.outcome}\t{verdict.rule or '-'}\t{verdict.text}")
    if write:
        for path in keep(verdicts, rules, packs, len(golds)):
            typer.echo(f"wrote {path}", err=True)


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """A line a rule with its right and wrong records and its confidence, and a line a kind with the missed."""
    counts = Counter((verdict.kind, verdict.rule or "", verdict.outcome) for verdict in verdicts)
    rows = sorted({(kind, rule) for kind, rule, _ in counts}, key=lambda row: (row[0], not row[1], row[1]))
    width = max((len(rule) for _, rule in rows), default=4)
    lines = [f"{'record':<16} {'rule':<{width}} {'right':>6} {'wrong':>6} {'missed':>6} {'confidence':>10}"]
    for kind, rule in rows:
        right, wrong, missed = (counts[kind, rule, outcome] for outcome in ("right", "wrong", "missed"))
        if rule:
            figure = f"{share_right(right, wrong):.3f}" if kind in RATED else ""
            lines.append(f"{kind:<16} {rule:<{width}} {right:>6} {wrong:>6} {'':>6} {figure:>10}".rstrip())
        else:
            lines.append(f"{kind:<16} {'(found by no rule)':<{width}} {'':>6} {'':>6} {missed:>6}")
    return lines


def keep(verdicts: Sequence[Verdict], rules: Rules, packs: Sequence[Path], documents: int) -> list[Path]:
    """Write the figures of the rules that found actions and resolutions into the folders of their files."""
    counts: dict[Path, dict[str, tuple[int, int]]] = {}
    for verdict in verdicts:
        if verdict.rule is None or verdict.kind not in RATED:
            continue
        measured = counts.setdefault(folder_of(verdict.rule, rules), {})
        right, wrong = measured.get(verdict.rule, (0, 0))
        measured[verdict.rule] = (right + (verdict.outcome == "right"), wrong + (verdict.outcome == "wrong"))
    wanted = [pack.resolve() for pack in packs]
    return [
        write_counts(folder, figures, documents)
        for folder, figures in counts.items()
        if not wanted or any(folder.is_relative_to(pack) or pack.parent == folder for pack in wanted)
    ]
