"""Undertakings in a sentence: frames that the rules find, each with the owners that the words before it name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.find.subject import Subject
from minutes_cli.find.subjects import Subjects
from minutes_cli.find.task_clauses import Decided, bounded_sentences, with_departments
from minutes_cli.find.undertaking import LEFT_OUT, Undertaking, overlap
from minutes_cli.find.undertaking_passives import Doubt, Passives, with_it_was
from minutes_cli.find.undertaking_subjects import (
    first_or_latest,
    group_of,
    is_plea,
    joins_on,
    opens_clause,
    subject_of,
    told_by_other,
    without_matter,
)
from minutes_cli.find.undertaking_voids import Voids
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.rules.trial import Trial
from minutes_cli.text.layout import Block

_MODAL = lazy(r"\b(?:would|will|should|shall|to)\s+(?:\w+ly\s+|also\s+)?$")
_HE = lazy(r"\W*(?:\w{1,4}[.)]\s*)?(?P<who>[Hh]e|[Ss]he|I)\b")
_ASKED = lazy(r"\s+was\s+(?:also\s+)?asked\b")
# "We ask him to insure it": nobody stands in the sentence whom the pronoun could mean.
_WE_ASK = lazy(
    r"^\W*(?:[Ww]e|(?:[Tt]he\s+)?(?:[Mm]eeting|[Mm]embers|[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Tt]rustees))\s+(?:\w+\s+)?\w+\s+$"
)
_SINGULAR = lazy(r"(?:is|was|has)\b")
_CLAUSE = lazy(r"(?:^|[:;•|,)\]]|(?:^|\s)-|\b(?:and|but|so|that|then)|^\W*(?:\w{1,4}[.)])?)\s*$", re.IGNORECASE)
_AND_BEFORE = lazy(r"\b(?:and|&)\s+(?:the\s+)?$")
_SPEAKER = lazy(r"\W*[\w.' -]{1,40}:\s*(?:[\w' ]{1,30}[,-]\s*)?$")
_IF = lazy(r"[^,;]*\b(?:if|should|unless)\b")
_SHORT = lazy(r"\W*(?:\S++\s++){2,11}\S++\W*")  # a line of few words
_HAS = lazy(r"\b(?:has|have|had)\s+$")
_PERFECT = lazy(r"ha(?:s|ve)\b", re.IGNORECASE)
_OPENS = lazy(r"\W*(?:\w{1,4}[.)]\s*)?(?:(?:MOTION|Motion):\s*)?")  # nothing but the number of a clause
_MOVERS = lazy(r"\W*M/?S(?:/?[CPU])*\b")  # "M/S Hale/Oake to adopt" gives the two nothing to do
_THAT = lazy(r"\W*(?:\w{1,4}[.)]\s*)?(?:and\s+(?:further\s+|also\s+)?)?that\b", re.IGNORECASE)
_OUR = ("our", "its", "their")
_ITSELF = lazy(r"\bthis\s+$", re.IGNORECASE)  # "this Council": the meeting, no owner
_JOINTS = (",", ";", "and", "but", "who", "then")
_ELLIPSIS = lazy(r"\b(?P<joint>and|but|who|then)\s*,?\s*$|[,;]\s*$", re.IGNORECASE)
# Each of many, or nobody: what such a one will do is no task of a meeting's.
_EACH = lazy(r"\b(?:each|every|any|no|most|many|some|other|another|neither|individual)\s+$", re.IGNORECASE)
_EACH_ITSELF = lazy(r"(?:each|every|any|no|most|many|some|other|another|neither|individual)\s", re.IGNORECASE)
_PLEASE = lazy(r"\bplease\b", re.IGNORECASE)
# "That the staff report on parking be received": what reads as a verb is a noun.
_NOUN = lazy(
    r"(?:report|request|review|update|plan|list|survey|draft|design|order|record|contact|schedule|study|register|audit|trial)"
    r"\s(?:(?!(?:that|to|and|or|whether|how|if|which)\b)[\w'(),/-]+\s+){0,12}?(?:be|is|was|were)\s(?!to\b)"
)
_ELLIPSIS_REACH = 120  # characters between a subject and a verb that leaves it out
_UNITS = ("sentence", "block", "line")  # whole sentences, then clauses of resolutions, then notes in telegraph style
_PLAIN = ("sentence", "line")
_OF_DECISIONS = ("settled",)  # what the rules set that can't hold in a sentence that settles nothing


class Undertakings:
    """Finds the undertakings in sentences of one document."""

    def __init__(self, rules: Rules, subjects: Subjects) -> None:
        self._rules = rules
        self._subjects = subjects
        self._voids = Voids(rules)
        self._doubt = Doubt(rules)
        self._passives = Passives(rules, subjects, self._doubt)
        self._idle = rules.regex("{undertaking_idle}", ignore_case=True)
        self._decided = Decided(rules)
        self._outward = rules.words("task_outward")
        self._of_members = rules.words("task_of_members")
        self._of_named = rules.words("task_of_named")
        self._not_named = rules.words("not_named", "not_a_name")
        self._joint = rules.words("task_joint")
        self._settled_cue = rules.words("task_settled_cue")
        self._guards = rules.guards("undertaking", _PLAIN, unless=_OF_DECISIONS)

    def may_stand_in(self, words: str, present: frozenset[str], *, settled: bool) -> bool:
        """Whether a paragraph with some guard words may hold undertakings: a cheap look, before it is cut up."""
        if not present.isdisjoint(self._guards):
            return True
        deciding = settled or "hat" in words or "HAT" in words  # "that the Clerk write"
        return deciding or not present.isdisjoint(self._settled_cue)

    def by_sentence(self, block: Block, *, settled: bool = False) -> Iterator[tuple[int, int, list[Undertaking]]]:
        """The sentences of a paragraph as start and end in its words, each with its undertakings in order.

        Of frames that overlap the first rule's is taken. ``settled`` tells that the paragraph is a clause of a
        resolution that the lines before it open.
        """
        paragraph = with_departments(block.words)
        settles = settled or self._rules.cued("task_settled_cue", block.text)
        plain = self._rules.trial(block.text, "undertaking", _PLAIN, unless=_OF_DECISIONS)
        of_decisions: Trial | None = None
        opens = "hat" in paragraph or "HAT" in paragraph  # "that the Clerk write"
        for start, end in bounded_sentences(paragraph):
            text = paragraph[start:end]
            found: list[Undertaking] = []
            if not text.endswith("?") or _PLEASE.search(text):
                decided = settled or (opens and _THAT.match(text) is not None)
                settling = decided or (settles and self._decided.tells(text, len(text)))
                if settling and of_decisions is None:
                    of_decisions = self._rules.trial(block.text, "undertaking", _UNITS)
                trial = of_decisions if of_decisions is not None and settling else plain
                for match in trial.find(text):
                    candidate = self._read(text, match, decided, found)
                    if candidate is None or any(overlap(candidate, other) for other in found):
                        continue
                    if not self._idle.match(text, candidate.verb) and not self._voids.holds(text, match, block):
                        found.append(candidate)
            if len(found) > 1:
                found.sort(key=lambda undertaking: undertaking.start)
            yield start, end, found

    def _read(self, text: str, match: Match, settled: bool, found: list[Undertaking]) -> Undertaking | None:
        """The undertaking of a frame, None where it is none; the sentence holds those ``found`` already."""
        said = match.rule.set
        verb = match.groups["verb"][0]
        if said.get("offer") and _IF.match(text, verb):
            return None
        if said.get("settled") and not settled and not self._decided.tells(text, match.start):
            return None
        if said.get("first") and not _OPENS.fullmatch(text, 0, match.start):
            return None
        if said.get("subject") != "none" and _NOUN.match(text, verb):
            return None
        if said.get("subject") == "none":
            return self._passives.read(text, match, verb)
        if said.get("asks") and _HAS.search(text, 0, match.start):
            return None  # "She has asked Mr Lee to speak": before the meeting
        if said.get("subject") == "inside":
            begin, end = match.groups["owner"]
            if text[begin:end] in ("him", "her") and said.get("asks") and _WE_ASK.search(text, 0, begin):
                return Undertaking(match.start, verb, match.end, match.rule.id, (), text[begin:end])
            subject = group_of(text, begin, end) or subject_of(self._subjects, text, end)
            if subject and (subject.start < begin or _AND_BEFORE.search(text, begin, subject.start)):
                # "It was left to Jo and Kim to choose", "Direct staff to ask": words before belong to the frame.
                subject = subject_of(self._subjects, " " * begin + text[begin:], end) or subject
            start = min(match.start, subject.start) if subject else match.start
            if subject is None or subject.start < match.groups["owner"][0]:
                return None
            lead = text[match.groups["owner"][0] : subject.start].strip()
            if lead.lower() in _OUR and subject.kind in ("post", "staff"):
                lead = ""  # "We ask our Clerk to send it"
            if said.get("asks") and subject.kind == "council" and is_plea(self._subjects, text, match.start):
                return None
            if said.get("whole") and lead and not (said.get("subjunctive") and lead.endswith(",")):
                return None
            return self._owned(text, match, subject, with_it_was(text, start), verb)
        if said.get("subject") == "left out":
            return Undertaking(match.start, verb, match.end, match.rule.id, (), LEFT_OUT)
        subject = subject_of(self._subjects, text, match.start)
        if subject is None:
            return self._elliptic(text, match, verb)
        subject = without_matter(self._subjects, text, subject) if found and said.get("terse") else subject
        if subject.kind == "pronoun" and told_by_other(self._subjects, text, subject.start):
            return None
        opens = opens_clause(text, subject.start) or joins_on(text, subject, verb, found)
        if said.get("terse") and (not opens or _MOVERS.match(text)):
            return None
        if said.get("person") and subject.kind not in ("person", "post", "staff", "pronoun"):
            return None
        if said.get("short") and (subject.kind != "person" or not _SHORT.fullmatch(text)):
            return None
        if said.get("weak") and self._doubt.before(text, subject.start, match.start):
            return None
        if said.get("subjunctive") and not self._is_clause(text, subject):
            return None
        return self._owned(text, match, subject, subject.start, verb)

    def _is_clause(self, text: str, subject: Subject) -> bool:
        """Whether a subject opens a clause and is one person or post, whose verb would else end in s."""
        return (
            subject.kind in ("person", "post")
            and len(subject.owners) == 1
            and bool(_CLAUSE.search(text, 0, subject.start))
        )

    def _owned(self, text: str, match: Match, subject: Subject, start: int, verb: int) -> Undertaking | None:
        if len(subject.owners) > 1 and _SINGULAR.match(text, match.start):
            start = first = subject.owners[-1][0]  # "call in the officer and Jo is to ring him"
            subject = Subject(first, subject.end, subject.kind, subject.owners[-1:])
        pronoun = text[subject.start : subject.end] if subject.kind == "pronoun" else ""
        if pronoun.lower() == "they" and _OPENS.fullmatch(text, 0, subject.start) is None:
            return None
        whole = text[subject.start : subject.end]
        if _EACH_ITSELF.match(whole) or _EACH.search(text, max(0, subject.start - 12), subject.start):
            return None
        allowed = match.rule.set.get("also", ())
        if subject.kind in ("council", "body") and _PERFECT.match(text, match.start):
            return None  # "The trust has promised to send a plan" tells of another body
        if subject.kind == "council" and match.rule.set.get("clause") and not self._is_outward(text, match, verb):
            return None  # "that the Board open a class" decides, it gives nobody a task
        if subject.kind == "unknown" and match.rule.set.get("named") and self._is_named(text, match, whole):
            return Undertaking(start, verb, match.end, match.rule.id, subject.owners)
        kinds = {subject.kind, whole.lower(), "named" if whole.istitle() and subject.kind == "unknown" else ""}
        if subject.kind in ("members", "body", "council", "unknown") and not kinds & set(allowed):
            word = text[verb : match.groups["verb"][1]].lower()
            asked = (
                self._joint if match.rule.set.get("joint") else self._of_members if match.rule.set.get("asked") else ()
            )
            if subject.kind != "members" or word not in asked:
                return None
        if subject.kind == "council" and _ITSELF.search(text, 0, subject.start):
            return Undertaking(start, verb, match.end, match.rule.id, (), pronoun)
        # "The Clerk, Ann Lee, said she would": the pronoun stands for the nearer of the two.
        owners = (subject.name,) if subject.name and match.rule.set.get("pronoun") else subject.owners
        return Undertaking(start, verb, match.end, match.rule.id, owners, pronoun)

    def _is_named(self, text: str, match: Match, whole: str) -> bool:
        """Whether a word in capitals that nothing explains is a name, for only people do what is said of it."""
        start, end = match.groups["verb"]
        named = whole.isalpha() and whole.istitle() and len(whole) < 12 and whole.lower() not in self._not_named
        return named and text[start:end] in self._of_named

    def _is_outward(self, text: str, match: Match, verb: int) -> bool:
        """Whether what a council does goes to others, or is said to be done by it later: "would make"."""
        if _MODAL.search(text, max(0, verb - 30), verb):
            return True
        return text[verb : match.groups["verb"][1]].lower() in self._outward

    def _elliptic(self, text: str, match: Match, verb: int) -> Undertaking | None:
        """A verb joined to an earlier one of the same subject: "… is unsure of the tonnage but will research"."""
        if match.rule.set.get("weak") and _SPEAKER.fullmatch(text, 0, match.start):
            return Undertaking(match.start, verb, match.end, match.rule.id, (), "I")  # "BN: will send an email"
        may_join = text[: match.start].rstrip().lower().endswith(_JOINTS) and not match.rule.set.get("terse")
        joint = _ELLIPSIS.search(text, 0, match.start) if may_join else None
        if joint is None:
            return None
        if (joint["joint"] or "").lower() == "who":
            subject = self._subjects.before(text, joint.start("joint"))
        else:
            subject = first_or_latest(self._subjects, text, joint.start())
            if subject is not None and joint.start() - subject.end > _ELLIPSIS_REACH:
                subject = None
        he = _HE.match(text) if subject is None and (joint["joint"] or "").lower() != "who" else None
        doubted = he and not _ASKED.match(text, he.end()) and self._doubt.search(text, he.end(), joint.start())
        if he and joint.start() - he.end() <= _ELLIPSIS_REACH and not doubted:
            subject = Subject(he.start("who"), he.end("who"), "pronoun", ())
        if subject is None or (match.rule.set.get("weak") and self._doubt.before(text, subject.start)):
            return None
        return self._owned(text, match, subject, subject.start, verb)
