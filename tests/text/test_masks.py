"""The mask is as long as the text, and shows words where the text has words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.text.masks import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("Clerk’s – “report”", 'Clerk\'s - "report"', id="quotes and dashes"),
        pytest.param("1\u00a0May\t2024", "1 May 2024", id="no-break space and tab"),
        pytest.param("**ACTION** now", "  ACTION   now", id="bold"),
        pytest.param("***Note***", "   Note   ", id="bold italics"),
        pytest.param("1\\. Apologies", "1 . Apologies", id="escaped number"),
        pytest.param("see [minutes](http://x.example/a_(b)) of", "see  minutes" + " " * 26 + "of", id="link"),
        pytest.param("[Action: Clerk]", "[Action: Clerk]", id="brackets that are no link stay"),
        pytest.param("R&amp;D", "R&    D", id="entity"),
        pytest.param("<b>Item</b>", "   Item    ", id="tag"),
        pytest.param("<nick> hello", "<nick> hello", id="a nick is no tag"),
        pytest.param("a<!-- x\ny -->b", "a      \n     b", id="a comment keeps its newline"),
        pytest.param("a <!-- b", "a <!-- b", id="an unclosed comment is text"),
        pytest.param("snake_case_name", "snake_case_name", id="underscores in a word stay"),
        pytest.param("_Item 4_", " Item 4 ", id="emphasis"),
        pytest.param("5 * 3 * 2", "5 * 3 * 2", id="stars between blanks stay"),
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(st.text(alphabet=st.sampled_from("ab*_[]()<>!&;#-\\`~'’–\u00a0\n\r\t 1.:/|")))
def test_mask_is_as_long_as_the_text_and_keeps_newlines(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert [i for i, c in enumerate(masked) if c in "\r\n"] == [i for i, c in enumerate(text) if c in "\r\n"]


@pytest.mark.parametrize("before", [0, 1, 149, 150, 299])
@pytest.mark.parametrize(("length", "blanked"), [(299, False), (300, True), (451, True)])
def test_what_runs_on_without_a_blank_is_blanked_wherever_it_stands(before: int, length: int, blanked: bool) -> None:
    text = "ab " * (before // 3) + " " * (before % 3) + "x" * length + "\nend"
    assert mask(text)[before : before + length] == (" " if blanked else "x") * length
