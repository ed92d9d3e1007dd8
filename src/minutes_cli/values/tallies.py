"""Tallies: a row of sides and numbers, whether each number stands before its word or behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_TOKEN = r"""\b(?:(?P<for>(?:{for_word})\b)|(?P<against>(?:{against_word})\b|no\b(?=\s*[:=-]?\s*\d))
    |(?P<abstain>(?:{abstain_word})\b)
    |(?P<number>(?<![£$€.,\d/-])\d{1,3}\b(?!\.\d|\s*[%/]|-\d)|(?:{number_word}|{zero_word})\b)
    |(?P<word>(?:{tally_filler})\b))|(?P<filler>[\s,;:=()|."'*/-]+)"""
_FILLERS = ("word", "filler")
_SIDES = (
    "against",
    "oppos",
    "disagree",
    "nay",
    "noes",
    "no votes",
    "dissent",
    "abst",
    "not voting",
    "agst",
    "yn erbyn",
    "in aghaidh",
    "contre",
)  # a row names one of them
_YES_FIRST = lazy(r"\byes\s*[:=-]?\s*\d")  # "Yes 44, No 12"
_NUMBERED = lazy(  # "Seconded: Lot 11  Yes 12  No 3"
    r"\b(?:lot|unit|sl|flat|plot|villa|motion|item|resolution|proposal|proposition|amendment|question|change|article"
    r"|measure|option|ordinance|rule|clause)\s+(?:#|no\.?\s*)?$"
)
Cell = tuple[str, str, bool]  # a side or "number", its word, whether a mark ties it to the side before it
_LABEL = 16  # characters before a number that may say what it numbers
_LEAST = 4  # sides and numbers of a row
_LONGEST = 4000  # characters of a passage that are looked at


def read_tallies(rules: Rules, text: str) -> Iterator[dict[str, str]]:
    """The rows of a passage, each as the number's own word by its side: "For 9  Against 0", "with 8 for, none against".

    A row names two sides or more, and a number for each; between them stand only words such as "votes" or "members".
    """
    lowered = text[:_LONGEST].lower()
    if not any(side in lowered for side in _SIDES) and not ("yes" in lowered and _YES_FIRST.search(lowered)):
        return
    pattern = rules.regex(_TOKEN)
    row: list[Cell] = []
    end = 0
    for token in pattern.finditer(lowered):
        if token.start() != end and row:
            yield from _row(row)
            row = []
        end = token.end()
        kind = token.lastgroup
        if kind == "number" and not row and token.start() and _of_names(lowered, token.start(), token.end()):
            continue
        if kind == "number" and not row and _NUMBERED.search(lowered, max(0, token.start() - _LABEL), token.start()):
            continue
        if kind is not None and kind not in _FILLERS and not (row and row[-1][0] == kind != "number"):
            row.append(
                (kind, token[0], _is_tied(lowered, token.start()))
            )  # a side in two languages is one: "5 o blaid / for"
    yield from _row(row)


def _of_names(text: str, start: int, end: int) -> bool:
    """Whether a number in brackets counts the names before it: "For: Vole and Reed (2) Against: None"."""
    return text[start - 1] == "(" and text[end : end + 1] == ")" and text[: start - 1].rstrip()[-1:].isalpha()


def _is_tied(text: str, start: int) -> bool:
    """Whether a mark ties what stands at an offset to the word before it: "Ayes - 5", "Nays: 0"."""
    return text[max(0, start - 3) : start].rstrip()[-1:] in (":", "=", "-", "(") and text[start : start + 1].isdigit()


def _row(row: list[Cell]) -> Iterator[dict[str, str]]:
    """What a run of words and numbers says, where they take turns; what doesn't fit at its ends is left out."""
    if len(row) < _LEAST:
        return
    best: dict[str, str] = {}
    tied = [after[2] for cell, after in pairwise(row) if cell[0] != "number"]
    # "8 ayes, 0 nays: 1. Approve the bills": the first side tells.
    behind = any(tied[:1] if row[0][0] == "number" else tied) and not row[0][0] == "number" != row[-1][0]
    for first in range(1 if behind else 0, 2):
        numbered = first == 0
        for start in range(len(row)):
            found = _turns(row[start:], numbered=numbered)
            if len(found) > len(best):
                best = found
    if len(best) >= 2:
        yield best


def _turns(row: list[Cell], *, numbered: bool) -> dict[str, str]:
    """Numbers and sides that take turns from the row's head: the number first, or the side first."""
    found: dict[str, str] = {}
    for at in range(0, len(row) - 1, 2):
        number, side = (row[at], row[at + 1]) if numbered else (row[at + 1], row[at])
        if number[0] != "number" or side[0] == "number" or side[0] in found:
            break
        found[side[0]] = number[1]
    return found
