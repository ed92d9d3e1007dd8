"""Records made by hand, with everything in them that is awkward to write down."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_cli.records import Minutes

SPAN = {"start": 0, "end": 9, "line": 3}

PARISH: dict[str, Any] = {
    "source": {"path": "march.txt", "sha256": "0" * 64, "format": "text", "characters": 90},
    "meeting": {
        "title": "Minutes of the Parish Council",
        "body": "Møllebrook Parish Council",
        "date": "2024-03-05",
        "start_time": "19:00",
        "chair": "Cllr Ana Bell",
        "span": SPAN,
    },
    "sections": [{"id": "s1", "number": "7.10", "title": "Bins | waste", "level": 1, "span": SPAN}],
    "attendees": [
        {
            "id": "p1",
            "name": "Ana Bell",
            "honorific": "Cllr",
            "role": "Chair",
            "status": "present",
            "section": "s1",
            "rule": "attendee.list",
            "span": SPAN,
        },
        {"id": "p2", "name": "Jo Hart", "status": "apologies", "rule": "attendee.list", "span": SPAN},
    ],
    "actions": [
        {
            "id": "a1",
            "text": '=HYPERLINK("x") write to\n\tthe “contractor”',
            "kind": "explicit",
            "owners": ["Clerk", "Cllr Bell"],
            "people": ["p1"],
            "due": {"text": "by 3 April", "date": "2024-04-03"},
            "reference": "AP3",
            "section": "s1",
            "rule": "action.label",
            "span": SPAN,
        },
        {
            "id": "a2",
            "text": "Order *two* bins",
            "kind": "implied",
            "due": {"text": "within a month", "latest": "2024-04-05"},
            "status": "done",
            "confidence": 0.75,
            "rule": "action.told",
            "span": SPAN,
        },
    ],
    "resolutions": [
        {
            "id": "r1",
            "text": "RESOLVED that the Council: 1. note the report; 2. pay",
            "outcome": "carried",
            "clauses": [{"number": "1.", "text": "note the report;"}, {"number": "2.", "text": "pay"}],
            "vote": {"for": 7, "against": 2, "abstain": 0},
            "mover": "Cllr Bell",
            "seconder": "Cllr Hart",
            "section": "s1",
            "rule": "resolution.resolved",
            "span": SPAN,
        }
    ],
}

BARE: dict[str, Any] = {
    "source": {"path": "-", "sha256": "1" * 64, "format": "text", "characters": 4},
    "meeting": {"span": SPAN},
}


@pytest.fixture
def parish() -> Minutes:
    """Minutes with records of every kind."""
    return Minutes.model_validate(PARISH)


@pytest.fixture
def bare() -> Minutes:
    """Minutes without any record."""
    return Minutes.model_validate(BARE)
