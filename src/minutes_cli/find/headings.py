"""Lines that may be headings: each candidate with what speaks for it, before the document decides between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.find.acts import act_title
from minutes_cli.find.heading_alone import OVER_TITLE, number_alone, web_page
from minutes_cli.find.heading_candidates import (
    ASIDE,
    DATE_OR_TIME,
    Candidate,
    follows_blank,
    is_dated,
    is_ruled,
    made,
    span,
    stripped,
    with_number_behind,
)
from minutes_cli.find.heading_cells import holds_text, in_cell
from minutes_cli.find.heading_run_ins import (
    CAPITAL_HEAD,
    DASH_HEAD,
    bold_label,
    bold_title,
    capital_label,
    colon_label,
    colon_title,
    is_emphasised,
    is_stopped,
    opening_title,
    run_in,
    stopped_title,
    usual_title,
)
from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout
from minutes_cli.text.sentences import split_sentences

_TOPIC = lazy(r"(?:\#topic|(?:sub-?)?topic:)\s+(?=\S)", re.IGNORECASE)
# No title has more characters than this.
_LONGEST_TITLE = 400
_LONG = 120  # characters of a paragraph that a title opens although it ends in a colon
_MOST_WORDS = 16  # of a title that nothing but its capitals sets apart
_HEAD = 2  # lines at the head of the document that are its title, with a stop in or behind them
_REFERENCE = lazy(r"/(?:0\d{3}|\d{5})")  # of a planning application
_APPLICATION = lazy(r"(?:[A-Z]{1,5}[/-])?(?:20)?\d\d/(?:[A-Z]{1,4}/)?\d{4,6}\b|[A-Z]/\d{4}/\d{3,5}\b")
# A row of a log of actions ends in its status.
_LOGGED = lazy(r"\s(?:done|ongoing|open|closed|completed?|outstanding|c/f|carried forward)\.?$")
_MARGIN = lazy(r"(?<=\S)(?:\t|[ ]{6,}(?=[A-Z]{2,4}(?:[/,& ]+[A-Z]{2,4})*\s*$))")
# "-- Book sale --"
_FRAMED = lazy(r"(-{2,6}|={2,6}|~{2,6}|\*{3,6})[ ]?([^\W_][^\n]{1,70}?)[ ]?\1\s*$")
_FENCE = lazy(r"^[ \t]*```", re.MULTILINE)


def find_candidates(layout: Layout, blocks: Sequence[Block], titles: Titles, begin: int) -> list[Candidate]:
    """All candidates of a document in order; blocks before the offset ``begin`` (front matter) give none."""
    found: list[Candidate] = []
    fences = _fences(layout.text)
    minuted = frozenset(table for table in range(len(layout.tables)) if holds_text(layout, table))
    taken = -1
    for index, block in enumerate(blocks):
        if block.start < begin or block.first <= taken or (fences and any(a <= block.start < b for a, b in fences)):
            continue
        for candidate in _candidate(layout, blocks, index, titles, minuted):
            taken = candidate.last
            if candidate.number or layout.cut(*candidate.title):  # a title may be but a stop or an odd line break
                found.append(candidate)
    return found


def _fences(text: str) -> list[tuple[int, int]]:
    """The stretches of code between fences; what is never closed is no code."""
    marks = [match.start() for match in _FENCE.finditer(text)] if "```" in text else []
    return list(zip(marks[::2], marks[1::2], strict=False))


def _candidate(
    layout: Layout, blocks: Sequence[Block], index: int, titles: Titles, minuted: frozenset[int]
) -> Iterator[Candidate]:
    block = blocks[index]
    line = layout.lines[block.first]
    words = stripped(block.words)
    if line.hashes:
        yield with_number_behind(layout, index, block, "hash", strong=True)
    elif (topic := _TOPIC.match(block.words)) and (line.speaker or not line.label):
        yield made(layout, index, block, "topic", start=block.body + topic.end(), strong=True)
    elif OVER_TITLE.match(words) and not line.label:
        yield from web_page(layout, blocks, index, titles)
    elif line.bullet:
        yield from _bulleted(layout, index, block, words, titles)
    elif line.checked is not None or line.speaker:
        return
    elif is_ruled(layout, block) and words and len(words.split()) <= 20 and not titles.is_task(words):
        yield made(layout, index, block, "ruled", strong=True)
    elif not line.label and block.cell is None and (framed := _FRAMED.match(layout.text, block.start, block.end)):
        if titles.fits(framed[2], 12):
            yield made(layout, index, block, "ruled", title=framed.span(2), number="", strong=True)
    elif block.cell is not None:
        if block.cell.table in minuted:
            yield from in_cell(layout, blocks, index, words, titles)
    elif line.label and not words:
        yield from number_alone(layout, blocks, index, titles)
    elif line.label:
        yield from _numbered(layout, index, block, words, titles)
    elif words and line.bold:
        yield from _bold(layout, index, block, words, titles)
    elif words:
        yield from _plain(layout, index, block, words, titles)


def _bulleted(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    """A bot's list of topics, or a bullet whose words are bold throughout."""
    line = layout.lines[block.first]
    if block.indent == 0 and ASIDE.search(block.words) and not titles.is_marked(words):
        yield made(layout, index, block, "topic", strong=True)
    elif line.bold and block.cell is None and not words.endswith(":") and titles.fits(words, 26):
        if titles.is_marked(words):
            return
        yield made(layout, index, block, "bold")


