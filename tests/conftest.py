"""What all tests share: the flag that rewrites golden files, and what may not be skipped in CI."""

from __future__ import annotations

import os
import re
from collections.abc import Generator

import pytest

# Reasons to skip that hold on a desk; where CI=true the programs are there, so that a skip is a fault.
NEEDED_IN_CI = re.compile(r"libreoffice|soffice|postgres|initdb|\bbash\b", re.IGNORECASE)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write the golden files (and the outputs in the papers) anew from what the program gives now",
    )


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    refuse_skip(report)
    return report


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure where CI=true and the reason is a program that CI installs."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if NEEDED_IN_CI.search(reason):
        report.outcome = "failed"
        report.longrepr = f"may not skip where CI=true: {reason}"
