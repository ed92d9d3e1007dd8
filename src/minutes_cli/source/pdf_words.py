"""Words and ruled lines of a PDF page, with their places, from PDFium's characters and paths.

Places are in points from the page's upper left corner as a reader sees it, so that ``top < bottom``.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from minutes_cli.patterns import lazy
from minutes_cli.source import limits
from minutes_cli.source.glyphs import SYMBOLS

_BOLD_NAME = lazy(r"bold|black|heavy|demi", re.IGNORECASE)
_FIXED_NAME = lazy(r"courier|mono|consol|typewriter|menlo|fixed", re.IGNORECASE)
_LIGATURES = {ord(char): plain for char, plain in zip("ﬀﬁﬂﬃﬄ", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)}
_ODD = {**SYMBOLS, **_LIGATURES, 0x2: "-", 0xFFFE: "-", 0xFFFF: "", 0x0: "", 0x1F: "\xad"}
_WORD_GAP = 0.22
"""Of the font's size: a gap from which on two characters belong to two words."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space between them; ``base`` is the line they stand on.

    ``spaced`` says that white space came before, which a gap alone may not show; ``fixed`` that all characters of the
    font are as wide as each other.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    spaced: bool
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, horizontal where ``top == bottom`` and vertical where ``left == right``."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page."""

    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class _Font:
    size: float
    bold: bool
    upright: bool
    fixed: bool = False


Place = Callable[[float, float], tuple[float, float]]


def read_page(page: Any) -> Page:
    """The words and ruled lines of a ``pypdfium2`` page."""
    width, height = page.get_size()
    place = _placing(page, width, height)
    text_page = page.get_textpage()
    try:
        words = tuple(_read_words(text_page, place))
    finally:
        text_page.close()
    return Page(width, height, words, tuple(_read_rules(page, place)))


def _placing(page: Any, width: float, height: float) -> Place:
    """From PDF's coordinates to those on the page as it is shown, turned and cropped."""
    left, bottom, _right, _top = page.get_cropbox()
    turns = page.get_rotation() // 90 % 4
    if turns == 1:
        return lambda x, y: (y - bottom, x - left)
    if turns == 2:
        return lambda x, y: (width - (x - left), y - bottom)
    if turns == 3:
        return lambda x, y: (width - (y - bottom), height - (x - left))
    return lambda x, y: (x - left, height - (y - bottom))


def _read_words(text_page: Any, place: Place) -> Iterator[Word]:
    from pypdfium2 import raw

    handle = text_page.raw
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    count = min(raw.FPDFText_CountChars(handle), limits.PDF_PAGE_CHARS)
    word: list[str] = []
    left = right = top = bottom = base = 0.0
    font, holder = _Font(1.0, False, True), None
    spaced = parted = True

    def finish() -> Iterator[Word]:
        if word:
            yield Word(
                "".join(word).translate(_ODD), left, right, top, bottom, base, font.size, font.bold, spaced, font.fixed
            )
            word.clear()

    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in (32, 10, 13, 9, 0xA0, 0x3000):
            yield from finish()
            parted = True
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        x0, y0 = place(box.left, box.top)
        x1, y1 = place(box.right, box.bottom)
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        _, origin = place(x.value, y.value)
        item = raw.FPDFText_GetTextObject(handle, index)
        pointer = ctypes.addressof(item.contents) if item else None
        if pointer != holder or pointer is None:
            new = _read_font(handle, index, place)
            if new != font:
                yield from finish()
            font, holder = new, pointer
        if word and font.upright and (
            abs(origin - base) > 0.2 * font.size
            or x0 - right > _WORD_GAP * font.size
            or x0 < left - 0.1 * font.size
            or right - x0 > 0.9 * font.size
        ):  # fmt: skip
            yield from finish()
        if 0xD800 <= code <= 0xDFFF:
            continue
        if word:
            left, right, top, bottom = min(left, x0), max(right, x1), min(top, y0), max(bottom, y1)
        else:
            left, right, top, bottom, base = x0, x1, y0, y1, origin if font.upright else y1
            spaced, parted = parted, False
        word.append(chr(code))
    yield from finish()


def _read_font(handle: Any, index: int, place: Place) -> _Font:
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    zero, along = place(0, 0), place(matrix.a, matrix.b)
    upright = abs(along[0] - zero[0]) >= abs(along[1] - zero[1])
    size = raw.FPDFText_GetFontSize(handle, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(handle, index, buffer, len(buffer), flags)
    name = buffer.value.decode("latin-1")
    bold = raw.FPDFText_GetFontWeight(handle, index) >= 600 or _BOLD_NAME.search(name) is not None
    fixed = bool(flags.value & 1) or _FIXED_NAME.search(name) is not None
    return _Font(round(min(max(size, 1.0), 200.0), 1), bold, upright, fixed)


def _read_rules(page: Any, place: Place) -> Iterator[Rule]:
    """Drawn lines: strokes along an axis, edges of stroked boxes, and filled boxes so thin that they are lines."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), limits.PDF_PAGE_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetMatrix(item, matrix)
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        for points in _outlines(item, matrix, place):
            xs, ys = [point[0] for point in points], [point[1] for point in points]
            box = (min(xs), min(ys), max(xs), max(ys))
            if box[2] - box[0] < 3 or box[3] - box[1] < 3:
                yield from _as_rule(*box)
            elif stroke.value:
                for (x0, y0), (x1, y1) in itertools.pairwise(points):
                    if abs(x0 - x1) < 1 or abs(y0 - y1) < 1:
                        yield from _as_rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _outlines(item: Any, matrix: Any, place: Place) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path."""
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(min(raw.FPDFPath_CountSegments(item), limits.PDF_PAGE_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        points.append(place(across, matrix.b * x.value + matrix.d * y.value + matrix.f))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _as_rule(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    if max(right - left, bottom - top) < 4:
        return
    if right - left >= bottom - top:
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle)
    else:
        middle = (left + right) / 2
        yield Rule(middle, top, middle, bottom)
