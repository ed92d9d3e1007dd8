"""Pages of a wiki: the mark-up that is blanked, and the tables."""

from __future__ import annotations

import pytest

from minutes_cli.text.layout import lay_out
from minutes_cli.text.masks import mask

PAGE = "== Finance ==\n"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("=== Logo ===", "Logo"),
        ("# first", "• first"),
        ("#* within it", "• within it"),
        (":''said in answer''", "said in answer"),
        ("; Present", "Present"),
        ("'''bold''' and ''slanted''", "bold    and   slanted"),
        ("[[User:Mora|Mora Quint]] came", "Mora Quint   came"),
        ("[[Mora Quint]] came", "Mora Quint   came"),
        ("see [https://example.org/x the draft]", "see                        the draft"),
        ("#action Mora to write", "#action Mora to write"),
        ("== not closed alike =", "== not closed alike ="),
        ("a == b == c", "a == b == c"),
        ("it's Mora's", "it's Mora's"),
    ],
)
def test_mark_up_of_a_wiki_is_blanked(line: str, shown: str) -> None:
    masked = mask(PAGE + line)
    assert len(masked) == len(PAGE + line)
    assert masked[len(PAGE) :].strip() == shown


def test_what_is_no_page_of_a_wiki_keeps_its_signs() -> None:
    for text in ("# Title\n\nx == y\n", "Title\n=====\n# 5 of them\n"):
        assert mask(text) == text


def rows(text: str) -> list[list[str]]:
    layout = lay_out(text)
    (table,) = layout.tables
    return [[layout.cut(*cell) for cell in row] for row in table.rows]


def test_cells_on_one_line_and_on_several() -> None:
    text = "{| class='x'\n|+ Tasks\n! Who !! What\n|-\n| Ann || write\nto us\n|- style='a'\n| id='b' | Bea\n"
    assert rows(f"{text}| [[C|D]]\n|}}\nend") == [["Who", "What"], ["Ann", "write to us"], ["Bea", "D"]]


def test_a_table_that_is_never_closed_is_none() -> None:
    assert lay_out("{| x\nAnn and Bea\n" * 50).tables == ()
