"""Lines that may be headings: each candidate with what speaks for it, before the document decides between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter

from minutes_cli.find.acts import TITLED_ACT
from minutes_cli.find.heading_alone import OVER_TITLE, number_alone, web_page
from minutes_cli.find.heading_announced import announced
from minutes_cli.find.heading_candidates import (
    ASIDE,
    Candidate,
    is_dated,
    is_ruled,
    made,
    span,
    stripped,
    with_number_behind,
)
from minutes_cli.find.heading_cells import holds_text, in_cell
from minutes_cli.find.heading_dashes import is_given
from minutes_cli.find.heading_run_ins import is_emphasised, run_in
from minutes_cli.find.heading_unnumbered import LONGEST_TITLE, MOVERS, bold_line, opened, plain
from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout
from minutes_cli.text.sentences import first_sentence

# What "#topic", "subtopic", "In re", "RE", "Agenda item", "Meeting", "Procedural", "Discussion", "Consent" open with.
_ANNOUNCING = frozenset("#tTsSiIaAmMRPDC")
_LENGTH_OVER_TITLE = 11  # of "Agenda item"
_FRAMES = ("-", "=", "~", "*")
_GAPS = ("\t", " " * 6)
_REFERENCE = lazy(r"/(?:0\d{3}|\d{5})")  # of a planning application
_LONGEST_APPLICATION = 11  # characters up to the last stroke of its reference
_APPLICATION = lazy(r"(?:[A-Z]{1,5}[/-])?(?:20)?\d\d/(?:[A-Z]{1,4}/)?\d{4,6}\b|[A-Z]/\d{4}/\d{3,5}\b")
# Behind the number of a motion its mover and its words, or its mover and seconder alone: "112/24  STARK:  That the
# agenda be adopted", "2024-112 Stark/Hobday".
_MOVER = lazy(rf"[^:.]{{2,60}}(?::|\s-)\s+(?:That|THAT)\s|{MOVERS}\s*$")
# A row of a log of actions ends in its status.
_LOGGED = lazy(
    r"(?<!matters)(?<!items)(?<!actions)(?<!issues)(?<!business)(?<! and)"
    r"\s(?:done|ongoing|open|closed|completed?|outstanding|c/f|carried forward)\.?$"
)
# The item's wording on the agenda, which ends in a stop: "Discussion and possible action on a new pump."
_AGENDA = lazy(
    r"(?:Discuss(?:ion)?|Consider(?:ation)?|Review|Public hearing|Presentation|Possible action|Deliberat\w+)"
    r"(?:,?(?: and| or|/)? (?:possible|take|act|action|approve|approval|discuss|consider|vote|of|on|regarding)\b)"
)
_REFERRED = lazy(r"\(\d{1,2}(?:\.\d{1,2})*\)\s+(?=[A-Z])")  # the number in the report: "6. (2.4) Parking ban"
_MARGIN = lazy(r"(?<=\S)(?:\t|[ ]{6,}(?=[A-Z]{2,4}(?:[/,& ]+[A-Z]{2,4})*\s*$))")
_FRAMED = lazy(r"(-{2,6}|={2,6}|~{2,6}|\*{3,6})[ ]?([^\W_][^\n]{1,70}?)[ ]?\1\s*$")  # "-- Book sale --"
# A motion that is an item of business by itself, with its subject or by whom it was: "Motion: Free Buses", "Motion by
# Councillor Moor - Pavement Cafes", "MOTION 4: Councillor B. Lunn", "RESOLUTION - MARKET FEES".
_OF_TITLES = r"(?:[A-Z\d(][\w'&/.()-]*|of|the|for|and|on|in|to|a|an|from|by|with|at|-)"
_ITEM_KIND = lazy(r"otion|OTION|RESOLUTION|Proposal to")
_LONGEST_KIND = 22  # characters of an item in which its kind stands
_MOTION_ITEM = lazy(
    r"(?:(?:Notice of |NOTICE OF )?(?:Motion|MOTION)(?: (?:No\.? ?)?\d{1,2})?"
    r"(?:(?: (?:on|regarding|concerning|re) |: +|(?: by [A-Z][^-:;,]{2,40})? -+ +)"
    r"(?!(?i:to|that|moved|made|seconded|second|adopt|approve|accept|adjourn|receive|amend|table|defer|appoint|authori[sz]e|"
    r"carried|passed|lost|failed|defeated|withdrawn|agreed|unanimous\w*|approved|adopted|none|by)\b)"
    rf"{_OF_TITLES}(?: {_OF_TITLES}){{1,14}}"
    r"|(?<=\d): +(?!(?i:to|that|approve|adopt)\b)[A-Z][^.;:]{3,80}| by (?:[A-Z][\w'-]*\.? ?){1,4})"
    rf"|(?:Motion|Proposal) to [A-Z][a-z]+(?: {_OF_TITLES}){{2,12}}(?<!\.)"
    r"|(?:SPECIAL |ORDINARY )?RESOLUTION(?: \d{1,2})?(?:: +| -+ +)[A-Z][A-Z'&/-]{2,}"
    r"(?: [A-Z\d(][A-Z\d'&/.()-]*){0,12})$",
)
# A bill by its number, which is no item's: "FS 19/20-17 Grading (second reading)".
_READING = lazy(
    r"\((?:for |at )?(?:first|second|third|final|1st|2nd|3rd)"
    r"(?:(?: and |, | & )(?:second|third|final|2nd|3rd))* readings?\)$",
    re.IGNORECASE,
)
_FENCE = lazy(r"^[ \t]*```", re.MULTILINE)


def find_candidates(layout: Layout, blocks: Sequence[Block], titles: Titles, begin: int) -> list[Candidate]:
    """All candidates of a document in order; blocks before the offset ``begin`` (front matter) give none."""
    found: list[Candidate] = []
    fences = _fences(layout.text)
    minuted = frozenset(table for table in range(len(layout.tables)) if holds_text(layout, table))
    underlined = frozenset(compress(count(-1), map(attrgetter("ruled"), layout.lines)))
    taken = -1
    for index, block in enumerate(blocks):
        if block.start < begin or block.first <= taken or (fences and any(a <= block.start < b for a, b in fences)):
            continue
        candidate = _candidate(layout, blocks, index, titles, minuted, underlined)
        if candidate is not None:
            taken = candidate.last
            if candidate.number or candidate.words:  # a title may be but a stop or an odd line break
                found.append(candidate)
    return found


def _fences(text: str) -> list[tuple[int, int]]:
    """The stretches of code between fences; what is never closed is no code."""
    marks = [match.start() for match in _FENCE.finditer(text)] if "```" in text else []
    return list(zip(marks[::2], marks[1::2], strict=False))


def _candidate(
    layout: Layout, blocks: Sequence[Block], index: int, titles: Titles, minuted: frozenset[int],
    underlined: frozenset[int],
) -> Candidate | None:  # fmt: skip
    """What a block makes; ``minuted`` tables hold the minutes themselves, ``underlined`` lines stand on rules."""
    block = blocks[index]
    line = layout.lines[block.first]
    words = block.words.strip()
    if words.endswith((")", "B")):
        words = stripped(words)
    if line.hashes and line.label_kind == "code" and words.startswith("("):
        # "### PEP-12 (typed axes)": the number is what the bracket tells of
        begin = layout.masked.find(line.label, block.start)
        return made(layout, index, block, "hash", start=begin, number="", hashes=line.hashes, strong=True)
    if line.hashes:
        return with_number_behind(layout, index, block, "hash", strong=True)
    if words[:1] in _ANNOUNCING:
        if (":" in words or words[0] == "#") and (titled := announced(layout, blocks, index, words, titles)):
            return titled
        if not line.label and (words[7:8] == ":" or len(words) == _LENGTH_OVER_TITLE) and OVER_TITLE.match(words):
            return web_page(layout, blocks, index, titles)
    if line.bullet:
        return _bulleted(layout, index, block, words, titles)
    if line.checked is not None or line.speaker:
        return None
    ruled = block.last in underlined and is_ruled(layout, block)
    if ruled and words and len(words.split()) <= 20 and not titles.is_task(words):
        return made(layout, index, block, "ruled", strong=True)
    framed = None
    if layout.text[block.start] in _FRAMES and not line.label and block.cell is None:
        framed = _FRAMED.match(layout.text, block.start, block.end)
    if framed:
        fits = titles.fits(framed[2], 12)
        depth = len(framed[1]) if framed[1][0] == "=" else 0
        title = framed.span(2)
        return made(layout, index, block, "ruled", title=title, number="", hashes=depth, strong=True) if fits else None
    if block.cell is not None:
        return in_cell(layout, blocks, index, words, titles) if block.cell.table in minuted else None
    if line.label:
        if not words:
            return number_alone(layout, blocks, index, titles)
        if titles.honorific.match(words) and _among_people(blocks, index, titles):
            return None
        return _numbered(layout, index, block, words, titles)
    if not words:
        return None
    if line.bold:
        return bold_line(layout, index, block, words, titles)
    return opened(layout, index, block, words, titles) or plain(layout, index, block, words, titles)


def _among_people(blocks: Sequence[Block], index: int, titles: Titles) -> bool:
    """Whether an entry that opens with a person is one of a list: "2. Smt. P. Nair, Vice President"."""
    beside = (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
    return (index > 0 and titles.is_label(blocks[index - 1].words)) or any(
        block.label and titles.honorific.match(block.words) and not titles.is_sentence(block.words) for block in beside
    )


def _bulleted(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Candidate | None:
    """A bot's list of topics, or a bullet whose words are bold throughout."""
    noted = block.indent == 0 and block.words.endswith(")") and ASIDE.search(block.words)
    if noted and not titles.is_marked(words):
        return made(layout, index, block, "topic", strong=True)
    bold = layout.lines[block.first].bold and block.cell is None
    told = bold and (titles.is_marked(words) or titles.tells_outcome(words))
    if bold and not told and not words.endswith(":") and titles.fits(words, 26):
        return made(layout, index, block, "bold")
    return None


