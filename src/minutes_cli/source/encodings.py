"""From bytes to characters, where nothing says which encoding they are in.

UTF-8 is tried first, and nearly always right. What isn't UTF-8 is UTF-16 when byte order marks or NULs say so,
mostly UTF-8 with stray bytes (two files pasted together), or a legacy encoding: Windows-1252 in the
English-speaking world, and only where that gives letters that no English text holds is charset-normalizer asked
(and only then imported).
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SAMPLE = 65_536
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_LIKELY_1252 = frozenset(
    "€‚„…‘’“”•–—™œŒŠšŽžŸ\xa0¡£¥§¨©ª«\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÄÇÈÉÊËÍÎÑÓÔÖØÙÚÜàáâäåæçèéêëìíîïñòóôöøùúûüýß×"
)

_WINDOWS_1252 = [
    chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((byte,)).decode("cp1252") for byte in range(256)
]


class NotTextError(ValueError):
    """The bytes are no text in any encoding that minutes come in."""


def decode(data: bytes) -> str:
    """The characters of ``data`` without a leading byte order mark; newlines and all else stay as they are.

    Raises :class:`NotTextError` for binary data.
    """
    text = _decode_marked(data)
    if text is None and b"\0" in data[:_SAMPLE]:
        text = _decode_utf16(data)
    if text is None:
        text = _decode_utf8(data)
    if text is None:
        text = _decode_legacy(data)
    sample = text[:_SAMPLE]
    if "\0" in sample or len(_CONTROLS.findall(sample)) > 2 + len(sample) // 200:
        raise NotTextError
    return text


def decode_page(data: bytes) -> str:
    """The characters of a page: UTF-8 where it is valid, else what the page declares, else as for plain text."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    name = declared[1].decode("ascii").lower() if declared else ""
    if name and name not in ("utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                if encoding == "utf-8":
                    return _decode_utf8(data[len(mark) :]) or _decode_legacy(data[len(mark) :])
                if encoding.startswith("utf-32"):
                    continue
                # A file cut off in the middle of a character still reads.
                return data[len(mark) :].decode(encoding, errors="replace")
    return None


def _decode_utf16(data: bytes) -> str:
    """UTF-16 without a mark: in English every other byte is NUL, on the same side."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * len(sample) / 2 or min(even, odd) > 0.1 * max(even, odd):
        raise NotTextError
    return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")


def _decode_utf8(data: bytes) -> str | None:
    """UTF-8, with stray Windows-1252 bytes where they are the exception; ``None`` if it is something else."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sequences = _MULTIBYTE.findall(data)
    stray = len(_HIGH.findall(data)) - sum(map(len, sequences))
    if len(sequences) <= stray:
        return None
    pieces: list[str] = []
    position = 0
    while position < len(data):
        try:
            pieces.append(data[position:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            start, end = position + error.start, position + error.end
            pieces.append(data[position:start].decode("utf-8"))
            pieces.append(_windows_1252(data[start:end]))
            position = end
    return "".join(pieces)


def _decode_legacy(data: bytes) -> str:
    text = _windows_1252(data)
    sample = text[:_SAMPLE]
    foreign = [char for char in sample if char > "\x7f"]
    strange = sum(char not in _LIKELY_1252 for char in foreign)
    letters = sum(char.isalpha() for char in sample)
    if strange * 4 <= len(foreign) and sum(char.isalpha() for char in foreign) * 5 <= letters:
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise NotTextError
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return text


def _windows_1252(data: bytes) -> str:
    """Windows-1252 as browsers read it: its five unassigned bytes become the C1 controls of that number."""
    return "".join([_WINDOWS_1252[byte] for byte in data])
