"""The front matter of static-site generators: ``key: value`` (or TOML) between two rules, at the head of a text."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy

_FRONT = lazy(
    r"\ufeff?(?P<rule>---|\+\+\+)[ \t]*\r?\n(?P<body>(?:(?!---|\+\+\+).*\r?\n){0,80}?)(?P=rule)[ \t]*(?:\r?\n|$)"
)
_FIELD = lazy(r"^(?P<key>[A-Za-z][\w -]*?)[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)[ \t]*\r?$", re.M)


def read_front(text: str) -> tuple[dict[str, tuple[int, int]], int]:
    """The fields of the front matter, each with the offsets of its value, and the offset behind it; none: 0."""
    match = _FRONT.match(text)
    if match is None:
        return {}, 0
    fields: dict[str, tuple[int, int]] = {}
    for field in _FIELD.finditer(text, match.start("body"), match.end("body")):
        if field["value"]:
            fields.setdefault(field["key"].lower(), field.span("value"))
    return fields, match.end()
