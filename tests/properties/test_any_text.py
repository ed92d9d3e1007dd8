"""Whatever the text: no crash, and every record is well founded in it."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from evidence import problems
from minutes_cli import Minutes, extract

FRAGMENTS = [
    "MINUTES of the Parish Council held on Tuesday 4th March 2025 at 7.30pm",
    "Present:",
    "Present: Cllr A. Smith (Chair), Mrs B. Jones, Dr C. D'Arcy and",
    "In attendance",
    "Apologies for absence were received from Councillors Lee and Ng.",
    "| Name | Role | Status |",
    "|---|:--|",
    "| Jo Bloggs | Clerk | Present |",
    "1. APOLOGIES",
    "1.",
    "2) Finance",
    "23/104",
    "(iv)",
    "IV.",
    "# Notes",
    "### **Action items**",
    "-----",
    "=====",
    "Item 5: Roads",
    "Action",
    "ACTION:",
    "ACTION: Clerk to write to the landowner by 3 March",
    "Action: Assistant Director, Transport & Streets",
    "[ACTION 3: JS]",
    "(Action: )",
    "AI(BS+TL): draft the text",
    "- [ ] @kim: book the room by 2025-02-30",
    "- [x] done",
    "* **Lee** to",
    "#action",
    "#action pat to chase",
    "16:00:02 <oona> #agreed ship it (+1,0,-1)",
    "16:01 <x> #topic",
    "officers agreed to provide figures by the end of next month.",
    "The Clerk will write to",
    "RESOLVED",
    "RESOLVED that the Committee:",
    "RESOLVED: (proposed by Cllr",
    "It was proposed by Cllr Smith, seconded by Mrs Jones and agreed unanimously that",
    "Motion by Smith, second by Jones. Ayes: Smith, Jones. Nays: None. Motion carried 2-0.",
    "The amendment was lost by 999999999999999999999999 votes to 4.",
    "MOVER:     Smith",
    "RESULT:    PASSED [UNANIMOUS]",
    "AYES:",
    "Decision:",
    "Minutes:",
    "Supporting documents:",
    "a) to note the report; and",
    "No further action.   ",
    "The meeting closed at 25.99 pm",
    "Page 3 of 9",
    "\t\t\tACTION",
    "\tJS/KP",
    "   Ref   Action          Owner     Due",
    "   1     Write letter    JS        31/02/2024",
    "---",
    "title: Minutes",
    "date: 2024-13-45",
    "> quoted",
    "```",
    "<table><tr><td>Action</td><td>AB</td></tr></table>",
    "<!-- Page 2 -->",
    "\u00a0\u00a0",
    "\f",
    "Straße der ÖBB \u0130 \ufb01ne e\u0301 \U0001f600",
    "\u2022\u00a0 item",
]
ENDS = ["\n", "\n\n", "\r\n", "\r", " ", "\f", "\u2028", "\n\t", "\n    ", "\n> "]

fragments = st.tuples(
    st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(FRAGMENTS), st.text(max_size=30)), st.sampled_from(ENDS)
).map("".join)
minute_like = st.lists(fragments, max_size=25).map("".join)
cut_anywhere = st.tuples(minute_like, st.integers(0, 400), st.integers(0, 400)).map(
    lambda drawn: drawn[0][drawn[1] : len(drawn[0]) - drawn[2]] or drawn[0]
)
any_text = st.one_of(st.text(max_size=300), minute_like, cut_anywhere)

relaxed = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def extract_text(text: str) -> Minutes:
    """The records of a text; one of nothing but white space is no document, so it gets a word."""
    return extract(text if text.strip() else f"{text}x")


@relaxed
@given(any_text)
@example("ACTION: ")
@example("Present:\n\n\n")
@example("\ufeffACTION: Clerk to write")
@example("\n".join(FRAGMENTS))
@example("\r".join(FRAGMENTS[::-1]))
def test_every_record_is_founded_in_the_text(text: str) -> None:
    minutes = extract_text(text)
    assert problems(text if text.strip() else f"{text}x", minutes) == []


@relaxed
@given(any_text)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert extract_text(text) == extract_text(text)


@relaxed
@given(any_text)
def test_records_survive_json(text: str) -> None:
    minutes = extract_text(text)
    assert Minutes.model_validate_json(minutes.model_dump_json()) == minutes


@relaxed
@given(minute_like)
def test_a_marked_action_is_found_whatever_stands_before_it(text: str) -> None:
    """A heading, a blank line and a plain label bring any document back to order."""
    task = "Zebedee to repaint the bandstand by 7 June 2031"
    actions = extract(f"{text}\n\n\n99. BANDSTAND\n\nACTION: {task}\n").actions
    assert any("repaint the bandstand" in action.text for action in actions)
