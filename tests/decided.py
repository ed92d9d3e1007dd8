"""What a passage of minutes decides: its resolutions, read below the head of a parish council's meeting."""

from __future__ import annotations

from minutes_cli import extract
from minutes_cli.records import Resolution

HEAD = """\
Nether Poppleby Parish Council
Minutes of the meeting held on 4 March 2024

Present: Cllr Ann Ames (Chair), Cllr Tom Bell, Cllr Mrs June Lee
In attendance: Ida Moss (Clerk)

5. Matters arising

"""


def resolutions(passage: str) -> list[Resolution]:
    """The resolutions of a passage."""
    return list(extract(HEAD + passage + "\n").resolutions)


def only(passage: str) -> Resolution:
    """The one resolution of a passage."""
    (found,) = resolutions(passage)
    return found


def told(passage: str) -> list[tuple[str, str]]:
    """Rule and words of each resolution, for a message that tells what was found where nothing should be."""
    return [(found.rule, found.text) for found in resolutions(passage)]


def votes(found: Resolution) -> tuple[int | None, int | None, int | None, bool] | None:
    """For, against, abstaining and whether unanimous."""
    vote = found.vote
    return None if vote is None else (vote.for_, vote.against, vote.abstain, vote.unanimous)
