"""Packed streams of a PDF looked at before PDFium unpacks them: PDFium itself stops only at a gibibyte.

Pictures are passed over, since reading text never unpacks them.
"""

from __future__ import annotations

import re
import zlib

from minutes_cli.source import limits

_STREAM = re.compile(rb"stream\r?\n")
_LEAST_PACKED = 32_768
_STEP = limits.MEBIBYTE


def unpacks_too_far(data: bytes) -> bool:
    """Whether the packed streams that hold text, drawing or structure are larger than any document's."""
    total = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        about = data[max(0, match.start() - 600) : match.start()].rpartition(b" obj")[2]
        if b"/Image" in about or (b"/FlateDecode" not in about and b"/Fl" not in about):
            continue
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        if end - start < _LEAST_PACKED:
            continue
        total += _unpacked_size(data, start, end)
        if total > limits.PDF_UNPACKED_BYTES:
            return True
    return False


def _unpacked_size(data: bytes, start: int, end: int) -> int:
    """The size of one stream after unpacking, or just above the bound; nothing of it is kept."""
    size, packer = 0, zlib.decompressobj()
    waiting = data[start:end]
    try:
        while waiting and not packer.eof and size <= limits.PDF_UNPACKED_BYTES:
            size += len(packer.decompress(waiting, _STEP))
            waiting = packer.unconsumed_tail
    except zlib.error:
        pass
    return size
