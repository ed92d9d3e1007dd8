"""The floor: what is before the meeting while its minutes are read, and which unit belongs to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_cli.document import Document
from minutes_cli.find.resolution_drafts import Details, Draft, Stretch, is_whole
from minutes_cli.find.resolution_lines import WHOSE
from minutes_cli.find.resolution_lists import gather
from minutes_cli.find.resolution_readings import Reading
from minutes_cli.find.resolution_units import Unit, last_sentence
from minutes_cli.patterns import lazy
from minutes_cli.records import Outcome
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.values.votes import read_vote

_PARAGRAPH = 90  # words of a paragraph that a result on a line of its own takes in whole
_OPEN = 8  # motions that wait for their results at once
_SUBSTANTIVE = lazy(r"\b(?:substantive|main|original|as\s+amended)\b")
_THE_AMENDMENT = lazy(r"\W*(?:the\s+)?(?:\w+\s+)?amendment\b")
_REACH = 4  # units that a proposal made in talk waits for its result


@dataclass(slots=True)
class Floor:
    """The state of the walk over the units of a document.

    ``open`` are the motions without a result yet, the last put last; ``last`` is the record finished last in this item;
    ``waiting`` are lines of names whose motion is still to come, ``tallies`` votes whose decision is.
    ``announced`` is the index of a bare "Decision:"; ``recommends`` tells that the document may label recommendations.
    """

    document: Document
    rules: Rules
    units: Sequence[Unit]
    readings: Sequence[Reading]
    details: Details
    done: list[Draft] = field(default_factory=list)
    open: list[Draft] = field(default_factory=list)
    last: Draft | None = None
    waiting: list[tuple[int, Match, Stretch]] = field(default_factory=list)
    tallies: list[tuple[int, Stretch]] = field(default_factory=list)
    stops: list[bool] = field(default_factory=list)
    announced: int = -9
    recommends: bool = True

    def __post_init__(self) -> None:
        self.stops = [bool(r.strong or r.motion or r.result or r.names) for r in self.readings]
        self.recommends = self.rules.may_stand("result", ("line",), self.document.layout.masked)

    def draft(self, match: Match, stretch: Stretch, until: int, outcome: Outcome | None = None) -> Draft:
        """A new draft that reaches to a unit."""
        unit = self.units[until]
        settled = outcome is not None
        return Draft(match, [stretch], [stretch], unit.place, unit.scope, until, outcome, settled=settled)

    def put(self, motion: Draft) -> None:
        """A motion is before the meeting; of many without a result the oldest is let go."""
        self.open.append(motion)
        if len(self.open) > _OPEN:
            oldest = self.open.pop(0)
            if is_whole(oldest, self.details):
                self.done.append(oldest)

    def finish(self, draft: Draft) -> None:
        """Make a draft a record."""
        self.done.append(draft)
        self.last = draft

    def close(self, motion: Draft) -> None:
        """A motion is settled."""
        motion.settled = True
        self.open = [other for other in self.open if other is not motion]
        if motion.outcome in ("carried", "deferred") and self.details.is_put_off(motion):
            self._put_off(motion)
        self.finish(motion)

    def _put_off(self, motion: Draft) -> None:
        """A motion carried to table or postpone puts off what was moved before it in its item."""
        for other in [other for other in self.open if other.scope == motion.scope and other.nominee is None]:
            if is_whole(other, self.details):
                other.settled, other.outcome = True, "deferred"
                self.done.append(other)
                self.open.remove(other)

    def drop_weak(self) -> None:
        """Forget what was proposed in talk when the meeting has gone on to something else."""
        self.open = [motion for motion in self.open if motion.nominee is not None or is_whole(motion, self.details)]

    def close_all(self) -> None:
        """At the end of an item, motions without a result are records where they were put formally."""
        for motion in self.open:
            if motion.tables or is_whole(motion, self.details):
                self.done.append(motion)
        self.open.clear()
        self.waiting.clear()
        self.last = None

    def gather(self, draft: Draft, index: int, bare: bool, *, stops: bool = True) -> None:
        """Take in the clauses that follow a unit."""
        end, clauses = gather(self.document, self.units, index, bare, self.stops if stops else [])
        if clauses:
            draft.clauses = clauses
            draft.pieces[-1] = (draft.pieces[-1][0], clauses[-1][1][1])
            draft.evidence[-1] = draft.pieces[-1]
            draft.until = end

    def names_waiting(self, index: int) -> list[Stretch]:
        """The lines of names right before a motion."""
        found = [stretch for at, _, stretch in self.waiting if at >= index - 4]
        self.waiting.clear()
        return found

    def paragraph(self, draft: Draft, index: int) -> int:
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

    def awaiting(self, index: int) -> Draft | None:
        """The motion that a result speaks of: the last that was put; one made in talk only while it is near."""
        words = self.units[index].text.lower()
        if (label := self.voted_on(index)) is not None:
            words = f"{label.text.lower()} {words}"
        for motion in self._of_mover(index) or self._named_first(words):
            if motion.scope != self.units[index].scope:
                continue
            if motion.nominee is not None or motion.until >= index - _REACH or is_whole(motion, self.details):
                return motion
        return None

    def _of_mover(self, index: int) -> list[Draft]:
        """The motions of the member whom a result names: "Bob's motion was carried"."""
        named = WHOSE.match(self.units[index].text) if len(self.open) > 1 else None
        if named is None:
            return []
        movers = [(motion, self.details.names(motion).get("mover")) for motion in self.open]
        return [m for m, mover in movers if mover is not None and self.details.masked(mover).split()[-1] == named[1]]

    def _named_first(self, words: str) -> list[Draft]:
        """The motions without a result, the last put first; those that a result names, motion or amendment, before."""
        latest = self.open[::-1]
        if "amendment" in words and ("motion" not in words or _THE_AMENDMENT.match(words)):
            return sorted(latest, key=lambda motion: not motion.amendment)
        if "substitute" in words:
            return sorted(latest, key=lambda motion: not self._substitutes(motion))
        if _SUBSTANTIVE.search(words):
            return sorted(latest, key=lambda motion: motion.amendment or self._substitutes(motion))
        return sorted(latest, key=lambda motion: motion.outcome is not None)  # the votes may have told of an amendment

    def voted_on(self, index: int) -> Unit | None:
        """The sentence before that says what was voted on: "VOTE ON THE MAIN MOTION: Ayes 4, Nays 3. PASSED."."""
        if index == 0 or self.units[index].first or self.units[index - 1].text[:8].lower() != "vote on ":
            return None
        reading = self.readings[index - 1]
        return None if reading.inside or (reading.result and not reading.says("tally")) else self.units[index - 1]

    def _substitutes(self, motion: Draft) -> bool:
        """Whether a motion is a substitute for the one before it."""
        return "substitut" in self.details.masked(motion.pieces[0]).lower()

    def just_done(self, index: int) -> Draft | None:
        """The record that ends right before a unit of the same item."""
        last = self.last
        return last if last and last.until == index - 1 and last.scope == self.units[index].scope else None

    def before(self, index: int) -> Stretch | None:
        """The sentence before a unit, where it stands in the same item and in no record yet."""
        if index == 0:
            return None
        prior = self.units[index - 1]
        if prior.heading is not None or prior.scope != self.units[index].scope or self.readings[index - 1].elsewhere:
            return None
        if self.last is not None and self.last.until >= index - 1:
            return None
        own = self.units[index].first and prior.block is not None
        block = self.document.blocks[prior.block] if own and prior.block is not None else None
        if block is not None and len(block.words.split()) <= _PARAGRAPH and not block.listed:
            return block.body, block.end
        return last_sentence(prior)

    def heading_before(self, index: int) -> Stretch | None:
        """The heading that a unit is the first text under."""
        prior = self.units[index - 1] if index else None
        if prior is None or prior.heading is None or prior.label:
            return None
        return prior.begin, prior.end

    def reference(self, index: int) -> Stretch | None:
        """The number of a resolution, printed on a line of its own among the lines before a unit."""
        for at in range(index - 1, max(-1, index - 4), -1):
            unit = self.units[at]
            match = self.rules.first("mover", "line", unit.text) if len(unit.text) < 60 else None
            if match is not None and "reference" in match.groups:
                start, end = match.groups["reference"]
                return unit.begin + start, unit.begin + end
            if unit.heading is not None or not (self.readings[at].names or self.readings[at].motion or not unit.read):
                return None
        return None

    def outcome(self, index: int, result: Match) -> Outcome | None:
        """What a result states; None where it only counts and the counts are to decide."""
        stated: Outcome | None = result.rule.set.get("outcome")
        if stated is not None:
            return stated
        text = self.units[index].text
        if result.rule.id == "result.count":
            return "lost" if self.rules.first("outcome", "sentence", text) else None
        return self.details.outcome_of(text[result.start :])

    def verdict(self, unit: Unit, match: Match) -> Outcome:
        """The outcome that a decision's own words state."""
        stated: Outcome | None = match.rule.set.get("outcome")
        if stated is not None:
            return stated
        if match.rule.set.get("counted"):
            vote = read_vote(self.rules, unit.text)
            fell = vote is not None and vote.for_ is not None and vote.for_ <= (vote.against or 0)
            return "lost" if fell else "carried"
        lost = self.rules.first("outcome", "sentence", unit.text[match.start : match.end])
        outcome: Outcome = lost.rule.set["outcome"] if lost else "carried"
        return outcome
