"""Cheap looks at a text before its dates are read: whether it can hold one, and whether their order matters."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.values.dates import MONTH_BEGINS

_DIGIT = lazy(r"\d")
_CUT = lazy(r"[/.-](?<=\d[/.-])\d")
# A date in figures that isn't one as of ISO 8601, found by its first cut: one mark at a time is found fastest.
_ORDERED = tuple(lazy(rf"{cut}(?<=\d{cut})(?<!\d\d\d{cut})\d\d?{cut}\d\d") for cut in (r"\.", "-", "/"))
# A day and a month in figures without a year, found by the stroke behind one figure or two.
_SHORT = lazy(r"/(?<=\d/)(?:(?<!\d\d/)(?<!/\d/)|(?<=\d\d/)(?<!\d\d\d/)(?<!/\d\d/))\d\d?(?![\d/])")


def has_digit(text: str) -> bool:
    """Whether a digit stands in a text, as in every date."""
    return _DIGIT.search(text) is not None


def may_hold_date(text: str) -> bool:
    """Whether a date may stand in a text: a digit does, and the name of a month or figures that a cut parts."""
    if not has_digit(text):
        return False
    lowered = text.lower()
    for begin in MONTH_BEGINS:
        if begin in lowered:
            return True
    return _CUT.search(text) is not None


def has_figures(text: str) -> bool:
    """Whether what may be a date in figures stands in a text: without any, their order makes no difference to it."""
    return any(ordered.search(text) is not None for ordered in _ORDERED)


def has_short_dates(text: str) -> bool:
    """Whether a day and a month may stand in figures in a text, without a year: "by 3/12"."""
    return _SHORT.search(text) is not None
