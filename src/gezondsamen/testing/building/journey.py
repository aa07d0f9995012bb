"""A journey: a case that comes to a phase on a later day, takes steps again and again, and comes back.

What was told before it came, or before a step was taken, is of an earlier round. Beside it stand cases in
which a rule is waived in one way or another. What is asked of them: `laws.process_reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import TransitionRefused
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.errors import InvalidRecord
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.schedule.moments import Moment
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import adopted, allowed, lacks, repaired, with_met
from gezondsamen.testing.building.timeline import SECOND, TEXT, at, opened, recorded

LOOPS: Final = 3
"""How many steps that stay in a phase are taken, again and again."""

RULES: Final = 3
"""How many rules are waived, each in every way."""

Asked = tuple[Collaboration, date]
"""A case, and a day on which it is asked."""


def turning_point(process: Process) -> str | None:
    """Return the phase that most steps stay in or come back to; None where a process only goes on."""

    def rounds(phase: str) -> tuple[int, int]:
        exits = process.exits(phase)
        return sum(step.is_loop for step in exits), sum(_back(process, step) is not None for step in exits)

    phases = [phase.key for phase in process.phases if phase.kind in ("initial", "normal")]
    best = max(phases, key=rounds, default=None)
    return best if best is not None and any(rounds(best)) else None


def journey(process: Process) -> Iterator[Asked]:
    """Yield a case on its way: where it came to its turning point, and after each step from there."""
    phase = turning_point(process)
    case = None if phase is None else _arrived(process, phase)
    if phase is None or case is None:
        return
    day = 1
    yield case, at(day)
    loops = [step for step in process.exits(phase) if step.is_loop][:LOOPS]
    for place, loop in enumerate(loops):
        case, day = _prepared(case, loop, at(day + 1)), day + 1
        for step in (loops[(place + 1) % len(loops)], loop):
            case, day = _taken(case, step, at(day + 1)), day + 1
            yield case, at(day)
    for step in process.exits(phase):
        back = None if step.is_loop else _back(process, step)
        if back is not None:
            case = _taken(_taken(case, step, at(day + 1)), back, at(day + 2))
            yield case, at(day + 2)
            return


def _back(process: Process, step: Transition) -> Transition | None:
    """Return a step that leads back from where a step leads, if there is one."""
    ways = [back for back in process.exits(step.target) if back.target == step.source and not step.is_loop]
    return ways[0] if ways and not step.exceptional else None


def _arrived(process: Process, phase: str) -> Collaboration | None:
    """Return a case that came to a phase a day after everything was told that is asked there."""
    for step in process.transitions:
        if step.target == phase and not step.is_loop:
            case = allowed(process, step.source, step.trigger)
            if case is not None:
                for leading_on in process.exits(phase):
                    case = with_met(case, leading_on, DAY, leading_on.requires) or case
                return _taken(case, step, at(1))
    return None


def _prepared(case: Collaboration, step: Transition, day: date) -> Collaboration:
    """Return a case with what a step asks for recorded, and somebody new where it takes in a party."""
    if step.concerns == "party":
        kinds = list(case.process.vocabulary.get("party_kind", ()))[:1]
        case = recorded(case, (f.PartyJoined(day, Party(f"new-{day}", f"New {day}", kind)) for kind in kinds))
    return repaired(case, step, day) or case


def _taken(case: Collaboration, step: Transition, day: date) -> Collaboration:
    """Return a case after a step with what it asks for; as it was, where it cannot be taken."""
    for ready in (case, _prepared(case, step, day)):
        try:
            return ready.advance(step.trigger, on=day)
        except (TransitionRefused, InvalidRecord):
            continue
    return case


# --- what moments are counted from ---------------------------------------------------------------------

TERM: Final = timedelta(days=301)
"""How long agreements run: of an odd number of days, so that the middle is no day."""

LONG_AGO: Final = date(2023, 10, 31)
"""The day since when an adopted case runs: on the last of a month, so that periods may drift."""


def eventful(process: Process) -> Iterator[Asked]:
    """Yield cases on days on which moments may be otherwise: an adopted one, and one after a journey.

    In the latter everything happened that moments are counted from, evaluations were held that answer some of
    them, and it is asked on the last days in time.
    """
    phase = turning_point(process) or process.initial
    case = Collaboration.start(process, id="case", on=DAY, phase=phase, since=LONG_AGO, reason="taken over")
    yield case, DAY
    for travelled, day in list(journey(process))[-1:]:
        begun = day + timedelta(days=1)
        after = recorded(opened(travelled, process, SECOND, begun), _anchors(process, travelled, begun))
        last = begun + timedelta(days=37)
        moments = evaluation_schedule(after, on=begun, until=begun.replace(year=begun.year + 1)).moments
        held = recorded(after, _held(process, moments, last))
        yield held, last + timedelta(days=3)
        later = dict.fromkeys(moment.deadline for moment in moments if moment.deadline > last)
        falling = [begun + TERM for step in process.transitions if step.falls_due is not None]
        yield from ((held, deadline) for deadline in (*islice(later, 1), *falling[:1]))


def _anchors(process: Process, case: Collaboration, on: date) -> Iterator[f.Fact]:
    """Yield facts that moments are counted from, on a day: a text with a term, a statement, who left, ..."""
    soon = on + timedelta(days=40)
    points = [point.anchor for point in process.evaluation_points]
    term: dict[str, Any] = {"start": on, "end": on + TERM}
    texts = case.dossier.agreements
    yield from (f.AgreementRevised(on, text.id, **term) for text in texts)
    for kind in () if texts else islice(process.vocabulary.get("agreement_kind", ()), 1):
        yield f.AgreementDrafted(on, TEXT, kind, tuple(party.id for party in case.parties(on=on)), **term)
    for anchor in points:
        if isinstance(anchor, p.OnStatement):
            yield f.Stated(on, anchor.topic, "…", until=soon)
    for kind in islice(process.vocabulary.get("party_kind", ()), 1):
        yield from (f.PartyJoined(on, Party(ident, ident, kind)) for ident in ("old", "new", "gone"))
        yield f.PartySucceeded(on, "new", ("old",))
        yield f.PartyLeft(on, "gone")
        for sector in islice(process.vocabulary.get("sector", ()), 1):
            yield f.ActionAgreed(on, "act", "…", "new", sector, soon)


def _held(process: Process, moments: Iterable[Moment], last: date) -> Iterator[f.Fact]:
    """Yield evaluations that name a moment ahead while one before it waits, and two that name none."""
    for point in process.evaluation_points:
        own = [moment for moment in moments if moment.point == point]
        ahead = [moment.id for moment in own if moment.on > last]
        if ahead and own[0].on <= last:
            yield f.EvaluationHeld(last - timedelta(days=1), point.kind, point=ahead[0])
    for kind in dict.fromkeys(point.kind for point in process.evaluation_points):
        yield f.EvaluationHeld(last - timedelta(days=2), kind, track=SECOND)
        yield f.EvaluationHeld(last, kind)


# --- waivers ------------------------------------------------------------------------------------------


def waived(process: Process) -> Iterator[Asked]:
    """Yield cases in which a rule that blocks is waived: for a step, a track, about somebody, until a day."""
    for step, rule in islice(_waivable(process), RULES):
        case = opened(adopted(process, step.source), process, SECOND, DAY)
        kinds = list(process.vocabulary.get("party_kind", ()))[:1]
        case = recorded(case, (f.PartyJoined(DAY, Party("a", "A", kind)) for kind in kinds))
        others = [trigger for trigger in process.triggers if trigger != step.trigger]
        ways: list[dict[str, Any]] = [
            *({"trigger": trigger} for trigger in (step.trigger, *others[:1])),
            *({"track": track} for track in case.tracks),
            *({"about": ("party", party.id)} for party in case.parties(on=DAY)[:1]),
            {"until": at(3)},
        ]
        for way in ways:
            after = recorded(case, (_waiver(rule, **way),))
            yield from ((after, day) for day in (DAY, *((at(3), at(4)) if "until" in way else ())))
    for phase in process.phases:
        for rule in [rule for rule in phase.watches if rule.waivable and not rule.is_note][:1]:
            for way in ({}, {"until": at(400)}):
                yield recorded(adopted(process, phase.key), (_waiver(rule, **way),)), at(400)


def used(process: Process) -> Iterator[Asked]:
    """Yield cases in which a waiver served a step that can be taken again, and the days after it."""
    for step, rule in _waivable(process):
        if step.is_loop:
            for lack in lacks(process, step.source, step.trigger, rule.code, 1):
                for until in (None, lack.day.replace(year=lack.day.year + 1)):
                    waived = recorded(lack.case, (_waiver(rule, on=lack.day, until=until),))
                    yield _taken(waived, step, lack.day), lack.day
            return


def _waivable(process: Process) -> Iterator[tuple[Transition, Requirement]]:
    """Yield the first rule of each step that blocks it and can be waived, each rule once."""
    found: dict[str, tuple[Transition, Requirement]] = {}
    for step in process.transitions:
        for rule in [rule for rule in step.requires if rule.waivable and not rule.is_note][:1]:
            found.setdefault(rule.code, (step, rule))
    yield from sorted(found.values(), key=lambda asked: not asked[0].is_loop)


def _waiver(rule: Requirement, on: date = DAY, **narrowed: Any) -> f.WaiverGranted:
    return f.WaiverGranted(on, rule.code, "…", "u-1", **narrowed)
