"""Labels of actions in a block: where they stand, and the stretch of the block that each may own."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.text.layout import Block

_CLOSE = {"[": "]", "(": ")"}
_REACH = 4000  # characters behind a label that may belong to it


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a block: where it stands in the block's text, and the stretch behind it that it may own."""

    match: Match
    start: int
    end: int
    stop: int
    bracket: bool = False

    def group(self, name: str, text: str) -> str:
        """The words of a group of the rule, blank where it took no part."""
        span = self.match.groups.get(name)
        return text[span[0] : span[1]].strip() if span else ""


class LabelFinder:
    """Finds the labels of blocks; ``headers`` are rows of tables, as table and row, that hold titles of columns."""

    def __init__(self, rules: Rules, headers: frozenset[tuple[int, int]]) -> None:
        self._rules = rules
        self._headers = headers
        self._guards = rules.guards("action", ("block",))
        self._unguarded = not all(rule.guard for rule in rules.of("action", "block"))

    def find(self, block: Block) -> list[Label]:
        """The labels of a block, in order; of those that overlap the first, of two at one place the first rule's."""
        if not self._unguarded and self._guards.isdisjoint(self._rules.guards_in(block.text)):
            return []
        if block.cell is not None and (block.cell.table, block.cell.row) in self._headers:
            return []
        placed = [match for match in self._rules.find("action", "block", block.text) if _is_placed(block, match)]
        if not placed:
            return []
        found: list[Match] = []
        for match in sorted(placed, key=lambda match: match.start):
            if found and match.rule.id == "action.assigned":
                continue  # "Action: check it. Responsible: LP" is one
            if not found or match.start >= found[-1].end:
                found.append(match)
        return [
            _label(block.text, match, found[place + 1].start if place + 1 < len(found) else len(block.text.rstrip()))
            for place, match in enumerate(found)
        ]


def _label(text: str, match: Match, after: int) -> Label:
    """A label whose stretch ends where the next one begins, or at the bracket that closes the one it stands in."""
    after = min(max(match.end, after), match.end + _REACH)
    opened = "" if match.rule.id == "action.tag" else text[match.start]
    if match.start and match.rule.id == "action.short" and text[match.start - 1] in _CLOSE:
        opened = text[match.start - 1]
    if opened in _CLOSE:
        close = text.find(_CLOSE[opened], match.end, after + 1)
        return Label(match, match.start, match.end, after if close < 0 else close, bracket=True)
    return Label(match, match.start, match.end, after)


def _is_placed(block: Block, match: Match) -> bool:
    """Whether a label stands where one can: at the head, behind a sentence or a dash; in capitals anywhere."""
    if match.rule.id in ("action.to-action", "action.capitals", "action.letter"):
        return True
    before = block.text[max(0, block.body - block.start, match.start - 60) : match.start].rstrip()
    if not before or before[-1] in ".;:!?)]}-/|*>\"'," or block.text[match.start] in "[(":
        return True
    if match.rule.id == "action.short":
        return before[-1:] in "[("
    rest = block.text[match.end :].strip(" .;") if match.rule.id == "action.tag" else "-"
    if not rest or (len(rest) < 30 and (rest[0].isupper() or rest[0] == "@")):
        return True  # "please tag the build #action Jo"
    word = block.text[match.start : match.end].strip(" :-")
    return word[:6].isupper() or (match.rule.id != "action.tag" and block.text[match.start - 3 : match.start].isspace())
