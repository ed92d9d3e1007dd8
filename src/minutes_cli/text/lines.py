"""Lines and their shapes: how far a line is indented, which marker it opens with, whether it is emphasised."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from minutes_cli.patterns import lazy
from minutes_cli.text.line_numbers import may_open, read_number
from minutes_cli.text.places import places_of

_STAMP = 20  # characters before a nick in a log of a chat
_LONE_RETURN = lazy(r"\r(?!\n)")

_LEAD = lazy(
    r"(?P<irc>[\[(]?(?:\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2}[ ]\d{1,2}[ ])?\d\d:\d\d(?::\d\d)?Z?[\])]?[ ]*"
    r"<[@+]?(?P<speaker>[^<>\s]{1,32})>[ ]"
    r"|[ ]*<(?!(?:br|li|td|th|tr|ul|ol|em|hr|del|ins|div|sup|sub|pre|span|code|strong|center|small|font|h\d)>)"
    r"[@+]?(?P<nick>[A-Za-z][\w|`^\[\]-]{1,31})>[ ])?"
    r"(?P<indent>[ ]*)(?P<quote>(?:>[ ]?)*)"
    r"(?P<hashes>\#{1,6}(?=[ ]|$))?[ ]*"
    r"(?P<bullet>[-*+•●·▪◦▫■□‣⁃➢➤✓\uf0b7\uf0a7\uf0d8](?=[ ]|$)|[•●▪◦‣➢\uf0b7\uf0a7\uf0d8]|o(?=[ ]{2,})"
    r")?[ ]*(?:\*(?=\d{1,3}[.)]))?"  # a star in the margin marks a recommendation to the parent body
    r"(?P<box>\[[ xX✓]?\](?=[ ]|$)|[☐☑☒✅✔❌✗✘⬜◻□]\ufe0f?)?[ ]*"
)
_STRONG = lazy(
    r"(?:\*\*|__|<b>|<strong>|<u>|'''|\*(?=[^\s*])|_(?=[^\s_]))+(?P<words>.+?)"
    r"(?P<close>\*\*|__|</b>|</strong>|</u>|'''|\*|_)"
)
_BULLETS = "-*+•"  # the most usual ones
_SOFT_HYPHEN = "\u00ad"  # alone on a line it is nothing
_UNCHECKED = ("[ ]", "[]", "☐", "⬜", "◻", "□", "❌", "✗", "✘")
_EMPHASES = ("*", "_", "<", "'''")
_EMPHASIS_TAGS = ("b", "s", "u")  # what they begin with
_EMPHASISED = 40  # characters of a line in which its first emphasis opens, if all of it is emphasised
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
    ``cut`` tells how many characters of the line stand before its start, as a title that it opens with.
    """

    start: int
    end: int
    text: str
    body: int
    cell: Cell | None = None
    blank: bool = False
    indent: int = 0
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
    cut: int = 0

    @property
    def words(self) -> str:
        """The masked text behind the marker, stripped."""
        return self.text[self.body - self.start :].strip()

    def lead(self, text: str) -> str:
        """What stands for the blanks at the head of the line in the text itself: tabs, the break of a page."""
        return text[self.start : self.start + len(self.text) - len(self.text.lstrip(" "))]


def _columns(indent: str) -> int:
    if "\t" not in indent:
        return len(indent)
    width = 0
    for character in indent:
        width += 4 - width % 4 if character == "\t" else 1
    return width


def shape(text: str, start: int, words: str, cell: Cell | None = None, *, bold: bool = False) -> Line:
    """The line of the text from start on, with its shape read off the text and ``words``, its mask."""
    size = len(words)
    end = start + size
    bare = words.lstrip(" ")
    body = indent = size - len(bare)
    first = bare[:1]
    bullet = ""
    # No marker but a bullet and a number, nor a chat's "Sep 12 19:00:31 <nick>": the most usual line by far.
    if first.isalnum():
        if (first == "o" and bare.startswith("o  ")) or ("<" in bare and _is_stamped(words)):
            return _marked(text, start, words, cell, bold=bold)
    elif not first or not bare.replace(_SOFT_HYPHEN, "").strip():
        return Line(start, end, words, end, cell, True)
    else:
        bullet, bare = first, bare[1:].lstrip(" ")
        body = size - len(bare)
        if bullet not in _BULLETS or words[indent + 1 : indent + 2] != " " or not bare[:1].isalnum():
            return _marked(text, start, words, cell, bold=bold)
    if indent:
        indent = _columns(text[start : start + indent]) if cell is None else 0
    if not may_open(bare[:2]):
        return Line(start, end, words, start + body, cell, False, indent, bullet, "", "", False, bold)
    label, kind, punctuated, body = read_number(words, body)
    while body < size and words[body] == " ":
        body += 1
    # By place, for speed: names take longer than all the rest.
    return Line(start, end, words, start + body, cell, False, indent, bullet, label, kind, punctuated, bold)


