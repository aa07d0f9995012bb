"""The laws of questions: options, plans, reviews, what is watched and due, and what waiting brings."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.planning import Plan
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.process.process import Process
from gezondsamen.process.verification import verify
from gezondsamen.testing.laws.demand import Law, demand, options_of, process_of

_DAY: Final = timedelta(days=1)


def every_way_out_is_an_option(case: Collaboration, day: date) -> None:
    """There is a check for each trigger out of the present phase, allowed or not, in the order declared."""
    then = case.dossier.as_of(day)
    for track in case.tracks:
        here = then.track(track).phase
        exits = [step.trigger for step in process_of(case, track).transitions if step.source == here]
        options = list(options_of(case, day, track))
        demand(options == exits, "every trigger out of the phase is an option", track, exits, options)


def each_track_is_watched(case: Collaboration, day: date) -> None:
    """Asked about a track, the monitor answers about the phase of that track, rule by rule."""
    then = case.dossier.as_of(day)
    for track in case.tracks:
        watch, here = case.monitor(on=day, track=track), then.track(track).phase
        asked = [rule.code for rule in process_of(case, track).phase(here).watches]
        told = [row.requirement.code for row in watch.outcomes]
        same = (watch.track, watch.phase, told) == (track, here, asked)
        demand(same, "the monitor answers about the track that is asked about", track, watch.track, told)


def time_makes_due_from_the_day_after(case: Collaboration, day: date) -> None:
    """What is due on a day came about on a day before it."""
    ends = {text.end for text in case.dossier.agreements if text.end is not None}
    for then in sorted({day, *(end for end in ends if end >= day)}):
        for due in case.due(on=then):
            demand(due.since < then, "a step is due from the day after", due.track, due.trigger, then)


def waiting_helps_on_its_day(case: Collaboration, day: date) -> None:
    """A rule that waits for a day holds on that day, where nothing else happens."""
    for track in case.tracks:
        for trigger, check in options_of(case, day, track).items():
            for row in (*check.unmet, *check.advised):
                wait = row.remedy.wait_until if row.remedy else None
                if wait is not None:
                    rows = case.check(trigger, on=wait, track=track).outcomes
                    code = row.requirement.code
                    (then,) = {again.status for again in rows if again.requirement.code == code}
                    demand(then == "met", "a rule holds on the day to wait for", trigger, code, wait)


def plans_go_a_normal_way(case: Collaboration, day: date) -> None:
    """A plan takes an exceptional step, or one that suspends, only where no plan does without."""
    for track in case.tracks:
        process = process_of(case, track)
        for phase in process.phases:
            plan = case.plan(phase.key, on=day, track=track)
            if any(_is_exceptional(process, step.phase, step.trigger) for step in plan.steps):
                plain = _plan_without(case, process, phase.key, day, track)
                law = "a plan takes an exceptional step only where nothing else leads on"
                demand(not plain.found, law, track, phase.key, [step.trigger for step in plan.steps])


def _is_exceptional(process: Process, source: str, trigger: str) -> bool:
    return any(
        (step.source, step.trigger) == (source, trigger)
        and (step.exceptional or process.phase(step.target).kind == "suspended")
        for step in process.transitions
    )


def _plan_without(case: Collaboration, process: Process, to: str, day: date, track: str) -> Plan:
    """Return the plan to a phase in a process that has no exceptional steps."""
    normal = tuple(t for t in process.transitions if not _is_exceptional(process, t.source, t.trigger))
    fewer = attrs.evolve(process, transitions=normal, evaluation_points=())
    processes = tuple(fewer if other.key == process.key else other for other in case.processes)
    return Collaboration(processes, case.dossier).plan(to, on=day, track=track)


def reviews_look_back(case: Collaboration, day: date) -> None:
    """A review names each step that is refused on what stands before it."""
    named = {(check.track, check.trigger, check.on) for check in case.review()}
    for track in case.tracks:
        for entry in case.dossier.steps(track):
            step, before = entry.fact, case.dossier.before(entry.place)
            known = Dossier(case.dossier.journal, step.on, before.known)
            check = Collaboration(case.processes, known).check(
                step.trigger, on=step.on, track=track, about=step.about
            )
            supported = check.allowed and check.target == step.phase
            law = "a review judges a step on what came before it"
            told = (track, step.trigger, step.on) in named
            demand(told or supported, law, entry.number, track, step.trigger)


def what_is_entailed_holds(case: Collaboration, day: date) -> None:
    """Where a rule is met that is said to imply another in the same step, the other is met too."""
    for track in case.tracks:
        entailed = _entailments(process_of(case, track))
        for trigger, check in options_of(case, day, track).items():
            met = {row.requirement.code: row.status == "met" for row in check.outcomes}
            for first, second in entailed.get(f"{check.phase}.{trigger}", ()):
                holds = met.get(second, True) or not met.get(first, False)
                demand(holds, "a rule that is met makes those hold that it implies", trigger, first, second)


@lru_cache(maxsize=64)
def _entailments(process: Process) -> dict[str, list[tuple[str, str]]]:
    """Return (rule, implied rule) by the step in which both stand."""
    found: dict[str, list[tuple[str, str]]] = {}
    for said in verify(process).entailments:
        found.setdefault(said.where, []).append((said.code, said.entails))
    return found


QUESTIONS: Final[tuple[Law, ...]] = (
    every_way_out_is_an_option,
    each_track_is_watched,
    time_makes_due_from_the_day_after,
    waiting_helps_on_its_day,
    plans_go_a_normal_way,
    reviews_look_back,
    what_is_entailed_holds,
)
"""The laws of what is asked about a case."""
