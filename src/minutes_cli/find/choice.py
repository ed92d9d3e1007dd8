"""Which candidates are headings, judged together: by series of numbers, by the text below them, by repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_cli.find.headings import DATE_OR_TIME, Candidate, follows_blank
from minutes_cli.find.titles import Titles
from minutes_cli.text.layout import Block, Layout

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Page:
    """What the choice is made on: the layout, its blocks and all candidates, in order.

    ``behind`` is for each candidate the block behind it, ``bodies`` whether text, or a heading of another style with
    text, follows it.
    """

    layout: Layout
    blocks: Sequence[Block]
    found: Sequence[Candidate]
    titles: Titles
    behind: Sequence[Block | None]
    bodies: Sequence[bool]

    def words(self, candidate: Candidate) -> str:
        return self.layout.cut(*candidate.title)

    def bare(self, index: int) -> bool:
        """Whether nothing stands between a candidate and the next one."""
        return _is_bare(self.found, self.behind, index)

    def has_body(self, index: int) -> bool:
        """Whether text, or a heading of another style with text, follows a candidate."""
        return self.bodies[index]

    def lists(self, index: int) -> bool:
        """Whether a list stands below a candidate."""
        behind = self.behind[index]
        return behind is None or behind.listed or behind.words[:1].islower()

    def has_text(self, index: int) -> bool:
        """Whether a sentence, a list or another heading follows, not one more short line, as in a table undone."""
        behind = self.behind[index]
        if (
            behind is None
            or behind.listed
            or (index + 1 < len(self.found) and self.found[index + 1].start == behind.start)
        ):
            return True
        return len(behind.words.split()) > 6 or behind.words.endswith((".", ":", "?", ")"))

    def cuts_in(self, index: int) -> bool:
        """Whether a candidate of a few words stands between two sentences, in a text whose lines are paragraphs."""
        candidate = self.found[index]
        if self.layout.wrap is not None or candidate.block == 0 or len(self.words(candidate).split()) > 4:
            return False
        before, behind = self.blocks[candidate.block - 1], self.behind[index]
        ended = before.words.endswith((".", "?", "!")) and len(before.words.split()) > 3
        return ended and behind is not None and behind.words.endswith(".") and len(behind.words.split()) > 6

    def listed(self, index: int) -> bool:
        """Whether a candidate is an entry of a list of short lines, or of one that a colon announces."""
        candidate = self.found[index]
        before = self.blocks[candidate.block - 1] if candidate.block else None
        if before is not None and before.words.endswith(":") and not before.cell:
            return not self.titles.is_usual(self.words(candidate))
        near = [self.found[at] for at in (index - 1, index + 1) if 0 <= at < len(self.found)]
        return any(
            other.style == "plain" and (other.first == candidate.last + 1 or other.last == candidate.first - 1)
            for other in near
        )


def _page(layout: Layout, blocks: Sequence[Block], found: Sequence[Candidate], titles: Titles) -> _Page:
    behind = [_behind(blocks, candidate) for candidate in found]
    bodies = [False] * len(found)
    for index in range(len(found) - 1, -1, -1):
        if not _is_bare(found, behind, index):
            bodies[index] = True
        elif index + 1 < len(found):
            after = found[index + 1]
            bodies[index] = after.style != found[index].style or (after.style == "plain" and bodies[index + 1])
    return _Page(layout, blocks, found, titles, behind, bodies)


def _behind(blocks: Sequence[Block], candidate: Candidate) -> Block | None:
    index = candidate.block + 1
    while index < len(blocks) and blocks[index].first <= candidate.last:
        index += 1
    return blocks[index] if index < len(blocks) else None


def _is_bare(found: Sequence[Candidate], behind: Sequence[Block | None], index: int) -> bool:
    block = behind[index]
    reaches = index + 1 >= len(found) or block is None or block.first < found[index + 1].first
    return not found[index].run_in and not (block is not None and reaches)


def choose(layout: Layout, blocks: Sequence[Block], found: Sequence[Candidate], titles: Titles) -> list[Candidate]:
    """The candidates that are headings."""
    page = _page(layout, blocks, _without_repeats(layout, found, titles), titles)
    first_text = _first_text(page)
    hashed = sum(candidate.style == "hash" for candidate in page.found)
    run_ins = Counter(candidate.style for candidate in page.found if candidate.style in ("dash", "opening"))
    firsts = sum(candidate.hashes == 1 for candidate in page.found)
    numbers = _numbered(page)
    summons = _summons(page)
    chosen: list[Candidate] = []
    for index, candidate in enumerate(page.found):
        words = page.words(candidate)
        if summons[0] <= candidate.start < summons[1]:
            continue
        if len(chosen) >= 5 and _opens_agenda(page, candidate, words):
            break  # the agenda of the next meeting
        if not chosen and _is_title_line(page, candidate, words, first_text, firsts):
            continue
        if _is_entry(page, chosen, index):
            continue
        if candidate.style == "number":
            taken = candidate.start in numbers and (candidate.strong or not candidate.run_in or hashed < 3)
        elif candidate.style in run_ins:
            taken = run_ins[candidate.style] >= 3
        else:
            taken = _stands(page, index, candidate, words, hashed)
        if taken:
            chosen.append(candidate)
    return _without_agenda(page, chosen)


def _without_repeats(layout: Layout, found: Sequence[Candidate], titles: Titles) -> list[Candidate]:
    """Leave out page headers: unnumbered lines that are printed more than once."""
    counts = Counter(layout.cut(*candidate.title) for candidate in found if candidate.style in ("capitals", "plain"))
    return [
        candidate
        for candidate in found
        if candidate.style not in ("capitals", "plain")
        or counts[words := layout.cut(*candidate.title)] == 1
        or titles.is_usual(words)
    ]


def _first_text(page: _Page) -> int:
    """Where the title of the document ends: at its first sentence, label of attendance or numbered heading."""
    candidates = {candidate.start: candidate for candidate in page.found}
    for block in page.blocks:
        candidate = candidates.get(block.start)
        if candidate is not None and candidate.style in ("number", "alone", "topic"):
            return block.start
        if candidate is None and block.words and not DATE_OR_TIME.search(block.words):
            long = len(block.words.split()) > 8 and page.titles.is_sentence(block.words)
            if long or (":" in block.words and page.titles.is_label(block.words.split(":", 1)[0])):
                return block.start
    return 0


def _opens_agenda(page: _Page, candidate: Candidate, words: str) -> bool:
    return candidate.style in ("capitals", "plain") and words.strip(" .:").lower() in page.titles.agenda


def _summons(page: _Page) -> tuple[int, int]:
    """The stretch of a notice of the meeting with its agenda, where one is printed before the minutes."""
    for index, block in enumerate(page.blocks[:80]):
        if index < 12 and page.titles.summons.search(block.words):
            after = page.blocks[index + 1 :]
            lists = (
                b.start for b in after if b.cell or (":" in b.words and page.titles.is_label(b.words.split(":")[0]))
            )
            return block.start, next(lists, block.start)
        if block.words.endswith(":") and block.words.strip(" :").lower() in page.titles.agenda:
            end = next((b.start for b in page.blocks[index + 1 :] if not b.listed), block.start)
            return block.start, end
    return 0, 0


def _is_title_line(page: _Page, candidate: Candidate, words: str, first_text: int, firsts: int) -> bool:
    """Whether a candidate at the head of the document is part of its title."""
    if candidate.number or candidate.style in ("alone", "topic", "dash", "opening", "cell"):
        return False
    if candidate.block == 0 and candidate.style in ("capitals", "plain"):
        return True
    if candidate.hashes == 1 and firsts == 1:
        return True
    if page.titles.is_usual(words) or words.strip(" .:").lower() in page.titles.agenda:
        return False
    if candidate.style in ("capitals", "bold") and _titled_below(page, candidate):
        return True
    named = bool(page.titles.title_line.search(words) or DATE_OR_TIME.search(words))
    if candidate.hashes or candidate.style == "ruled":
        return named and (candidate.hashes == 1 or candidate.start <= first_text or bool(DATE_OR_TIME.search(words)))
    return candidate.start < first_text and (named or candidate.style == "plain")


def _titled_below(page: _Page, candidate: Candidate) -> bool:
    """Whether the next line is of the title: then a name in capitals above it is one of the body."""
    below = page.blocks[candidate.block + 1] if candidate.block + 1 < len(page.blocks) else None
    if below is None:
        return False
    return bool(page.titles.title_line.search(below.words) and DATE_OR_TIME.search(below.words))


def _is_entry(page: _Page, chosen: Sequence[Candidate], index: int) -> bool:
    """Whether a candidate is an entry of a list of the agenda, of tasks or of decisions."""
    candidate = page.found[index]
    if not chosen or candidate.style not in ("number", "plain", "bold", "cell"):
        return False
    over = chosen[-1]
    if over.style == candidate.style and (over.style != "number" or number_shape(over) == number_shape(candidate)):
        return False
    above = page.words(over).strip(" .:").lower()
    if above in page.titles.agenda:
        return candidate.style == "number" and over.style in ("hash", "bold", "ruled", "plain")
    listed = above in page.titles.entries and candidate.style != "bold" and not candidate.strong
    return listed and (candidate.style == "plain" or page.bare(index))


def _stands(page: _Page, index: int, candidate: Candidate, words: str, hashed: int) -> bool:
    """Whether an unnumbered candidate is a heading."""
    style = candidate.style
    if style in ("hash", "ruled", "alone", "topic", "cell"):
        return True
    usual = page.titles.is_usual(words)
    body = page.has_body(index)
    if style == "bold":
        return body or usual
    if candidate.colon and words.lower() in page.titles.entries:
        return body and hashed < 3
    if candidate.colon and not usual and (hashed or page.titles.opens(words) or page.lists(index)):
        return False
    alone = follows_blank(page.layout, candidate.first) or page.cuts_in(index)
    if style == "capitals":
        return (hashed < 3 or usual) and alone and body
    if hashed >= 3 or page.layout.spaced or page.listed(index) or not page.has_text(index):
        return False
    if page.titles.opens(words) and page.lists(index):
        return False  # "The Committee", and below it what it agreed
    return body and (alone or usual)


def number_shape(candidate: Candidate) -> tuple[str, int, bool, str]:
    """What numbers of one series share: kind, number of separators, capitals, what stands behind them."""
    number = candidate.number
    separators = len(re.findall(r"[./:(]", number))
    return candidate.kind, separators, number.isupper() and not number.isdigit(), candidate.mark


def _value(candidate: Candidate, place: int = -1) -> int | None:
    """A figure of a candidate's number, whatever it is written in; ``place`` tells which of several, from the end."""
    number = candidate.number
    if candidate.kind == "roman":
        values = [_ROMAN[letter] for letter in number.lower()]
        return sum(-value if value < after else value for value, after in pairwise([*values, 0]))
    if candidate.kind in ("letter", "bracket") and number.isalpha():
        return ord(number[0].lower()) - 96 if len(number) == 1 else None
    digits = re.findall(r"\d+", number.split("(")[0])
    return int(digits[place]) if len(digits) >= -place else None


