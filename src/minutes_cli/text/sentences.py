"""Sentences of a block: split at full stops that end one, not at those of abbreviations, initials and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from minutes_cli.patterns import lazy

# Behind these a full stop doesn't end a sentence; the next word is a name, a number or a continuation.
_ABBREVIATIONS = frozenset(
    "cllr cllrs cr crs bro bros sis revs comm arts mr mrs ms mx dr prof rev revd fr hon st sr jr sgt insp supt capt "
    "col lt gen sen rep gov dir supv no nos para paras p pp vs v e.g i.e eg ie cf viz approx dept est ext fig inc incl "
    "ltd co corp mvd sri "
    "tel min max ref sec jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "rd ave messrs asst smt rs shri comm commr treas pres rtn comdt brig maj adv eng ald supv res ord mtn "
    "cmr cde comr comh chomh gcomh "
    "sri mdm engr barr alh pst pn en tn hj hjh dato er kum sh dy addl m/s ksh kshs tsh tshs ush ushs shs".split()
)
# Those of them that may close a sentence too.
_CLOSING = frozenset("bros ltd co corp inc est ext rd ave dept".split())
_LONGEST = 3000
# It opens with a class of characters, so that all others are passed over fast.
_STOP = lazy(r"[.?!;](?:(?<=;)\s+(?=[A-Z])|(?<!;)[.?!]*(?P<close>[\"')\]]{0,3})(?=\s+(?P<next>\S)))")
_MAY_END = lazy(r"[.?!;•]")
_FIRST = lazy(r"(?:^|[:;.,(]|\b(?:and|by|from|with|of|for))\s*I$")
_BULLETED = lazy(rf"{_STOP.pattern}|(?<=\S)\s{{2,}}(?=•)")
_DAY = lazy(r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
_MEASURES = frozenset(("min", "max"))
# Behind dotted letters a name may follow, but these open a sentence: "… comes up at the A.G.M. Motion by Jo to …".
_OPENS = lazy(
    r"\s+(?:Motion|Moved|Proposed|Seconded|Carried|Resolved|Agreed|It|This|There|He|She|They|We|The|These|Those|However|Both)"
    r"\b(?!\s*[.,])"
)
# Behind a month or a day in short a noun may follow ("the Nov. Meeting"), but these open a sentence there too.
_OPENS_BEHIND_TIME = lazy(
    r"\s+(?:(?:All|Any|No|An?|In|At|On|If|When|Once|Each|Some|Our|Their|His|Her|Its|Members|Clerk|Chair(?:man)?|Action|ACTION)"
    r"\b(?!\s*[.,])|(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\b)"
)
_OPENS_WITH_VERB = lazy(
    r"\s+[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?\s+(?:to|will|would|has|had|asked|agreed|said|reported|noted|explained|thanked|offered)\b"
)
_WHEN = lazy(
    r"\b(?:in|by|until|till|since|from|last|next|early|mid|late|end\s+of|before|after|during)[\s-]+$", re.IGNORECASE
)
_MARKER = lazy(r"\s+(?:[ivx]{1,4}|[a-h])\)\s+[A-Z]")  # "noted. ii) Rent: …"
_HANDLE_ACTS = lazy(
    r"\s+(?!(?:and|or|but|who|which|that|members|officers|staff|clerk|chair)\s)[a-z][\w`^|-]{1,20}\s+(?:also\s+|then\s+)?"
    r"(?:will|asked|asks|said|says|agree[sd]|offer(?:s|ed)|volunteer(?:s|ed)|suggest(?:s|ed)|propose[sd]|report(?:s|ed)|"
    r"wonder(?:s|ed)|wants|wanted|promise[sd]|thinks|thought|point(?:s|ed)\s+out|ha[sd]\s+[a-z]+(?:ed|en|lt))\b"
)
_SHORTEST_LAST = 4  # letters of a word that closes a sentence before a handle
_SHORTENED = frozenset(
    "assoc govt cttee secy exec admin mgmt orig prev temp poss cont encl info univ engg educ environ corr".split()
)
_VOWEL = lazy(r"[aeiouy]")
_ROADS = frozenset("la fla tex ala hwy rte rt ave blvd".split())  # of numbered roads: "at La. 12"
_IN_STREET = lazy(r"\b(?!(?:The|Church|Parish|Of|At|In|Near|Saint)\b)[A-Z][\w'-]+\s+$")  # "the lamp in Mill St."
_COUNTED = _ROADS | {"abst", "abs"}  # before a number: "For 9, against 2, abst. 1"
_DAY_OF = lazy(r"\d(?:st|nd|rd|th)?\s+$")
_TITLED = lazy(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Clr|Cr|Prof|Rev|Ald|Fr|Sr)\.?\s+$")  # "Ms. A.M. Vole"
_DOTTED = lazy(r"(?:[A-Za-z]\.)+[A-Za-z]")
_PAIRED = lazy(r"[A-Z][\w'-]*[a-z]/(?:[A-Z]\.)*[A-Z]")  # the initials of the second of a pair
_LONGEST_WORD = 24  # characters of a word that are looked at
_NEAR = 80  # characters before a stop that tell what it ends


@lru_cache(maxsize=2048)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a masked text, each as start and end, white space around it left out.

    What runs on without an end is cut between words after some 3,000 characters, so that rules stay within bounds.
    The last texts split are kept, since each finder of records asks for the sentences of the same blocks.
    """
    found: list[tuple[int, int]] = []
    for start, end in _stretches(text):
        _add(found, text, start, end)
    return tuple(found)


