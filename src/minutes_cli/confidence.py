"""Confidence: how often the records of a rule were right on a corpus of minutes whose records people wrote down.

The figures are measured, never set by hand: ``minutes rules stats GOLD_DIR --write`` counts, for each rule, the records
that were right and those that were wrong, and keeps the counts in ``confidence.json`` beside the rule's file. A rule
that wasn't measured has no figure. The confidence is the rule of succession, (right + 1) / (right + wrong + 2): two
records that were both right do not make a rule certain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from minutes_cli.errors import RulesError
from minutes_cli.records import Action, Resolution
from minutes_cli.rules.load import shipped_pack
from minutes_cli.rules.match import Rules

FILE_NAME = "confidence.json"

Rated = TypeVar("Rated", Action, Resolution)


def share_right(right: int, wrong: int) -> float:
    """The confidence that counts of right and wrong records give, from 0 to 1."""
    return round((right + 1) / (right + wrong + 2), 3)


def rate(records: Iterable[Rated], rules: Rules) -> list[Rated]:
    """The records with the confidence of the rules that found them, where these were measured."""
    rated: list[Rated] = []
    shares: dict[str, float | None] = {}
    for record in records:
        if record.rule not in shares:
            counts = read_counts(folder_of(record.rule, rules)).get(record.rule)
            shares[record.rule] = share_right(*counts) if counts is not None else None
        share = shares[record.rule]
        if record.confidence is None and share is not None:
            record = record.model_copy(update={"confidence": share})
        rated.append(record)
    return rated


def folder_of(rule: str, rules: Rules) -> Path:
    """The folder whose figures hold for a rule: that of its file; the shipped one for a rule that is code."""
    origin = rules.origins.get(rule)
    return origin.parent if origin is not None else shipped_pack() / "base"


@lru_cache(maxsize=16)
def read_counts(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Right and wrong records by rule, as a folder's ``confidence.json`` has them; empty where there is none."""
    path = folder / FILE_NAME
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["rules"]
        return {name: (int(counts["right"]), int(counts["wrong"])) for name, counts in listed.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RulesError(
            f"{path}: not figures of rules; write them anew with `minutes rules stats GOLD_DIR --write`"
        ) from error


def write_counts(folder: Path, counts: Mapping[str, tuple[int, int]], documents: int) -> Path:
    """Keep the figures of a folder's rules, counted on so many documents; gives the file's path."""
    path = folder / FILE_NAME
    listed = {name: {"right": right, "wrong": wrong} for name, (right, wrong) in sorted(counts.items())}
    try:
        path.write_text(json.dumps({"documents": documents, "rules": listed}, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise RulesError(f"{path}: can't be written: {error.strerror}") from error
    read_counts.cache_clear()
    return path
