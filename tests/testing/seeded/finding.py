"""How a fault is found: the ways in which the kit is used, with as much as it draws by default."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.internal.detection import is_hypothesis_test
from hypothesis.stateful import run_state_machine_as_test

import gezondsamen as gs
from gezondsamen.store import Store
from gezondsamen.testing import (
    CaseStoreTests,
    ProcessWalk,
    agreements,
    assert_adaptations,
    assert_consistent,
    assert_process_laws,
    assert_schedule_keeps_rhythm,
    canonical,
    collaborations,
    days_of,
    journals,
)
from tests.testing.seeded.broad import BROAD

DEFAULT: Final = settings(
    max_examples=100,
    stateful_step_count=50,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
"""As much as hypothesis draws where nobody says otherwise; the same every time, and left as it was found."""


@attrs.frozen
class Way:
    """Name one way to use the kit on a process; called, it raises what it finds, and counts its examples."""

    name: str
    run: Callable[[settings, list[int]], None]


def of_process(process: gs.Process) -> Way:
    """Ask the laws of a process."""

    def run(how: settings, tried: list[int]) -> None:
        tried.append(1)
        assert_process_laws(process)

    return Way(f"assert_process_laws({process.key})", run)


def of_adaptation(process: gs.Process) -> Way:
    """Adapt a process in every single way."""

    def run(how: settings, tried: list[int]) -> None:
        tried.append(1)
        assert_adaptations(process)

    return Way(f"assert_adaptations({process.key})", run)


def of_rhythm(process: gs.Process) -> Way:
    """Follow the schedule of a process."""

    def run(how: settings, tried: list[int]) -> None:
        tried.append(1)
        assert_schedule_keeps_rhythm(process)

    return Way(f"assert_schedule_keeps_rhythm({process.key})", run)


def of_cases(process: gs.Process, phase: str | None = None) -> Way:
    """Ask the laws of a case of drawn ones, on a day on which answers change."""
    return _drawn(f"assert_consistent({process.key})", collaborations(process, phase=phase or ...))


def of_agreements(process: gs.Process = gs.PPS) -> Way:
    """Ask the laws of a case of drawn lives of an agreement."""
    return _drawn(f"assert_consistent(agreement in {process.key})", agreements(process))


def of_journals(process: gs.Process, phase: str) -> Way:
    """Ask the laws of a case of many drawn facts, recorded in a phase."""
    base = canonical(process, phase)
    cases = journals(base).map(lambda facts: base.record(*facts))
    return _drawn(f"assert_consistent(journals in {process.key}, {phase})", cases)


def _drawn(name: str, cases: st.SearchStrategy[gs.Collaboration]) -> Way:
    def run(how: settings, tried: list[int]) -> None:
        asked = cases.flatmap(lambda case: st.tuples(st.just(case), days_of(case)))

        @how
        @given(asked)
        def consistent(asked: tuple[gs.Collaboration, date]) -> None:
            tried.append(1)
            case, day = asked
            assert_consistent(case, on=day)

        consistent()

    return Way(name, run)


def of_walks(process: gs.Process, *beside: gs.Process, **parts: Any) -> Way:
    """Walk through a process."""

    def run(how: settings, tried: list[int]) -> None:
        def begin(self: Any) -> None:
            tried.append(1)
            super(walk, self).__init__()

        walk: Any = type(
            "Walk", (ProcessWalk,), {"process": process, "beside": beside, "__init__": begin, **parts}
        )
        run_state_machine_as_test(walk, settings=how)

    told = "".join(f", {name}" for name in parts)
    return Way(f"ProcessWalk({process.key}{told})", run)


def of_store() -> Way:
    """Have the store tried, test by test."""

    class OurStoreTests(CaseStoreTests):
        def store(self) -> Any:
            return Store("sqlite://")

    def run(how: settings, tried: list[int]) -> None:
        tests = [x for name, x in inspect.getmembers(OurStoreTests(), callable) if name.startswith("test_")]
        for test in sorted(tests, key=is_hypothesis_test):  # how much those draw depends on the profile
            tried.append(1)
            test()

    return Way("CaseStoreTests", run)


def law_of(problem: BaseException) -> str:
    """Return the law that an error of the kit names: what stands before what was seen."""
    if not isinstance(problem, AssertionError):
        return f"raises {type(problem).__name__}"
    text = str(problem).split(" | ")[0].strip()
    lines = text.splitlines() or ["(no message)"]
    if len(lines) > 1 and lines[0].endswith("laws:"):
        return lines[1].rsplit("[", 1)[-1].rstrip("]")
    return lines[0][:90]


WAYS: Final[dict[str, Way]] = {
    way.name: way
    for way in (
        of_process(gs.CERTIFICATE),
        of_process(BROAD),
        of_adaptation(gs.POLICY_CYCLE),
        of_adaptation(gs.PPS),
        of_process(gs.AGREEMENT),
        of_process(gs.PPS),
        of_cases(gs.PPS),
        of_cases(BROAD),
        of_journals(BROAD, "begin"),
        of_journals(BROAD, "work"),
        of_agreements(),
        of_walks(BROAD, gs.AGREEMENT),
        of_walks(gs.PPS, gs.AGREEMENT),
        of_walks(gs.HEALTHY_SCHOOL),
        of_rhythm(gs.NETWORK),
        of_store(),
    )
}
"""The ways that are tried, the quickest first."""
