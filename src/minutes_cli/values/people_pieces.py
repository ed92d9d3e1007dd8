"""The pieces of a list of people: where separators stand, and which of them stand within an entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.patterns import lazy
from minutes_cli.values.names import Names
from minutes_cli.values.person import Text

_SEPARATOR = lazy(
    # One look at a character, or at the one behind a blank, rules out most places. Blanks before "and" are looked over
    # from the first of them only: a hidden list is all blanks.
    r"(?=[()\[\];,.\t\n\r\v\0]|\s[\s\0•|&+ap/]|(?<=\)) )"
    r"(?:(?P<open>[(\[])|(?P<close>[)\]])|(?P<semi>;|\s•|\s\|\s)|(?P<comma>,)|(?P<and>(?<![\s\0])[\s\0]+(?:and|&|\+|plus)[\s\0])|"
    r"(?P<gap>\t+ *| {3,})|(?P<line>\r\n|\n|\r)|(?P<soft>\v)|(?P<slash>\s/\s)|"
    r"(?P<after>(?<=\))[ \t]+(?=[A-Z][a-z]+\.? [A-Z][a-z]))|"
    r"(?P<stop>(?:(?<=[a-z]{5})(?<!\bMessrs)(?<!\bMesdames)|(?<=\)))\.\s+(?=[A-Z])))"
)

_LONGEST = 600  # characters of an entry that goes on in a next line
_OPEN_OF = lazy(r"\b(?:of|for|to|the) (?:\w+ )?\w+$")
_SMALL_END = lazy(r"[a-z]$")
_CAPITAL_WORD = lazy(r"[A-Z][\w'-]+")
_TITLE_END = lazy(r"(?:^|[\s.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Cr|Rev)\.$")
_BROKEN_OFF = lazy(r"(?:(?:^|[\s,])[A-Z]\.?|-|\b(?:of|for|and|the|to|&|de|van|Mc|O')|/)$")
_WORD = lazy(r"[^\s,;(]+")
_IN_BRACKETS = lazy(r"\([^)]*\)")
_INITIALS = lazy(r"[A-Z]{2,4}|[A-Z][A-Z][a-z]|(?:[A-Z]-?){2,4}|[A-Z]{1,2}c[A-Z]|[A-Z][a-z][A-Z]")
# A firm named by its partners: "Rostov & Keene P.C.", "Dunn, Keene and Lee, LLP".
FIRM = lazy(
    r"(?:(?<![^\n\r\t;,(])|(?<=[;,:(] )|(?<=- )|(?<=  ))"
    r"[A-Z][\w'-]+(?:, [A-Z][\w'-]+){0,3},? (?:&|and) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? "
    r"(?:P\.?C\.?|P\.?A\.?|P\.?L\.?L\.?C\.?|L\.?L\.?[CP]\.?|Ltd\.?|Inc\.?|Associates|Partners|Co\.?)(?![\w])"
)
_FIRM_SIGNS = (" P.C", " PC", "LLC", "LLP", "L.L", " P.A", "Ltd", "Inc", "Associates", "Partners", "Co.")
_FEWEST_LINES = 2
_GENERIC = lazy(r"[\w.+-]+$")


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class Piece:
    """A stretch between separators; ``before`` names the separator in front of it."""

    start: int
    end: int
    before: str


def split_pieces(text: Text, start: int, end: int) -> list[Piece]:
    """The pieces of a list, brackets kept whole."""
    marks = _without_firms(_marks(text), start, end)
    pieces: list[Piece] = []
    depth, position, before = 0, start, "line"
    # Without commas a bracket parts one person from the next: "Ann Moor (Chair) Bea Lunn (Clerk)".
    loose = text.masked.count(",", start, end) < text.masked.count(") ", start, end) > 1
    closings = text.masked.count(")", start, end) + text.masked.count("]", start, end)
    for match in _SEPARATOR.finditer(marks, start, end):
        kind = match.lastgroup or ""
        if kind == "open":
            depth += closings > 0
        elif kind == "close":
            closings -= 1
            depth = max(0, depth - 1)
        elif (
            (
                kind == "after"
                and (depth or not (text.masked[match.start() - 2].isupper() or loose or len(match[0]) > 1))
            )
            or (depth and kind != "semi")
            or (kind == "gap" and _is_open(text.masked, position, match))
        ):
            continue
        else:
            empty = not text.masked[position : match.start()].strip(" .-:*,")
            if not empty:
                pieces.append(Piece(position, match.start(), before))
            parted = before in ("comma", "semi", "and") and kind in ("line", "soft", "gap")
            if not (empty and (parted or (before, kind) == ("semi", "and"))):
                before = "semi" if kind == "stop" else kind
            position = match.end()
    if text.masked[position:end].strip(" .-:*,"):
        pieces.append(Piece(position, end, before))
    return _with_details(pieces)


def _without_firms(marks: str, start: int, end: int) -> str:
    """The marks with those blanked that stand within the names of firms: "Dunn, Keene & Lee, LLP"."""
    if not any(sign in marks for sign in _FIRM_SIGNS):
        return marks
    for firm in FIRM.finditer(marks, start, end):
        words = firm[0].replace(",", " ").replace("&", "x").replace(" and ", " xnd ")
        marks = marks[: firm.start()] + words + marks[firm.end() :]
    return marks


def _with_details(pieces: list[Piece]) -> list[Piece]:
    """Pieces in which a semicolon parts a name from what is said of it, one a line, as a comma does elsewhere."""
    lines = sum(piece.before == "line" for piece in pieces)
    semis = [index for index, piece in enumerate(pieces) if piece.before == "semi"]
    if lines < _FEWEST_LINES or not lines >= len(semis) >= lines / 2:
        return pieces
    if any(
        "semi" in (pieces[index - 1].before, *(one.before for one in pieces[index + 1 : index + 2])) for index in semis
    ):
        return pieces
    return [Piece(piece.start, piece.end, "comma") if piece.before == "semi" else piece for piece in pieces]


def _marks(text: Text) -> str:
    """The mask with the tabs and newlines of the text; what is blank only for hidden mark-up is no gap."""
    if text.masked == text.raw:
        return text.raw
    if text.masked == text.raw.replace("\t", " ").replace("\n", " ").replace("\r", " ").replace("\v", " "):
        return text.raw  # neither mark-up nor look-alikes
    return "".join(
        raw if raw in "\t\n\r\v" else "\0" if mark == " " and not raw.isspace() else mark
        for mark, raw in zip(text.masked, text.raw, strict=True)
    )


def _is_open(masked: str, start: int, gap: re.Match[str]) -> bool:
    """Whether a gap stands within an entry: at its head, or around a dash."""
    last, after = gap.start(), masked[gap.end() : gap.end() + 2]
    while last > start and masked[last - 1].isspace():
        last -= 1
    return last == start or masked[last - 1] == "-" or after.startswith("-") or not after.strip()


def join_pieces(names: Names, text: Text, pieces: list[Piece]) -> list[Piece]:
    """Pieces put together again where the separator stood within a role or a name broken over lines."""
    joined: list[Piece] = []
    for piece in pieces:
        words = text.masked[piece.start : piece.end].strip(" .-:*")
        last = joined[-1] if joined else None
        if last is not None and last.end - last.start < _LONGEST:
            prior = text.masked[last.start : last.end].strip()
            if piece.before in ("and", "slash") and _is_one_role(names, prior, words):
                joined[-1] = Piece(last.start, piece.end, last.before)
                continue
            if piece.before in ("line", "soft") and _goes_on(names, joined, prior, words, piece.before == "soft"):
                joined[-1] = Piece(last.start, piece.end, last.before)
                continue
        if last is not None and piece.before == "soft":
            piece = Piece(piece.start, piece.end, "line")
        joined.append(piece)
    return joined


def _is_one_role(names: Names, prior: str, words: str) -> bool:
    """Whether "and" stands within the name of a post or a body: "Operations and Maintenance"."""
    if names.honorific.fullmatch(prior.rsplit(", ", 1)[-1]):
        return True
    if names.opens_person(words) or names.words.is_counted(words):
        return False
    if words.startswith("the ") and names.words.is_whole_role(words):
        return False  # "… B. Lunn and the Secretary"
    if _OPEN_OF.search(prior) and len(words.split()) <= 2 and "(" not in prior:
        return True
    if (
        _SMALL_END.search(prior)
        and names.words.suffix_start(prior, 0, len(prior))
        and names.is_role(words)
        and "(" not in prior
    ):
        return True
    field = prior.split()[-1].lower() not in names.words.given and names.is_body(words) and not names.is_role(words)
    if names.opens_person(prior) and not (field and len(prior.split()) == 2 and "(" not in words):
        return False  # but "Director Active & Healthy Communities"
    if names.is_body(prior) and "(" not in prior and _CAPITAL_WORD.fullmatch(words):
        return True
    if words.startswith("from ") or "(" in prior:
        return False
    head = words.split("(")[0]
    if names.words.opens_with_given(head):
        return False
    if (
        len(head.split()) >= 4
        and not names.is_body(" ".join(head.split()[-2:]))
        and not names.is_role(head.split()[-1])
    ):
        return False
    return names.is_body(head) or names.is_role(head)


def _goes_on(names: Names, pieces: Sequence[Piece], prior: str, words: str, soft: bool) -> bool:
    """Whether a line goes on with the name or the role that the line before broke off."""
    if not prior or (prior.endswith((".", ";")) and not _TITLE_END.search(prior)):
        return False
    if names.honorific.search(prior + " X", max(0, len(prior) - 14)) and names.honorific.fullmatch(
        prior.split(", ")[-1]
    ):
        return True
    if _BROKEN_OFF.search(prior):
        return True
    if prior.count("(") > prior.count(")") or words.startswith(("(", "of ", "for ", "and ")):
        return True
    if names.opens_titled(words):
        return False  # "Prof. (Mrs.) Ann Moor"
    word = _WORD.match(words)
    if pieces[-1].before == "comma" and word is not None and prior.lower() in names.words.given:
        return len(words.split("(")[0].split()) == 1 and word[0].lower() not in names.words.given
    flows = soft or sum(piece.before == "comma" for piece in pieces[-4:]) >= 2
    return flows and word is not None and len(words.split("(")[0].split()) == 1 and len(prior.split()) <= 4


def are_handles(text: Text, pieces: Sequence[Piece]) -> bool:
    """Whether a list is one of handles: single tokens, some of them in lower case, or all of them initials."""
    bare = [text.masked[piece.start : piece.end] for piece in pieces]
    bare = [(_unbracketed(words) if "(" in words else words).strip(" .*-") for words in bare]
    if len(bare) > 1 and all(map(_INITIALS.fullmatch, bare)):
        return True
    if not any(words[:1].islower() for words in bare):
        return False
    return sum(bool(_GENERIC.match(words)) for words in bare) >= 0.6 * len(bare)


def _unbracketed(words: str) -> str:
    """Words without what stands in brackets; behind the last that closes none is looked for, at each that opens."""
    last = words.rfind(")") + 1
    return _IN_BRACKETS.sub("", words[:last]) + words[last:]