def _numbered(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Candidate | None:
    line = layout.lines[block.first]
    if line.label_kind == "code" and _MOVER.match(words):
        return None
    if line.label_kind == "code" and words.endswith(")") and _READING.search(words):
        begin = layout.masked.find(line.label, block.start)
        return made(layout, index, block, "plain", title=span(layout, begin, block.end), number="", strong=True)
    act = _MOTION_ITEM if _ITEM_KIND.search(words, 0, _LONGEST_KIND) else TITLED_ACT
    titled = act.match(words) is not None and not titles.is_sentence(words.rstrip("."))
    # "H1/0223  DISPOSAL OF LAND" is no planning application.
    item = line.label[0].isalpha() and (titled or is_capital(words))
    referred = line.label_kind == "code" and not item and _REFERENCE.search(line.label) is not None
    if referred or (line.label_kind == "code" and not titled and titles.is_marked(f"{line.label} {words}")):
        return None
    if "/" in words[:_LONGEST_APPLICATION] and _APPLICATION.match(words) and not is_capital(words):
        return None
    if is_given(words) or (words[:1] in "\"'" and len(words.split()) > 5):
        return None  # a task, or the words of a motion
    run = None if titled and act is _MOTION_ITEM else run_in(layout, block, titles)
    if run is not None:
        head = layout.cut(*run)
        if titles.is_marked(head) or is_dated(head) or titles.honorific.fullmatch(head):
            return None  # "3. Smt. P. Nair, Vice President"
        strong = is_capital(head) or titles.is_usual(head) or is_emphasised(layout.text, *run)
        return made(layout, index, block, "number", title=run, run_in=True, strong=strong)
    if len(words) > LONGEST_TITLE:
        return None
    margin = _margin(layout.text, block)
    if margin is not None:
        words = stripped(layout.masked[block.body : margin])
    named = titled or line.label_kind in ("item", "code") or line.bold or _AGENDA.match(words) is not None
    if not named and first_sentence(words)[1] < len(words):
        return None
    behind = words[report.end() :] if (report := _REFERRED.match(words)) else words
    if (titles.is_marked(words) and not titled) or not titles.fits(behind.rstrip(".") if named else behind, 45):
        return None
    if line.label_kind == "code" and _LOGGED.search(words):
        return None
    if (words.endswith(":") and titles.opens(words)) or (line.label_kind == "item" and titles.honorific.match(words)):
        return None
    strong = line.bold or is_capital(words) or titles.is_usual(words) or line.label_kind == "item"
    title = span(layout, block.body, block.end if margin is None else margin)
    return made(layout, index, block, "number", title=title, strong=strong)


def _margin(text: str, block: Block) -> int | None:
    """Where the gap opens that parts the words of a block from what stands in the margin beside them, if one does."""
    places = [place for gap in _GAPS if (place := text.find(gap, block.body, block.end)) >= 0]
    margin = _MARGIN.search(text, min(places), block.end) if places else None
    return margin.start() if margin else None
