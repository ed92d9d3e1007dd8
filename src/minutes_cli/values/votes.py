"""Votes: the words of a motion and its result to numbers for, against and abstaining."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from minutes_cli.patterns import lazy
from minutes_cli.records import Vote
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match
from minutes_cli.rules.schema import Rule
from minutes_cli.values.tallies import read_tallies

SIDES = ("for", "against", "abstain")
_PARTIES = {"for", "against"}
# Second places for a number within one pattern.
_ALSO = {
    "for": ("for_plus", "for_x", "for_behind", "for_last"),
    "against": ("against_minus", "against_x", "against_behind", "against_first"),
    "abstain": ("abstain_x", "abstain_behind"),
}

# What is listed beside names under "Ayes": nobody, or a note on who was away.
_NAMELESS = lazy(r"^(?:none|nil|n/?a|no(?:ne)? (?:one|recorded)|nobody|0)\b|\babsent\b", re.IGNORECASE)
_BETWEEN = lazy(r"\s*(?:,\s*and\b|,|;|&|\band\b|\n|\||\s/\s)\s*")
_DIGIT = lazy(r"\d")
# More than half was needed: "As four-fifths did not concur, the motion failed."
_SPECIAL = lazy(
    r"\b(?:two[- ]thirds|2/3|three[- ](?:fourths|quarters|fifths)|3/4|3/5|four[- ]fifths|4/5|super-?\s?majority"
    r"|(?:required|necessary|requisite|special)\s+(?:number|majority|votes?)|affirmative\s+votes?)\b",
    re.IGNORECASE,
)
_MEMBERS = 40  # a list that seems to hold more names than this is no list of names


def read_vote(rules: Rules, text: str, *, lost: bool = False) -> Vote | None:
    """The vote that a passage states, None where it states none.

    A printed number wins over names; names in lists and in roll calls are counted. ``lost`` tells that the motion fell:
    "lost by 3 votes to 2" then counts the first number as against.
    """
    if not rules.cued("vote_cue", text) and not _DIGIT.search(text):
        return None
    counts: dict[str, int] = {}
    rolled: Counter[str] = Counter()
    unanimous = False
    scale: Counter[str] = Counter()
    for row in read_tallies(rules, text):
        for side, word in row.items():
            counts.setdefault(side, _number(rules, word))

    def tells_more(rule: Rule) -> bool:
        """Whether a rule may tell what is not known yet: of each side what was told first holds."""
        said = rule.set
        if "each" in said:
            return len(counts) < len(SIDES) or bool(scale)
        if said.get("scale") or (said.get("unanimous") and not unanimous):
            return True
        if said.get("winner"):
            return not counts.keys() & _PARTIES
        return not _sides_of(rules.groups(rule), bool(said.get("equal"))) <= counts.keys()

    for match in rules.find("vote", "block", text, wanted=tells_more):
        said = match.rule.set
        unanimous = unanimous or bool(said.get("unanimous"))
        if "each" in said:
            rolled[_side_of(match)] += 1
            continue
        found = dict(_numbers(rules, match, text))
        if said.get("equal"):
            found["against"] = found["for"]
        if said.get("scale"):
            scale.update(found)
        elif said.get("winner"):
            if not counts.keys() & _PARTIES:
                counts |= _turned(found) if lost and not _falls_short(rules, text, found) else found
        else:
            for side, number in found.items():
                counts.setdefault(side, number)
    counts = dict(scale) if len(scale) == 2 else counts
    if sum(rolled.values()) >= 2:
        counts = dict(rolled) | counts
    # "Without dissent" with an abstention is no unanimous vote unless the word itself stands there.
    unanimous = unanimous and not counts.get("against") and (not counts.get("abstain") or "unanim" in text.lower())
    if not counts and not unanimous:
        return None
    return Vote(
        **{"for": counts.get("for")},
        against=counts.get("against"),
        abstain=counts.get("abstain"),
        unanimous=unanimous,
    )


@lru_cache(maxsize=256)
def _sides_of(groups: frozenset[str], equal: bool) -> frozenset[str]:
    """The sides that a rule with some groups may give numbers for; ``equal`` gives the one's to the other."""
    sides = {"against"} if equal else set()
    for side in SIDES:
        named = (side, *_ALSO.get(side, ()), f"{side}_one")
        if any(group in named or group.startswith(f"{side}_names") for group in groups):
            sides.add(side)
    return frozenset(sides)


def _side_of(match: Match) -> str:
    """The side that one voter of a roll call took: by the rule, or by the group that matched."""
    side = str(match.rule.set["each"])
    return side if side in SIDES else next(name for name in match.groups).removesuffix("_each")


def _turned(found: dict[str, int]) -> dict[str, int]:
    """The larger number goes to those who won, whichever was printed first."""
    if "for" in found and "against" in found and found["for"] > found["against"]:
        return found | {"for": found["against"], "against": found["for"]}
    return found


def _falls_short(rules: Rules, text: str, found: dict[str, int]) -> bool:
    """Whether a motion fell with more for it than against: too few for a special majority, or so the names tell."""
    if found.get("for", 0) <= found.get("against", 0):
        return False
    if _SPECIAL.search(text):
        return True

    def names_them(rule: Rule) -> bool:
        return any(group.startswith("against_names") for group in rules.groups(rule))

    named = (dict(_numbers(rules, match, text)) for match in rules.find("vote", "block", text, wanted=names_them))
    return any(counts.get("against") == found["against"] for counts in named)


def _numbers(rules: Rules, match: Match, text: str) -> Iterator[tuple[str, int]]:
    for side in SIDES:
        printed = next((match.groups[name] for name in (side, *_ALSO.get(side, ())) if name in match.groups), None)
        if printed is not None:
            yield side, _number(rules, text[slice(*printed)])
            continue
        if f"{side}_one" in match.groups:
            yield side, 1
            continue
        listed = next((span for name, span in match.groups.items() if name.startswith(f"{side}_names")), None)
        if listed is not None and (names := _counted(match, text[slice(*listed)])) is not None:
            yield side, names


def _number(rules: Rules, word: str) -> int:
    """A number in digits or words; words for nothing are 0."""
    bare = word.strip().lower().replace(",", "")
    if bare.isdigit():
        return int(bare)
    listed = rules.listed("number_word")
    return listed.index(bare) + 1 if bare in listed else 0


def _counted(match: Match, words: str) -> int | None:
    """How many are listed; where a rule speaks of handles, one in lower case is a name too."""
    if match.rule.set.get("handles") and re.fullmatch(r"[@\w.-]+", words) and not _NAMELESS.search(words):
        return 1
    return count_names(words)


def count_names(text: str) -> int | None:
    """How many names a list holds; None where it is no list of names ("All")."""
    bare = text.strip(" .;")
    if _NAMELESS.search(bare):
        return 0
    parts = [part for part in _BETWEEN.split(bare) if part]
    if (
        not parts
        or bare.lower() in ("yes", "all", "aye", "unanimous", "unanimously")
        or len(parts) > _MEMBERS
        or any(len(part.split()) > 5 for part in parts)
    ):
        return None
    named = [part for part in parts if part[0].isupper() or (len(parts) > 1 and " " not in part)]
    if len(named) < len(parts) or bare.lower().startswith("all"):
        return None
    return len(parts)
