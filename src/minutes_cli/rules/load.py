"""Find the rule packs and read them: the shipped one first, then a user's own, which may replace, add and drop."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

import tomli

from minutes_cli.errors import RulesError
from minutes_cli.rules.match import Rules
from minutes_cli.rules.schema import Rule, RuleFile


@cache
def shipped_pack() -> Path:
    """The folder of the rules that come with the program: in the wheel, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_rules", package.parents[1] / "rules"):
        if folder.is_dir():
            return folder
    raise RulesError("the program's own rules are missing: install it anew")


@lru_cache(maxsize=8)
def _loaded(packs: tuple[Path, ...]) -> Rules:
    rules: dict[str, Rule] = {}
    origins: dict[str, Path] = {}
    fragments: dict[str, str] = {}
    words: dict[str, tuple[str, ...]] = {}
    for pack in packs:
        named: dict[str, Path] = {}
        files = _files(pack)
        for path in files:
            file = _read(path)
            _refuse_twice([*file.fragments, *file.words], named, path)
            _drop(file.drop, rules, path)
            for rule in file.rule:
                if origins.get(rule.id) in files:
                    raise RulesError(f"{path}: rule {rule.id} stands twice in this pack; rename one")
                rules[rule.id] = rule
                origins[rule.id] = path
            fragments |= file.fragments
            words |= {name: tuple(listed) for name, listed in file.words.items()}
    return Rules(tuple(rules.values()), fragments, words, origins)


def load_rules(packs: Sequence[Path] = ()) -> Rules:
    """The shipped rules with a user's packs on top, in their order.

    A rule of a later pack replaces the one with its id, a fragment or list of words the one with its name; ``drop``
    takes rules out. Raises :class:`RulesError` where a file can't be read or holds what a rule file may not.
    """
    return _loaded((shipped_pack(), *(Path(pack).resolve() for pack in packs)))


def _files(pack: Path) -> list[Path]:
    files = sorted(pack.rglob("*.toml")) if pack.is_dir() else [pack] if pack.suffix == ".toml" else []
    if not files:
        raise RulesError(f"{pack}: no rules here; name a folder that holds .toml files")
    return files


def _refuse_twice(names: list[str], named: dict[str, Path], path: Path) -> None:
    """Refuse a fragment or list of words that two files of one pack define: which one holds would be left to chance."""
    for name in names:
        if name in named:
            raise RulesError(f"{path}: {name} is defined in {named[name]} too; rename one")
        named[name] = path


def _drop(dropped: list[str], rules: dict[str, Rule], path: Path) -> None:
    for name in dropped:
        if rules.pop(name, None) is None:
            raise RulesError(f"{path}: drops {name}, which no pack before it has")


def _read(path: Path) -> RuleFile:
    try:
        data = tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RulesError(f"{path}: can't be read: {error}") from error
    except tomli.TOMLDecodeError as error:
        raise RulesError(f"{path}: not TOML: {error}") from error
    from pydantic import ValidationError

    try:
        return RuleFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise RulesError(f"{path}: {_problem(data, first['loc'], first['type'], first['msg'])}") from error


def _problem(data: dict[str, object], loc: tuple[int | str, ...], kind: str, message: str) -> str:
    """What Pydantic found wrong, as an author of rules can mend it: the rule, the key in it, the near key."""
    name = _rule_name(data, loc)
    keys = [str(part) for part in (loc[2:] if name else loc)]
    if kind == "extra_forbidden":
        known = Rule.model_fields if loc[:1] == ("rule",) else RuleFile.model_fields
        near = get_close_matches(keys[-1], known, n=1)
        mend = f"did you mean {near[0]}?" if near else f"use {', '.join(known)}"
        return f"{name}no key is called {keys[-1]}; {mend}"
    if kind == "missing":
        return f"{name}{keys[-1]} is missing"
    message = message.removeprefix("Value error, ")  # Pydantic's wording around ours
    return f"{name}{'.'.join(keys)}: {message}" if keys else f"{name}{message}"


def _rule_name(data: dict[str, object], place: tuple[int | str, ...]) -> str:
    listed = data.get("rule")
    if place[:1] == ("rule",) and len(place) > 1 and isinstance(listed, list) and isinstance(place[1], int):
        entry = listed[place[1]]
        return f"rule {entry.get('id', '?')}: " if isinstance(entry, dict) else ""
    return ""
