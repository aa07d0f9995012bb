"""The laws of migration: a case under other names is the same case, and does not lead elsewhere unseen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.errors import InvalidRecord, ProcessChanged
from gezondsamen.exchange import dumps, loads
from gezondsamen.process.evaluation_points import OnPhase, OnTrigger
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.laws.demand import Law, by_key, demand, process_of

_NEW: Final = "now_"
_CODE: Final = "NOW"
_AHEAD: Final = timedelta(days=400)


def renamed_cases_answer_alike(case: Collaboration, day: date) -> None:
    """Read with every phase, step, rule, point and process under another name, a case answers as before.

    Rules that block are waived first, and a moment is held that an evaluation names: names that stand in
    facts have to go along.
    """
    case = _with_names(case, day)
    processes = {process.key: renamed(process) for process in case.processes}
    renames = {key: names_of(process) for key, process in by_key(case).items()}
    moved = loads(dumps(case), processes=processes.values(), renames=renames)
    for track in case.tracks:
        here, there = case.phase_of(track), moved.phase_of(track)
        demand(there == _NEW + here, "a phase goes by its new name", track, here, there)
        mine, theirs = case.options(on=day, track=track), moved.options(on=day, track=track)
        for trigger, check in mine.items():
            told = [(_code(x.requirement.code), x.status, x.evidence) for x in check.outcomes]
            again = theirs[_NEW + trigger].outcomes
            same = told == [(x.requirement.code, x.status, x.evidence) for x in again]
            demand(same, "under other names a check gives the same answer", track, trigger)
    until = day + _AHEAD
    first = [(m.on, _NEW + m.point.key, m.status, m.held_in) for m in _moments(case, day, until)]
    second = [(m.on, m.point.key, m.status, m.held_in) for m in _moments(moved, day, until)]
    demand(sorted(first, key=str) == sorted(second, key=str), "under other names the same evaluations follow")


def _moments(case: Collaboration, day: date, until: date) -> Any:
    return evaluation_schedule(case, on=day, until=until)


def _with_names(case: Collaboration, day: date) -> Collaboration:
    """Return the case with a waiver of a rule that blocks, and an evaluation that names a moment."""
    facts: list[f.Fact] = []
    for track in case.tracks:
        for trigger, check in case.options(on=day, track=track).items():
            rules = [row.requirement for row in check.unmet if row.requirement.waivable]
            facts += [f.WaiverGranted(day, rule.code, "…", "u-1", track, trigger) for rule in rules[:1]]
    for moment in evaluation_schedule(case, on=day, until=day + _AHEAD):
        if moment.window[0] <= day <= moment.window[1]:
            facts.append(f.EvaluationHeld(day, moment.point.kind, track=moment.track, point=moment.id))
            break
    for fact in facts:
        try:
            case = case.record(fact)
        except InvalidRecord:  # the day lies before what it is about
            continue
    return case


def names_of(process: Process) -> dict[str, Any]:
    """Return the renames that lead from a process to its renamed one."""
    return {
        "key": _NEW + process.key,
        "phases": {phase.key: _NEW + phase.key for phase in process.phases},
        "triggers": {key: _NEW + key for key in process.triggers},
        "points": {point.key: _NEW + point.key for point in process.evaluation_points},
        "rules": {code: _code(code) for code in process.requirements},
    }


def renamed(process: Process) -> Process:
    """Return the process with every phase, step, rule and point, and itself, under another name."""
    return attrs.evolve(
        process,
        key=_NEW + process.key,
        phases=tuple(
            attrs.evolve(phase, key=_NEW + phase.key, watches=_rules(phase.watches))
            for phase in process.phases
        ),
        transitions=tuple(
            attrs.evolve(
                step,
                source=_NEW + step.source,
                target=_NEW + step.target,
                trigger=_NEW + step.trigger,
                since=step.since and _NEW + step.since,
                requires=_rules(step.requires),
                advises=_rules(step.advises),
                falls_due=step.falls_due and _anchor(step.falls_due),
            )
            for step in process.transitions
        ),
        evaluation_points=tuple(
            attrs.evolve(
                point,
                key=_NEW + point.key,
                anchor=_anchor(point.anchor),
                while_in=tuple(_NEW + key for key in point.while_in),
                on_events=tuple((_anchor(anchor), after) for anchor, after in point.on_events),
                rule=point.rule and _code(point.rule),
            )
            for point in process.evaluation_points
        ),
    )


def _anchor(anchor: Any) -> Any:
    match anchor:
        case OnPhase():
            return OnPhase(_NEW + anchor.phase)
        case OnTrigger():
            return OnTrigger(_NEW + anchor.trigger)
        case _:
            return anchor


def _rules(rules: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    return tuple(attrs.evolve(rule, code=_code(rule.code)) for rule in rules)


def _code(code: str) -> str:
    return _CODE + code


def steps_lead_where_they_led(case: Collaboration, day: date) -> None:
    """A case whose last step leads elsewhere now is refused, unless its steps are read as they were taken."""
    for track in case.tracks:
        process, steps = process_of(case, track), case.dossier.steps(track)
        phases = [visit.phase for visit in case.visits_of(track)]
        if len(phases) < 2 or steps[-1].fact.phase != phases[-1] or phases[-2] == phases[-1]:
            continue
        step = process.transition(phases[-2], steps[-1].fact.trigger)
        if step is None:
            continue  # the last step stayed in its phase
        elsewhere = tuple(attrs.evolve(t, target=t.source) if t is step else t for t in process.transitions)
        other = {**by_key(case), process.key: attrs.evolve(process, transitions=elsewhere)}
        text, law = dumps(case), "a step that leads elsewhere now is refused"
        try:
            loads(text, processes=other)
        except ProcessChanged as refused:
            demand(any(x.kind == "target" for x in refused.blockers), law, track, refused)
        else:
            demand(False, law, track, step.where)
        kept = loads(text, processes=other, as_taken=True)
        demand(kept.phase_of(track) == phases[-1], "as taken, a step led where it led", track, step.where)


MIGRATION: Final[tuple[Law, ...]] = (renamed_cases_answer_alike, steps_lead_where_they_led)
"""The laws of a case that is read with other processes than it was kept under."""
