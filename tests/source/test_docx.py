"""Word documents: accepted text, generated numbers, and layout that carries meaning."""

from __future__ import annotations

import pytest
from office import archive, docx, para, words

from minutes_cli.source import read_bytes

GAPS = '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>'
STYLES = (
    GAPS + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Agenda item"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="Loop2"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="Listed"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def level(at: int, style: str, template: str, more: str = "") -> str:
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{template}"/>'
    return f'<w:lvl w:ilvl="{at}">{inside}</w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2")
    + level(2, "lowerLetter", "(%3)")
    + level(3, "upperRoman", "%4)")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1">' + level(0, "bullet", "\uf0b7") + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2">'
    + level(0, "upperRoman", "Article %1.")
    + level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    + '</w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)  # fmt: skip


def read(body: str, **parts: str) -> str:
    source = read_bytes(docx(body, **{"styles": STYLES, "numbering": NUMBERING, **parts}), "minutes.docx")
    assert source.format == "docx"
    return source.text


def entry(text: str, number: int, depth: int = 0, run: str = "") -> str:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return para(text, properties, run)


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (para("un", run=BOLD).replace("</w:p>", words("likely") + "</w:p>"), "unlikely\n"),
        (para("It was ").replace("</w:p>", words("agreed", BOLD) + "</w:p>"), "It was agreed\n"),
        (para("Quiet", style("Loud"), '<w:b w:val="0"/>'), "Quiet\n"),
        (para("Loud", style("Loud")), "**Loud**\n"),
        ("<w:p>" + words("To:", '<w:rStyle w:val="Strong"/>') + words(" A") + "</w:p>", "**To:** A\n"),
        ("<w:p>" + words("b) ") + words("Roof", BOLD) + words(" leaks.") + "</w:p>", "b) **Roof** leaks.\n"),
        ("<w:p>" + words("To be ") + words("agreed", BOLD) + "</w:p>", "To be agreed\n"),
        (para("Apologies", style("H1")), "# Apologies\n"),
        (para("Apologies", style("Item"), BOLD), "# Apologies\n"),
        (para("Apologies", style("Own")), "### Apologies\n"),
        (para("Apologies", '<w:outlineLvl w:val="1"/>'), "## Apologies\n"),
        (para("Text", style("Item") + '<w:outlineLvl w:val="9"/>'), "Text\n"),
        (para("Text", style("Loop")), "Text\n"),
        (para("Text", style("Nowhere")), "Text\n"),
        (para("Contents 3", style("Toc")) + para("Text"), "Text\n"),
        (para("Shown") + para("Hidden", run="<w:vanish/>"), "Shown\n"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc\n"),
        ("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>", "a-b\n"),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> done</w:t></w:r></w:p>', "☑ done\n"),
        ('<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:t>ed</w:t></w:r></w:p>', "linked\n"),
        ("<w:sdt><w:sdtContent>" + para("Inside") + "</w:sdtContent></w:sdt>", "Inside\n"),
        ('<w:p><w:r><w:fldChar/><w:instrText>DATE</w:instrText><w:fldChar/><w:t>3 May</w:t></w:r></w:p>', "3 May\n"),
    ],
)  # fmt: skip
def test_paragraphs(body: str, text: str) -> None:
    assert read(body) == text


def test_generated_numbers() -> None:
    body = (
        entry("Apologies", 1, run=BOLD)
        + entry("From A", 1, 1)
        + entry("From B", 1, 1)
        + entry("Late", 1, 2)
        + entry("Later", 1, 2)
        + entry("Minutes", 1)
        + entry("Agreed", 1, 1)
        + entry("", 1)
        + entry("A point", 2)
        + entry("Deep", 1, 3)
        + para("Plain", style("Listed"))
        + entry("Restarted", 3)
        + entry("Next", 3)
    )
    assert [line for line in read(body).split("\n") if line] == [
        *("**1. Apologies**", "1.1 From A", "1.2 From B", "    (a) Late", "    (b) Later"),
        *("2. Minutes", "2.1 Agreed", "- A point", "      I) Deep", "3. Plain", "7. Restarted", "8. Next"),
    ]


