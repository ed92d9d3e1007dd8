"""Drafts: a resolution while its parts are still being gathered, and how it becomes a record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.document import Document
from minutes_cli.find.known_movers import KnownMovers, complete
from minutes_cli.find.resolution_clauses import inline_clauses, without_bars
from minutes_cli.patterns import lazy
from minutes_cli.records import Clause, Outcome, Resolution
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.values.votes import read_vote

Stretch = tuple[int, int]

_PRONOUN = lazy(r"\s*(?:He|She|They)\s+(?:\w+\s+)?(?:moved|proposed)\b")
_LABEL_BAR = lazy(r"(?::|\b(?:by|mov\w+|propos\w+|second\w*)\b)[\s*]*\|", re.IGNORECASE)  # of a table, behind a label
_COUNTS = frozenset(("One", "Two", "Three", "Four", "Five", "Six", "Both"))  # "Two quotes were received. She moved …"
_EVIDENCE = 24  # sentences of a passage that are read for names and votes
_LEAD_IN = lazy(r"\W*(?:that\W*)?", re.IGNORECASE)
_GAP = 3  # units that a result may stand behind its motion, a little talk between, and still be told with it
_GAP_LENGTH = 400
_HEAD = 400  # characters of a decision that may say that it is put off


@dataclass(slots=True)
class Draft:
    """A motion or decision with the stretches of the document that belong to it.

    ``pieces`` make the text of the record, ``evidence`` is all that tells of outcome, vote and names, ``tables`` are
    texts of tables of votes, ``announced`` is the mover by the heading. ``until`` is the index of the last unit that
    belongs to it, ``joined`` tells that none before that was left out, ``put`` that
    somebody put it to the meeting, ``printed`` that it stands in the block "Decision:" of a web page, ``tallied``
    that its votes are counted already, ``amendment`` that it is to change another motion.
    """

    match: Match
    pieces: list[Stretch]
    evidence: list[Stretch]
    place: int | None
    scope: int
    until: int
    outcome: Outcome | None = None
    settled: bool = False
    formal: bool = False
    nominee: str | None = None
    strong: bool = False
    listed: bool = False
    joined: bool = True
    put: bool = False
    printed: bool = False
    tallied: bool = False
    amendment: bool = False
    clauses: list[tuple[Stretch, Stretch]] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    mover: Stretch | None = None
    seconder: Stretch | None = None
    announced: Stretch | None = None
    reference: Stretch | None = None

    @property
    def start(self) -> int:
        """The offset of the first character of the passage."""
        return min(start for start, _ in self.pieces + self.evidence)

    @property
    def end(self) -> int:
        """The offset behind the last character of the passage."""
        return max(end for _, end in self.pieces + self.evidence)

    def add(self, stretch: Stretch, unit: int, *, text: bool, apart: bool = True) -> None:
        """Take in one more unit; ``text``: its words belong to the record's; ``apart``: even with talk between."""
        if len(self.evidence) < _EVIDENCE:
            self.evidence.append(stretch)
        near = unit <= self.until + _GAP and stretch[0] - self.pieces[-1][1] <= _GAP_LENGTH
        self.joined = self.joined and unit == self.until + 1
        if text and self.joined:
            self.pieces[-1] = (self.pieces[-1][0], stretch[1])
        elif text and apart and near:
            self.pieces.append(stretch)  # the motion and its result, without the talk between
        self.until = unit


