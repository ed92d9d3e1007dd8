"""Where sentences end, and where a full stop ends none."""

import pytest

from minutes_cli.text.sentences import first_sentence, split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. J. Smith asked about the hedge",
        "Mr. T. O'Brien of No. 14 wrote at 7.30 p.m. about it",
        "The report (see para. 3.4) was noted",
        "E. & T. Evans were paid £4.50 per hour",
        "Approx. 40 attended, i.e. more than last year",
        "Members approved the Nov. Minutes and the Oct. Board papers",
        "See min. No. 34 and min. A12",
        "It was held on Sat. Nov. 5, and on Tues. Dec. 4",
        "The max. Height is three metres",
        "Those of the parish of St. Mary and St. Bride met",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It was cut. He paid.", ["It was cut.", "He paid."]),
        ("It closed at 8 p.m. The Chair left.", ["It closed at 8 p.m.", "The Chair left."]),
        ("The rent is £90 p.a. Rates are extra.", ["The rent is £90 p.a.", "Rates are extra."]),
        ("Is it done? Yes.", ["Is it done?", "Yes."]),
        ("She will write. Action: Clerk", ["She will write.", "Action: Clerk"]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("It is due in Nov. The Clerk will ask.", ["It is due in Nov.", "The Clerk will ask."]),
        ("It is due on 12 Nov. Saturday is best.", ["It is due on 12 Nov.", "Saturday is best."]),
        ("It is due in Nov. Jo Hale will ask.", ["It is due in Nov.", "Jo Hale will ask."]),
        ("It fell on Tues. Cllr Lunn was away.", ["It fell on Tues.", "Cllr Lunn was away."]),
        ("The talk is 20 min. Members may ask.", ["The talk is 20 min.", "Members may ask."]),
        ("The lamp is in Mill St. The Clerk will ask.", ["The lamp is in Mill St.", "The Clerk will ask."]),
        ("It went to the A.G.M. The Chair spoke.", ["It went to the A.G.M.", "The Chair spoke."]),
    ],
)
def test_several(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ""),
        ("No stop at all", "No stop at all"),
        ("Cllr. J. Smith asked about the hedge. It was cut.", "Cllr. J. Smith asked about the hedge."),
        ("Paid; He left.", "Paid;"),
        ("noted; it was cut", "noted; it was cut"),
        ("He left.) She stayed.", "He left.)"),
        ("two  • three", "two"),
    ],
)
def test_first(text: str, first: str) -> None:
    assert text[slice(*first_sentence(text))] == first
    assert first_sentence(text) == next(iter(split_sentences(text)), (0, 0))
