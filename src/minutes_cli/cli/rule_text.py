"""A rule as text to read, for ``minutes rules show``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

from minutes_cli.rules.schema import Rule


def rule_text(rule: Rule, origin: Path | None) -> str:
    """The rule's fields one after the other, then what it accepts (with the fields it reads) and what it rejects."""
    facts = {
        "rule": rule.id,
        "from": str(origin) if origin else None,
        "why": " ".join(rule.why.split()),
        "reads": f"each {rule.on}" + (", letter case aside" if rule.ignore_case else ""),
        "only with": " | ".join(rule.guard),
        "sets": fields_text(rule.set),
    }
    lines = [f"{name + ':':<11}{value}" for name, value in facts.items() if value]
    if rule.pattern is not None:
        lines += ["pattern:", *(f"  {line}" for line in dedent(rule.pattern).strip("\n").splitlines())]
    for tokens in rule.tokens or []:
        lines += ["tokens:", *(f"  {json.dumps(token, ensure_ascii=False)}" for token in tokens)]
    lines += ["accepts:", *(f"  {example_text(example)}" for example in rule.accepts)]
    lines += ["rejects:", *(f"  {example_text(example)}" for example in rule.rejects)]
    return "\n".join(lines)


def example_text(example: Mapping[str, Any]) -> str:
    """An example's text in quotes, then the fields that the rule must read from it."""
    fields = fields_text({name: value for name, value in example.items() if name != "text"})
    return repr(example.get("text", "")) + (f"\n    {fields}" if fields else "")


def fields_text(fields: Mapping[str, Any]) -> str:
    """Fields and their values on one line."""
    return ", ".join(f"{name} = {value!r}" for name, value in fields.items())
