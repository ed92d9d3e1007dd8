"""Where patterns are tried: at the head of a text, at the places that a rule names, or everywhere."""

from __future__ import annotations

import re

from minutes_cli.rules import load_rules
from minutes_cli.rules.anchors import finder, signed
from minutes_cli.text.masks import mask


def spans(pattern: str, text: str, at: str | None = None, flags: int = 0) -> list[tuple[int, int]]:
    """Where the matches of a pattern stand in a text."""
    return [match.span() for match in finder(pattern, re.compile(pattern, re.VERBOSE | flags), at)(text)]


def test_a_pattern_is_tried_only_at_the_places_that_its_rule_names() -> None:
    assert spans("[ab]c", "ac bc ac", at="a") == [(0, 2), (6, 8)]
    assert spans("[ab]c", "ac bc ac", at="b") == [(3, 5)]
    assert spans("[ab]c", "ac bc ac", at="c") == []


def test_the_head_of_the_text_is_a_place_where_a_rule_names_it() -> None:
    assert spans("^x|ac", "x ac", at="a") == [(2, 4)]
    assert spans("^x|ac", "x ac", at="^|a") == [(0, 1), (2, 4)]


def test_no_match_begins_within_the_one_before() -> None:
    assert spans("a+b?", "aaab ab", at="a") == [(0, 4), (5, 7)]


def test_places_are_looked_for_in_lower_case_where_a_rule_ignores_case() -> None:
    assert spans("moved", "MOVED moved", at="moved", flags=re.IGNORECASE) == [(0, 5), (6, 11)]
    assert spans("moved|MOVED", "MOVED moved", at="moved") == [(6, 11)]
    assert spans("moved", "İİ Moved", at="moved", flags=re.IGNORECASE) == [(3, 8)]


def test_a_pattern_is_tried_only_in_texts_with_its_sign() -> None:
    found = signed(re.compile("moved by").finditer, re.compile("by ann"), cased=False)
    assert [match.span() for match in found("moved by Ann, moved by Jo")] == [(0, 8), (14, 22)]
    assert list(found("moved by Jo")) == []
    assert list(signed(re.compile("moved").finditer, re.compile("ann"), cased=True)("moved by Ann")) == []


def test_the_signs_of_a_rule_are_found_and_its_places_are_those_where_its_matches_begin() -> None:
    rules = load_rules()
    texts = {mask(example["text"]) for rule in rules.all() for example in [*rule.accepts, *rule.rejects]}
    signs = [rule for rule in rules.all() if rule.sign is not None]
    placed = [rule for rule in rules.all() if rule.at is not None]
    for rule in {rule.id: rule for rule in [*signs, *placed]}.values():
        pattern = rules.compiled(rule)
        found = {text: [match.span() for match in pattern.finditer(text)] for text in texts}
        assert sum(bool(places) for places in found.values()) >= len(rule.accepts)
        find = rules.finder(rule)
        missed = [text for text in texts if [match.span() for match in find(text)] != found[text]]
        assert missed == [], rule.id
    assert len(placed) > 15
    assert len(signs) > 5
