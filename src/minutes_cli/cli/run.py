"""The work of ``minutes extract``: documents in, records out, in the order of the documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.batch import STDIN, Outcome, extract_all, extract_each, find_documents
from minutes_cli.cli.filing import Filing, open_filing
from minutes_cli.cli.group import FAILED, exit_code, report
from minutes_cli.cli.progress import is_terminal, is_watched, with_bar
from minutes_cli.errors import MinutesError, RegisterError, UsageError
from minutes_cli.output.formats import Format, Kind, check_format
from minutes_cli.output.target import Target
from minutes_cli.output.writer import Layout, new_writer

if TYPE_CHECKING:
    from minutes_cli.records import Action, Minutes, Resolution
    from minutes_cli.rules import Rules


@dataclass(frozen=True, slots=True)
class Job:
    """The options of one ``minutes extract``, as `cli.extract` documents them."""

    arguments: tuple[str, ...]
    form: Format
    output: str | None = None
    only: Kind | None = None
    packs: tuple[Path, ...] = ()
    min_confidence: float | None = None
    strict: bool = False
    raw: bool = False
    save: bool = True
    register: str | None = None
    quiet: bool = False
    jobs: int = 1

    @property
    def to_stdout(self) -> bool:
        """Whether the records go to standard output."""
        return self.output in (None, STDIN)


def run_job(job: Job) -> int:
    """Extract, write and file what the job asks for; gives the exit code."""
    check_format(job.form, job.only, to_terminal=job.to_stdout and is_terminal(sys.stdout))
    documents = find_documents(job.arguments)
    refuse_overwriting(documents, job.output)
    if all(isinstance(document, MinutesError) for document in documents):  # folders without minutes: no "[]" either
        return max((verdict(outcome, strict=job.strict) for outcome in extract_all(documents)), default=0)
    outcomes = _extracted(documents, job)
    if len(documents) > 1 and is_watched(quiet=job.quiet, to_terminal=job.to_stdout):
        outcomes = with_bar(outcomes, len(documents))
    single = len(job.arguments) == 1 and documents == list(job.arguments)
    layout = Layout(only=job.only, single=single, raw=job.raw, marked=not job.to_stdout and not job.raw)
    filing = open_filing(job.register) if job.save else None
    code = 0
    try:
        with Target(job.output) as target:
            writer = new_writer(job.form, target.stream, layout)
            for outcome in outcomes:
                # filed first, so that a pager that is left early doesn't decide what the register knows
                code = max(code, verdict(outcome, strict=job.strict), filed(outcome, filing))
                if outcome.minutes is not None:
                    writer.write(filtered(outcome.minutes, job.min_confidence))
                    target.keep()
            writer.close()
    finally:
        if filing is not None:
            filing.close(quiet=job.quiet)
    return code


def _extracted(documents: Sequence[str | MinutesError], job: Job) -> Iterator[Outcome]:
    """The records of each document in turn, read by as many processes as the job asks for."""
    return extract_each(documents, packs=job.packs, rules=load_packs(job.packs), jobs=job.jobs)


def filed(outcome: Outcome, filing: Filing | None) -> int:
    """File a document's records, if that is wanted; the exit code, 1 where it failed."""
    if filing is None or outcome.minutes is None:
        return 0
    try:
        filing.add(outcome.minutes)
    except RegisterError as error:
        report(error)
        return exit_code(error)
    return 0


def load_packs(packs: tuple[Path, ...]) -> Rules | None:
    """The shipped rules with the user's packs on top; None, the shipped ones alone, where there are no packs."""
    if not packs:
        return None
    from minutes_cli.rules import load_rules

    loaded = load_rules(packs)
    for rule in loaded.all():
        if rule.pattern is not None:
            loaded.compiled(rule)  # a pattern that is wrong must show before the first document, not at the tenth
    return loaded


def refuse_overwriting(documents: Iterable[str | MinutesError], output: str | None) -> None:
    """Raise UsageError where the output would replace one of the documents that it is made from."""
    if output is None or not Path(output).exists():
        return
    files = (Path(document) for document in documents if isinstance(document, str) and document != STDIN)
    if any(file.exists() and file.samefile(output) for file in files):
        raise UsageError(f"{output}: is one of the minutes to read; write to another file")


def verdict(outcome: Outcome, *, strict: bool) -> int:
    """The exit code that one document asks for, its errors (and with ``strict`` its issues) reported."""
    if outcome.error is not None:
        report(outcome.error)
        return exit_code(outcome.error)
    if not strict or outcome.minutes is None or not outcome.minutes.issues:
        return 0
    for issue in outcome.minutes.issues:
        place = f":{issue.span.line}" if issue.span else ""
        report(f"{outcome.path}{place}: {issue.message} ({issue.code})")
    return FAILED


def filtered(minutes: Minutes, least: float | None) -> Minutes:
    """The minutes without the actions and resolutions whose confidence is known to be below ``least``."""
    if least is None:
        return minutes

    def stays(record: Action | Resolution) -> bool:
        return record.confidence is None or record.confidence >= least

    return minutes.model_copy(
        update={
            "actions": tuple(filter(stays, minutes.actions)),
            "resolutions": tuple(filter(stays, minutes.resolutions)),
        }
    )
