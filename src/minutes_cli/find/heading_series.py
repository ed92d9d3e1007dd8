"""Which numbered candidates count the items of the meeting, and which are entries of a list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.find.heading_candidates import Candidate
from minutes_cli.find.heading_page import BUSINESS, Page
from minutes_cli.patterns import lazy

_CLAUSE = lazy(r"That\b|THAT\b")  # what a list goes on with: "That Council: / 1. notes …"
_DIGITS = lazy(r"\d+")
_LETTERED = lazy(r"\d{1,3}([A-Za-z])")
_LETTER_WITHIN = lazy(r"(?:\d{1,2}|[IVX]{2,5})[.-]([A-Za-z])")  # "9.B" is the second below "9"
_LATEST_LETTER = 3  # place in the alphabet of a capital with which a list of headings may open
_DATED = 3  # figures of a number that has the month and the year behind that of the item
_FIRSTS = (".1", ".A", "-A", "A", "(A)")  # behind an item's number, that of the first within it
_BEHIND_ONE = ("ii", "iii", "iv")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def number_shape(candidate: Candidate) -> tuple[str, int, bool, str]:
    """What numbers of one series share: kind, number of separators, capitals, what stands behind them."""
    number = candidate.number
    if not number or number.isdecimal():
        return candidate.kind, 0, False, candidate.mark
    if candidate.kind == "decimal" and _LETTERED.fullmatch(number):
        return candidate.kind, 0, number.isupper(), f"{candidate.mark}a"  # "2b" is not between "1" and "3"
    separators = number.count(".") + number.count("/") + number.count(":") + number.count("(")
    return candidate.kind, separators, number.isupper() and not number.isdigit(), candidate.mark


def _value(candidate: Candidate, place: int = -1) -> int | None:
    """A figure of a candidate's number, whatever it is written in; ``place`` tells which of several, from the end."""
    number = candidate.number
    if candidate.kind == "roman" or (candidate.kind == "bracket" and len(number) > 1 and number.isalpha()):
        values = [_ROMAN[letter] for letter in number.lower()]
        return sum(-value if value < after else value for value, after in pairwise([*values, 0]))
    if candidate.kind in ("letter", "bracket") and number.isalpha():
        return ord(number[0].lower()) - 96 if len(number) == 1 else None
    if number.isdecimal():
        return int(number) if place == -1 else None
    if place == -1 and (lettered := _LETTERED.fullmatch(number)):
        return ord(lettered[1].lower()) - 96  # "6A", "6B", "7A"
    if place == -1 and (within := _LETTER_WITHIN.fullmatch(number)):
        return ord(within[1].lower()) - 96
    digits = _DIGITS.findall(number if candidate.kind == "code" else number.split("(")[0])
    return int(digits[place]) if len(digits) >= -place else None


def _values(page: Page, members: Sequence[int], counting: int) -> list[int | None]:
    """The figures of entries of one shape: "(i)" right before "(ii)" is no letter."""
    values = [_value(page.found[index], counting) for index in members]
    for place, (one, after) in enumerate(pairwise(page.found[index] for index in members)):
        if one.kind == "bracket" and one.number in ("i", "I") and after.number.lower() in _BEHIND_ONE:
            values[place] = 1
    return values


def _counting_place(page: Page, members: Sequence[int]) -> int:
    """Which figure of numbers with several counts the items: the last, unless that is the year of all."""
    if page.found[members[0]].kind != "code" or len(members) == 1:
        return -1
    figures = [_DIGITS.findall(page.found[index].number) for index in members]
    if len({tuple(each[-1:]) for each in figures}) > 1:
        return -1
    dated = all(len(each) == _DATED for each in figures)  # "MIN. 3/07/2021": the item, the month and the year
    return -3 if dated and len({each[1] for each in figures}) == 1 else -2


def numbered_items(page: Page) -> frozenset[int]:
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
        runs = _runs(page, [index for index in members if page.found[index].start not in taken], shape)
        chosen = [_of_run(page, run) for run in runs]
        taken |= {page.found[index].start for run in chosen for index in run}
        taken |= {page.found[run[0]].start for run in runs if len(run) == 1 and _opens_item(page, run[0])}
        # One item below a heading is one where items below other headings of its look are counted alike.
        looks = {_over(page, run[0]) for run in chosen if len(run) > 1} - {""}
        taken |= {
            page.found[run[0]].start
            for run in runs
            if len(run) == 1
            and page.has_text(run[0])
            and ((_over(page, run[0]) or "-") in looks or _is_business(page, run[0]))
        }
    return frozenset(taken)


def _opens_item(page: Page, index: int) -> bool:
    """Whether the number of a title is the first within that of the heading right above: "3.1" or "3.A" below "3."."""
    one, over = page.found[index], page.found[index - 1] if index else None
    if over is None or over.run_in or one.run_in or one.block != over.block + 1 or one.kind != "decimal":
        return False
    first = one.number.upper() in {f"{over.number}{behind}" for behind in _FIRSTS}
    below = page.found[index + 1].number if index + 1 < len(page.found) else ""
    return first and page.has_body(index) and (not page.bare(index) or below.startswith(f"{one.number}."))


