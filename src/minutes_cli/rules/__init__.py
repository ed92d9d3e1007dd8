"""Rules: conventions of minute-takers as data, and what matches them against a text."""

from minutes_cli.rules.load import load_rules
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match

__all__ = ["Match", "Rules", "load_rules"]
