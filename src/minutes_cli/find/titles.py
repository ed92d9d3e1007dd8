"""Whether words can be a title, by the pack's lists of words: labels, usual headings, verbs that make a sentence."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_OPENERS = lazy(
    r"(?:the|a|an|it|its|there|this|that|these|he|she|they|we|i|you|mr|mrs|ms|cllrs?|councillors?|members|all|no|if|in|"
    r"on|at|as|to|following|after|both|some|one)\b",
    re.IGNORECASE,
)


# "SF tabled notes": somebody, by initials, does something.
_INITIALS_ACT = lazy(r"[A-Z]{2,4}(?:/[A-Z]{2,4})?\s+[a-z]+(?:ed|s)\b")
# "COUNCIL RESOLUTION 21/004", "MOTION #2022-09": the number of a decision, not its title.
_NUMBERED_MOTION = lazy(
    r"(?:[\w/-]+\s+){0,4}(?:(?:resolution|motion|recommendation|decision)|(?P<past>minute|item))\s*"
    r"(?:no\.?\s*|number\s*)?\#?\s*(?:[A-Z]{1,8}[/-]?\s?)?\d[\d/.-]*\s*(?(past)(?::.*)?|(?:[:(].*)?)$",
    re.IGNORECASE,
)
_ACTED = lazy(r"\S\s+(?:ACTION|Action)\b\s*[:-]?\s*(?:All|ALL|[A-Z]{2,3}(?:\s?[/,&+]\s?[A-Z]{2,3}){0,3})\W*$")
_CLAUSE = lazy(r"(?:That|THAT)\s")
_JOINTS = frozenset("of the for and on in to a an from by with at or & -".split())
_ACTS = frozenset(
    "develop establish create improve ensure provide support promote increase reduce enhance deliver introduce "
    "implement encourage build make give set help protect maintain strengthen".split()
)
_ASIDE = lazy(r"\s*(?:\([^()]*\)|(?:(?:at|@|-+|:)\s*)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m)?)$", re.IGNORECASE)
_ATTENDANCE = lazy(r"\b(?:present|in attendance|apologies|absent|attending|regrets|members here)\b")


_NO_LETTER = bytes(code for code in range(256) if not chr(code).isalpha() or code > 127)
_NO_CAPITAL = bytes(code for code in range(256) if not 65 <= code <= 90)


def is_capital(words: str) -> bool:
    """Whether words are set in capitals, a few letters aside."""
    if words.islower():
        return False
    ascii_ = words.encode("ascii", "ignore")
    letters = len(ascii_.translate(None, _NO_LETTER))
    return letters >= 3 and len(ascii_.translate(None, _NO_CAPITAL)) > letters * 0.85


class Titles:
    """The judge of titles of one rule pack."""

    def __init__(self, rules: Rules) -> None:
        self.verb = rules.regex(r"(?<![\w-]){sentence_verb}(?![\w-])")
        self.title_line = rules.regex(r"\b{title_line}\b", ignore_case=True)
        self._marked = rules.regex(
            r"(?!responses?\s+to\s)(?:\w+\s*/\s*)?(?:{marker}(?:\s*(?:[\]:(\[]|-(?:\s|$)|$)|\s+(?:by|that|to|unanimously|on)\b|\s+\d{1,3}\s?[/-]\s?\d)|(?:actions?|ap|ai|todo)\s*[\#-]?\d|(?-i:A[PI]|TODO)\s*[:>(]|{opening_marker}\b)"
            r"|resolved\s+[a-z]{0,5}[/-]?\d"
            r"|moved\s*:?\s+(?:[^\W\d][\w'.-]*\s+){0,3}[^\W\d][\w'.-]*\s*/\s*[^\W\d]",
            ignore_case=True,
        )
        self.honorific = rules.regex(r"(?:{title_honorific})\b", ignore_case=True)
        self.summons = rules.regex(r"\b{summons}\b", ignore_case=True)
        self.item_columns = rules.words("item_column")
        self.labels = rules.words("label")
        self.given = rules.words("given_name")
        self.groups = rules.words("member_group", "visitor_group", "role_label")
        self.usual = rules.words("usual_title")
        self.agenda = rules.words("agenda")
        self.entries = rules.words("entries")
        self.consent = rules.words("consent")
        self._task = rules.regex(r"\W*(?:{action_label}|(?-i:A[IP]))[ ]*\#?\d{0,3}[ ]*:[ ]*\S", ignore_case=True)
        self.tasks = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)

    def is_label(self, words: str) -> bool:
        """Whether words that end in a colon head a part of an item rather than an item."""
        bare = words.rstrip(" :-").lower()
        return bare in self.labels or (len(bare.split()) <= 6 and bool(_ATTENDANCE.search(bare)))

    def is_marked(self, words: str) -> bool:
        """Whether a line opens with the marker of a decision, an action or a vote: "RESOLVED (unanimously)"."""
        if _NUMBERED_MOTION.match(words) or self.is_task(words):
            return True
        match = self._marked.match(words.lstrip(" ([*"))
        return bool(match) and words.strip(" .:").lower() not in (self.entries | self.usual) - {"action"}

    def is_task(self, words: str) -> bool:
        """Whether a line holds the label of an action and what is to be done: "Action Point: Sara to ring"."""
        return ":" in words[:30] and self._task.match(words) is not None

    def is_usual(self, words: str) -> bool:
        """Whether nearly every body has a heading of these words."""
        bare = words.strip(" .:-")
        if bare[-1:] in ")mM" or bare[-1:].isdigit():
            bare = _ASIDE.sub("", bare)  # "Adjourn 8:05 PM"
        return bare.lower() in self.usual

    def is_absence(self, words: str) -> bool:
        """Whether a title is that of the item on who was missing: "Apologies", "Apologies for absence"."""
        return words.lower().startswith(("apolog", "regrets", "absen")) and self.is_usual(words)

    def is_sentence(self, words: str) -> bool:
        """Whether words read as a sentence rather than as a title."""
        bare = words.strip()
        count = len(bare.split())
        if bare.endswith((";", ",")) or count > 45:
            return True
        if self.verb.search(bare) and not is_capital(bare) and not self.is_usual(bare):
            return bare.endswith(".") or count > 7 or bool(self.verb.search(bare.split(None, 1)[-1]))
        return bare.endswith(".") and count > 6

    def fits(self, words: str, most: int) -> bool:
        """Whether words can be a title of at most so many words."""
        bare = words.strip()
        if not re.search(r"[A-Za-zÀ-ž]{2}|(?:[A-Z]\.){2}", bare) or len(bare.split()) > most:
            return False
        if bare[0] in "(/&.,;" or (bare[0].islower() and not re.match(r"[a-z]-?[A-Z]", bare)):
            return False
        if "CTION" in bare.upper() and _ACTED.search(bare) and not is_capital(bare):
            return False  # "Minibus - Baz to book. ACTION BT"
        if _CLAUSE.match(bare):
            return False  # "a) That the sums in no way matched inflation"
        return not self.is_sentence(bare)

    def heads(self, words: str) -> bool:
        """Whether words that a paragraph opens with are its title: few, and no sentence of their own."""
        if self.is_usual(words):
            return True
        count = len(words.split())
        if _INITIALS_ACT.match(words):
            return False
        return self.fits(words, 7) and (count <= 2 or not _OPENERS.match(words)) and not self.verb.search(words)

    def is_cased(self, words: str) -> bool:
        """Whether some more words are a title by their capitals: "Election of Chair and Vice Chair for 2023/24"."""
        tokens = words.split()
        if tokens[:1] and tokens[0].strip("*_").lower() in _ACTS and tokens[1:2] != ["of"]:
            return False  # "Develop a Single Agency for Small Firms": an aim
        if not 7 < len(tokens) <= 14 or self.opens(words) or self.verb.search(words) or self.honorific.match(words):
            return False
        small = sum(token[0].islower() and token not in _JOINTS for token in tokens)
        return small <= 1 and self.fits(words, 14)

    def opens(self, words: str) -> bool:
        """Whether words begin as a sentence does rather than as a title."""
        return bool(_OPENERS.match(words))
