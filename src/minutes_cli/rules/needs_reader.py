"""The words that a pattern can't do without, in their order, read off the pattern: a cheap look before it is compiled.

Compiling a large pattern takes longer than reading a document with it, and most rules that a guard lets through find
nothing. What is read here never says no where the pattern could match: plain characters count, in lower case, at the
edge of a word where the pattern asks for one; all else (classes, looks ahead and behind, what may be left out) asks for
nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from minutes_cli.patterns import lazy
from minutes_cli.rules.needs import MANY, Every, Need, Word, either, is_of_word

_NAME = lazy(r"\{([a-z][a-z_]*)\}")
_COUNT = lazy(r"\{(\d*),?(\d*)\}")
_OPENED = lazy(r"\((?:\?(?:P<\w+>|[a-zA-Z]*(?:-[a-zA-Z]+)?:|>))?(?!\?)")  # a group whose words are matched
_EDGES = "bsWAZntrfv"  # escapes that stand at the edge of a word or match what is no part of one
_CODED = {"x": 2, "u": 4, "U": 8}  # figures behind the escapes that tell a character by its number


class Needs:
    """Reads the needs of patterns in verbose form. ``named`` gives the fragment or list of words of a name in one."""

    def __init__(self, named: Callable[[str], str | tuple[str, ...]]) -> None:
        self._named = named
        self._known: dict[tuple[str, bool, bool], Need | None] = {}

    def read(self, pattern: str, *, left: bool = False, right: bool = False) -> Need | None:
        """What a pattern needs of a text in lower case with its runs of blanks folded; None for nothing.

        ``left`` and ``right`` tell that the edge of a word adjoins the pattern. One that is no regular expression needs
        nothing: what is wrong with it is told when it is compiled.
        """
        try:
            return _Reader(pattern, self.of_name).alternation(left=left, right=right)
        except (IndexError, KeyError):
            return None

    def of_name(self, name: str, left: bool, right: bool) -> Need | None:
        """What a fragment or list of words needs."""
        key = (name, left, right)
        if key not in self._known:
            listed = self._named(name)
            self._known[key] = (
                self.read(listed, left=left, right=right) if isinstance(listed, str) else _listed(listed, left, right)
            )
        return self._known[key]


class _Reader:
    """Reads a pattern once, from left to right."""

    def __init__(self, pattern: str, of_name: Callable[[str, bool, bool], Need | None]) -> None:
        self.pattern = pattern
        self.at = 0
        self.of_name = of_name
        self.closing = _closings(pattern)

    def alternation(self, *, left: bool, right: bool) -> Need | None:
        branches = [self._sequence(left=left, right=right)]
        while self.at < len(self.pattern) and self.pattern[self.at] == "|":
            self.at += 1
            branches.append(self._sequence(left=left, right=right))
        return either(branches)

    def _sequence(self, *, left: bool, right: bool) -> Need | None:
        parts: list[Need] = []
        word, edge, opens = "", left, left
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            if self._skips():
                continue
            literal, need, is_edge = self._item(left=edge)
            least = self._least()
            if literal and least != 0:
                if not word:
                    opens = edge
                word += literal
                edge = not is_of_word(literal)
                if least is None:
                    continue
            edge = not literal and is_edge and least != 0
            parts += _word(word, opens, right=edge)
            word = ""
            if need is not None and least != 0:
                parts += need.parts if isinstance(need, Every) else (need,)
        parts += _word(word, opens, right=right)
        return None if not parts else parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _skips(self) -> bool:
        """Pass over a blank or a comment."""
        if self.pattern[self.at].isspace():
            self.at += 1
            return True
        if self.pattern[self.at] != "#":
            return False
        end = self.pattern.find("\n", self.at)
        self.at = len(self.pattern) if end < 0 else end
        return True

    def _item(self, *, left: bool) -> tuple[str, Need | None, bool]:
        """The next item: its character where it is a plain one, what it needs, and whether it makes an edge."""
        character = self.pattern[self.at]
        if character == "\\":
            return self._escape()
        if character == "[":
            return self._class()
        if character == "(":
            return "", self._group(left=left), False
        named = _NAME.match(self.pattern, self.at) if character == "{" else None
        if named:
            self.at = named.end()
            return "", self.of_name(named[1], left, self._is_edge(self.at)), False
        self.at += 1
        if character in ".^$":
            return "", None, character != "."
        return character, None, False

    def _escape(self) -> tuple[str, Need | None, bool]:
        character = self.pattern[self.at + 1]
        self.at += 2
        if not character.isalnum():
            return ("", None, True) if character.isspace() else (character, None, False)
        self.at += _CODED.get(character, 0)
        return "", None, character in _EDGES

    def _class(self) -> tuple[str, Need | None, bool]:
        """A class: a plain character where it is one letter in both cases, an edge where nothing of a word is in it."""
        end = self.closing[self.at]
        inside = self.pattern[self.at + 1 : end]
        self.at = end + 1
        letters = {letter.lower() for letter in inside}
        if len(letters) == 1 and len(inside) <= 2 and (letter := letters.pop()).isalpha():
            return letter, None, False
        bare = inside.replace("\\s", " ")
        return "", None, bool(bare) and not any(is_of_word(one) for one in bare) and bare[0] != "^" and "-" not in bare

    def _group(self, *, left: bool) -> Need | None:
        opened, end = _OPENED.match(self.pattern, self.at), self.closing[self.at]
        if opened is None:  # it looks ahead or behind, or refers to another group
            self.at = end + 1
            return None
        self.at = opened.end()
        need = self.alternation(left=left, right=self._is_edge(end + 1))
        self.at = end + 1
        return need

    def _is_edge(self, at: int) -> bool:
        """Whether an edge of a word comes right behind an offset."""
        before, self.at = self.at, at
        while self.at < len(self.pattern) and self._skips():
            pass
        behind = self.at < len(self.pattern) and self.pattern[self.at] in "\\[$"
        edge = behind and self._item(left=False)[2] and self._least() != 0
        self.at = before
        return edge

    def _least(self) -> int | None:
        """How often the item just read must stand there, 0 or 1, where the pattern says so; None where it doesn't."""
        while self.at < len(self.pattern) and self._skips():
            pass
        if self.at >= len(self.pattern):
            return None
        if self.pattern[self.at] in "*?+":
            least = int(self.pattern[self.at] == "+")
            self.at += 1
        else:
            count = _COUNT.match(self.pattern, self.at)
            if count is None or not (count[1] or count[2]):
                return None
            least = min(int(count[1] or 0), 1)
            self.at = count.end()
        if self.at < len(self.pattern) and self.pattern[self.at] in "?+":
            self.at += 1
        return least


def _word(word: str, left: bool, right: bool) -> list[Need]:
    """What a run of plain characters needs: one letter alone tells nothing."""
    if not word or (len(word) == 1 and word.isalnum()):
        return []
    return [Word(word.lower(), left and is_of_word(word[0]), right and is_of_word(word[-1]))]


def _listed(entries: tuple[str, ...], left: bool, right: bool) -> Need | None:
    """What a list of words needs: of each entry its longest word, which blanks part from the others."""
    if len(entries) > MANY:
        return None
    longest: list[Need | None] = []
    for entry in entries:
        words = entry.lower().split()
        place = max(range(len(words)), key=lambda at: len(words[at]))
        longest.append(Word(words[place], left or place > 0, right or place < len(words) - 1))
    return either(longest)


def _closings(pattern: str) -> dict[int, int]:
    """Where each group and each class of a pattern ends, by where it opens."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    at = 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 1
        elif character == "[":
            end = at + 1 + pattern.startswith("^", at + 1)
            end += pattern.startswith("]", end)
            while pattern[end] != "]":
                end += 2 if pattern[end] == "\\" else 1
            closing[at] = at = end
        elif character == "(":
            opened.append(at)
        elif character == ")":
            closing[opened.pop()] = at
        at += 1
    return closing