def _counting_place(page: _Page, members: Sequence[int]) -> int:
    """Which figure of numbers with several counts the items: the last, unless it is the year of all of them."""
    last = {tuple(re.findall(r"\d+", page.found[index].number)[-1:]) for index in members}
    return -2 if len(last) == 1 and len(members) > 1 and page.found[members[0]].kind == "code" else -1


def _numbered(page: _Page) -> frozenset[int]:
    """The starts of the numbered candidates that count items of the meeting.

    The items of a meeting count up through the whole document, so of each shape of number the longest run that rises
    is taken. Lists within an item start anew; of these a run is taken if text stands below most of its entries, one
    entry only if it looks like a heading of itself.
    """
    shapes: dict[tuple[str, int, bool, str], list[int]] = {}
    for index, candidate in enumerate(page.found):
        if candidate.style == "number":
            shapes.setdefault(number_shape(candidate), []).append(index)
    taken: set[int] = set()
    for shape, members in shapes.items():
        counting = _counting_place(page, members)
        whole = _longest_rise(page, members, counting) if shape[1] == 0 or shape[0] != "decimal" else []
        if _counts_items(page, shape, whole, members):
            taken |= {page.found[index].start for index in whole}
        for run in _runs(page, [index for index in members if page.found[index].start not in taken], shape):
            taken |= {page.found[index].start for index in _of_run(page, run)}
    return frozenset(taken)


