"""Office packages (DOCX, ODT): a ZIP archive of XML parts, unpacked within bounds.

Only the parts that a reader asks for are unpacked, never pictures. A part whose declared size is beyond the bound is
refused before anything is unpacked, and :mod:`zipfile` never hands out more than the declared size.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from minutes_cli.errors import SourceError
from minutes_cli.source import limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Package:
    """The parts of one archive; every method raises :class:`SourceError` on damage, encryption or excess."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self.damaged() from None
        self._members = {info.filename.replace("\\", "/"): info for info in self._archive.infolist()}
        if len(self._archive.infolist()) > limits.ZIP_MEMBERS:
            raise SourceError(
                f"{path}: an archive of over {limits.ZIP_MEMBERS:,} parts; save it again from its program"
            )

    def damaged(self) -> SourceError:
        """The error for a part that breaks off or isn't what it should be."""
        return SourceError(f"{self.path}: is damaged or cut off; save it again or fetch it again")

    def check_depth(self, depth: int) -> None:
        """Refuse tables and text boxes nested deeper than any document's."""
        if depth > limits.TABLE_DEPTH:
            raise SourceError(f"{self.path}: tables nested over {limits.TABLE_DEPTH} deep; save it as plain text")

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def names(self) -> list[str]:
        """The parts' names."""
        return list(self._members)

    def read(self, member: str) -> bytes | None:
        """The bytes of a part, or ``None`` if there is none of that name."""
        info = self._members.get(member)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise SourceError(f"{self.path}: is encrypted; save a copy without a password")
        bomb = info.file_size > limits.MEBIBYTE and info.file_size > limits.ZIP_RATIO * info.compress_size
        if bomb or info.file_size > limits.ZIP_MEMBER_BYTES:
            bound = limits.ZIP_MEMBER_BYTES // limits.MEBIBYTE
            raise SourceError(f"{self.path}: unpacks to more than minutes can hold ({bound} MiB a part); not read")
        try:
            return self._archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise self.damaged() from None

    def xml(self, member: str) -> Element | None:
        """The root of an XML part; ``None`` if there is no such part.

        Document types, and with them entities, are refused: no office program writes them.
        """
        data = self.read(member)
        if data is None:
            return None
        return parse_xml(data, self)


def parse_xml(data: bytes, package: Package) -> Element:
    """The root of ``data``, without network, entities or document types."""
    from lxml import etree

    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise SourceError(f"{package.path}: declares XML entities, as no office program does; not read")
    if data.count(b"<") > 2 * limits.MARKUP_NODES:
        raise SourceError(f"{package.path}: has over {limits.MARKUP_NODES:,} elements; split it")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise package.damaged() from None
    if root.getroottree().docinfo.doctype:
        raise SourceError(f"{package.path}: declares XML entities, as no office program does; not read")
    return root


def package_format(package: Package) -> str | None:
    """``docx``, ``odt``, or ``None`` for another kind of archive."""
    if "[Content_Types].xml" in package and any(name.startswith("word/") for name in package.names()):
        return "docx"
    kind = package.read("mimetype") or b""
    if kind.startswith(b"application/vnd.oasis.opendocument.text") or (not kind and "content.xml" in package):
        return "odt"
    return None
