"""Actions marked by a label: before the task, behind it, or on a line of its own.

What stands behind the label decides. An owner alone marks the task before the label; nothing at all marks what the
next lines say; anything else is the task itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_cli.document import Document
from minutes_cli.find.candidates import ActionCandidate
from minutes_cli.find.marked_lists import Lists
from minutes_cli.find.task_words import Task, TaskWords
from minutes_cli.rules.match import Match, Rules
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import split_sentences

_CLOSE = {"[": "]", "(": ")"}
_LOOSE = " -:;,"
_ATTRIBUTION = re.compile(r"\s*\([\w.|\[\]-]{2,30},\s+\d\d:\d\d(?::\d\d)?\)\s*$")
_REVIEWED = re.compile(
    r"(?<=[.;)\]] )(?:(?:Update|Progress|Outcome|Status|Response)(?:\s+from\s[^:]{1,160})?\s*:|(?:Update|Completed|Done)\s+-\s)"
)
_NEW_LINE = re.compile(r"\s*(?!(?:To|Will|And|Would)\b)[A-Z0-9(]")
_MARKER_BEHIND = re.compile(r"\s*[;,]?\s*\(?\w{1,3}[.)]\s*$")
_RECORDED = re.compile(r"\s*\[recorded\s+in\s[^\]]{1,200}\]\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"\W*(?:To|He|She|They|This|It|These|And|Also|Then|Please|Copy)\b")
_REACH_BACK = 3  # blocks above a label on a line of its own in which its task may stand
_LISTED = re.compile(r"(?:^|(?<=\s))(?:\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)[.)])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a block: where it stands in the block's text, and the stretch behind it that it may own."""

    match: Match
    start: int
    end: int
    stop: int
    bracket: bool = False

    def group(self, name: str, text: str) -> str:
        """The words of a group of the rule, blank where it took no part."""
        span = self.match.groups.get(name)
        return text[span[0] : span[1]].strip() if span else ""


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
        self._rules = rules
        self._words = words
        self._lists = lists
        self._headers = headers
        self._bare = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)

    def find(self) -> Iterator[ActionCandidate]:
        """All labelled actions in the order of the text."""
        for index, block in enumerate(self._document.blocks):
            labels = self._labels(block)
            if labels:
                yield from self._read(index, block, labels)

    def _labels(self, block: Block) -> list[Label]:
        found: list[Match] = []
        for match in self._rules.find("action", "block", block.text):
            if block.cell is not None and (block.cell.table, block.cell.row) in self._headers:
                break
            if _is_placed(block, match) and not any(
                match.start < other.end and other.start < match.end for other in found
            ):
                found.append(match)
        found.sort(key=lambda match: match.start)
        labels: list[Label] = []
        for place, match in enumerate(found):
            after = found[place + 1].start if place + 1 < len(found) else len(block.text.rstrip())
            opened = block.text[match.start] if block.text[match.start] in _CLOSE else ""
            close = block.text.find(_CLOSE[opened], match.end, after + 1) if opened else -1
            if opened and close < 0 and match.rule.id != "action.tag":
                close = after
            if close >= 0 and match.rule.id != "action.tag":
                labels.append(Label(match, match.start, match.end, close, bracket=True))
            else:
                labels.append(Label(match, match.start, match.end, max(match.end, after)))
        return labels

    def _read(self, index: int, block: Block, labels: list[Label]) -> Iterator[ActionCandidate]:
        text, position = block.text, block.body - block.start
        for place, label in enumerate(labels):
            stop = labels[place + 1].start if place + 1 < len(labels) else len(text.rstrip())
            if "task" in label.match.groups:
                found, position = [self._tracked(index, block, label)], stop
            elif label.match.rule.id == "action.to-action":
                found, position = self._to_action(index, block, label, position)
            elif label.bracket:
                found, position = self._bracketed(index, block, label, position, stop)
            else:
                found, position = self._plain(index, block, label, position, stop)
            yield from found

    def _tracked(self, index: int, block: Block, label: Label) -> ActionCandidate:
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

    def _to_action(self, index: int, block: Block, label: Label, position: int) -> tuple[list[ActionCandidate], int]:
        """Read "Clerk to action": the owner is what stands before; where it opens its sentence, the task is before it."""
        text = block.text
        sentences = list(split_sentences(text[position : label.start]))
        if not sentences:
            return [], label.end
        start = position + sentences[-1][0]
        words = text[start : label.start].strip(" ([-:")
        if self._words.owners.is_owner(words, strict=True):
            owners = self._words.owners.split(words)
            begin = text.rfind(words, start, label.start)
            if not text[position:begin].strip(_LOOSE):
                return self._above(index, block, label, owners, None), label.end
            return self._trailing(index, block, label, position, begin, owners), label.end
        for match in reversed(list(re.finditer(r"(?<=\s)[A-Z@(]", text[start : label.start]))):
            owner = text[start + match.start() : label.start].strip(" ([")
            if self._words.owners.is_owner(owner, strict=True):
                task = Task(start, label.end, self._words.owners.split(owner))
                return [self._candidate(index, block, label, task, evidence=(start, label.end))], label.end
        return [], label.end

    def _bracketed(
        self, index: int, block: Block, label: Label, position: int, stop: int
    ) -> tuple[list[ActionCandidate], int]:
        """Read "(Action: JS)" behind the task, "[ACTION - Lee]" before it, "[Action: Clerk to write]" around it."""
        text, inside = block.text, block.text[label.end : label.stop]
        owners, due = self._owner_only(text, label.end, label.stop)
        head = text[position : label.start].strip(_LOOSE)
        behind = min(label.stop + 1, len(text))
        if not owners and inside.strip():
            return self._leading(index, block, label, label.end, label.stop), behind
        if head:
            return self._trailing(index, block, label, position, label.start, owners, due), behind
        if text[behind:stop].strip(_LOOSE + "."):
            found = self._leading(index, block, label, behind, stop, owners=owners)
            return found, stop
        return self._above(index, block, label, owners, due), behind

    def _plain(
        self, index: int, block: Block, label: Label, position: int, stop: int
    ) -> tuple[list[ActionCandidate], int]:
        text = block.text
        named = label.group("owner", text) or label.group("owner_b", text)
        inner = self._words.owners.split(named) if named and self._words.owners.is_owner(named) else ()
        if not text[label.end : stop].strip(_LOOSE + ".") and not inner:
            return self._empty(index, block, label, position), stop
        first = next(iter(split_sentences(text[label.end : stop])), (0, 0))
        sentence_end = label.end + first[1]
        owners, due = self._owner_only(text, label.end, stop)
        if not owners and label.match.rule.set.get("alone"):
            return [], position
        broken = self._broken_owner(index, text[label.end : stop]) if stop >= len(text.rstrip()) else ()
        if broken:
            owners, sentence_end = broken, stop
        elif owners:
            sentence_end = stop
        else:
            line_end = self._line_end(block, label.end, stop)
            breaks = line_end < stop and _NEW_LINE.match(text, line_end)
            owners, due = self._owner_only(text, label.end, line_end) if breaks else ((), None)
            if owners:
                sentence_end = line_end
            else:
                owners, due = self._owner_only(text, label.end, sentence_end)
        head = text[position : label.start].strip(_LOOSE)
        if inner and not text[label.end : stop].strip(_LOOSE + "."):
            owners = inner
        if owners:
            if head:
                return self._trailing(index, block, label, position, label.start, owners, due), sentence_end
            if sentence_end < stop and not self._is_labelled_above(index):
                rest = text[sentence_end:stop]
                if self._words.is_task(rest.strip()):
                    return self._leading(index, block, label, sentence_end, stop, owners=owners), stop
            return self._above(index, block, label, owners, due), sentence_end
        if _REVIEWED.search(text, label.end, stop):
            return [], stop  # an action of an earlier meeting, reported on
        end = self._leading_end(text, label.end, stop)
        return self._leading(index, block, label, label.end, end, owners=inner), end

    def _line_end(self, block: Block, start: int, stop: int) -> int:
        """Where the line ends that a label stands on, if the block goes on below it."""
        found = re.compile(r"[\r\n]").search(self._document.text, block.start + start, block.start + stop)
        return found.start() - block.start if found else stop

    def _broken_owner(self, index: int, words: str) -> tuple[str, ...]:
        """An owner that the next line goes on with: "Action: Director of" over "Homes"."""
        document = self._document
        after = index + 1
        if after >= len(document.blocks) or document.places[after] != document.places[index] or not words.strip():
            return ()
        block, line = document.blocks[index], document.blocks[after]
        if line.first != block.last + 1 or line.listed or line.cell != block.cell or len(line.words.split()) > 4:
            return ()
        if len(words) > 120 or line.words.endswith((".", ":")) or self._labels(line):
            return ()
        joined = f"{words.strip()} {line.words.strip()}"
        unfinished = bool(re.search(r"(?:,|&|/|\b(?:of|and|for|the))\s*$", words))
        if not self._words.owners.is_owner(joined, strict=True):
            return ()
        if not unfinished and (len(line.words.split()) > 2 or not self._words.owners.is_owner(words)):
            return ()
        self._lists.taken.add(after)
        return self._words.owners.split(joined)

    def _owner_only(self, text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[int, int] | None]:
        """The owners where a stretch holds nothing else but them and perhaps a deadline."""
        words = text[start:end]
        if self._words.owners.is_owner(words):
            return self._words.owners.split(words), None
        owners, due = self._words.owner_and_due(words)
        return owners, (start + due[0], start + due[1]) if due else None

    def _leading_end(self, text: str, start: int, stop: int) -> int:
        """Where the task behind a label ends: with its first sentence, unless what follows goes on with it."""
        sentences = [(start + a, start + b) for a, b in split_sentences(text[start:stop])]
        end = start
        owner_led = True
        for place, (a, b) in enumerate(sentences):
            words = text[a:b]
            if place and not (
                _GOES_ON.match(words)
                or _LISTED.match(words)
                or (self._words.is_task(words) and owner_led)
                or self._words.is_decided(text[start:a])
            ):
                break
            end = b
        return end or stop

    def _leading(
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
        if label.group("by", text).lower() == "on" and not self._words.leading_owner(text[start:end].strip()):
            return []
        found: list[ActionCandidate] = []
        carried: tuple[str, ...] = owners
        for a, b in self._parts(text, start, end, labelled="owner" in label.match.groups):
            if self._words.is_decided(text[a:b]) or not re.search(r"\w{2}", text[a:b]):
                continue
            task = self._words.parted(text, a, b)
            named = task.owners or carried or self._words.owners_in(text[task.start : task.end].strip(), text[:a])
            task = Task(task.start, task.end, named, task.due)
            found.append(self._candidate(index, block, label, task, evidence=(label.start, b)))
        return found

    def _parts(self, text: str, start: int, end: int, *, labelled: bool) -> Iterator[tuple[int, int]]:
        """The tasks in a stretch: a sentence whose owner opens it, or an entry of a list in the line, begins another."""
        cuts = [start]
        for place, (a, _) in enumerate(split_sentences(text[start:end])):
            opens = not labelled and self._words.leading_owner(text[start + a : end])
            if place and (opens or self._words.is_decided(text[cuts[-1] : start + a])):
                cuts.append(start + a)
        numbered = [match.end() + start for match in _LISTED.finditer(text[start:end])]
        if len(numbered) > 1 and len(text[start : numbered[0]].strip()) < 5:
            cuts = numbered
        for a, b in zip(cuts, [*cuts[1:], end], strict=True):
            marker = _MARKER_BEHIND.search(text, a, b) if cuts is numbered and b < end else None
            yield a, marker.start() if marker else b

    def _trailing(
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
        while end > start and text[end - 1] in _LOOSE + "(":
            end -= 1
        task = self._words.trailing(text, start, end)
        if task is None or not re.search(r"\w{2}", text[task.start : task.end]):
            return []
        owners = owners or self._words.owners_in(text[task.start : task.end], text[: task.start])
        done = Task(task.start, task.end, owners, due)
        return [
            self._candidate(
                index, block, label, done, evidence=(task.start, max(label.end, label.stop if owners else 0))
            )
        ]

    def _above(
        self, index: int, block: Block, label: Label, owners: tuple[str, ...], due: tuple[int, int] | None
    ) -> list[ActionCandidate]:
        """The task in the blocks above a label that stands on a line of its own."""
        document = self._document
        for above in range(index - 1, max(-1, index - 1 - _REACH_BACK), -1):
            other = document.blocks[above]
            if document.places[above] != document.places[index] or not _same_cell(other, block):
                break
            if not other.words.strip(" .:-"):
                continue
            if self._labels(other):
                break
            task = self._words.trailing(other.text, other.body - other.start, len(other.text.rstrip()))
            if task is None:
                break
            offset = other.start
            return [
                ActionCandidate(
                    pieces=((offset + task.start, offset + task.end),),
                    kind="explicit",
                    block=above,
                    rule=label.match.rule.id,
                    owners=owners or self._words.owners_in(other.text[task.start : task.end], other.text[: task.start]),
                    due=(block.start + due[0], block.start + due[1]) if due else None,
                    reference=label.group("ref", block.text) or None,
                    evidence=(offset + task.start, block.start + max(label.stop, label.end)),
                )
            ]
        return self._below(index, block, label, owners)

    def _below(self, index: int, block: Block, label: Label, owners: tuple[str, ...]) -> list[ActionCandidate]:
        """The task on the line below an owner's label that nothing stands above."""
        blocks, after = self._document.blocks, index + 1
        if after >= len(blocks) or blocks[after].first != block.last + 1 or after in self._lists.taken:
            return []
        below = blocks[after]
        if self._document.places[after] != self._document.places[index] or not self._words.is_task(below.words):
            return []
        self._lists.taken.add(after)
        start, end = below.body - below.start, len(below.text.rstrip())
        return self._leading(after, below, Label(label.match, start, start, end), start, end, owners=owners)

    def _empty(self, index: int, block: Block, label: Label, position: int) -> list[ActionCandidate]:
        """A label with nothing behind it on its line: the next lines hold the owner, the task or a list of tasks."""
        document = self._document
        after = index + 1
        if after >= len(document.blocks) or document.places[after] != document.places[index]:
            return []
        block_after = document.blocks[after]
        head = block.text[position : label.start].strip(_LOOSE)
        if not _same_cell(block, block_after):
            return []
        owners, _ = self._owner_only(block_after.text, block_after.body - block_after.start, len(block_after.text))
        has_children = after + 1 < len(document.blocks) and document.blocks[after + 1].listed
        if owners and not (has_children and not head):
            self._lists.taken.add(after)
            if head:
                return self._trailing(index, block, label, position, label.start, owners)
            return self._above(index, block, label, owners, None)
        if head and not block_after.listed and not self._bare.fullmatch(head):
            return []
        if block_after.listed or owners:
            return self._lists.entries_from(after, rule=label.match.rule.id, indent=block.indent)
        if self._labels(block_after) or after in self._lists.taken:
            return []
        if label.match.rule.id == "action.task" and not self._words.is_task(block_after.words):
            return []
        found: list[ActionCandidate] = []
        while True:
            self._lists.taken.add(after)
            start = block_after.body - block_after.start
            end = self._leading_end(block_after.text, start, len(block_after.text.rstrip()))
            found += self._leading(after, block_after, Label(label.match, start, start, end), start, end)
            after += 1
            if after >= len(document.blocks) or document.places[after] != document.places[index]:
                return found
            last, block_after = block_after, document.blocks[after]
            adjoins = block_after.first == last.last + 1 and block_after.cell == block.cell
            if not adjoins or not self._words.leading_owner(block_after.words) or self._labels(block_after):
                return found

    def _is_labelled_above(self, index: int) -> bool:
        return index > 0 and bool(self._labels(self._document.blocks[index - 1]))

    def _candidate(
        self, index: int, block: Block, label: Label, task: Task, *, evidence: tuple[int, int]
    ) -> ActionCandidate:
        text = block.text
        start, end = task.start, task.end
        while start < end and text[start] in _LOOSE:
            start += 1
        while end > start and text[end - 1] in " -:;,":
            end -= 1
        offset = block.start
        reference = label.group("ref", text)
        return ActionCandidate(
            pieces=((offset + start, offset + end),),
            kind="explicit",
            block=index,
            rule=label.match.rule.id,
            owners=task.owners,
            due=(offset + task.due[0], offset + task.due[1]) if task.due else None,
            reference=text[label.start : label.end].strip(" :-[(") if reference else None,
            evidence=(offset + evidence[0], offset + max(evidence[1], end)),
        )


def _is_placed(block: Block, match: Match) -> bool:
    """Whether a label stands where one can: at the head, behind a sentence or a dash; in capitals anywhere."""
    if match.rule.id in ("action.to-action", "action.capitals"):
        return True
    before = block.text[max(0, block.body - block.start) : match.start].rstrip()
    if not before or before[-1] in ".;:!?)]}-/|*>\"'," or block.text[match.start] in "[(":
        return True
    word = block.text[match.start : match.end].strip(" :-")
    return word[:6].isupper() or (match.rule.id != "action.tag" and block.text[match.start - 3 : match.start].isspace())


def _same_cell(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return one.cell is other.cell
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
