from __future__ import annotations

import io
import json

import pytest

from minutes_cli.output.formats import Format, Kind
from minutes_cli.output.json_text import write_rows
from minutes_cli.output.writer import Layout
from minutes_cli.records import Minutes
from minutes_written import write_all


def written(form: Format, layout: Layout, *documents: Minutes) -> str:
    return write_all(form, layout, *documents).decode()


def test_one_document_is_an_object_that_is_the_record_again(parish: Minutes) -> None:
    text = written(Format.JSON, Layout(single=True), parish)
    assert Minutes.model_validate_json(text) == parish
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
    assert "Møllebrook" in text


def test_several_documents_are_an_array_laid_out_like_any_other(parish: Minutes, bare: Minutes) -> None:
    text = written(Format.JSON, Layout(), parish, bare)
    assert [Minutes.model_validate(entry) for entry in json.loads(text)] == [parish, bare]
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize(("single", "text"), [(True, ""), (False, "[]\n")], ids=["one asked for", "several asked for"])
def test_no_document(single: bool, text: str) -> None:
    assert written(Format.JSON, Layout(single=single)) == text


def test_json_lines_are_a_document_a_line(parish: Minutes, bare: Minutes) -> None:
    lines = written(Format.JSONL, Layout(single=True), parish, bare).splitlines()
    assert [Minutes.model_validate_json(line) for line in lines] == [parish, bare]


def test_votes_keep_their_public_names(parish: Minutes) -> None:
    (resolution,) = json.loads(written(Format.JSONL, Layout(), parish))["resolutions"]
    assert resolution["vote"] == {"for": 7, "against": 2, "abstain": 0, "unanimous": False}


@pytest.mark.parametrize("kind", Kind)
def test_only_one_kind_comes_with_its_source(kind: Kind, parish: Minutes) -> None:
    whole = json.loads(written(Format.JSON, Layout(single=True), parish))
    part = json.loads(written(Format.JSON, Layout(single=True, only=kind), parish))
    assert part == {name: whole[name] for name in ("schema_version", "source", kind.value)}


def test_rows_are_objects() -> None:
    stream = io.BytesIO()
    write_rows(stream, [{"text": "Bäume", "owners": ("A", "B")}, {"text": "x", "owners": ()}])
    assert json.loads(stream.getvalue()) == [{"text": "Bäume", "owners": ["A", "B"]}, {"text": "x", "owners": []}]
    assert "Bäume" in stream.getvalue().decode()


def test_rows_as_lines() -> None:
    stream = io.BytesIO()
    write_rows(stream, [{"text": "a\nb"}, {"text": None}], lines=True)
    assert stream.getvalue() == b'{"text": "a\\nb"}\n{"text": null}\n'


def test_no_rows_are_an_empty_array() -> None:
    stream = io.BytesIO()
    write_rows(stream, [])
    assert stream.getvalue() == b"[]\n"
