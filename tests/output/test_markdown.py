from __future__ import annotations

import io

import pytest
from markdown_it import MarkdownIt

from minutes_cli.output.formats import Format, Kind
from minutes_cli.output.markdown import escaped, write_markdown
from minutes_cli.output.rows import Sheet
from minutes_cli.output.writer import Layout
from minutes_cli.records import Minutes
from minutes_written import write_all


def written(*documents: Minutes, only: Kind | None = None) -> str:
    return write_all(Format.MARKDOWN, Layout(only=only), *documents).decode()


def cells(text: str) -> list[str]:
    """What a reader of Markdown sees in the cells of all tables."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [
        "".join(child.content for child in tokens[index + 1].children or [])
        for index, token in enumerate(tokens)
        if token.type in ("td_open", "th_open")
    ]


def test_a_table_of_actions(parish: Minutes) -> None:
    assert written(parish, only=Kind.ACTIONS) == (
        "# Møllebrook Parish Council · 2024-03-05 · march.txt\n"
        "\n"
        "## Actions\n"
        "\n"
        "| Item | Action | Owner | Due | Status |\n"
        "| --- | --- | --- | --- | --- |\n"
        '| 7.10 | =HYPERLINK("x") write to the “contractor” | Clerk; Cllr Bell | by 3 April (2024-04-03) | open |\n'
        "|  | Order \\*two\\* bins |  | within a month (2024-04-05) | done |\n"
    )


def test_every_kind_and_every_document_has_its_heading(parish: Minutes, bare: Minutes) -> None:
    headings = [line for line in written(parish, bare).splitlines() if line.startswith("#")]
    kinds = ["## Meeting", "## Sections", "## Attendees", "## Actions", "## Resolutions"]
    assert headings == ["# Møllebrook Parish Council · 2024-03-05 · march.txt", *kinds, "# -", *kinds]
    assert "## Actions\n\nNone.\n" in written(bare)


AWKWARD = [
    "a | b",
    r"back\slash \| both",
    "*not* **bold** _nor_ this",
    "`code`",
    "[link](http://example.org)",
    "<b>tag</b> & &amp; &#42;",
    "~~struck~~",
    "# no heading",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_a_reader_sees_the_words_as_they_are(text: str) -> None:
    stream = io.BytesIO()
    write_markdown(stream, [Sheet("", {"text": "Text"}, [{"text": text}])])
    assert cells(stream.getvalue().decode()) == ["Text", text]


def test_a_cell_is_one_line() -> None:
    assert escaped("one\n| two") == r"one \| two"
