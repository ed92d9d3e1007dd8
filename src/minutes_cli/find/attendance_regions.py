"""Which blocks of a document belong to a list of people under a label or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from minutes_cli.document import Document, Heading
from minutes_cli.find.attendance_labels import Label, Labels
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences
from minutes_cli.values.names import Names
from minutes_cli.values.people import PeopleLists
from minutes_cli.values.person import Text

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
GROUP = re.compile(
    r"[\s*]*(?P<group>[A-Z][^:;(]{1,60}?):(?!//)[\s*-]*|[\s*]*(?P<from>From (?:the )?[\w' ]{3,40}?)\s-+\s+"
    r"|[\s*]*(?P<unit>(?:Flat|Unit|House|Apt|Apartment|Plot|Lot|Block|Room|Table|Ward|Zone|District|Division|Area|Seat)"
    r" (?:No\.? ?)?\d+[A-Za-z]?)(?:\s{2,}|\s*-\s*)"
)
_LONE = re.compile(r"[A-Z][\w'-]+\s*(?:[,(-]|$)")
_PRESIDES = re.compile(r",? (?:was )?(?:presid(?:ed|ing)|in the [Cc]hair)\W*$")
_SMALL = frozenset("of the for and to in at on with from via until de la le van der von items item".split())


_NO_GROUP = re.compile(
    r"\b(?:initials|key|abbreviations|distribution|circulat\w+|copies|cc|date|time|venue|location|place|quorum|next|agenda|"
    r"documents?|papers|meeting|link|contact|tel|email|action|note)\b",
    re.IGNORECASE,
)


_VOTE = re.compile(
    r"\b(?:ayes?|nays?|noes|abstain(?:ed)?|abstentions?|yeas?|in favou?r|votes?|voting|seconded|carried)\b", re.I
)


_HEAD = 40  # blocks before the first heading in which a list of members may wait for the lists after it


@dataclass(slots=True)
class Region:
    """A label with the stretches of blocks that stand in its list."""

    label: Label
    block: int
    inline: bool = False
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    headed: bool = False
    single: bool = False
    bullets: int = 0
    numbered: bool = False
    hang: int | None = None  # the column of a list that stands in one of its own, to the right of its label


def _is_prose(words: str) -> bool:
    """Whether words read as prose, by how many are in lower case and no part of an office's name."""
    every = re.findall(r"[A-Za-z][\w'-]*", _BRACKETS.sub(" ", words))
    small = [word for word in every if word[0].islower() and word not in _SMALL]
    return len(small) >= 3 and len(small) >= 0.4 * len(every)


def _beginning(document: Document, region: Region, block: Block) -> int:
    """Where a block goes on with a list: "B." at its head is an initial where the list broke off before it."""
    lone = _LONE.match(block.text, block.body - block.start)  # "T. Hale (Chair)", the first of a list
    if block.label.isalpha() and (region.spans or lone):
        initial = len(block.label) == 1 and block.label.isupper()
        if initial or _flows(document, region.spans[-1], 0):
            return document.text.index(block.label, block.start, block.body)
    return block.body


def _hang(document: Document, block: Block, start: int) -> int | None:
    """The column where a list begins that a gap parts from its label: its lines below go on in that column."""
    head = document.text[document.layout.lines[block.first].start : start]
    return len(head) if re.search(r"\S(?: {2,}|\t)$", head) and "\n" not in head else None


def _flows(document: Document, span: tuple[int, int, int], people: int) -> bool:
    """Whether a list broke off in the middle of a line, so that the next block goes on with it."""
    text = document.layout.masked[span[1] : span[2]].rstrip()
    if text.endswith(",") or re.search(r"(?:^|[\s,])(?:[A-Z]\.?|[A-Z][a-z]{1,4}\.|[\w']+-)$", text):
        return True
    return people >= 2 and text.count(",") >= 1 and not text.endswith((".", ":", ";"))


