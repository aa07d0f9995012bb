"""What gezondsamen offers in pytest: an option and a fixture for the coverage of rules.

Pytest loads this in any project where the library is installed: all else is imported on demand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `--rule-coverage`."""
    parser.getgroup("gezondsamen").addoption(
        "--rule-coverage",
        action="store_true",
        default=False,
        help="report at the end which rules of processes were met and unmet by the tests",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Report on the whole session, where that is asked for."""
    if config.getoption("--rule-coverage"):
        from gezondsamen.testing.plugin import RuleReport

        config.pluginmanager.register(RuleReport(), "gezondsamen-rule-report")


@pytest.fixture
def rule_coverage() -> Iterator[Any]:
    """Give which rules were met and unmet, and in what, from here to the end of the test."""
    from gezondsamen.testing.coverage import RuleCoverage

    with RuleCoverage() as found:
        yield found