def test_legal_numbers_and_numbers_of_headings() -> None:
    body = para("Aims", style("H1") + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>')
    body += entry("First", 4, 1) + para("No number", style("Listed") + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(body) == "# Article I. Aims\n\n  Section 1.01 First\n\nNo number\n"


def test_tracked_changes_give_the_accepted_text() -> None:
    body = (
        "<w:p>" + words("The fee is ") + "<w:del><w:r><w:delText>£10</w:delText></w:r></w:del>"
        "<w:ins>" + words("£12") + "</w:ins>" + words(".") + "</w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + words("Joined ") + "</w:p>" + para("to this.")
        + "<w:moveFrom>" + words("x") + "</w:moveFrom>"
    )  # fmt: skip
    assert read(body) == "The fee is £12.\n\nJoined to this.\n"


def test_gaps_follow_the_spacing() -> None:
    close = '<w:spacing w:after="0"/>'
    body = para("A", close) + para("B", close) + para("", close) + para("C", close) + para("D") + para("E")
    assert read(body) == "A\nB\n\nC\nD\n\nE\n"


def test_notes_boxes_headers_and_footers() -> None:
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:drawing><w:txbxContent>{para('ACTION: JS')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{para('ACTION: JS')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = f'<w:p><w:r><w:t>Agreed</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t>{box}</w:r></w:p>' + para("Next")
    notes = f'<w:footnote w:id="0">{para("no")}</w:footnote><w:footnote w:id="2">{para(" By post.")}</w:footnote>'
    text = read(body, footnotes=notes, header1=para("Page head"), footer1=para("Page 3 of 9"))
    assert text == "Agreed[1].\n\nACTION: JS\n\nNext\n\n[1] By post.\n"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_merged_cells_keep_their_columns() -> None:
    table = row(cell(para("Action")), cell(para("Lead")), cell(para("By")))
    table += row(
        cell(para("Mend")), cell(para("AB"), "<w:vMerge w:val='restart'/>"), cell(para("May") + para("or June"))
    )
    table += row(cell(para("Paint")), cell(para(""), "<w:vMerge/>"), cell(para("July")))
    table += row(cell(para("None else"), "<w:gridSpan w:val='2'/>"), cell(para("-")))
    table += row(cell(para("Gone")), properties="<w:del/>")
    assert read(f"<w:tbl>{table}</w:tbl>") == (
        "| Action | Lead | By |\n|---|---|---|\n| Mend | AB | May<br>or June |\n"
        "| Paint |  | July |\n| None else |  | - |\n"
    )


def test_two_column_attendance_is_read_column_by_column() -> None:
    table = row(cell(para("Present:") + para("A. Bell") + para("C. Dow")), cell(para("Apologies:") + para("E. Fox")))
    text = read(f"<w:tbl>{table}</w:tbl>")
    assert [line for line in text.split("\n") if line] == ["Present:", "A. Bell", "C. Dow", "Apologies:", "E. Fox"]


def test_minutes_typed_in_a_table_with_an_action_column() -> None:
    long = para("The clerk reported at length on the works that had been done to the roof. " * 6)
    table = row(cell(para("Item")), cell(para("Minute")), cell(para("Action by")))
    table += row(cell(para("1")), cell(para("Roof", run=BOLD) + long + para("Quotes to be got.")), cell(para("JS")))
    table += row(cell(para("2")), cell(para("Hall", run=BOLD) + long + long), cell(para("") + para("Action: KL")))
    lines = [line for line in read(f"<w:tbl>{table}</w:tbl>").split("\n") if line]
    assert [line[:20] for line in lines] == [
        *("**1 Roof**", "The clerk reported a", "Quotes to be got.", "Action: JS"),
        *("**2 Hall**", "The clerk reported a", "The clerk reported a", "Action: KL"),
    ]


def test_forms_read_as_labels() -> None:
    table = row(cell(para("Chair", style("H1"))), cell(para("A. Bell"))) + row(
        cell(para("Clerk:")), cell(para("C. Dow"))
    )
    assert read(f"<w:tbl>{table}</w:tbl>") == "Chair: A. Bell\nClerk: C. Dow\n"


def test_the_strict_dialect_and_other_names_of_the_main_part_are_read() -> None:
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    main = f'<w:document xmlns:w="{namespace}"><w:body>{para("Minutes")}</w:body></w:document>'
    data = archive({"[Content_Types].xml": "<Types/>", "_rels/.rels": relations, "word/document2.xml": main})
    assert read_bytes(data, "minutes").text == "Minutes\n"
