"""The tasks around one label of a block: those behind it, or the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.label_shares import Shares
from minutes_cli.find.labels import Label
from minutes_cli.find.task_status import is_reported, is_verdict, owner_behind, read_status
from minutes_cli.find.task_words import Task, TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.records import ActionStatus
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences

LOOSE = " -:;,"
_ATTRIBUTION = lazy(r"\s{0,9}\([\w.|\[\]-]{2,30},\s+\d\d:\d\d(?::\d\d)?\)\s*$")
_RECORDED = lazy(r"\s{0,9}\[recorded\s+in\s[^\]]{1,200}\]", re.IGNORECASE)
_MARKER_BEHIND = lazy(r"\s{0,9}[;,]?\s{0,9}\(?\w{1,3}[.)]\s*$")
_GOES_ON = lazy(r"\W*(?:To|He|She|They|This|It|These|And|Also|Then|Please|Copy)\b")
_LISTED = lazy(r"(?:^|(?<=\s))(?:\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)[.)])\s+(?=[A-Z]|(?:both|all)\s)")
_ASIDE = lazy(r"\(([^()]{2,60})\)[\s.]*$")
_DONE = frozenset(("", "done", "completed", "complete", "closed", "discharged", "ongoing", "in progress", "in hand"))
_NAMED = lazy(r"[A-Z@][\w.' /&-]{0,40}:\s")
_DOTTED = lazy(r"\s[·•‧∙◦]\s")  # "book the hall · print the posters"
# A deadline in a sentence of its own: "Deadline: 28 March."
_DUE_BEHIND = lazy(
    r"[\s.;,(-]{1,9}(?:deadline|due(?:\s+(?:date|by|on))?|by\s+when|when|time(?:scale|frame|line)|target(?:\s+date)?"
    r"|to\s+be\s+(?:completed|done)(?:\s+by)?|(?:for\s+)?complet(?:e|ed|ion)\s+by)\s*[:-]?\s*(?P<due>[^.;()]{3,50}?)\s*(?:[.;)]|$)",
    re.IGNORECASE,
)
_BEFORE = 1500  # characters before a task among which a pronoun in it may find its name


class LabelTasks:
    """Cuts the tasks that labels mark out of their blocks."""

    def __init__(self, words: TaskWords) -> None:
        self._words = words
        self.shares = Shares(words)

    def owner_only(self, text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[int, int] | None]:
        """The owners where a stretch holds nothing else but them and perhaps a deadline."""
        words = text[start:end]
        if self._words.owners.is_owner(words):
            return self._words.owners.split(words), None
        owners, due = self._words.owner_and_due(words)
        return owners, (start + due[0], start + due[1]) if due else None

    def leading_end(self, text: str, start: int, stop: int) -> int:
        """Where the task behind a label ends: with its first sentence, unless what follows goes on with it."""
        sentences = [(start + a, start + b) for a, b in split_sentences(text[start:stop])]
        end = start
        for a, b in sentences:
            words = text[a:b]
            if re.search(r"\w{2}", text[start:a]) and not (
                _GOES_ON.match(words)
                or self._words.tails.opens_field(words)
                or self._is_aside(words)
                or (_NAMED.match(words) and self._words.owners.is_owner(words.split(":")[0]))
                or _LISTED.match(words)
                or self._words.is_task(words)
                or self._words.is_decided(text[start:a])
            ):
                break
            end = b
        return end or stop

    def _is_aside(self, words: str) -> bool:
        """Whether a task is followed by nothing but its owner or deadline in brackets, or what became of it."""
        aside = _ASIDE.match(words)
        if aside is None:
            return is_verdict(words)
        owners, inside = self._words.owners, aside[1]
        owned = bool(self._words.owner_and_due(inside)[0]) or owners.is_owner(inside)
        return owned or self._words.dues.whole(inside)

    def leading(
        self,
        index: int,
        block: Block,
        label: Label,
        start: int,
        end: int,
        *,
        owners: tuple[str, ...] = (),
    ) -> list[ActionCandidate]:
        """The tasks behind a label, cut where another owner is given another."""
        text = block.text
        for pattern in (_RECORDED, _ATTRIBUTION):
            attribution = pattern.search(text, start, end)
            end = attribution.start() if attribution else end
        alone = label.group("by", text).lower() == "on" and not self._words.leading_owner(text[start:end].strip())
        if alone or is_reported(text, start, end):
            return []
        found: list[ActionCandidate] = []
        carried: tuple[str, ...] = owners
        for a, b in self._parts(text, start, end, labelled="owner" in label.match.groups):
            if self._words.is_decided(text[a:b]) or not re.search(r"\w{2}", text[a:b]):
                continue
            a, stop, status = read_status(text, a, b)
            task = self._words.parted(text, a, stop)
            named = (
                task.owners
                or carried
                or self._words.owners_in(text[task.start : task.end].strip(), text[max(0, a - _BEFORE) : a])
            )
            settled = a > start and self._words.is_decided(text[start:a])
            if text[a:stop].strip(LOOSE + ".)]").lower() in _DONE:
                continue  # "Action 13/4: completed", "Action 13/5: [closed]", of an earlier meeting
            if settled and not named and not self._words.is_task(text[a:stop].strip()):
                continue  # "Motion by AB to approve. Passed 4-0."
            status = "done" if "done" in (status, task.status) else "open"
            task = Task(task.start, task.end, named, task.due)
            found.append(self.candidate(index, block, label, task, evidence=(label.start, b), status=status))
        owner = owner_behind(text, end, label.stop) if found and not found[-1].owners else ""
        if owner and self._words.owners.is_owner(owner, strict=True):
            found[-1] = replace(found[-1], owners=self._words.owners.split(owner))
        behind = _DUE_BEHIND.match(text, end, end + 90) if found and found[-1].due is None else None
        if behind and self._words.dues.whole(behind["due"]) and not self._words.dues.find(text[task.start : task.end]):
            first, last = behind.span("due")
            due = (block.start + first, block.start + last)
            found[-1] = replace(found[-1], due=due, evidence=(found[-1].passage[0], due[1]))
        return found

    def _parts(self, text: str, start: int, end: int, *, labelled: bool) -> Iterator[tuple[int, int]]:
        """The tasks in a stretch: a sentence that an owner opens, or an entry of a list in the line, begins another."""
        dots = list(_DOTTED.finditer(text, start, end))
        if dots:
            yield from zip([start, *(dot.end() for dot in dots)], [*(dot.start() for dot in dots), end], strict=True)
            return
        owned = self._words.owned_parts(text, start, end)
        if len(owned) > 1:
            yield from owned
            return
        cuts = [start]
        for place, (a, _) in enumerate(split_sentences(text[start:end])):
            opens = not labelled and self._words.leading_owner(text[start + a : min(end, start + a + 300)])
            if place and (opens or self._words.is_decided(text[cuts[-1] : start + a])):
                cuts.append(start + a)
        if len(cuts) == 1 and not labelled:
            clauses = self._words.clauses(text, start, end)
            if len(clauses) > 1:
                yield from clauses
                return
        numbered = [match.end() + start for match in _LISTED.finditer(text[start:end])]
        if len(numbered) > 1 and len(text[start : numbered[0]].strip()) < 5:
            cuts = numbered
        for a, b in zip(cuts, [*cuts[1:], end], strict=True):
            marker = _MARKER_BEHIND.search(text, a, b) if cuts is numbered and b < end else None
            yield a, marker.start() if marker else b

    def trailing(
        self,
        index: int,
        block: Block,
        label: Label,
        start: int,
        end: int,
        owners: tuple[str, ...],
        due: tuple[int, int] | None = None,
    ) -> list[ActionCandidate]:
        """The task before a label."""
        text = block.text
        while end > start and text[end - 1] in LOOSE + "(":
            end -= 1
        shared = self.shared(block, label, block, start, end) if len(owners) > 1 else []
        if shared:
            return [self.candidate(index, block, label, one, evidence=(one.start, label.stop)) for one in shared]
        task = self._words.given(text, start, end, owners)
        if task is None or not re.search(r"\w{2}", text[task.start : task.end]):
            return []
        owners = owners or self._words.owners_in(
            text[task.start : task.end], text[max(0, task.start - _BEFORE) : task.start]
        )
        done = Task(task.start, task.end, owners, due)
        return [
            self.candidate(
                index, block, label, done, evidence=(task.start, max(label.end, label.stop if owners else 0))
            )
        ]

    def shared(self, block: Block, label: Label, other: Block, start: int, end: int) -> list[Task]:
        """The sentences of a block before a label of several owners, where each is the task of some of them."""
        groups = self.shares.groups(block.text, label.end, label.stop)
        tasks = self.shares.tasks(other.text, start, end, groups) if len(groups) > 1 else []
        shift = block.start - other.start  # a deadline behind the label, as an offset in the other block's text
        return [replace(one, due=(one.due[0] + shift, one.due[1] + shift)) if one.due else one for one in tasks]

    def with_bracket(self, block: Block, label: Label, found: list[ActionCandidate]) -> list[ActionCandidate]:
        """Tasks with what the bracket of their label tells, an owner or a deadline: "ACTION [CF, by 3 March]: …"."""
        start, end = label.match.groups["owner"]
        owners, due = self._words.owner_and_due(block.text[start:end])
        if due is None and self._words.dues.whole(block.text[start:end]):
            owners, due = (), (0, end - start)
        if due is None:
            return found
        stretch = (block.start + start + due[0], block.start + start + due[1])
        return [replace(one, owners=one.owners or owners, due=one.due or stretch) for one in found]

    def tracked(self, index: int, block: Block, label: Label) -> ActionCandidate:
        """What a tracker's answer says, all in the groups of its rule; it repeats the action that it answers."""
        offset, groups = block.start, label.match.groups
        start, end = groups["task"]
        due = groups.get("due")
        return ActionCandidate(
            pieces=((offset + start, offset + end),),
            kind="explicit",
            block=index,
            rule=label.match.rule.id,
            owners=self._words.owners.split(label.group("owner", block.text)),
            due=(offset + due[0], offset + due[1]) if due else None,
            reference=f"ACTION-{label.group('ref', block.text)}",
            evidence=(offset + label.start, offset + label.end),
            repeats=True,
        )

    def candidate(
        self,
        index: int,
        block: Block,
        label: Label,
        task: Task,
        *,
        evidence: tuple[int, int],
        status: ActionStatus = "open",
    ) -> ActionCandidate:
        """The record of a task in a block, loose punctuation at its ends left out."""
        text = block.text
        start, end = task.start, task.end
        while start < end and text[start] in LOOSE:
            start += 1
        while end > start and text[end - 1] in " -:;,":
            end -= 1
        offset = block.start
        ref = label.match.groups.get("ref")
        return ActionCandidate(
            pieces=((offset + start, offset + end),),
            kind="explicit",
            block=index,
            rule=label.match.rule.id,
            owners=task.owners,
            due=(offset + task.due[0], offset + task.due[1]) if task.due else None,
            reference=text[label.start : ref[1]].strip(" :-[(") if ref else None,
            status=status,
            evidence=(offset + evidence[0], offset + max(evidence[1], end)),
        )
