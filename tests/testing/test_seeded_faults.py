"""Faults put in by hand, each found by a law that ships: the laws are as good as what they notice."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from typing import Any, Final
from unittest.mock import patch

import attrs
import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

import gezondsamen as gs
from gezondsamen import collaboration, questions
from gezondsamen.citations import Citation
from gezondsamen.correction import Corrections
from gezondsamen.decision import machine, steps, waivers
from gezondsamen.decision.judge import JUDGES, parties, statements
from gezondsamen.decision.repair import Repair
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.exchange import documents
from gezondsamen.findings import Finding
from gezondsamen.forms.answers import WRITTEN
from gezondsamen.process import conditions as c
from gezondsamen.schedule import expansion
from gezondsamen.testing.laws.process import assert_process_laws
from gezondsamen.testing.walk import ProcessWalk
from tests.support.builders import rule, tiny

QUICKLY = settings(settings.get_profile("walks"), max_examples=300, phases=(Phase.generate,))
"""The suite's walks, as many as it takes; a fault that is found need not be made small."""

SOON: Final = (
    "a repair opens the step|where no repair helps, a remedy says what does|"
    "a statement stands until it is taken back|a plan is barred when a step was taken on a later day|"
    "a step is refused with its check, and by nothing else"
)
"""Laws that are asked in every walk: what breaks another may break these first."""

Patches = Iterator[Any]

# --- faults in the code: each yields what it puts in another's place -----------------------------------


def forgetting_fold() -> Patches:
    """The fold keeps only the latest entry of each kind."""
    yield patch.object(Ledger, "file", lambda ledger, drawer, entry: ledger.refile(drawer, (entry,)))


def ignored_retraction() -> Patches:
    """What was retracted still counts."""

    def events(self: Any) -> Any:
        counting = [e for e in self.journal if type(e.fact) is not f.Retracted]
        bound = self.through
        yield from sorted((e for e in counting if not bound or e.place[0] <= bound), key=lambda e: e.place)

    yield patch.object(Dossier, "events", events)


def other_order_within_a_day() -> Patches:
    """What happened on one day is read from the last entry to the first, the opening aside."""
    real = Dossier.events

    def events(self: Any) -> Any:
        yield from sorted(real(self), key=lambda e: (e.place[0], e.number > 1, -e.number))

    yield patch.object(Dossier, "events", events)


def tomorrow_is_known() -> Patches:
    """As of a day, the day after is known as well."""
    real = Dossier.as_of
    yield patch.object(Dossier, "as_of", lambda self, day: real(self, day + timedelta(days=1)))


def visits_end_a_day_late() -> Patches:
    """A visit ends on the day after the step that ended it."""
    real = Dossier.visits

    def visits(self: Any, track: str) -> Any:
        late = (attrs.evolve(v, left=v.left and v.left + timedelta(days=1)) for v in real(self, track))
        return tuple(late)

    yield patch.object(Dossier, "visits", visits)


def not_valid_on_the_last_day() -> Patches:
    """A statement does not count on its last day."""
    real = statements._latest_statement

    def latest(x: Any, s: Any, *which: Any) -> Any:
        entry = real(x, s, *which)
        return None if entry is not None and entry.fact.until == s.day else entry

    yield patch.object(statements, "_latest_statement", latest)


def valid_a_day_longer() -> Patches:
    """A statement counts on the day after its last one."""
    real = statements._latest_statement

    def latest(x: Any, s: Any, *which: Any) -> Any:
        found = real(x, s, *which)
        return found or real(x, attrs.evolve(s, day=s.day - timedelta(days=1)), *which)

    yield patch.object(statements, "_latest_statement", latest)


def ignored_about() -> Patches:
    """A statement about anything counts for everybody."""

    def about_each(x: Any, s: Any, topic: str) -> Any:
        entry = statements._latest_statement(x, s, topic)
        every = [
            (kind, ident)
            for kind, keys in (("party", s.known.members), ("sector", s.sectors(c.Sectors())))
            for ident in keys
        ]
        return {} if entry is None else dict.fromkeys(every, entry)

    yield patch.object(statements, "_latest_about_each", about_each)


def inverted_rule() -> Patches:
    """A count of parties is right when it is out of bounds."""
    real = parties.party_count

    def inverted(x: Any, s: Any) -> Any:
        findings, evidence = real(x, s)
        return (() if findings else (Finding(1, 0),)), evidence

    yield patch.dict(JUDGES, {c.PartyCount: inverted})


def lying_remedy() -> Patches:
    """A repair counts on contact that it does not mention."""
    real = Repair.add

    def add(self: Any, draft: Any) -> None:
        real(self, draft)
        self.drafts = [d for d in self.drafts if not isinstance(d.fact, f.Met)]

    yield patch.object(Repair, "add", add)


def form_that_reads_days_late() -> Patches:
    """A posted form reads each day as the day after."""
    real = WRITTEN["date"]
    yield patch.dict(WRITTEN, {"date": lambda blank, text: real(blank, text) + timedelta(days=1)})