def _counts_items(page: _Page, shape: tuple[str, int, bool, str], run: Sequence[int], members: Sequence[int]) -> bool:
    if shape[0] in ("item", "code"):
        return bool(run)
    if len(run) < 3 or len(run) < len(members) * 0.3:
        return False
    bodied = sum(page.has_body(index) or page.found[index].strong for index in run)
    return bodied * 2 > len(run)


def _runs(page: _Page, members: Sequence[int], shape: tuple[str, int, bool, str]) -> list[list[int]]:
    """Entries in a row whose numbers rise by one (or skip one or two), within one item."""
    runs: list[list[int]] = []
    last: int | None = None
    for index in members:
        value = _value(page.found[index])
        dotted = shape[0] == "decimal" and shape[1] > 0
        if runs and last is not None and value is not None and (dotted or last < value <= last + 3):
            runs[-1].append(index)
        else:
            runs.append([index])
        last = value
    return runs


def _of_run(page: _Page, run: Sequence[int]) -> list[int]:
    """The entries of a run that are headings."""
    found = page.found
    before = page.blocks[found[run[0]].block - 1] if found[run[0]].block else None
    listed = (
        before is not None and before.words.endswith((":", " that", "-")) and before.start >= _last_chosen(page, run[0])
    )
    strong = [
        index
        for index in run
        if found[index].strong and (page.has_body(index) or page.titles.is_usual(page.words(found[index])))
    ]
    if listed and number_shape(found[run[0]])[1] == 0:
        return []
    dotted = found[run[0]].kind == "decimal" and number_shape(found[run[0]])[1] > 0
    bodied = [index for index in run if (page.has_body(index) if dotted else not page.bare(index))]
    if dotted and len(bodied) * 2 >= len(run) > 3:
        return [index for index in run if index in bodied or found[index].strong]
    if len(bodied) * 2 >= len(run) and (len(run) > 1 or strong):
        return list(run)
    # A number that carries its item's ("2.1") counts no list, so a title run in behind it is one.
    return [index for index in run if index in strong or (found[index].run_in and number_shape(found[index])[1] > 0)]


