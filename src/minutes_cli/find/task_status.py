"""Words at the end or the head of a task that tell it is done: "(completed on the spot)", "- done, copies to all"."""

from __future__ import annotations

import re

from minutes_cli.patterns import lazy
from minutes_cli.records import ActionStatus

_DONE = r"(?:done|completed?|closed|discharged|actioned|finished)"
# What became of a task that nobody need do any more; a reason may stand behind it: "superseded by item 7".
_OVER = (
    r"(?:withdrawn|superseded|unnecessary|cancell?ed|dropped|rescinded|obsolete|redundant|lapsed|overtaken(?:\s+by\s+events)?|void"
    r"|no\s+longer\s+(?:needed|necessary|required|relevant|applicable|pursued|proceeding|going\s+ahead|wanted|an\s+issue)"
    r"|not\s+(?:needed|required|necessary|pursued|proceeding|being\s+pursued|proceeded\s+with|going\s+ahead)(?!\s+(?:until|before|yet)\b))"
)
_REASON = (
    r"(?:\s*[,;]?\s(?:by|as|since|because|following|due\s+to|now|with|at|on|after|when|in\s+favou?r\s+of)"
    r"\s[^()\[\]]{1,90})"
)
_TAIL = lazy(
    rf"(?:[\s,;]{{0,3}}(?:\(|\[|\s-+\s|\.\s|:\s)\s{{0,3}})"
    rf"(?:(?:this\s+|it\s+)?(?:is\s+|was\s+|has\s+been\s+|now\s+){{0,2}}{_OVER}{_REASON}?|{_DONE}"
    r"(?:\s+(?:on\s+the\s+spot|at\s+the\s+meeting|already|since|\d[\d/.-]{2,9}))?)\s*[)\].!]*\s*$",
    re.IGNORECASE,
)
_DASHED = lazy(rf"\s+-+\s+{_DONE}\s*[,;:(]\s*[^.]{{1,80}}[.)]*\s*$", re.IGNORECASE)
_LABEL = lazy(r"[\s,;(\[-]*\bstatus\s*$", re.IGNORECASE)
_HEAD = lazy(
    rf"\W*(?:[\[(]?(?:{_DONE}|{_OVER})[\])]?\s*[:\])-]\s*|(?-i:DONE|COMPLETED?|CLOSED|DROPPED|CANCELL?ED|WITHDRAWN|SUPERSEDED)\s+(?=\w))",
    re.IGNORECASE,
)
_STILL = lazy(
    r"\W*[\[(]\s?(?:open|pending|on-?going|deferred|in[ -]progress|new|carried\s+(?:forward|over)"
    r"|outstanding|not\s+started|overdue|urgent|high|medium|low)\s?[\])]\s*[:-]?\s*"
    r"|\W*(?-i:OPEN|PENDING|ONGOING|DEFERRED|IN PROGRESS|OUTSTANDING)\b\s*[:-]?\s*(?=\w)",
    re.IGNORECASE,
)
# "AP 23/04 is no longer needed", "AP 2 was completed by Jo": what became of a task of an earlier meeting.
_REPORTED = lazy(
    r"\s*(?:is|are|was|were|has|have|had)\s+(?:(?:now|been|all|already)\s+)*(?:no\s+longer|not\s+needed|done|complete[d]?|closed"
    r"|actioned|carried\s+out|discharged|finished|superseded|withdrawn|dropped)\b"
)
# What is said of a task carried over, before its owner: "Not done as the agent was off, so carried forward. (Jo)"
_STANDS = lazy(
    r"\W*(?:not\s+(?:yet\s+)?(?:done|started)|still|carried\s+(?:over|forward)|on-?going|in\s+progress|outstanding"
    r"|a?waiting|on\s+hold|deferred|no\s+progress)\b[^()]{0,200}\((?P<owner>[^()]{2,60})\)[\s.]*$",
    re.IGNORECASE,
)
# What a field or a column for it says of a task that is done or over: "Action closed", "This is no longer needed as …".
_TOLD = lazy(
    rf"\W*(?:(?:(?:the\s+)?(?:action|task|item|this|it)\s+)?(?:(?:is|was|has|been|now|all)\s+){{0,3}}{_OVER}(?={_REASON}|\s*(?:[.,;:()-]|$))"
    rf"|(?:(?:action|task|item|now|all)\s+){{1,2}}{_DONE}|{_DONE}(?!\s+(?:by|\d)))\b",
    re.IGNORECASE,
)
_VERDICT = lazy(rf"(?:{_OVER}{_REASON}?|{_DONE})\W*", re.IGNORECASE)
# A mark before the label of a task: "[DONE] ACTION: …", "DROPPED: ACTION: …".
_BEFORE_LABEL = lazy(
    rf"(?:[\[(]\s?(?:{_DONE}|{_OVER})\s?[\])]|(?:^|\s)(?-i:DONE|COMPLETED?|CLOSED|DROPPED|CANCELL?ED|WITHDRAWN))\s*[:-]?\s*$",
    re.IGNORECASE,
)
_REACH = 140  # characters at the end of a task in which its status may stand


def read_status(text: str, start: int, end: int) -> tuple[int, int, ActionStatus]:
    """Where a task begins and ends without the words that tell it is done, and whether there are any."""
    floor = max(start, end - _REACH)
    for pattern in (_TAIL, _DASHED):
        tail = pattern.search(text, floor, end)
        if tail and tail.start() > start:
            label = _LABEL.search(text, floor, tail.start())
            return start, label.start() if label and label.start() > start else tail.start(), "done"
    head = _HEAD.match(text, start, end)
    if head:
        return head.end(), end, "done"
    still = _STILL.match(text, start, end)
    return still.end() if still else start, end, "open"


def is_marked_done(text: str, label: int) -> bool:
    """Whether a mark right before the label of a task tells that it is done or over."""
    return _BEFORE_LABEL.search(text, max(0, label - 24), label) is not None


def is_verdict(words: str) -> bool:
    """Whether a sentence behind a task says nothing but that it is done, or need not be: "No longer required."."""
    return _VERDICT.fullmatch(words) is not None


def tells_done(words: str) -> bool:
    """Whether what is said of how a task stands opens with the news that it is done, or need not be."""
    return _TOLD.match(words) is not None


def is_reported(text: str, start: int, end: int) -> bool:
    """Whether what stands behind the reference of a task tells what became of it, and no task."""
    return _REPORTED.match(text, start, end) is not None


def owner_behind(text: str, start: int, end: int) -> str:
    """The words in brackets behind a sentence that tells how a task stands; empty where there are none."""
    match = _STANDS.match(text, start, end)
    return match["owner"] if match else ""
