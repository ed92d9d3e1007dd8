"""A rule as text to read, for ``minutes rules show``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from minutes_cli.rules.load import Rule


def rule_text(rule: Rule) -> str:
    """The rule's fields, one after the other, its examples as a list."""
    lines = [
        f"id:      {rule.id}",
        f"kind:    {rule.kind}",
        f"from:    {rule.origin}",
        f"why:     {' '.join(rule.why.split())}",
        f"pattern: {rule.pattern}",
    ]
    for title, examples in (("accepts", rule.accepts), ("rejects", rule.rejects)):
        lines += [f"{title}:", *(f"  - {example_text(example)}" for example in examples)]
    return "\n".join(lines)


def example_text(example: Any) -> str:
    """An example's text in quotes, then the fields that the rule must read from it."""
    if isinstance(example, BaseModel):
        example = example.model_dump(exclude_none=True, exclude_defaults=True)
    if not isinstance(example, Mapping):
        return repr(example)
    fields = ", ".join(f"{name} = {value!r}" for name, value in example.items() if name != "text")
    return f"{example.get('text', '')!r}" + (f"  ({fields})" if fields else "")
