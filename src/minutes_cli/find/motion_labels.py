"""Labels of motions alone on a line: "Motion" and "Amendment", their words below and who moved them below these."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_floor import Floor
from minutes_cli.find.resolution_lists import is_open
from minutes_cli.patterns import lazy

_BARE_LABELS = ("motion", "amendment", "first amendment", "second amendment", "counter amendment", "counter-amendment")
_WORDS = lazy(r"\W*(?:that|to)\s+\w", re.IGNORECASE)


def put_below(floor: Floor, index: int) -> int | None:
    """Put the motion whose words stand below "Motion" or "Amendment" alone on its line, who moved it below them."""
    unit, after = floor.units[index], index + 1
    label = unit.text.strip(" :*-").lower()
    if label not in _BARE_LABELS or after + 1 >= len(floor.units) or not unit.first or not unit.last:
        return None
    below, reading = floor.units[after], floor.readings[after]
    known = reading.motion or reading.names or reading.result or reading.decision
    if below.scope != unit.scope or known or not _WORDS.match(below.text):
        return None
    match = floor.rules.first("motion", "sentence", "Motion: that the hall be let")
    if match is None:
        return None
    draft = floor.draft(match, (below.begin, below.end), after)
    draft.formal = draft.put = True
    draft.amendment = label.endswith("amendment")
    draft.until = floor.paragraph(draft, after)
    if is_open(below.text):
        floor.gather(draft, draft.until, bare=False)
    if draft.until + 1 >= len(floor.units) or floor.readings[draft.until + 1].names is None:
        return None
    floor.put(draft)
    return draft.until
