"""Attendance in the log of a chat: "present+ alice", "Regrets: bob", a bot's "Attendees were alice, bob"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.listed import Listed
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.values.person import Person

LOG_LINE = lazy(
    r"^[ \t>]*(?:\[?(?:\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2}[ ]\d{1,2}[ ])?\d{1,2}:\d\d(?::\d\d)?\]?Z?[ \t]*)?"
    r"<[@+ ]?(?P<nick>[^<>\s]{1,30})>[ \t]+"
    r"(?P<said>.*)$",
    re.MULTILINE,
)
# What the bot of the meeting says, whatever it is called.
_BOTS_WORDS = lazy(
    r"^[ \t>]*[^<>\n]{0,30}<[@+ ]?(?P<nick>[^<>\s]{1,30})>[ \t]+"
    r"(?:Useful Commands:|Meeting (?:started|ended) .{0,60}\bUTC|Minutes(?: \(text\))?:[ ]+http|Log:[ ]+http"
    r"|inviting RRSAgent)",
    re.MULTILINE,
)
_CAME_OR_WENT = lazy(r"\b(?:has (?:joined|left|quit|changed)|is now known as)\b")
_BOT = lazy(r"(?<!^tal)(?<!^ab)(?<!^ca)bot[_`|]*$")  # "marshbot", but "talbot"
# The export of a chat: "[19:01] ann: here"; who answers the call of the roll was there, and who calls it.
_EXPORTED = lazy(
    r"^[ \t]*\[(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d)?\][ \t]+"
    r"(?P<nick>[A-Za-z][\w.-]{1,30}):[ \t]+(?P<said>.*)$",
    re.MULTILINE,
)
_CALLED = lazy(r"\broll[ -]?call\b(?!\s+vote)", re.IGNORECASE)
_ANSWERED = lazy(r"\W*(?:here|present|o/|i'?m here|i am here)(?!\w)", re.IGNORECASE)
_AWAY = lazy(r"(?P<name>[A-Z][\w-]+)[ ](?:is|was)[ ](?P<how>absent|away|not here|excused)\b")
_ROLL_LINES = 20  # lines of a log in which the roll is answered
_ITEM = lazy(r"[^\s,;]+(?:[ ][A-Z][\w-]+)*")


def is_chat(document: Document) -> bool:
    """Whether a document is mostly the log of a chat."""
    most = max(5, sum(not line.blank for line in document.layout.lines) * 0.45)
    return document.text.count("<") > most and len(LOG_LINE.findall(document.text)) > most


def find_in_chat(document: Document, rules: Rules) -> Iterator[Listed]:
    """The people whom lines of a chat log count in, out or missed; the person who writes a bare "present+" too."""
    if document.text.find("\n[") >= 0:
        yield from _answered(document)
    if not is_chat(document):
        return
    bots = rules.words("nobody") | {line["nick"].lower() for line in _BOTS_WORDS.finditer(document.text)}
    yield from _counted(document, rules, bots)
    for line in LOG_LINE.finditer(document.text):
        start, end = line.span("nick")
        nick = line["nick"]
        if nick.lower() not in bots and not _BOT.search(nick.lower()) and not _CAME_OR_WENT.search(line["said"]):
            person = Person(nick, start=start, end=end, name_start=start, name_end=end)
            yield Listed(person, "participant", "participant", "participant.dialogue", _block_at(document, start))


def _answered(document: Document) -> Iterator[Listed]:
    """Those who answer the call of the roll in the export of a chat, who calls it, and who is told to be missing."""
    lines = list(_EXPORTED.finditer(document.text))
    first = next((at for at, line in enumerate(lines) if _CALLED.search(line["said"])), None)
    roll = lines[first : first + _ROLL_LINES] if first is not None else []
    came = [line.span("nick") for line in roll[1:] if _ANSWERED.match(line["said"])]
    if not came:
        return
    for start, end in (roll[0].span("nick"), *came):
        yield _listed(document, start, end, "present")
    for line in roll:
        if away := _AWAY.search(line["said"]):
            start = line.start("said") + away.start("name")
            yield _listed(document, start, start + len(away["name"]), "absent")


def _listed(document: Document, start: int, end: int, status: str) -> Listed:
    person = Person(document.text[start:end], start=start, end=end, name_start=start, name_end=end)
    return Listed(person, status, status, "attendee.roll-call", _block_at(document, start))


def _counted(document: Document, rules: Rules, bots: frozenset[str]) -> Iterator[Listed]:
    for line in LOG_LINE.finditer(document.text):
        found = rules.first("attendee", "line", line["said"])
        if found is None or found.rule.set.get("chat") is not True:
            continue
        begin = line.start("said")
        status = found.rule.set["status"]
        if found.groups:
            a, b = next(iter(found.groups.values()))
            names = [(begin + a + m.start(), begin + a + m.end()) for m in _ITEM.finditer(line["said"][a:b])]
        else:
            names = [line.span("nick")]
        for start, end in names or [line.span("nick")]:
            name = document.text[start:end].strip(".")
            if name.lower() in bots or not re.match(r"[^\W\d]", name):
                continue
            person = Person(name, start=start, end=end, name_start=start, name_end=end)
            if found.rule.set.get("role"):
                person = replace(person, role=line["said"].split(":")[0].strip())
            yield Listed(person, status, status, found.rule.id, _block_at(document, start))


def _block_at(document: Document, offset: int) -> int:
    low, high = 0, len(document.blocks) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if document.blocks[middle].start <= offset else (low, middle - 1)
    return low
