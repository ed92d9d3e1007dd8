"""Lines that may be headings: each candidate with what speaks for it, before the document decides between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block, Layout, is_furniture
from minutes_cli.text.sentences import split_sentences

_ICON = re.compile(r"\s*(?:pdf icon\s*)?\bPDF\s+\d+(?:\.\d+)?\s*[KM]B\s*$")
_DATE_OR_TIME = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\b.{0,12}\d|\b\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\b)?|\b\d{1,2}\s*[ap]\.?m\b|\d{4}-\d\d-\d\d|"
    r"\d{1,2}/\d{1,2}/\d{2,4}",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\((?:\w+, )?\d\d:\d\d(?::\d\d)?\)\s*$")
_NAMED = re.compile(r"[\w`'.-]+(?: [\w'.-]+){0,2}(?: \([^)]*\))?:\s")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may be a heading, or that may open with one.

    ``style`` tells what sets it apart: hash, ruled, alone (number on a line of its own), number, bold, capitals, plain.
    ``title`` are offsets in the text; ``run_in`` that text goes on behind the title in the same block. ``strong`` says
    that it looks like a heading of itself, whatever stands around it.
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


class Titles:
    """Judges whether words can be a title, by the pack's lists of words."""

    def __init__(self, rules: Rules) -> None:
        verbs = rules.expand("{sentence_verb}")
        self.verb = re.compile(rf"(?<![\w-]){verbs}(?![\w-])", re.IGNORECASE)
        self.labels = rules.words("label")
        self.usual = rules.words("usual_title")
        self.agenda = rules.words("agenda")
        self.entries = rules.words("entries")
        self.title_line = re.compile(rf"\b{rules.expand('{title_line}')}\b", re.IGNORECASE)

    def is_label(self, words: str) -> bool:
        """Whether words that end in a colon head a part of an item rather than an item."""
        bare = words.rstrip(" :-").lower()
        return bare in self.labels or bare.startswith(("apologies", "in attendance", "also ", "present"))

    def is_usual(self, words: str) -> bool:
        """Whether nearly every body has a heading of these words."""
        return words.strip(" .:-").lower() in self.usual

    def is_sentence(self, words: str) -> bool:
        """Whether words read as a sentence rather than as a title."""
        bare = words.strip()
        count = len(bare.split())
        if bare.endswith((";", ",")) or count > 30:
            return True
        if self.verb.search(bare) and not self.is_usual(bare):
            return bare.endswith(".") or count > 7 or bool(self.verb.search(bare.split(None, 1)[-1]))
        return bare.endswith(".") and count > 12

    def fits(self, words: str, most: int) -> bool:
        """Whether words can be a title of at most so many words."""
        bare = words.strip()
        if not re.search(r"[A-Za-zÀ-ž]{2}", bare) or len(bare.split()) > most:
            return False
        return not (bare[0].islower() or bare[0] in "(/&.,;") and not self.is_sentence(bare)


def find_candidates(layout: Layout, blocks: Sequence[Block], titles: Titles, begin: int) -> list[Candidate]:
    """All candidates of a document in order; blocks before the offset ``begin`` (front matter) give none."""
    found: list[Candidate] = []
    fenced = False
    for index, block in enumerate(blocks):
        if block.start < begin:
            continue
        if layout.text.startswith("```", block.start):
            fenced = not fenced
            continue
        if not fenced:
            found.extend(_candidate(layout, blocks, index, titles))
    return found


def _candidate(layout: Layout, blocks: Sequence[Block], index: int, titles: Titles) -> Iterator[Candidate]:
    block = blocks[index]
    line = layout.lines[block.first]
    words = _stripped(block.words)
    start = block.body
    common = {"block": index, "start": block.start, "first": block.first, "last": block.last}
    if line.hashes:
        title = _span(layout, start, layout.lines[block.first].end)
        yield Candidate(**common, title=title, style="hash", number=line.label, kind=line.label_kind,
                        hashes=line.hashes, strong=True)  # fmt: skip
        return
    if _is_ruled(layout, block) and words and titles.fits(words, 20):
        yield Candidate(**common, title=_span(layout, start, block.end), style="ruled", number=line.label,
                        kind=line.label_kind, strong=True)  # fmt: skip
        return
    if line.checked is not None or (block.cell is not None and not (line.bold or line.label or block.cell.column == 0)):
        return
    if line.label and not words and block.cell is None:
        yield from _number_alone(layout, blocks, index, titles)
        return
    if not words:
        return
    if line.label:
        yield from _numbered(layout, block, words, titles)
    elif line.bold and block.first == block.last:
        yield from _bold(layout, block, words, titles)
    elif not line.bullet and block.cell is None:
        yield from _plain(layout, block, words, titles)


def _stripped(words: str) -> str:
    return _ASIDE.sub("", _ICON.sub("", words)).strip()


