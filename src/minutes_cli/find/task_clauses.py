"""Where a task's own clause begins and ends in its sentence, and which paragraphs hold clauses of a resolution."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.find.undertaking import Undertaking
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.casing import lowered
from minutes_cli.text.sentences import split_sentences

LONGEST = 1000  # characters of a sentence
TELLING = 8  # words of a task that say enough to stand alone, or to be known again
_SHORTEST_MOTION = 30  # characters
_SHORT_OPENING = 60  # characters of the words that go on in a list: "That the Board of Trustees"
_LAST = 300  # characters at the end of a paragraph in which it may open a list of clauses
_STRONG = lazy(r"[;:]\s+|\s-\s+")
_LATER_THAT = lazy(r"\bthat\b.*[,;]\s+(?:and\s+)?that\s+(?:the\s+)?$", re.IGNORECASE | re.DOTALL)
_AND_SETTLED = lazy(
    r"\b(?:and|so|but)\s+(?P<it>it\s+was\s+(?:\w+\s+)?(?:agreed|resolved|decided)\s+that)\b", re.IGNORECASE
)
_TOLD_BEFORE = lazy(r"\b(?:was|were|has|have|had|resolved|agreed|decided|approved|granted)\b.{12,},\s+(?:the\s+)?$")
_MOTION = ("otion:", "OTION:")
_PASSED = lazy(r"M/?S/?[CPU]\b")  # moved, seconded and carried, in short
_ANOTHER = lazy(
    r"\W*(?:\S*\d\S*\s+)?(?:(?:a\s+)?motion\s+(?:was|by|made|of|to)\b|moved\b(?!\s*(?:by\s*)?:(?:(?!\bthat\b)[^.;]){0,90}$|\s*(?:by\b)?\s*:?(?:(?!\b(?:that|to)\b)[^;]){2,60}?\bsecond(?:ed|er)?\b(?:(?!\b(?:that|to)\b)[^;]){2,60}$)|on\s+(?:a\s+)?motion|it\s+was\s+moved"
    r"|[A-Z][A-Z'-]+:\s+That\s)",
    re.IGNORECASE,
)
_BEFORE_THAT = lazy(r"\S+\s+(?=that\s)", re.IGNORECASE)
_THAT = lazy(r"\bthat\s", re.IGNORECASE)
_MOVERS = lazy(
    r"\W*(?:(?:res|resolution|motion|no)\.?\s+)?(?:\S*\d\S*\s+)?(?:it\s+(?:was|is)\s+)?"
    r"(?:moved|motion|proposed|on\s+(?:a\s+|the\s+)?motion|"
    r"[\w'.-]+(?:\s[\w'.-]+)?:)(?:\s|$)",
    re.IGNORECASE,
)
_TAIL = lazy(r"(?:[,;]|\s+(?:and|but|so|while|whilst|then))+(?:(?<=and)\s+(?:also\s+)?that)?\s*$")
_DEPARTMENT = lazy(
    r"(?<=\w )(the (?:[A-Z][a-z]+ ){0,3}(?:Director|Manager|Head|Officer)):"
    r"(?= [A-Z][a-z]+(?: (?:[A-Z][a-z]+|and|&|of))* [a-z]{2,})"
)


class Settled:
    """Tells the paragraphs whose clauses are settled: a list that a decision opens, a motion that was carried."""

    def __init__(self, rules: Rules) -> None:
        self._moved_cue = rules.words("settled_moved_cue")
        self._opens = rules.regex("{settled_opens}")
        self._capitals = rules.regex("{settled_capitals}")
        self._moved = rules.regex("{settled_moved}")
        self._carried = rules.regex("{settled_carried}")
        self._put = rules.regex("{motion_put}")

    def opens(self, words: str) -> bool:
        """Whether a paragraph, stripped, opens a resolution, whose clauses the entries behind it are."""
        if ("RESOLVED" in words or "AGREED" in words) and self._capitals.search(words):
            return True
        short = len(words) <= _SHORT_OPENING and words[:5] in ("That ", "THAT ")  # "That Church Council"
        opening = short or words.endswith((":", "-", "that"))
        return opening and bool(self._opens.search(words, max(0, len(words) - _LAST)))

    def puts(self, words: str, present: frozenset[str]) -> bool:
        """Whether a paragraph, stripped, with some guard words puts a motion whose result may stand on a line below."""
        if len(words) <= _SHORTEST_MOTION or not ("hat " in words or "HAT " in words or words[1:7] in _MOTION):
            return False
        if present.isdisjoint(self._moved_cue):
            return self._put.match(words) is not None  # nobody moves: it opens so, or not at all
        return self._put.search(words) is not None

    def is_another(self, words: str) -> bool:
        """Whether a paragraph below a motion puts another one, which is no amendment to it."""
        return _ANOTHER.match(words) is not None and "mend" not in words

    def is_carried(self, words: str, present: frozenset[str]) -> bool:
        """Whether a paragraph with some guard words holds a motion and, behind it, that it was carried."""
        if len(words) <= _SHORTEST_MOTION:
            return False
        if words[0] == "M" and _PASSED.match(words):
            return True
        if present.isdisjoint(self._moved_cue):
            return False
        small = words.lower()
        moved = self._moved.search(small)
        return moved is not None and self._carried.search(small, moved.end()) is not None


class Decided:
    """Tells the sentences that tell of a decision."""

    def __init__(self, rules: Rules) -> None:
        self._settled = rules.regex(r"\b{task_settled}\b")
        self._words = frozenset(word.split()[0] for word in rules.words("task_settled"))

    def tells(self, text: str, end: int) -> bool:
        """Whether a word that tells of a decision stands before an offset of a sentence."""
        small = lowered(text)
        for word in self._words:
            if word in small:
                return self._settled.search(small, 0, end) is not None
        return False


def with_departments(words: str) -> str:
    """Words in which no colon parts an office from its department: "the Director: Finance" has a comma there."""
    return _DEPARTMENT.sub(r"\1,", words) if "r: " in words or "d: " in words else words


def bounded_sentences(words: str) -> Iterator[tuple[int, int]]:
    """The sentences of a block; what never ends is cut at a mark or a blank, so that time grows with the text alone."""
    for start, end in split_sentences(words):
        while end - start > LONGEST:
            cut = max(words.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in (";", ",", " "))
            cut = cut + 1 if cut > 0 else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def moved(undertaking: Undertaking, by: int) -> Undertaking:
    """An undertaking in a text that begins earlier: so many characters stand before its sentence."""
    return Undertaking(
        undertaking.start + by,
        undertaking.verb + by,
        undertaking.end + by,
        undertaking.rule,
        tuple((start + by, end + by) for start, end in undertaking.owners),
        undertaking.pronoun,
    )


def clause_start(sentence: str, undertaking: Undertaking, *, first: bool) -> int:
    """Where a task's own words begin: at its clause, if what leads in to it is longer than it or another task."""
    begin = undertaking.start
    lead, rest = len(sentence[:begin].split()), len(sentence[begin:].split())
    if not first:
        return begin
    if undertaking.rule == "undertaking.agreed-that" and _MOVERS.match(sentence, 0, begin):
        that = _THAT.search(sentence, begin, undertaking.verb)
        if that:
            return that.start()  # "It is proposed by Cr Lee and resolved THAT the Clerk …"
    if undertaking.rule == "undertaking.further-that" and (that := _BEFORE_THAT.match(sentence, begin)):
        clause = _THAT.search(sentence, 0, that.end()) or _MOVERS.match(sentence, 0, that.end())
        if clause:
            return that.end()  # "MOVED by Cr Lee that the Clerk …", "THAT the item lie and that the Clerk …"
    cuts = [match.end() for match in _STRONG.finditer(sentence, 0, begin)]
    later = _LATER_THAT.search(sentence, 0, begin)
    if later and lead > 3:
        return later.end()  # a later clause of one decision: "that we apply for a grant, that the Clerk be asked to …"
    settled = _AND_SETTLED.search(sentence, 0, begin)
    if settled:
        return settled.start("it")  # "Members welcomed this and it was resolved that the Clerk …"
    if undertaking.rule == "undertaking.to" and rest > 3 and _TOLD_BEFORE.search(sentence, 0, begin):
        return begin  # "It was resolved to give £100, the Clerk to send the cheque."
    if undertaking.pronoun and not (cuts and cuts[-1] == begin):
        return 0  # the words before it name whom the pronoun means
    if cuts and sentence[cuts[-1] : begin].count(" ") < 12 and lead > 3:
        return cuts[-1]
    return begin if lead > 2 * rest and rest >= TELLING else 0


def clause_end(sentence: str, end: int) -> int:
    """Where a task's words end before another task's begin at ``end``: the joint between them left out."""
    tail = _TAIL.search(sentence, 0, end)
    return tail.start() if tail else end
