"""What stands apart behind a task: owner, deadline and status, with labels or without, in any order and marks.

"Order a lock [Kim, 4/1]", "order a lock | Owner: Kim | Due: 1 April", "order a lock - Kim - April - done".
All offsets are those of the text handed in, a stretch of a block's mask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutes_cli.find.due import Dues
from minutes_cli.find.due_words import GOING_ON
from minutes_cli.find.owners import Owners
from minutes_cli.find.task_status import tells_done
from minutes_cli.patterns import lazy
from minutes_cli.records import ActionStatus
from minutes_cli.rules.match import Rules

_BRACKET = lazy(r"[\s-]*(?:\((?P<round>[^()]{1,90})\)|\[(?P<square>[^\[\]]{1,90})\])[\s.;,]*$")
_SPACED = r"\s-+>?\s|\s\||//|;\s|[ ]{2}|\.{4}"
_NAMES = r"(?:[A-Z@][\w.'-]*|everyone|all)(?:[ &/]+(?:and\s+)?[A-Z@][\w.'-]*){0,3}"
_COMMA = (
    r"(?<![Dd]ay)(?!(?<=\d),\s+(?:19|20)\d\d\b|(?<=\d(?:st|nd|rd|th)),\s+(?:19|20)\d\d\b)"  # no year: "15, 2017"
    # ", June 30", ", Jo and Kim"
    rf",\s+(?=(?:\d|[A-Z][a-z]+\.?\s\d)[^,]{{0,24}}(?:,\s(?:19|20)\d\d)?[\s.]*$|{_NAMES}[\s.]*$)"
)
_MARK = (
    r"\s-+>?\s+|\s?[._]{4,}\s*|\s?\|\s*|\s?//+\s*|;\s+|[ ]{2,}|\s-(?=[A-Z]{2,4}\b)|(?<=[)\]])[,:]?\s+"
    rf"|\s*[\U0001f4c5\U0001f4c6\u23f0]\ufe0f?\s*|{_COMMA}"
)
_PARTED = lazy(rf"(?P<mark>{_MARK})(?P<words>(?:(?!{_SPACED}).){{1,70}}?)[\s.;,|]*$")
_DUE = lazy(r"\s*(?:due|deadline)(?:\s+(?:date|by|on))?\s*[:-]?\s*", re.IGNORECASE)
# "(Dee to lead)"
_LEADS = lazy(
    r"(?P<who>[^()]{2,60}?)\s+to\s+(?:lead|action|organi[sz]e|arrange|do|progress|pursue|follow\s+up|chase|take\s+forward)"
)
_SENTENCE = lazy(r"[.;|](?=\s|$)")
_LOOSE = " \t\n.;,|/()[]-"
_SEPARATED = lazy(r"\s-\s|[,;:(]\s*|\s?/\s?(?=\d|[a-z]|ASAP)")
_MOST = 4  # parts behind a task
_REACH = 240  # characters at the end of a task in which they stand


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the words of a task end, and what the words behind them tell of it."""

    end: int
    owners: tuple[str, ...] = ()
    due: tuple[int, int] | None = None
    status: ActionStatus = "open"


