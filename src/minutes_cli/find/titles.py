"""Whether words can be a title, by the pack's lists of words: labels, usual headings, verbs that make a sentence."""

from __future__ import annotations

import re

from minutes_cli.rules.match import Rules

_OPENERS = re.compile(
    r"(?:the|a|an|it|its|there|this|that|these|he|she|they|we|i|you|mr|mrs|ms|cllrs?|councillors?|members|all|no|if|in|"
    r"on|at|as|to|following|after|both|some|one)\b",
    re.IGNORECASE,
)


# "SF tabled notes": somebody, by initials, does something.
_INITIALS_ACT = re.compile(r"[A-Z]{2,4}(?:/[A-Z]{2,4})?\s+[a-z]+(?:ed|s)\b")
# "COUNCIL RESOLUTION 21/004", "MOTION #2022-09": the number of a decision, not its title.
_NUMBERED_MOTION = re.compile(
    r"(?:[\w/-]+\s+){0,4}(?:(?:resolution|motion|recommendation|decision)|(?P<past>minute|item))\s*"
    r"(?:no\.?\s*|number\s*)?\#?\s*(?:[A-Z]{1,8}[/-]?\s?)?\d[\d/.-]*\s*(?(past)(?::.*)?|(?:[:(].*)?)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:That|THAT)\s")
_ATTENDANCE = re.compile(r"\b(?:present|in attendance|apologies|absent|attending|regrets)\b")


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
            r"(?:\w+\s*/\s*)?(?:{marker}(?:\s*(?:[\]:(\[]|-(?:\s|$)|$)|\s+(?:by|that|to|unanimously|on)\b|\s+\d{1,3}\s?[/-]\s?\d)|(?:actions?|ap|ai|todo)\s*[\#-]?\d|{opening_marker}\b)"
            r"|resolved\s+[a-z]{0,5}[/-]?\d"
            r"|moved\s*:?\s+(?:[^\W\d][\w'.-]*\s+){0,3}[^\W\d][\w'.-]*\s*/\s*[^\W\d]",
            ignore_case=True,
        )
        self.honorific = rules.regex(r"(?:{title_honorific})\b", ignore_case=True)
        self.summons = rules.regex(r"\b{summons}\b", ignore_case=True)
        self.item_columns = rules.words("item_column")
        self.labels = rules.words("label")
        self.usual = rules.words("usual_title")
        self.agenda = rules.words("agenda")
        self.entries = rules.words("entries")
        self.consent = rules.words("consent")
        self.tasks = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)

    def is_label(self, words: str) -> bool:
        """Whether words that end in a colon head a part of an item rather than an item."""
        bare = words.rstrip(" :-").lower()
        return bare in self.labels or (len(bare.split()) <= 6 and bool(_ATTENDANCE.search(bare)))

    def is_marked(self, words: str) -> bool:
        """Whether a line opens with the marker of a decision, an action or a vote: "RESOLVED (unanimously)"."""
        if _NUMBERED_MOTION.match(words):
            return True
        match = self._marked.match(words.lstrip(" ([*"))
        return bool(match) and words.strip(" .:").lower() not in (self.entries | self.usual) - {"action"}

    def is_usual(self, words: str) -> bool:
        """Whether nearly every body has a heading of these words."""
        return re.sub(r"\s*\([^()]*\)$", "", words.strip(" .:-")).lower() in self.usual

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

    def opens(self, words: str) -> bool:
        """Whether words begin as a sentence does rather than as a title."""
        return bool(_OPENERS.match(words))
