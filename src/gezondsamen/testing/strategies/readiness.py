"""Strategies for cases at a step: one in which it is allowed, one in which a single rule blocks it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
from hypothesis import strategies as st

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.process import Process
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.combinations import asking_each, codes_of, lacks_together
from gezondsamen.testing.building.construction import allowed, unmet_codes
from gezondsamen.testing.building.readiness import case_lacking, case_ready
from gezondsamen.testing.building.steps import never_allowed, steps_of
from gezondsamen.testing.names import remember
from gezondsamen.testing.strategies.facts import facts

Pair = tuple[Collaboration, date]
"""A case, and the day on which a step is to be checked."""

MOST: Final = 4
"""How many facts are added at most."""


def ready(process: Process, trigger: str, *, source: str | None = None) -> st.SearchStrategy[Pair]:
    """Return a strategy of a case and a day on which a step is allowed.

    The canonical case in the phase, with the repair that its check proposes recorded, and other facts
    that leave the step allowed. Without `source`, any phase that the trigger leads out of. Shrinks
    towards the first phase and day, and no other facts; prints as a call of `case_ready`.

    Raises `InvalidRecord` when no such step leads out of a phase, and when nothing that can be
    recorded makes the step allowed.

    >>> from gezondsamen.phases import PPS
    >>> ready(PPS, "start").validate()
    """
    sources = [step.source for step in steps_of(process, trigger, source)]
    cases = {phase: allowed(process, phase, trigger) for phase in sources}
    others = {phase: _more(case) for phase, case in cases.items() if case is not None}
    if not others:
        raise never_allowed(process, trigger)
    remember(process)

    @st.composite
    def pairs(draw: st.DrawFn) -> Pair:
        phase = draw(st.sampled_from(list(others)))
        day = DAY + timedelta(days=draw(_LATER))
        if allowed(process, phase, trigger, day) is None:
            day = DAY
        more = _until(day, draw(others[phase]))
        return case_ready(process, trigger, phase, day, *more), day

    return pairs()


def nearly_ready(
    process: Process, trigger: str, *, lacking: str | tuple[str, ...], source: str | None = None
) -> st.SearchStrategy[Pair]:
    """Return a strategy of a case and a day on which one hard rule blocks a step, and no other does.

    Unmet beside it are only rules that imply it: where somebody has to be a private party with
    a role, and no private party is there, that rule is unmet too. With several codes these rules
    block it together. Without `source`, any phase in which the step asks them.
    Shrinks towards the plainest way of lacking it; prints as a call of `case_lacking`.

    Raises `InvalidRecord` when no such step leads out of a phase, when the step does not ask the
    rule, and when no way was found to leave it unmet.

    >>> from gezondsamen.phases import PPS
    >>> nearly_ready(PPS, "conclude_agreement", lacking="AGR-02").validate()
    """
    codes = codes_of(lacking)
    asking = asking_each(process, trigger, source, codes)
    steps = {step.source: step for step in asking if lacks_together(process, step.source, trigger, codes)}
    if not steps:
        raise InvalidRecord(
            "never-unmet",
            f"no case was found in which {lacking!r} holds up {trigger!r} of process {process.key!r}; "
            "`assert_process_laws` tells more.",
            codes[-1],
        )
    others = {phase: _more(lacks_together(process, phase, trigger, codes)[0].case) for phase in steps}
    remember(process)

    @st.composite
    def pairs(draw: st.DrawFn) -> Pair:
        phase = draw(st.sampled_from(list(others)))
        found = lacks_together(process, phase, trigger, codes)
        way = draw(st.integers(0, len(found) - 1))
        lack = found[way]
        day = lack.day + timedelta(days=draw(_LATER))
        if unmet_codes(lack.case, steps[phase], day)[0] != lack.unmet:
            day = lack.day
        more = _until(day, draw(others[phase]))
        return case_lacking(process, trigger, phase, lacking, way, day, *more), day

    return pairs()


_LATER = st.sampled_from((0, 1, 7, 31, 92, 366)) | st.integers(0, 500)
"""How many days after the first possible day; a year and more, so that what expires does."""


def _more(case: Collaboration) -> st.SearchStrategy[list[f.Fact]]:
    """Return a strategy of a few more facts about a case; to make it costs more than to draw from it."""
    return st.lists(facts(case.process, case=case), max_size=MOST)


def _until(day: date, more: list[f.Fact]) -> list[f.Fact]:
    """Return the facts with later days moved back to this day."""
    return [attrs.evolve(fact, on=min(fact.on, day)) for fact in more]
