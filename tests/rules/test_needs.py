"""What patterns need of a text: never more than they match, and enough to spare their compilation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes_cli.rules.guards import folded
from minutes_cli.rules.load import load_rules
from minutes_cli.rules.needs import Every, Need, Word
from minutes_cli.rules.needs_reader import Needs
from minutes_cli.text.masks import mask

NAMED: dict[str, str | tuple[str, ...]] = {
    "verb": ("send", "put off", "take up"),
    "who": r"\b(?:[Cc]lerk|the\s+{post})\b",
    "post": ("Chair", "Vice Chair"),
}
PATTERNS = [
    r"\bmoved\s+by\b",
    r"(?:proposed|moved)\s*:?\s*(?:by\s+)?[A-Z]\w+",
    r"(?i:vote)s?\s*[:=]\s*(?P<n>\d+)\s+(?:for|in\s+favou?r)\b",
    r"^\W*(?:and\s+)?(?:carried|lost)(?!\s+out)\W*$",
    r"[Mm]otion(?:s)?\s+(?:was|were)\s+(?:ab){2,}",
    r"\(\s*[A-Z]{2}\s*/\s*[A-Z]{2}\s*\)",
    r"(?>no+)t?e{0,2}d  # a comment with a word in it",
    r"a\+b[.]c\x41\.?d\ e[ ]f",
    r"(?:x|)y(?P<q>['\"])zz(?P=q)",
    r"\b(?:s?foo|bar)\b(?=\s)",
]


def met(pattern: str, text: str) -> bool:
    need = Needs(NAMED.__getitem__).read(pattern)
    return need is None or need.end(folded(text), 0) >= 0


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_match_meets_the_needs(pattern: str) -> None:
    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine at work elsewhere is no failure
    @given(st.from_regex(re.compile(pattern, re.VERBOSE)), st.text(max_size=3))
    def holds(text: str, around: str) -> None:
        assert met(pattern, text)
        if re.search(pattern, around + text, re.VERBOSE):
            assert met(pattern, around + text)

    holds()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bmoved\s+by\b", "it was removed by force"),
        (r"\bmoved\s+by\b", "by then it was moved"),
        (r"\b(?:for|against)\b\s*:", "before: nothing"),
        (r"(?:proposed|moved)\s+by", "seconded by"),
        (r"vote\s*:\s*\d", "the vote was taken"),
        (r"\bto\s+{verb}\b", "to wait and see"),
        (r"\bto\s+{verb}\b", "to resend it"),
        (r"{who}\s+will", "the Treasurer will"),
        (r"colou?r\b", "the cool one is off"),
    ],
)
def test_rules_out_what_lacks_a_word(pattern: str, text: str) -> None:
    assert not met(pattern, text)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a|b)+",
        r"\w+\s*",
        "(?=word)",
        "(?!word)x?",
        "(?<=word)",
        "(?:word|)",
        "(?:word)?",
        "[^a-z]{2}",
        r"\d{1,2}",
        "",
    ],
)
def test_needs_nothing_of_what_can_be_left_out(pattern: str) -> None:
    assert Needs(NAMED.__getitem__).read(pattern) is None


@pytest.mark.parametrize("pattern", ["(unclosed", "closed)", "[unclosed", "ends\\", "{unknown}"])
def test_leaves_what_is_wrong_with_a_pattern_to_its_compilation(pattern: str) -> None:
    assert Needs(NAMED.__getitem__).read(pattern) is None


def test_the_examples_of_all_rules_meet_their_needs() -> None:
    rules = load_rules()
    patterned = [rule for rule in rules.all() if rule.pattern]
    told = 0
    for rule in patterned:
        need = rules.needs(rule)
        told += need is not None
        for example in rule.accepts:
            assert need is None or need.end(folded(example["text"]), 0) >= 0, (rule.id, example)
    assert told > 0.85 * len(patterned)


def test_hints_are_found_wherever_their_patterns_match() -> None:
    rules = load_rules()
    texts = {mask(example["text"]) for rule in rules.all() for example in [*rule.accepts, *rule.rejects]}
    hinted = [rule for rule in rules.all() if rule.pattern and rule.hint]
    for rule in hinted:
        hint = rules.regex(rule.hint or "", ignore_case=rule.ignore_case)
        matched = [text for text in texts if rules.compiled(rule).search(text)]
        assert len(matched) >= len(rule.accepts)
        assert [text for text in matched if not hint.search(text)] == [], rule.id
    assert len(hinted) > 20


def holds_one(need: Need | None, words: list[str]) -> bool:
    """Whether a text that meets a need must hold one of some words."""
    if need is None:
        return False
    if isinstance(need, Word):
        return any(word in need.text for word in words)
    return (any if isinstance(need, Every) else all)(holds_one(part, words) for part in need.parts)


def test_no_pattern_matches_without_one_of_its_rules_further_words() -> None:
    rules = load_rules()
    doubly = [rule for rule in rules.all() if rule.pattern and rule.also and rules.needs(rule) is not None]

    assert [rule.id for rule in doubly if not holds_one(rules.needs(rule), rule.also)] == []
    assert len(doubly) > 20


def test_a_pattern_is_compiled_only_where_its_hint_is_found(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        "[[rule]]\nid = 'motion.own'\nwhy = 'A motion of our own'\npattern = 'we[ ]move'\nhint = 'move[ ]it'\n"
        "accepts = [{text = 'we move it'}]\nrejects = [{text = 'we run'}]\n",
        encoding="utf-8",
    )
    rules = load_rules([tmp_path])

    def found(text: str) -> bool:
        return any(match.rule.id == "motion.own" for match in rules.find("motion", "block", text))

    assert [found("we move"), found("we move it"), found("we move")] == [False, True, True]
