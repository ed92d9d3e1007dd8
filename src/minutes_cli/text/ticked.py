"""Boxes to tick beside what may become of a motion: "[x] Carried  [ ] Failed". Only what was ticked was written."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.text.places import places_of

_EMPTY_BOXES = ("☐", "□", "[ ]", "[]", "( )", "()", "__")
_BOX = r"(?:\[[ ]?[xX✓✔]?[ ]?\]|\([ ]?[xX✓✔]?[ ]?\)|[☐□☑☒✅✔✓]|(?<![\w])_{1,6}[xX✓]?_{1,6}(?!\w))"
_WORD = (
    r"(?:motion[ ])?(?:not[ ]|unanimously[ ])?(?:carried|carries|passed|passes|approved|adopted|agreed|failed|fails"
    r"|lost|defeated|denied|rejected|tabled|deferred|withdrawn|postponed)(?:[ ](?:unanimously|as[ ]\w+))?"
)
_BEFORE, _BEHIND = rf"{_BOX}[ \t]{{0,4}}{_WORD}\b", rf"\b{_WORD}[ \t]{{0,4}}{_BOX}"
_PARTED = r"\s{0,20}[,;/|]?\s{0,20}"
# Every row has a box and behind it a word; to look for that takes no look at each character, as rows do.
_ENDS = "])☐□☑☒✅✔✓_"  # of boxes
_WORD_BEHIND = lazy(rf"\s{{0,20}}+[,;/|]?+\s{{0,20}}+(?=[mnucpafldrtw]){_WORD}\b", re.IGNORECASE)
_ROW = lazy(rf"{_BEFORE}(?:{_PARTED}{_BEFORE})+|(?P<behind>{_BEHIND}(?:{_PARTED}{_BEHIND})+)", re.IGNORECASE)
_CHOICE_BEFORE = lazy(rf"(?P<box>{_BOX})[ \t]*(?P<word>{_WORD})\b", re.IGNORECASE)
_CHOICE_BEHIND = lazy(rf"\b(?P<word>{_WORD})[ \t]*(?P<box>{_BOX})", re.IGNORECASE)
_TICK = lazy(r"[xX✓✔☑☒✅]")


def without_unticked(text: str) -> str:
    """The text with such boxes, and the words beside those left empty, blanked: as long as before."""
    for end in places_of(text, *_ENDS):
        if _WORD_BEHIND.match(text, end + 1):
            return _ROW.sub(_ticked, text) if any(box in text for box in _EMPTY_BOXES) else text
    return text


def _ticked(row: re.Match[str]) -> str:
    kept = [character if character in "\r\n" else " " for character in row[0]]
    for choice in (_CHOICE_BEHIND if row["behind"] else _CHOICE_BEFORE).finditer(row[0]):
        if _TICK.search(choice["box"]):
            kept[slice(*choice.span("word"))] = choice["word"]
    return "".join(kept)
