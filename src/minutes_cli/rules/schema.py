"""What a rule file may hold. Unknown keys are refused: a typing error in a rule must not pass for a rule."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Kind = Literal[
    "section", "attendee", "action", "undertaking", "resolution", "motion", "mover", "result", "outcome", "meeting",
    "due", "vote", "participant", "owner",
]  # fmt: skip
Unit = Literal["text", "line", "block", "sentence", "heading"]

# One element of a token pattern: spaCy's own keys, and "as", which names the group that the token belongs to.
TokenPattern = list[dict[str, Any]]


class Strict(BaseModel):
    """Base of all parts of a rule file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(Strict):
    """One convention.

    ``pattern`` is a regular expression in verbose form, in which ``{name}`` stands for a fragment or a list of words;
    its named groups are the record's fields. ``tokens`` are spaCy token patterns in its place (alternatives). ``guard``
    lists literal words, one of which must stand in the text in any case for the rule to be tried (``{name}`` puts in a
    list of words), ``also`` more words, one of which must stand there too. ``hint`` is a small regular expression that
    is found wherever the rule matches: only then a large ``pattern`` is compiled (from then on it is tried by itself)
    or a sentence made into tokens for ``tokens``. ``sign`` is one that is found wherever the
    ``pattern`` matches and is asked before each try of it, ``at`` one that is found wherever a match begins, "^|"
    standing before it for the head of the text: the pattern is tried nowhere else. Where a rule ignores case both are
    looked for in the text in lower case.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$")]
    why: Annotated[str, Field(min_length=10)]
    on: Unit = "block"
    pattern: str | None = None
    tokens: list[TokenPattern] | None = None
    ignore_case: bool = False
    guard: list[str] = []
    also: list[str] = []
    hint: str | None = None
    sign: str | None = None
    at: str | None = None
    set: dict[str, Any] = {}
    accepts: Annotated[list[dict[str, Any]], Field(min_length=1)]
    rejects: Annotated[list[dict[str, Any]], Field(min_length=1)]

    @property
    def kind(self) -> str:
        """The kind of record the rule finds: the first part of its id."""
        return self.id.split(".", 1)[0]

    @model_validator(mode="after")
    def _one_matcher(self) -> Rule:
        if (self.pattern is None) == (self.tokens is None):
            raise ValueError("give either pattern or tokens")
        for example in [*self.accepts, *self.rejects]:
            if not isinstance(example.get("text"), str):
                raise ValueError("each example needs a text")
        return self


class RuleFile(Strict):
    """One TOML file of a pack."""

    rule: list[Rule] = []
    fragments: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    drop: list[str] = []

    @model_validator(mode="after")
    def _names(self) -> RuleFile:
        for name in [*self.fragments, *self.words]:
            if not re.fullmatch(r"[a-z][a-z_]*", name):
                raise ValueError(f"fragment {name!r}: names are lower-case letters and underscores")
        return self
