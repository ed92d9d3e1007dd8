"""Guards: the words one of which must stand in a text for a rule to be tried."""

from __future__ import annotations

import pytest

from minutes_cli.errors import RulesError
from minutes_cli.rules import load_rules
from minutes_cli.rules.guards import Group, Guards, Plan
from minutes_cli.rules.match import Rules
from minutes_cli.rules.schema import Rule
from minutes_cli.rules.sieve import Sieve


def rule(name: str, *guard: str, pattern: str = "x") -> Rule:
    return Rule(
        id=f"action.{name}",
        why="A rule for this test alone.",
        pattern=pattern,
        guard=list(guard),
        accepts=[{"text": "x"}],
        rejects=[{"text": "y"}],
    )


def present(words: list[str], text: str) -> set[str]:
    return set(Guards(words).within(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The motion was CARRIED.", {"carried", "motion"}, id="in any case"),
        pytest.param("moved\n   by Ann", {"moved by"}, id="over two lines"),
        pytest.param("moved, by Ann", set(), id="a comma between"),
        pytest.param("a promotion", {"motion"}, id="within a word: a guard is a cheap look"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_words_that_stand_in_a_text(text: str, found: set[str]) -> None:
    assert present(["carried", "motion", "moved by"], text) == found


def test_a_word_within_another_is_found_too() -> None:
    assert present(["action", "actions", "on"], "Actions") == {"action", "actions", "on"}


def test_the_rules_to_try_stand_in_their_order() -> None:
    rules = (rule("late", "due"), rule("free"), rule("early", "lamp", "due"), rule("never", "snow"))
    guards = Guards(word for each in rules for word in each.guard)
    plan = Plan(rules, Sieve({}))

    def tried(text: str) -> list[str]:
        return [each.id for each in plan.to_try(guards.within(text)).patterns]

    assert tried("the lamp") == ["action.free", "action.early"]
    assert tried("due in May") == ["action.late", "action.free", "action.early"]
    assert tried("rain") == tried("wind") == ["action.free"]


def test_a_rule_with_further_words_needs_one_of_each() -> None:
    both = rule("both", "lamp", "torch").model_copy(update={"also": ["lit", "dark"]})
    rules = Rules((both, rule("one", "lamp")), {}, {}, {})

    def tried(text: str) -> list[str]:
        return [match.rule.id for match in rules.find("action", "block", text)]

    assert tried("x lamp lit") == ["action.both", "action.one"]
    assert tried("x lamp") == ["action.one"]
    assert tried("x torch, dark") == ["action.both"]
    assert tried("x lit") == []


def test_a_guard_may_name_a_list_of_words() -> None:
    rules = Rules((rule("berth", "{harbour_word}", pattern=r"\w+"),), {}, {"harbour_word": ("Quay", "dock")}, {})

    assert [match.rule.id for match in rules.find("action", "block", "the quay")] == ["action.berth"] * 2
    assert list(rules.find("action", "block", "the road")) == []


def test_a_guard_that_names_no_list_is_refused() -> None:
    with pytest.raises(RulesError, match=r"rule action\.berth: there is no list of words 'harbour_word'"):
        Rules((rule("berth", "{harbour_word}"),), {}, {}, {})


def test_cues_are_looked_for_without_a_rule() -> None:
    rules = Rules((), {}, {"harbour_cue": ("Quay",)}, {})

    assert rules.cued("harbour_cue", "at the QUAY")
    assert not rules.cued("harbour_cue", "at the road")


def test_rules_that_set_a_key_are_passed_over() -> None:
    both = (rule("plain", "x"), rule("settled", "x").model_copy(update={"set": {"settled": True}}))
    rules = Rules(both, {}, {}, {})

    assert [match.rule.id for match in rules.find("action", "block", "x")] == ["action.plain", "action.settled"]
    assert [match.rule.id for match in rules.find("action", "block", "x", unless="settled")] == ["action.plain"]


def test_a_long_text_is_read_once_for_all_who_ask() -> None:
    guards = Guards(["lamp"])
    text = "the lamp " * 1000

    assert guards.within(text) == {"lamp"}
    assert guards.within(text) is guards.within(text)


def test_rules_of_several_groups_are_found_at_once_as_group_by_group() -> None:
    rules = load_rules()
    groups = (Group("resolution"), Group("motion"), Group("result", only="names"), Group("result", unless=("names",)))
    plans = rules.plans(groups, "sentence")
    told = [one for one in rules.all() if one.kind in {group.kind for group in groups}]
    for example in [example for one in told for example in [*one.accepts, *one.rejects]]:
        text = example["text"]
        found = [list(rules.find_of(one, text)) for one in plans.to_try(rules.guards_in(text))] or [[], [], [], []]
        assert found[:2] == [list(rules.find(kind, "sentence", text)) for kind in ("resolution", "motion")]
        results = list(rules.find("result", "sentence", text))
        assert found[2] == [match for match in results if match.rule.set.get("names")]
        assert found[3] == [match for match in results if not match.rule.set.get("names")]

    assert plans.to_try(rules.guards_in("Rain fell.")) != ()
    assert plans.to_try(rules.guards_in("Rain.")) == ()
