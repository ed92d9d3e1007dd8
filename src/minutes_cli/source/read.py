"""The one way in: a path, bytes or characters become a :class:`Source`, or an error that says the mend."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from minutes_cli.errors import SourceError
from minutes_cli.source import limits
from minutes_cli.source.base import Source
from minutes_cli.source.encodings import NotTextError, decode, decode_page
from minutes_cli.source.sniff import binary_format, is_markdown, markup_format


def read_path(path: str | os.PathLike[str]) -> Source:
    """Read the file at ``path``; raises :class:`SourceError` when it can't be read or holds no text."""
    name = _shown(os.fspath(path))
    file = Path(path)
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(f"{name}: is a folder; name a file in it")
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            raise SourceError(f"{name}: is a device; name a file")
        if status.st_size > limits.FILE_BYTES:
            raise SourceError(too_large(name, limits.FILE_BYTES))
        with file.open("rb") as stream:
            data = stream.read(limits.FILE_BYTES + 1)
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file; check the name") from None
    except PermissionError:
        raise SourceError(f"{name}: not allowed to read it; change its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable file name"
        raise SourceError(f"{name}: can't be read ({reason}); check the name and the disk") from None
    return read_bytes(data, name)


def read_bytes(data: bytes, path: str = "-") -> Source:
    """Read a document from its bytes; ``path`` names it in records and messages, and its ending is a hint."""
    path = _shown(path)
    if len(data) > limits.FILE_BYTES:
        raise SourceError(too_large(path, limits.FILE_BYTES))
    if not data.strip(b" \t\r\n\f\v\0"):
        raise SourceError(f"{path}: is empty; give a file that holds minutes")
    text, kind = convert(data, path)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise SourceError(f"{path}: holds no words; give a file that holds minutes")
    return Source(path=path, text=text, sha256=hashlib.sha256(data).hexdigest(), format=kind)


def read_text(text: str, path: str = "-") -> Source:
    """Take characters as they are, as plain text or Markdown (never as HTML or mail).

    The hash is that of their UTF-8 bytes. Lone surrogates, which no encoding can hold, become U+FFFD.
    """
    path = _shown(path)
    text = _without_surrogates(text)
    if not text.strip():
        raise SourceError(f"{path}: is empty; give text that holds minutes")
    kind = "markdown" if is_markdown(text, path) else "text"
    return Source(path=path, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), format=kind)


def convert(data: bytes, path: str) -> tuple[str, str]:
    """The text of ``data`` and its format's name; readers are imported only when a file needs them."""
    kind = binary_format(data)
    if kind is not None:
        return _convert_binary(data, path, kind)
    try:
        text = decode(data)
    except NotTextError:
        message = f"{path}: is binary, of no kind that is read here; save it as PDF, DOCX, ODT, HTML or plain text"
        raise SourceError(message) from None
    kind = markup_format(text, path)
    if kind == "html":
        return _convert_html(data, path), kind
    if kind == "eml":
        from minutes_cli.source.from_mail import read_mail

        return read_mail(data, path, convert), kind
    if len(data) > limits.TEXT_BYTES:
        raise SourceError(too_large(path, limits.TEXT_BYTES))
    return text, kind


def _convert_binary(data: bytes, path: str, kind: str) -> tuple[str, str]:
    from minutes_cli.source.render import render

    if kind == "zip":
        return _convert_package(data, path)
    if kind == "ole":
        locked = "EncryptedPackage".encode("utf-16-le") in data
        what = (
            "is encrypted; save a copy without a password" if locked else "is of an old Office format; save it as DOCX"
        )
        raise SourceError(f"{path}: {what}")
    if kind == "pdf":
        from minutes_cli.source.from_pdf import read_pdf

        return render(read_pdf(data, path), path), kind
    from minutes_cli.source.from_rtf import read_rtf

    return render(read_rtf(data, path), path), kind


def _convert_package(data: bytes, path: str) -> tuple[str, str]:
    from minutes_cli.source.package import Package, package_format
    from minutes_cli.source.render import render

    package = Package(data, path)
    kind = package_format(package)
    if kind == "docx":
        from minutes_cli.source.from_docx import read_docx

        return render(read_docx(package), path), kind
    if kind == "odt":
        from minutes_cli.source.from_odt import read_odt

        return render(read_odt(package), path), kind
    raise SourceError(f"{path}: is an archive that holds no DOCX or ODT document; unpack it or save it as one of those")


def _convert_html(data: bytes, path: str) -> str:
    from minutes_cli.source.from_html import read_html
    from minutes_cli.source.render import render

    return render(read_html(decode_page(data), path), path)


def too_large(path: str, bound: int) -> str:
    """The message for a file above a bound of bytes."""
    return f"{path}: is larger than {bound // limits.MEBIBYTE} MiB; split it or save only the minutes"


def _shown(path: str) -> str:
    """A name that prints on one line and encodes in any file: undecodable bytes and controls give way."""
    path = os.fsdecode(path)
    return "".join("\ufffd" if ord(char) < 32 or "\ud800" <= char <= "\udfff" else char for char in path)


def _without_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
