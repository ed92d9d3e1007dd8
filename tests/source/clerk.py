"""Minutes as a clerk lays them out in Word: a table with an action column, generated numbers, headers and footers."""

from __future__ import annotations

from office import TYPES, W, archive, para, words

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/>'
    '<w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
BOLD = "<w:b/>"


def heading(text: str) -> str:
    return para(text, '<w:pStyle w:val="H1"/>')


def item(text: str, depth: int = 1) -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')


def table(widths: tuple[int, ...], rows: list[tuple[str, ...]], *, ruled: bool = True) -> str:
    """A table whose cells hold paragraphs (as XML); widths in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    borders = f"<w:tblBorders>{BORDERS}</w:tblBorders>" if ruled else ""
    about = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}</w:tblPr>'
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def document(body: str) -> bytes:
    """A DOCX with a header on every page and "Page 3 of 9" at its foot."""
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{name}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{words(text)}'
        for name, text in (("PAGE", " of "), ("NUMPAGES", ""))
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in (
            *(("document", "document.main"), ("styles", "styles"), ("numbering", "numbering")),
            *(("header1", "header"), ("footer1", "footer")),
        )
    )
    rels = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    related = "".join(
        f'<Relationship Id="r{at}" Type="{R}/{kind}" Target="{name}.xml"/>'
        for at, (name, kind) in enumerate(
            (("styles", "styles"), ("numbering", "numbering"), ("header1", "header"), ("footer1", "footer"))
        )
    )
    section = (
        f'<w:sectPr xmlns:r="{R}"><w:headerReference w:type="default" r:id="r2"/>'
        '<w:footerReference w:type="default" r:id="r3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1134" w:bottom="1440" w:left="1134" w:header="567" w:footer="567"/></w:sectPr>'
    )
    types = TYPES.replace(
        "</Types>",
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
    )
    start = f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/>'
    return archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": f"{rels}{start}</Relationships>",
            "word/_rels/document.xml.rels": f"{rels}{related}</Relationships>",
            "word/document.xml": f"<w:document {W}><w:body>{body}{section}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
            "word/numbering.xml": f"<w:numbering {W}>{NUMBERING}</w:numbering>",
            "word/header1.xml": f"<w:hdr {W}>{para('Hill End Hall Trust: minutes of 14 May 2024')}</w:hdr>",
            "word/footer1.xml": f"<w:ftr {W}><w:p>{words('Page ')}{field}</w:p></w:ftr>",
        }
    )


LONG = (
    "The Trustees heard from the builder that the roof over the stage had been mended, that the gutters at the back "
    "were still to be cleared, and that the bill would come to £1,240, which is £90 more than was agreed in March."
)


def minutes() -> bytes:
    """Numbered headings and paragraphs over several pages, two lists side by side, a closing table of actions."""
    present = para("Present:", run=BOLD) + para("Ann Bell (Chair)") + para("Cyril Dow (Treasurer)") + para("Eve Fox")
    absent = para("Apologies:", run=BOLD) + para("Gus Hay") + para("Ida Jay")
    body = para("Hill End Hall Trust", '<w:pStyle w:val="T"/>')
    body += para("Minutes of the meeting held on Tuesday 14 May 2024 at 7.30 pm in the Reading Room", run=BOLD)
    body += table((4800, 4800), [(present, absent)], ruled=False)
    body += heading("Minutes of the last meeting") + item(
        "The minutes of 12 March 2024 were approved as a correct record."
    )
    body += heading("Roof") + "".join(item(LONG) for _ in range(4)) + item("RESOLVED: That the bill of £1,240 be paid.")
    body += item("ACTION: Eve Fox to ask the builder for a date by 1 June.")
    body += heading("Hire of the hall") + "".join(item(LONG) for _ in range(4))
    body += (
        item("It was agreed that:")
        + item("the rate be raised to £14 an hour; and", 2)
        + item("the key be kept by Ida Jay.", 2)
    )
    body += (
        heading("Accounts")
        + "".join(item(LONG) for _ in range(5))
        + item("Cyril Dow will send the accounts to the auditor.")
    )
    body += heading("Actions")
    body += table(
        (5600, 2200, 1800),
        [
            tuple(para(text, run=BOLD) for text in ("Action", "Owner", "By")),
            (
                para("Ask the builder for a date on which the gutters at the back will be cleared"),
                para("Eve Fox"),
                para("1 June"),
            ),
            (para("Send the accounts to the auditor"), para("Cyril Dow"), para("30 June")),
        ],
    )
    return document(body)


def minutes_in_a_table() -> bytes:
    """All items in one ruled table: number, text, and whose action it is."""
    rows = [tuple(para(text, run=BOLD) for text in ("No", "Item", "Action"))]
    for number, (title, task, who) in enumerate(
        (
            ("Roof", "Eve Fox to ask the builder for a date.", "EF"),
            ("Hire of the hall", "The booking form is to be put on the website.", "AB/CD"),
            ("Accounts", "RESOLVED: That the accounts for 2023 be adopted.", ""),
            ("Garden", "Cyril Dow to borrow a mower before the fair.", "CD"),
        ),
        start=1,
    ):
        text = para(title, run=BOLD) + para(LONG) * 3 + para(task)
        rows.append((para(f"{number}."), text, para(who, run=BOLD)))
    top = para("Hill End Hall Trust", '<w:pStyle w:val="T"/>')
    top += para("Minutes of the meeting held on Tuesday 14 May 2024", run=BOLD) + para(
        "Present: Ann Bell (Chair), Cyril Dow, Eve Fox"
    )
    return document(top + table((700, 7600, 1300), rows))