def _span(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """The offsets of a title's words: icons, closing punctuation and white space at the ends left out."""
    words = layout.masked[start:end]
    icon = _ICON.search(words) or _ASIDE.search(words)
    end = start + (icon.start() if icon else len(words))
    while start < end and layout.masked[start] in " \r\n:.-":
        start += 1
    while end > start and (layout.masked[end - 1] in " \r\n:-" or _is_full_stop(layout.masked, start, end)):
        end -= 1
    return start, end


def _is_full_stop(masked: str, start: int, end: int) -> bool:
    return masked[end - 1] == "." and not masked[start : end - 1].rsplit(None, 1)[-1:] == ["etc"]


def _is_ruled(layout: Layout, block: Block) -> bool:
    """Whether the line below underlines the block, as in setext and plain-text headings."""
    after = block.last + 1
    if block.first != block.last or block.cell is not None or after >= len(layout.lines) or block.bullet:
        return False
    line = layout.lines[after]
    return line.ruled and len(line.text.strip()) >= 3 and line.text.strip()[0] in "-=~"


def _number_alone(layout: Layout, blocks: Sequence[Block], index: int, titles: Titles) -> Iterator[Candidate]:
    """A number on a line of its own and the title on the next, as ModernGov prints its items."""
    block = blocks[index]
    line = layout.lines[block.first]
    if index + 1 >= len(blocks) or line.label_kind not in ("decimal", "code", "item"):
        return
    after = blocks[index + 1]
    words = _stripped(after.words)
    if after.cell is not None or after.label or after.bullet or after.first != after.last or titles.is_label(words):
        return
    if titles.fits(words, 30):
        yield Candidate(index, block.start, block.first, after.last, _span(layout, after.body, after.end), "alone",
                        line.label, line.label_kind)  # fmt: skip


def _numbered(layout: Layout, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    line = layout.lines[block.first]
    common = {"block": -1, "start": block.start, "first": block.first, "last": block.last, "number": line.label,
              "kind": line.label_kind, "indent": block.indent}  # fmt: skip
    run = _run_in(layout, block, titles)
    if run is not None:
        yield Candidate(
            **common, title=run, style="number", run_in=True, strong=_is_capital(layout.masked[slice(*run)])
        )
        return
    first = words.split("\t", 1)[0]
    if titles.is_label(first) and first.rstrip().endswith(":"):
        first = first.rstrip(": ")
    if titles.fits(first, 26):
        strong = line.bold or _is_capital(first) or titles.is_usual(first)
        yield Candidate(**common, title=_span(layout, block.body, block.end), style="number", strong=strong)


def _run_in(layout: Layout, block: Block, titles: Titles) -> tuple[int, int] | None:
    """The title that a numbered block opens with where its text goes on behind it: "4. Finance. The clerk …"."""
    words = layout.masked[block.body : block.end].replace("\n", " ").replace("\r", " ")
    raw = layout.text[block.body : block.end]
    bold = re.match(r"(?:\*\*|__|<b>|<strong>|<u>)+([^*_<\n]{2,90}?)(?:\*\*|__|</b>|</strong>|</u>)", raw)
    if bold and re.search(r"\w", words[bold.end() :]):
        if titles.fits(bold[1].rstrip(". :"), 14):
            return _span(layout, block.body + bold.start(1), block.body + bold.end(1))
        return None
    capital = re.match(
        r"(?:[A-Z][A-Z'&/,()-]+|[&/-]|\d+)(?:\s+(?:[A-Z0-9][A-Z0-9'&/,()-]*|[&/-]))*(?=[\s.:-]+[A-Z\"'(]?[a-z])", words
    )
    if capital and len(re.findall(r"[A-Z]", capital[0])) >= 4 and len(capital[0].split()) <= 14:
        title = re.sub(r"\s+(?:[A-Z]|[&/-])$", "", capital[0])
        return (block.body, block.body + len(title)) if len(re.findall(r"[A-Z]", title)) >= 4 else None
    sentences = list(split_sentences(words))
    first = words[slice(*sentences[0])] if sentences else ""
    if (
        len(sentences) > 1
        and first.endswith((".", ":"))
        and len(first.split()) <= 8
        and titles.fits(first.rstrip("."), 8)
    ):
        return _span(layout, block.body, block.body + sentences[0][1])
    colon = re.match(r"([^:.;?!]{3,60}):\s+(?=[A-Z\"'0-9£])", words)
    if (
        colon
        and len(words.split()) > len(colon[1].split()) + 3
        and titles.fits(colon[1], 7)
        and not _NAMED.match(words)
    ):
        return _span(layout, block.body, block.body + colon.end(1))
    return None


def _is_capital(words: str) -> bool:
    letters = re.findall(r"[A-Za-z]", words)
    return len(letters) >= 3 and sum(letter.isupper() for letter in letters) > len(letters) * 0.85


def _bold(layout: Layout, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    if (words.endswith(":") and titles.is_label(words)) or not titles.fits(words.rstrip(". :"), 22):
        return
    yield Candidate(-1, block.start, block.first, block.last, _span(layout, block.body, block.end), "bold",
                    indent=block.indent, colon=words.endswith(":"))  # fmt: skip


def _plain(layout: Layout, block: Block, words: str, titles: Titles) -> Iterator[Candidate]:
    """A line of capitals, or a short line that stands alone."""
    if words.endswith(":") and titles.is_label(words):
        return
    capital = _is_capital(words)
    if "\t" in layout.text[block.body : block.end].strip() or re.search(r"[^\s.] {3,}\S", words):
        return
    if not titles.fits(words.rstrip(":"), 16 if capital else 10) or words.endswith((".", "?", "!")) or "://" in words:
        return
    if capital and len(words) > 3:
        style = "capitals"
    elif block.first == block.last and len(words) <= 75 and not _DATE_OR_TIME.search(words):
        style = "plain"
    else:
        return
    yield Candidate(-1, block.start, block.first, block.last, _span(layout, block.body, block.end), style,
                    colon=words.endswith(":"))  # fmt: skip


def follows_blank(layout: Layout, index: int) -> bool:
    """Whether a blank line, page furniture or nothing stands before a line."""
    return index == 0 or layout.lines[index - 1].blank or is_furniture(layout.lines[index - 1])
