"""What stands in the margin to the right of a line: whoever acts, behind a wide gap, and the deadline behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from minutes_cli.document import Document
from minutes_cli.find.margin_cells import FAR, bare_stretch, cells_below, cells_of, is_gapped, may_have_margin
from minutes_cli.find.task_words import TaskWords
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.text.layout import Block

_GAP = lazy(r"\t[\t \u00a0]*|[ \u00a0]{4,}")
# The line below a margin that goes on with the sentence beside it, or whose margin goes on: no sentence ends within it.
_GOES_ON = lazy(r"(?:[ \t]*\r?\n[ \t]*(?=[a-z])|(?<=[/&,])[ \t]*\r?\n)[^\r\n.;:]+[.;]?[ \t]*")
_GOES_ON_WITH = lazy(r"(?:[ \u00a0]{4}|\t[\t \u00a0]*)& ")
_LONGEST_HEADER = 200  # characters
_TABLE_MARKS = lazy(r"[|<>]|\.{4,}|_{4,}")


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands in the margin of one line: offsets in the text."""

    start: int
    end: int
    owners: tuple[str, ...]
    due: tuple[int, int] | None
    alone: bool
    others: tuple[tuple[int, int], ...] = ()  # its cells on other lines: "RD /" over "KO", "by 3 May" below


