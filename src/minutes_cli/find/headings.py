"""Lines that may be headings: each candidate with what speaks for it, before the document decides between them."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.text.layout import Block, Layout, is_furniture
from minutes_cli.text.sentences import split_sentences

_ICON = re.compile(r"\s*(?:pdf icon\s*)?\bPDF\s+\d+(?:\.\d+)?\s*[KM]B\s*$")
DATE_OR_TIME = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\b.{0,12}\d|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b|\b\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\b)?|\b\d{1,2}\s*[ap]\.?m\b|"
    r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}",
    re.IGNORECASE,
)
# A bot's note of who set a topic and when stands behind it: "* open floor (nick, 17:03:21)".
_ASIDE = re.compile(r"\s*\([^\s(),]+,\s+\d\d:\d\d(?::\d\d)?\)\s*$")
_TOPIC = re.compile(r"(?:\#topic|(?:sub-?)?topic:)\s+(?=\S)", re.IGNORECASE)
# Kinds of number that may stand on a line of their own, the title below them.
_ALONE = frozenset(("decimal", "code", "item", "roman", "letter"))
_LISTED_IN_CELL = re.compile(r"<ol\b(?:[^>]*?start=\"(?P<start>\d{1,3})\")?[^>]*>\s*(?:<li>\s*)?$")
# No title has more characters than this.
_LONGEST_TITLE = 400
# A row of a log of actions ends in its status.
_LOGGED = re.compile(r"\s(?:done|ongoing|open|closed|completed?|outstanding|c/f|carried forward)\.?$")
_MARGIN = re.compile(r"(?<=\S)\t")
_FENCE = re.compile(r"^[ \t]*```", re.MULTILINE)
_NUMBER_BEHIND = re.compile(r"\s+\((?P<number>[A-Z]{1,2}(?:-?\d{1,2}[a-z]?)?(?:/[A-Z]{1,2}-?\d{1,2})?)\)\s*:?\s*$")
# A council's web page sets the item's title below these lines.
_OVER_TITLE = re.compile(r"agenda item$|Meeting: .{4,160} \(Item (?P<number>\d{1,3}(?:\.\d+)?[a-z]?)\)$", re.IGNORECASE)
_BOLD_HEAD = re.compile(r"(?:\*\*|__|<b>|<strong>|<u>)+([^*_<\n]{2,160}?)(?:\*\*|__|</b>|</strong>|</u>)")
_CAPITAL_HEAD = re.compile(
    r"(?:[A-Z][A-Z'&/,()-]+|[&/-]|\d+)(?:\s+(?:[A-Z0-9][A-Z0-9'&/,()-]*|[&/-]))*(?=(?P<gap>[\s.:-]+)[A-Z\"'(]?[a-z])"
)
_COLON_HEAD = re.compile(r"([^:.;?!]{3,60}):\s+(?=[A-Z\"'0-9£])")
_DASH_HEAD = re.compile(r"([A-Z][\w'&/]*(?: [\w'&/]+){0,4})[ ]+-[ ]*(?=[A-Z])")
_LIST_DASH_HEAD = re.compile(r"([A-Z][\w'&/-]*(?: [\w'&/-]+){0,9})[ ]+-[ ]*(?=\S)")
_SMALL = r"dated|held|of|and|the|for|in|on|to|from|as|by|with|a|an|at|or|&|-"
_TITLE_CASE_HEAD = re.compile(
    rf"((?:[A-Z0-9(][\w'()/&,-]*)(?:[ ]+(?:[A-Z0-9(][\w'()/&,-]*|{_SMALL})){{0,14}}?)[ ]+"
    r"(?=(?:(?:The|It|There|This|These|A|An|As|At|After|Following|No|All|Members|Councillors?|Cllrs?\.?|Mrs?\.?|Ms\.?|Dr\.?|"
    r"Clerk|Chairman|Chair|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[ ]+\S*|•|\d[.)]|[a-z]\))[ ]*)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may be a heading, or that may open with one.

    ``style`` tells what sets it apart: hash, ruled, alone (number on a line of its own), number, bold, capitals, plain,
    topic (of a chat), dash or opening (a title, or capitals, run in before a dash or stop, unnumbered). ``title`` are
    offsets in the text; ``run_in`` that text goes on behind the title in the same block; ``strong`` that it looks like
    a heading of itself, whatever stands around it.
    """

    block: int
    start: int
    first: int
    last: int
    title: tuple[int, int]
    style: str
    number: str = ""
    kind: str = ""
    hashes: int = 0
    indent: int = 0
    run_in: bool = False
    strong: bool = False
    colon: bool = False
    mark: str = ""


