"""Faults put in by hand, each found by a law that ships: the laws are as good as what they notice.

Which faults there are, and the sentence of the documentation that each breaks: `seeded/faults.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

import gezondsamen as gs
from benchmarks.seeded import rows_in
from gezondsamen.process import conditions as c
from gezondsamen.testing import ProcessWalk, assert_process_laws
from tests.support.builders import rule, tiny
from tests.testing.seeded import earlier, put_in
from tests.testing.seeded.asking import SOONEST, ask, found, law_broken_by
from tests.testing.seeded.seeding import Seed, faults, seeded
from tests.testing.seeded.witnesses import WITNESSES

FAULTS: Final = faults()
FOUND: Final = found()
PAGE: Final = Path(__file__).parents[2] / "docs/reference/seeded-faults.md"


def test_every_fault_that_was_chosen_is_put_in() -> None:
    """There is a way to put each in; sixty at least, half of them in kinds that nobody had thought of."""
    assert set(put_in.FAULTS) == {fault.id for fault in FAULTS}
    assert set(put_in.FAULTS) == {*WITNESSES, *SOONEST}
    assert set(put_in.FAULTS) >= set(FOUND)
    assert len(FAULTS) >= 60
    assert sum(fault.kind == "new" for fault in FAULTS) * 2 >= len(FAULTS)


@pytest.mark.parametrize("fault", FOUND)
def test_a_fault_is_found(fault: str) -> None:
    """The laws of the kit end in the one that the fault breaks."""
    assert law_broken_by(fault) == FOUND[fault]


@pytest.mark.parametrize("fault", [fault.id for fault in FAULTS if fault.id not in FOUND])
@pytest.mark.xfail(strict=True, reason="no law finds it yet")
def test_a_fault_that_nothing_finds(fault: str) -> None:
    """Known to go unseen: whoever makes a law that finds it hears so, and writes it down."""
    assert law_broken_by(fault)


@pytest.mark.parametrize("fault", WITNESSES)
def test_without_a_fault_its_case_keeps_every_law(fault: str) -> None:
    """The case that shows a fault breaks no law where there is none."""
    ask(fault)


def test_the_page_of_faults_has_a_row_for_each() -> None:
    """Each stands there once, in order, with the law that finds it; where none does, it says so."""
    rows = rows_in(PAGE)
    assert list(rows) == [fault.id for fault in FAULTS]
    assert all(len(row.split(" | ")) == 6 for row in rows.values())
    assert all(f" {fault.kind} " in rows[fault.id] for fault in FAULTS)


# --- those that came first ---------------------------------------------------------------------------------

QUICKLY = settings(settings.get_profile("walks"), max_examples=300, phases=(Phase.generate,))
"""The suite's walks, as many as it takes; a fault that is found need not be made small."""

SOON: Final = (
    "a repair opens the step|where no repair helps, a remedy says what does|"
    "a statement stands until it is taken back|a plan is barred when a step was taken on a later day|"
    "a step is refused with its check, and by nothing else|the second reading answers alike"
)
"""Laws that are asked in every walk: what breaks another may break these first."""

AGAIN = tiny(again=(rule(c.OnRecord(("purpose",), since_entry=True), code="OWN-01"),))
"""A process in which a step can be taken again and again."""


def walk(
    process: gs.Process, how: settings = QUICKLY, like: gs.Process | None = None, aim: str | None = None
) -> None:
    """Walk through a process, first to `aim`; compared with another, or with nothing but the laws."""
    parts = {"process": process, "like": like, "aim": aim, "beside": () if like else (gs.AGREEMENT,)}
    run_state_machine_as_test(type("Walk", (ProcessWalk,), parts), settings=how)


