"""A mask of a text: as long as the text, look-alikes folded and mark-up blanked out.

Rules match on the mask, so they need not know of curly quotes, dashes of three lengths, no-break spaces, Markdown
emphasis, links or HTML tags; and since every character of the mask stands at the offset of the text's own character,
what a rule finds is cut out of the text itself.
"""

from __future__ import annotations

import html
import re

from minutes_cli.patterns import lazy
from minutes_cli.text.places import places_of
from minutes_cli.text.ticked import without_unticked
from minutes_cli.text.wiki import is_wiki, plain_wiki

_FOLDS = {
    "'": "‘’‚‛′´`ʼ＇",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    " ": "\t\x0b\x0c\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C))),
}
_PLAIN = {alike: plain for plain, alikes in _FOLDS.items() for alike in alikes}
_PLAIN["`"] = " "  # Markdown code, not a quotation mark
_PLAIN_ASCII = tuple(alike for alike in _PLAIN if alike.isascii())
_ASCII = bytes(range(128))

_TAGS = (
    "a|abbr|b|big|blockquote|body|br|center|code|col|colgroup|dd|del|details|div|dl|dt|em|figure|font|footer|"
    "h[1-6]|head|header|hr|html|i|img|ins|li|nav|ol|p|pre|s|small|span|strong|sub|summary|sup|"
    "table|tbody|td|tfoot|th|thead|tr|u|ul"
)
# Mark-up by what it opens with; ``kept`` are the words in it, which stay.
_MARKUP = {
    "!": lazy(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,1000}\)"),
    "[": lazy(
        r"\[(?P<kept>(?:[^\[\]\n]|\n(?!\s)|\n(?=[ ]+[^\s-])|\[[^\[\]\n]{0,80}\]){1,400})\]"
        r"(?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:[ ]\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{1,100}\])"
    ),
    "<": lazy(
        rf"</?(?:{_TAGS})(?:\s[^<>]{{0,500}})?/?>"
        r"|(?<![^\n\r])</?[A-Za-z]\w{0,15}>(?=[ \t]*\r?$)",  # a publishing system's own, on a line alone
        re.IGNORECASE | re.MULTILINE,
    ),
    "&": lazy(r"&(?:\#\d{1,6}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"),
    "*": lazy(
        r"\*{2,3}|(?<![\w*])\*(?=[^\s*])(?:(?P<kept>[^*\n]{1,300}?)(?:\*(?=[ \t]*\r?$)|(?<=\S)\*(?![\w*])))",
        re.MULTILINE,
    ),
    "_": lazy(
        r"(?<!_)__(?=[^\s_])|(?<=[^\s_])__(?!_)"  # more are a rule, or room to write
        r"|(?<![\w_])_(?=[^\s_])(?P<kept>[^_\n]{1,300}?)(?<=\S)_(?![\w_])"
    ),
    "~": lazy(r"~~"),
    "\\": lazy(r"\\(?=[!-/:-@\[-`{-~])"),
}
# What no writer wrote: encoded data, a line of one character. Blanked, so that no rule has to cross it.
_RUN_LENGTH = 300
_NO_NEWLINE = lazy(r"[^\n\r]")
_QUOTE_MARK = lazy(r"\n[ \t]{0,3}(?:>[ \t]?)+")  # at the head of a quoted line
_BLANK = lazy(r"\s")
_APART = lazy(r" [.,;:!?)]")
_SHOWN = lazy(r"[^ \n\r]+")
_RUN_ON = lazy(rf"\S{{{_RUN_LENGTH},}}")
_OPENINGS = tuple(_MARKUP)  # single characters, which are found fastest


def fold(text: str) -> str:
    """Fold look-alike characters one to one: quotes, dashes and white space other than newlines."""
    alikes = [alike for alike in _PLAIN_ASCII if alike in text]
    if not text.isascii():
        others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        alikes += _PLAIN.keys() & set(others)
    for alike in alikes:  # few stand in a text: a replacement of each is faster than a table
        text = text.replace(alike, _PLAIN[alike])
    return text


def _blank(match: re.Match[str]) -> str:
    whole = match[0]
    if match.lastgroup is not None:
        kept = match["kept"]
        inner = _mask_markup(kept) if whole[0] == "[" else kept
        return " " + inner + " " * (len(whole) - len(inner) - 1)
    if whole[0] == "&":
        character = html.unescape(whole)
        if len(character) == 1:
            return fold(character).replace("\n", " ") + " " * (len(whole) - 1)
        return whole
    return _blanked(whole)


def _blanked(text: str) -> str:
    """As many blanks, newlines left where they are, so that lines keep their numbers."""
    return " " * len(text) if "\n" not in text and "\r" not in text else _NO_NEWLINE.sub(" ", text)


def _mask_markup(text: str) -> str:
    """Blank the mark-up of a text; only what stands where some may begin is looked at, which is little of a text."""
    parts: list[str] = []
    position = 0
    for start in places_of(text, *_OPENINGS):
        if start >= position and (match := _MARKUP[text[start]].match(text, start)):
            parts += [text[position:start], _blank(match)]
            position = match.end()
    return "".join(parts) + text[position:] if parts else text


def _blank_comments(text: str) -> str:
    """Blank ``<!-- … -->`` in one pass (a regex would look for the end anew at every unclosed start)."""
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[position:start], _blanked(text[start : end + 3])]
        position = end + 3
    return "".join(parts) + text[position:] if parts else text


def mask(text: str) -> str:
    """The mask of a text: as long as the text, with newlines where the text has them."""
    bare = _blank_comments(without_unticked(text))
    masked = fold(_mask_markup(plain_wiki(bare) if is_wiki(bare) else bare))
    return _RUN_ON.sub(lambda match: " " * len(match[0]), masked) if _may_run_on(masked) else masked


def _may_run_on(masked: str) -> bool:
    """Whether what no writer wrote stands somewhere; told from one blank to the last one that is near enough to it."""
    blank, last = -1, len(masked) - _RUN_LENGTH
    while blank < last:
        after = masked.rfind(" ", blank + 1, blank + 1 + _RUN_LENGTH)
        if after < 0:
            return max(map(len, masked.split()), default=0) >= _RUN_LENGTH
        blank = after
    return False


def clean(text: str, masked: str, start: int, end: int) -> str:
    """The words between two offsets, with the text's own characters where the mask shows any."""
    raw, mask = text[start:end], masked[start:end]
    if "\n" in mask and ">" in mask:
        mask = _QUOTE_MARK.sub(lambda mark: "\n".ljust(len(mark[0])), mask)
    if raw != mask:
        raw = _without_gaps(raw, [word.span() for word in _SHOWN.finditer(mask)])
    return " ".join(raw.replace("\u00ad", "").split())


def _without_gaps(raw: str, shown: list[tuple[int, int]]) -> str:
    """The words that are shown of a text, a stop close behind its word where only mark-up stands between them."""
    joined = " ".join([raw[first:last] for first, last in shown])
    if _APART.search(joined) is None:  # so it is nearly always
        return joined
    parts: list[str] = []
    end = 0
    for first, last in shown:
        close = raw[first] in ".,;:!?)" and parts and not _BLANK.search(raw, end, first)
        parts.append(raw[first:last] if close or not parts else f" {raw[first:last]}")
        end = last
    return "".join(parts)
