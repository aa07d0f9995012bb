"""Laws at the end of walks through every process, adopted in each phase: those that ship, and more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted, StepTaken, TrackOpened
from gezondsamen.process import conditions as c
from gezondsamen.process.implication import implies
from gezondsamen.testing import DAY, ProcessWalk
from gezondsamen.testing.laws.demand import demand, standings
from tests.support.builders import PROCESSES, codes, filled, label, rule
from tests.support.strategies import conditions, histories

WALKS = settings(settings.get_profile("ci"), max_examples=3, stateful_step_count=10)

EVERY_PHASE = [
    pytest.param(process, phase.key, id=f"{process.key}-{phase.key}")
    for process in PROCESSES
    for phase in process.phases
    if phase.kind != "final"
]


# --- laws of a case, beyond those that ship ---------------------------------------------------------------


def guards_are_monotone(case: gs.Collaboration, day: date) -> None:
    """With the parties fixed, recording what a hard rule asks for never leaves another one unmet."""
    for track in case.tracks:
        for trigger, check in case.options(on=day, track=track).items():
            for row in check.unmet:
                assert row.remedy is not None
                drafts = row.remedy.drafts
                if row.remedy.waiver or any(isinstance(d.fact, gs.PartyJoined) for d in drafts):
                    continue
                after = case.record(*filled(drafts)).check(trigger, on=day, track=track)
                left, before = codes(after.unmet), codes(check.unmet)
                law = "recording what a rule asks leaves no other unmet"
                demand(left <= before - {row.requirement.code}, law, track, trigger, left - before)


def correcting_into_the_same_changes_nothing(case: gs.Collaboration, day: date) -> None:
    """Each fact that counts can be replaced by itself: phases, statuses and findings stay as they were."""
    facts = [entry.fact for entry in case.dossier.events()]
    held = {track: standings(case, day, track) for track in case.tracks}
    for entry in case.dossier.events():
        if isinstance(entry.fact, TrackOpened | StepTaken):
            continue
        after = case.correct(entry.number, entry.fact, reason="…")
        retraction, _ = after.entries_after(case.version)
        demand(isinstance(retraction.fact, Retracted), "a correction says what it takes back", entry)
        for track in case.tracks:
            demand(after.visits_of(track) == case.visits_of(track), "the same again moves no phase", entry)
            demand(standings(after, day, track) == held[track], "the same again answers the same", entry)
        demand([e.fact for e in after.dossier.events()] == facts, "the same again is the same", entry)


def redacting_changes_no_phase_and_no_check(case: gs.Collaboration, day: date) -> None:
    """Texts and people can go, and every phase and every check stays as it was."""
    entries = case.entries_after(0)
    said: list[Any] = [*(e.by for e in entries), *(getattr(e.fact, "person", None) for e in entries)]
    people: set[str] = {name for name in said if name is not None}
    redacted = [case.redact(entry=entry.number) for entry in entries]
    redacted += [case.redact(person=person) for person in sorted(people)]
    before = [answers(case, day, track) for track in case.tracks]
    processes = {process.key: process for process in case.processes}
    for after in redacted:
        same = [answers(after, day, track) for track in case.tracks] == before
        demand(same, "what is redacted changes no phase and no check", after)
        demand(gs.loads(gs.dumps(after), processes=processes) == after, "what is redacted is kept", after)


def answers(case: gs.Collaboration, day: date, track: str) -> Any:
    """Return where a track was, and what is answered about it."""
    options = case.options(on=day, track=track)
    return case.visits_of(track), options, case.monitor(on=day, track=track)


def the_past_can_be_asked_about(case: gs.Collaboration, day: date) -> None:
    """On every day on which something happened, and long after, steps can be checked and rules watched."""
    days = {entry.fact.on for entry in case.entries_after(0)}
    for then in {DAY, date(1900, 1, 1), date(2999, 12, 31)} | days:
        known = case.dossier.as_of(then).known
        demand(known.latest is None or known.latest[0] <= then, "nothing later is known", then)
        if then >= DAY:
            demand(case.options(on=then) is not None, "steps can be checked", then)
            demand(bool(case.monitor(on=then).explain("nl")), "what is watched can be said", then)


LAWS = (
    guards_are_monotone,
    correcting_into_the_same_changes_nothing,
    redacting_changes_no_phase_and_no_check,
    the_past_can_be_asked_about,
)


class Walk(ProcessWalk):
    """A walk that holds where it ends to the laws of this file as well."""

    def set_out(self) -> None:
        """Begin in the phase where it was adopted, with nothing on record."""

    def teardown(self) -> None:
        super().teardown()
        for law in LAWS:
            law(self.case, self.day)


@pytest.mark.parametrize(("process", "phase"), EVERY_PHASE)
def test_walks_are_lawful(process: gs.Process, phase: str) -> None:
    """Walks that begin in a phase, adopted with nothing on record, obey every law."""
    run_state_machine_as_test(type("Adopted", (Walk,), {"process": process, "phase": phase}), settings=WALKS)


# --- what follows from what ------------------------------------------------------------------------------


def asking(*asked: c.Condition) -> gs.Process:
    """Return a process of which one step asks, and one phase watches, these conditions, each as a rule."""
    rules = tuple(rule(condition, code=f"OWN-{n:02}") for n, condition in enumerate(asked, 1))
    begin = gs.Phase("begin", label(), kind="initial", watches=rules)
    done = gs.Phase("done", label(), kind="final", outcome="success")
    go = begin.to(done, "go", label=label(), requires=rules)
    return gs.Process(key="own", label=label(), phases=(begin, done), transitions=(go,), terms=gs.PPS.terms)


def weaker(condition: c.Condition) -> list[c.Condition]:
    """Return conditions of the same kind with something left out."""
    defaults = {
        a.name: a.default
        for a in attrs.fields(type(condition))
        if a.default is not attrs.NOTHING and a.name != "of"
    }
    return [attrs.evolve(condition, **{name: value}) for name, value in defaults.items()]


@settings(settings.get_profile("ci"), max_examples=150)
@given(data=st.data(), first=conditions, days=st.integers(0, 700))
def test_what_entails_another_is_never_met_alone(data: st.DataObject, first: c.Condition, days: int) -> None:
    """Where one condition is told to entail another, the other holds wherever it does, watched or asked."""
    told = [second for second in weaker(first) if second != first and implies(first, second)]
    if not told:
        return
    case = data.draw(histories(asking(first, *told)))
    day = DAY + timedelta(days=days)
    for view in (case.check("go", on=day), case.monitor(on=day)):
        one, *others = view.outcomes
        if one.status == "met":
            assert [row.status for row in others] == ["met"] * len(others)
