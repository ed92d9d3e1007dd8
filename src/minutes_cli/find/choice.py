"""Which candidates are headings, judged together: by series of numbers, by the text below them, by repetition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minutes_cli.find.heading_candidates import Candidate, date_in, follows_blank
from minutes_cli.find.heading_front import first_text, is_title_line, without_body
from minutes_cli.find.heading_page import Page, is_bare, read_page
from minutes_cli.find.heading_paragraphs import PARAGRAPHS, heads_matter, without_single
from minutes_cli.find.heading_rolls import heads_roll, is_people, listed_people
from minutes_cli.find.heading_series import number_shape, numbered_items
from minutes_cli.find.summons import find_summons
from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout

_RUN_INS = ("dash", "opening", "lead")
_UNNUMBERED = ("capitals", "plain")
_LABELS = 3  # times that the same words stand before paragraphs, from which they are a label
# An entry of a log of actions: its number, the initials or the post of whoever acts, and what they do.
_OWNED = lazy(
    r"\W*\d\S*[ \t]+(?:(?:ALL|[A-Z]{2,4})(?:[ ]?[/,&+][ ]?[A-Z]{2,4}){0,3}(?:[ \t]+(?=[A-Z][a-z])|[ ]?[:-][ ]|[ \t]{2})"
    r"|(?:All|Clerk|Chair(?:man)?|Secretary|Treasurer|Cllr\.?[ ][A-Z][\w'-]+)(?:[ ]?[/,&][ ]?[A-Z]\w+){0,2}"
    r"(?:[ ]?:[ ]|[ ]-[ ]|[ \t]{2}))"
    r"|\W*\d\S*[ \t]+\S[^\r\n]{5,120}?(?:[ \t]{2,}|[ ]-[ ])"
    r"(?:[A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*){0,2}[ ]-[ ]"
    r"(?:in[ ]progress|ongoing|complete\w*|done|closed|outstanding|carried)"
    r"|ALL|All|Clerk|[A-Z]{2,4}(?:[ ]?[/,&+][ ]?[A-Z]{2,4}){0,3})(?:[ \t]{2,}[^\r\n]{2,30})?[\w \t]{0,20}(?=[\r\n]|$)"
)


def choose(layout: Layout, blocks: Sequence[Block], found: Sequence[Candidate], titles: Titles) -> list[Candidate]:
    """The candidates that are headings."""
    people = listed_people(blocks, titles)
    found = [candidate for candidate in found if candidate.block not in people] if people else found
    found = without_body(found, blocks, titles)
    found = without_single(layout, _without_repeats(found, titles), titles)
    page = read_page(layout, blocks, found, titles)
    text = first_text(page)
    styles = [candidate.style for candidate in page.found]
    hashed = styles.count("hash")
    run_ins = {style: styles.count(style) for style in _RUN_INS if style in styles}
    if "opening" in run_ins:  # beside "OLD BUSINESS:" on a line of its own, "FINANCIAL REPORT: The balance is …"
        run_ins["opening"] += sum(candidate.style == "capitals" and candidate.colon for candidate in page.found)
    sure = {candidate.style for candidate in page.found if candidate.strong} if run_ins else set()
    firsts = sum([candidate.hashes == 1 for candidate in page.found]) if hashed else 0
    numbers = numbered_items(page)
    summons = find_summons(page)
    chosen: list[Candidate] = []
    planned: set[int] = set()  # where headings stand over nothing but an agenda
    for index, candidate in enumerate(page.found):
        words = candidate.words
        if summons[0] <= candidate.start < summons[1]:
            continue
        if len(chosen) >= 5 and _opens_agenda(page, candidate, words):
            break  # the agenda of the next meeting
        roll = candidate.style in ("plain", "capitals") and heads_roll(page, chosen, index)
        if not chosen and not roll and is_title_line(page, index, words, text, firsts):
            continue
        if _is_entry(page, chosen, index) or is_people(page, candidate):
            if chosen and chosen[-1].style in _UNNUMBERED and chosen[-1].words.strip(" .:").lower() in titles.agenda:
                planned.add(chosen[-1].start)
            continue
        if candidate.style == "number":
            taken = candidate.start in numbers and (candidate.strong or not candidate.run_in or hashed < 3)
        elif candidate.style in PARAGRAPHS:
            taken = True
        elif candidate.style in run_ins:
            taken = run_ins[candidate.style] >= 3 or candidate.style in sure
        else:
            taken = _stands(page, index, candidate, words, hashed)
            if roll:
                taken, candidate.style = True, "roll"
        if taken:
            chosen.append(candidate)
    return _without_agenda(page, [one for one in chosen if one.start not in planned] if planned else chosen)


def _without_repeats(found: Sequence[Candidate], titles: Titles) -> Sequence[Candidate]:
    """Leave out page headers and labels: unnumbered lines printed more than once, "**Question:**" over and over."""
    words = [candidate.words for candidate in found if candidate.style in _UNNUMBERED or candidate.run_in]
    if len(set(words)) == len(words):
        return found
    lines = Counter(candidate.words for candidate in found if candidate.style in _UNNUMBERED)
    run_in = Counter(candidate.words for candidate in found if candidate.run_in)
    return [
        candidate
        for candidate in found
        if (
            run_in[candidate.words] < _LABELS
            if candidate.run_in
            else candidate.style not in _UNNUMBERED or lines[candidate.words] == 1
        )
        or titles.is_usual(candidate.words)
    ]


def _opens_agenda(page: Page, candidate: Candidate, words: str) -> bool:
    return candidate.style in ("capitals", "plain") and words.strip(" .:").lower() in page.titles.agenda


def _is_entry(page: Page, chosen: Sequence[Candidate], index: int) -> bool:
    """Whether a candidate is an entry of a list of the agenda, of tasks or of decisions."""
    candidate = page.found[index]
    if not chosen or candidate.style not in ("number", "plain", "bold", "cell"):
        return False
    over = chosen[-1]
    if over.style == candidate.style and (over.style != "number" or number_shape(over) == number_shape(candidate)):
        return False
    above = over.words.strip(" .:").lower()
    if above in page.titles.agenda:
        whole = over.style in ("hash", "bold", "ruled", "plain") or _is_bare_entry(page, index)
        return candidate.style == "number" and whole
    if above in page.titles.consent and candidate.style == "number" and not is_capital(candidate.words):
        return _is_bare_entry(page, index)
    if candidate.style == "bold" or (candidate.strong and candidate.style != "number"):
        return False
    tasks = page.titles.tasks.fullmatch(over.words) is not None
    if (
        tasks
        and candidate.style == "number"
        and _OWNED.match(page.layout.masked, candidate.start, candidate.start + 200)
    ):
        return True
    if tasks and candidate.style == "number" and candidate.run_in and not page.titles.is_usual(candidate.words):
        return True  # "1. **Ann**: order the bulbs"
    listed = (tasks or above in page.titles.entries) and not candidate.strong
    return listed and (candidate.style == "plain" or _is_bare_entry(page, index))


def _is_bare_entry(page: Page, index: int) -> bool:
    """Whether nothing is told of an entry: what follows the last of a list is told of all of them."""
    candidate, before = page.found[index], page.found[index - 1] if index else None
    if page.bare(index) or (candidate.run_in and not page.titles.is_sentence(page.blocks[candidate.block].words)):
        return True
    alike = before is not None and number_shape(before) == number_shape(candidate)
    return alike and page.bare(index - 1) and candidate.block == page.found[index - 1].block + 1


def _stands(page: Page, index: int, candidate: Candidate, words: str, hashed: int) -> bool:
    """Whether an unnumbered candidate is a heading."""
    style = candidate.style
    if style in ("hash", "ruled", "alone", "topic", "cell"):
        return True
    usual = page.titles.is_usual(words)
    body = page.has_body(index)
    if style == "bold":
        return body or usual
    if style == "plain" and _heads_table(page, index):
        return True
    if style == "plain" and page.describes(index):
        return False
    dated = candidate.colon and date_in(words) is not None and page.titles.tasks.fullmatch(words) is not None
    if candidate.colon and (words.lower() in page.titles.entries or dated):
        return body and hashed < 3
    if candidate.colon and not usual and (hashed or page.titles.opens(words) or page.lists(index)):
        return False
    alone = follows_blank(page.layout, candidate.first) or page.cuts_in(index)
    if style == "capitals":
        rolled = usual and index + 1 < len(page.found) and page.titles.is_roll(page.found[index + 1].words)
        alone = alone or (usual and not candidate.indent)
        return (hashed < 3 or usual) and alone and (body or rolled)
    if hashed >= 3 or page.layout.spaced or page.listed(index) or not page.has_text(index):
        return False
    if page.titles.opens(words) and page.lists(index):
        return False  # "The Committee", and below it what it agreed
    return body and (alone or usual or heads_matter(page, index))


def _heads_table(page: Page, index: int) -> bool:
    """Whether a line that announces tasks stands over a table of them."""
    behind = page.behind[index]
    over_table = behind is not None and behind.cell is not None
    return over_table and page.titles.tasks.fullmatch(page.found[index].words) is not None


def _without_agenda(page: Page, chosen: list[Candidate]) -> list[Candidate]:
    """Leave out headings that only announce: what is printed with text elsewhere, or a long list without any."""
    if not chosen:
        return []
    behind = {candidate.start: block for candidate, block in zip(page.found, page.behind, strict=True)}
    blocks = [behind[candidate.start] for candidate in chosen]
    bare = [
        candidate.style in ("number", "plain", "capitals", "bold") and is_bare(chosen, blocks, index)
        for index, candidate in enumerate(chosen)
    ]
    if True not in bare:
        return chosen
    with_text = {candidate.words.lower() for candidate, alone in zip(chosen, bare, strict=True) if not alone}
    kept: list[Candidate] = []
    index = 0
    while index < len(chosen):
        end = index
        while end < len(chosen) and bare[end]:
            end += 1
        run = chosen[index:end]
        announced = (
            len(run) >= 5 and len(chosen) - len(run) >= 3 and all(candidate.style != "bold" for candidate in run)
        )
        kept += [c for c in run if not announced and c.words.lower() not in with_text]
        kept += chosen[end : end + 1]
        index = end + 1
    return kept
