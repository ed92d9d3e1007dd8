"""Actions marked by a label: before the task, behind it, or on a line of its own.

What stands behind the label decides. An owner alone marks the task before the label; nothing at all marks what the
next lines say; anything else is the task itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.label_lines import LabelLines
from minutes_cli.find.label_tasks import LOOSE, LabelTasks
from minutes_cli.find.labels import Label, LabelFinder
from minutes_cli.find.marked_lists import Lists
from minutes_cli.find.task_status import is_marked_done
from minutes_cli.find.task_words import Task, TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences

_REVIEWED = lazy(
    r"(?<=[.;)\]] )(?:(?:Update|Progress|Outcome|Response|Status(?!\s*:\s*[\w ]{3,20}[.;]?(?:\s+[A-Z][a-z ]+:|\s*$)))"
    r"(?:\s+from\s[^:]{1,160})?\s*:|(?:Update|Completed|Done)\s+-\s)"
)
_NEW_LINE = lazy(r"\s*(?!(?:To|Will|And|Would)\b)[A-Z0-9(]")
_CAPITAL = lazy(r"(?<=\s)[A-Z@(]")
_LONGEST_OWNER = 120  # characters
_REPORTED = lazy(
    r"\s*(?:[Tt]he\s+)?(?:[A-Z][\w.'-]*\s+){1,4}(?:reported|advised|confirmed|updated|explained|stated|said|noted|had|has|was)\b"
    r"(?!.*\b(?:will|would|to)\s+[a-z]+)"
)
_HAD_BEEN = lazy(r"[^:.]{2,60}:\s[^.]{0,80}?\b(?:had|has|have)\s+(?:been\s+)?\w+(?:ed|en|t)\b")
# "Action for Children had written": a body called so.
_BODY_DID = lazy(r"(?:[A-Z][\w'-]*\s+(?:and\s+|of\s+)?){1,4}(?:had|has|have|was|were|is|are|wrote|gave|said|runs?)\b")
_OWNED = lazy(r"\s*:|\s-+\s")  # behind the owner that a label leads to
_NEWLINE = lazy(r"[\r\n]")
_OWNER_GROUPS = ("owner", "owner_b", "owner_c", "owner_d")
_TWIN = lazy(r"[^\s/,;:.]+(?:[ ][^\s/,;:.]+){0,12}[ ]{0,3}/[ ]{0,3}(?=\w)")


class Labels:
    """Finds labelled actions block by block."""

    def __init__(
        self,
        document: Document,
        rules: Rules,
        words: TaskWords,
        lists: Lists,
        headers: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        self._document = document
        self._words = words
        self._lists = lists
        self._finder = LabelFinder(rules, headers)
        self._tasks = LabelTasks(words)
        self._lines = LabelLines(document, rules, words, lists, self._finder, self._tasks)

    def find(self) -> Iterator[ActionCandidate]:
        """All labelled actions in the order of the text."""
        for index, block in enumerate(self._document.blocks):
            labels = self._finder.find(block)
            if labels:
                block = _in_one_language(block, labels)
                found = list(self._read(index, block, labels))
                yield from found[:-1]
                yield from (self._lines.with_fields(index, candidate) for candidate in found[-1:])

    def _read(self, index: int, block: Block, labels: list[Label]) -> Iterator[ActionCandidate]:
        text, position = block.text, block.body - block.start
        for place, label in enumerate(labels):
            stop = labels[place + 1].start if place + 1 < len(labels) else len(text.rstrip())
            if "task" in label.match.groups:
                found, position = [self._tasks.tracked(index, block, label)], stop
            elif label.match.rule.id == "action.to-action":
                found, position = self._to_action(index, block, label, position)
            elif label.bracket:
                found, position = self._bracketed(index, block, label, position, stop)
            else:
                found, position = self._plain(index, block, label, position, stop)
            if "owner" in label.match.groups:
                found = self._tasks.with_bracket(block, label, found)
            if is_marked_done(text, label.start):
                found = [replace(one, status="done") for one in found]
            yield from found

    def _to_action(self, index: int, block: Block, label: Label, position: int) -> tuple[list[ActionCandidate], int]:
        """Read "Clerk to action": the owner stands before; where it opens its sentence, the task is before it."""
        text = block.text
        sentences = list(split_sentences(text[position : label.start]))
        if not sentences:
            return [], label.end
        start = position + sentences[-1][0]
        opening = max(text.rfind("(", start, label.start), text.rfind("[", start, label.start), start)
        words = text[opening : label.start].strip(" ([-:")  # "… by 3 May (Clerk to action)"
        if self._words.owners.is_owner(words, strict=True):
            owners = self._words.owners.split(words)
            begin = text.rfind(words, start, label.start)
            due = self._due_behind(text, label)
            stop = due[1] if due else label.end
            if not text[position:begin].strip(LOOSE):
                return self._lines.above(index, block, label, owners, due), stop
            return self._tasks.trailing(index, block, label, position, begin, owners, due), stop
        floor = max(start, label.start - _LONGEST_OWNER)
        end = label.end + next(iter(split_sentences(text[label.end : label.stop])), (0, 0))[1]
        for match in _CAPITAL.finditer(text, floor, label.start):
            owner = text[match.start() : label.start].strip(" ([")
            if self._words.owners.is_owner(owner, strict=True):
                task = Task(start, end, self._words.owners.split(owner))
                return [self._tasks.candidate(index, block, label, task, evidence=(start, end))], end
        return [], label.end

    def _due_behind(self, text: str, label: Label) -> tuple[int, int] | None:
        """The deadline that is all the rest of a sentence: "Clerk to action by 31 July"."""
        end = label.end + next(iter(split_sentences(text[label.end : label.stop])), (0, 0))[1]
        words = text[label.end : end]
        return (end - len(words.lstrip()), end) if self._words.dues.whole(words) else None

    def _bracketed(
        self, index: int, block: Block, label: Label, position: int, stop: int
    ) -> tuple[list[ActionCandidate], int]:
        """Read "(Action: JS)" behind the task, "[ACTION - Lee]" before it, "[Action: Clerk to write]" around it."""
        text, inside = block.text, block.text[label.end : label.stop]
        owners, due = self._tasks.owner_only(text, label.end, label.stop)
        head = text[position : label.start].strip(LOOSE)
        behind = min(label.stop + 1, len(text))
        if not owners and inside.strip():
            return self._tasks.leading(index, block, label, label.end, label.stop), behind
        if head:
            found = self._tasks.trailing(index, block, label, position, label.start, owners, due)
            if label.match.rule.set.get("stated"):  # an item of an agenda bears it too: "Budget report (action)"
                found = [one for one in found if one.owners or self._is_stated(one)]
            return found, behind
        if text[behind:stop].strip(LOOSE + "."):
            found = self._tasks.leading(index, block, label, behind, stop, owners=owners)
            stretch = (block.start + due[0], block.start + due[1]) if due else None
            return [replace(one, due=one.due or stretch) for one in found], stop
        return self._lines.above(index, block, label, owners, due), behind

    def _is_stated(self, one: ActionCandidate) -> bool:
        return self._words.is_task(self._document.cut(*one.passage))

    def _plain(
        self, index: int, block: Block, label: Label, position: int, stop: int
    ) -> tuple[list[ActionCandidate], int]:
        text = block.text
        named = next((label.group(name, text) for name in _OWNER_GROUPS if label.group(name, text)), "")
        owned = bool(named) and (self._words.owners.is_owner(named) or self._words.owners.may_be_handles(named))
        inner = self._words.owners.split(named) if owned else ()
        if label.match.rule.set.get("named") and not self._words.owners.is_owner(named, strict=True):
            return [], position  # "Leeds > york by train" points from nobody
        if not text[label.end : stop].strip(LOOSE + ".") and not inner:
            if label.match.rule.id == "action.tag" and text[position : label.start].strip(LOOSE):
                return self._tasks.leading(index, block, label, position, label.start), stop  # "… the build #action"
            return self._lines.empty(index, block, label, position), stop
        first = next(iter(split_sentences(text[label.end : stop])), (0, 0))
        sentence_end = label.end + first[1]
        owners, due = self._tasks.owner_only(text, label.end, stop)
        if not owners and label.match.rule.set.get("alone"):
            return [], position
        groups = (
            self._tasks.shares.groups(text, label.end, stop) if not owners and ";" in text[label.end : stop] else {}
        )
        if len(groups) > 1:
            owners, due = tuple(groups), next(filter(None, groups.values()), None)
        broken = self._lines.broken_owner(index, text[label.end : stop]) if stop >= len(text.rstrip()) else ()
        if broken:
            owners, sentence_end = broken, stop
        elif owners:
            sentence_end = stop
        else:
            line_end = self._line_end(block, label.end, stop)
            breaks = line_end < stop and _NEW_LINE.match(text, line_end)
            owners, due = self._tasks.owner_only(text, label.end, line_end) if breaks else ((), None)
            if owners:
                sentence_end = line_end
            else:
                owners, due = self._tasks.owner_only(text, label.end, sentence_end)
        if (
            named
            and not owned
            and label.group("ref", text)
            and not owners
            and not self._words.is_task(text[label.end : sentence_end])
            and self._words.owner_and_due(named)[1] is None
        ):
            return [], stop  # "Action 113 (signs): they came with the wrong arrows", of an earlier meeting
        if label.group("by", text) and (
            _HAD_BEEN.match(text, label.end, stop) or _BODY_DID.match(text, label.end, stop)
        ):
            return [], stop  # "Action by the police: a patrol had been sent"
        if label.group("ref", text) and _REPORTED.match(text, label.end, sentence_end):
            return [], stop  # "Action 22/118 - AB reported that it was done", of an earlier meeting too
        head = text[position : label.start].strip(LOOSE)
        if inner and not text[label.end : stop].strip(LOOSE + "."):
            below = [] if head else self._lists.nested_in(index, rule=label.match.rule.id, owners=inner)
            if below:
                return below, stop
            owners = inner
        if label.match.rule.set.get("owned"):
            lead = self._words.leading_owner(text[label.end : stop])
            named = text[label.end : label.end + lead] if lead else _OWNED.split(text[label.end : stop], maxsplit=1)[0]
            if not (
                self._words.owners.is_owner(named, strict=True) if lead else self._words.owners.is_known_owner(named)
            ):
                return [], position
        if owners:
            if head:
                return self._tasks.trailing(index, block, label, position, label.start, owners, due), sentence_end
            if sentence_end < stop and not self._is_labelled_above(index):
                rest = text[sentence_end:stop]
                if self._words.is_task(rest.strip()):
                    return self._tasks.leading(index, block, label, sentence_end, stop, owners=owners), stop
            return self._lines.above(index, block, label, owners, due), sentence_end
        if _REVIEWED.search(text, label.end, stop):
            return [], stop  # an action of an earlier meeting, reported on
        end = self._tasks.leading_end(text, label.end, stop)
        return self._tasks.leading(index, block, label, label.end, end, owners=inner), end

    def _line_end(self, block: Block, start: int, stop: int) -> int:
        """Where the line ends that a label stands on, if the block goes on below it."""
        found = _NEWLINE.search(self._document.text, block.start + start, block.start + stop)
        return found.start() - block.start if found else stop

    def _is_labelled_above(self, index: int) -> bool:
        return index > 0 and bool(self._finder.find(self._document.blocks[index - 1]))


def _in_one_language(block: Block, labels: list[Label]) -> Block:
    """A block in which the foreign twins of owners and tasks behind labels in two languages are blanked."""
    text = block.text
    for label in labels:
        if "twin" in label.match.groups:
            words = _TWIN.sub(lambda twin: " " * len(twin[0]), text[label.end : label.stop])
            text = text[: label.end] + words + text[label.stop :]
    return block if text is block.text else replace(block, text=text)
