"""Where in a document attendance may be told of: one cheap look, so that the other blocks need no closer one."""

from __future__ import annotations

from minutes_cli.document import Document
from minutes_cli.rules.match import Rules

_HEAD = 40  # blocks; the lists of attendance mostly stand here, in any wording


def may_tell(rules: Rules, document: Document, index: int) -> bool:
    """Whether a block may tell of attendance: it stands in the head, or a word of attendance stands in it."""
    return index < _HEAD or rules.cued("attendance_cue", document.blocks[index].text)
