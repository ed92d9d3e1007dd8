"""Bare verdicts: sentences of a few words that say only what became of the matter before them."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy
from minutes_cli.rules.matches import Match

PARTICIPLE = lazy(  # what a heading ends with: "Charging Policy - APPROVED"
    r"[\W_]*(?:(?:NOT\s+)?(?:AGREED|APPROVED|ADOPTED|ACCEPTED|ENDORSED|RATIFIED|CONFIRMED|DEFERRED|GRANTED|REFUSED))[\s.!*_)]*$"
)
# No more than that what stands before was agreed: "Agreed nem con.", "Agreed to go ahead."
_BARE = lazy(
    r"\W*(?:all\s+|so\s+)?(?:agreed|approved|accepted|adopted|endorsed|carried|resolved|supported)"
    r"(?:\s+(?:unanimously|nem\.?\s*con\b|by\s+(?:all|everyone|consensus|a\s+majority)(?:\s+present)?|in\s+principle"
    r"|without\s+(?:dissent|objection)|with\s+no\s+objections?|\(unanimous(?:ly)?\)))*"
    r"(?:,?\s+(?:to|we)\s+(?:(?:go\s+ahead|proceed|do|accept|approve|pay|support|buy|fund|join|renew|sign|attend|take\s+part|contribute|"
    r"donate)(?:\s+(?:with\s+)?(?:it|this|so|that|them|these|one|the\s+(?:quote|quotation|request|proposal|offer|"
    r"application|plan|idea|purchase|work|works|invoice|appeal|order|bid|project)))?|this|it|that))?"
    r"(?:\s*\((?:all\b|unanim|nem\b|\d)[^()]{0,30}\))?[\s.!)]*$",
    re.IGNORECASE,
)
# A verb of decision alone on its line, with its manner or who moved it: "UNANIMOUSLY RESOLVED", "Resolved (Vole/Reed)".
_ALONE = lazy(
    r"\W*(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed|decided)(?:\s+(?:no\.?\s*)?[A-Z]{0,4}[/-]?\d[\w/.-]*(?=\s*\())?"
    r"(?:\s+(?:unanimously|nem\.?\s*con\b|by\s+(?:an?\s+)?(?:absolute\s+|special\s+|simple\s+)?(?:majority|consensus)"
    r"(?:\s+(?:vote|decision))?))*(?:\s*[(\[][^()\[\]]{2,60}[)\]])*[\s:.,-]*",
    re.IGNORECASE,
)
# No more than what became of the motion and how many voted so: "The motion was carried with 7 for and 2 against".
_COUNTED = lazy(
    r"\W*(?:the|this)\s+(?:motion|resolution|proposal|proposition)\s+(?:was|is)\s+(?:\w+ly\s+|then\s+|put\s+and\s+)?"
    r"(?:carried|passed|adopted|approved|agreed|lost|defeated)\W+(?:with|by|on|having)\s+(?!.*\b(?:that|was|were)\b)"
    r"(?=[^.]*\b(?:for|against|votes?|favou?r|to)\b)[^.;:]{2,90}[\s.]*",
    re.IGNORECASE,
)
_CLAUSE_LINE = lazy(r"[\"\s(]*(?:that|to)\s", re.IGNORECASE)
_FIRST_LABELS = ("1", "a", "i")
_PRONOUN = lazy(r"\b(?:this|these|it|so|them|that)\b(?!\s+(?:was|is)\s)", re.IGNORECASE)
# Put off, in a sentence without its matter: "Held over till he is back."
_PUT_OFF = ("resolution.deferred", "resolution.left-until")
_PUT_OFF_OPENS = lazy(
    r"\W*(?:deferred|postponed|parked|tabled|shelved|adjourned|held\s+over|left\s+over|carried\s+over|put\s+(?:off|back|over)"
    r"|left\s+(?:until|till|for)|on\s+(?:hold|ice))\b",
    re.IGNORECASE,
)
# What is said of an application that the sentence before it names: "23/0155/FUL, new porch. Agreed no objection."
_CONSULTED = lazy(
    r"\W*agreed\b[^.;]{0,30}?\b(?:object(?:ions?)?|comments?|observations?|support|approval|refusal|oppose)[\s.!]*$",
    re.IGNORECASE,
)
_APPLICATION = lazy(
    r"\W*(?:(?:planning\s+)?app(?:lication|n|\.)?\s*:?\s*(?:no\.?|number|ref\.?)?\s*:?\s*)?(?:[A-Z]{1,6}\s?/\s?)?[A-Z]{0,4}\d{2,4}/[A-Z]{0,4}\d{2,6}\b",
    re.IGNORECASE,
)
_MATTER = 2  # times the words of such a one that the sentence it speaks of may have: it is no more than named
_VERDICT = 5  # words of a verdict that says no more than that


def closes_heading(floor: Floor, index: int) -> bool:
    """Whether a verdict stands on the line of a heading, of which it then speaks."""
    if index == 0 or floor.units[index - 1].heading is None:
        return False
    return "\n" not in floor.document.text[floor.units[index - 1].end : floor.units[index].begin]


def lacks_matter(floor: Floor, index: int, match: Match) -> bool:
    """Whether a unit says only that something is put off, and the sentence before it in its paragraph says what."""
    unit = floor.units[index]
    if unit.first or match.rule.id not in _PUT_OFF or not _PUT_OFF_OPENS.match(unit.text):
        return False
    before = floor.before(index)
    return before is not None and len(floor.details.masked(before).split()) <= _MATTER * len(unit.text.split())


def is_bare(floor: Floor, index: int) -> bool:
    """Whether a unit says only that what stands before it was agreed, and is no entry of a list of its own."""
    if _BARE.match(floor.units[index].text) is not None:
        return not _heads_entry(floor, index)
    return _is_consulted(floor, index)


def _is_consulted(floor: Floor, index: int) -> bool:
    """Whether a unit says but what is thought of the planning application that its paragraph opens with."""
    unit = floor.units[index]
    if unit.first or len(unit.text.split()) > _VERDICT or not _CONSULTED.match(unit.text):
        return False
    prior = floor.units[index - 1]
    return prior.first and _APPLICATION.match(prior.text) is not None


def heads_clauses(floor: Floor, index: int) -> bool:
    """Whether a unit is but the verb of the decision, whose clauses follow it: "Resolved (A/B)" over "That …"."""
    unit, after = floor.units[index], index + 1
    if not unit.first or after >= len(floor.units) or floor.units[after].scope != unit.scope:
        return False
    block = floor.units[after].block
    if block is None or not floor.units[after].first or not _ALONE.fullmatch(unit.text):
        return False
    label = floor.document.blocks[block].label.strip("().").lower()
    return label in _FIRST_LABELS or _CLAUSE_LINE.match(floor.units[after].text) is not None


def _heads_entry(floor: Floor, index: int) -> bool:
    """Whether a unit opens an entry of a list, so that it need not speak of the entry before."""
    unit = floor.units[index]
    return unit.first and unit.block is not None and floor.document.blocks[unit.block].listed


def take_tally(floor: Floor, draft: Draft, index: int) -> None:
    """A verdict of few words takes in the sentence of its paragraph that counts the votes right before it."""
    unit = floor.units[index]
    before = next((stretch for end, stretch in floor.tallies if end == index - 1), None)
    if before is None or unit.first or len(unit.text.split()) > _VERDICT or draft.pieces[0][0] != unit.begin:
        return
    draft.pieces[0] = (before[0], draft.pieces[0][1])


def is_brief(text: str, result: Match) -> bool:
    """Whether a sentence says no more than that a motion was carried or lost, or that and how many voted so."""
    return (len(text.split()) <= _VERDICT and result.start <= 1) or _COUNTED.fullmatch(text) is not None


def lacks_result(floor: Floor, index: int) -> bool:
    """Whether a decision with its movers ends right before a unit, so that a bare result there is its own."""
    done = floor.just_done(index)
    result = floor.readings[index].result
    ends = floor.units[index].first or (done is not None and done.match.rule.id == "resolution.be-it")
    if done is not None and done.strong and ends and floor.units[index].block is not None:
        return True  # "WG 4 decides to drop the term. / Adopted.", "Be it RESOLVED to … UNANIMOUSLY APPROVED."
    if (
        done is not None
        and result is not None
        and (not floor.units[index].first or done.outcome is not None)
        and done.match.rule.kind in ("motion", "result")
    ):
        return done.outcome in (None, floor.outcome(index, result))  # "… casting vote in favour. Carried."
    if (
        done is None
        or done.match.rule.kind != "resolution"
        or done.outcome != "carried"
        or not (floor.units[index].first or _COUNTED.fullmatch(floor.units[index].text))
    ):
        return False
    names = floor.details.names(done)
    return "mover" in names or "seconder" in names


def plain(floor: Floor, index: int, match: Match) -> int:
    """Up to how many words a sentence says only that something was approved: more in a paragraph than in a list."""
    block = floor.units[index].block
    listed = block is not None and floor.document.blocks[block].listed
    return 2 if match.rule.id == "resolution.elliptical" and not listed and floor.before(index) is not None else 1


def agree_again(floor: Floor, index: int) -> bool:
    """Take a bare "Agreed." behind a decision of its own paragraph for the same decision."""
    unit, done = floor.units[index], floor.just_done(index)
    if done is None or done.outcome not in ("carried", None):
        return False
    result = floor.readings[index].result
    if result is not None and result.rule.id == "result.members" and not unit.first and done.outcome is not None:
        done.add((unit.begin, unit.end), index, text=True)  # "We buy the lamp. All members present agreed."
        return True
    counted = done.match.rule.id == "result.count" and len(unit.text.split()) <= _VERDICT - 1
    named = counted and unit.text.split()[0].lower() in floor.details.masked(done.pieces[0]).lower()
    if not named and (unit.first or done.outcome is None or not is_bare(floor, index)):
        return False
    done.add((unit.begin, unit.end), index, text=True)
    return True


def points_back(text: str) -> bool:
    """Whether a decision leans on what stands before it: "agreed to this"."""
    return bool(_PRONOUN.search(text))