class AttendanceRegions:
    """Follows the lists of a document from their labels to their last entries."""

    def __init__(self, rules: Rules, labels: Labels, people: PeopleLists) -> None:
        self.labels = labels
        self.people = people
        self.names: Names = people.names
        verbs = rules.expand("{sentence_verb}")
        self.verb = re.compile(
            rf"(?<![\w'-])(?!(?:joined|left|attended|presented|led)\b)(?:called|{verbs})(?![\w-])", re.VERBOSE
        )
        self.usual = rules.words("usual_title")

    def find(self, document: Document, taken: frozenset[int]) -> Iterator[Region]:
        """The lists in order of their ends; ``taken`` are the blocks that stand in tables of attendance."""
        current: Region | None = None
        last = -10
        passed = 0
        for index, block in enumerate(document.blocks):
            while passed < len(document.headings) and document.headings[passed].start <= block.start:
                heading = document.headings[passed]
                passed += 1
                if current is not None and current.spans and self._is_entry(document, heading):
                    current.spans.append((index, heading.start, heading.title[1]))
                    continue
                if current is not None:
                    yield current
                current = self._headed(document, heading, index)
            if index in taken:
                last = index
                continue
            near = current is not None or index - last <= 2
            label = self.labels.opening(block.text[block.body - block.start :])
            near = near or bool(label and (label.weak or label.role) and self._leads(document, index))
            if label is not None and (near or not label.context) and not self._votes(document, index, label):
                done, current = self._open(document, index, label, current)
                yield from done
                last = index
            elif current is not None:
                verdict = self._goes_on(document, current, index)
                if verdict == "take":
                    *done, current = self._segments(current, block, index, _beginning(document, current, block))
                    yield from done
                    last = index
                elif verdict == "stop":
                    yield current
                    current = None
        if current is not None:
            yield current

    def _leads(self, document: Document, index: int) -> bool:
        """Whether a list of members opens the lists of attendance: another such label follows soon."""
        place = document.places[index]
        if index > (_HEAD if place is None else 12):
            return False
        for other in range(index + 1, min(index + (_HEAD if place is None else 6), len(document.blocks))):
            block = document.blocks[other]
            if document.places[other] != place:
                return False
            label = self.labels.opening(block.text[block.body - block.start :])
            if label is not None and not label.weak and not label.role:
                return True
        return False

    def _open(
        self, document: Document, index: int, label: Label, before: Region | None
    ) -> tuple[list[Region], Region | None]:
        """The lists that a label in front of a block ends, and the one that it opens."""
        block = document.blocks[index]
        start = block.body + label.end
        done = [before] if before is not None else []
        inline = bool(document.layout.masked[start : block.end].strip(" \r\n.-:"))
        apart = before is not None and before.label.rule == "attendee.members"
        if label.role and before is not None and not before.inline and inline and not apart:
            # "Clerk: Jane Doe" on a line of its own in a list is an entry of the list.
            # An office-holder was there, even where the list before is of those who were not.
            entry = label
            if before.label.status not in ("apologies", "absent"):
                entry = replace(label, status=before.label.status, alone=before.label.alone, rule=before.label.rule)
            done += self._segments(Region(entry, index, True), block, index, start)
            return done, Region(before.label, index)
        region = Region(label, index, inline, hang=_hang(document, block, start) if inline else None)
        if inline and not self.is_sentence(block.text[start - block.start :]):
            *more, region = self._segments(region, block, index, start)
            done += more
        elif inline:
            self._take_sentences(region, block, index, start)
        return ([*done, region], None) if label.role and inline else (done, region)

    def _is_entry(self, document: Document, heading: Heading) -> bool:
        """Whether what looks like a heading is an entry of the open list: "A. Moor", "Mrs B. Lunn    C. Fell"."""
        words = document.layout.masked[heading.start : heading.title[1]].replace("\n", " ")
        if not re.match(r"\s*[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z][a-z]", words) and not self.names.honorific.match(
            words.strip()
        ):
            return False
        found = self.people.read(Text(words, document.text[heading.start : heading.title[1]]))
        covered = sum(person.end - person.start for person in found)
        return bool(found) and covered >= len("".join(words.split())) * 0.8 and len(words.split()) <= 12

    def _headed(self, document: Document, heading: Heading, index: int) -> Region | None:
        label = self.labels.of(document.layout.cut(*heading.title), heading=True)
        if label is None or (label.weak and heading.level > 3):
            return None
        return Region(label, index, headed=True)

    def _votes(self, document: Document, index: int, label: Label) -> bool:
        """Whether "Absent:" or "Present:" belongs to the roll call of a vote."""
        if label.status not in ("absent", "present") or index < 6:
            return False
        before = " ".join(block.text[-200:] for block in document.blocks[max(0, index - 3) : index])
        return bool(_VOTE.search(before)) or bool(_VOTE.search(document.blocks[index].text[:200]))

    def _segments(self, region: Region, block: Block, index: int, start: int) -> list[Region]:
        """The region and those of the labels within the block, the last still open."""
        regions = [region]
        position = start
        for label in self.labels.inside(block.text, start - block.start):
            regions[-1].spans.append((index, position, block.start + label.start))
            regions.append(Region(label, index, True))
            position = block.start + label.end
        regions[-1].spans.append((index, position, block.end))
        return regions

    def _take_sentences(self, region: Region, block: Block, index: int, start: int) -> None:
        """Of a label's text the sentences before the first that has a verb."""
        offset = start - block.start
        for a, b in split_sentences(block.text[offset:]):
            sentence = block.text[offset + a : offset + b]
            if self.is_sentence(sentence) or _is_prose(sentence):
                break
            region.spans.append((index, start + a, start + b))

    def _is_title(self, document: Document, index: int) -> bool:
        """Whether a line in a list is the title of those below it: "Deans", "Heads of School"."""
        words = document.blocks[index].words.strip(" .:")
        if len(words.split()) > 4 or not self.names.is_role(words) or index + 1 >= len(document.blocks):
            return False
        if document.places[index] != document.places[index + 1]:
            return False
        below = document.blocks[index + 1]
        return bool(self.names.honorific.match(below.words)) or len(below.words.split()) <= 6

    def is_sentence(self, words: str) -> bool:
        """Whether words outside brackets hold a verb that entries of a list don't."""
        return bool(self.verb.search(_BRACKETS.sub(" ", words)))

    def _goes_on(self, document: Document, region: Region, index: int) -> str:
        """Whether a block goes on with a list: take it, skip it, or stop."""
        block = document.blocks[index]
        words = block.words
        bare = " ".join(_BRACKETS.sub(" ", words).split())
        numbered = block.label.isdigit() and not block.bullet
        if numbered and not region.numbered and (region.spans or region.inline):
            return "stop"  # an item of the agenda, not an entry
        if not bare or (self.names.is_nobody(bare) and len(bare.split()) < 12):
            return "skip"
        if bare.strip(" .:").lower() in self.usual or (region.label.status != "present" and _PRESIDES.search(bare)):
            return "stop"
        item = region.headed and not region.spans
        if self.is_sentence(bare) or (item and _is_prose(bare)) or "://" in bare or len(bare.split()) > 150:
            if item:
                self._take_sentences(region, block, index, block.body)
            return "skip" if item and region.label.status == "apologies" else "stop"
        if bare.endswith(":") and len(bare.split()) <= 8 and GROUP.match(words):
            return "take"
        if self.names.honorific.match(words) and not (region.bullets >= 2 and not block.listed):
            region.bullets += bool(block.bullet)
            region.numbered = region.numbered or numbered
            return "take"
        group = GROUP.match(words)
        if group and group["group"] and _NO_GROUP.search(group["group"]):
            return "stop"
        begin = group.end() if group else 0
        raw = document.text[block.body : block.body + len(words)]
        found = self.people.read(Text(words, raw), begin)
        first = found[0] if found else None
        if group and not found and self.names.is_nobody(words[begin:]):
            return "skip"
        if first is None:
            return "skip" if self._is_title(document, index) else "stop"
        named = bool(first.honorific or first.role or len(first.name.split()) >= 2 or first.initials)
        if not named and not region.spans and not region.headed:
            named = all(len(person.name.split()) <= 3 for person in found) and len(found) > words.count(",")
        flows = bool(region.spans) and _flows(document, region.spans[-1], len(found))
        hanging = region.hang is not None and abs(block.indent - region.hang) <= 2
        entry = bool((block.listed and not region.inline) or block.cell or hanging)
        if not named and not (entry or (region.spans and region.single) or flows):
            return "stop"
        behind = _BRACKETS.sub(" ", words[first.name_end :]).split(",")[0]
        if len(re.findall(r"(?<![\w-])[a-z]{2,}\b", behind)) >= 4 and not first.role:
            return "stop"
        if first.start > begin + 3 or len(first.name) > 40 or (region.bullets >= 2 and not block.listed):
            return "stop"
        region.single = region.single or " " not in first.name
        region.bullets += bool(block.bullet)
        region.numbered = region.numbered or numbered
        return "take"
