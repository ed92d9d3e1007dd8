"""What stands beside a name: a role, a body, initials, or a note on when and how the person attended."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.values.name_words import NameWords
from minutes_cli.values.person import Person, Text, changed, is_initials, joined, split_at, trimmed

_COMMA = lazy(r"[,;]")
_LETTER = lazy(r"[^\W\d]")
_TIME = lazy(
    r"\d|\b(?:via|from|until|till|by|item|items|remote|remotely|online|zoom|teams|phone|telephone|virtual|virtually|late|"
    r"arrived|arriving|left|leaving|joined|joining|part|present|in person|video|voting|non-voting|attended)\b",
    re.IGNORECASE,
)
_STATUS = lazy(
    r"\b(?:in place of|on behalf of|apolog|absent|excused|regrets|present|sub(?:stitut\w*)?\b|proxy|deputising|"
    r"alternate)",
    re.IGNORECASE,
)
_IN_THE_CHAIR = lazy(r"(?:present )?in (?:the )?chair", re.IGNORECASE)
_FIRM = lazy(r"\b(?:architects|solicitors|consultants|accountants|surveyors|engineers)$", re.IGNORECASE)
_MARK = lazy(
    r"(?:in attendance|present|absent|excused|apologies|regrets|here|attended|not present)(?: .*)?", re.IGNORECASE
)
_IN_PLACE = lazy(r"(?:sub|substitut\w*|proxy|deputising|alternate|standing in)\b", re.IGNORECASE)
_INITIALS = lazy(r"\s+\(([A-Z][\w .-]{0,4}[A-Z])\)$")
_OF = lazy(r"^(?:of|from|representing|for) (?:the )?(?=[A-Z])")
_HANDLE = lazy(r"[a-z]{2,5}\d{1,4}")  # an account at a university: "abc12"
_SCRIBE = lazy(r"(?:taking )?(?:minutes|notes)(?: secretary)?|minute[- ]taking|note[- ]taking", re.IGNORECASE)
_DASHES = frozenset("-–—")
_ASIDE = lazy(r"\s*\((?P<inside>[^()]*)\)$|\s+[-–—]+\s+(?P<behind>[a-z][^()]*)$")


def add_detail(words: NameWords, person: Person, text: Text, start: int, end: int) -> Person:
    """A person with what a stretch of text says: "(RP)", ", Director of Housing", "- Acme Ltd", "(from 8pm)".

    The stretch is taken apart at commas only where one of its parts is the person's initials: "(RP, Chair)".
    """
    parts = [trimmed(text.masked, a, b) for a, b in split_at(_COMMA, text.masked, start, end)]
    if len(parts) > 1 and not any(
        is_initials(cut := text.cut(*part), person.name) or _HANDLE.fullmatch(cut) for part in parts
    ):
        parts = [trimmed(text.masked, start, end)]
    for a, b in parts:
        handle = a > 0 and text.masked[a - 1] == "@"
        detail, aside = _without_aside(text.cut(a, b))
        if aside:
            person = changed(person, note=joined(person.note, aside))
        if _LETTER.search(detail):
            person = changed(_with(words, person, detail, handle), end=max(person.end, end))
    return person


def _with(words: NameWords, person: Person, detail: str, handle: bool) -> Person:
    initials = _INITIALS.search(detail) if detail.endswith(")") else None
    if initials and person.initials is None and is_initials(initials[1], person.name):
        person, detail = changed(person, initials=initials[1]), detail[: initials.start()]
    if handle or is_initials(detail, person.name) or _HANDLE.fullmatch(detail):
        return changed(person, initials=person.initials or detail)
    if "@" in detail and "." in detail:
        return person  # an address
    if _MARK.fullmatch(detail):
        return changed(person, note=joined(person.note, detail))
    if words.post_nominal.fullmatch(detail) or (words.is_nobody(detail) and not words.is_whole_role(detail)):
        return person
    if _IN_THE_CHAIR.fullmatch(detail):
        return changed(person, role=person.role or "Chair")
    if _SCRIBE.fullmatch(detail):
        return changed(person, role=joined(person.role, detail))
    if _IN_PLACE.match(detail):
        return changed(person, role=joined(person.role, detail))
    if words.is_role(detail) and not _STATUS.search(detail) and not _FIRM.search(detail):
        return changed(person, role=joined(person.role, detail))
    if _TIME.search(detail) or _STATUS.search(detail):
        return changed(person, note=joined(person.note, detail))
    detail = _OF.sub("", detail)
    return changed(person, organisation=joined(person.organisation, detail))


def _without_aside(words: str) -> tuple[str, str]:
    """Words without their brackets, and apart from them what they add on when and how: "Clerk (item 7)"."""
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    if not words.endswith(")") and _DASHES.isdisjoint(words):
        return words, ""
    aside = _ASIDE.search(words)
    said = (aside["inside"] or aside["behind"] or "") if aside else ""
    told = aside is not None and (_TIME.search(said) or _MARK.fullmatch(said))
    return (words[: aside.start()], said) if aside and told else (words, "")
