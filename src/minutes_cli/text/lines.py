"""Lines and their shapes: how far a line is indented, which marker it opens with, whether it is emphasised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_cli.patterns import lazy
from minutes_cli.text.line_numbers import read_number

# Unlike str.splitlines, which also splits at form feeds, U+0085 and U+2028.
_STAMP = 20  # characters before a nick in a log of a chat
_NEWLINE = lazy(r"\r\n?|\n")

_LEAD = lazy(
    r"(?P<irc>[\[(]?(?:\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2}[ ]\d{1,2}[ ])?\d\d:\d\d(?::\d\d)?Z?[\])]?[ ]*"
    r"<[@+]?(?P<speaker>[^<>\s]{1,32})>[ ]"
    r"|<(?!(?:br|li|td|th|tr|ul|ol|em|hr|del|ins|div|sup|sub|pre|span|code|strong|center|small|font|h\d)>)"
    r"[@+]?(?P<nick>[A-Za-z][\w|`^\[\]-]{1,31})>[ ])?"
    r"(?P<indent>[ ]*)(?P<quote>(?:>[ ]?)*)"
    r"(?P<hashes>\#{1,6}(?=[ ]|$))?[ ]*"
    r"(?P<bullet>[-*+•●·▪◦▫■□‣⁃➢➤✓\uf0b7\uf0a7\uf0d8](?=[ ]|$)|[•●▪◦‣➢\uf0b7\uf0a7\uf0d8]|o(?=[ ]{2,})"
    r")?[ ]*(?:\*(?=\d{1,3}[.)]))?"  # a star in the margin marks a recommendation to the parent body
    r"(?P<box>\[[ xX✓]?\](?=[ ]|$)|[☐☑☒✅✔❌✗✘⬜◻□]\ufe0f?)?[ ]*"
)
_STRONG = lazy(
    r"(?:\*\*|__|<b>|<strong>|<u>|\*(?=[^\s*])|_(?=[^\s_]))+(?P<words>.+?)(?P<close>\*\*|__|</b>|</strong>|</u>|\*|_)"
)
_BULLETS = "-*+•"  # the most usual ones
_SOFT_HYPHEN = "\u00ad"  # alone on a line it is nothing
_EMPHASES = "*_<"
_EMPHASIS = lazy(r"[*_<](?:(?<!<)|[bsu])")
_EMPHASISED = 40  # characters of a line in which its first emphasis opens, if it is emphasised
# What may stand before the emphasis: quotation, bullet, number.
_MARKER = lazy(r"^[\s>#]*(?:[-*+•]\s+)?(?:\\?\(?[\dA-Za-z]{1,5}(?:[./]\d+)*\\?[.):]*\s+)?")
_WORD = lazy(r"\w")
_RULE = lazy(r"[ ]*(?:[-=_*~][ ]?){3,}[ ]*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a line stands in a table; table, row and column count from 0."""

    table: int
    row: int
    column: int


@dataclass(slots=True)  # not frozen, which makes them three times as slow to make: nothing changes one, though
class Line:
    """One line of the text, or the part of one that stands in a table cell.

    ``start`` and ``end`` are offsets in the text, without the newline; ``text`` is the mask of that stretch. The marker
    is what stands before the words: bullet, number or check box; ``body`` is the offset of the first word behind it.
    ``speaker`` is the nick of a line of a chat log (``14:59 <nick> …``), which counts with the marker. ``furniture``
    marks a page's number, header or footer, whose mask is blank. ``blank`` tells that nothing but white space and
    mark-up stands on the line, ``ruled`` that it is a rule: dashes, equals signs or underscores alone.
    """

    number: int
    start: int
    end: int
    text: str
    body: int = 0
    cell: Cell | None = None
    blank: bool = False
    indent: int = 0
    lead: str = field(default="", repr=False)
    bullet: str = ""
    label: str = ""
    label_kind: str = ""
    punctuated: bool = False
    bold: bool = False
    hashes: int = 0
    checked: bool | None = None
    speaker: str = ""
    furniture: bool = False
    ruled: bool = False

    @property
    def words(self) -> str:
        """The masked text behind the marker, stripped."""
        return self.text[self.body - self.start :].strip()


def _columns(indent: str) -> int:
    width = 0
    for character in indent:
        width += 4 - width % 4 if character == "\t" else 1
    return width