def find_candidates(layout: Layout, blocks: Sequence[Block], titles: Titles, begin: int) -> list[Candidate]:
    """All candidates of a document in order; blocks before the offset ``begin`` (front matter) give none."""
    found: list[Candidate] = []
    fences = _fences(layout.text)
    minuted = frozenset(table for table in range(len(layout.tables)) if _holds_text(layout, table))
    taken = -1
    for index, block in enumerate(blocks):
        if block.start < begin or block.first <= taken or any(a <= block.start < b for a, b in fences):
            continue
        for candidate in _candidate(layout, blocks, index, titles, minuted):
            taken = candidate.last
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
        yield _with_number_behind(layout, index, block, "hash", strong=True)
    elif _TOPIC.match(block.words) and (line.speaker or not line.label):
        yield _made(layout, index, block, "topic", start=block.body + len(_TOPIC.match(block.words)[0]), strong=True)  # type: ignore[index]
    elif _OVER_TITLE.match(words) and not line.label:
        yield from _web_page(layout, blocks, index, titles)
    elif line.bullet:
        yield from _bulleted(layout, index, block, words, titles)
    elif line.checked is not None or line.speaker:
        return
    elif _is_ruled(layout, block) and words and len(words.split()) <= 20:
        yield _made(layout, index, block, "ruled", strong=True)
    elif block.cell is not None:
        if block.cell.table in minuted:
            yield from _in_cell(layout, blocks, index, words, titles)
    elif line.label and not words:
        yield from _number_alone(layout, blocks, index, titles)
    elif line.label:
        yield from _numbered(layout, index, block, words, titles)
    elif words and line.bold:
        yield from _bold(layout, index, block, words, titles)
    elif words:
        yield from _plain(layout, index, block, words, titles)


def _made(layout: Layout, index: int, block: Block, style: str, *, start: int | None = None, last: Block | None = None,
          title: tuple[int, int] | None = None, number: str | None = None, hashes: int = 0, run_in: bool = False,
          strong: bool = False, colon: bool = False) -> Candidate:  # fmt: skip
    line = layout.lines[block.first]
    last = last or block
    return Candidate(
        block=index,
        start=block.start,
        first=block.first,
        last=last.last,
        title=title or span(layout, block.body if start is None else start, last.end),
        style=style,
        number=line.label if number is None else number,
        kind=line.label_kind if number is None else "cell",
        mark=layout.masked[line.start : line.body].rstrip()[-1:].strip(string.ascii_letters + string.digits),
        hashes=hashes,
        indent=block.indent,
        run_in=run_in,
        strong=strong,
        colon=colon,
    )


def _with_number_behind(layout: Layout, index: int, block: Block, style: str, *, strong: bool = False) -> Candidate:
    """A heading whose number may stand in brackets at its end: "Adjournment (L)"."""
    line = layout.lines[block.first]
    behind = _NUMBER_BEHIND.search(block.words) if not line.label else None
    title = span(layout, block.body, block.body + behind.start()) if behind else None
    number = behind["number"] if behind else None
    colon = block.words.endswith(":")
    return _made(
        layout, index, block, style, title=title, number=number, hashes=line.hashes, strong=strong, colon=colon
    )


