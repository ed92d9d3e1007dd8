"""A PDF opened and its pages read, within bounds of pages, characters and time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from minutes_cli.errors import SourceError
from minutes_cli.source import limits
from minutes_cli.source.pdf_guard import unpacks_too_far
from minutes_cli.source.pdf_words import Page, read_page


def read_pages(data: bytes, path: str) -> Iterator[Page]:
    """Each page's words and lines; raises :class:`SourceError` for damage, encryption and excess."""
    import pypdfium2

    began, characters = time.monotonic(), 0
    document = _open(data, path)
    try:
        if len(document) > limits.PDF_PAGES:
            raise SourceError(f"{path}: has {len(document):,} pages, over {limits.PDF_PAGES:,}; split it")
        for number in range(len(document)):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                continue
            try:
                read = read_page(page)
            finally:
                page.close()
            characters += sum(len(word.text) for word in read.words)
            if characters > limits.PDF_CHARS or time.monotonic() - began > limits.PDF_SECONDS:
                raise SourceError(f"{path}: takes too long or holds too much text; split it")
            yield read
    finally:
        document.close()


def _open(data: bytes, path: str) -> Any:
    import pypdfium2

    if unpacks_too_far(data):
        bound = limits.PDF_UNPACKED_BYTES // limits.MEBIBYTE
        raise SourceError(f"{path}: unpacks to more than minutes can hold ({bound} MiB); not read")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(f"{path}: is encrypted; save a copy without a password") from None
        raise SourceError(f"{path}: is damaged or cut off; fetch it again or print it to PDF again") from None
    if len(document) == 0:
        document.close()
        raise SourceError(f"{path}: is a PDF without pages; fetch it again")
    return document
