"""Titles that entries of a list open with before a dash, or behind which the reference of a minute stands."""

from __future__ import annotations

import re

from minutes_cli.find.heading_candidates import date_in
from minutes_cli.find.heading_stops import is_done
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy

_DASH_HEAD = lazy(
    r"([A-Z][\w'&/-]*(?: [\w'&/-]+){0,9}(?:, [A-Z][\w'-]+(?: (?:and )?[A-Z][\w'-]+){0,3})?"
    r"(?: (?:\([^()]{2,40}\)|\[[^\[\]]{2,40}\]))?)"
    r"[ ]+-[ ]*(?=\S)"
)
# An item with the reference of an earlier minute in brackets, no dash behind it: "Bus shelter (EA19/6) The clerk …".
_REFERRED_HEAD = lazy(
    r"([A-Z][\w'&/-]*(?: [\w'&/-]+){0,9} [(\[](?:(?:[Mm]in(?:ute)?s?|[Rr]ef|[Ii]tem|[Ss]ee)\b\.?[ ]?(?:no\.?[ ]?)?)?"
    r"(?!\d\d/\d{4})[A-Z]{0,5}[ ]?\d{1,4}[./-]\d[\w./-]{0,9}[)\]])[ ]+(?=[A-Z])"
)
_SENTENCES = lazy(r"[^.;]{12,}[a-z)]\.\s+[A-Z]\w+ [\w' ]{8,}")  # what is told of an item, and one thing more
_NOTHING = lazy(
    r"\W*(?:none|nil|n/a|on-?going|noted|in\s+(?:hand|progress)|no\s+(?:change|update|news|progress)|nothing\s+to\s+report"
    r"|outstanding|completed?|closed)\W*$",
    re.IGNORECASE,
)
_JOINTS = frozenset(("of", "the", "for", "and", "on", "in", "to", "a", "an", "from", "by", "with", "at"))
_MOST_ASKED = 10  # words of a title that is a question


def title_before_dash(words: str, titles: Titles) -> int:
    """Where the title ends that an entry opens with before a dash or behind a reference; 0 where there is none."""
    referred = _REFERRED_HEAD.match(words) if ") " in words or "] " in words else None
    if referred and titles.fits(referred[1], 12) and titles.is_sentence(words[referred.end() :]):
        return referred.end(1)
    dash = _DASH_HEAD.match(words) if " -" in words else None
    if dash is None or not titles.fits(dash[1], 10):
        return 0
    if words.rstrip().endswith("?") and len(words.split()) <= _MOST_ASKED:
        return len(words)  # "Repairs - how are we doing?"
    apart = (
        titles.is_sentence(words)
        or _SENTENCES.match(words, dash.end())
        or titles.is_absence(dash[1])
        or _tells(dash[1], words[dash.end() :], titles)
    )
    return dash.end(1) if apart else 0


def title_before_result(head: str, titles: Titles) -> int:
    """Where the title ends in the first sentence of an item if a result stands behind its dash; 0 where none does.

    "Behaviour - approved with one change." is titled "Behaviour".
    """
    told = _DASH_HEAD.match(head) if " -" in head else None
    settled = told is not None and is_done(head[told.end() :]) and titles.fits(told[1], 10)
    return told.end(1) if told and settled else 0


def _tells(head: str, rest: str, titles: Titles) -> bool:
    """Whether what stands behind a usual title and a dash tells of the item: "AOB - Jo to order bulbs"."""
    if _NOTHING.match(rest):
        return True
    if not titles.is_usual(head) or date_in(rest):
        return False
    return sum(word[0].islower() and word not in _JOINTS for word in rest.split()) >= 2
