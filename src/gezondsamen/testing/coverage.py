"""Rule coverage: which rules a run saw met, unmet and waived, which steps were taken, which moments dated."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType

import attrs

from gezondsamen.decision.check import Outcome
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import Judged, Taken
from gezondsamen.dossier.facts import StepTaken
from gezondsamen.observation import observing
from gezondsamen.process.process import Process
from gezondsamen.schedule.moments import Dated
from gezondsamen.testing.coverage_report import Count, How, Report, RuleInSlot, Seen, lines_of


@attrs.define
class _Counts:
    """Count what was seen of one process."""

    process: Process
    rules: dict[RuleInSlot, Seen] = attrs.field(factory=dict)
    steps: Counter[str] = attrs.field(factory=Counter)
    moments: Counter[str] = attrs.field(factory=Counter)


class RuleCoverage:
    """Count how each rule comes out in every check, advance and monitor inside a `with`.

    A step that is taken counts as well, and so do two that follow one another, and the moments of schedules
    by their status. What a plan tries out or a review looks back at does not count: nobody asked whether it
    may be done. Seen is what the same thread asks, or tasks begun inside.

    >>> from gezondsamen.phases import PPS
    >>> from gezondsamen.testing import DAY, canonical
    >>> with RuleCoverage() as coverage:
    ...     allowed = canonical(PPS).check("start", on=DAY).allowed
    >>> coverage.report(PPS).row("initiative.start requires", "KEN-04").unmet
    1
    """

    def __init__(self) -> None:
        self._seen: list[_Counts] = []
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

    def _saw(self, what: object) -> None:
        if isinstance(what, Judged):
            self._saw_rules(what.situation, what.outcomes)
        elif isinstance(what, Taken):
            self._saw_step(what)
        elif isinstance(what, Dated):
            moments = self._counts(what.process).moments
            moments.update(f"{moment.point.key} {moment.status}" for moment in what.moments)

    def _saw_rules(self, s: Situation, rows: tuple[Outcome, ...]) -> None:
        step = s.step
        if step is None:
            self._see(s.process, f"{s.track.phase} watches", rows)
            return
        count = len(step.requires)
        self._see(s.process, f"{step.where} requires", rows[:count])
        self._see(s.process, f"{step.where} advises", rows[count:])

    def _saw_step(self, taken: Taken) -> None:
        steps = self._counts(taken.process).steps
        *before, last = [move.fact for move in taken.moves[-3:]]
        assert isinstance(last, StepTaken)
        steps[f"{before[-1].phase}.{last.trigger}"] += 1
        if isinstance(before[-1], StepTaken):
            steps[f"{before[-2].phase}.{before[-1].trigger}.{last.trigger}"] += 1

    def _see(self, process: Process, where: str, rows: tuple[Outcome, ...]) -> None:
        counts = self._counts(process).rules
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

    def _counts(self, process: Process) -> _Counts:
        for counts in self._seen:
            if counts.process is process or counts.process == process:
                return counts
        self._seen.append(_Counts(process))
        return self._seen[-1]

    # --- telling ---------------------------------------------------------------------------------

    @property
    def processes(self) -> tuple[Process, ...]:
        """The processes of which anything was seen, in the order in which they came."""
        return tuple(counts.process for counts in self._seen)

    def report(self, process: Process) -> Report:
        """Return what was seen of a process: every rule in every slot but notes, every step and pair."""
        counts = next((found for found in self._seen if found.process == process), _Counts(process))
        rows = tuple(counts.rules.get(rule, Seen(*rule)) for rule in _rules_in_slots(process))
        steps = [step.where for step in process.transitions]
        pairs = [
            f"{step.where}.{then.trigger}"
            for step in process.transitions
            for then in process.exits(step.target)
        ]
        return Report(
            process.key,
            rows,
            tuple(Count(name, counts.steps[name]) for name in steps),
            tuple(Count(name, counts.steps[name]) for name in pairs),
            tuple(Count(name, counts.moments[name]) for name in sorted(counts.moments)),
        )

    def unseen(self, process: Process, *asked: How) -> tuple[Seen, ...]:
        """Return the rules that were not seen in all of these ways: both met and unmet, unless you say."""
        rows = self.report(process).rows
        return tuple(row for row in rows if row.lacks(*(asked or ("met", "unmet"))))

    # --- several at once -------------------------------------------------------------------------

    def packed(self) -> bytes:
        """Return what was seen, for another process of Python that adds it to its own."""
        return pickle.dumps(self._seen)

    def add(self, packed: bytes) -> None:
        """Add what was seen elsewhere, as `packed` gave it there."""
        for other in pickle.loads(packed):
            counts = self._counts(other.process)
            counts.steps += other.steps
            counts.moments += other.moments
            for rule, seen in other.rules.items():
                mine = counts.rules.get(rule, Seen(*rule))
                counts.rules[rule] = mine.together_with(seen)


def _rules_in_slots(process: Process) -> Iterator[RuleInSlot]:
    for where, rules in process.slots():
        for rule in rules:
            if not rule.is_note:
                yield where, rule.code


def terminal_lines(coverage: RuleCoverage, processes: Iterable[Process] | None = None) -> list[str]:
    """Return what a test run says at its end of these processes, or of those of which anything was seen."""
    asked = coverage.processes if processes is None else processes
    return lines_of(map(coverage.report, asked))
