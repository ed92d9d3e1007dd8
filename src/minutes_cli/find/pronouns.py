"""Whom a pronoun can stand for: who does something in a sentence, by their title, or whom its passive names."""

from __future__ import annotations

from minutes_cli.find.agents import Agents
from minutes_cli.find.subject import Subject
from minutes_cli.find.undertaking import LEFT_OUT
from minutes_cli.patterns import lazy

_TITLED = lazy(
    r"(?:the\s+)?(?:(?P<he>Mr|Bro|Sir|Lord|Cllr\.?\s+Mr|Father|Fr)|(?:Mrs|Ms|Miss|Sis|Lady|Dame|Cllr\.?\s+(?:Mrs|Ms|Miss)))\b"
)
# "The taps are run by Mr Lee"; but of those who proposed and seconded a motion, nobody tells which is meant.
_PASSIVE = lazy(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+\s+){0,2}?(?!proposed|seconded|moved|nominated|agreed|resolved|elected|put)"
    r"(?:\w+ed|run|done|made|given|taken|led|held|kept|written|drawn|cut|built|read|sent|sold|seen|shown|told|brought"
    r"|bought|found)\b(?=[^;:.]{0,60}?\bby\s)"
)


def doer(agents: Agents, pronoun: str, sentence: str) -> Subject | None:
    """Whom a pronoun means as the one that does what a passive tells of."""
    passive = _PASSIVE.search(sentence) if " by " in sentence else None
    agent = agents.find(sentence, passive.end()) if passive else None
    if agent is None or agent.kind not in ("person", "post") or len(agent.owners) > 1:
        return None
    return agent if may_mean(pronoun, agent, sentence) else None


def may_mean(pronoun: str, subject: Subject, sentence: str) -> bool:
    """Whether a pronoun can stand for a subject: "she" is no team, and not "Mr Reid"."""
    if subject.kind == "staff":
        return False
    first, last = subject.owners[0]
    if sentence[first:last] in ("lead", "head"):
        return False  # "the lead has slipped"
    titled = _TITLED.match(sentence, first, last)
    if titled is None or pronoun == LEFT_OUT:
        return True
    return pronoun in ("he", "him") if titled["he"] else pronoun in ("she", "her")
