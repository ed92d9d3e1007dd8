"""Files made to break readers, by name, with what the message about them must say (``None``: they are read)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from office import TYPES, W, archive, docx, odt, para
from paper import Paper

Maker = Callable[[], bytes]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def zip_bomb() -> bytes:
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": b"<" + b" " * 100_000_000})


def zip_that_lies() -> bytes:
    """An archive that declares a small part, which unpacks to far more."""
    data = bytearray(zip_bomb())
    real, small = (100_000_001).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    return bytes(data.replace(real, small))


def zip_of_many_parts() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for number in range(10_002):
            package.writestr(f"word/{number}.xml", "")
    return stream.getvalue()


def locked_zip() -> bytes:
    """The flags of an archive that is locked with a password."""
    data = bytearray(docx(para("Minutes")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def entities(kind: str, prologue: str, reference: str) -> Maker:
    def make() -> bytes:
        if kind == "docx":
            xml = (
                f"{prologue}<w:document {W}><w:body><w:p><w:r><w:t>{reference}</w:t></w:r></w:p></w:body></w:document>"
            )
            return archive({"[Content_Types].xml": TYPES, "word/document.xml": xml})
        return archive(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{prologue}<x>{reference}</x>"}
        )

    return make


def hidden_entities() -> bytes:
    """Entities in an encoding in which a search for their declaration finds nothing."""
    xml = f'<?xml version="1.0" encoding="utf-16"?>{LAUGHS}]><w:document {W}>&i;</w:document>'
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": xml.encode("utf-16")})


def deep_docx() -> bytes:
    return docx("<w:sdt><w:sdtContent>" * 120 + para("Deep") + "</w:sdtContent></w:sdt>" * 120)


def nested_tables() -> bytes:
    return docx("<w:tbl><w:tr><w:tc>" * 60 + para("Deep") + "</w:tc></w:tr></w:tbl>" * 60)


def wide_odt() -> bytes:
    cell = (
        f'<table:table-cell table:number-columns-repeated="99999999"><text:p>{"word " * 50}</text:p></table:table-cell>'
    )
    row = f"<table:table-row>{cell * 5}</table:table-row>"
    return odt(f"<table:table>{row}</table:table><text:p><text:s text:c='99999999'/>Minutes</text:p>")


def pages(count: int) -> bytes:
    """A PDF whose tree claims so many pages, all of them the same."""
    data = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n3 0 obj\n"
    data += b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids ["
    data += b"3 0 R " * count + f"] /Count {count} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF".encode()
    return data


def looping_pages() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"
    )


def pdf_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(250)) + packer.flush()
    head = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n"
    )
    stream = f"4 0 obj\n<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed
    return head + stream + b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"


def locked_pdf() -> bytes:
    paper = Paper()
    paper.text(72, 100, "Minutes")
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00><00>]".format("ab" * 32)
    return paper.data().replace(b"/Root 1 0 R >>", f"/Root 1 0 R {lock} >>".encode())


def scanned_pdf() -> bytes:
    paper = Paper()
    paper.rule(72, 100, 300, 100)
    return paper.data()


def crowded_pdf() -> bytes:
    paper = Paper()
    for y in range(10, 830, 2):
        paper.text(10, y, "word " * 150, size=1)
    return paper.data()


def ruled_pdf() -> bytes:
    """Tens of thousands of crossing lines."""
    paper = Paper()
    paper.text(72, 100, "Minutes")
    paper.grid([10 + x * 0.05 for x in range(10_000)], [10 + y * 0.05 for y in range(10_000)])
    return paper.data()


def deep_page(depth: int) -> bytes:
    return b"<html><body>" + b"<div>" * depth + b"Minutes"


def tangled_page() -> bytes:
    """Nested boxes of many empty elements each, on which careless code takes the square of their number."""
    return b"<html><body><p>Minutes</p>" + (b'<div class="share">' + b"<span></span>" * 300) * 250


def page_of_tags() -> bytes:
    return b"<html><body>Minutes" + b"<b>" * 5_000_000


def unclosed_page() -> bytes:
    return b"<html><body><!--" + b"<!--" * 1_000_000 + b"<table><tr><td>" * 20_000 + b"Minutes"


def deep_mail() -> bytes:
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(2000))
    return f"From: a@b.example\nMessage-ID: <1>\nMIME-Version: 1.0\n{head}\nMinutes".encode()


def mail_of_attachments() -> bytes:
    part = "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nMinutes\n"
    head = 'From: a@b.example\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return (head + part * 400 + "--b--\n").encode()


def mail_with_a_bomb() -> bytes:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["Message-ID"] = "a@b.example", "<1>"
    mail.add_attachment(zip_bomb(), maintype="application", subtype="zip", filename="a.docx")
    return mail.as_bytes()


FILES: dict[str, tuple[Maker, str | None]] = {
    "zip bomb.docx": (zip_bomb, "unpacks to more than minutes can hold"),
    "zip that lies.docx": (zip_that_lies, "is damaged"),
    "zip of many parts.docx": (zip_of_many_parts, "over 10,000 parts"),
    "locked.docx": (locked_zip, "is encrypted"),
    "locked by Office.docx": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted",
    ),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office format"),
    "cut off.docx": (lambda: docx(para("Minutes"))[:-40], "is damaged"),
    "laughs.docx": (entities("docx", LAUGHS + "]>", "&i;"), "declares XML entities"),
    "laughs.odt": (entities("odt", LAUGHS + "]>", "&i;"), "declares XML entities"),
    "hidden laughs.docx": (hidden_entities, "is damaged"),
    "outside entity.docx": (entities("docx", XXE, "&e;"), "declares XML entities"),
    "outside entity.odt": (entities("odt", XXE, "&e;"), "declares XML entities"),
    "deep.docx": (deep_docx, None),
    "nested tables.docx": (nested_tables, "tables nested over"),
    "wide.odt": (wide_odt, None),
    "100,000 pages.pdf": (lambda: pages(100_000), "has 100,000 pages"),
    "looping pages.pdf": (looping_pages, ""),
    "bomb.pdf": (pdf_bomb, "unpacks to more than minutes can hold"),
    "locked.pdf": (locked_pdf, "is encrypted"),
    "scanned.pdf": (scanned_pdf, "ocrmypdf"),
    "crowded.pdf": (crowded_pdf, None),
    "ruled.pdf": (ruled_pdf, None),
    "200 MB.html": (lambda: b"<html>" + b"<p>Minutes" * 20_000_000, "is larger than"),
    "30 MB.html": (lambda: b"<html>" + b"<p>Minutes" * 3_000_000, "a page over"),
    "deep.html": (lambda: deep_page(1500), None),
    "very deep.html": (lambda: deep_page(200_000), ""),
    "tangled.html": (tangled_page, None),
    "tags.html": (page_of_tags, "elements"),
    "unclosed.html": (unclosed_page, ""),
    "outside entity.html": (lambda: f"{XXE}<html><body>Minutes &e;".encode(), None),
    "deep.rtf": (lambda: b"{\\rtf1" + b"{" * 1_000_000 + b"Minutes", "nested too deep"),
    "deep.eml": (deep_mail, "nested too deep"),
    "attachments.eml": (mail_of_attachments, "over 20 attachments"),
    "bomb.eml": (mail_with_a_bomb, "unpacks to more than minutes can hold"),
    "long line.txt": (lambda: b"a " * 30_000_000, None),
    "large.txt": (lambda: b"Minutes\n" * 9_000_000, "is larger than"),
}
"""An empty string: either is right, a text or a refusal."""