class MarginLines:
    """Reads the margins of the lines of one document."""

    def __init__(self, document: Document, rules: Rules, words: TaskWords) -> None:
        self._document = document
        self._words = words
        self._titles = rules.words("owner_column", "action_column", "due_column")

    @cached_property
    def _headed_from(self) -> int:
        """The end of the first line that heads a margin, that of the text where none does."""
        text = self._document.text
        for line in self._document.layout.lines:
            start, end = line.start, line.end
            if text.find("    ", start, end) < 0 and text.find("\t", start, end) < 0:
                continue
            if end - start <= _LONGEST_HEADER and self._is_header(text[start:end]):
                return end
        return len(text)

    def is_headed(self, margin: Margin) -> bool:
        """Whether a title over the margin tells that those in it act."""
        return margin.start > self._headed_from

    def read(self, index: int) -> list[Margin]:
        """The margins of a block, those joined that stand one below the other beside one sentence."""
        block = self._document.blocks[index]
        if not is_gapped(self._document.text, block.start, self._document.layout.lines[block.last].end):
            return []
        margins = self._joined([margin for margin in self.lines(block) if margin.owners])
        if margins:
            margins[-1] = self._with_line_below(index, margins[-1])
        return margins

    def _joined(self, margins: list[Margin]) -> list[Margin]:
        """Margins with those joined that stand on lines one below the other beside one sentence."""
        joined: list[Margin] = []
        for margin in margins:
            last = joined[-1] if joined else None
            before = self._document.text[: last.start].rstrip()[-1:] if last else ""
            beside = before not in ".;:" and not (margin.alone or last.alone or last.due) if last else False
            if last and (
                self.is_joint(last.end, margin.start)
                or (beside and _GOES_ON.fullmatch(self._document.text, last.end, margin.start))
            ):
                owners = tuple(dict.fromkeys((*last.owners, *margin.owners)))
                others = (*last.others, (last.start, last.end), *margin.others)
                joined[-1] = replace(margin, owners=owners, others=others)
            else:
                joined.append(margin)
        return joined

    def is_joint(self, end: int, start: int) -> bool:
        """Whether one margin goes on in the next line's: "RD /" over "KO", "Cllrs Ames" over "& Bell"."""
        text = self._document.text
        one_below = text.count("\n", end, start) == 1 and (text[end - 1] in "/&," or text[start : start + 2] == "& ")
        return one_below and not text[end:start].strip()

    def _with_line_below(self, index: int, margin: Margin) -> Margin:
        """A margin with what it goes on with on a line of its own below its paragraph."""
        blocks = self._document.blocks
        if index + 1 >= len(blocks) or blocks[index + 1].first != blocks[index].last + 1:
            return margin
        text, line = self._document.text, self._document.layout.lines[blocks[index + 1].first]
        if text[margin.end - 1] not in "/&," and _GOES_ON_WITH.search(text, line.start, line.end) is None:
            return margin
        below = next(self.lines(blocks[index + 1]), None)
        if below is None or not below.alone or not self.is_joint(margin.end, below.start):
            return margin
        return replace(margin, owners=tuple(dict.fromkeys((*margin.owners, *below.owners))), due=below.due)

    def lines(self, block: Block) -> Iterator[Margin]:
        """The margins of a block line by line."""
        lines, text = self._document.layout.lines, self._document.text
        taken = -1
        for number in range(block.first, block.last + 1):
            start, end = max(lines[number].start, block.start), lines[number].end
            if number <= taken or not is_gapped(text, start, end):
                continue
            raw = text[start:end].rstrip()
            if not may_have_margin(raw) or _TABLE_MARKS.search(raw):
                continue
            found = self._read_line(raw, start)
            if found is None and (found := self._broken(raw, start, number)) is not None:
                taken = number + 1
            elif found is not None and found.due is None:
                found, taken = self._with_cells_below(found, number)
            if found is not None:
                yield found

    def _read_line(self, raw: str, offset: int) -> Margin | None:
        """The owner at the end of a line behind a gap, and the deadline behind the owner."""
        far = FAR.match(raw)
        gaps = list(_GAP.finditer(raw, 0 if far else len(raw) - len(raw.lstrip())))
        starts = [gap.end() for gap in gaps if gap.end() < len(raw)][-3:]
        for begin in starts:
            alone = not raw[:begin].strip()
            if alone and far is None:
                continue
            cells = [(begin + a, begin + b) for a, b in cells_of(raw[begin:])]
            if len(cells) == 1:
                cells = self._parted(raw, *cells[0])
            owner = raw[slice(*cells[0])]
            if alone and len(cells) == 1 and owner[:1] in "([" and (bracket := self._bracket(raw, offset, *cells[0])):
                return bracket
            if len(cells) > 2 or not self._is_owner(owner, offset):
                continue
            due = cells[1] if len(cells) == 2 else None
            if due and not self._words.dues.whole(raw[slice(*due)]):
                continue
            return Margin(
                offset + begin,
                offset + len(raw),
                self._words.owners.split(owner.strip(" /,&")),
                (offset + due[0], offset + due[1]) if due else None,
                alone,
            )
        return None

    def _with_cells_below(self, margin: Margin, number: int) -> tuple[Margin, int]:
        """A margin with what its column goes on with: the rest of a name, a deadline; and the last line of that."""
        text, taken = self._document.text, number
        cells = list(cells_below(text, self._document.layout.lines, number, margin.start))
        if cells and len(margin.owners) == 1:
            owner, rest = margin.owners[0], text[slice(*cells[0][:2])]
            if text[margin.end - len(owner) : margin.end] == owner and self._is_one(owner, rest):
                margin = replace(margin, owners=(f"{owner} {rest}",), others=(cells.pop(0)[:2],))
                taken += 1
        for count in range(len(cells), 0, -1):
            due = bare_stretch(text, cells[0][0], cells[count - 1][1])
            alone = count == 1 or all(cell[2] for cell in cells[1:count])
            if alone and self._words.dues.whole(" ".join(text[slice(*due)].split())):
                others = (*margin.others, *(cell[:2] for cell in cells[:count]))
                return replace(margin, due=due, others=others), taken + count
        return margin, taken

    def _broken(self, raw: str, offset: int, number: int) -> Margin | None:
        """The owner whose words go on in the column's next line: "Head of" over "Finance"."""
        first = cells_of(raw)[-1]
        if not raw[: first[0]].strip() or offset <= self._headed_from:
            return None
        text, start = self._document.text, offset + first[0]
        below = next(cells_below(text, self._document.layout.lines, number, start), None)
        owner = " ".join((raw[slice(*first)], text[slice(*below[:2])])) if below else ""
        if below is None or not self._words.owners.is_post(owner) or not self._is_owner(owner, offset):
            return None
        return Margin(start, offset + len(raw), (owner,), None, False, (below[:2],))

    def _is_one(self, owner: str, rest: str) -> bool:
        """Whether the words of two lines are one name or post: they stand on one line elsewhere, or make a post."""
        owners = self._words.owners
        if len(rest.split()) > 3 or not rest[0].isupper() or rest.isupper():
            return False
        if owners.is_post(f"{owner} {rest}") and not (owners.is_post(owner) or owners.is_known(owner)):
            return True
        return f"{owner.split()[-1]} {rest}" in self._document.text

    def _bracket(self, raw: str, offset: int, start: int, end: int) -> Margin | None:
        """An owner and the deadline in brackets, alone on a line to the right: "(CF/1 Nov)"."""
        owners, due = self._words.owner_and_due(raw[start + 1 : end].rstrip(")]"))
        if due is None or not all(self.is_sure(name) or self._words.owners.is_post(name) for name in owners):
            return None
        stretch = (offset + start + 1 + due[0], offset + start + 1 + due[1])
        return Margin(offset + start, offset + end, owners, stretch, True)

    def _parted(self, raw: str, start: int, end: int) -> list[tuple[int, int]]:
        """The cells of a margin that two blanks part: an owner and a deadline."""
        owner, gap, _ = raw[start:end].partition("  ")
        return [(start, start + len(owner)), (start + len(owner + gap), end)] if gap else [(start, end)]

    def _is_owner(self, words: str, offset: int) -> bool:
        """Whether words in the margin of a line are an owner: a sure one, or any below the title of a column."""
        words = words.strip(" /,&")
        if len(words) > 60 or not self._words.owners.is_owner(words, strict=True):
            return False
        if words.lower().strip(" :") in self._titles:
            return words.lower().strip() in ("clerk", "chair")
        named = self._words.owners.split(words)
        sure = all(self.is_sure(name) or self._words.owners.is_post(name) for name in named)
        return sure or offset > self._headed_from

    def is_sure(self, name: str) -> bool:
        """Whether an owner is somebody of the document, or all."""
        owners = self._words.owners
        return (
            name.lower() == "all" or owners.is_known(name) or (owners.is_known_owner(name) and not owners.is_post(name))
        )

    def _is_header(self, raw: str) -> bool:
        """Whether a line heads a margin: nothing but the titles of such columns, far to the right or behind a gap."""
        last = raw.rstrip().rpartition("\t")[2].rpartition("   ")[2]
        if last.strip(" :*").lower() not in self._titles or not _GAP.search(raw):
            return False
        cells = [raw[a:b].strip(" :*").lower() for a, b in cells_of(raw)]
        if not cells or len(cells) > 4 or not all(len(cell) < 24 for cell in cells):
            return False
        return (
            cells[-1] in self._titles
            and (bool(FAR.match(raw)) or len(cells) > 1)
            and (
                all(cell in self._titles for cell in cells)
                or (len(cells) > 1 and cells[-1] in ("action", "actions", "action by", "by whom", "lead"))
            )
        )
