"""E-mail: the body as typed and the minutes attached to it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from office import docx, para

from minutes_cli.errors import SourceError
from minutes_cli.source import read_bytes


def message(subject: str = "Hello", body: str | None = "Present: A. Bell\n\nThe Clerk to write.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "clerk@hall.example", "all@hall.example", subject
    mail["Date"] = "Fri, 3 May 2024 10:00:00 +0100"
    mail["Message-ID"] = "<1@hall.example>"
    if body is not None:
        mail.set_content(body)
    return mail


def read(mail: EmailMessage, name: str = "minutes.eml") -> str:
    source = read_bytes(mail.as_bytes(), name)
    assert source.format == "eml"
    return source.text


def test_body_and_subject() -> None:
    assert read(message()) == "Present: A. Bell\n\nThe Clerk to write.\n"
    assert read(message("Fwd: Re: Minutes of 3 May – Zoë")).startswith("Minutes of 3 May – Zoë\n\nPresent: A. Bell\n")
    assert read(message(body="Minutes of May\n"), "saved") == "Minutes of May\n"


def test_attachments_are_read_each_in_its_kind() -> None:
    mail = message(body="Attached.\n")
    mail.add_attachment(docx(para("ACTION: Clerk to write")), maintype="application", subtype="x", filename="May.docx")
    mail.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment("# Notes\n\nMore", filename="notes.md", subtype="markdown")
    assert read(mail) == "Attached.\n\nACTION: Clerk to write\n\n# Notes\n\nMore\n"


def test_the_page_is_taken_where_it_holds_the_layout() -> None:
    mail = message(body="a b\n")
    mail.add_alternative("<html><body><ol><li>One</li><li>Two</li></ol></body></html>", subtype="html")
    assert read(mail) == "1. One\n2. Two\n"
    mail = message(body="a\n")
    mail.add_alternative("<html><body><p>a</p></body></html>", subtype="html")
    assert read(mail) == "a\n"


def test_flowed_text_and_encodings() -> None:
    mail = message(body=None)
    mail["MIME-Version"], mail["Content-Type"] = "1.0", 'text/plain; charset="windows-1252"; format=flowed'
    mail["Content-Transfer-Encoding"] = "quoted-printable"
    mail.set_payload("The Clerk =96 Zo=EB =96 agreed=20\nto write.\nNext\n")
    assert read(mail) == "The Clerk – Zoë – agreed to write.\nNext\n"


def test_forwarded_messages_are_opened() -> None:
    outer = message(body="See below.\n")
    outer.add_attachment(message("Minutes of May", "Present: C. Dow\n"))
    assert read(outer) == "See below.\n\nPresent: C. Dow\n"


def test_what_cannot_be_read() -> None:
    mail = message(body=None)
    mail["MIME-Version"], mail["Content-Type"] = "1.0", "application/pkcs7-mime"
    mail.set_payload("MIAGCSqGSIb3")
    with pytest.raises(SourceError, match="is encrypted"):
        read(mail)
    mail = message(body=None)
    mail.add_attachment(b"\0\1\2\3" * 50, maintype="application", subtype="x", filename="may.bin")
    with pytest.raises(SourceError, match=r"minutes.eml \(may.bin\): is binary"):
        read(mail)
