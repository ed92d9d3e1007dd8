"""Whether words can be a title, by the pack's lists of words: labels, usual headings, verbs that make a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_cli.find.title_marks import Marks
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_OPENERS = lazy(
    r"(?:the|a|an|it|its|there|this|that|these|he|she|they|we|i|you|mr|mrs|ms|cllrs?|councillors?|members|all|no|if|in|"
    r"on|at|as|to|following|after|both|some|one)\b",
    re.IGNORECASE,
)
# "SF tabled notes": somebody, by initials, does something.
_INITIALS_ACT = lazy(r"[A-Z]{2,4}(?:/[A-Z]{2,4})?\s+[a-z]+(?:ed|s)\b")
_RECEIVED = lazy(r"(?:[A-Z][\w'-]* )?(?:[A-Za-z][a-z]+s|[Cc]orrespondence) [Rr]eceived")  # "Decisions received"
# "Airstrip: proposed renewal of the lease", "Report on the proposed bridge".
_ADJECTIVE = lazy(r"(?:(?<=[:-] )|(?<=\bthe )|(?<=\b(?:of|on|to|an) )|(?<=\b(?:for|and) ))proposed (?=[a-z])")
_YEAR_ENDED = lazy(r"\b(?:years?|quarter|period|months?) ended(?= )")
_ACTED = lazy(r"\S\s+(?:ACTION|Action)\b\s*[:-]?\s*(?:All|ALL|[A-Z]{2,3}(?:\s?[/,&+]\s?[A-Z]{2,3}){0,3})\W*$")
_THAT = ("That", "THAT")
_JOINTS = frozenset("of the for and on in to a an from by with at or & -".split())
_ACTS = frozenset(
    "develop establish create improve ensure provide support promote increase reduce enhance deliver introduce "
    "implement encourage build make give set help protect maintain strengthen".split()
)
_ASIDE = lazy(r"\s*(?:\([^()]*\)|(?:(?:at|@|-+|:)\s*)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m)?)$", re.IGNORECASE)
_LETTERS = lazy(r"[A-Za-zÀ-ž]{2}|(?:[A-Z]\.){2}")
_NAMED_THING = lazy(r"The(?: (?:[A-Z][\w'-]*|of|the|and)){2,4}")  # "The Bell Turret"
# What is told of money, no title: "Balance R41 306,77."
_BALANCE = lazy(
    r"(?:[A-Z]?[a-z]+ )?(?:balances?|takings|income|receipts|expenditure|total|profit|loss|surplus|deficit)\b"
    r"[^.;\d]*(?:[£$€]|\bR[Ms]?\.?) ?\d[\d ,.]*$", re.IGNORECASE)  # fmt: skip
_JOINED = lazy(r",? and |, | ?/ ?| & ")  # "Call to Order and Roll Call"
_BRAND = lazy(r"[a-z]-?[A-Z]|draft-[a-z][a-z\d-]{3,60}(?<=-)\d\d\b")  # "eBay", "draft-moor-ponds-03 (Ann Moor)"
_ROLLS = frozenset(
    "attendees attendance present absent apologies regrets excused participants".split()
) | {"in attendance", "also present", "also in attendance", "roll call", "record of attendance", "not present",
     "record of attendance and apologies", "attendance and apologies"}  # fmt: skip
_GROUP = lazy(r"([a-z][a-z -]{3,40}?) (?:(?:not )?present|absent|attending|in attendance|excused)$")  # "Staff present"
_ATTENDANCE = lazy(r"\b(?:present|in attendance|apologies|absent|attending|regrets|members here)\b")
_MOST_RUN_IN = 7  # words of a title that a paragraph opens with
_MOST_CASED = 14
_MOST_TIMED = 4  # words of "at 8.05 p. m"
_LONGEST_SENTENCE = 45  # words of a title at most
_NO_SMALL = bytes(code for code in range(256) if not 97 <= code <= 122)
_NO_CAPITAL = bytes(code for code in range(256) if not 65 <= code <= 90)


def is_capital(words: str) -> bool:
    """Whether words are set in capitals, a few letters aside."""
    ascii_ = words.encode("ascii", "ignore")
    small = len(ascii_.translate(None, _NO_SMALL))
    if small * 5 > len(ascii_):
        return False  # as most words are, told without a look at their capitals
    capitals = len(ascii_.translate(None, _NO_CAPITAL))
    return small + capitals >= 3 and capitals > (small + capitals) * 0.85


class Titles(Marks):
    """The judge of titles of one rule pack."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules)
        self.verb = rules.regex(r"(?<![\w-]){sentence_verb}(?![\w-])")
        self._clause = rules.regex("{everyday_title}")
        self.title_line = rules.regex(r"\b{title_line}\b", ignore_case=True)
        self.honorific = rules.regex(
            r"(?!chief\s+{chief_office}\b)(?:{title_honorific})\b(?!'|\.?\s+(?-i:(?!(?:{particle}|and)\b)[a-z]))",
            ignore_case=True,
        )  # not "CR transition"
        self.summons = rules.regex(r"\b{summons}\b", ignore_case=True)
        self._summoning = {phrase.split()[0] for phrase in rules.words("summons")}
        self.item_columns = rules.words("item_column")
        self.labels = rules.words("label")
        self.given = rules.words("given_name")
        self.groups = rules.words("member_group", "visitor_group", "role_label")
        self._companies = rules.words("member_group", "visitor_group") | {"leave of absence"}
        self.usual = rules.words("usual_title")
        # Words of a title at most, the time left out that may stand behind a usual one.
        self._most_words = max(_MOST_CASED, *(len(title.split()) + _MOST_TIMED for title in self.usual))
        self.agenda = rules.words("agenda")
        self.entries = rules.words("entries")
        self.consent = rules.words("consent")
        self.tasks = rules.regex(r"\W*{action_heading}\W*", ignore_case=True)

    def may_summon(self, text: str) -> bool:
        """Whether the first word of a phrase that calls a meeting stands in a text."""
        lowered = text.lower()
        return any(word in lowered for word in self._summoning)

    def is_label(self, words: str) -> bool:
        """Whether words that end in a colon head a part of an item rather than an item."""
        bare = words.rstrip(" :-").lower()
        return bare in self.labels or (len(bare.split()) <= 6 and bool(_ATTENDANCE.search(bare)))

    def is_usual(self, words: str) -> bool:
        """Whether nearly every body has a heading of these words."""
        bare = words.strip(" .:-")
        last = bare[-1:]
        if last == ")" or ((last in "mM" or last.isdigit()) and (":" in bare or "." in bare)):
            bare = _ASIDE.sub("", bare)  # "Adjourn 8:05 PM"
        lowered = bare.lower()
        if lowered in self.usual:
            return True
        joint = " and " in lowered or "/" in lowered or " & " in lowered
        return joint and all(part in self.usual for part in _JOINED.split(lowered))

    def is_roll(self, words: str, *, below: bool = False) -> bool:
        """Whether a title says who came or did not; ``below`` another such a group's name says it: "Voting Members"."""
        bare = words.strip(" .").lower()
        group = _GROUP.match(bare)
        if bare in _ROLLS or (below and bare in self._companies) or (group and group[1] in self._companies):
            return True
        return bare in self.labels and len(bare.split()) <= 4 and _ATTENDANCE.search(bare) is not None

    def is_absence(self, words: str) -> bool:
        """Whether a title is that of the item on who was missing: "Apologies", "Apologies for absence"."""
        return words.lower().startswith(("apolog", "regrets", "absen")) and self.is_usual(words)

    def is_sentence(self, words: str) -> bool:
        """Whether words read as a sentence rather than as a title."""
        bare = words.strip()
        return self._is_sentence(bare, len(bare.split(None, _LONGEST_SENTENCE)))

    def _is_sentence(self, bare: str, count: int) -> bool:
        """The same of words without white space around them, told how many they are."""
        if count > _LONGEST_SENTENCE or bare.endswith((";", ",")) or (count > 6 and bare.endswith(".")):
            return True
        if bare.isupper() and is_capital(bare):
            return False
        if "ended" in bare:
            bare = _YEAR_ENDED.sub("", bare)  # "Accounts for the year ended 31.03.2022"
        if "proposed " in bare:
            bare = _ADJECTIVE.sub("", bare)
        if count <= 3 and bare.endswith("eceived") and _RECEIVED.fullmatch(bare):
            return False
        if not self.verb.search(bare) or is_capital(bare) or self.is_usual(bare) or self._clause.match(bare):
            return False
        return bare.endswith(".") or count > 7 or self.verb.search(bare.split(None, 1)[-1]) is not None

    def fits(self, words: str, most: int) -> bool:
        """Whether words can be a title of at most so many words."""
        bare = words.strip()
        count = len(bare.split(None, most))
        if count > most or not ((bare[:2].isascii() and bare[:2].isalpha()) or _LETTERS.search(bare)):
            return False
        if "____" in bare or bare[0] in "(/&.,;" or (bare[0].islower() and not _BRAND.match(bare)):
            return False
        if ("ACTION" in bare or "Action" in bare) and _ACTED.search(bare) and not is_capital(bare):
            return False  # "Minibus - Baz to book. ACTION BT"
        if bare[:4] in _THAT and bare[4:5].isspace():
            return False  # "a) That the sums in no way matched inflation"
        return not self._is_sentence(bare, count)

    def heads(self, words: str) -> bool:
        """Whether words that a paragraph opens with are its title: few, and no sentence of their own."""
        if self.is_usual(words):
            return True
        count = len(words.split(None, _MOST_RUN_IN))
        if count > _MOST_RUN_IN or _INITIALS_ACT.match(words) or (words[-1:].isdigit() and _BALANCE.match(words)):
            return False
        if count > 2 and _OPENERS.match(words) and not _NAMED_THING.fullmatch(words):
            return False
        return self.fits(words, _MOST_RUN_IN) and not self.verb.search(words)

    def may_head(self, words: str) -> bool:
        """Whether :meth:`heads` or :meth:`is_cased` may hold of some words that these open."""
        return len(words.split(None, self._most_words)) <= self._most_words or "(" in words

    def is_cased(self, words: str) -> bool:
        """Whether some more words are a title by their capitals: "Election of Chair and Vice Chair for 2023/24"."""
        tokens = words.split(None, _MOST_CASED)
        if not _MOST_RUN_IN < len(tokens) <= _MOST_CASED:
            return False
        if tokens[0].strip("*_").lower() in _ACTS and tokens[1] != "of":
            return False  # "Develop a Single Agency for Small Firms": an aim
        if self.opens(words) or self.verb.search(words) or self.honorific.match(words):
            return False
        small = sum(token[0].islower() and token not in _JOINTS for token in tokens)
        return small <= 1 and self.fits(words, _MOST_CASED)

    def opens(self, words: str) -> bool:
        """Whether words begin as a sentence does rather than as a title."""
        return bool(_OPENERS.match(words))


@lru_cache(maxsize=4)
def titles_of(rules: Rules) -> Titles:
    """The judge of titles of a rule pack: one for all documents read with it."""
    return Titles(rules)