FAULTS_IN_CODE: list[tuple[Seed, gs.Process, str]] = [
    # the fault, the process that is walked through, the law that finds it
    (earlier.forgetting_fold, gs.PPS, "what was recorded is on file"),
    (earlier.ignored_retraction, gs.PPS, "events are what was not retracted"),
    (earlier.check_that_forgets_later_steps, gs.PPS, "a step is refused with its check, and by nothing else"),
    (
        earlier.track_that_cannot_go_back,
        gs.PPS,
        "what is known after a step is taken back is what was known before",
    ),
    (earlier.other_order_within_a_day, gs.PPS, "is not known on that day"),
    (earlier.tomorrow_is_known, gs.PPS, "as of a day is what had happened by then"),
    (earlier.visits_end_a_day_late, gs.PPS, "each visit begins on the day on which the one before ended"),
    (earlier.not_valid_on_the_last_day, gs.PPS, "a statement counts on its last day"),
    (earlier.valid_a_day_longer, gs.PPS, "a statement that ran out counts as never made"),
    (earlier.ignored_about, gs.PPS, "what is said about something else does not count here"),
    (earlier.inverted_rule, gs.PPS, "where no repair helps, a remedy says what does"),
    (earlier.lying_remedy, gs.PPS, "a plan can be carried out"),
    (earlier.form_that_reads_days_late, gs.PPS, "a form that is filled in opens the step"),
    (earlier.endless_waiver, gs.PPS, "a waiver ends after its last day"),
    (earlier.waiver_that_serves_again, AGAIN, "a waiver for one step serves one step"),
    (earlier.waiver_of_anything, gs.PPS, "a waiver "),
    (earlier.blocking_advice, gs.PPS, "what is not allowed is refused"),
    (earlier.unasked_step, gs.PPS, "what is not allowed is refused"),
    (earlier.machine_that_stays, gs.PPS, "a step leads where its check said"),
    (earlier.lost_field, gs.PPS, "loaded, a case is the same again"),
    (earlier.lost_author, gs.PPS, "an entry keeps the fact and who entered it"),
    (earlier.cadence_that_counts_from_two, gs.PPS, "the schedule is what the entries say, read once more"),
]

FAULTS_IN_A_PROCESS: list[tuple[Callable[[], gs.Process], str, str]] = [
    # the fault, the phase that it concerns, and the law by which a walk through it finds the fault when it
    # compares with the process as it should be
    (earlier.dropped_guard, "structure", "the same check gives the same answer"),
    (earlier.swapped_targets, "organisation_form", "the same check gives the same answer"),
    (earlier.longer_cadence, "management", "the same evaluations follow"),
    (earlier.hardened_advice, "structure", "the same check gives the same answer"),
    (earlier.lost_citation, "structure", "the same check gives the same answer"),
]

FAULTS_BY_THEMSELVES: list[tuple[Callable[[], gs.Process], str]] = [
    # the fault, and the law of a process that finds it with nothing to compare with
    (earlier.lost_citation, "AGR-02: give a heading"),
    (earlier.rules_that_exclude_one_another, "OWN-01 and OWN-02 can never be met together"),
]


@pytest.mark.parametrize(
    ("fault", "process", "law"), FAULTS_IN_CODE, ids=lambda x: getattr(x, "__name__", "")
)
def test_a_fault_in_the_code_is_found(fault: Seed, process: gs.Process, law: str) -> None:
    """A walk through a process that ships ends in the law that the fault breaks."""
    with seeded(fault), pytest.raises((AssertionError, gs.DocumentError), match=f"{re.escape(law)}|{SOON}"):
        walk(process)


@pytest.mark.parametrize(
    ("fault", "phase", "law"), FAULTS_IN_A_PROCESS, ids=lambda x: getattr(x, "__name__", "")
)
def test_a_fault_in_a_process_is_found(fault: Callable[[], gs.Process], phase: str, law: str) -> None:
    """A walk that compares with the process as it should be ends in the difference; so does `diff`."""
    process = fault()
    assert process.diff(gs.PPS)
    with pytest.raises(AssertionError, match=re.escape(law)):
        walk(process, like=gs.PPS, aim=phase)


@pytest.mark.parametrize(("fault", "law"), FAULTS_BY_THEMSELVES, ids=lambda x: getattr(x, "__name__", ""))
def test_a_fault_shows_by_itself(fault: Callable[[], gs.Process], law: str) -> None:
    """The laws of a process find it without anything to compare with."""
    with pytest.raises(AssertionError, match=re.escape(law)):
        assert_process_laws(fault())


def test_without_a_fault_nothing_is_found() -> None:
    """The same walks end well where there is no fault."""
    walk(AGAIN, settings(QUICKLY, max_examples=30), like=AGAIN)