@dataclass(frozen=True, slots=True)
class Details:
    """Reads mover, seconder, vote and outcome off a draft's passage."""

    document: Document
    rules: Rules
    known: KnownMovers
    _named: dict[tuple[int, int, bool], list[dict[str, Stretch]]] = field(default_factory=dict)
    _known: dict[Stretch, list[dict[str, Stretch]]] = field(default_factory=dict)
    _full: dict[str, Stretch | None] = field(default_factory=dict)

    def masked(self, stretch: Stretch) -> str:
        """The masked text of a stretch, line breaks blanked."""
        return self.document.layout.masked[slice(*stretch)].replace("\n", " ").replace("\r", " ")

    def names(self, draft: Draft) -> dict[str, Stretch]:
        """Where mover and seconder stand in the document."""
        known = {"mover": draft.mover, "seconder": draft.seconder}
        found: dict[str, Stretch] = {name: stretch for name, stretch in known.items() if stretch is not None}
        for stretch in draft.evidence:
            if len(found) == len(known):
                break
            best: dict[str, Stretch] = {}
            pairs: dict[Stretch, Stretch] = {}
            for groups in self._names_in(stretch, draft.put):
                for name, span in groups.items():
                    if name not in best or span[0] < best[name][0]:
                        best[name] = span
                if len(groups) == 2:
                    pairs[groups["mover"]] = groups["seconder"]
            if "mover" in best and best["mover"] in pairs:
                best["seconder"] = pairs[best["mover"]]  # "Moved/Seconded: A/B": B, not what stands behind "Seconded:"
            for name, span in best.items():
                found.setdefault(name, span)
        if draft.announced is not None:
            found.setdefault("mover", draft.announced)
        if draft.put and "mover" not in found and (named := self._pronoun(draft)) is not None:
            found["mover"] = named
        for stretch in draft.evidence:
            if stretch not in self._known:
                self._known[stretch] = self.known.find(self.masked(stretch), stretch[0])
            for listed in self._known[stretch]:
                complete(found, listed)
        return found

    def _names_in(self, stretch: Stretch, put: bool) -> list[dict[str, Stretch]]:
        """What the rules of names find in a stretch, all of them only where a motion was put."""
        key = (*stretch, put)
        if key not in self._named:
            words = self.masked(stretch)
            if "|" in words:
                words = _LABEL_BAR.sub(lambda label: label[0][:-1] + " ", words).replace("|", ";")
            self._named[key] = [
                {
                    group.removesuffix("_full"): (
                        stretch[0] + start,
                        stretch[0] + end - 2 * words.endswith("'s", start, end),
                    )
                    for group, (start, end) in match.groups.items()
                }
                for match in self.rules.find("mover", "sentence", words, unless="" if put else "active")
            ]
        return self._named[key]

    def _pronoun(self, draft: Draft) -> Stretch | None:
        """The nearest name before "he moved"; for a first name the full name that the document gives it."""
        text, start = self.document.layout.masked, draft.start
        if not _PRONOUN.match(text[start : start + 60]):
            return None
        head = 0 if draft.place is None else self.document.headings[draft.place].title[1]
        before = text[max(head, start - 400) : start]
        found = self.rules.regex(r"{one_party}").finditer(before)
        names = [match for match in found if not (match[0].endswith("'s") or match[0] in _COUNTS)]
        if not names:
            return None
        titled = self.rules.regex(r"^(?:{honorific_word}|{member_title})\b")
        name = next((match for match in reversed(names) if titled.match(match[0])), names[-1])
        if len(name[0].split()) == 1 and (full := self._full_name(name[0])) is not None:
            return full
        offset = start - len(before)
        return offset + name.start(), offset + name.end()

    def _full_name(self, first: str) -> Stretch | None:
        if first not in self._full:
            match = re.search(rf"\b{re.escape(first)} [A-Z][\w'-]+", self.document.layout.masked)
            self._full[first] = match.span() if match else None
        return self._full[first]

    def evidence(self, draft: Draft) -> str:
        """All that may tell of the vote, a unit a line."""
        return "\n".join([*(self.masked(stretch).strip() for stretch in draft.evidence), *draft.tables])

    def counted(self, draft: Draft) -> bool:
        """Whether the passage states how many were for it."""
        vote = read_vote(self.rules, self.evidence(draft))
        return vote is not None and vote.for_ is not None

    def outcome_of(self, text: str) -> Outcome:
        """The outcome that the words of a result state: carried where they state no other."""
        match = self.rules.first("outcome", "sentence", text) or self.rules.first("outcome", "block", text)
        outcome: Outcome = match.rule.set["outcome"] if match else "carried"
        return outcome

    def is_put_off(self, draft: Draft) -> bool:
        """Whether what was decided is to decide later, by its first clause."""
        end = draft.clauses[0][1][1] if draft.clauses else draft.pieces[0][1]
        start = draft.pieces[0][0]
        return self.rules.first("outcome", "block", self.masked((start, min(end, start + _HEAD)))) is not None


def is_whole(draft: Draft, details: Details) -> bool:
    """Whether a motion without any result is put formally enough to be a record."""
    if draft.nominee is not None:
        return False
    if draft.settled or draft.formal:
        return True
    names = details.names(draft)
    return ("mover" in names and "seconder" in names) or details.counted(draft)


def make_record(draft: Draft, details: Details, number: int) -> Resolution | None:
    """The record of a draft; None where its passage holds no word."""
    document = details.document
    words = [document.cut(*piece) for piece in draft.pieces]
    text = without_bars(" ".join(filter(None, words)))
    if not re.search(r"\w", text):
        return None
    names = details.names(draft)
    vote = read_vote(details.rules, details.evidence(draft), lost=draft.outcome == "lost")
    outcome = draft.outcome
    if outcome is None and vote is not None and vote.for_ is not None:
        outcome = "carried" if vote.for_ > (vote.against or 0) else "lost"
    if outcome is None and vote is not None and vote.unanimous:
        outcome = "carried"
    if outcome == "carried" and details.is_put_off(draft):
        outcome = "deferred"
    elif outcome == "carried" and draft.strong and vote is not None and (vote.for_ or 0) < (vote.against or 0):
        outcome = "lost" if vote.for_ is not None else outcome  # "#agreed the rule is dropped (+2, 0, -3)"
    place = draft.place
    return Resolution(
        id=f"r{number}",
        text=text,
        outcome=outcome,
        clauses=tuple(_clauses(draft, document, words[0])),
        vote=vote,
        mover=document.cut(*names["mover"]) or None if "mover" in names else None,
        seconder=document.cut(*names["seconder"]) or None if "seconder" in names else None,
        reference=document.cut(*draft.reference) or None if draft.reference else None,
        section=None if place is None else f"s{place + 1}",
        rule=draft.match.rule.id,
        span=document.span(draft.start, draft.end),
    )


def _clauses(draft: Draft, document: Document, words: str) -> list[Clause]:
    """The clauses of a draft: those listed behind it, or those in the words of its first piece."""
    listed = [
        Clause(number=document.cut(*number) or None, text=text)
        for number, stretch in draft.clauses
        if (text := document.cut(*stretch)) and not _LEAD_IN.fullmatch(text)
    ]
    if listed:
        return listed if len(listed) > 1 or listed[0].number else []
    return inline_clauses(words)
