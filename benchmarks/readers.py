"""Time of each reader beside the bare library's, and what hostile files cost.

    python benchmarks/readers.py FILE …      # time of each file: ours, and the bare library's
    python benchmarks/readers.py --hostile   # each hostile file of the tests: time, memory, and what it got

"Bare" is the least that the library underneath can do with the file: PDFium's text of all pages, lxml's tree and its
text, the standard library's message. Times are CPU seconds of one core, the best of several runs. Hostile files are
read each in a process of its own; the memory is what reading adds to that process's peak.
"""

from __future__ import annotations

import argparse
import importlib
import io
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from email import policy
from email.parser import BytesParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "source"))


def bare_pdf(data: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def bare_package(member: str) -> Callable[[bytes], int]:
    def read(data: bytes) -> int:
        from lxml import etree

        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(member))
        return sum(map(len, root.itertext()))

    return read


def bare_html(data: bytes) -> int:
    from lxml import html

    return len(html.document_fromstring(data).text_content())


def bare_mail(data: bytes) -> int:
    message = BytesParser(policy=policy.default).parsebytes(data)
    return sum(len(part.get_payload(decode=True) or b"") for part in message.walk() if not part.is_multipart())


def bare_rtf(data: bytes) -> int:
    try:
        striprtf = importlib.import_module("striprtf.striprtf")
    except ImportError:
        return len(data.decode("latin-1"))
    return len(striprtf.rtf_to_text(data.decode("latin-1"), errors="replace"))


BARE: dict[str, Callable[[bytes], int]] = {
    "pdf": bare_pdf,
    "docx": bare_package("word/document.xml"),
    "odt": bare_package("content.xml"),
    "html": bare_html,
    "eml": bare_mail,
    "rtf": bare_rtf,
    "text": lambda data: len(data.decode()),
    "markdown": lambda data: len(data.decode()),
}


def best(action: Callable[[], object], runs: int = 5) -> float:
    taken = []
    for _ in range(runs):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken)


def compare(files: list[Path]) -> None:
    from minutes_cli.source import read_bytes

    print(f"{'file':50} {'format':8} {'bytes':>9} {'chars':>7} {'bare ms':>8} {'ours ms':>8} {'ratio':>6}")
    for file in files:
        data = file.read_bytes()
        source = read_bytes(data, file.name)
        bare = best(lambda data=data, kind=source.format: BARE[kind](data))  # type: ignore[misc]
        ours = best(lambda data=data, name=file.name: read_bytes(data, name))  # type: ignore[misc]
        print(
            f"{file.name[:50]:50} {source.format:8} {len(data):9,} {len(source.text):7,}"
            f" {bare * 1000:8.1f} {ours * 1000:8.1f} {ours / max(bare, 1e-6):6.1f}"
        )


def hostile() -> None:
    from hostile import FILES

    print(f"{'file':24} {'seconds':>7} {'MiB more':>8}  what it got")
    for name in FILES:
        command = [sys.executable, __file__, "--one", name]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        print(done.stdout.strip() or f"{name:24} died: {done.stderr.strip().splitlines()[-1:]}")


def one(name: str) -> None:
    from hostile import FILES
    from office import docx, para

    from minutes_cli.errors import SourceError
    from minutes_cli.source import read_bytes

    data = FILES[name][0]()
    read_bytes(docx(para("warm")), "warm.docx")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    try:
        got = f"read, {len(read_bytes(data, name).text):,} characters"
    except SourceError as error:
        got = f"refused: {str(error).removeprefix(name + ': ')}"
    taken = time.process_time() - start
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{name:24} {taken:7.2f} {more:8.0f}  {got}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(options.one)
    elif options.hostile:
        hostile()
    else:
        compare(options.files)


if __name__ == "__main__":
    main()
