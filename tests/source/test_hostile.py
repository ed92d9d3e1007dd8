"""Hostile files are refused with one clear line, or read within the bounds; nothing is fetched."""

from __future__ import annotations

import socket
from typing import NoReturn

import pytest
from hostile import FILES
from office import docx, para

from minutes_cli.errors import SourceError
from minutes_cli.source import read_bytes


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        pytest.fail("a reader opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.parametrize("name", FILES)
def test_hostile_file(name: str) -> None:
    maker, says = FILES[name]
    try:
        text = read_bytes(maker(), name).text
    except SourceError as error:
        message = str(error)
        assert says is not None, f"refused: {message}"
        assert says in message and message.startswith(name) and "\n" not in message
    else:
        assert not says, f"read as {text[:80]!r}"
        assert "root:" not in text and len(text) < 70_000_000


def test_what_a_document_points_to_outside_is_not_fetched() -> None:
    page = (
        '<!DOCTYPE html SYSTEM "http://evil.example/x.dtd"><html><head><link rel="stylesheet" href="http://evil.example/a">'
        '<base href="http://evil.example/"></head><body><img src="b.png"><iframe src="c"></iframe><p>Minutes</p></body>'
    )
    assert read_bytes(page.encode(), "a.html").text == "Minutes\n"
    assert read_bytes(docx(para("Minutes") + '<w:altChunk r:id="x" xmlns:r="http://x"/>')).text == "Minutes\n"


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
def test_truncated_files_give_a_text_or_a_message(cut: float) -> None:
    whole = {name: FILES[name][0]() for name in ("deep.docx", "wide.odt", "crowded.pdf", "attachments.eml")}
    for name, data in whole.items():
        try:
            read_bytes(data[: int(len(data) * cut)], name)
        except SourceError as error:
            assert "\n" not in str(error)