def endless_waiver() -> Patches:
    """A waiver until a day holds for ever."""
    real = waivers.waiver_of
    yield patch.object(
        steps, "waiver_of", lambda asked, s: real(asked, attrs.evolve(s, day=date(2024, 1, 8)))
    )


def waiver_that_serves_again() -> Patches:
    """A waiver for one step is not used up by it."""
    yield patch.object(waivers, "used", lambda *_: False)


def waiver_of_anything() -> Patches:
    """A waiver sets every rule aside, whichever it names."""

    def waiver_of(asked: Any, s: Any) -> Any:
        granted = s.known.of(f.WaiverGranted)
        return granted[-1] if granted else None

    yield patch.object(steps, "waiver_of", waiver_of)


def blocking_advice() -> Patches:
    """An advice that is not followed blocks."""
    real = steps._judged
    yield patch.object(steps, "_judged", lambda asked, s, _, scene: real(asked, s, "unmet", scene))


def unasked_step() -> Patches:
    """A step is taken without asking its rules."""
    yield patch.object(steps, "allows", lambda s: True)


def machine_that_stays() -> Patches:
    """The machine stays where it is."""
    yield patch.object(machine, "fire", lambda process, phase, trigger: phase)


def lost_field() -> Patches:
    """The document leaves out on whose behalf an entry was made."""
    real = documents._plain

    def plain(value: Any) -> Any:
        found = real(value)
        if isinstance(value, gs.Entry):
            found.pop("on_behalf_of", None)
        return found

    yield patch.object(documents, "_plain", plain)


def check_that_forgets_later_steps() -> Patches:
    """A check does not know that a step was taken on a later day."""
    yield patch.object(questions, "_afterwards", lambda *_: (None, None))


def track_that_cannot_go_back() -> Patches:
    """A step that is taken back stays the last of its track."""
    real = Corrections.undo

    def undo(self: Any, track: Any = None, **given: Any) -> Any:
        after = real(self, track, **given)
        object.__setattr__(after.dossier, "_known", self.dossier.known)
        return after

    yield patch.object(Corrections, "undo", undo)


def lost_author() -> Patches:
    """Recording does not keep who entered a fact."""
    real = collaboration.Collaboration.record

    def record(self: Any, *facts: Any, by: Any = None, **rest: Any) -> Any:
        return real(self, *facts, **rest)

    yield patch.object(collaboration.Collaboration, "record", record)


def cadence_that_counts_from_two() -> Patches:
    """The first period of an evaluation point is skipped, and its number given to the second."""
    real = expansion._periods

    def periods(every: Any, start: Any, last: Any) -> Any:
        for n, opened, closed, beyond in real(every, start, last):
            if n > 1:
                yield n - 1, opened, closed, beyond

    yield patch.object(expansion, "_periods", periods)


# --- faults in a process ---------------------------------------------------------------------------------


def changed(process: gs.Process, source: str, trigger: str, **parts: Any) -> gs.Process:
    """Return the process with one transition changed."""
    steps = (
        attrs.evolve(t, **parts) if (t.source, t.trigger) == (source, trigger) else t
        for t in process.transitions
    )
    return attrs.evolve(process, transitions=tuple(steps))


def dropped_guard() -> gs.Process:
    """A rule no longer stands in its step."""
    step = gs.PPS.transition("structure", "conclude_agreement")
    assert step is not None
    kept = tuple(asked for asked in step.requires if asked.code != "AGR-02")
    assert len(kept) == len(step.requires) - 1
    return changed(gs.PPS, step.source, step.trigger, requires=kept)


def swapped_targets() -> gs.Process:
    """Two steps out of one phase lead to each other's target."""
    one, other, *_ = gs.PPS.exits("organisation_form")
    first = changed(gs.PPS, one.source, one.trigger, target=other.target)
    return changed(first, other.source, other.trigger, target=one.target)


def longer_cadence() -> gs.Process:
    """Progress is discussed one month less often."""
    limit = gs.PPS.limits["progress_interval"]
    longer = {limit.key: attrs.evolve(limit, value=gs.Every(months=limit.value.months + 1))}  # type: ignore[union-attr]
    parts = ("phases", "transitions", "evaluation_points")
    return attrs.evolve(gs.PPS, **{part: c.with_limits(getattr(gs.PPS, part), longer) for part in parts})


def hardened_advice() -> gs.Process:
    """What was an advice is a hard rule."""
    step = gs.PPS.transition("structure", "conclude_agreement")
    assert step is not None
    assert step.advises
    return changed(gs.PPS, step.source, step.trigger, requires=step.requirements, advises=())


def lost_citation() -> gs.Process:
    """A rule after a source no longer says where in it."""
    bare = Citation(gs.Work("guide", "A guide"))

    def cited(rules: tuple[gs.Requirement, ...]) -> tuple[gs.Requirement, ...]:
        return tuple(attrs.evolve(r, citation=bare) if r.code == "AGR-02" else r for r in rules)

    return attrs.evolve(
        gs.PPS,
        phases=tuple(attrs.evolve(phase, watches=cited(phase.watches)) for phase in gs.PPS.phases),
        transitions=tuple(
            attrs.evolve(t, requires=cited(t.requires), advises=cited(t.advises)) for t in gs.PPS.transitions
        ),
    )


