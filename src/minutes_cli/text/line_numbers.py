"""The number that a line opens with: of an item, a clause or an entry of a list."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_cli.patterns import lazy

_NUMBER = lazy(
    r"""(?:(?P<item>(?i:(?:AGENDA[ ]+)?(?:ITEM|SUBJECT|SUB\.)[ ]+(?:NO\.?[ ]*)?|TOP[ ]+|TOPIC[ ]+|AGENDA[ ]+POINT[ ]+
          |(?:BUSINESS|MATTER)[ ]+NO\.?[ ]*))
        (?P<item_number>\d{1,3}(?:\.\d{1,3})*(?:[a-z]|[.-]?[A-Z](?=[ ]*[.:)-]))?)
        (?:[ ]*(?:[.:)-]|,(?=[ ][A-Z])|$)|(?<=[Oo]\.\d)(?=[ ]+[A-Z])|(?<=[Oo]\.[ \d]\d)(?=[ ]+[A-Z]))
    | (?P<filed>MIN(?:UTE)?[. /]{1,2}(?:N[Oo]\.?[ ]*)?\d{1,3}/(?:\d+/)?[A-Z][A-Z-]{1,14}(?:/[A-Z\d-]{1,14}){1,3}
        (?=[ ]*[.:-]|[ ]+[A-Z]{2}))[ ]?[.:-]?
    | MIN(?:UTE)?\.?[ ]*(?:N[Oo]\.?[ ]*)?(?P<minute>\d{1,3}/\d{1,4}(?:/\d{2,4})?)[ ]*(?:[.:-]|(?=[ ][A-Z]{2}))
    | (?P<code>(?!(?:AT|ON|BY|TO|OF|IN|FOR|AM|PM)[ ])[A-Z]{1,3}[ ]?\d{1,4}(?:[:/.-]\d{1,4})+
        |[A-Z]{1,4}[./-]\d{1,4}(?:[./-]\d{1,4})*|[A-Z][a-z][A-Z]{1,2}/\d{1,4}(?:[/.]\d{1,4})*
        |(?:20)?\d\d(?:-\d\d/|/\d\d-)\d{1,3}(?=[.):]?[ ]+[A-Z"'(])  # of a session: "23-24/02"
        |\d{1,4}/\d{2,4}/\d{1,3}|\d{2,4}/\d{1,4}|\d{1,4}/\d{2}|\d{4}\.\d{2}(?=[ ]+[A-Z\d])
        |[A-Z]{2,4}\(\d\d\)\d{1,4}|\d{3,4}:\d{1,3}(?=[ ]{2,}[A-Z]{2})
        |(?:\d\d|20\d\d)-\d{2,4}(?=[ ]{2,}[A-Z]{2})|\d\d-\d{3,4}(?=[ ]{4,}[A-Z][a-z])
        |(?:(?:20)?\d\d[-.]\d\d[-.]\d{3,4}|\d{3,4}-\d\d-(?:20)?\d\d)(?=[ ]{1,}[A-Z]{2}))(?:[ ]?[.):]-*)?
    | (?P<decimal>(?!1[89]|20)\d{4}(?=[.)][ ]+[A-Z]|[ ]{2,}[A-Z]{2})
        |(?:\d{1,2}|[IVX]{2,5})[.-](?![AP]\.?M\b)[A-Z](?:\.\d{1,2})?
            (?=[.):]\)?[ ]+[A-Z]|[ ]?-[ ]+[A-Z]|(?<=\.[A-Z\d])[ ]{1,4}(?:[A-Z][a-z]+(?:[ ]|$)|[A-Z]{3}))
        |\d{1,2}\.[a-z](?=[.)]?[ ]+[A-Z])
        |\d{1,3}(?:\.\d{1,3}){0,4}(?:[a-z]|[A-Z](?=[.)])|[ ]?\((?:[a-z]{1,3}|[A-Z])\))?)
        (?:[ ]?(?P<dot>[.):](?:-+(?=[ A-Z]))?|-(?=[ ])|/(?=[ ])))?
    | \((?P<bracket>\d{1,3}|[a-z]|[ivxl]{2,5}|[A-Z])\)
    | (?P<roman>[IVXLC]{1,7}(?=[ ]?[.):])|[ivxlc]{1,7}(?=[ ]?[.):])|[IVX][ivx]{1,6}(?=[ ][-]|[.)])|[IVX]{2,7}(?=[ ]-)
        |(?:[IV]|[IVX]{2,6})(?=[ ]{2,}[A-Z]{2}))
        (?:[ ]?(?:[.):](?![A-Z]\.)|-(?=[ ]))|(?=[ ]{2,}[A-Z]{2}))
    | (?P<letter>[A-Za-z])[ ]?[.)](?![A-Z]\.)
    )(?=[ ]|$|[A-Z"'(])""",
    re.VERBOSE,
)
# A look at the first characters rules out most lines.
_NUMBERED = lazy(
    r"\d|\(|[A-Z][a-z][A-Z]{1,2}/\d|[A-Za-z][ ]?[.)]|[A-Z]{1,4}+[ ]?[\d./(-]|MINUTE[ ./]"
    r"|(?i:business|matter)[ ](?i:no)[. ]|[IVXLCivxlc]{1,7}+(?:[ ]?[.):-]|[ ]{2})|[AaIiİıTtSs](?i:genda|tem|op|ub)"
)
_OPENS = lazy(
    r"[\d(]|[A-Za-z](?:[ .)]|$)|[A-Z][A-Z\d./-]|[IVXLCivxlc][IVXLCivxlc:-]|[AaIiİıTtSs][GgTtOoUu]|[BbMm][UuAa]|[BC]o"
    # of the above
)
# A bare number counts an item where this stands behind it.
_ITEM_BEHIND = lazy(r"[ ]{2,}|[ ][A-Z'\"(]")
_GOES_ON = lazy(r"[ ][a-z]")
_MONTH = lazy(
    r"\s*(?:of\s+)?(?=[jfmasond])"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
# A surname and what its bearer did, behind an initial at the head of a line.
_INITIAL = lazy(
    r"(?<=\.)[ ][A-Z][\w'-]+[ ](?:/[ ](?=[A-Z])|(?:moved|moves|motioned|seconded|seconds|proposed|made|nominated|"
    r"abstained|voted|asked|said|reported|stated|noted|suggested|volunteered|offered|explained|presented|thanked|gave|"
    r"raised|felt|thought|advised|questioned|read|reviewed|opened|called|led|welcomed|introduced|recommended|updated|"
    r"spoke|will|was|has|had|is|declared|requested|commented|highlighted|confirmed|agreed|attended|left|joined|"
    r"inquired|announced|outlined|provided|shared|discussed|responded|replied|wondered|described)\b)"
)


@lru_cache(maxsize=4096)
def may_open(head: str) -> bool:
    """Whether the first two characters of some words may be those of a number; those of most words are asked again."""
    return _OPENS.match(head) is not None


def read_number(text: str, position: int) -> tuple[str, str, bool, int]:
    """The number a line opens with: as written, its kind, whether punctuated, and where it ends; blanks if none."""
    match = _NUMBER.match(text, position) if _NUMBERED.match(text, position) else None
    if match is None:
        return "", "", False, position
    kind = match.lastgroup
    if kind == "dot":
        return match["decimal"].strip(), "decimal", True, match.end()  # "12.", as most are written
    if match["item"]:
        return match["item_number"], "item", True, match.end()
    if match["filed"]:
        return match["filed"].strip(), "code", True, match.end()
    if match["minute"]:
        return match["minute"], "code", True, match.end()
    label = match[kind or "decimal"] or ""
    if kind in ("letter", "roman") and len(label) == 1 and label.isupper() and _INITIAL.match(text, match.end()):
        return "", "", False, position  # "S. Kim moved to adjourn"
    bare = kind == "decimal"
    after = text[match.end() :] if bare else ""
    if bare and "." not in label and label.isdigit() and after.strip() and not _ITEM_BEHIND.match(after):
        return "", "", False, position  # "3 members of the public", "20 minutes late"
    if bare and (_MONTH.match(after) or ("." in label and _GOES_ON.match(after))):
        return "", "", False, position  # "13 JULY 2022", "3.0 release"
    if bare and label[-1] in "hkmxdp" and label[:-1].isdigit() and _GOES_ON.match(after):
        return "", "", False, position  # "24h door access", "5k run", "3d printer"
    if kind == "roman" and len(label) == 1 and label not in "IVXivx":
        kind = "letter"
    return label.strip(), kind or "", not bare, match.end()