def _is_stamped(words: str) -> bool:
    """Whether a line may open with when somebody said it and with their nick."""
    return words[0].isdigit() or words.find("<", 0, _STAMP) >= 0


def _marked(text: str, start: int, words: str, cell: Cell | None, *, bold: bool) -> Line:
    """A line that opens with something else than words or their number."""
    end = start + len(words)
    lead = _LEAD.match(words)
    if lead is None:  # it never is: all its parts may be left out
        return Line(start, end, words, start, cell)
    position = lead.end()
    before, after = lead.span("indent")
    indent = _columns(text[start + before : start + after]) if cell is None and before < after else 0
    label, kind, punctuated, behind = read_number(words, position)
    while behind < len(words) and words[behind] == " ":
        behind += 1
    speaker, nick, bullet, hashes, box = lead.group("speaker", "nick", "bullet", "hashes", "box")
    speaker = speaker or nick or ""
    if speaker and label and behind == len(words):
        label, kind, punctuated, behind = "", "", False, position  # "<tom> 0": a vote, not a number
    checked = None if not box else box.rstrip("\ufe0f") not in _UNCHECKED
    return Line(
        start, start + len(words), words, start + behind, cell, False, indent, bullet or "", label, kind,
        punctuated, bold, len(hashes or ""), checked, speaker, False, _RULE.match(words) is not None,
    )  # fmt: skip


def _is_bold(raw: str) -> bool:
    """Whether all words of the line behind its marker are emphasised, trailing punctuation aside."""
    rest, emphases = _STRONG.subn("", _MARKER.sub("", raw).strip())
    return emphases > 0 and not _WORD.search(rest)


def split_lines(text: str, masked: str) -> list[Line]:
    """The physical lines of a text, in order; newlines are CR LF, LF and CR only."""
    returned = "\r" in masked
    pieces = (_LONE_RETURN.sub("\n", masked) if returned else masked).split("\n")
    if not pieces[-1]:
        pieces.pop()  # behind the last newline no line begins
    marks = iter(_emphases(text))
    mark = next(marks, inf)
    lines: list[Line] = []
    start = 0
    for piece in pieces:
        behind = start + len(piece)
        words = piece.removesuffix("\r") if returned else piece
        if not words:
            lines.append(Line(start, start, "", start, None, True))
        elif mark >= behind:
            lines.append(shape(text, start, words))
        else:
            while mark < start:
                mark = next(marks, inf)
            emphasised = mark < min(behind, start + _EMPHASISED)
            bold = emphasised and _is_bold(text[start : start + len(words)])
            lines.append(shape(text, start, words, bold=bold))
        start = behind + 1
    return lines


def _emphases(text: str) -> list[int]:
    """Where emphasis may begin in a text."""
    places = places_of(text, *_EMPHASES)
    return [place for place in places if text[place] != "<" or text[place + 1 : place + 2] in _EMPHASIS_TAGS]


def part(text: str, masked: str, start: int, end: int, cell: Cell) -> Line:
    """The part of a line that stands in a table cell, shaped as a line of its own."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    raw = text[start:end]
    bold = bool(_emphases(raw[:_EMPHASISED])) and _is_bold(raw)
    return shape(text, start, masked[start:end], cell, bold=bold)


def rest_of(line: Line, start: int, words: str) -> Line:
    """What is left of a line, ``words`` in its mask, behind a title that ends at an offset."""
    return Line(
        start, line.end, words, start, line.cell, not words.strip(), line.indent,
        label_kind=line.label_kind, punctuated=line.punctuated, hashes=line.hashes, checked=line.checked,
        speaker=line.speaker, furniture=line.furniture, cut=line.cut + start - line.start,
    )  # fmt: skip


def blanked(line: Line) -> Line:
    """A line as one of page furniture."""
    return Line(
        line.start, line.end, " " * (line.end - line.start), line.end, line.cell, True, line.indent,
        label_kind=line.label_kind, punctuated=line.punctuated, speaker=line.speaker, furniture=True,
    )  # fmt: skip
