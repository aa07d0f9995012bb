"""Where the library and the second reading differ along a timeline, day by day; nothing is drawn.

Asked is every condition of a process, one of each shape: as it stands, and where it counts something, with
its bounds out of reach and on what is found, so that both readings say how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, get_args

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.judge import judge_all
from gezondsamen.decision.repair import remedy
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import Problem
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.testing.building.bounds import inside
from gezondsamen.testing.building.canonical import canonical
from gezondsamen.testing.building.timeline import ALL_TOLD, OTHER_TEXT, at, days_after, timeline
from gezondsamen.testing.laws.second_reading import differently
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import all_of
from gezondsamen.testing.reference.conditions.question import Question

_FAR: Final = 99
"""More than there is of anything that is counted."""

_AT_ONCE: Final = 3
"""How many conditions are asked along one timeline."""

_TOPICS: Final = 2
"""How many topics of a list are looked at."""

_TOGETHER: Final[tuple[tuple[type[Any], ...], ...]] = (
    (c.OnRecord, c.RecordCount, c.Paired, c.Lasts),
    (c.Agreed, c.TermRuns, c.NoticeGiven),
    (c.InContact, c.MetBefore),
    (object,),
)
"""Kinds of conditions that read the same kinds of facts."""


@attrs.frozen
class Asked:
    """Hold what a rule asks, and a step that asks it; where there is none, it is watched."""

    code: str
    conditions: tuple[c.Condition, ...]
    step: Transition | None


def differences_along(process: Process) -> Iterator[Problem]:
    """Yield a problem for each condition that the two readings judge differently on a day of a timeline."""
    for every in _together(one_of_each(process)):
        conditions = tuple(condition for asked in every for condition in asked.conditions)
        for day, case in timeline(canonical(process), conditions):
            yield from _on(case, process, day, every)
            if OTHER_TEXT in case.tracks and day == at(ALL_TOLD):
                yield from _on(case, process, day, every, OTHER_TEXT)
        lasting = [asked for asked in every if days_after(asked.conditions)]
        for day in days_after(conditions):
            yield from _on(case, process, day, lasting)


def _together(every: list[Asked]) -> Iterator[list[Asked]]:
    """Yield those that read the same kinds of facts, a few at a time: of a short timeline."""
    by_kind: dict[object, list[Asked]] = {}
    for asked in every:
        kinds = tuple(inside(asked.conditions, get_args(c.Condition)))
        place = next(n for n, some in enumerate(_TOGETHER) if isinstance(kinds[-1], some))
        by_kind.setdefault(place, []).append(asked)
    for some in by_kind.values():
        yield from (some[n : n + _AT_ONCE] for n in range(0, len(some), _AT_ONCE))


def _on(
    case: Collaboration, process: Process, day: date, every: list[Asked], track: str = MAIN
) -> Iterator[Problem]:
    known, read = case.dossier.as_of(day).known, r.counting(case.entries_after(0), day)
    for step in dict.fromkeys(asked.step for asked in every):
        s = Situation(process, known, day, known.tracks[track], step)
        q = Question(read, day, process, track, step)
        for asked in every:
            if asked.step == step:
                for conditions in _variants(asked.conditions, s):
                    findings, evidence = judge_all(conditions, s)
                    said = differently(findings, evidence, all_of(q, conditions))
                    if said is not None:
                        where = step.where if step is not None else "watched"
                        message = f"{asked.code} on {day}, {conditions}: {said}"
                        yield Problem("second-reading", where, message)
                    if findings and _is_mended_by_time(conditions[0]):
                        yield from _waited(asked, conditions, s)


def _is_mended_by_time(x: c.Condition) -> bool:
    """Tell whether a condition may hold by itself on a later day: few enough are open, notice is over."""
    few = isinstance(x, c.RecordCount | c.ActionCount) and x.at_least is None
    return few or isinstance(x, c.NoticeGiven)


def _waited(asked: Asked, conditions: tuple[c.Condition, ...], s: Situation) -> Iterator[Problem]:
    """Yield a problem where a condition does not hold on the day that a remedy says to wait for."""
    day = remedy(conditions, s).wait_until
    if day is not None and judge_all(conditions, attrs.evolve(s, day=day))[0]:
        where = asked.step.where if asked.step is not None else "watched"
        message = f"{asked.code} on {s.day}, {conditions}: it does not hold on {day}, the day to wait for"
        yield Problem("waiting", where, message)


def _variants(conditions: tuple[c.Condition, ...], s: Situation) -> Iterator[tuple[c.Condition, ...]]:
    """Yield conditions as they stand; one that counts also with its bounds elsewhere."""
    yield conditions
    match conditions:
        case (c.PartyCount() | c.RecordCount() | c.ActionCount() as x,):
            far = attrs.evolve(x, at_least=_FAR, at_most=None)
            yield (far,)
            findings, _ = judge_all((far,), s)
            for count in {int(found.found) for found in findings if isinstance(found.found, int | float)}:
                yield (attrs.evolve(x, at_least=count, at_most=count),)
                if count > 0 and not isinstance(x, c.PartyCount):
                    yield (attrs.evolve(x, at_least=None, at_most=count - 1),)
        case (c.InContact() as x,):
            yield (attrs.evolve(x, at_least=_FAR),)
        case _:
            pass


def told_of_each_kind(process: Process) -> Collaboration:
    """Return the case at the end of a timeline of one condition of each kind: with facts of every kind."""
    kinds = {type(x): x for asked in reversed(one_of_each(process)) for x in asked.conditions}
    days = list(timeline(canonical(process), tuple(kinds.values())))
    return days[-1][1] if days else canonical(process)


# --- one of each shape -------------------------------------------------------------------------------


def one_of_each(process: Process) -> list[Asked]:
    """Return what the rules of a process ask, one of each shape, whatever words it names."""
    found: dict[object, Asked] = {}
    steps: dict[object, Transition] = {}
    for step in process.transitions:
        kind = step.concerns
        like = steps.setdefault(kind, step)
        for rule in step.requirements:
            for asked in _parts(rule.conditions):
                found.setdefault((kind, _shape(asked)), Asked(rule.code, asked, like))
    for phase in process.phases:
        for rule in phase.watches:
            if not rule.is_note:
                there = Asked(rule.code, rule.conditions, None)
                found.setdefault(("watched", _shape(rule.conditions)), there)
    return list(found.values())


def _parts(conditions: tuple[c.Condition, ...]) -> Iterator[tuple[c.Condition, ...]]:
    """Yield conditions together, each by itself, and those inside it."""
    if len(conditions) > 1:
        yield conditions
    for x in conditions:
        yield (attrs.evolve(x, topics=x.topics[:_TOPICS]) if isinstance(x, c.OnRecord) else x,)
        if isinstance(x, c.AllOf | c.AnyOf):
            yield from _parts(x.conditions)


def _shape(value: Any) -> object:
    """Return what a value has, without its words, numbers and periods; of several, that they are."""
    match value:
        case (_, _, *_) if isinstance(value[0], get_args(c.Condition)):
            return "several"
        case c.AllOf() | c.AnyOf():
            return type(value)
        case _:
            pass
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(_shape(item) for item in value))
    if attrs.has(type(value)) and not isinstance(value, Every | c.Limit):
        fields = attrs.fields(type(value))
        return (type(value), *(_shape(getattr(value, field.name)) for field in fields))
    return value if isinstance(value, bool) or value is None else type(value)
