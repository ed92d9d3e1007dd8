"""Headings without a number: lines in bold or in capitals, short lines that stand alone, titles run in.

A title that is run in is what a paragraph opens with.
"""

from __future__ import annotations

from minutes_cli.find.acts import TITLED_ACT, act_title
from minutes_cli.find.heading_answers import is_answered
from minutes_cli.find.heading_candidates import Candidate, date_in, follows_blank, made, span, with_number_behind
from minutes_cli.find.heading_run_ins import (
    CAPITAL_HEAD,
    DASH_HEAD,
    MARK_UP,
    bold_label,
    bold_title,
    capital_label,
    colon_label,
    colon_title,
    goes_on_small,
    may_open_capital,
    opening_title,
    usual_title,
)
from minutes_cli.find.heading_stops import is_stopped, stopped_title
from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout

# No title has more characters than this, and no plain one more than that.
LONGEST_TITLE = 400
_LONGEST_PLAIN = 75
_LONG = 120  # characters of a paragraph that a title opens although it ends in a colon
_MOST_WORDS = 16  # of a title that nothing but its capitals sets apart
_MOST_SMALL = 10  # of one that isn't set in capitals either
_FEWEST_TOLD, _MOST_UNTOLD = 4, 12  # words of a paragraph that a title before a dash opens, alone and among others
_HEADS_WITHIN = 62  # characters of a paragraph in which a stop or a colon ends its title
_WIDEST_SIGNATURE = 60  # characters of a line to sign on
_FRONT = 6  # blocks at the head of the document that may be of its title
_HEAD = 2  # lines at the head of the document that are its title, with a stop in or behind them
# A title in the margin and the mover in the column beside it: "GRANT IN AID      Moved by Director Lambert".
_MOVED_BESIDE = lazy(
    r"(?![^\n\t]{0,12}\d[/-]\d)([A-Z][^\n\t]{2,48}?)(?:[ ]{3,}|[ ]*\t+)(?:It was )?(?:[Mm]oved|MOVED)(?: [Bb]y\b|:| )"
)
_ACTS = frozenset("RBOPC")  # what "RESOLUTION", "Bill", "Ordinance", "Proclamation" and "Council Bill" open with
_GAP = lazy(r"(?:[^\s.]|[a-z]\.) {3,}\S")
MOVERS = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?/[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?"  # "Stark/Hobday"
# A motion with its number and its matter: "Motion 1 - Running times, route 41".
_MOTION_TITLE = lazy(
    r"(?:Motion|Amendment|Proposal|Composite|MOTION|AMENDMENT|PROPOSAL|COMPOSITE) (?:[Nn]o\.? ?)?\d{1,3}[a-z]? -+ "
    r"(?!(?i:that|to|moved|made|seconded|second|by|proposed|adopt|approve|accept|carried|passed|lost|failed|fell|defeated|"
    r"withdrawn|remitted|referred|agreed|unanimous\w*|approved|adopted|rejected|none|not|as|was|is)\b)[A-Z][^.;:\"]{3,70}$"
)
_MOTION_FATE = lazy(
    r"(?i:motion|amendment|proposal|composite) (?:[Nn]o\.? ?)?\d{1,3}[a-z]? -+ "
    r"(?i:carried|passed|lost|failed|fell|falls|defeated|withdrawn|remitted|agreed|approved|adopted|rejected|unanimous\w*)\b"
)
_INITIALED = lazy(r"(?:[A-Z]\.? ?){1,3} [A-Z]|[A-Z]{2,3}$")
# The number of a motion with them: "2024-112 Stark/Hobday", "24-031 Motion - Stark/Hobday".
_MOVERS = lazy(rf"\d{{2,4}}[-/.]\d{{1,4}}\s+(?:(?:Motion|MOTION|Resolution|RESOLUTION|Res\.?)\b|{MOVERS}\s*$)")


def bold_line(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Candidate | None:
    """A line in bold."""
    if (words.endswith(":") and titles.is_label(words)) or titles.is_marked(words) or titles.tells_outcome(words):
        return None
    date = date_in(words)
    if date and len(date[0]) * 2 > len(words):
        return None
    fits = titles.fits(words.rstrip(". :"), 45 if layout.spaced else 26)
    return with_number_behind(layout, index, block, "bold") if fits else None


def opened(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Candidate | None:
    """A title that a paragraph opens with, its text going on behind it."""
    body = block.body
    capital = may_open_capital(words)
    marked_up = layout.text[block.start] in MARK_UP
    head = words[:_HEADS_WITHIN]
    if "oved" in head or "OVED" in head:
        margin = _MOVED_BESIDE.match(layout.text, body, block.end)
        title = margin[1] if margin else ""
        if title and titles.fits(title, 8) and not (titles.is_marked(title) or titles.honorific.match(title)):
            end = body + len(title)
            return made(layout, index, block, "opening", title=(body, end), run_in=True, strong=True)
    act = act_title(words, titles) if words[0] in _ACTS else 0
    if not (capital or marked_up or act or ":" in head or ". " in head):
        return None
    answered = ":" in head and is_answered(words)
    if answered and not is_capital(words.partition(":")[0]):
        return None
    if act:
        whole = act >= len(words)
        style = "capitals" if whole else "opening"
        return made(layout, index, block, style, title=span(layout, body, body + act), run_in=not whole, strong=True)
    if ":" in words[3:40] and words[:4].isupper() and (end := capital_label(words, titles)):
        return made(layout, index, block, "opening", title=(body, body + end), run_in=True, strong=not answered)
    if ":" in head and not answered and (end := usual_title(words, titles)):
        return made(layout, index, block, "lead", title=(body, body + end), run_in=True, strong=True)
    if marked_up and (bold := bold_title(layout, block, titles, front=index < _FRONT)):
        return made(layout, index, block, "lead", title=bold, run_in=True, strong=True)
    if index > _HEAD and ". " in head and (end := stopped_title(words, titles)):
        return made(layout, index, block, "stop", title=(body, body + end), run_in=True)
    if marked_up and (label := bold_label(layout, block, titles)):
        dashed = layout.masked[label[1] : block.end].lstrip().startswith("-")
        return made(layout, index, block, "dash" if dashed else "label", title=label, run_in=True)
    labelled = index > _HEAD and ": " in words[2:60] and (words[-1] != ":" or len(words) > _LONG)
    if labelled and (end := colon_label(words, titles)):
        return made(layout, index, block, "colon", title=(body, body + end), run_in=True)
    if capital and goes_on_small(words) and (opening := CAPITAL_HEAD.match(words)) and not titles.is_task(words):
        usual = titles.is_usual(opening[0])
        if (usual or opening["gap"].strip()) and (head := opening_title(opening, titles)):
            end = body + len(head)
            return made(layout, index, block, "opening", title=(body, end), run_in=True, strong=usual)
    return None


_SETTLED = lazy(
    r"\.\s+(?i:carried|lost|passed|defeated|lapsed)\b[\s\d/:-]*$"
)  # "The Mayor put the motion. CARRIED 6/1"


def _is_below_signature(layout: Layout, line: int, words: str, titles: Titles) -> bool:
    """Whether a line says who signs above it: "CHAIRMAN" below a line to sign on, which no page is as narrow as."""
    above = layout.lines[line - 1].text.strip() if line else ""
    if not above.startswith("____") or len(above) > _WIDEST_SIGNATURE:
        return False
    return any(word.strip(".,").lower() in titles.groups for word in words.split())


def _is_person(words: str, titles: Titles) -> bool:
    """Whether what stands before a dash names who speaks or acts: "Ann - reported on …", "A Moor - to ring …"."""
    return words.split()[0].lower() in titles.given or _INITIALED.match(words) is not None


def plain(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Candidate | None:
    """A line of capitals, a short line that stands alone, or a title run in before a dash."""
    if len(words) > LONGEST_TITLE and " -" not in words[:60]:
        return None
    count = len(words.split(None, _MOST_WORDS))
    dash = DASH_HEAD.match(words) if " -" in words and count > _FEWEST_TOLD else None
    short = dash is not None and count <= _MOST_UNTOLD and " --" not in words[:60]
    if dash is not None and short and not titles.is_sentence(words[dash.end() :]):
        dash = None
    if dash is None and (count > _MOST_WORDS or len(words) > LONGEST_TITLE):
        return None
    capital = is_capital(words) and len(words) > 3
    stopped = words.endswith((".", "?", "!"))
    # What is told from a title by a look at its length and its signs is no title in small letters.
    small = dash is None and not capital
    if small and (
        count > _MOST_SMALL + 1  # a colon may stand apart
        or (not stopped and (block.first != block.last or len(words) > _LONGEST_PLAIN))
    ):
        return None
    act = TITLED_ACT.match(words) is not None or (" -" in words and _MOTION_TITLE.match(words) is not None)
    if small and not act and (": " in words or ("," in words and not stopped and not titles.is_usual(words))):
        return None
    act = act and not titles.is_sentence(words)
    if (words.endswith(":") and titles.is_label(words)) or (not act and titles.is_marked(words)):
        return None
    doubled = dash is not None and words[dash.end(1) :].lstrip().startswith("--")
    if dash and titles.fits(dash[1], 5) and (doubled or titles.is_sentence(words)) and not _is_person(dash[1], titles):
        behind = words[dash.end(1) :].lstrip(" -")[:1]
        style = "dash" if doubled or (behind.isupper() and not short) else "colon"  # which is a title only among others
        return made(layout, index, block, style, title=(block.body, block.body + dash.end(1)), run_in=True)
    if ("   " in words and _GAP.search(words)) or "\t" in layout.text[block.body : block.end].strip():
        return None
    if _SETTLED.search(words) or (" -" in words and _MOTION_FATE.match(words)):
        return None
    if block.indent >= 8:  # what stands in the margin, or below a line for the signature
        lowered, lead = words.lower(), layout.lines[block.first].lead(layout.text)
        if lowered in titles.entries or lowered in titles.labels or "\t\t" in lead:
            return None
    if (": " in words and not act and not (capital and colon_title(words, titles))) or "£" in words or "://" in words:
        return None
    if (
        words[0] in "\"'["
        or (titles.honorific.match(words) and words.lower() not in titles.groups)
        or (words[0].isdigit() and _MOVERS.match(words))
    ):
        return None
    if _is_below_signature(layout, block.first, words, titles):
        return None
    if not titles.fits(words.rstrip(":"), _MOST_WORDS if capital else _MOST_SMALL):
        return None
    if stopped and not titles.is_usual(words):
        alone = index > _HEAD and follows_blank(layout, block.first) and is_stopped(words, titles)
        return made(layout, index, block, "stop") if alone else None  # "Devotions."
    if capital:
        return made(layout, index, block, "capitals", colon=words.endswith(":"))
    if block.first != block.last or len(words) > _LONGEST_PLAIN:
        return None
    doubtful = "," in words or date_in(words)
    if doubtful and not (titles.is_usual(words) or act or titles.tasks.fullmatch(words)):
        return None
    return made(layout, index, block, "plain", colon=words.endswith(":"))
