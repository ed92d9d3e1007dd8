"""Polls: who voted how, a voter a line or a clause, behind a label such as "Roll call:" or "Vote:"."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.values.votes import read_vote

_VOTER = lazy(
    r"\W*(?!(?:the\s+)?(?:motion|amendment|resolution|vote)\b)"
    r"(?!.{0,30}?\b(?:yeas?|ayes?|yes|for|in\s+favou?r)(?:[ ]{2,}|\t)\s*(?:nays?|noes|no|against|opposed)\b)"
    r"@?[^\W\d_](?:[^\W\d]|[.'@ ()-]){0,40}?"
    r"(?:\s*[-:,=>]\s*|\s+|\s*\()"
    r"(?:\+1|-1|[+-]?0|aye|nay|yea|yes|no|for|against|abstain(?:ed|s)?|abstention|absent|present|recused?|excused)\W*",
    re.IGNORECASE,
)
_WHEREAS = lazy(r"\W*whereas\b", re.IGNORECASE)
# Who or how many gave a sign, the row of a poll: "+1: 3 (ana, mk, bo)", "0: jlow", "-1 (2): jlow, tia".
_SIGNS = lazy(r"\W{0,6}?(?:\+1|-1|[+-]?0)\s*(?:[:x=]\s*(?:\d{1,3}\b(?![:.]\d)|@?[A-Za-z])|\(\d{1,3}\)\s*[:=-])")
_LONG = 60  # characters of a voter with the vote
_MOST = 60  # voters
_COUNT = lazy(r"\W*\d{1,2}\s*[/:-]\s*\d{1,2}(?:\s*[/:-]\s*\d{1,2})?\W*")
_VERDICT = 24  # characters of a result that says no more than that


def poll_end(floor: Floor, index: int) -> int:
    """The index of the last unit that tells of one voter behind a unit; the unit's own where none does."""
    end, scope = index, floor.units[index].scope
    while end + 1 < len(floor.units) and end - index < _MOST:
        unit = floor.units[end + 1]
        if unit.heading is not None or unit.scope != scope:
            break
        if _SIGNS.match(floor.details.masked((unit.start, unit.end))):
            end += 1
            continue
        if len(unit.text) > _LONG:
            break
        text = unit.text if unit.speaker is None else floor.details.masked((unit.start, unit.end))
        if not _VOTER.fullmatch(text) or not text.strip():
            break
        end += 1
    return end


def with_list(floor: Floor, index: int) -> int:
    """A label of votes that stands alone takes in the line of names behind it."""
    unit = floor.units[index]
    after = index + 1
    if not unit.text.rstrip().endswith((":", ")")) or len(unit.text.split()) > 5 or after >= len(floor.units):
        return index
    other = floor.units[after]
    fits = other.heading is None and other.scope == unit.scope and not floor.stops[after] and "," in other.text
    return after if fits else index


def with_count(floor: Floor, index: int) -> bool:
    """Whether the count stands alone on the line below a result of a word or two: "CARRIED" over "6/0"."""
    unit, after = floor.units[index], index + 1
    if len(unit.text) > _VERDICT or after >= len(floor.units) or floor.units[after].scope != unit.scope:
        return False
    return _COUNT.fullmatch(floor.units[after].text) is not None


def votes_on(floor: Floor, index: int, done: Draft, motion: Draft) -> bool:
    """Whether votes behind a result are those on what it settled, not on a motion that was put before that."""
    goes_on = floor.readings[index - 1].says("tally")
    return done.until > motion.until and (goes_on or not floor.details.counted(done))


def counts_behind(floor: Floor, index: int, done: Draft) -> bool:
    """Whether a count behind a result in its paragraph tells how that came: "AMENDMENT LOST. (3 for, 4 against)"."""
    unit = floor.units[index]
    if unit.first or unit.block != floor.units[index - 1].block:
        return False
    vote = read_vote(floor.rules, unit.text)
    if vote is None or vote.for_ is None or vote.against is None:
        return vote is not None
    return (vote.for_ > vote.against) == (done.outcome != "lost")


def leads_up(floor: Floor, index: int) -> bool:
    """Whether a marked resolution follows: "… adopted the following resolution:"."""
    after = poll_end(floor, index) + 1
    while after < len(floor.units) and _WHEREAS.match(floor.units[after].text) and not floor.readings[after].strong:
        after += 1
    return (
        after < len(floor.units)
        and floor.readings[after].strong
        and floor.units[after].scope == floor.units[index].scope
    )
