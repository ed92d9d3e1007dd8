"""Whether a block goes on with a list of people: an entry, the title of some entries, or what ends the list."""

from __future__ import annotations

import re

from minutes_cli.document import Document
from minutes_cli.find.attendance_shape import (
    BRACKETS,
    GROUP,
    NO_GROUP,
    PRESIDES,
    TASK,
    Region,
    flows,
    has_initial,
    is_prose,
)
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Text

_EXCUSES = lazy(r"(?:sorr(?:y|ys|ies)|apolog(?:y|ies)|apols|regrets)\b", re.IGNORECASE)
_ANSWERED = lazy(r"(?:present|absent|here|excused|aye|yes|no|not present)\b", re.IGNORECASE)
_OCCASION = lazy(r"\b(?:meeting|session|minutes|workshop|agenda)s?\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_ACT = lazy(r"(?:(?:[A-Z]+ )?(?:RESOLUTION|DECISION|MOTION)S?|(?:Resolution|Motion|Decision)(?= +\S*\d))\b")
_GAP = lazy(r"(?:\t| {3,})$")
_MOST_OFFICE = 6  # words of an office before its holder: "His Worship the Mayor, Councillor Ann Moor"
_MOST_COLUMNS = 40  # of a table of tasks
_SMALL_WORDS = lazy(r"(?<![\w-])[a-z]{2,}\b")


class AttendanceEntries:
    """Judges the blocks behind the label of a list."""

    def __init__(self, rules: Rules, people: PeopleLists) -> None:
        self.people = people
        self.names = people.names
        self.usual = rules.words("usual_title")
        verbs = rules.expand("{sentence_verb}")
        self.verb = re.compile(
            rf"(?<![\w'-])(?!(?:joined|left|attended|presented|led)\b)(?:called|{verbs})(?![\w-])", re.VERBOSE
        )

    def is_sentence(self, words: str) -> bool:
        """Whether words outside brackets hold a verb that entries of a list don't."""
        return self.verb.search(BRACKETS.sub(" ", words) if "(" in words or "[" in words else words) is not None

    def take_sentences(self, region: Region, block: Block, index: int, start: int) -> None:
        """Of a label's text the sentences before the first that has a verb."""
        offset = start - block.start
        for a, b in split_sentences(block.text[offset:]):
            sentence = block.text[offset + a : offset + b]
            if self.is_sentence(sentence) or is_prose(sentence):
                break
            region.spans.append((index, start + a, start + b))

    def goes_on(self, document: Document, region: Region, index: int) -> str:
        """Whether a block goes on with a list: take it, skip it, or stop."""
        block = document.blocks[index]
        words = block.words
        bare = " ".join((BRACKETS.sub(" ", words) if "(" in words or "[" in words else words).split())
        numbered = block.label.isdigit() and not block.bullet
        if block.cell is not None and region.spans and block.cell.row == 0 and _heads_tasks(document, block):
            return "stop"  # a table of tasks
        if numbered and not region.numbered and (region.spans or region.inline):
            return "stop"  # an item of the agenda, not an entry
        if not bare or (self.names.is_nobody(bare) and len(bare.split()) < 12):
            region.inline = region.inline or bool(bare)  # "Nil": what has a number behind it is no entry
            return "skip"
        if bare.strip(" .:").lower() in self.usual or (region.label.status != "present" and PRESIDES.search(bare)):
            return "stop"
        if region.label.status == "present" and _EXCUSES.match(words):
            return "stop"  # "Sorrys from Jo Hale"
        if region.label.weak and not region.spans and _OCCASION.search(bare):
            return "stop"  # "BOARD OF EDUCATION" above "Regular Meeting, June 15, 2020"
        item = region.headed and not region.spans
        if self.is_sentence(bare) or (item and is_prose(bare)) or "://" in bare or len(bare.split()) > 150:
            if item:
                self.take_sentences(region, block, index, block.body)
            return "skip" if item and region.label.status == "apologies" else "stop"
        if bare.endswith(":") and len(bare.split()) <= 8 and (title := GROUP.match(words)):
            return "stop" if NO_GROUP.match(title["group"] or "") else "take"  # "AGENDA:"
        if _ACT.match(bare):
            return "stop"  # "RESOLUTION  HP24/41" under "Apologies"
        if self.names.honorific.match(words) and not (region.bullets >= 2 and not block.listed):
            region.bullets += bool(block.bullet)
            region.numbered = region.numbered or numbered
            return "take"
        group = GROUP.match(words)
        if group and group["group"] and NO_GROUP.search(group["group"]):
            return "stop"
        begin = group.end() if group else 0
        raw = document.text[block.body : block.body + len(words)]
        text = Text(words, raw)
        plain = self.names.plain.read(text, begin, len(words), dashed=True) if words == raw else None
        found = [plain] if plain and not plain.honorific else self.people.read(text, begin)
        first = found[0] if found else None
        if group and not found and self.names.is_nobody(words[begin:]):
            return "skip"
        if first is None:
            return "skip" if self._is_title(document, index) else "stop"
        named = bool(first.honorific or first.role or len(first.name.split()) >= 2 or first.initials)
        named = named or (bool(region.spans) and has_initial(block))
        if region.headed and first.note and _ANSWERED.match(first.note):
            named = True  # "Moor - present"
        if not named and not region.spans and not region.headed:
            named = all(len(person.name.split()) <= 3 for person in found) and len(found) > words.count(",")
        goes_on = bool(region.spans) and flows(document, region.spans[-1], len(found))
        hangs = region.hang is not None and abs(block.indent - region.hang) <= 2
        entry = bool((block.listed and not region.inline) or block.cell or hangs)
        if not named and not (entry or (region.spans and region.single) or goes_on):
            return "stop"
        behind = BRACKETS.sub(" ", words[first.name_end :]).replace(";", ",").split(",")[0]
        if len(_SMALL_WORDS.findall(behind)) >= 4 and not first.role:
            return "stop"
        ahead = words[begin : first.start].strip(" ,")
        apart = bool(first.honorific) or _GAP.search(raw[begin : first.start]) is not None
        office = apart and len(ahead.split()) <= _MOST_OFFICE and self.names.is_role(ahead)
        if (
            (first.start > begin + 3 and not office)
            or len(first.name) > 40
            or (region.bullets >= 2 and not block.listed)
        ):
            return "stop"
        region.single = region.single or " " not in first.name
        region.bullets += bool(block.bullet)
        region.numbered = region.numbered or numbered
        return "take"

    def _is_title(self, document: Document, index: int) -> bool:
        """Whether a line in a list is the title of those below it: "Deans", "Heads of School"."""
        words = document.blocks[index].words.strip(" .:")
        if len(words.split()) > 4 or not self.names.is_role(words) or index + 1 >= len(document.blocks):
            return False
        if document.places[index] != document.places[index + 1]:
            return False
        below = document.blocks[index + 1]
        return bool(self.names.honorific.match(below.words)) or len(below.words.split()) <= 6


def _heads_tasks(document: Document, block: Block) -> bool:
    """Whether the header that a block is a cell of heads a table of items or tasks."""
    if block.cell is None:
        return False
    header = document.layout.tables[block.cell.table].rows[0]
    return any(TASK.search(document.layout.masked, start, end) for start, end in header[:_MOST_COLUMNS])
