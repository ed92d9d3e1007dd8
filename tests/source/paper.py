"""PDF pages made in the test: each word or line is set at a place that the test names."""

from __future__ import annotations

from dataclasses import dataclass, field

FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold", "fixed": "Courier"}
_WIDTHS = {
    222: "ijl", 278: "ft .,:;/I!", 333: "r-()", 500: "cksvxyzJ", 611: "FTZ", 667: "ABEKPSVXY", 722: "wCDHNRU",
    778: "GOQ", 833: "mM", 944: "W",
}  # fmt: skip
WIDTHS = {char: width for width, chars in _WIDTHS.items() for char in chars}
"""Of Helvetica, in thousandths of its size; all others have 556."""


def wrap(text: str, width: float, size: float = 10) -> list[str]:
    """Lines of Helvetica filled up to a width in points, as a word processor fills them."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and sum(WIDTHS.get(char, 556) for char in longer) * size / 1000 <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@dataclass
class Paper:
    """One PDF; ``y`` counts from the top of a page of 595 by 842 points."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])
    turned: int = 0

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "plain") -> None:
        code = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        name = list(FONTS).index(font)
        self.pages[-1].append(f"BT /F{name} {size} Tf {x} {842 - y} Td ({code.decode('latin-1')}) Tj ET")

    def lines(self, x: float, y: float, *words: str, size: float = 10, font: str = "plain", pitch: float = 14) -> float:
        """Lines below one another; gives where the next would stand."""
        for line in words:
            self.text(x, y, line, size, font)
            y += pitch
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.pages[-1].append(f"0.5 w {x0} {842 - y0} m {x1} {842 - y1} l S")

    def grid(self, columns: list[float], rows: list[float]) -> None:
        for x in columns:
            self.rule(x, rows[0], x, rows[-1])
        for y in rows:
            self.rule(columns[0], y, columns[-1], y)

    def page(self) -> None:
        self.pages.append([])

    def data(self) -> bytes:
        fonts = " ".join(f"/F{at} {3 + at} 0 R" for at in range(len(FONTS)))
        first = 3 + len(FONTS)
        kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(self.pages)))
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>"]
        objects += [
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in FONTS.values()
        ]
        for at, content in enumerate(self.pages):
            stream = "\n".join(content)
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {self.turned} "
                f"/Resources << /Font << {fonts} >> >> /Contents {first + 2 * at + 1} 0 R >>"
            )
            objects.append(f"<< /Length {len(stream.encode('latin-1'))} >>\nstream\n{stream}\nendstream")
        out = b"%PDF-1.4\n"
        places: list[int] = []
        for at, item in enumerate(objects):
            places.append(len(out))
            out += f"{at + 1} 0 obj\n{item}\nendobj\n".encode("latin-1")
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        end += f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
        return out + end.encode()
