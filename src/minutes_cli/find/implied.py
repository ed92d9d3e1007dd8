"""Actions that the narrative gives somebody, unmarked.

A sentence may hold several: each is then cut to its own clause. A pronoun stands for the nearest person before it who
does something in the same paragraph or the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.document import Document
from minutes_cli.find.agents import Agents
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.chat_tasks import ChatSpeakers
from minutes_cli.find.pronouns import doer, may_mean
from minutes_cli.find.roster import Roster, read_roster
from minutes_cli.find.subject import Subject
from minutes_cli.find.subjects import Subjects
from minutes_cli.find.task_clauses import (
    LONGEST,
    TELLING,
    Settled,
    clause_end,
    clause_start,
    moved,
)
from minutes_cli.find.told_again import drop_told_again
from minutes_cli.find.undertaking import Undertaking
from minutes_cli.find.undertaking_subjects import opening_subject
from minutes_cli.find.undertakings import Undertakings
from minutes_cli.patterns import lazy
from minutes_cli.records import Attendee
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences

# A task that only points to what was said before it: "NP said she'd do so".
_POINTING = lazy(
    r"^(?:\S+\s+){1,7}(?:(?:do|see\s+to|attend\s+to|look\s+into|take\s+on|deal\s+with|arrange|organise|action|agreed\s+to)"
    r"\s+(?:so|this|that)|have\s+a\s+word)\b(?:\s+(?:\w+\s+){0,4}\w+)?\W*$"
)
# Whoever says yes: the sentence before tells to what, if it gives nobody a task itself.
_ANSWER = lazy(r"\b(?:volunteered|offered|said\s+yes|agreed\s+to\s+.{2,15})\W*$")
_LEAD = lazy(r"\W*and\s+(?:\(?\w{1,4}[.)]\s+)?(?=that\b)|\s*[-=]+>\s*", re.IGNORECASE)  # "and (b) that the Clerk …"
# Who proposed what a sentence settles, behind it: ", on the proposal of Cllr Lee, seconded by Cllr Pike".
_PROPOSING = ("proposal", "proposed", "seconded", "moved")
_PROPOSED = lazy(r",?\s+(?:on\s+the\s+proposal\s+of|(?:proposed|seconded|moved)\s+by)\s[^;]{3,120}$")
_JOINED = lazy(r"\band\s*$")
_REPORTER = lazy(r"[\[(](?P<name>[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){0,2})[\])]\s*$")
# The rules of what clauses of a motion give somebody to do.
_OF_MOTION = frozenset(
    {"undertaking.to-mandate", "undertaking.clause", "undertaking.further-that", "undertaking.clause-direct"}
)
_RESULT_REACH = 12  # blocks below a clause of a motion in which its result may stand


def find_implied(
    document: Document,
    rules: Rules,
    attendees: Sequence[Attendee] = (),
    marked: Sequence[ActionCandidate] = (),
    roster: Roster | None = None,
) -> list[ActionCandidate]:
    """The tasks that the narrative gives, in the order of the text, save those that a task behind them tells again."""
    subjects = Subjects(rules, roster or read_roster(document, attendees, rules))
    found = list(_Search(document, rules, subjects).run())
    return drop_told_again(document, rules, found, marked)


class _Search:
    """One walk through a document: it keeps the paragraph before, which may name whom a pronoun means."""

    def __init__(self, document: Document, rules: Rules, subjects: Subjects) -> None:
        self._document = document
        self._rules = rules
        self._subjects = subjects
        self._undertakings = Undertakings(rules, subjects)
        self._settled = Settled(rules)
        self._agents = Agents(rules, subjects)
        self._speakers = ChatSpeakers(document)
        self._seen: set[str] = set()
        self._result = rules.regex(r"(?<!\w)(?:(?P<lost>{motion_lost})|{motion_passed})\b", ignore_case=True)

    def run(self) -> Iterator[ActionCandidate]:
        opened = False
        for index, block in enumerate(self._document.blocks):
            words = block.words
            opens = self._settled.opens(words)
            clause = (opened or opens) and self._is_clause(block)
            opened = opens or clause
            present = self._rules.guards_in(block.text)
            carried = self._settled.is_carried(words, present)
            settled = (
                clause or carried or (self._settled.puts(words, present) and self._result_below(index) == "passed")
            )
            if not self._undertakings.may_stand_in(words, present, settled=settled):
                continue
            before, told = 0, False
            for start, end, found in self._undertakings.by_sentence(block, settled=settled):
                if not found:
                    before, told = start, False
                    continue
                sentence = words[start:end]
                answer = len(found) == 1 and bool(_ANSWER.search(sentence, found[0].verb))
                pointing = len(found) == 1 and end - before < LONGEST and (answer or bool(_POINTING.search(sentence)))
                if answer and (told or before == start):
                    found = []
                told = any(undertaking.owners for undertaking in found)
                if pointing and found:
                    start, sentence, found = before, words[before:end], [moved(found[0], start - before)]
                before = start
                of_motion = sentence[:1] == '"' or any(one.rule in _OF_MOTION for one in found)
                of_motion = not carried and (of_motion or self._settled.puts(words, present))
                if of_motion and self._result_below(index) == "lost":
                    continue
                for candidate in self._candidates(index, block.body + start, sentence, found, whole=pointing):
                    said = " ".join(self._document.cut(*piece) for piece in candidate.pieces).lower()
                    if said not in self._seen or len(said.split()) < TELLING:
                        self._seen.add(said)
                        yield candidate

    def _result_below(self, index: int) -> str:
        """What the result in a motion's paragraph, or right below it in its section, says became of it, if any."""
        blocks, places = self._document.blocks, self._document.places
        for below in range(index, min(index + _RESULT_REACH, len(blocks))):
            if places[below] != places[index] or (below > index and self._settled.is_another(blocks[below].words)):
                break
            text = blocks[below].text
            told = self._rules.cued("motion_result_cue", text)
            result = self._result.search(text) if told else self._result.match(text)
            if result and not result[0].lower().startswith("amendment"):
                return "lost" if result["lost"] else "passed"
        return ""

    def _candidates(
        self, index: int, offset: int, sentence: str, found: Sequence[Undertaking], *, whole: bool
    ) -> Iterator[ActionCandidate]:
        kept: list[tuple[Undertaking, tuple[str, ...]]] = []
        for undertaking in found:
            owners = self._owners(index, offset, undertaking)
            if owners is None or (kept and kept[-1][1] == owners):
                continue
            kept.append((undertaking, owners))
        if any(owners for _, owners in kept):
            kept = [(undertaking, owners) for undertaking, owners in kept if owners]
        for place, (undertaking, owners) in enumerate(kept):
            after = kept[place + 1][0].start if place + 1 < len(kept) else len(sentence)
            start = 0 if whole else clause_start(sentence, undertaking, first=place == 0)
            end = after if after == len(sentence) else clause_end(sentence, after)
            lead = _LEAD.match(sentence, start, end)
            moved_by = any(map(sentence.__contains__, _PROPOSING))
            proposed = _PROPOSED.search(sentence, undertaking.end, end) if moved_by else None
            if proposed:
                end = proposed.start()
            start = lead.end() if lead else start
            while end > start and (sentence[end - 1].isspace() or sentence[end - 1] in ";,"):
                end -= 1
            if sentence[end - 1] == '"' and sentence.count('"', start, end) == 1:
                end -= 1  # the quotation that closes here opens before the task
            yield ActionCandidate(
                pieces=((offset + start, offset + end),),
                kind="implied",
                block=index,
                rule=undertaking.rule,
                owners=owners,
                focus=(offset + max(start, undertaking.start), offset + undertaking.verb),
            )

    def _owners(self, index: int, offset: int, undertaking: Undertaking) -> tuple[str, ...] | None:
        """The owners as written; None where a pronoun stands for nobody who was named."""
        cut = self._document.cut
        if not undertaking.pronoun:
            return tuple(cut(offset + start, offset + end).removeprefix("@") for start, end in undertaking.owners)
        if undertaking.pronoun.lower() == "we":
            return None
        if undertaking.pronoun in ("I", "i"):
            if self._speakers.is_refused(index):
                return None
            end = offset + undertaking.start - self._document.blocks[index].start
            name = self._speakers.of(index, end) or self._reporter(index)
            return (name,) if name else None
        return self._antecedent(index, offset + undertaking.start, undertaking.pronoun.lower())

    def _is_clause(self, block: Block) -> bool:
        return block.listed or block.words.startswith("(")

    def _reporter(self, index: int) -> str:
        """Who reports in a section, where its title names one person in brackets: "Treasurer [Petra]"."""
        named = _REPORTER.search(next(self._document.titles_above(index), ""))
        return named["name"] if named and self._subjects.is_person(named["name"]) else ""

    def _antecedent(self, index: int, end: int, pronoun: str) -> tuple[str, ...] | None:
        """Whom a pronoun at an offset of the document means, as written."""
        document = self._document
        clause = self._is_clause(document.blocks[index])
        for place in range(index, max(-1, index - 8), -1):
            block = document.blocks[place]
            if clause and place < index and self._is_clause(block):
                continue  # of clauses behind "Mr Lee replied that:" each is said of him who leads them in
            if document.places[place] != document.places[index]:
                return None
            if pronoun == "they" and place < index:
                return None
            text = block.text if place < index else block.text[: end - block.start]
            floor = max(0, len(text) - LONGEST)
            for begin, close in reversed(list(split_sentences(text[floor:]))):
                start, stop = floor + begin, floor + close
                sentence = text[start:stop]
                if pronoun == "they":
                    return self._joint(block.start + start, sentence)
                joined = place == index and stop >= len(text.rstrip())
                named = self._meant(sentence, pronoun, joined=joined, here=place == index)
                if named is not None:
                    first, last = named.owners[0]
                    return (document.cut(block.start + start + first, block.start + start + last),)
        return None

    def _meant(self, sentence: str, pronoun: str, *, joined: bool, here: bool) -> Subject | None:
        """Whom a sentence names that a pronoun can mean, which stands in the same block where it is ``here``.

        ``joined`` tells that the pronoun itself stands in the sentence, right behind these words.
        """
        subjects = self._subjects
        if joined and _JOINED.search(sentence):
            # "A will send it to B and he'll post it": were A meant, "he" would not be said again.
            return subjects.last_named(sentence, len(sentence))
        found = reversed(list(subjects.all(sentence, len(sentence))))
        named = next((one for one in found if may_mean(pronoun, one, sentence)), None)
        named = named or doer(self._agents, pronoun, sentence)
        opening = opening_subject(subjects, sentence) if named is None and here else None
        return opening if opening and may_mean(pronoun, opening, sentence) else named

    def _joint(self, offset: int, sentence: str) -> tuple[str, ...] | None:
        """The several people or the staff that open a sentence, for whom "they" stands in the next one."""
        named = next(self._subjects.all(sentence, len(sentence)), None)
        if named is None or (len(named.owners) < 2 and named.kind != "staff"):
            return None
        if len(sentence[: named.start].split()) > 1:
            return None
        return tuple(self._document.cut(offset + first, offset + last) for first, last in named.owners)