def shape(
    text: str, start: int, end: int, masked: str, number: int, cell: Cell | None = None, *, emphasised: bool = True
) -> Line:
    """The line of the text from start to end, with its shape read off the text and its mask.

    ``emphasised`` tells whether emphasis may open on the line.
    """
    words = masked[start:end]
    bare = words.lstrip(" ")
    if not bare or (not bare[0].isalnum() and not bare.replace(_SOFT_HYPHEN, "").strip()):
        return Line(number, start, end, words, end, cell, True)
    bold = emphasised and _is_bold(text[start:end])
    indent = len(words) - len(bare)
    bullet = bare[0] if bare[0] in _BULLETS and bare[1:2] == " " else ""
    bare = bare[1:].lstrip(" ") if bullet else bare
    # No marker but these and a number, nor a chat's "Sep 12 19:00:31 <nick>": the most usual line by far.
    if bare[:1].isalnum() and (bullet or not (bare.startswith("o  ") or ("<" in bare and _is_stamped(words)))):
        label, kind, punctuated, body = read_number(words, len(words) - len(bare))
        while body < len(words) and words[body] == " ":
            body += 1
        lead = text[start : start + indent]
        columns = _columns(lead) if cell is None else 0
        # By place, for speed: names take longer than all the rest.
        return Line(
            number, start, end, words, start + body, cell, False, columns, lead, bullet, label, kind, punctuated, bold
        )
    return _marked(text, start, words, number, cell, bold=bold)


def _is_stamped(words: str) -> bool:
    """Whether a line may open with when somebody said it and with their nick."""
    return words[0].isdigit() or words.find("<", 0, _STAMP) >= 0


def _marked(text: str, start: int, words: str, number: int, cell: Cell | None, *, bold: bool) -> Line:
    """A line that opens with something else than words or their number."""
    end = start + len(words)
    lead = _LEAD.match(words)
    if lead is None:  # it never is: all its parts may be left out
        return Line(number, start, end, words, body=start, cell=cell)
    position = lead.end()
    raw_lead = text[start + lead.start("indent") : start + lead.end("indent")]
    label, kind, punctuated, behind = read_number(words, position)
    while behind < len(words) and words[behind] == " ":
        behind += 1
    speaker = lead["speaker"] or lead["nick"] or ""
    if speaker and label and behind == len(words):
        label, kind, punctuated, behind = "", "", False, position  # "<tom> 0": a vote, not a number
    box = lead["box"] or ""
    return Line(
        number=number,
        start=start,
        end=end,
        text=words,
        indent=_columns(raw_lead) if cell is None else 0,
        hashes=len(lead["hashes"] or ""),
        bullet=lead["bullet"] or "",
        label=label,
        label_kind=kind,
        punctuated=punctuated,
        checked=None if not box else box.rstrip("\ufe0f") not in ("[ ]", "[]", "☐", "⬜", "◻", "□", "❌", "✗", "✘"),
        bold=bold,
        body=start + behind,
        lead=raw_lead,
        speaker=speaker,
        cell=cell,
        ruled=_RULE.match(words) is not None,
    )


def _is_bold(raw: str) -> bool:
    """Whether all words of the line behind its marker are emphasised, trailing punctuation aside."""
    if not _EMPHASIS.search(raw, 0, _EMPHASISED):
        return False
    bare = _MARKER.sub("", raw).strip()
    return bool(_STRONG.search(bare)) and not _WORD.search(_STRONG.sub("", bare))


def split_lines(text: str, masked: str) -> Iterator[Line]:
    """The physical lines of a text, in order; newlines are CR LF, LF and CR only."""
    marks = [mark for mark in _EMPHASES if mark in text]
    for number, (start, end) in enumerate(_stretches(text), 1):
        if start == end:
            yield Line(number, start, end, "", end, None, True)
            continue
        emphasised = False
        for mark in marks:
            emphasised = emphasised or text.find(mark, start, end) >= 0
        yield shape(text, start, end, masked, number, emphasised=emphasised)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where lines start and end, the newlines left out."""
    start = 0
    if "\r" in text:
        for match in _NEWLINE.finditer(text):
            yield start, match.start()
            start = match.end()
    else:
        while (end := text.find("\n", start)) >= 0:
            yield start, end
            start = end + 1
    if start < len(text):
        yield start, len(text)


def part(line: Line, text: str, masked: str, start: int, end: int, cell: Cell) -> Line:
    """The part of a line that stands in a table cell, shaped as a line of its own."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return shape(text, start, end, masked, line.number, cell)


def blanked(line: Line) -> Line:
    """A line as one of page furniture."""
    return Line(line.number, line.start, line.end, " " * (line.end - line.start), indent=line.indent,
                label_kind=line.label_kind, punctuated=line.punctuated, body=line.end, lead=line.lead,
                speaker=line.speaker, furniture=True, cell=line.cell, blank=True)  # fmt: skip
