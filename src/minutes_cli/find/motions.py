"""Motions: what was put to the meeting, joined with who seconded it, how it was voted on and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_cli.document import Document
from minutes_cli.find.resolution_drafts import Details, Draft, Stretch, is_whole
from minutes_cli.find.resolution_lists import entries, gather, is_open, vote_table
from minutes_cli.find.resolution_readings import Reading, points_back
from minutes_cli.find.resolution_units import Unit, last_sentence
from minutes_cli.records import Outcome
from minutes_cli.rules.match import Match, Rules

_NONE = re.compile(
    r"\W*(?:none|nil|n/?a|no (?:decisions?|resolutions?)\b.*|tbc|as (?:set out|above|per|detailed)\b.*)\W*$", re.I
)
_BREAK = re.compile(r"[,;:]\s+(?:and\s+|so\s+|but\s+)?|\b(?:and|so|but)\s+")
_WHOLE = ("resolution.it-was", "resolution.body", "resolution.body-and", "resolution.be-it")
_REACH = 4  # units that a proposal made in talk waits for its result


@dataclass(slots=True)
class Assembler:
    """Walks over the units of a document and gathers drafts."""

    document: Document
    rules: Rules
    units: Sequence[Unit]
    readings: Sequence[Reading]
    details: Details
    done: list[Draft] = field(default_factory=list)
    open: list[Draft] = field(default_factory=list)
    last: Draft | None = None
    waiting: list[tuple[int, Stretch]] = field(default_factory=list)
    _stops: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stops = [bool(r.strong or r.motion or r.result or r.names) for r in self.readings]

    def run(self) -> list[Draft]:
        """All drafts of the document in the order in which they begin."""
        index = 0
        while index < len(self.units):
            index = self._step(index) + 1
        self._close_all()
        return sorted(self.done, key=lambda draft: (draft.start, draft.end))

    def _step(self, index: int) -> int:
        """Take in one unit; the index of the last unit that it brought along."""
        unit, reading = self.units[index], self.readings[index]
        if unit.heading is not None and not (reading.strong or reading.names or self._is_tally(index)):
            return self._head(index)
        if reading.strong:
            return self._decide(index)
        if reading.decision is not None:
            return self._narrate(index)
        if reading.motion is not None:
            return self._move(index)
        if reading.result is not None:
            self._result(index)
        elif reading.names is not None:
            self._names(index)
        elif unit.block is not None and self.open:
            self._look_at_table(unit)
        return index

    def _is_tally(self, index: int) -> bool:
        """Whether what passes for a heading tells how some voted."""
        return (
            self.readings[index].says("tally")
            and bool(self.open)
            and not self.rules.first("motion", "heading", self.units[index].text)
        )

    # ------------------------------------------------------------------------------------------ headings

    def _head(self, index: int) -> int:
        unit = self.units[index]
        self._close_all()
        match = self.rules.first("resolution", "heading", unit.text)
        if match is not None:
            found = entries(self.document, self.units, index)
            if match.rule.set.get("whole") and found:
                end = found[-1][-1]
                stretch = (unit.begin, self.units[end].end)
                self._finish(self._draft(match, stretch, end, "carried"))
                return end
            if match.rule.set.get("entries") and found:
                return self._list(match, found)
        vote = self.rules.first("motion", "heading", unit.text)
        if vote is not None:
            start, end = vote.groups["what"]
            self.open.append(self._draft(vote, (unit.begin + start, unit.begin + end), index, None))
        return index

    def _list(self, match: Match, found: Sequence[Sequence[int]]) -> int:
        """The entries under a heading that announces decisions: each is one."""
        for members in found:
            first, end = self.units[members[0]], members[-1]
            stretch = (first.begin, self.units[end].end)
            if not _NONE.match(self.details.masked(stretch)):
                draft = self._draft(match, stretch, end, self._stated(members))
                draft.listed = True
                self._finish(draft)
        return found[-1][-1]

    def _stated(self, members: Sequence[int]) -> Outcome | None:
        for index in members:
            result = self.readings[index].result
            if result is not None and not result.rule.set.get("tally"):
                return self._outcome(index, result)
        return "carried"

    # ------------------------------------------------------------------------------------------ decisions

    def _decide(self, index: int) -> int:
        """A marked decision, which stands for the motion that led to it."""
        unit, match = self.units[index], self.readings[index].decision
        if match is None:
            return index
        stretch = (self._cut(unit, match), unit.end)
        end = index
        while end + 1 < len(self.units) and self._continues(end + 1, index):
            end += 1
        stretch = (stretch[0], self.units[end].end)
        around = unit.text[: match.start] + re.sub(r"\([^)]*\)", "", unit.text[match.end :])
        bare = end == index and len(re.findall(r"\w+", around)) <= (2 if is_open(unit.text) else 0)
        draft = self._draft(match, stretch, end, self._verdict(unit, match))
        draft.strong = True
        if (
            bare
            or is_open(self.details.masked((unit.begin, self.units[end].end)))
            or re.search(r"(?<!\S)\(?(?:1|a|i)[.)]\s", unit.text)
        ):
            self._gather(draft, end, bare)
        if bare and not draft.clauses:
            return index
        if bare and _NONE.match(self.details.masked(draft.clauses[0][1])):
            return draft.until
        self._absorb(draft, index)
        self._finish(draft)
        return draft.until

    def _continues(self, index: int, head: int) -> bool:
        """Whether a sentence goes on with the decision that its paragraph opens with."""
        unit = self.units[index]
        if unit.block is None or unit.block != self.units[head].block or self.readings[index].strong:
            return False
        return bool(
            re.match(r"\W*(?:and\s+)?(?:(?:further\s+)?that\b|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s)", unit.text, re.I)
        )

    def _gather(self, draft: Draft, index: int, bare: bool) -> None:
        end, clauses = gather(self.document, self.units, index, bare, self._stops)
        if clauses:
            draft.clauses = clauses
            draft.pieces[-1] = (draft.pieces[-1][0], clauses[-1][1][1])
            draft.evidence[-1] = draft.pieces[-1]
            draft.until = end

    def _absorb(self, draft: Draft, index: int) -> None:
        """Take over who moved, who seconded and how they voted from the motion that a decision settles."""
        motions = [motion for motion in self.open if motion.place == draft.place]
        nominated = [motion for motion in motions if motion.nominee is not None]
        words = self.details.masked((draft.start, draft.end))
        chosen = next((motion for motion in nominated if _surname(motion.nominee) in words), None)
        if chosen is None:
            put = [motion for motion in motions if motion.nominee is None]
            ready = [motion for motion in put if motion.until >= index - 2 or is_whole(motion, self.details)]
            chosen = ready[-1] if ready else None
        if (
            chosen is None
            and self.last is not None
            and self.last.until == index - 1
            and draft.strong
            and self._is_prelude(self.last)
        ):
            chosen = self.last
            self.done.remove(chosen)
        if chosen is not None:
            draft.evidence = [*chosen.evidence, *draft.evidence]
            draft.tables += chosen.tables
            draft.mover = draft.mover or chosen.mover
            draft.reference = draft.reference or chosen.reference
        self.open = [m for m in self.open if m is not chosen and m.nominee is None and is_whole(m, self.details)]

    def _is_prelude(self, draft: Draft) -> bool:
        """Whether a record only says that what follows was agreed."""
        return draft.match.rule.id in ("result.recommendations", "resolution.elected") and draft.outcome == "carried"

    def _narrate(self, index: int) -> int:
        """A sentence that records a decision in the narrative."""
        unit, reading = self.units[index], self.readings[index]
        match = reading.decision
        if match is None:
            return index
        words = unit.text.split()
        if reading.motion is not None and reading.motion.rule.id == "motion.became":
            return self._move(index)
        if reading.result is not None and reading.result.rule.id == "result.recommendations":
            self._result(index)
            return index
        motion = self.open[-1] if self.open and self.open[-1].place == unit.place else None
        if (
            motion is not None
            and reading.result is not None
            and not reading.result.rule.set.get("tally")
            and len(words) <= 6
        ):
            self._result(index)
            return index
        if match.rule.id == "resolution.elected" and any(other.nominee is not None for other in self.open):
            draft = self._draft(match, (unit.begin, unit.end), index, "carried")
            self._absorb(draft, index)
            self._finish(draft)
            return index
        near = motion is not None and motion.until == index - 1 and reading.motion is None
        if motion is not None and near and (self._settles(motion, match) or points_back(unit.text)):
            motion.add((unit.begin, unit.end), index, text=True)
            motion.outcome = self._verdict(unit, match)
            self._close(motion)
            return index
        alone = len(words) == 1 and self._before(index) is not None
        if reading.says("back") or alone:
            self._point_back(index, self._verdict(unit, match))
            return index
        self._drop_weak()
        draft = self._draft(match, (self._cut(unit, match), unit.end), index, self._verdict(unit, match))
        draft.evidence = [(unit.begin, unit.end)]
        if unit.last and is_open(unit.text):
            self._gather(draft, index, bare=unit.text.rstrip().endswith(":"))
        self._finish(draft)
        return draft.until

    def _settles(self, motion: Draft, match: Match) -> bool:
        return match.rule.id in ("resolution.elected", "resolution.passive") or is_whole(motion, self.details)

    def _verdict(self, unit: Unit, match: Match) -> Outcome:
        stated: Outcome | None = match.rule.set.get("outcome")
        return stated or self.details.outcome_of(unit.text[match.start : match.end])

    def _cut(self, unit: Unit, match: Match) -> int:
        """Where the decision begins: at its clause where more stands before it than in it and it can stand alone."""
        breaks = [place.end() for place in _BREAK.finditer(unit.text, 0, match.start)]
        start = next((at for at in reversed(breaks) if _stands(unit.text[at : match.start], match)), 0)
        if start > len(unit.text) - start and not points_back(unit.text[start:]):
            return unit.begin + start
        return unit.begin

    # ------------------------------------------------------------------------------------------ motions

    def _move(self, index: int) -> int:
        unit, reading = self.units[index], self.readings[index]
        match = reading.motion
        if match is None:
            return index
        if (
            reading.names is not None
            and self.open
            and match.rule.id in ("motion.was-moved", "motion.by", "motion.by-capital")
        ):
            self._names(index)
            return index
        became = self.open.pop() if match.rule.id == "motion.became" and self.open else None
        self._drop_weak()
        draft = self._draft(match, (unit.begin, unit.end), index, None)
        draft.formal = bool(match.rule.set.get("formal"))
        if match.rule.set.get("nomination"):
            group = match.groups.get("nominee") or match.groups.get("nominee_named")
            draft.nominee = unit.text[slice(*group)] if group else None
        if "reference" in match.groups:
            start, end = match.groups["reference"]
            draft.reference = (unit.begin + start, unit.begin + end)
        if match.rule.id in ("motion.label", "motion.proposal-label") and unit.speaker is not None:
            draft.mover = unit.speaker
        if match.rule.id == "motion.notice":
            draft.announced = self._heading_mover(unit)
        if became is not None:
            draft.evidence = [*became.evidence, *draft.evidence]
        draft.evidence = [*(stretch for at, stretch in self.waiting if at >= index - 3), *draft.evidence]
        self.waiting.clear()
        if unit.last and is_open(unit.text):
            self._gather(draft, index, bare=unit.text.rstrip().endswith(":"))
        elif match.rule.id in ("motion.label", "motion.notice"):
            draft.until = self._paragraph(draft, index)
        settled = reading.inside or reading.decision or (reading.result if not reading.says("tally") else None)
        self.open.append(draft)
        if settled is not None and settled.start > match.start:
            draft.outcome = self._outcome(index, settled)
            self._close(draft)
        return draft.until

    def _paragraph(self, draft: Draft, index: int) -> int:
        """A labelled motion goes on to the end of its paragraph, or to the sentence that tells its result."""
        end = index
        while end + 1 < len(self.units) and self.units[end + 1].block == self.units[index].block is not None:
            reading = self.readings[end + 1]
            if reading.result or reading.names or reading.motion or reading.strong:
                break
            end += 1
        draft.pieces[-1] = (draft.pieces[-1][0], self.units[end].end)
        draft.evidence[-1] = draft.pieces[-1]
        return end

    def _heading_mover(self, unit: Unit) -> Stretch | None:
        """Who gave notice of a motion, by the heading over it."""
        if unit.place is None:
            return None
        stretch = self.document.headings[unit.place].title
        match = self.rules.first("mover", "sentence", self.details.masked(stretch))
        if match is None or "mover" not in match.groups:
            return None
        start, end = match.groups["mover"]
        return stretch[0] + start, stretch[0] + end

    def _result(self, index: int) -> None:
        """What became of the motion, or how some voted."""
        unit, reading = self.units[index], self.readings[index]
        result = reading.result
        if result is None:
            return
        tally = bool(result.rule.set.get("tally"))
        motion = self._awaiting(index)
        if motion is not None:
            motion.add((unit.begin, unit.end), index, text=not tally)
            if motion.nominee is not None:
                for other in self.open:
                    if other.nominee is not None and other is not motion:
                        other.evidence.append((unit.begin, unit.end))
            elif not tally:
                motion.outcome = self._outcome(index, result)
                self._close(motion)
        elif self.last is not None and self.last.until == index - 1 and self.last.place == unit.place:
            self.last.add((unit.begin, unit.end), index, text=not tally)
            if self.last.outcome is None and not tally:
                self.last.outcome = self._outcome(index, result)
        elif not tally and self._leans(result, unit):
            self._point_back(index, self._outcome(index, result))
        elif result.rule.id == "result.recommendations":
            self._finish(self._draft(result, (unit.begin, unit.end), index, self._outcome(index, result)))

    def _awaiting(self, index: int) -> Draft | None:
        """The motion that a result speaks of: the last that was put; one made in talk only while it is near."""
        for motion in reversed(self.open):
            if motion.place != self.units[index].place:
                continue
            if motion.nominee is not None or motion.until >= index - _REACH or is_whole(motion, self.details):
                return motion
        return None

    def _leans(self, result: Match, unit: Unit) -> bool:
        if result.rule.set.get("back"):
            return True
        return result.rule.id in ("result.all", "result.bare", "result.count") and len(unit.text.split()) <= 6

    def _outcome(self, index: int, result: Match) -> Outcome | None:
        stated: Outcome | None = result.rule.set.get("outcome")
        if stated is not None:
            return stated
        if result.rule.id == "result.count":
            lost = self.rules.first("outcome", "sentence", self.units[index].text)
            return "lost" if lost else None
        return self.details.outcome_of(self.units[index].text[result.start :])

    def _names(self, index: int) -> None:
        """Who proposed and who seconded, on their own."""
        unit = self.units[index]
        stretch = (unit.begin, unit.end)
        motion = next((m for m in reversed(self.open) if m.place == unit.place), None)
        if motion is not None:
            motion.add(stretch, index, text=True)
        elif self.last is not None and self.last.until == index - 1 and self.last.place == unit.place:
            self.last.add(stretch, index, text=True)
        elif "seconder" in self.details.names(self._bare(index)) and self._before(index) is not None:
            self._point_back(index, None)
        else:
            self.waiting.append((index, stretch))

    def _point_back(self, index: int, outcome: Outcome | None) -> None:
        """A record of the sentence before and this one: "The fence should be mended. This was agreed."."""
        unit, reading = self.units[index], self.readings[index]
        before = self._before(index)
        match = reading.result or reading.names or reading.decision
        if before is None or match is None:
            return
        draft = self._draft(match, (before[0], unit.end), index, outcome)
        draft.evidence = [before, (unit.begin, unit.end)]
        if outcome is None and not is_whole(draft, self.details):
            return
        self._finish(draft)

    def _before(self, index: int) -> Stretch | None:
        """The sentence before a unit, where it stands in the same section and in no record yet."""
        if index == 0:
            return None
        prior = self.units[index - 1]
        if prior.heading is not None or prior.place != self.units[index].place:
            return None
        if self.last is not None and self.last.until >= index - 1:
            return None
        return last_sentence(prior)

    def _look_at_table(self, unit: Unit) -> None:
        cell = self.document.blocks[unit.block].cell if unit.block is not None else None
        motion = self.open[-1]
        if cell is None or cell.column or cell.row > 1 or motion.place != unit.place:
            return
        text = vote_table(self.document, cell.table)
        if text and text not in motion.tables:
            motion.tables.append(text)
            table = self.document.layout.tables[cell.table]
            motion.evidence.append((table.end, table.end))

    # ------------------------------------------------------------------------------------------ bookkeeping

    def _draft(self, match: Match, stretch: Stretch, until: int, outcome: Outcome | None) -> Draft:
        place = self.units[until].place
        return Draft(match, [stretch], [stretch], place, until, outcome, settled=outcome is not None)

    def _bare(self, index: int) -> Draft:
        unit, match = self.units[index], self.readings[index].names
        stretch = (unit.begin, unit.end)
        if match is None:
            raise IndexError(index)
        return Draft(match, [stretch], [stretch], unit.place, index)

    def _finish(self, draft: Draft) -> None:
        self.done.append(draft)
        self.last = draft

    def _close(self, motion: Draft) -> None:
        """The motion is settled."""
        motion.settled = True
        self.open = [other for other in self.open if other is not motion]
        self._finish(motion)

    def _drop_weak(self) -> None:
        """Forget what was proposed in talk when the meeting has gone on to something else."""
        self.open = [motion for motion in self.open if motion.nominee is not None or is_whole(motion, self.details)]

    def _close_all(self) -> None:
        """At the end of a section motions without a result are records where they were put formally."""
        for motion in self.open:
            if motion.tables or is_whole(motion, self.details):
                self.done.append(motion)
        self.open.clear()
        self.waiting.clear()
        self.last = None


def _stands(before: str, match: Match) -> bool:
    """Whether a decision has its subject within its clause: "it was agreed", "the report was approved"."""
    return (not before.strip() and match.rule.id in _WHOLE) or len(before.split()) >= 2


def _surname(name: str | None) -> str:
    return (name or "").split()[-1] if name else "\0"
