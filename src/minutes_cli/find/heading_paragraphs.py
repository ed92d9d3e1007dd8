"""Titles that open paragraphs without a number or capitals: taken only where several paragraphs have one."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.find.heading_candidates import Candidate
from minutes_cli.find.titles import Titles

# Before a stop, before a colon, and in bold before a colon.
PARAGRAPHS = frozenset(("stop", "colon", "label"))
_APART = 2  # blocks from one such paragraph to the next
_FEWEST = 3


def without_single(found: Sequence[Candidate], titles: Titles) -> list[Candidate]:
    """The candidates without such titles as stand alone, or as are labels rather than titles."""
    styles = {candidate.style for candidate in found}
    if styles.isdisjoint(PARAGRAPHS):
        return [*found]
    numbered = sum(candidate.style == "number" for candidate in found) > 1
    hashed = sum(candidate.style == "hash" for candidate in found)
    kept = _beside_others([candidate for candidate in found if candidate.style == "stop"])
    if not numbered and hashed < _FEWEST:
        bold = [candidate for candidate in found if candidate.style == "label"]
        kept |= {one.start for one in bold} if _are_titles(bold, titles) else set()
        if not hashed:
            kept |= _runs([candidate for candidate in found if candidate.style == "colon"], titles)
    return [candidate for candidate in found if candidate.style not in PARAGRAPHS or candidate.start in kept]


def _beside_others(found: Sequence[Candidate]) -> set[int]:
    """The starts of those that stand in the paragraph before or behind another, at the same indent."""
    return {
        one.start
        for index, one in enumerate(found)
        for other in (*found[max(0, index - 1) : index], *found[index + 1 : index + 2])
        if abs(other.block - one.block) <= _APART and other.indent == one.indent
    }


def _are_titles(found: Sequence[Candidate], titles: Titles) -> bool:
    """Whether words before colons are titles of the minutes rather than speakers or labels of a form."""
    words = [candidate.words for candidate in found]
    distinct = {title.lower() for title in words}
    return len(words) == len(distinct) >= _FEWEST and any(titles.is_usual(title) for title in words)


def _runs(found: Sequence[Candidate], titles: Titles) -> set[int]:
    """The starts of those in runs of paragraphs one behind the other, one of their titles a usual one."""
    taken: set[int] = set()
    run: list[Candidate] = []
    for index, candidate in enumerate(found):
        run.append(candidate)
        last = index + 1 == len(found) or found[index + 1].block - candidate.block > _APART
        if last:
            taken |= {one.start for one in run} if _are_titles(run, titles) else set()
            run = []
    return taken
