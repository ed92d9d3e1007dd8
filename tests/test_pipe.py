"""The extractor as a component of a spaCy pipeline."""

import spacy

TEXT = "1. Bins\n\nCllr Ann Lee raised the bins.\n\nACTION: Clerk to write to the contractor by 3 May 2024\n"


def test_component_gives_the_records_of_the_text() -> None:
    from minutes_cli import extract

    nlp = spacy.blank("en")
    nlp.add_pipe("minutes")
    doc = nlp(TEXT)
    assert doc._.minutes == extract(TEXT)
    assert [action.owners for action in doc._.minutes.actions] == [("Clerk",)]


def test_spans_are_those_of_the_records() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("minutes")
    doc = nlp(TEXT)
    (action,) = [span for span in doc.spans["minutes"] if span.label_ == "actions"]
    assert action.id_ == doc._.minutes.actions[0].id
    assert "Clerk to write to the contractor" in action.text