def stripped(words: str) -> str:
    """The words of a line without the debris of a web page and a bot's notes at its end."""
    tail = words[-60:]
    if "PDF" in tail:
        tail = _ICON.sub("", tail)
    if ":" in tail and tail.endswith(")"):
        tail = _ASIDE.sub("", tail)
    return (words[:-60] + tail).strip()


def span(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """The offsets of a title's words: icons, closing punctuation and white space at the ends left out."""
    words = layout.masked[start:end]
    tail = _ICON.search(words) or _ASIDE.search(words)
    end = start + (tail.start() if tail else len(words))
    while start < end and layout.masked[start] in " \r\n:.-":
        start += 1
    while end > start and layout.masked[end - 1] in " \r\n:-.":
        end -= 1
    return start, end


def _is_ruled(layout: Layout, block: Block) -> bool:
    """Whether the line below underlines the block, as in setext and plain-text headings."""
    after = block.last + 1
    if block.first != block.last or block.cell is not None or after >= len(layout.lines):
        return False
    line = layout.lines[after]
    rule = line.text.strip()
    return line.ruled and len(rule) >= max(3, len(block.words) // 2) and rule[0] in "-=~"


def _web_page(layout: Layout, blocks: Sequence[Block], index: int, titles: Titles) -> Iterator[Candidate]:
    """The title below "Agenda item", or below the line that says at which meeting an issue was an item."""
    match = _OVER_TITLE.match(stripped(blocks[index].words))
    if match is None or index + 1 >= len(blocks):
        return
    after = blocks[index + 1]
    if titles.fits(stripped(after.words), 45):
        yield _made(layout, index + 1, after, "alone", number=match["number"] or "")


def _bulleted(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    """A bot's list of topics, or a bullet whose words are bold throughout."""
    line = layout.lines[block.first]
    if block.indent == 0 and _ASIDE.search(block.words) and not titles.is_marked(words):
        yield _made(layout, index, block, "topic", strong=True)
    elif line.bold and block.cell is None and not words.endswith(":") and titles.fits(words, 26):
        if titles.is_marked(words):
            return
        yield _made(layout, index, block, "bold")


def _in_cell(layout: Layout, blocks: Sequence[Block], index: int, words: str, titles: Titles) -> Iterator[Candidate]:
    """A heading in a table that the minutes are laid out in: bold, or with its number in the cell before."""
    block = blocks[index]
    line = layout.lines[block.first]
    if not words or block.cell is None or block.cell.column > 1 or not titles.fits(words.rstrip(". :"), 20):
        return
    if not block.cell.row:
        return
    header = layout.tables[block.cell.table].rows[0]
    if block.cell.column < len(header) and layout.cut(*header[block.cell.column]).lower() in titles.entries:
        return
    before = blocks[index - 1] if index else block
    number = ""
    if (
        before.cell
        and (before.cell.table, before.cell.row) == (block.cell.table, block.cell.row)
        and before.cell.column < block.cell.column
        and not before.words
    ):
        number = before.label
    if titles.is_marked(words) or (not line.bold and number and _row_goes_on(layout, block)):
        return
    if number and not titles.is_sentence(words.rstrip(".")):
        yield _made(layout, index, block, "number", number=number, strong=True)
    elif block.cell.column == 0 and _in_item_column(layout, block, titles) and not titles.is_sentence(words):
        cell = layout.tables[block.cell.table].rows[block.cell.row][block.cell.column]
        listed = _LISTED_IN_CELL.search(layout.text, cell[0], block.body)
        counted = (listed["start"] or "1") if listed else None
        yield _made(layout, index, block, "cell", number=counted, strong=True)
    elif line.bold and not (words.endswith(":") and titles.is_label(words)):
        nested = re.match(r"([a-z]|[ivx]{1,5})[.)]\s+", words)
        start = block.body + (nested.end() if nested else 0)
        yield _made(layout, index, block, "bold", start=start, number=(nested[1] if nested else line.label))


def _row_goes_on(layout: Layout, block: Block) -> bool:
    """Whether words stand in the cells behind a cell of the first two columns, as in a table of tasks."""
    if block.cell is None:
        return False
    row = layout.tables[block.cell.table].rows[block.cell.row]
    return any(layout.masked[start:end].strip(" |\r\n") for start, end in row[block.cell.column + 1 :])


def _in_item_column(layout: Layout, block: Block, titles: Titles) -> bool:
    """Whether a cell stands in the first column of a table whose header says that it holds the items."""
    if block.cell is None or not block.cell.row:
        return False
    header = layout.tables[block.cell.table].rows[0]
    return len(header) > 1 and layout.cut(*header[0]).lower().strip(" :") in titles.item_columns


def _holds_text(layout: Layout, table: int) -> bool:
    """Whether minutes are laid out in a table: some cell of it holds a sentence or more."""
    return any(
        end - start > 80 and len(" ".join(layout.masked[start:end].split())) > 80
        for row in layout.tables[table].rows
        for start, end in row
    )


def _number_alone(layout: Layout, blocks: Sequence[Block], index: int, titles: Titles) -> Iterator[Candidate]:
    """A number on a line of its own and the title on the next, as ModernGov prints its items."""
    block = blocks[index]
    line = layout.lines[block.first]
    if index + 1 >= len(blocks) or line.label_kind not in _ALONE or line.label.islower():
        return
    after = blocks[index + 1]
    words = stripped(after.words)
    if after.cell or after.label or after.bullet or after.speaker or layout.lines[after.first].hashes:
        return
    single = after.first == after.last or layout.lines[after.first].bold
    if single and titles.fits(words, 40) and not titles.is_marked(words):
        yield _made(layout, index, block, "alone", start=after.body, last=after)


def _numbered(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    line = layout.lines[block.first]
    run = _run_in(layout, block, titles)
    if run is not None:
        head = layout.cut(*run)
        if not titles.is_marked(head):
            strong = is_capital(head) or titles.is_usual(head) or layout.text[run[0] - 1] in "*_>"
            yield _made(layout, index, block, "number", title=run, run_in=True, strong=strong)
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
    yield _made(layout, index, block, "number", title=span(layout, block.body, end), strong=strong)


def _run_in(layout: Layout, block: Block, titles: Titles) -> tuple[int, int] | None:
    """The title that a numbered block opens with where its text goes on behind it: "4. Finance. The clerk …"."""
    words = layout.masked[block.body : block.end].replace("\n", " ").replace("\r", " ")
    opened = block.body
    while opened > block.start and layout.masked[opened - 1] == " " and layout.text[opened - 1] in "*_<>b":
        opened -= 1
    bold = _BOLD_HEAD.match(layout.text, opened, block.end)
    if bold and not layout.lines[block.first].bold and re.search(r"\w", layout.masked[bold.end() : block.end]):
        fits = titles.fits(layout.masked[slice(*bold.span(1))].rstrip(". :"), 22)
        return span(layout, *bold.span(1)) if fits else None
    capital = _CAPITAL_HEAD.match(words)
    if capital and (title := _capital_title(capital, titles.is_sentence(words[capital.end() :]))):
        return block.body, block.body + len(title)
    cased = _TITLE_CASE_HEAD.match(words) if layout.lines[block.first].label_kind == "code" else None
    if cased and titles.is_sentence(words):
        return span(layout, block.body, block.body + cased.end(1))
    colon = _COLON_HEAD.match(words)
    if colon and _sets_title_apart(colon[1], words[colon.end() :], titles):
        return span(layout, block.body, block.body + colon.end(1))
    first = next(split_sentences(words), (0, 0))
    head = words[slice(*first)]
    if first[1] < len(words.rstrip()) and head.endswith((".", ":")) and titles.heads(head.rstrip(".:")):
        return span(layout, block.body, block.body + first[1])
    dash = _LIST_DASH_HEAD.match(words)
    if dash and titles.fits(dash[1], 10) and titles.is_sentence(words):
        return span(layout, block.body, block.body + dash.end(1))
    return None


def _sets_title_apart(head: str, rest: str, titles: Titles) -> bool:
    """Whether a colon ends a title rather than standing in one: "Policing: Report of the Group" is all title."""
    if titles.opens(head) or not titles.fits(head, 12) or is_capital(head + rest):
        return False
    return titles.is_usual(head) or titles.is_sentence(rest) or bool(re.search(r"[.;]\s|[.]$", rest.strip()))


def _capital_title(match: re.Match[str], before_sentence: bool) -> str:
    """The capitals that a block opens with, unless they are an abbreviation at the head of a sentence."""
    title = re.sub(r"\s+(?:[A-Z]|[&/-])$", "", match[0])
    letters = len(re.findall(r"[A-Z]", title))
    set_apart = match["gap"].strip() or len(match["gap"]) > 1
    several = (len(title.split()) > 1 and letters >= 8) or (
        letters >= 6 and before_sentence and match.string[match.end() :].lstrip()[:1].isupper()
    )
    return title if letters >= 4 and len(title.split()) <= 14 and (set_apart or several) else ""


def _bold(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    if (words.endswith(":") and titles.is_label(words)) or titles.is_marked(words):
        return
    date = DATE_OR_TIME.search(words)
    if date and len(date[0]) * 2 > len(words):
        return
    if titles.fits(words.rstrip(". :"), 45 if layout.spaced else 26):
        yield _with_number_behind(layout, index, block, "bold")


def _plain(layout: Layout, index: int, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    """A line of capitals, a short line that stands alone, or a title run in before a dash."""
    opening = _CAPITAL_HEAD.match(words)
    if opening and opening["gap"].strip() and (title := _opening_title(opening, titles)):
        yield _made(layout, index, block, "opening", title=(block.body, block.body + len(title)), run_in=True)
        return
    if len(words) > _LONGEST_TITLE and " -" not in words[:60]:
        return
    if (words.endswith(":") and titles.is_label(words)) or titles.is_marked(words):
        return
    dash = _DASH_HEAD.match(words)
    if not dash and len(words) > _LONGEST_TITLE:
        return
    if dash and len(words.split()) > 12 and titles.fits(dash[1], 5) and titles.is_sentence(words):
        yield _made(layout, index, block, "dash", title=(block.body, block.body + dash.end(1)), run_in=True)
        return
    if "\t" in layout.text[block.body : block.end].strip() or re.search(r"[^\s.] {3,}\S", words):
        return
    line = layout.lines[block.first]
    capital = is_capital(words) and len(words) > 3
    if block.indent >= 8 and (words.lower() in titles.entries or "\t\t" in line.lead):
        return  # what stands in the margin
    if ": " in words or "£" in words or words[0] in "\"'" or titles.honorific.match(words):
        return
    if not titles.fits(words.rstrip(":"), 16 if capital else 10) or words.endswith((".", "?", "!")) or "://" in words:
        return
    if capital:
        yield _made(layout, index, block, "capitals", colon=words.endswith(":"))
    elif (
        block.first == block.last
        and len(words) <= 75
        and ("," not in words or titles.is_usual(words))
        and (titles.is_usual(words) or not DATE_OR_TIME.search(words))
    ):
        yield _made(layout, index, block, "plain", colon=words.endswith(":"))


def _opening_title(match: re.Match[str], titles: Titles) -> str:
    """The capitals before a stop or dash that a paragraph opens with: "PUBLIC FORUM. Two residents spoke"."""
    title = _capital_title(match, before_sentence=True)
    rest = match.string[match.end() :]
    if not title or titles.is_label(title) or titles.is_marked(title) or len(rest.split()) < 4:
        return ""
    return title if titles.fits(title, 8) else ""


def follows_blank(layout: Layout, index: int) -> bool:
    """Whether a blank line, page furniture or nothing stands before a line."""
    return index == 0 or layout.lines[index - 1].blank or is_furniture(layout.lines[index - 1])
