"""Rule coverage: which rules the checks of a run saw met, unmet and waived, alone and together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Final, Literal

import attrs

from gezondsamen.decision.check import Outcome
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import observing
from gezondsamen.process.process import Process

How = Literal["met", "unmet", "waived", "alone", "together"]
"""How a rule came out: advice that warns counts as unmet; `alone` is unmet as the only one of its slot."""

HOWS: Final[tuple[How, ...]] = ("met", "unmet", "waived", "alone", "together")

RuleInSlot = tuple[str, str]
"""A slot (`negotiation.conclude_agreement requires`) and the code of a rule in it."""


@attrs.frozen
class Seen:
    """Count how often one rule in one slot came out in each way."""

    where: str
    code: str
    met: int = 0
    unmet: int = 0
    waived: int = 0
    alone: int = 0
    together: int = 0

    def plus(self, *hows: How) -> Seen:
        """Return the counts with these ways seen once more."""
        return attrs.evolve(self, **{how: getattr(self, how) + 1 for how in hows})

    def lacks(self, *asked: How) -> tuple[How, ...]:
        """Return which of these ways were never seen."""
        return tuple(how for how in asked if not getattr(self, how))


@attrs.frozen
class Report:
    """Lay out what was seen of the rules of one process; `print` shows it as a table."""

    process: str
    rows: tuple[Seen, ...]

    def row(self, where: str, code: str) -> Seen:
        """Return what was seen of a rule in a slot; raises `KeyError` when it does not stand there."""
        for row in self.rows:
            if (row.where, row.code) == (where, code):
                return row
        raise KeyError((where, code))

    def share(self, *asked: How) -> float:
        """Return which part of the rules was seen in all of these ways; 1 where there are none."""
        full = [row for row in self.rows if not row.lacks(*asked)]
        return len(full) / len(self.rows) if self.rows else 1.0

    def __str__(self) -> str:
        head = (self.process, "rule", *HOWS)
        table = [
            head,
            *((row.where, row.code, *(str(getattr(row, how)) for how in HOWS)) for row in self.rows),
        ]
        widths = [max(len(line[n]) for line in table) for n in range(len(head))]
        return "\n".join(
            "  ".join(
                cell.ljust(width) if n < 2 else cell.rjust(width)
                for n, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
            for line in table
        )


class RuleCoverage:
    """Count how each rule comes out in every check, advance and monitor inside a `with`.

    A step that is taken counts as well. What a plan tries out or a review looks back at does not count:
    nobody asked whether it may be done. Seen is what the same thread asks, or tasks begun inside.

    >>> from gezondsamen.phases import PPS
    >>> from gezondsamen.testing import DAY, canonical
    >>> with RuleCoverage() as coverage:
    ...     allowed = canonical(PPS).check("start", on=DAY).allowed
    >>> coverage.report(PPS).row("initiative.start requires", "KEN-04").unmet
    1
    """

    def __init__(self) -> None:
        self._seen: list[tuple[Process, dict[RuleInSlot, Seen]]] = []
        self._open: list[AbstractContextManager[None]] = []

    # --- listening -------------------------------------------------------------------------------

    def __enter__(self) -> RuleCoverage:
        observed = observing(self._saw)
        observed.__enter__()
        self._open.append(observed)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.pop().__exit__(None, None, None)

    def _saw(self, s: Situation, rows: tuple[Outcome, ...]) -> None:
        step = s.step
        if step is None:
            self._see(s.process, f"{s.track.phase} watches", rows)
            return
        count = len(step.requires)
        self._see(s.process, f"{step.source}.{step.trigger} requires", rows[:count])
        self._see(s.process, f"{step.source}.{step.trigger} advises", rows[count:])

    def _see(self, process: Process, where: str, rows: tuple[Outcome, ...]) -> None:
        counts = self._counts(process)
        missing = [row for row in rows if row.status in ("unmet", "advised")]
        for row in rows:
            if row.status == "note":
                continue
            rule = (where, row.requirement.code)
            hows: tuple[How, ...] = ("met",)
            if row.status == "waived":
                hows = ("waived",)
            elif row.status != "met":
                hows = ("unmet", "alone" if len(missing) == 1 else "together")
            counts[rule] = counts.get(rule, Seen(*rule)).plus(*hows)

    def _counts(self, process: Process) -> dict[RuleInSlot, Seen]:
        for known, counts in self._seen:
            if known is process or known == process:
                return counts
        self._seen.append((process, {}))
        return self._seen[-1][1]

    # --- telling ---------------------------------------------------------------------------------

    @property
    def processes(self) -> tuple[Process, ...]:
        """The processes of which a check was seen, in the order in which they came."""
        return tuple(process for process, _ in self._seen)

    def report(self, process: Process) -> Report:
        """Return what was seen of every rule in every slot of a process; notes are left out."""
        counts = next((found for known, found in self._seen if known == process), {})
        rows = (counts.get(rule, Seen(*rule)) for rule in _rules_in_slots(process))
        return Report(process.key, tuple(rows))

    def unseen(self, process: Process, *asked: How) -> tuple[Seen, ...]:
        """Return the rules that were not seen in all of these ways: both met and unmet, unless you say."""
        rows = self.report(process).rows
        return tuple(row for row in rows if row.lacks(*(asked or ("met", "unmet"))))


def _rules_in_slots(process: Process) -> Iterator[RuleInSlot]:
    for where, rules in process.slots():
        for rule in rules:
            if not rule.is_note:
                yield where, rule.code


def terminal_lines(coverage: RuleCoverage, processes: Iterable[Process] | None = None) -> list[str]:
    """Return what a test run says at its end: per process the shares, and the rules not seen both ways.

    Without `processes`, those of which a check was seen.
    """
    lines: list[str] = []
    for process in coverage.processes if processes is None else processes:
        report = coverage.report(process)
        shares = ", ".join(f"{how} {report.share(how):.0%}" for how in HOWS)
        lines.append(f"{process.key}: {len(report.rows)} rules in their slots; {shares}")
        lines += [
            f"  {row.where} {row.code}: never {' or '.join(row.lacks('met', 'unmet'))}"
            for row in coverage.unseen(process)
        ]
    return lines