def _is_business(page: Page, index: int) -> bool:
    """Whether an entry is the one item below a heading such as NEW BUSINESS, and no entry of a list."""
    one, behind, over = page.found[index], page.behind[index], page.found[index - 1] if index else None
    if over is None or one.run_in or one.block != over.block + 1 or _value(one) != 1 or one.kind == over.kind:
        return False
    return behind is not None and not behind.label and BUSINESS.search(over.words) is not None


def _over(page: Page, index: int) -> str:
    """The look of the heading right above an entry that opens a count, empty without one; a numbered one over "A."."""
    one, over = page.found[index], page.found[index - 1] if index else None
    if over is None or one.block != over.block + 1 or _value(one) != 1:
        return ""
    if over.style == "number":  # a letter in capitals below "3." counts matters, as in no list of clauses
        return "number" if one.kind == "letter" and one.number.isupper() and not over.run_in else ""
    return f"{over.style} {over.hashes}" if over.strong or over.style == "capitals" else ""


def _counts_items(page: Page, shape: tuple[str, int, bool, str], run: Sequence[int], members: Sequence[int]) -> bool:
    if shape[0] in ("item", "code"):
        return bool(run)
    if len(run) < 3 or len(run) < len(members) * 0.3:
        return False
    bodied = sum(page.has_body(index) or page.found[index].strong for index in run)
    return bodied * 2 > len(run)


def _runs(page: Page, members: Sequence[int], shape: tuple[str, int, bool, str]) -> list[list[int]]:
    """Entries in a row whose numbers rise by one (or skip one or two), within one item."""
    runs: list[list[int]] = []
    last: int | None = None
    for index, value in zip(members, _values(page, members, -1), strict=True):
        dotted = shape[0] == "decimal" and shape[1] > 0
        if runs and last is not None and value is not None and (dotted or last < value <= last + 3):
            runs[-1].append(index)
        else:
            runs.append([index])
        last = value
    return runs


def _of_run(page: Page, run: Sequence[int]) -> list[int]:
    """The entries of a run that are headings."""
    found = page.found
    first = _value(found[run[0]])
    if found[run[0]].kind == "letter" and found[run[0]].number.isupper() and (first is None or first > _LATEST_LETTER):
        return []  # "P. Fagg" above "R. Mummery" are people
    before = page.blocks[found[run[0]].block - 1] if found[run[0]].block else None
    listed = before is not None and (
        (before.words.endswith((":", " that", "-")) and before.start >= _last_chosen(page, run[0]))
        or (before.words.endswith(":") and bool(_CLAUSE.match(before.words)))
        or _goes_on(before.label, before.words, _value(found[run[0]]))
    )
    strong = [
        index
        for index in run
        if found[index].strong and (page.has_body(index) or page.titles.is_usual(found[index].words))
    ]
    if listed and (number_shape(found[run[0]])[1] == 0 or found[run[0]].kind == "bracket"):
        return []
    dotted = found[run[0]].kind == "decimal" and number_shape(found[run[0]])[1] > 0
    bodied = [index for index in run if (page.has_body(index) if dotted else page.described(index))]
    if dotted and len(bodied) * 2 >= len(run) > 3:
        return [index for index in run if index in bodied or found[index].strong]
    if len(bodied) * 2 >= len(run) and (len(run) > 1 or strong):
        return list(run)
    # A number that carries its item's ("2.1") counts no list, so a title run in behind it is one.
    return [index for index in run if index in strong or (found[index].run_in and number_shape(found[index])[1] > 0)]


def _goes_on(label: str, words: str, value: int | None) -> bool:
    """Whether the entry before is a clause with the number before: "1. Notes the report; / 2. Approves"."""
    if not words.endswith((";", ",", " and")) and not (words.endswith(".") and label.strip("().").isalpha()):
        return False
    bare = label.strip("().")
    before = int(bare) if bare.isdigit() else ord(bare.lower()) - 96 if len(bare) == 1 and bare.isalpha() else None
    return before is not None and value == before + 1


def _last_chosen(page: Page, index: int) -> int:
    """Where the candidate before one ends: a colon that closes a heading doesn't open a list."""
    return page.found[index - 1].title[1] if index else 0


def _longest_rise(page: Page, members: Sequence[int], counting: int) -> list[int]:
    """Of candidates of one shape the longest run whose figures rise by one to three."""
    best: list[int] = [0] * len(members)
    back: list[int] = [-1] * len(members)
    # Only the latest place of each figure matters for what follows it, so this takes time in proportion.
    latest: dict[int, int] = {}
    for place, (index, value) in enumerate(zip(members, _values(page, members, counting), strict=True)):
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