def rules_that_exclude_one_another() -> gs.Process:
    """One rule asks for what another forbids."""
    few = rule(c.PartyCount(at_most=1), code="OWN-01")
    many = rule(c.PartyCount(at_least=2), code="OWN-02")
    return tiny(few, many)


# --- what finds them ---------------------------------------------------------------------------------------

AGAIN = tiny(again=(rule(c.OnRecord(("purpose",), since_entry=True), code="OWN-01"),))
"""A process in which a step can be taken again and again."""


def walk(
    process: gs.Process, how: settings = QUICKLY, like: gs.Process | None = None, aim: str | None = None
) -> None:
    """Walk through a process, first to `aim`; compared with another, or with nothing but the laws."""
    parts = {"process": process, "like": like, "aim": aim, "beside": () if like else (gs.AGREEMENT,)}
    run_state_machine_as_test(type("Walk", (ProcessWalk,), parts), settings=how)


FAULTS_IN_CODE: list[tuple[Callable[[], Patches], gs.Process, str]] = [
    # the fault, the process that is walked through, the law that finds it
    (forgetting_fold, gs.PPS, "what was recorded is on file"),
    (ignored_retraction, gs.PPS, "events are what was not retracted"),
    (check_that_forgets_later_steps, gs.PPS, "a step is refused with its check, and by nothing else"),
    (track_that_cannot_go_back, gs.PPS, "what is known after a step is taken back is what was known before"),
    (other_order_within_a_day, gs.PPS, "in the order of days and entries"),
    (tomorrow_is_known, gs.PPS, "as of a day is what had happened by then"),
    (visits_end_a_day_late, gs.PPS, "each visit begins on the day on which the one before ended"),
    (not_valid_on_the_last_day, gs.PPS, "a statement counts on its last day"),
    (valid_a_day_longer, gs.PPS, "a statement that ran out counts as never made"),
    (ignored_about, gs.PPS, "what is said about something else does not count here"),
    (inverted_rule, gs.PPS, "where no repair helps, a remedy says what does"),
    (lying_remedy, gs.PPS, "where no repair helps, a remedy says what does"),
    (form_that_reads_days_late, gs.PPS, "a form that is filled in opens the step"),
    (endless_waiver, gs.PPS, "a waiver ends after its last day"),
    (waiver_that_serves_again, AGAIN, "a waiver for one step serves one step"),
    (waiver_of_anything, gs.PPS, "a waiver "),
    (blocking_advice, gs.PPS, "what is not allowed is refused"),
    (unasked_step, gs.PPS, "what is not allowed is refused"),
    (machine_that_stays, gs.PPS, "a step leads where its check said"),
    (lost_field, gs.PPS, "loaded, a case is the same again"),
    (lost_author, gs.PPS, "an entry keeps the fact and who entered it"),
    (cadence_that_counts_from_two, gs.PPS, "the schedule is what the entries say, read once more"),
]

FAULTS_IN_A_PROCESS: list[tuple[Callable[[], gs.Process], str, str]] = [
    # the fault, the phase that it concerns, and the law by which a walk through it finds the fault when it
    # compares with the process as it should be
    (dropped_guard, "structure", "the same check gives the same answer"),
    (swapped_targets, "organisation_form", "the same check gives the same answer"),
    (longer_cadence, "management", "the same evaluations follow"),
    (hardened_advice, "structure", "the same check gives the same answer"),
    (lost_citation, "structure", "the same check gives the same answer"),
]

FAULTS_BY_THEMSELVES: list[tuple[Callable[[], gs.Process], str]] = [
    # the fault, and the law of a process that finds it with nothing to compare with
    (lost_citation, "AGR-02: give a heading"),
    (rules_that_exclude_one_another, "OWN-01 and OWN-02 can never be met together"),
]


def forget() -> None:
    """Empty what the room of tests remembers, so that nothing made under a fault is kept."""
    for name, room in list(sys.modules.items()):
        if name.startswith("gezondsamen.testing"):
            for part in vars(room).values():
                if hasattr(part, "cache_clear"):
                    part.cache_clear()


@pytest.mark.parametrize(
    ("fault", "process", "law"), FAULTS_IN_CODE, ids=lambda x: getattr(x, "__name__", "")
)
def test_a_fault_in_the_code_is_found(fault: Callable[[], Patches], process: gs.Process, law: str) -> None:
    """A walk through a process that ships ends in the law that the fault breaks."""
    forget()
    try:
        with ExitStack() as faulty:
            for change in fault():
                faulty.enter_context(change)
            with pytest.raises(AssertionError, match=f"{re.escape(law)}|{SOON}"):
                walk(process)
    finally:
        forget()


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
