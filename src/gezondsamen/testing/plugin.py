"""The report that pytest shows at its end with `--rule-coverage`, merged over the workers of pytest-xdist."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gezondsamen.testing.coverage import RuleCoverage
from gezondsamen.testing.coverage_report import Report, lines_of

OUTPUT = "gezondsamen_rule_coverage"
"""Under what name a worker hands over what it saw."""


class RuleReport:
    """Count how rules come out in a whole test session, and report at its end.

    `least` is the percentage of rules that have to be seen both met and unmet; `into` a file for JSON.
    """

    def __init__(self, least: float | None = None, into: str | None = None) -> None:
        self.coverage = RuleCoverage()
        self.least, self.into = least, into

    def reports(self) -> list[Report]:
        """Return what was seen of each process, in an order that does not depend on the workers."""
        found = map(self.coverage.report, self.coverage.processes)
        return sorted(found, key=lambda report: report.process)

    def rules_covered(self) -> float:
        """Return which percentage of the rules of all processes was seen both met and unmet."""
        rows = [row for report in self.reports() for row in report.rows]
        full = [row for row in rows if not row.lacks("met", "unmet")]
        return 100 * len(full) / len(rows) if rows else 0.0

    # --- what pytest calls -----------------------------------------------------------------------

    def pytest_sessionstart(self) -> None:
        """Start counting."""
        self.coverage.__enter__()

    @pytest.hookimpl(optionalhook=True)  # pytest-xdist calls it, where it is installed
    def pytest_testnodedown(self, node: Any) -> None:
        """Add what a worker saw; one that crashed hands over nothing."""
        packed = getattr(node, "workeroutput", {}).get(OUTPUT)
        if packed is not None:
            self.coverage.add(packed)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Stop counting; hand it over as a worker, or else judge it."""
        self.coverage.__exit__(None, None, None)
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[OUTPUT] = self.coverage.packed()
            return
        if self.into is not None:
            plain = {report.process: report.plain() for report in self.reports()}
            text = json.dumps({"processes": plain}, indent=2, ensure_ascii=False)
            Path(self.into).write_text(text + "\n", encoding="utf-8")
        if self._falls_short() and session.exitstatus == 0:
            session.exitstatus = 1

    def _falls_short(self) -> bool:
        return self.least is not None and self.rules_covered() < self.least

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the counts; nothing where no rule was judged."""
        lines = lines_of(self.reports())
        if self._falls_short():
            lines.append(
                f"FAIL: {self.rules_covered():.1f}% of the rules were seen both met and unmet, "
                f"less than {self.least:g}%"
            )
        if lines:
            terminalreporter.section("coverage of rules")
            for line in lines:
                terminalreporter.write_line(line)
