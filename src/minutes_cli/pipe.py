"""The extractor as a spaCy component: ``nlp.add_pipe("minutes")``.

The records of a document stand on ``doc._.minutes``, and their passages in ``doc.spans["minutes"]``, labelled by kind
and with the record's id. spaCy finds the component by the package's entry point; the extension is registered when a
pipeline asks for it, not when this module is imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from minutes_cli.rules import load_rules

if TYPE_CHECKING:
    from minutes_cli.records import Minutes
    from minutes_cli.rules import Rules

_KINDS = ("sections", "attendees", "actions", "resolutions")


class MinutesComponent:
    """Puts the minutes' records on each document; the tokens and their annotations stay as they are."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        if not Doc.has_extension("minutes"):
            Doc.set_extension("minutes", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Extract the records of a document's text and put them on it."""
        from minutes_cli.extract import extract  # spaCy imports factories early: let that stay cheap

        minutes = extract(doc.text, rules=self._rules)
        doc._.minutes = minutes
        doc.spans["minutes"] = _spans(doc, minutes)
        return doc


def _spans(doc: Doc, minutes: Minutes) -> SpanGroup:
    """The passages of all records, widened to whole tokens where a record begins or ends within one."""
    spans = [
        span
        for kind in _KINDS
        for record in getattr(minutes, kind)
        if (
            span := doc.char_span(
                record.span.start, record.span.end, label=kind, span_id=record.id, alignment_mode="expand"
            )
        )
    ]
    return SpanGroup(doc, name="minutes", spans=spans)


@Language.factory("minutes")
def make_minutes(nlp: Language, name: str) -> MinutesComponent:  # noqa: ARG001 — spaCy passes both
    """The component with the shipped rules."""
    return MinutesComponent(load_rules())