@lru_cache(maxsize=4)  # one heading after the other asks twice for the same text
def first_sentence(text: str) -> tuple[int, int]:
    """The first sentence of a masked text, as :func:`split_sentences` gives it, without a look at the others."""
    found: list[tuple[int, int]] = []
    for start, end in _stretches(text) if first_stop(text) < len(text) else ((0, len(text)),):
        _add(found, text, start, end)
        if found:
            return found[0]
    return 0, 0


def first_stop(text: str) -> int:
    """Where the first character stands that may end a sentence or open the next one; the length of the text if none."""
    stop = _MAY_END.search(text)
    return len(text) if stop is None else stop.start()


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The text cut where sentences end."""
    start = 0
    for match in (_BULLETED if "•" in text else _STOP).finditer(text):
        stopped = match["next"] is not None
        if stopped and not _ends(text, match):
            continue
        yield start, match.end() if stopped else match.start() + 1
        start = match.end()
    yield start, len(text)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a sentence, trimmed, in pieces where it is too long."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        _add(found, text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))


def _word_before(text: str, end: int) -> str:
    """The word that ends at an offset, with the stops, strokes and hyphens in it."""
    start, first = end, max(0, end - _LONGEST_WORD)
    while start > first and (text[start - 1].isalnum() or text[start - 1] in "_.'&/-"):
        start -= 1
    return text[start:end]


def _ends(text: str, match: re.Match[str]) -> bool:
    after = match["next"]
    if text[match.start() : match.start("close")] != ".":
        return not after.islower()
    if match["close"] and not after.islower():
        return True
    before = _word_before(text, match.start())
    lowered = before.lower()
    if lowered in _MONTHS or lowered in _WEEKDAYS or lowered in _MEASURES:
        return after.isupper() and _ends_behind_time(text, match, before)
    if lowered in _COUNTED and after.isdigit():
        return False
    if (
        lowered in _CLOSING
        or (before == "St" and _IN_STREET.search(text, max(0, match.start() - _NEAR), match.start() - 2))
    ) and _OPENS.match(text, match.end()):
        return True  # "… to Vole Bros. Proposed by Jo"
    if lowered in _ABBREVIATIONS and not (before in ("no", "M/S") and after.isupper()):
        return False  # but "… voting no. Mr Lee" and "M/S. Carried" end
    if "/" in before and lowered[before.rfind("/") + 1 :] in _ABBREVIATIONS:
        return False  # "Mr. Ash/Mrs. Bell moved"
    if after.isupper() and "/" in before and _PAIRED.fullmatch(before):
        return False  # "(A. Ash/B. Bell)"
    if (
        len(before) == 1
        and before.isalpha()
        and before not in "yn"
        and (before != "I" or _FIRST.search(text, max(0, match.start() - _NEAR), match.start()))
    ):
        # an initial: "J. Smith", and "I. Crane" at the head of a sentence; no vote: "Jo y, Kim n. Passes"
        return before in ("A", "Q") and text[max(0, match.start() - _NEAR) : match.start() - 1].rstrip().endswith(
            "?"
        )  # "Is it safe?  A.  JB said"
    if "." in before and _DOTTED.fullmatch(before):
        timed = lowered in ("p.m", "a.m") and not (
            before.isupper() and _TITLED.search(text, max(0, match.start() - _NEAR), match.start() - len(before))
        )
        told = timed or lowered == "e.t.c" or before in ("p.a", "p.c.m", "p.w")  # of times and sums
        ends = after.isupper() and (told or bool(_OPENS.match(text, match.end())))
        return ends and not _DAY.match(text, match.end())  # "at 7.30 p.m. Monday 4 March"
    if after.islower():
        return _MARKER.match(text, match.end()) is not None or _opens_with_handle(text, match.end(), before)
    return after.isupper() or after.isdigit() or after in "\"'([-*•#£$€"


def _opens_with_handle(text: str, end: int, before: str) -> bool:
    """Whether somebody known by a handle in small letters does something behind a stop: "… as text. wren will do it".

    A word in short before the stop ends no sentence: "the asst. clerk will".
    """
    whole = not before or before.isupper() or before[-1].isdigit()  # "HTML", "bug 412"
    if not whole and (len(before) < _SHORTEST_LAST or before.lower() in _SHORTENED or not _VOWEL.search(before)):
        return False
    return _HANDLE_ACTS.match(text, end) is not None


def _ends_behind_time(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a month, a day or a measure in short ends a sentence before a capital."""
    start = match.start() - len(before)
    if _OPENS.match(text, match.end()):
        return True  # "… until next Feb. Seconded by Jo"
    numbered = _DAY_OF.search(text, max(0, start - 8), start) is not None
    if before.lower() in _MEASURES:
        return numbered and _OPENS_BEHIND_TIME.match(text, match.end()) is not None  # "20 min. Cllr Lee then spoke"
    if _OPENS_BEHIND_TIME.match(text, match.end()):
        return True  # "… is due in Nov. Cllr Lee will …"
    if before.lower() in _WEEKDAYS:
        return False
    dated = numbered or _WHEN.search(text, max(0, start - 12), start) is not None
    return numbered or (dated and _OPENS_WITH_VERB.match(text, match.end()) is not None)
