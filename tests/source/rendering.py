"""The samples in other formats, made by LibreOffice as a clerk would make them."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

FORMATS = ("docx", "odt", "pdf", "html", "rtf")
_HEAD = '<meta charset="utf-8"><title>Minutes</title><style>pre {{ font-size: 7pt }}</style>'
_PAGE = f"<!DOCTYPE html><html><head>{_HEAD}</head><body>{{}}</body></html>"


def office() -> str:
    """LibreOffice's program, or a skip (which CI doesn't allow)."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("needs LibreOffice (soffice)")
    return found


def render(samples: Sequence[Path], folder: Path) -> None:
    """``NAME.docx`` and so on for each sample in ``folder``.

    All go by way of a web page: text as a typewriter's lines, small enough for the longest to fit on the paper, and
    Markdown with styles, lists, bold words and ruled tables.
    """
    parser = MarkdownIt("commonmark", {"breaks": True}).enable("table")
    pages = folder / "pages"
    pages.mkdir()
    for path in samples:
        text = path.read_text(encoding="utf-8")
        typed = f"<pre>{html.escape(text)}</pre>"
        body = typed if path.suffix == ".txt" else parser.render(text).replace("<table>", '<table border="1">')
        (pages / f"{path.stem}.html").write_text(_PAGE.format(body), encoding="utf-8")
    convert(sorted(pages.iterdir()), "odt:writer8", folder, "--infilter=HTML (StarWriter)")
    for kind in FORMATS:
        if kind != "odt":
            convert([folder / f"{path.stem}.odt" for path in samples], kind, folder)


def convert(files: Sequence[Path], kind: str, folder: Path, *options: str) -> None:
    """Files in another format (and with LibreOffice's options), next to one another in ``folder``."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office(), profile, "--headless", *options, "--convert-to", kind, "--outdir", str(folder)]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, timeout=300, check=False)
    missing = [file.name for file in files if not (folder / f"{file.stem}.{kind.split(':')[0]}").exists()]
    assert not missing, f"LibreOffice made no {kind} of {missing}: {done.stderr}"
