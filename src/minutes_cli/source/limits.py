"""The bounds that hold for every reader, in one place: what is larger is refused, never read halfway.

They are generous for minutes (the longest real ones have a few hundred pages) and small for a machine. Each
reader's memory is a small multiple of its bound; ``docs/formats.md`` gives the measured figures.
"""

from __future__ import annotations

MEBIBYTE = 1024 * 1024

FILE_BYTES = 128 * MEBIBYTE
"""No file above this size is opened at all."""

TEXT_BYTES = 64 * MEBIBYTE
"""Plain text and Markdown."""

HTML_BYTES = 24 * MEBIBYTE
"""A web page; its tree takes about ten times as much memory."""

MARKUP_DEPTH = 200
"""Elements nested in one another, in HTML and XML."""

MARKUP_NODES = 2_000_000
"""Elements in one page or document part."""

TABLE_DEPTH = 12
"""Tables and text boxes nested in one another."""

ZIP_MEMBERS = 10_000
"""Entries in a DOCX or ODT package."""

ZIP_MEMBER_BYTES = 48 * MEBIBYTE
"""One unpacked XML part of a DOCX or ODT package (pictures are never unpacked)."""

ZIP_RATIO = 500
"""Unpacked over packed size, for parts above one mebibyte: office files stay below 100."""

PDF_PAGES = 2_000
"""Pages of a PDF."""

PDF_UNPACKED_BYTES = 192 * MEBIBYTE
"""All streams of a PDF that hold text or drawing, unpacked."""

PDF_PAGE_OBJECTS = 20_000
"""Drawn objects of one PDF page that are looked at for ruled lines."""

PDF_PAGE_CHARS = 100_000
"""Characters of one PDF page: a page full of small print has about 10,000."""

PDF_CHARS = 12_000_000
"""Characters of a whole PDF."""

PDF_SECONDS = 120.0
"""Time for a whole PDF, looked at after each page."""

CONVERTED_CHARS = 32_000_000
"""Characters of the text that comes out of a conversion (nested tables and lists can multiply)."""

MAIL_PARTS = 500
"""Parts of one e-mail, attachments included."""

MAIL_DEPTH = 20
"""Multiparts and forwarded messages nested in one another."""

MAIL_ATTACHMENTS = 20
"""Attachments of one e-mail that are read for minutes."""

RTF_DEPTH = 2_000
"""Groups of an RTF file nested in one another."""