class Tails:
    """Reads what stands behind the tasks of one document."""

    def __init__(self, rules: Rules, owners: Owners, dues: Dues) -> None:
        self._rules = rules
        self._owners = owners
        self._dues = dues
        self._done = rules.words("action_status_done")
        self._none = rules.words("no_owner")

    def opens_field(self, text: str) -> bool:
        """Whether words open with the label of an owner, a deadline or a status: "Lead: Kim"."""
        return ":" in text[:30] and self._field().match(text.lstrip(_LOOSE)) is not None

    def labelled(self, text: str, start: int, end: int) -> Tail | None:
        """The labelled owner, deadline and status at the end of a stretch; None where there are none."""
        if ":" not in text[start:end]:
            return None
        labels = [label for label in self._field().finditer(text, start, end) if self._stands(text, start, label)]
        while labels:
            tail = self._read(text, labels, end)
            if tail is not None:
                return tail
            labels.pop(0)
        return None

    def read(self, text: str, start: int, end: int, *, led: bool) -> Tail:
        """What stands behind a task; ``led`` where an owner opens it, and another must be sure to be one."""
        tail = self.labelled(text, max(start, end - _REACH), end) or Tail(end)
        kept: int | None = None
        for _ in range(_MOST):
            floor = max(start, tail.end - _REACH)
            match = _BRACKET.search(text, floor, tail.end) or _PARTED.search(text, floor, tail.end)
            if match is None or not text[start : match.start()].strip(_LOOSE):
                break
            part = self._part(text, match, led=led and not tail.owners)
            if part is None or (part.owners and tail.owners) or (part.due and tail.due):
                break
            # "(by 3 March)" stays with the words of the task, unless its owner stands between them.
            aside = part.due is not None and not part.owners and match.lastgroup != "words"
            kept = tail.end if aside and not _DUE.match(text, *match.span(str(match.lastgroup))) else None
            status: ActionStatus = "done" if "done" in (part.status, tail.status) else "open"
            tail = Tail(part.end, tail.owners or part.owners, tail.due or part.due, status)
        return tail if kept is None else replace(tail, end=kept)

    def owner_and_due(self, words: str) -> tuple[tuple[str, ...], tuple[int, int] | None]:
        """The owners and the deadline of words that hold nothing else, as in "Clerk, by 3 March"; else none."""
        if len(words) >= 160:
            return (), None
        tail = self.labelled(words, 0, len(words))
        if tail is not None:
            left = words[: tail.end].strip(_LOOSE)
            named = tail.owners if not left else self._owners.split(left) if self._owners.is_owner(left) else ()
            return named, tail.due if named else None
        for cut in _SEPARATED.finditer(words):
            left, right = words[: cut.start()], words[cut.end() :]
            if self._owners.is_owner(left) and self._dues.whole(right) and not self._owners.is_owner(right):
                return self._owners.split(left), (cut.end(), len(words.rstrip(" .)];,")))
        found = self._dues.find(words) or self._dues.last_date(words)
        if found is None or not found.start or words[found.end :].strip(" .)];,"):
            return (), None
        bare = re.sub(
            r"\s*(?:due|deadline)?\s*[:-]?\s*$", "", words[: found.start].strip(" ,;(-["), flags=re.IGNORECASE
        )
        if not self._owners.is_owner(bare):
            return (), None
        return self._owners.split(bare), (found.start, found.end)

    def _part(self, text: str, match: re.Match[str], *, led: bool) -> Tail | None:
        """One part behind a task, without a label or with its own."""
        group = str(match.lastgroup)
        a, b = match.span(group)
        words = text[a:b].strip(_LOOSE)
        mark = match.groupdict().get("mark") or ""
        bare = words.lower()
        if not words or (
            mark and not mark.strip() and GOING_ON.search(text, max(0, match.start() - 12), match.start())
        ):
            return None
        own = self.labelled(text, a, b)
        if own is not None and not text[a : own.end].strip(_LOOSE):
            return replace(own, end=match.start())
        if bare in self._done or tells_done(bare):
            return Tail(match.start(), status="done")
        if (
            bare in self._none
            and not self._owners.is_known_owner(words)
            and bare not in ("information", "discussion", "decision", "update")
        ):
            return Tail(match.start())
        leads = _LEADS.fullmatch(words)
        words = leads["who"] if leads else words
        known = self._owners.is_known_owner(words)
        owners, due = self.owner_and_due(words) if not known else ((), None)
        if owners and due and not self._dues.is_past(words):
            lead = a + text[a:b].index(words)
            return Tail(match.start(), () if led else owners, (lead + due[0], lead + due[1]))
        if not known and self._dues.whole(words) and not self._dues.is_past(words):
            label = _DUE.match(text, a, b)
            found = self._dues.find(words) if mark and not mark.strip() and label is None else None
            if found is not None and found.start:
                return None  # "fix the `old` job before the freeze", its mark-up blanked
            return Tail(match.start(), due=(label.end() if label else a, b))
        if (mark.strip() in (";", ",") or mark == "  ") and not known and not self._owners.is_group(words):
            return None
        if mark.strip() == "," and self._owners.is_known(text[: match.start()].rsplit(None, 1)[-1]):
            return None  # "ask Jo, Kim"
        if known or self._owners.is_owner(words, strict=group == "words"):
            if led and not (known and mark.strip().startswith("-")):
                return None
            return Tail(match.start(), self._owners.split(words))
        return None

    def _read(self, text: str, labels: list[re.Match[str]], end: int) -> Tail | None:
        """The fields behind labels, None where a value is none: then the first label is a word of the task."""
        first = labels[0].start()
        while (
            first and text[first - 1] in _LOOSE and not (text[first - 1] == "." and text[first - 2 : first - 1] == ".")
        ):
            first -= 1
        if first and text[first : first + 1] == "." and text[first - 1].isalnum():
            first += 1  # the full stop is the task's
        tail = Tail(first)
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            a, b = label.end(), after.start() if after else end
            words = text[a:b]
            if label["owner"]:
                stop = _SENTENCE.search(words)
                named = next((w for w in (words, words[: stop.start()] if stop else "") if self._is_named(w)), None)
                if named is None:
                    return None
                tail = replace(tail, owners=tail.owners or self._owners.split(named.strip(_LOOSE)))
            elif label["due"]:
                stop = _SENTENCE.search(words)
                value = words[: stop.start()] if stop and not self._dues.whole(words) else words
                bare = value.strip(_LOOSE).lower()
                if bare in self._none or bare in self._done or not bare:
                    continue
                if not self._dues.whole(value):
                    return None
                a += len(value) - len(value.lstrip(_LOOSE))
                tail = replace(tail, due=tail.due or (a, a + len(value.strip(_LOOSE))))
            elif words.strip(_LOOSE).lower().split(" ")[0] in self._done or tells_done(words):
                tail = replace(tail, status="done")
        return tail

    def _is_named(self, words: str) -> bool:
        bare = words.strip(_LOOSE)
        return bare.lower() in self._none or self._owners.is_owner(bare)

    def _field(self) -> re.Pattern[str]:
        return self._rules.regex(
            r"(?<![\w-])(?:(?P<owner>{owner_column})|(?P<due>{due_column})|(?P<status>{status_field}))[ ]{0,2}[:=][ ]*",
            ignore_case=True,
        )

    def _stands(self, text: str, start: int, label: re.Match[str]) -> bool:
        """Whether a label stands where one can: behind a mark or a gap, or with a capital."""
        before = text[start : label.start()]
        return not before.strip() or label[0][0].isupper() or before.rstrip()[-1] in ".;,|/([-" or before.endswith("  ")
