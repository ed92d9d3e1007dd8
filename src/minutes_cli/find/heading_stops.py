"""Titles of a few words before a stop, which a paragraph opens with or which stand alone: "Footpaths. Cllr Moor …"."""

from __future__ import annotations

from minutes_cli.find.heading_candidates import is_dated
from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.patterns import lazy

_STOP_HEAD = lazy(
    r"((?:(?:[SH]\.?[BR]\.?|Bill|Resolution|Ordinance|By-?law) (?:No\. )?\d[\w-]*, )?"
    r"[A-Z][\w'&/-]*(?: (?:\w[\w'&/,-]*|&)){0,5}(?: \([^()]{2,40}\))?)(?<!\b[A-Z])\.\s+(?=[A-Z\"'(\d])"
)
# What an item's text, not its title, says in a word or two; within capitals a participle is of one ("Fixed Assets").
_DONE = lazy(
    r"\b(?:[a-z]+ed(?! [A-Z])|[A-Z][a-z]{2,}(?:(?<!e)ed|reed)(?= [a-z]|$)"
    r"|(?i:none|nil|no|yes|thanks|thank|please|see|not|all|done))\b"
)
_ABBREVIATED = lazy(
    r"(?:.* )?(?:Res|Mot|Sen|Rep|Sec|Min|Supt|Gen|Gov|St|No|Dept|Bro|Sis|Ref|Dir|Comm|Pres|Sgt|Ch|Atty|Sr|Jr|Cde|Hon|Rt"
    r"|Br|Ave|Rd|Mt|Ft|Asst|Assoc|Inc|Ltd|Co|Vol|Fig|Exec|Treas|Nos|Rec|Fin|Corr|Org|Cor|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
    r"|(?:Moved|Motion \d|Seconded)"
)
# Behind the words of a motion: who proposed it, or what became of it.
_PUT = lazy(
    r"(?:P|S|Prop|Proposed|Proposer|Moved|Mover|Seconded|M/S\S*|Carried|Agreed|Approved|Passed|Lost|Defeated)\b[ .:]"
)


def is_done(words: str) -> bool:
    """Whether a few words say what became of an item rather than being of its title: "approved with one change"."""
    return _DONE.search(words) is not None


def stopped_title(words: str, titles: Titles) -> int:
    """Where the few words end that a paragraph opens with before a stop: "Footpaths. Cllr Moor walked …"; else 0."""
    match = _STOP_HEAD.match(words)
    if match is None or is_capital(match[1]):
        return 0
    if titles.is_usual(match[1]):
        return match.end(1)
    head, rest = match[1], words[match.end() :]
    if titles.honorific.match(head) or titles.honorific.match(head.rsplit(" ", 1)[-1]):
        return 0
    if len(rest.split(None, 4)) < 5 or not titles.heads(head) or titles.is_label(head) or is_dated(head):
        return 0
    if _PUT.match(rest):
        return 0
    return 0 if _DONE.search(head) or _ABBREVIATED.match(head) or titles.is_marked(head) else match.end(1)


def is_stopped(words: str, titles: Titles) -> bool:
    """Whether a line of a few words that ends in a stop is a title: "Missionary offering."."""
    bare = words.rstrip(".")
    if not words.endswith(".") or len(bare.split()) > 4 or _DONE.search(bare) or titles.is_marked(bare):
        return False
    return titles.heads(bare) and not titles.honorific.match(bare) and not is_dated(bare) and not titles.is_label(bare)
