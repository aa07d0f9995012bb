"""The report that pytest shows at its end with `--rule-coverage`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gezondsamen.testing.coverage import RuleCoverage, terminal_lines

if TYPE_CHECKING:
    import pytest


class RuleReport:
    """Count how rules come out in a whole test session, and report at its end."""

    def __init__(self) -> None:
        self.coverage = RuleCoverage()

    def pytest_sessionstart(self) -> None:
        """Start counting."""
        self.coverage.__enter__()

    def pytest_sessionfinish(self) -> None:
        """Stop counting."""
        self.coverage.__exit__(None, None, None)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the counts; nothing where no rule was judged."""
        lines = terminal_lines(self.coverage)
        if lines:
            terminalreporter.section("coverage of rules")
            for line in lines:
                terminalreporter.write_line(line)
