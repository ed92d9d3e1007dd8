"""Labels over lists of people: "Present:", "APOLOGIES -", on a line, within a paragraph, as a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_cli.find.attendance_groups import Groups
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match

# A word that begins with one of these stands in every label; others are not looked at closely.
_HINTS = frozenset(
    (
        "abse admi advi also apol appo atte audi boar call chai cler comm cond cons conv coul coun cult dele depu "
        "dial dire elec excu faci gove gues here host invi leav mana mayo memb minu miss mode note obse offi "
        "onli othe pare part pers phon pres prox publ rapp repr reco regr remo resi role roll room scri secr sede shee "
        "sign answ resp late left came didn join made not prev scre show sorr tabl turn were spea staf stud supe "
        "meet team ther trea trus unab virt visi vide who zoom word news "
        # in Welsh, Irish, Gaelic, Maori, French, German, Dutch, Spanish, Italian and Swedish
        "bres ymdd myny swyd lath láth làth leit leis bhfr frea whak mai tina prés anwe ents abwe aanw afwe asis ause "
        "scus gius närv "
        # groups and sides
        "cllr crs "
        "sele alde alder owne teac stew sena ward elde burg shar reps non sitt seat side unex inab unio vest facu"
    ).split()
)
_LETTERS = lazy(r"([a-zà-ſ]{1,4})[a-zà-ſ]*+")  # the first four of each word
_LIKELY = lazy(
    r"[\s\"'(]*(?:\w+ ){0,3}(?:present|in attendance|attend|apolog|absent|regrets|members|councillors)", re.IGNORECASE
)
_COLON = lazy(
    r"(?:^|(?<=[.;)\]])\s+|(?<=\S)\s{2,}|,\s+|\s-\s+)(?P<label>[A-Za-zÀ-ſ+][^:;,.\"]{1,70}?)\s*:"
    r"(?!//|\d|\s*(?:[Yy]es|[Nn]o|Y(?! Cyng)|N)\b)[\s:-]*"
)
_OPENING = lazy(
    r"[^\w+]{0,8}(?P<label>[A-Za-zÀ-ſ+][^:;\"]{1,80}?)\s*"
    r"(?:(?:-{1,2}(?=\s)|[:;])(?!\s*(?:[Yy]es|[Nn]o|Y(?! Cyng)|N)\b)[\s:.-]*)"
)
# "PRESENT. Ann Moor, …" and "Also present, Ann Moor": only labels that say themselves who came or not.
_STOPPED = lazy(r"[^\w+]{0,8}(?P<label>[A-Za-zÀ-ſ][A-Za-zÀ-ſ' ]{2,30}?(?:, present)?)[.,]\s+(?=[A-Z])")
_ALSO = lazy(
    r"(?<=[.;)])\s+(?P<label>[Aa]lso,? (?:present|in attendance|attending|there)|"
    r"(?:[Ss]orr(?:y|ys|ies)|[Aa]pologies|[Aa]pols|[Rr]egrets)(?: received)? from(?=\s(?:the )?[A-Z]))"
    r"\b(?:\s*[:,-]|\s(?:was|were))?\s*"
)
# "Roll call: Moor - present; Lunn - absent", and no vote by name.
_ROLL = lazy(r"\W*roll[ -]?call\s*[:-].{3,60}?\b(?:present|here|absent)\b", re.IGNORECASE)
_BARE = lazy(r"[^\w+]{0,8}(?P<label>[A-Za-zÀ-ſ+][A-Za-zÀ-ſ+ &/|,'()-]{2,70}?)\.?\s*$")
_AROUND = " .:;?*-_\ufe0f\u200d"
_LEAD = 8  # characters, at most, before a label
_WORD_START = lazy(r"\s(?=[A-Z])")
_SLASH = lazy(r" ?[/|] ?")
# "Members (* denotes attendance)" heads a list of who came.
_EXPLAINED = lazy(r"\([^()]*(?:denot|indicat|marked|asterisk|=)[^()]*\)?")
_BRACKETS = lazy(r"\s*[(\[][^()\[\]]*[)\]]?\s*")


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Label:
    """A label with what it says of the people below it; ``start`` and ``end`` are offsets in the text it stands in.

    ``role`` is set where the label is an office ("Scribe:"); ``opens`` that it is a label only in front of a block.
    """

    start: int
    end: int
    rule: str
    status: str
    alone: str
    weak: bool = False
    context: bool = False
    heading: bool = False
    role: str | None = None
    opens: bool = False


class Labels:
    """Finds labels by the pack's rules."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.rule_words = frozenset(rules.words("role_label"))
        self.groups = Groups(rules)
        self._known: dict[str, Match | None] = {}
        self._opened: dict[str, Label | None] = {}
        self._gap = re.compile(
            rules.expand(
                r"[^\w+]{0,8}(?P<label>[A-Za-z+][A-Za-z+ &/']{2,40}?(?:[ ]\([a-z ]{3,40}\))?)"
                r"(?:\s{2,}|\t|[ ](?={honorific}[ ]|\d{1,2}\b))"
            ),
            re.VERBOSE,
        )
        self._capitals = re.compile(
            rules.expand(
                r"[^\w+]{0,8}(?P<label>[A-Z][A-Z &/']{4,40}?)[ ]+"
                r"(?={capital}[a-z'-]+[ ]{capital}[a-z'-]|{capital}\.[ ]?{capital})"
            ),
            re.VERBOSE,
        )

    def of(self, words: str, *, heading: bool = False) -> Label | None:
        """What words say as a label or a heading, None where they head no list of people."""
        plain = _BRACKETS.sub(" ", words) if "(" in words or "[" in words else words
        bare = " ".join(plain.split()).strip(_AROUND).rstrip("(")
        if bare and not bare[0].isascii() and not bare[0].isalnum():
            bare = bare[1:].lstrip(_AROUND)  # the picture before a title, perhaps of two signs
        if not 3 <= len(bare) <= 90 or not _has_hint(bare):
            return None
        told = "(" in words and _EXPLAINED.search(words) is not None
        parts = _SLASH.split(bare) if "/" in bare or "|" in bare else []
        offices = all(part.lower() in self.rule_words for part in parts)  # no "Director of Finance/Treasurer"
        for part in [bare, *parts]:
            if part.lower() in self.rule_words and offices and not heading:
                return Label(0, len(words), "attendee.role-label", "present", "present", context=True, role=part)
            match = self._match(part)
            if match is not None:
                fields = match.rule.set
                if fields.get("opens" if heading else "heading"):
                    continue
                status = fields["status"]
                return Label(
                    0,
                    len(words),
                    match.rule.id,
                    status,
                    fields.get("alone", status),
                    weak=fields.get("weak", False) and not told,
                    context=fields.get("context", False) and not told,
                    heading=bool(fields.get("heading")),
                    opens=bool(fields.get("opens")),
                )
        return None

    def _match(self, words: str) -> Match | None:
        key = words.lower()
        if key not in self._known:
            self._known[key] = self.rules.first("attendee", "heading", self.groups.fold(key))
        return self._known[key]

    def forget(self) -> None:
        """Forget the blocks that were read, as at the start of a document."""
        self._opened.clear()

    def opening(self, text: str) -> Label | None:
        """The label that a block opens with; its ``end`` is where the list begins."""
        if text not in self._opened:
            self._opened[text] = self._opening(text)
        return self._opened[text]

    def _opening(self, text: str) -> Label | None:
        head = text[:90]
        if len(text) > 90 and ":" not in head and " -" not in head and not _LIKELY.match(head):
            return None
        if not _has_hint(head):
            return None
        marked = ":" in text or ";" in text or "-" in text
        bare = text.find(":", _LEAD) < 0
        for pattern in (_OPENING, self._gap, self._capitals, _STOPPED, _BARE):
            if (pattern is _OPENING and not marked) or (pattern is _BARE and not bare):
                continue
            match = pattern.match(text)
            if match is None:
                continue
            heading = (pattern is _BARE and len(text) < 40) or (pattern is _OPENING and bool(_ROLL.match(text)))
            label = self.of(match["label"], heading=heading)
            if label is None and pattern is _OPENING and match.end() == len(text) < 40:
                label = self.of(match["label"], heading=True)  # "Roll call:" above its list
            if label is not None:
                if (pattern is _STOPPED and label.context) or (
                    pattern is _BARE and match["label"].lower().endswith("here")
                ):
                    continue
                return _placed(label, match.start("label"), match.end())
        return None

    def inside(self, text: str, start: int) -> Iterator[Label]:
        """The labels that stand within a block behind an offset, in order: with a colon, or "Also present, …"."""
        also = [
            _placed(label, match.start("label"), match.end())
            for match in _ALSO.finditer(text, start)
            if (label := self.of(match["label"]))
        ]
        passed = start
        for label in sorted([*also, *self._with_colon(text, start)], key=lambda label: label.start):
            if label.start >= passed:
                yield label
                passed = label.end

    def _with_colon(self, text: str, start: int) -> Iterator[Label]:
        if text.find(":", start) < 0:
            return
        for match in _COLON.finditer(text, start):
            words = match["label"]
            # The label is the last words before the colon: "… Mr A Smith In attendance:".
            for begin in _starts(words):
                label = self.of(words[begin:])
                if label is not None and (not label.weak or begin == 0) and not label.opens:
                    yield _placed(label, match.start("label") + begin, match.end())
                    break


def _has_hint(words: str) -> bool:
    return not _HINTS.isdisjoint(_LETTERS.findall(words.lower()))


def _starts(words: str) -> Iterator[int]:
    yield 0
    for match in _WORD_START.finditer(words):
        yield match.end()


def _placed(label: Label, start: int, end: int) -> Label:
    return Label(start, end, label.rule, label.status, label.alone, label.weak, label.context, label.heading,
                 label.role, label.opens)  # fmt: skip