def _last_chosen(page: _Page, index: int) -> int:
    """Where the candidate before one ends: a colon that closes a heading doesn't open a list."""
    return page.found[index - 1].title[1] if index else 0


def _longest_rise(page: _Page, members: Sequence[int], counting: int) -> list[int]:
    """Of candidates of one shape the longest run whose figures rise by one to three."""
    best: list[int] = [0] * len(members)
    back: list[int] = [-1] * len(members)
    # Only the latest place of each figure matters for what follows it, so this takes time in proportion.
    latest: dict[int, int] = {}
    for place, index in enumerate(members):
        value = _value(page.found[index], counting)
        if value is None:
            continue
        gain = 1 + page.found[index].strong + page.has_body(index)
        best[place] = gain
        for step in (1, 2, 3):
            prior = latest.get(value - step)
            if prior is not None and best[prior] + gain > best[place]:
                best[place], back[place] = best[prior] + gain, prior
        if value not in latest or best[place] >= best[latest[value]]:
            latest[value] = place
    place = max(range(len(members)), key=lambda at: (best[at], -at), default=-1)
    run: list[int] = []
    while place >= 0:
        run.append(members[place])
        place = back[place]
    return run[::-1]


def _without_agenda(page: _Page, chosen: list[Candidate]) -> list[Candidate]:
    """Leave out headings that only announce: what is printed with text elsewhere, or a long list without any."""
    if not chosen:
        return []
    behind = {candidate.start: block for candidate, block in zip(page.found, page.behind, strict=True)}
    blocks = [behind[candidate.start] for candidate in chosen]
    bare = [
        candidate.style in ("number", "plain", "capitals", "bold") and _is_bare(chosen, blocks, index)
        for index, candidate in enumerate(chosen)
    ]
    with_text = {page.words(candidate).lower() for candidate, alone in zip(chosen, bare, strict=True) if not alone}
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
        kept += [c for c in run if not announced and page.words(c).lower() not in with_text]
        kept += chosen[end : end + 1]
        index = end + 1
    return kept
