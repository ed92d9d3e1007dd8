"""E-mail to text: the body and the attached minutes, each read as a file of its own kind would be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from minutes_cli.errors import SourceError
from minutes_cli.patterns import lazy
from minutes_cli.source import limits

_ABOUT_A_MEETING = lazy(r"\b(?:minutes|meeting|notes|agm|egm)\b", re.IGNORECASE)
_REPLY = lazy(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
_LAYOUT = lazy(r"<(?:table|ol|ul|h[1-6]|b|strong)\b", re.IGNORECASE)
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")

Convert = Callable[[bytes, str], tuple[str, str]]


def read_mail(data: bytes, path: str, convert: Convert) -> str:
    """The subject where it tells of a meeting, the body, and each attachment that can be read, in this order.

    ``convert`` reads the bytes of a part. Raises :class:`SourceError` if nothing in the message can be read.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except RecursionError:
        raise SourceError(f"{path}: messages nested too deep; save the minutes from it") from None
    if message.get_content_type() in _ENCRYPTED:
        raise SourceError(f"{path}: is encrypted; save a copy of the decrypted message or of its attachment")
    pieces: list[str] = []
    failures: list[SourceError] = []
    attachments = 0
    for part in _parts(message, path, 0):
        name = part.get_filename() or ""
        attached = bool(name) or part.get_content_disposition() == "attachment"
        attachments += attached
        if attachments > limits.MAIL_ATTACHMENTS:
            raise SourceError(f"{path}: has over {limits.MAIL_ATTACHMENTS} attachments; save the minutes from it")
        try:
            text = _read_part(part, f"{path} ({name or part.get_content_type()})", convert)
        except SourceError as error:
            failures.append(error)
            continue
        if text.strip():
            pieces.append(text.strip("\n"))
    if not pieces:
        raise failures[0] if failures else SourceError(f"{path}: holds neither a text nor an attachment that is read")
    subject = _REPLY.sub("", str(message.get("subject", "")).strip())
    if subject and _ABOUT_A_MEETING.search(subject) and subject.lower() not in pieces[0][:500].lower():
        pieces.insert(0, subject)
    return "\n\n".join(pieces) + "\n"


def _parts(message: EmailMessage, path: str, depth: int) -> Iterator[EmailMessage]:
    """The parts to read: of alternatives the one that keeps most, of all others each."""
    if depth > limits.MAIL_DEPTH:
        raise SourceError(f"{path}: messages nested too deep; save the minutes from it")
    if not message.is_multipart():
        yield message
        return
    parts = [part for part in message.iter_parts() if isinstance(part, EmailMessage)]
    if len(parts) > limits.MAIL_PARTS:
        raise SourceError(f"{path}: has over {limits.MAIL_PARTS} parts; save the minutes from it")
    if message.get_content_type() == "multipart/alternative":
        parts = _best(parts)
    for part in parts:
        yield from _parts(part, path, depth + 1)


def _best(alternatives: list[EmailMessage]) -> list[EmailMessage]:
    """Plain text as it was typed, unless only the page has the tables, lists or headings."""
    plain = [part for part in alternatives if part.get_content_type() == "text/plain"]
    others = [part for part in alternatives if part.get_content_type() != "text/plain"]
    pages = [part for part in others if part.get_content_type() == "text/html"]
    laid_out = bool(pages) and _LAYOUT.search(_payload(pages[-1]).decode("latin-1")) is not None
    rich = [part for part in others if part.is_multipart()]
    if plain and not laid_out and not rich and _payload(plain[0]).strip():
        return plain[:1]
    return (rich or pages or alternatives)[-1:]


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _read_part(part: EmailMessage, name: str, convert: Convert) -> str:
    kind = part.get_content_maintype()
    if kind in ("image", "audio", "video", "font") or part.get_content_subtype() in (
        "calendar",
        "pgp-signature",
        "css",
    ):
        return ""
    data = _payload(part)
    if not data.strip():
        return ""
    if kind == "text" and part.get_content_subtype() == "plain":
        return _flowed(part, _in_its_charset(part, data))
    if kind == "text":
        charset = part.get_content_charset()
        if charset and charset not in ("utf-8", "us-ascii"):
            data = _in_its_charset(part, data).encode()
        return convert(data, name if "." in name.rsplit(" ", 1)[-1] else f"{name}.{part.get_content_subtype()}")[0]
    return convert(data, name)[0]


def _in_its_charset(part: EmailMessage, data: bytes) -> str:
    from minutes_cli.source.encodings import NotTextError, decode

    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        pass
    try:
        return decode(data)
    except NotTextError:
        return ""


def _flowed(part: EmailMessage, text: str) -> str:
    """Text whose soft line breaks (RFC 3676: a space before the break) are taken out again."""
    if part.get_param("format", "") != "flowed":
        return text
    joiner = "" if str(part.get_param("delsp", "no")).lower() == "yes" else " "
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line[1:] if line.startswith(" ") else line
        if goes_on and not line.startswith(">"):
            lines[-1] += joiner + line.rstrip(" ")
        else:
            lines.append(line.rstrip(" ") if line != "-- " else line)
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)
