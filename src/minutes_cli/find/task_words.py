"""The words of a marked task: where they begin and end in a text, and whom they give it to.

All offsets are those of the text handed in, a stretch of a block's mask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.find.due import Dues
from minutes_cli.find.owners import Owners
from minutes_cli.find.subjects import Subjects
from minutes_cli.rules.match import Rules
from minutes_cli.text.sentences import split_sentences

_CUE = re.compile(
    r"\s+(?:(?:has|have|had|is|are|was|were)\s+(?:also\s+|kindly\s+)?(?:to|agreed\s+to|offered\s+to|volunteered\s+to"
    r"|undertaken\s+to|promised\s+to|asked\s+to|requested\s+to|going\s+to|happy\s+to)|(?:also\s+|kindly\s+)?"
    r"(?:agree[ds]?|offer(?:ed|s)?|undertook|promised|volunteer(?:ed|s)?|need(?:s|ed)?|plans?|wish(?:es)?)\s+to"
    r"|to|will|would|shall|should|must|can|could|may|please|'ll)\s+(?P<verb>[\w-]+)(?:\s+(?P<next>\w+))?"
)
_HANDLE = re.compile(
    r"\W*(?P<owner>[a-z][\w-]{1,20}(?:(?:\s*[,&/]\s*|\s+and\s+)[a-z][\w-]{1,20}){0,3})\s+(?:to|will|should)\s+(?P<verb>[a-z-]+)"
)
_OPENING = re.compile(r"\W*(?:That|that|For|for)\s+(?=(?:the\s+)?[A-Z@])|")
_THAT = re.compile(r"\b[Tt]hat\s+(?P<owner>(?:the\s+)?[A-Z@][\w&'.-]*(?:\s+[\w&'.-]+){0,4}?)\s+(?P<verb>[a-z]+)\b")
_WORD = re.compile(r"[\w'.&/-]+")
_BY = re.compile(r"\bby\s+(?:the\s+)?(?P<owner>[A-Z@][\w.'&-]*(?:\s+(?:[A-Z][\w.'&-]*|of|and|&|for)){0,6})\s*[.;]?\s*$")
_PRONOUN = re.compile(r"\W*(?:[Hh]e|[Ss]he)\b")
_PARTICIPLE = re.compile(r"\w+(?:ed|wn|en|ung|ent|ade|one|ilt|ept|old|ead|eld|et|ut|ght|und)$")
_IN_BRACKETS = re.compile(r"[\s-]*(?:\((?P<round>[^()]{1,90})\)|\[(?P<square>[^\[\]]{1,90})\])\s*(?P<stop>[.;]?)\s*$")
_DASHED = re.compile(r"\s*(?:\s-+\s+|\s--?>\s*|\s-(?=[A-Z]{2,4}\b)|:\s+|\s\|\s)(?P<owner>[^:|]{1,70}?)\s*[.;]?\s*$")
_TAGGED = re.compile(r"\s+(?P<owner>@[\w-]+(?:(?:\s*[,&]\s*|\s+(?:and\s+)?)@[\w-]+){0,5})\s*[.;]?\s*$")
_OWNER_LABEL = re.compile(
    r"[\s,;(\[-]*\b(?:owners?|assignees?|assigned\s+to|lead|responsible|who|by\s+whom|action\s+by)\s*:\s*"
    r"(?P<owner>[^:;()\[\]]{1,80}?)\s*[)\].;,]*(?=\s*$|\s*[,;(\[-]+\s*(?:due|deadline|by|when|target|status)\b)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:In\s+(?:response|reply|answer)\s+to|In\s+(?:the\s+)?light\s+of|Following|Further\s+to|With\s+(?:regard|reference|respect)\s+to"
    r"|Arising\s+from|On\s+the\s+(?:question|matter|subject)\s+of|Regarding|As\s+(?:regards|to)|In\s+relation\s+to|After)\b"
)
_SAID_THAT = re.compile(
    r",\s+(?=(?:the\s+|The\s+|[A-Z])?[\w .'-]{1,70}?\s(?:also\s+)?(?:agreed|undertook|offered|confirmed|advised|said"
    r"|stated|was|were|would|will|to|promised|volunteered|responded|replied|explained)\b)"
)
_CONFIRMED = re.compile(
    r"[^,;]{1,60}?\b(?:also\s+)?(?:confirmed|advised|said|stated|explained|responded|replied)\s+that\s+"
)
_UNFINISHED = re.compile(
    r"(?:To|Both|These|Those|This|That|It|They|Also|And|Will|Needs?|Should|Would|Could|Copy|Copies|Date)\b",
    re.IGNORECASE,
)
_TO_BE_DONE = re.compile(r"(?<!remains )(?<!remain )(?<!still )(?<!has )(?<!have )\b[Tt]o\s+be\s+\w+(?:ed|en|t)\b")
_IS_GIVEN = r"\s+(?:to|will|would|shall|should|agreed|offered|undertook|has\s+(?:agreed|offered)|is\s+to|was\s+asked)\b"
_TASK_CUE = re.compile(
    r"(?P<strong>(?<!remains )(?<!remain )(?<!still )(?<!has )(?<!have )\b[Tt]o\s+be\s+\w+(?:ed|en|wn|ung|ade|one|t)\b"
    r"|\b(?:agreed|undertook|offered|volunteered|asked|requested|promised|instructed|resolved)\s+(?:to|that)\b)|\b(?:to|will|would|shall|should|'ll|needs?)\s+[a-z]+"
)


@dataclass(frozen=True, slots=True)
class Task:
    """The words of one task with the owners and the deadline that stand apart from them."""

    start: int
    end: int
    owners: tuple[str, ...] = ()
    due: tuple[int, int] | None = None


class TaskWords:
    """Cuts tasks out of the text of one document."""

    def __init__(self, rules: Rules, owners: Owners, subjects: Subjects, dues: Dues) -> None:
        self.owners = owners
        self.dues = dues
        self._subjects = subjects
        self._verbs = rules.words("task_verb")
        self._decided = rules.regex(r"\W*{decided}", ignore_case=True)

    def is_decided(self, text: str) -> bool:
        """Whether words behind a label tell what was decided, or that there is nothing to do."""
        return bool(self._decided.match(text))

    def owners_in(self, text: str, before: str = "") -> tuple[str, ...]:
        """The owners that a task's own words name; ``before`` is the text that a pronoun may point into."""
        lead = self.leading_owner(text)
        if lead:
            return self.owners.split(_OPENING.sub("", text[:lead], count=1))
        if _PRONOUN.match(text) or re.match(r"\W*I\b", text):
            named = self._subjects.last_named(before, len(before))
            return self._subject(before, named.owners) if named else ()
        for cue in _CUE.finditer(text):
            if _is_passive(cue):
                continue
            subject = self._subjects.before(text, cue.start())
            if subject and subject.kind in ("person", "post", "staff"):
                return self._subject(text, subject.owners)
        for told in _THAT.finditer(text):
            if told["verb"] in self._verbs and self.owners.is_owner(told["owner"], strict=True):
                return self.owners.split(told["owner"])
        by = _BY.search(text)
        if by and self.owners.is_owner(by["owner"], strict=True):
            return self.owners.split(by["owner"])
        return ()

    def leading_owner(self, text: str) -> int:
        """The end of the owner that a task opens with ("Clerk to write", "AB arrange"), 0 where it opens with none."""
        opening = _OPENING.match(text)
        if opening and opening.end():
            rest = self.leading_owner(text[opening.end() :])
            return opening.end() + rest if rest else 0
        for cue in _CUE.finditer(text, 0, 260):
            before = text[: cue.start()]
            if len(before) > 140 or re.search(r"[:;]|\.\s", before):
                break
            if _is_passive(cue):
                if self.owners.is_owner(before, strict=True) and self.owners.is_person(before):
                    return cue.start()
                continue
            active = cue["verb"].lower() in self._verbs or "volunteer" in cue[0] or "offer" in cue[0]
            if self.owners.is_owner(before, strict=not active) or (active and self._is_named(before)):
                return cue.start()
        handle = _HANDLE.match(text)
        if handle and handle["verb"] in self._verbs and self.owners.may_be_handles(handle["owner"]):
            return handle.end("owner")
        words = list(_WORD.finditer(text, 0, 90))
        for place, word in enumerate(words[1:6], 1):
            if (
                word[0] in self._verbs
                and words[0][0].lower() not in ("a", "an")
                and text[: word.start()].strip().lower() != "the"
                and self.owners.is_owner(text[: words[place - 1].end()], strict=True)
            ):
                return words[place - 1].end()
        return 0

    def is_task(self, text: str) -> bool:
        """Whether words that stand in no list are a task: an owner opens them, or what to do."""
        first = _WORD.search(text)
        if first is None or text.rstrip().endswith(":"):
            return False
        if first[0].lower() in self._verbs or first[0] == "To":
            return True
        return bool(self.leading_owner(text)) or bool(_TO_BE_DONE.search(text))

    def trailing(self, text: str, start: int, end: int) -> Task | None:
        """The task that the words before a label state: its last sentence, with those that it can't be read without."""
        sentences = [(start + a, start + b) for a, b in split_sentences(text[start:end])]
        if not sentences:
            return None
        begin, stop = sentences.pop()
        while sentences and self.is_unfinished(text[begin:stop]):
            previous = sentences.pop()
            begin = previous[0]
            if stop - begin > 400:
                break
            if not _UNFINISHED.match(text[begin:stop]):
                break
        return Task(self._without_lead_in(text, begin, stop), stop)

    def is_unfinished(self, words: str) -> bool:
        """Whether a sentence can't be read without the one before it: "To be chased.", "Both need it"."""
        opening = _UNFINISHED.match(words)
        if opening is None:
            return False
        return len(words.split()) < 7 or opening[0].lower() in ("both", "also", "and", "needs", "need")

    def weight(self, text: str, owners: tuple[str, ...]) -> int:
        """How surely a stretch gives a task: 3 where it names its owner with one, 2 or 1 where it has a task's words."""
        return max((self._weight(text[a:b], owners) for a, b in split_sentences(text)), default=0)

    def weightiest(self, text: str, start: int, end: int, owners: tuple[str, ...]) -> Task | None:
        """The sentence of a paragraph that gives its owners a task, the last of those that do so alike."""
        sentences = [(start + a, start + b) for a, b in split_sentences(text[start:end])]
        if not sentences:
            return None
        weights = [self._weight(text[a:b], owners) for a, b in sentences]
        place = max(range(len(sentences)), key=lambda i: (weights[i], i))
        begin, stop = sentences[place]
        for owner in owners if weights[place] == 3 else ():
            clause = re.compile(rf"(?<=[,;:-]\s)\s*(?=(?:the\s+)?{re.escape(owner)}{_IS_GIVEN})").search(
                text, begin, stop
            )
            if clause:
                return Task(clause.end(), stop)
        return self.trailing(text, start, stop)

    def _weight(self, sentence: str, owners: tuple[str, ...]) -> int:
        cue = _TASK_CUE.search(sentence)
        if cue is None:
            return 0
        if any(re.search(rf"(?<!\w){re.escape(owner)}{_IS_GIVEN}", sentence) for owner in owners):
            return 3
        return 2 if self.is_task(sentence) or cue["strong"] else 1

    def parted(self, text: str, start: int, end: int) -> Task:
        """A task without the owner and the deadline that stand apart from it, at its head or its end."""
        start, end, due = self._without_due(text, start, end)
        owners: tuple[str, ...] = ()
        label = _OWNER_LABEL.search(text, start, end)
        if label and self.owners.is_owner(label["owner"]):
            owners = self.owners.split(label["owner"])
            end = label.start()
        if not owners:
            start, owners = self._owner_at_head(text, start, end)
        if not owners and not self.leading_owner(text[start:end].strip()):
            cut, owners = self._owner_at_end(text, start, end)
            if cut < end and due is None:
                late = self.dues.find(text[cut:end])
                due = (cut + late.start, cut + late.end) if late else None
            end = cut
        return Task(start, end, owners, due)

    def _owner_at_head(self, text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
        """An owner that opens an entry: "AB: write", "[Lee] write", "Clerk - write", "@jo write"."""
        head = re.compile(
            r"\s*(?:\[(?P<square>[^\[\]]{1,80})\]|\((?P<round>[^()]{1,80})\)|(?P<tag>@[\w-]+(?:[ ,&]+@[\w-]+)*)(?=\s)"
            r"|(?P<plain>[^:.;]{1,90}?)\s*(?::|\s-+>?(?=\s)|-(?=\s)))\s*[:-]*\s*(?=\S)"
        ).match(text, start, end)
        if head is None:
            return start, ()
        words = head["square"] or head["round"] or head["tag"] or head["plain"] or ""
        if not self.owners.is_owner(words) or head.end() >= end:
            return start, ()
        return head.end(), self.owners.split(words)

    def owner_and_due(self, words: str) -> tuple[tuple[str, ...], tuple[int, int] | None]:
        """The owners and the deadline of words that hold nothing else, as in "Clerk, by 3 March"; else none."""
        found = self.dues.find(words) if len(words) < 160 else None
        if found is None or not found.start or words[found.end :].strip(" .)];,"):
            return (), None
        bare = re.sub(
            r"\s*(?:due|deadline)?\s*[:-]?\s*$", "", words[: found.start].strip(" ,;(-["), flags=re.IGNORECASE
        )
        if not self.owners.is_owner(bare):
            return (), None
        return self.owners.split(bare), (found.start, found.end)

    def _owner_at_end(self, text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
        stretch = text[start:end]
        for pattern in (_IN_BRACKETS, _TAGGED, _DASHED):
            match = pattern.search(stretch)
            if match is None or match.start() == 0:
                continue
            words = next(group for group in match.groups() if group)
            strict = pattern is _DASHED
            owners, _ = self.owner_and_due(words)
            if owners and not self.owners.is_owner(words):
                return start + match.start(), owners
            named = self.owners.is_owner(words, strict=strict) or (
                match[0].lstrip().startswith("- ") and self.owners.is_owner(words) and self.owners.is_person(words)
            )
            if named and not self.leading_owner(words):
                return start + match.start(), self.owners.split(words)
        return end, ()

    def _without_due(self, text: str, start: int, end: int) -> tuple[int, int, tuple[int, int] | None]:
        """A task without a deadline that its end or a label sets apart: "(by 3 March)" stays, "- due 3 March" goes."""
        found = self.dues.apart(text[start:end])
        if found is None:
            return start, end, None
        cut, (a, b) = found
        return start, start + cut, (start + a, start + b)

    def _is_named(self, words: str) -> bool:
        """Whether few words in capitals stand where the owner does, though nothing tells who they are."""
        if re.fullmatch(r"\W*(?:[A-Z][\w.&-]*\s+){0,3}[A-Z][\w.&-]*'s\s+[a-z]+", words):
            return True  # "Jane Doe's family"
        return len(words.split()) <= 4 and self.owners.is_owner(words)

    def _without_lead_in(self, text: str, start: int, end: int) -> int:
        """Where the main clause of a sentence begins behind "In response to a query on …,"."""
        if not _LEAD_IN.match(text, start, end):
            return start
        cuts = list(_SAID_THAT.finditer(text, start, end))
        if not cuts:
            return start
        begin = cuts[-1].end() if len(text[cuts[-1].end() : end].split()) >= 4 else cuts[0].end()
        confirmed = _CONFIRMED.match(text, begin, end)
        return confirmed.end() if confirmed and len(text[confirmed.end() : end].split()) >= 4 else begin

    def _subject(self, text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
        return tuple(" ".join(text[a:b].split()) for a, b in spans)


def _is_passive(cue: re.Match[str]) -> bool:
    verb, after = cue["verb"].lower(), (cue["next"] or "").lower()
    return (verb == "be" and bool(_PARTICIPLE.match(after))) or verb in ("have", "go", "been")
