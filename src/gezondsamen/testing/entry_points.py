"""What `st.from_type` draws for the types of this library, found when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, get_args

from hypothesis import strategies as st

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import Retracted, StepTaken, TrackOpened
from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases import PPS
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.schedule.calendars import DutchCalendar, Region, Weekends
from gezondsamen.schedule.moments import Schedule
from gezondsamen.terms import Term
from gezondsamen.testing.strategies.arguments import built, days
from gezondsamen.testing.strategies.cases import collaborations, schedules, shipped_processes
from gezondsamen.testing.strategies.entities import labels, parties, periods, subjects
from gezondsamen.testing.strategies.facts import RECORDED, TEXTS, facts


def _taken(on: date, step: Transition) -> StepTaken:
    return StepTaken(on, MAIN, step.trigger, step.target)


_STRATEGIES: Final[dict[type, Callable[[], st.SearchStrategy[Any]]]] = {
    Collaboration: lambda: collaborations(PPS),
    Process: shipped_processes,
    Party: lambda: parties(PPS),
    About: lambda: subjects(PPS),
    Every: periods,
    Label: labels,
    Schedule: lambda: schedules(PPS),
    DutchCalendar: lambda: built(DutchCalendar, region=st.sampled_from((None, *get_args(Region)))),
    Term: lambda: st.sampled_from(PPS.terms),
    Phase: lambda: st.sampled_from(PPS.phases),
    Transition: lambda: st.sampled_from(PPS.transitions),
    Requirement: lambda: st.sampled_from(list(PPS.requirements.values())),
    TrackOpened: lambda: built(
        TrackOpened,
        days(),
        st.just(MAIN),
        st.just(PPS.key),
        st.just(PPS.initial),
        collaboration=st.just("case"),
        title=st.just(""),
    ),
    StepTaken: lambda: built(_taken, days(), st.sampled_from(PPS.transitions)),
    Retracted: lambda: built(Retracted, days(), st.integers(1, 100), st.sampled_from(TEXTS)),
    Weekends: lambda: st.just(Weekends()),
}
"""How each type is drawn; in the words of `PPS`, where words are needed."""


def strategy_for(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy for a type, in the words of `PPS`; raises `KeyError` for other types.

    >>> strategy_for(Party).validate()
    """
    return facts(PPS, kind) if kind in RECORDED else _STRATEGIES[kind]()
