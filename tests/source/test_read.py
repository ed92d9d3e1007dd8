"""Plain text and Markdown: whatever encoding they are in, the characters come through untouched."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_cli.errors import SourceError
from minutes_cli.source import Source, read_bytes, read_path, read_text

WORDS = "Present: Cllr Zoë Naïf – “Chair” – £20\r\n\fACTION: Clerk\xa0to wri\xadte\r\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 mark", "utf-16-le", "utf-16-be", "utf-16-be mark", "utf-32", "windows-1252"],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    source = read_bytes(data, "a.txt")
    assert source == Source("a.txt", WORDS, hashlib.sha256(data).hexdigest(), "text")


def test_stray_windows_bytes_in_utf_8_spare_the_rest() -> None:
    data = "Zoë and Chloë agreed – yes".encode() + b" \x96 caf\xe9."
    assert read_bytes(data).text == "Zoë and Chloë agreed – yes – café."


def test_another_alphabet_is_left_to_charset_normalizer() -> None:
    words = "Протокол собрания жителей дома. Присутствовали: Иванова, Петров и другие соседи. " * 5
    assert read_bytes(words.encode("cp1251")).text == words


def test_utf_16_cut_in_a_character_still_reads() -> None:
    assert read_bytes("Minutes".encode("utf-16")[:-1]).text == "Minute\ufffd"


def test_newlines_of_every_kind_stay() -> None:
    words = "a\r\nb\rc\nd\u2028e\x0bf\x85g"
    assert read_bytes(words.encode()).text == words


def test_text_is_taken_as_it_is() -> None:
    source = read_text("\ufeff# Minutes\r\n\n## Present\n")
    assert source.text == "\ufeff# Minutes\r\n\n## Present\n"
    assert source.sha256 == hashlib.sha256(source.text.encode()).hexdigest()
    assert (source.path, source.format) == ("-", "markdown")


def test_lone_surrogates_are_replaced_one_by_one() -> None:
    assert read_text("a\ud800b\udfffc").text == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Minutes\n\nPresent: A", "a.txt", "text"),
        ("Minutes\n\nPresent: A", "a.md", "markdown"),
        ("Minutes\n\nPresent: A", "A.MARKDOWN", "markdown"),
        ("#topic Apologies\n#info none", "log.txt", "text"),
        ("# 12 chairs were bought\nthen all went home", "a.txt", "text"),
        ("# Minutes\n\n## Present\n", "a", "markdown"),
        ("| Action | Lead |\n|---|---|\n\n**Close**\n", "-", "markdown"),
        ("Date: 2012-11-18\nTo: all\n\nMinutes of the meeting", "a.md", "markdown"),
        ("From: Clerk\nTo: all\nSubject: minutes\n\nMinutes of the meeting", "a.txt", "text"),
        ("We use <br> and <p> in the page, she said.", "a.txt", "text"),
    ],
)
def test_format_of_text(text: str, name: str, kind: str) -> None:
    source = read_bytes(text.encode(), name)
    assert (source.text, source.format) == (text, kind)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "holds no words"),
        ("\xa0\n".encode(), "holds no words"),
        (bytes(range(256)) * 8, "is binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 60, "is binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200)), "is binary"),
        (b"\x01\x02\x03\x04 words" * 20, "is binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_bytes(data, "minutes of may.txt")
    message = str(caught.value)
    assert message.startswith("minutes of may.txt: ") and says in message and "\n" not in message


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    locked = tmp_path / "two\nlines.txt"
    cases = {tmp_path / "none.txt": "no such file", tmp_path: "is a folder", locked / "x": "no such file"}
    for path, says in cases.items():
        with pytest.raises(SourceError, match=says) as caught:
            read_path(path)
        assert "\n" not in str(caught.value)
    with pytest.raises(SourceError, match="can't be read"):
        read_path("a\0b")
    with pytest.raises(SourceError, match="is empty"):
        read_text(" \n")


def test_a_path_gives_what_its_bytes_give(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(WORDS.encode("cp1252"))
    assert read_path(file) == read_path(str(file)) == read_bytes(WORDS.encode("cp1252"), str(file))


def test_importing_the_reader_imports_nothing_costly() -> None:
    code = (
        "import sys, minutes_cli.source.read as r; r.read_bytes(b'# a\\n# b');"
        "costly = ('charset_normalizer', 'lxml', 'docx', 'pypdfium2', 'pydantic', 'email');"
        "print([m for m in costly if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
