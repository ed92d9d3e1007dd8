"""Titles that open paragraphs without a number or capitals: taken only where several paragraphs have one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.find.heading_candidates import Candidate
from minutes_cli.find.heading_page import BUSINESS, Page
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Layout

# Before a stop, before a colon, and in bold before a colon.
PARAGRAPHS = frozenset(("stop", "colon", "label"))
_INLINE = ("colon", "dash")
_APART = 2  # blocks from one such paragraph to the next
_FEWEST = 3
_SEVERAL_WORDS = 4
_NAME = lazy(r"[A-Z][\w'-]+")
_HEAD = 1200  # characters at the head of the minutes that may name those present


def without_single(layout: Layout, found: Sequence[Candidate], titles: Titles) -> list[Candidate]:
    """The candidates without such titles as stand alone, or as are labels rather than titles."""
    styles = {candidate.style for candidate in found}
    if styles.isdisjoint(PARAGRAPHS):
        return [*found]
    numbered = sum(candidate.style == "number" for candidate in found) > 1
    hashed = sum(candidate.style == "hash" for candidate in found)
    kept = _beside_others([candidate for candidate in found if candidate.style == "stop"]) | _below_business(found)
    if not numbered and hashed < _FEWEST:
        bold = [candidate for candidate in found if candidate.style == "label"]
        kept |= {one.start for one in bold} if _are_titles(bold, titles) else _beside_alike(found)
        if not hashed:
            kept |= _runs([candidate for candidate in found if candidate.style in ("colon", "lead")], titles)
            business = _under_business(layout, found, titles)
            kept |= {one.start for one in business}
            for one in business:
                one.style = "colon"
    return [candidate for candidate in found if candidate.style not in PARAGRAPHS or candidate.start in kept]


def _beside_others(found: Sequence[Candidate]) -> set[int]:
    """The starts of those that stand in the paragraph before or behind another, at the same indent."""
    return {
        one.start
        for index, one in enumerate(found)
        for other in (*found[max(0, index - 1) : index], *found[index + 1 : index + 2])
        if abs(other.block - one.block) <= _APART and other.indent == one.indent
    }


def _beside_alike(found: Sequence[Candidate]) -> set[int]:
    """The starts of those before a colon, in capitals, that stand next to a paragraph with a title in capitals."""
    return {
        one.start
        for one, other in (*pairwise(found), *((after, before) for before, after in pairwise(found)))
        if one.style == "label" and other.style in ("lead", "opening")
        and abs(other.block - one.block) == 1 and one.words.isupper() and other.words.isupper()
    }  # fmt: skip


def _below_business(found: Sequence[Candidate]) -> set[int]:
    """The starts of those that open the text right under a heading such as OLD BUSINESS, and of those behind them."""
    taken: set[int] = set()
    over: Candidate | None = None  # the heading
    opened = False  # whether the first paragraph below it has such a title
    for one in found:
        if one.style not in PARAGRAPHS:
            over, opened = one, False
        elif one.style == "stop" and over is not None and not (over.run_in or over.number):
            opened = opened or (one.block == over.block + 1 and BUSINESS.search(over.words) is not None)
            taken |= {one.start} if opened and one.indent == over.indent else set()
    return taken


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


def _under_business(layout: Layout, found: Sequence[Candidate], titles: Titles) -> list[Candidate]:
    """Those right under headings in capitals such as NEW BUSINESS, where most tell something."""
    groups: list[list[Candidate]] = []
    open_at = -1  # the block below a heading in which the first of a group begins, or the next one
    for candidate in found:
        if candidate.style in _INLINE and open_at >= 0 and (candidate.block <= open_at + 1 or groups[-1]):
            if not groups[-1] or candidate.indent == groups[-1][0].indent:
                groups[-1].append(candidate)
        elif candidate.style not in _INLINE:
            over = candidate.style == "capitals" or (candidate.style == "plain" and titles.is_usual(candidate.words))
            opens = over and BUSINESS.search(layout.masked, *candidate.title)
            open_at = candidate.block + 1 if opens else -1
            groups += [[]] if opens else []
    told = [one for group in groups for one in group if _tells(layout, one, titles)]
    whole = [one for group in groups for one in group]
    words = {one.words.lower() for one in whole}
    fits = len(told) >= _FEWEST and 2 * len(told) > len(whole) == len(words)
    fits = fits and not _name_people(layout, whole)  # they report, each in turn
    return whole if fits else []


def _name_people(layout: Layout, found: Sequence[Candidate]) -> bool:
    """Whether one of several titles is the name of somebody named at the head of the minutes."""
    named = set(_NAME.findall(layout.masked[: min(found[0].start, _HEAD)]))
    return any(set(one.words.split()) <= named for one in found)


def _tells(layout: Layout, candidate: Candidate, titles: Titles) -> bool:
    """Whether a sentence stands behind a title and its colon."""
    rest = layout.masked[candidate.title[1] + 1 : candidate.title[1] + 200].split("\n\n")[0]
    return len(rest.split()) >= _SEVERAL_WORDS and titles.is_sentence(rest)


def heads_matter(page: Page, index: int) -> bool:
    """Whether a short line right below a heading is the title of a matter: "NEW BUSINESS" over "Pool Liner"."""
    over, words = page.over(index), page.found[index].words
    if over is None or page.titles.is_roll(over.words) or page.titles.is_sentence(words):
        return False
    if " - " in words and over.words.upper().startswith("CORRESPONDENCE"):
        return False  # from whom a letter came, and of what
    names = words.split()
    if names[0].lower() in page.titles.given or page.titles.honorific.match(words):
        return False
    if set(names) <= set(_NAME.findall(page.layout.masked[: min(over.start, _HEAD)])):
        return False  # who reports
    return BUSINESS.search(over.words) is not None
