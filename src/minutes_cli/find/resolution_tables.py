"""Tables of motions: a row each, with columns for the motion, who moved, who seconded and what became of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from minutes_cli.document import Document
from minutes_cli.find.resolution_drafts import Details, Draft, Stretch
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules
from minutes_cli.rules.matches import Match

_COLUMNS = {
    "motion": re.compile(r"(?:motions?|resolutions?|proposals?|decisions?|text)\b", re.IGNORECASE),
    "mover": re.compile(r"(?:moved|mover|proposed|proposer|prop|sponsor)\b", re.IGNORECASE),
    "seconder": re.compile(r"(?:seconded|seconder|second|sec|2nd)\b", re.IGNORECASE),
    "result": re.compile(r"(?:results?|outcome|vote|votes|status|carried|decision)\b", re.IGNORECASE),
}
_ITEM = lazy(r"item\b", re.IGNORECASE)
_MOTIONS = lazy(r"(?:motions?|resolutions?|proposals?|decisions?)\b", re.IGNORECASE)
_VOTES = lazy(r"(?:votes?|result|outcome)\b", re.IGNORECASE)
_LOG = lazy(r"(?:decisions?|resolutions?)(?:\s+(?:made|taken|reached))?", re.IGNORECASE)
_NUMBER = lazy(r"\W*|(?:no|ref|id|number)\.?", re.IGNORECASE)  # the head of the column that counts them
_VERDICT = lazy(
    r"\b(?:carried|approved|passed|agreed|accepted|adopted|lost|defeated|rejected|failed|deferred|withdrawn|unanim\w*|"
    r"consensus|nem|\d{1,3}\s*[-/:]\s*\d{1,3}|for)\b",
    re.IGNORECASE,
)


def read_tables(document: Document, rules: Rules, details: Details) -> Iterator[tuple[int, Draft]]:
    """The motions of all tables of the kind, each with the index of its table."""
    for index, table in enumerate(document.layout.tables):
        rows = [row for row in table.rows if row]
        if len(rows) < 2:
            continue
        columns = _columns([details.masked(cell).strip() for cell in rows[0]])
        match = rules.first("motion", "line", details.masked(rows[0][columns["motion"]])) if columns else None
        if not columns or match is None:
            continue
        for row in rows[1:]:
            unnamed = "mover" not in columns and "seconder" not in columns
            if (
                "result" in columns
                and unnamed
                and not (len(row) > columns["result"] and _VERDICT.search(details.masked(row[columns["result"]])))
            ):
                continue
            if len(row) > max(columns.values()) and re.search(r"\w", details.masked(row[columns["motion"]])):
                draft = _draft(document, details, match, row, columns)
                if "result" not in columns and _LOG.fullmatch(details.masked(rows[0][columns["motion"]]).strip(" *")):
                    draft.outcome = draft.outcome or "carried"
                yield index, draft


def _columns(header: list[str]) -> dict[str, int]:
    """Which column holds what; empty where it is no table of motions."""
    found: dict[str, int] = {}
    for name, pattern in _COLUMNS.items():
        for index, words in enumerate(header):
            if index not in found.values() and len(words.split()) <= 3 and pattern.match(words):
                found[name] = index
                break
    if "motion" not in found and header and _ITEM.match(header[0]):
        found["motion"] = 0
    named = "mover" in found or "seconder" in found
    voted = (
        "result" in found and _VOTES.match(header[found["result"]]) and _MOTIONS.match(header[found.get("motion", 0)])
    )
    logged = "motion" in found and _LOG.fullmatch(header[found["motion"]]) and _NUMBER.fullmatch(header[0])
    return found if "motion" in found and (named or voted or logged) else {}


def _draft(
    document: Document, details: Details, match: Match, row: Sequence[Stretch], columns: dict[str, int]
) -> Draft:
    block = bisect_left(document.blocks, row[0][0], key=lambda block: block.start)
    place = document.places[block] if block < len(document.blocks) else None
    cells = {name: row[column] for name, column in columns.items() if re.search(r"\w", details.masked(row[column]))}
    draft = Draft(match, [cells["motion"]], [cells["motion"], *cells.values()], place, 0, 0, put=True, formal=True)
    draft.mover, draft.seconder = cells.get("mover"), cells.get("seconder")
    if draft.mover is not None and draft.seconder is None and "/" in (pair := details.masked(draft.mover)):
        slash = draft.mover[0] + pair.index("/")
        draft.mover, draft.seconder = (draft.mover[0], slash), (slash + 1, draft.mover[1])
    if not cells.keys() & {"mover", "seconder", "result"}:
        draft.outcome = "carried"  # a log of decisions
    if "result" in cells:
        result = details.masked(cells["result"])
        draft.outcome = details.outcome_of(result)
        draft.tables.append(f"Vote: {result.strip()}")
    return draft
