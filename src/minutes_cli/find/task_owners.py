"""Whom a marked task is given to: the owner that its words name, and the one that stands apart at its head or end.

All offsets are those of the text handed in, a stretch of a block's mask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.find.due import Dues
from minutes_cli.find.owners import Owners
from minutes_cli.find.subjects import Subjects
from minutes_cli.find.task_tails import Tails
from minutes_cli.patterns import lazy
from minutes_cli.records import ActionStatus
from minutes_cli.rules.match import Rules

_CUE = lazy(
    r"(?<=\S)\s+(?:(?:has|have|had|is|are|was|were)\s+(?:also\s+|kindly\s+)?(?:to|agreed\s+to|offered\s+to|volunteered\s+to"
    r"|undertaken\s+to|promised\s+to|asked\s+to|requested\s+to|going\s+to|happy\s+to)|(?:also\s+|kindly\s+)?"
    r"(?:agree[ds]?|offer(?:ed|s)?|undertook|promised|volunteer(?:ed|s)?|need(?:s|ed)?|plans?|wish(?:es)?)\s+to"
    r"|to|will|would|shall|should|must|can|could|may|please|'ll)\s+(?P<verb>[\w-]+)(?:\s+(?P<next>\w+))?"
)
_HANDLE = lazy(
    r"\W*(?P<owner>[a-z][\w-]{1,20}(?:(?:\s*[,&/]\s*|\s+and\s+)[a-z][\w-]{1,20}){0,3})\s+(?:to|will|should)\s+(?P<verb>[a-z-]+)"
)
_OPENING = lazy(
    r"\W*(?:(?:That|that|For|for)\s+(?=(?:the\s+)?[A-Z@])|(?:(?:Please\s+)?(?:Could|Can|Would)|Please)\s+(?=(?:the\s+|all\s+)?\w))|"
)
_THAT = lazy(r"\b[Tt]hat\s+(?P<owner>(?:the\s+)?[A-Z@][\w&'.-]*(?:\s+[\w&'.-]+){0,4}?)\s+(?P<verb>[a-z]+)\b")
_WORD = lazy(r"[\w'.&/-]+")
_BY = lazy(r"\bby\s+(?:the\s+)?(?P<owner>[A-Z@][\w.'&-]*(?:\s+(?:[A-Z][\w.'&-]*|of|and|&|for)){0,6})\s*[.;]?\s*$")
_PRONOUN = lazy(r"\W*(?:[Hh]e|[Ss]he)\b")
_PARTICIPLE = lazy(r"\w+(?:ed|wn|en|ung|ent|ade|one|ilt|ept|old|ead|eld|et|ut|ght|und)$")
_HEAD = lazy(
    r"\s*(?:\[(?P<square>[^\[\]]{1,80})\]|\((?P<round>[^()]{1,80})\)"
    r"|(?P<tag>@[\w-]+(?:(?:\s+and\s+|[ ,&+/]+)@[\w-]+)*)(?=\s|:)"
    r"|(?P<plain>(?:[^:.;]|(?<=\b[A-Z])\.|(?<=\b[MD][rs])\.|(?<=\bMrs)\.|(?<=\bCllr)\.|(?<=\bRev)\.|(?<=\bProf)\.){1,90}?)"
    r"(?:\s*(?::|\s-+>?(?=\s)|-(?=\s))|[ ]{3,}(?=\S)))\s*[:-]*\s*(?=\S)"
)
_INITIALS = lazy(r"\s*(?P<owner>[A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,4}){0,3})(?:\s+(?=[A-Z][a-z])|,\s+(?=[a-z]))")
_IN_BRACKETS = lazy(r"[\s-]*(?:\((?P<round>[^()]{1,90})\)|\[(?P<square>[^\[\]]{1,90})\])\s*(?P<stop>[.;]?)\s*$")
_DASHED = lazy(r"\s*(?:\s-+\s+|\s--?>\s*|\s-(?=[A-Z]{2,4}\b)|:\s+|\s\|\s)(?P<owner>[^:|]{1,70}?)\s*[.;]?\s*$")
_GAPPED = lazy(r"(?<=\S)[ ]{3,}(?P<owner>[A-Z@](?:[^:|\s]|[ ](?![ ])){1,60})[.;]?\s*$")  # in a last column
_TAGGED = lazy(r"\s+(?P<owner>@[\w-]+(?:(?:\s*[,&+/]\s*|\s+(?:and\s+)?)@[\w-]+){0,5})\s*[.;]?\s*$")
# It opens with a class of characters, so that all others are passed over fast.
_STOPS = lazy(
    r"[:;.](?:(?<=[:;])|(?<![A-Z]\.)(?<!\b[MD][rs]\.)(?<!\bMrs\.)(?<!\bCllr\.)(?<!\bRev\.)(?<!\bProf\.)(?<!\bSmt\.)"
    r"(?<!\bFr\.)(?<!\bSt\.)\s)"
)
_GIVEN = lazy(r"(?:to|will|would|should|shall|agreed|is|has)\b")
_FAMILY = lazy(r"\W*(?:[A-Z][\w.&-]*\s+){0,3}[A-Z][\w.&-]*'s\s+[a-z]+")
_REACH = 2000  # characters of a task's words in which its owner is looked for
_TAIL = 240  # characters at the end of a task among which an owner may stand apart


@dataclass(frozen=True, slots=True)
class Task:
    """The words of one task with the owners and the deadline that stand apart from them."""

    start: int
    end: int
    owners: tuple[str, ...] = ()
    due: tuple[int, int] | None = None
    status: ActionStatus = "open"


class TaskOwners:
    """Reads the owners and deadlines of tasks in one document."""

    def __init__(self, rules: Rules, owners: Owners, subjects: Subjects, dues: Dues) -> None:
        self.owners = owners
        self.dues = dues
        self.tails = Tails(rules, owners, dues)
        self._subjects = subjects
        self.verbs = rules.words("task_verb")
        self._leading: dict[str, int] = {}

    def owners_in(self, text: str, before: str = "") -> tuple[str, ...]:
        """The owners that a task's own words name; ``before`` is the text that a pronoun may point into."""
        lead = self.leading_owner(text)
        if lead:
            return self.owners.split(_OPENING.sub("", text[:lead], count=1))
        if _PRONOUN.match(text) or re.match(r"\W*I\b", text):
            named = self._subjects.last_named(before, len(before))
            return self._subject(before, named.owners) if named else ()
        for cue in _CUE.finditer(text, 0, _REACH):
            if _is_passive(cue):
                continue
            subject = self._subjects.before(text, cue.start())
            if subject and subject.kind in ("person", "post", "staff"):
                return self._subject(text, subject.owners)
        for told in _THAT.finditer(text, 0, _REACH):
            if told["verb"] in self.verbs and self.owners.is_owner(told["owner"], strict=True):
                return self.owners.split(told["owner"])
        by = _BY.search(text, max(0, len(text) - _TAIL))
        if by and self.owners.is_owner(by["owner"], strict=True):
            return self.owners.split(by["owner"])
        return ()

    def leading_owner(self, text: str) -> int:
        """The end of the owner that a task opens with ("Clerk to write", "AB arrange"), 0 where it opens with none."""
        if text not in self._leading:
            self._leading[text] = self._leading_owner(text)
        return self._leading[text]

    def _leading_owner(self, text: str) -> int:
        opening = _OPENING.match(text)
        if opening and opening.end():
            rest = self.leading_owner(text[opening.end() :])
            return opening.end() + rest if rest else 0
        for cue in _CUE.finditer(text, 0, 260):
            before = text[: cue.start()]
            if len(before) > 140 or _STOPS.search(before):
                break
            if _is_passive(cue):
                if self.owners.is_owner(before, strict=True) and self.owners.is_person(before):
                    return cue.start()
                continue
            active = cue["verb"].lower() in self.verbs or "volunteer" in cue[0] or "offer" in cue[0]
            if self.owners.is_owner(before, strict=not active) or (active and self._is_named(before)):
                return cue.start()
        handle = _HANDLE.match(text)
        if handle and handle["verb"] in self.verbs and self.owners.may_be_handles(handle["owner"]):
            return handle.end("owner")
        words = list(_WORD.finditer(text, 0, 90))
        for place, word in enumerate(words[1:6], 1):
            if (
                word[0] in self.verbs
                and words[0][0].lower() not in ("a", "an")
                and text[: word.start()].strip().lower() != "the"
                and self.owners.is_owner(text[: words[place - 1].end()], strict=True)
            ):
                return words[place - 1].end()
        return 0

    def parted(self, text: str, start: int, end: int) -> Task:
        """A task without the owner, the deadline and the status that stand apart from it, at its head or its end."""
        begin, head = self.owner_at_head(text, start, end)
        led = not head and bool(self.leading_owner(text[start:end].strip()))
        joined = self._post_with_dash(text, start, begin, end) if head else 0
        if joined:
            return Task(start, end, (" ".join(text[start:joined].split()),), self._without_due(text, start, end)[2])
        sure = bool(head) and self._is_sure(text[start:begin])
        tail = self.tails.read(text, begin if sure else start, end, led=led or sure)
        if tail.owners:
            return Task(begin if sure else start, tail.end, tail.owners, tail.due, tail.status)
        due, end = tail.due, tail.end
        if due is None:
            start, end, due = self._without_due(text, start, end)
        if head and begin < end:
            return Task(begin, end, head, due, tail.status)
        cut, owners = self._owner_at_end(text, start, end, led=led)
        if cut < end and due is None:
            late = self.dues.find(text[cut:end])
            due = (cut + late.start, cut + late.end) if late else None
        return Task(start, cut, owners, due, tail.status)

    def _post_with_dash(self, text: str, start: int, begin: int, end: int) -> int:
        """Where a post ends that holds a dash: "Assistant Director - Legal and Elections to report"; else 0."""
        words = text[start:begin].rstrip()
        lead = (
            self.leading_owner(text[begin:end]) if words.endswith("-") and self.owners.is_post(words.strip(" -")) else 0
        )
        rest = text[begin : begin + lead]
        return begin + lead if lead and not self.owners.is_known_owner(rest) and not self.owners.is_post(rest) else 0

    def _is_sure(self, words: str) -> bool:
        """Whether what opens a task is surely its owner: known, or a name of two words or more."""
        bare = words.strip(" -:()[]>")
        if self.owners.is_known_owner(bare):
            return True
        return len(bare.split()) > 1 and self.owners.is_owner(bare, strict=True) and self.owners.is_person(bare)

    def owner_and_due(self, words: str) -> tuple[tuple[str, ...], tuple[int, int] | None]:
        """The owners and the deadline of words that hold nothing else, as in "Clerk, by 3 March"; else none."""
        return self.tails.owner_and_due(words)

    def _are_known(self, initials: str) -> bool:
        return all(word == "ALL" or self.owners.is_known(word) for word in re.findall(r"[A-Z]+", initials))

    def owner_at_head(self, text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
        """An owner that opens an entry: "AB: write", "[Lee] write", "Clerk - write", "@jo write"."""
        initials = _INITIALS.match(text, start, end)
        lead = start + self.leading_owner(text[start:end]) if initials else 0
        whole = initials and lead > initials.end() and _GIVEN.match(text[lead:].lstrip())  # "GM Judd to"
        if initials and not whole and self._are_known(initials["owner"]):
            return initials.end(), self.owners.split(initials["owner"])
        head = _HEAD.match(text, start, end)
        if head is None:
            return start, ()
        words = head["square"] or head["round"] or head["tag"] or head["plain"] or ""
        if not self.owners.is_owner(words) or head.end() >= end:
            return start, ()
        if head["tag"] and _GIVEN.match(text, head.end()):
            return start, ()
        return head.end(), self.owners.split(words)

    def _owner_at_end(self, text: str, start: int, end: int, *, led: bool) -> tuple[int, tuple[str, ...]]:
        first = max(start, end - _TAIL)
        stretch = text[first:end]
        for pattern in (_DASHED,) if led else (_IN_BRACKETS, _TAGGED, _GAPPED, _DASHED):
            match = pattern.search(stretch)
            if match is None or first + match.start() <= start:
                continue
            words = next(group for group in match.groups() if group)
            strict = pattern in (_DASHED, _GAPPED)
            if led and not (match[0].lstrip().startswith("- ") and self.owners.is_known_owner(words)):
                continue
            owners, _ = self.owner_and_due(words)
            if owners and not self.owners.is_owner(words):
                return first + match.start(), owners
            named = self.owners.is_owner(words, strict=strict) or (
                match[0].lstrip().startswith("- ") and self.owners.is_owner(words) and self.owners.is_person(words)
            )
            if named and not self.leading_owner(words):
                return first + match.start(), self.owners.split(words)
        return end, ()

    def _without_due(self, text: str, start: int, end: int) -> tuple[int, int, tuple[int, int] | None]:
        """A task without a deadline that its end or a label sets apart: "(by 3 March)" stays, "- due 3 March" goes."""
        first = max(start, end - _TAIL)
        found = self.dues.apart(text[first:end])
        if found is None or first + found[0] <= start:
            return start, end, None
        cut, (a, b) = found
        return start, first + cut, (first + a, first + b)

    def _is_named(self, words: str) -> bool:
        """Whether few words in capitals stand where the owner does, though nothing tells who they are."""
        if _FAMILY.fullmatch(words):
            return True  # "Jane Doe's family"
        return len(words.split()) <= 4 and self.owners.is_owner(words)

    def _subject(self, text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
        return tuple(" ".join(text[a:b].split()) for a, b in spans)


def _is_passive(cue: re.Match[str]) -> bool:
    verb, after = cue["verb"].lower(), (cue["next"] or "").lower()
    return (verb == "be" and bool(_PARTICIPLE.match(after))) or verb in ("have", "go", "been")
