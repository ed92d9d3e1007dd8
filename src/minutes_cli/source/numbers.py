"""The numbers that word processors and browsers generate for list entries, which stand nowhere in the text."""

from __future__ import annotations

from collections.abc import Callable

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, 28 is bb: as word processors count."""
    if not 0 < number < 26 * 50:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """1 is i, 4 is iv."""
    if not 0 < number < 4000:
        return str(number)
    pieces: list[str] = []
    for value, name in _ROMANS:
        count, number = divmod(number, value)
        pieces.append(name * count)
    return "".join(pieces)


def ordinal(number: int) -> str:
    """1 is 1st, 12 is 12th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_STYLES: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "none": lambda _number: "",
}


def write_number(number: int, style: str) -> str:
    """``number`` in a style by its name in WordprocessingML; styles unknown here are written in decimals."""
    return _STYLES.get(style, str)(number)
