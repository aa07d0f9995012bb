"""What gezondsamen offers in pytest: options and a fixture for the coverage of rules.

Pytest loads this in any project where the library is installed: all else is imported on demand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `--rule-coverage`, and what is wanted of the report."""
    group = parser.getgroup("gezondsamen")
    group.addoption(
        "--rule-coverage",
        action="store_true",
        default=False,
        help="report at the end which rules of processes were met and unmet by the tests",
    )
    group.addoption(
        "--rule-coverage-fail-under",
        type=float,
        metavar="PERCENT",
        help="fail when less of the rules was seen both met and unmet; implies --rule-coverage",
    )
    group.addoption(
        "--rule-coverage-json",
        metavar="FILE",
        help="write the report as JSON; implies --rule-coverage",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Report on the whole session, where that is asked for."""
    least, into = config.getoption("--rule-coverage-fail-under"), config.getoption("--rule-coverage-json")
    if config.getoption("--rule-coverage") or least is not None or into is not None:
        from gezondsamen.testing.plugin import RuleReport

        config.pluginmanager.register(RuleReport(least, into), "gezondsamen-rule-report")


@pytest.fixture
def rule_coverage() -> Iterator[Any]:
    """Give which rules were met and unmet, and in what, from here to the end of the test."""
    from gezondsamen.testing.coverage import RuleCoverage

    with RuleCoverage() as found:
        yield found
