"""Which format some bytes are in: by content, with the file's ending as a hint where content leaves it open."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy

_MARKDOWN_ENDINGS = (".md", ".markdown", ".mkd", ".mdown")
_TEXT_ENDINGS = (".txt", ".text", ".log", *_MARKDOWN_ENDINGS)
_HTML_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".aspx", ".php")
_PROLOGUE = lazy(r"\s+|<\?xml[^>]*\?>|<!--.*?-->", re.DOTALL)
_HTML_START = lazy(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_TAGS = lazy(r"<(?:p|div|table|tr|td|h[1-6]|ul|ol|li|br|span)\b[^<>]*>", re.IGNORECASE)
_HEADER_LINE = lazy(r"([A-Za-z][A-Za-z0-9-]*):[ \t]")
_MAIL_ONLY = frozenset({"received", "message-id", "mime-version", "content-type", "return-path"})
_MAIL_HEADERS = _MAIL_ONLY | {"from", "to", "subject", "date"}
_MARKDOWN_LINE = lazy(
    r"""^\#{1,6}\ \S
    | ^\ {0,3}\|?\ *:?-{3,}:?\ *\|
    | ^\ {0,3}[*+-]\ \[[ xX]\]\ \S
    | ^\ {0,3}(?:\*\*|__)\S.*\S(?:\*\*|__)\ *$
    | \[[^\[\]\n]+\]\([^\s()]+\)""",
    re.MULTILINE | re.VERBOSE,
)
_SAMPLE = 65_536


def binary_format(data: bytes) -> str | None:
    """The format that the first bytes give away: ``pdf``, ``rtf``, ``zip`` (DOCX, ODT) or ``ole``, if any."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-") or b"%PDF-1." in data[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    return None


def markup_format(text: str, name: str) -> str:
    """The format of decoded characters: ``html``, ``eml``, ``markdown`` or ``text``.

    A file that calls itself text or Markdown stays that, unless it begins as a page or a message does.
    """
    name, sample = name.lower(), text[:_SAMPLE]
    if _begins_as_page(sample):
        return "html"
    if looks_like_mail(text, sure=not name.endswith(".eml")):
        return "eml"
    if name.endswith(_HTML_ENDINGS):
        return "html"
    if not name.endswith(_TEXT_ENDINGS) and len(_HTML_TAGS.findall(text[:_SAMPLE])) * 200 > len(text[:_SAMPLE]):
        return "html"
    return "markdown" if is_markdown(text, name) else "text"


def _begins_as_page(sample: str) -> bool:
    position = 0
    while prologue := _PROLOGUE.match(sample, position):
        position = prologue.end()
    return _HTML_START.match(sample, position) is not None


def looks_like_mail(text: str, *, sure: bool) -> bool:
    """Whether ``text`` opens with mail headers; ``sure`` asks for one that only a mail program writes."""
    names: set[str] = set()
    for line in text[:_SAMPLE].split("\n"):
        line = line.rstrip("\r")
        if not line:
            break
        if line[0] in " \t" and names:
            continue
        header = _HEADER_LINE.match(line + " ")
        if header is None and not (line.startswith("From ") and not names):
            return False
        if header is not None:
            names.add(header[1].lower())
    if len(names & _MAIL_HEADERS) < 2:
        return False
    return not sure or bool(names & _MAIL_ONLY)


def is_markdown(text: str, name: str = "") -> bool:
    """Whether the file says it is Markdown, or two or more of its lines can hardly be anything else."""
    if name.lower().endswith(_MARKDOWN_ENDINGS):
        return True
    lines = _MARKDOWN_LINE.finditer(text[:_SAMPLE].removeprefix("\ufeff"))
    return sum(1 for _ in zip(lines, range(2), strict=False)) == 2