def _numbered(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    line = layout.lines[block.first]
    if line.label_kind == "code" and (_REFERENCE.search(line.label) or titles.is_marked(f"{line.label} {words}")):
        return
    if _APPLICATION.match(words) and not is_capital(words):
        return
    if words[:1] in "\"'" and len(words.split()) > 5:
        return  # the words of a motion
    run = run_in(layout, block, titles)
    if run is not None:
        head = layout.cut(*run)
        if not titles.is_marked(head) and not is_dated(head):
            strong = is_capital(head) or titles.is_usual(head) or is_emphasised(layout.text, *run)
            yield made(layout, index, block, "number", title=run, run_in=True, strong=strong)
        return
    if len(words) > _LONGEST_TITLE:
        return
    margin = _MARGIN.search(layout.text, block.body, block.end)
    if margin:
        words = stripped(layout.masked[block.body : margin.start()])
    named = line.label_kind in ("item", "code") or line.bold
    if not named and sum(1 for _ in split_sentences(words)) > 1:
        return
    if titles.is_marked(words) or not titles.fits(words.rstrip(".") if named else words, 45):
        return
    if line.label_kind == "code" and _LOGGED.search(words):
        return
    if (words.endswith(":") and titles.opens(words)) or (line.label_kind == "item" and titles.honorific.match(words)):
        return
    strong = line.bold or is_capital(words) or titles.is_usual(words) or line.label_kind == "item"
    end = margin.start() if margin else block.end
    yield made(layout, index, block, "number", title=span(layout, block.body, end), strong=strong)


def _bold(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    if (words.endswith(":") and titles.is_label(words)) or titles.is_marked(words):
        return
    date = DATE_OR_TIME.search(words)
    if date and len(date[0]) * 2 > len(words):
        return
    if titles.fits(words.rstrip(". :"), 45 if layout.spaced else 26):
        yield with_number_behind(layout, index, block, "bold")


def _plain(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    """A line of capitals, a short line that stands alone, or a title run in before a dash."""
    if act := act_title(words, titles):
        whole = act >= len(words)
        title = span(layout, block.body, block.body + act)
        style = "capitals" if whole else "opening"
        yield made(layout, index, block, style, title=title, run_in=not whole, strong=True)
        return
    if ":" in words[3:40] and words[:4].isupper() and (end := capital_label(words, titles)):
        yield made(layout, index, block, "opening", title=(block.body, block.body + end), run_in=True, strong=True)
        return
    if ":" in words[:62] and (end := usual_title(words, titles)):
        yield made(layout, index, block, "lead", title=(block.body, block.body + end), run_in=True, strong=True)
        return
    if bold := bold_title(layout, block, titles):
        yield made(layout, index, block, "lead", title=bold, run_in=True, strong=True)
        return
    if index > _HEAD and ". " in words[:62] and (end := stopped_title(words, titles)):
        yield made(layout, index, block, "stop", title=(block.body, block.body + end), run_in=True)
        return
    if label := bold_label(layout, block, titles):
        dashed = layout.masked[label[1] : block.end].lstrip().startswith("-")
        yield made(layout, index, block, "dash" if dashed else "label", title=label, run_in=True)
        return
    if (
        index > _HEAD
        and ": " in words[2:60]
        and (words[-1] != ":" or len(words) > _LONG)
        and (end := colon_label(words, titles))
    ):
        yield made(layout, index, block, "colon", title=(block.body, block.body + end), run_in=True)
        return
    opening = CAPITAL_HEAD.match(words)
    usual = opening is not None and titles.is_usual(opening[0])
    if opening and (usual or opening["gap"].strip()) and (head := opening_title(opening, titles)):
        end = block.body + len(head)
        yield made(layout, index, block, "opening", title=(block.body, end), run_in=True, strong=usual)
        return
    if len(words) > _LONGEST_TITLE and " -" not in words[:60]:
        return
    count = len(words.split())
    dash = DASH_HEAD.match(words) if count > 12 or " --" in words[:60] else None
    if count > _MOST_WORDS and not dash:
        return
    if (words.endswith(":") and titles.is_label(words)) or titles.is_marked(words):
        return
    if not dash and len(words) > _LONGEST_TITLE:
        return
    doubled = dash is not None and words[dash.end(1) :].lstrip().startswith("--")
    if dash and titles.fits(dash[1], 5) and (doubled or titles.is_sentence(words)):
        yield made(layout, index, block, "dash", title=(block.body, block.body + dash.end(1)), run_in=True)
        return
    if "\t" in layout.text[block.body : block.end].strip() or re.search(r"[^\s.] {3,}\S", words):
        return
    line = layout.lines[block.first]
    capital = is_capital(words) and len(words) > 3
    if block.indent >= 8 and (words.lower() in titles.entries | titles.labels or "\t\t" in line.lead):
        return  # what stands in the margin, or below a line for the signature
    if (
        (": " in words and not (capital and colon_title(words, titles)))
        or "£" in words
        or words[0] in "\"'"
        or titles.honorific.match(words)
    ):
        return
    if not titles.fits(words.rstrip(":"), _MOST_WORDS if capital else 10) or "://" in words:
        return
    if words.endswith((".", "?", "!")) and not titles.is_usual(words):
        if index > _HEAD and follows_blank(layout, block.first) and is_stopped(words, titles):
            yield made(layout, index, block, "stop")  # "Devotions."
        return
    if capital:
        yield made(layout, index, block, "capitals", colon=words.endswith(":"))
    elif (
        block.first == block.last
        and len(words) <= 75
        and ("," not in words or titles.is_usual(words))
        and (titles.is_usual(words) or not DATE_OR_TIME.search(words))
    ):
        yield made(layout, index, block, "plain", colon=words.endswith(":"))
