"""The judge is judged: the check of evidence must see what it is there to see."""

from __future__ import annotations

import pytest

from evidence import line_of, problems, stand_in_order
from minutes_cli.records import Action, Meeting, Minutes, Section, SourceInfo, Span

TEXT = "1. Bins\r\nACTION: Clerk to write.\fThe end"


def minutes(*, start: int = 9, end: int = 32, line: int = 2, text: str = "Clerk to write.") -> Minutes:
    return Minutes(
        source=SourceInfo(path="-", sha256="0" * 64, format="text", characters=len(TEXT)),
        meeting=Meeting(span=Span(start=0, end=0, line=1)),
        sections=(Section(id="s1", title="Bins", level=1, span=Span(start=0, end=40, line=1)),),
        actions=(
            Action(
                id="a1",
                text=text,
                kind="explicit",
                owners=("Clerk",),
                section="s1",
                rule="x",
                span=Span(start=start, end=end, line=line),
            ),
        ),
    )


def test_well_founded_records_have_no_problems() -> None:
    assert problems(TEXT, minutes()) == []


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (minutes(end=400), "not within the text"),
        (minutes(line=3), "starts on line 2"),
        (minutes(text="write to Clerk"), "don't stand in"),
        (minutes(start=20), "don't stand in"),
        (minutes().model_copy(update={"sections": ()}), "none of the sections"),
        (minutes().model_copy(update={"actions": minutes().actions * 2}), "stands 2 times"),
    ],
)
def test_wrong_record_is_seen(wrong: Minutes, message: str) -> None:
    assert any(message in problem for problem in problems(TEXT, wrong))


@pytest.mark.parametrize(
    ("words", "passage", "stands"),
    [
        ("in advance", "copies of which\nhad been sent in ad-\nvance", True),
        ("co-operate", "to co\u00ad-operate", True),
        ("write to the Clerk", "write\n\n(page 3)\n\nto the Clerk", True),
        ("Clerk write", "write Clerk", False),
        ("the the", "the", False),
    ],
)
def test_words_stand_in_order(words: str, passage: str, stands: bool) -> None:
    assert stand_in_order(words, passage) is stands


def test_lines_end_at_newlines_only() -> None:
    assert line_of("a\fb\u2028c\x85d\r\ne\rf\ng", 15) == 4
