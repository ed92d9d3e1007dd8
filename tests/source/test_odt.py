"""OpenDocument texts: the same layout from the other office family."""

from __future__ import annotations

import pytest
from office import archive, odt

from minutes_cli.errors import SourceError
from minutes_cli.source import read_bytes

AUTOMATIC = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Loud"/>'
    '<style:style style:name="Gap" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/>'
    '</style:style><style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)
STYLES = (
    '<style:style style:name="Loud" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
)


def read(body: str) -> str:
    source = read_bytes(odt(body, AUTOMATIC, STYLES), "minutes.odt")
    assert source.format == "odt"
    return source.text


def head(level: int, text: str) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def para(text: str, style: str = "Gap") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (para("A") + para("B"), "A\n\nB\n"),
        (para("A", "") + para("B", "") + para("", "") + para("C", ""), "A\nB\n\nC\n"),
        (para("Loud", "P1"), "**Loud**\n"),
        (para('<text:span text:style-name="B">Present:</text:span> A'), "**Present:** A\n"),
        (para('un<text:span text:style-name="B">like</text:span>ly'), "unlikely\n"),
        (para("a <text:s text:c='3'/>b<text:tab/>c<text:line-break/>d"), "a    b\tc\nd\n"),
        (para("one\n   <text:span> two</text:span> <text:a>three</text:a>"), "one two three\n"),
        (head(1, "Aims") + head(2, "More"), "# I. Aims\n\n## More\n"),
        (para("Text", "Loop"), "Text\n"),
        (para('a<text:span text:style-name="H">b</text:span>c'), "ac\n"),
        (f"<text:tracked-changes><text:deletion>{para('b')}</text:deletion></text:tracked-changes>{para('a')}", "a\n"),
        (f"<text:section>{para('a')}</text:section><text:table-of-content>{para('b')}</text:table-of-content>", "a\n"),
        (para("a<office:annotation><text:p>remark</text:p></office:annotation>b"), "ab\n"),
    ],
)  # fmt: skip
def test_paragraphs(body: str, text: str) -> None:
    assert read(body) == text


def item(*content: str) -> str:
    return f"<text:list-item>{''.join(content)}</text:list-item>"


def test_generated_numbers() -> None:
    inner = (
        "<text:list>" + item(para("From A")) + item(para("From B"), "<text:list>" + item(para("Late")) + "</text:list>")
    )
    body = '<text:list xml:id="x" text:style-name="L1">' + item(para("Apologies", "P1"), inner + "</text:list>")
    body += item(para("Minutes")) + "</text:list>" + para("Between")
    body += '<text:list text:continue-list="x" text:style-name="L1">' + item(para("Finance"), para("second paragraph"))
    body += "</text:list>"
    body += '<text:list text:style-name="L1" text:continue-numbering="true">' + item(
        "<text:list>" + item(para("Rates"))
    )
    body = body[: -len("</text:list-item>")] + "</text:list></text:list-item></text:list>"
    body += '<text:list text:style-name="L1">' + item(para("Anew")) + "</text:list>"
    body += '<text:list text:style-name="L2">' + item(para("A point")) + "</text:list>"
    assert [line for line in read(body).split("\n") if line] == [
        *("**1. Apologies**", "1.1 From A", "1.2 From B", "    (a) Late", "2. Minutes", "Between"),
        *("3. Finance", "second paragraph", "3.1 Rates", "1. Anew", "- A point"),
    ]  # fmt: skip


def test_tables_boxes_and_notes() -> None:
    table = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"<table:table-cell>{para('Action')}</table:table-cell><table:table-cell>{para('Lead')}</table:table-cell>"
        f"<table:table-cell>{para('By')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
        f"<table:table-cell table:number-columns-spanned='2'>{para('Mend it')}{para('soon')}</table:table-cell>"
        f"<table:covered-table-cell/><table:table-cell>{para('May')}</table:table-cell></table:table-row></table:table>"
    )
    body = "<text:note-body><text:p>By post.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    box = f"<draw:frame><draw:text-box>{para('ACTION: JS')}</draw:text-box></draw:frame>"
    assert read(para(f"Agreed{note}.{box}") + table) == (
        "Agreed[1].\n\nACTION: JS\n\n| Action | Lead | By |\n|---|---|---|\n| Mend it<br>soon |  | May |\n"
        "\n[1] By post.\n"
    )


def test_encrypted_and_broken_packages() -> None:
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "junk"}
    with pytest.raises(SourceError, match="is damaged"):
        read_bytes(archive(dict(parts)), "a.odt")
    with pytest.raises(SourceError, match="is encrypted"):
        read_bytes(archive({**parts, "META-INF/manifest.xml": "<m:encryption-data/>"}), "a.odt")
    with pytest.raises(SourceError, match="is an archive that holds no DOCX or ODT"):
        read_bytes(archive({"a.txt": "Minutes"}), "a.odt")
