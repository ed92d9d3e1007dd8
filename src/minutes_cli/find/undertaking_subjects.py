"""Whose a verb is in a sentence: the words before it, or those before what tells more of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.find.subject import Subject
from minutes_cli.find.subjects import Subjects
from minutes_cli.find.undertaking import Undertaking
from minutes_cli.patterns import lazy

# What a clause may stand behind: one of these marks, or "so", a dash or a clause that "if" and its like open.
_MARKS = frozenset(":;.?!])•|,>\"'")
_OPENERS = ("If", "When", "Once", "After", "Following", "Unless")
_BOUNDARY = lazy(
    r"(?:^|\bso|[:;.?!\])•|,>]|(?:^|\s)-|--|[\"']|(?:^|[.;])\s*(?:If|When|Once|After|Following|Unless)(?:\s+[\w'-]+){1,6}(?:\s+the)?)\s*$"
)
# "Mrs Lee, who was in the audience, offered", "the Clerk, in consultation with the Chair, would".
_RELATIVE = lazy(
    r",\s+(?:who(?:se)?|in\s+(?:consultation|conjunction|liaison|discussion|association|partnership|collaboration)\s+with"
    r"|together\s+with|along\s+with|with\s+the\s+(?:help|assistance|support|agreement)\s+of|on\s+behalf\s+of|as|in\s+(?:his|her|their)\s+(?:role|capacity)|having"
    r"|(?:assisted|supported|helped)\s+by|subject\s+to|if|when|where|after)\b[^,;:.]{2,100},?\s*$"
)
_MEMBERS = lazy(
    r"\b(?P<who>[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Gg]overnors|[Dd]irectors)\s+(?:(?:un)?able|wishing|who|with|willing|interested|not)\b[^,;:.]{2,70}\s$"
)
_OF_MEMBERS = ("embers", "ouncillors", "rustees", "overnors", "irectors")  # one of these stands in what it matches
_FROM = lazy(r"\s+(?:from|representing|at|by|with|about)\s+(?:the\s+)?$")
_AS = lazy(r",\s+(?:in\s+(?:his|her|their)\s+(?:role|capacity)\s+)?as\s+(?:the\s+|our\s+)?$")  # "Mr Lee, as Clerk,"
_OPENING = 60  # characters before the comma behind whom a sentence opens with
_NEAR = 160  # characters before a joint in which a later clause may name its subject
_CLAUSE_JOINT = lazy(r"\b(?:and|but|so)\s+(?:the\s+)?$", re.IGNORECASE)

# "that the zoning by-law committee study the matter": named by what it is for.
_GROUP = lazy(
    r"(?:[Tt]he\s+)?(?P<who>(?!(?:this|that|whole|full|entire|said|special|select|board|council|a|an|all)\b)[\w'&-]+"
    r"(?:\s+[\w'&-]+){0,4}\s+(?i:(?:sub-?)?committee|commission|task\s+force|working\s+(?:group|party)))\s*"
)
# Behind a clause, not a name: "… by Friday and Jo to …", "… the draft, and the Clerk to …".
_JOINED = lazy(
    r"(?:,|(?<![\w.'-])[a-z\d][\w'-]*,?|\)|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|Easter|Christmas|AGM),?)"
    r"\s+(?:and|&)\s+(?:the\s+)?$"
)
# "ask Jo to come in May and Kim to come in June": what stands behind "and" is asked too.
_ASK = (
    r"\b(?:ask|invit|remind|request|tell|requir|allow|want|need|help|encourag|urg|enabl|instruct|persuad|get|advis)"
    r"\w*\s"
)
_ASKING = lazy(rf"{_ASK}[^;.]*?\sto\s+(?P<verb>[a-z]+)")
_ASKS = lazy(rf"{_ASK}+(?:for\s+)?$")
_PLEADS = lazy(r"(?:ask|request)(?:ed|s|ing)\b", re.IGNORECASE)
_AND_END = lazy(r"(?:,|\band)\s+$")
# Who speaks, told with where he lives: "Jo Lee, 4 Elm Court, spoke about the lamps and asked the Council to".
_SPOKE = lazy(
    r"\b(?:spoke|addressed|appeared|commented|complained|voiced|expressed|urged|thanked|described|stated|said|raised|came|wrote)\b"
)
_TOLD_BY = lazy(
    r"\b(?P<who>(?:the|a|an|their|its)\s+(?:[a-z][\w'-]*\s+){0,2}?[a-z][\w'-]*),?\s+(?:who\s+)?(?:had\s+|has\s+)?"
    r"(?:also\s+|now\s+)?(?:said|told\s+\w+|promised|agreed|confirmed|stated|indicated|advised|replied|assured\s+\w+)\s+(?:that\s+)?$"
)


def group_of(text: str, begin: int, end: int) -> Subject | None:
    """The committee or the like that stretches from one offset to another, whatever words it is named with."""
    group = _GROUP.fullmatch(text, begin, end)
    return Subject(begin, group.end("who"), "staff", (group.span("who"),)) if group else None


def opens_clause(text: str, end: int) -> bool:
    """Whether a clause may begin at an offset of a sentence: at its head or behind what parts it from another one."""
    before = text[:end].rstrip()
    if not before or before[-1] in _MARKS:
        return True
    if not before.endswith(("so", "-")) and not any(opener in before for opener in _OPENERS):
        return False
    return _BOUNDARY.search(text, 0, end) is not None


def subject_of(subjects: Subjects, text: str, end: int) -> Subject | None:
    """The subject of a verb: the words before it, or those before what tells more of them.

    "Mrs Lee, who was there, offered"; "Mr Lee from the Trust will"; but of "the report from the Clerk will" none.
    """
    found = subjects.before(text, end)
    if found is not None and found.kind == "pronoun":
        return found
    from_ = _FROM.search(text, 0, found.start) if found else None
    aside = (
        found is not None
        and text[found.end : end].strip() == ","
        and (found.kind in ("body", "unknown", "council") or _AS.search(text, 0, found.start) is not None)
    )
    if found is not None and from_ is None and not aside:
        return found
    relative = _RELATIVE.search(text, max(0, end - 120), end)
    if relative is None and any(map(text.__contains__, _OF_MEMBERS)):
        members = _MEMBERS.search(text, 0, end)
        if members is not None:
            return subjects.before(text, members.end("who"))
    beyond = relative or from_
    return (subjects.before(text, beyond.start()) if beyond else None) or (found if aside and not from_ else None)


def first_or_latest(subjects: Subjects, text: str, end: int) -> Subject | None:
    """Whose verbs a sentence goes on with: who opens it, or whoever a later clause of it is joined on with."""
    found: Subject | None = None
    start = max(0, end - _NEAR)
    for place, subject in enumerate(subjects.all(text, end, start)):
        if not place and not start:
            found = subject if opens_clause(text, subject.start) else None
        elif _CLAUSE_JOINT.search(text, max(0, subject.start - 20), subject.start):
            found = subject
    return found


def is_plea(subjects: Subjects, text: str, start: int) -> bool:
    """Whether somebody asks the body itself, which gives it no task yet: "Mr Lee spoke and asked the Council to"."""
    if not _PLEADS.match(text, start):
        return False
    asker = subject_of(subjects, text, start)
    if asker is None and _AND_END.search(text, 0, start):
        asker = first_or_latest(subjects, text, start)
        if asker is None and _SPOKE.search(text, 0, start):
            return True
    return asker is not None and asker.kind in ("person", "unknown", "pronoun")


def without_matter(subjects: Subjects, text: str, subject: Subject) -> Subject:
    """The subject of a second note, without the matter of the first: "draft the policy and Jo to print it"."""
    if len(subject.owners) != 2 or not _JOINED.search(text, 0, subject.owners[1][0]):
        return subject
    first = subjects.before(text, subject.owners[0][1])
    if (first is not None and first.kind not in ("body", "unknown")) or _ASKS.search(text, 0, subject.start):
        return subject
    return Subject(*subject.owners[1], subject.kind, subject.owners[1:])


def joins_on(text: str, subject: Subject, verb: int, found: Sequence[Undertaking]) -> bool:
    """Whether a second note with its own verb is joined to a task of the sentence: "… by Friday and Jo to print it"."""
    if not found or not _JOINED.search(text, 0, subject.start):
        return False
    asked = _ASKING.search(text, max(one.verb for one in found), subject.start)
    return asked is None or not text.startswith(asked["verb"], verb)


def told_by_other(subjects: Subjects, text: str, end: int) -> bool:
    """Whether "he" at an offset is somebody outside whose words are told: "the farmer had said he would"."""
    told = _TOLD_BY.search(text, max(0, end - _NEAR), end)
    if told is None:
        return False
    named = subjects.before(text, told.end("who"))
    return named is None or named.kind not in ("person", "post", "staff", "pronoun", "members")


def opening_subject(subjects: Subjects, text: str) -> Subject | None:
    """The one person or post that opens a sentence up to a comma: "Mrs Lee, a resident, said"."""
    found = subjects.before(text, max(0, text.find(",", 0, _OPENING)))
    if found is None or found.kind not in ("person", "post") or len(found.owners) != 1:
        return None
    return None if text[: found.start].strip() else found
