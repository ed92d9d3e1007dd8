"""Who says a paragraph: the nick of a chat, or a name before a colon that is no label and no verdict."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block

_SPEAKER = lazy(
    r"(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s*)?(?:<\s?[@+]?(?P<nick>[\w\[\]`^|-]{1,30})>\s+"
    r"|(?P<name>[A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*){0,2}|[a-z][\w-]{1,15})(?:[ ]\([^)]{1,40}\))?:\s+)"
)
# A turn within a paragraph that several speak in: "I move that it close. Jo: I second."
_TURN = lazy(r"(?:^|[.?!;:]\s+)(?P<name>[A-Z][\w'-]*(?:[ ][A-Z][\w.'-]*){0,2})(?:[ ]\([^)]{1,40}\))?:\s+")
_LONGEST_TURN = 3000  # characters that one speaks in a paragraph at most
_SECONDER = lazy(r"[A-Z][\w.' -]{0,24}?\s*[,;/]?\s*S\s*[:=]|\d{1,3}\W{1,8}N\s*[:=]")
# What a motion of a meeting of students notes, believes and resolves: "This JCR Resolves: 1. …".
_PART_OF_MOTION = lazy(r"(?:This|The|Our)\s+(?:\S+\s+)?(?:Notes|Believes|Resolves|Recogni[sz]es|Mandates)$")
_LISTED = lazy(r"\(?(?:i|a|1)[.)]\s")
# What was decided on the matter before the colon: no words of a speaker.
_VERDICT = lazy(
    r"(?:[A-Z][\w.'-]*\s+){1,4}[(,-]+\s*(?:prop|nom)|(?:not\s+)?(?:agreed|approved|accepted|adopted|carried|granted|rejected|refused|deferred|lost|defeated)\s*,?\s*\(?"
    r"(?:by\s+(?:\d|[a-z]+\s+votes|a\s+majority|all)|unanim|nem|until|till|\d{1,2}\s+(?:votes?\s+)?(?:for|in\s+favou?r|to)\b)",
    re.IGNORECASE,
)


def speaker_of(block: Block, words: str, labels: frozenset[str]) -> tuple[tuple[int, int] | None, int]:
    """Where the name of a block's speaker stands in the document, and where the words begin behind it."""
    if block.speaker:
        return nick_of(block), 0
    speaker = _SPEAKER.match(words) if ":" in words or "<" in words else None
    if not speaker or speaker.end() >= len(words):
        return None, 0
    group = "nick" if speaker["nick"] else "name"
    if speaker[group].startswith("The ") and _LISTED.match(words, speaker.end()):
        return None, 0  # "The Board: (i) noted the report; (ii) …"
    if speaker[group].endswith("s") and _PART_OF_MOTION.match(speaker[group]):
        return None, 0
    if len(speaker[group]) == 1 and _SECONDER.match(words, speaker.end()):
        return None, 0  # "M: Bea  S: Carl", "Y: 4  N: 1"
    if _is_label(speaker[group].lower(), labels) or _VERDICT.match(words, speaker.end()):
        return None, 0
    return (block.body + speaker.start(group), block.body + speaker.end(group)), speaker.end()


def nick_of(block: Block) -> tuple[int, int] | None:
    """Where the nick of a line of a chat stands in the document."""
    if not block.speaker:
        return None
    start = block.start + block.text.index(block.speaker)
    return start, start + len(block.speaker)


def last_turn(words: str, start: int, labels: frozenset[str]) -> tuple[int, int] | None:
    """Where the name of who spoke last stands, in the words of a paragraph that begins at an offset."""
    turns = list(_TURN.finditer(words, max(0, len(words) - _LONGEST_TURN)))
    last = next((turn for turn in reversed(turns) if not _is_label(turn["name"].lower(), labels)), None)
    return (start + last.start("name"), start + last.end("name")) if last else None


def _is_label(name: str, labels: frozenset[str]) -> bool:
    """Whether what stands before a colon is a label, alone or with its number: "Decision", "Decision D-16", "Motion B".

    So too a label behind a verdict: "Accepted. Proposer".
    """
    first, last = name.split()[0].rstrip("."), name.split()[-1]
    numbered = len(last) == 1 or any(letter.isdigit() for letter in name)
    return name in labels or (first in labels and (last in labels or numbered))
