"""Characters of symbol fonts, which stand in Unicode's private area, as the characters that they look like."""

from __future__ import annotations

_BOXES = {0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA3: "☐", 0xFE: "☑", 0x52: "☑", 0xFD: "☒", 0x54: "☒", 0x78: "☒"}
_MARKS = {0xFC: "✓", 0x50: "✓", 0xFB: "✗", 0x4F: "✗", 0xE0: "→", 0xD8: "•", 0x76: "•", 0x2D: "-"}
_BULLETS = (0xB7, 0xA7, 0xB2, 0x6C, 0x6E, 0x75, 0x9F, 0xA1)

SYMBOLS: dict[int, str] = {
    **{0xF000 + code: char for code, char in (_BOXES | _MARKS).items()},
    **dict.fromkeys((0xF000 + code for code in _BULLETS), "•"),
}
"""For :meth:`str.translate`: Wingdings and Symbol as office programs write them."""


def symbol(code: int) -> str:
    """The character for a code of a symbol font, with or without the private area's offset."""
    return SYMBOLS.get(code if code >= 0xF000 else 0xF000 + code, "•" if code >= 0xF000 else chr(code))
