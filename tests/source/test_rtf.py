"""Rich Text Format: control words that carry layout, and characters in all the ways it has for them."""

from __future__ import annotations

import pytest

from minutes_cli.source import read_bytes

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Wingdings;}{\f2\fcharset204 Arial;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\*\cs2 heading 3;}}{\info{\title Secret}}{\header Page head\par}"
)


def read(body: str) -> str:
    source = read_bytes((HEAD + body + "}").encode("latin-1"), "minutes.rtf")
    assert source.format == "rtf"
    return source.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"One\par Two\par\par Three", "One\nTwo\n\nThree\n"),
        (r"\sa200 One\par Two\par", "One\n\nTwo\n"),
        (r"{\b Present:} A, B\par", "**Present:** A, B\n"),
        (r"{\b Any other business}\par", "**Any other business**\n"),
        (r"It was \b agreed\b0  that", "It was agreed that\n"),
        (r"\pard\s1 Apologies\par\pard Text\par", "# Apologies\n\nText\n"),
        (r"\pard\outlinelevel1 Apologies\par\pard Text\par", "## Apologies\n\nText\n"),
        (r"Zo\'eb \u8211? \u163\'3f20\~each \{x\} a\\b \ldblquote q\rdblquote", "Zoë – £20\xa0each {x} a\\b “q”\n"),
        (r"{\f2 \'cf\'f0\'ee}\par", "Про\n"),
        (r"{\f1\'fe} done\par", "☑ done\n"),
        (r"{\uc2\u8364 \'80\'80}5\tab a\line b", "€5\ta\nb\n"),
        (r"kept {\deleted struck}{\v hidden}{\*\unknown lost}", "kept\n"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}ed", "linked\n"),
        (r"{\listtext\pard 1.\tab}First\par{\listtext\pard 1.1\tab}Second\par{\listtext\pard\f1\'b7\tab}Third\par",
         "1. First\n1.1 Second\n- Third\n"),
        (r"{\listtext\pard 1.\tab}{\b Apologies}\par", "**1. Apologies**\n"),
        (r"Agreed{\super\chftn}{\footnote\pard By post.\par}.\par", "Agreed[1].\n\n[1] By post.\n"),
        (r"{\pict\pngblip 89504e47}a{\bin4 }}}}b", "ab\n"),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt ACTION: JS\par}}}b\par", "ACTION: JS\nb\n"),
    ],
)  # fmt: skip
def test_control_words(body: str, text: str) -> None:
    assert read(body) == text


def test_tables() -> None:
    body = (
        r"\trowd\cellx100\cellx200\intbl Action\cell Lead\cell\row\trowd\cellx100\clvmrg\cellx200"
        r"\intbl Mend\par soon\cell gone\cell\row\pard After\par"
    )
    assert read(body) == "| Action | Lead |\n|---|---|\n| Mend<br>soon |  |\n\nAfter\n"


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert read_bytes((HEAD + r"One\par {\b Two").encode(), "a.rtf").text == "One\n**Two**\n"
