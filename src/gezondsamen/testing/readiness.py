"""Cases at a step: one in which it is allowed, one in which a single rule holds it up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

import attrs
from hypothesis import strategies as st

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.terms import nearest
from gezondsamen.testing.canonical import DAY
from gezondsamen.testing.construction import allowed, lacks, repaired, speaking
from gezondsamen.testing.happenings import facts
from gezondsamen.testing.writing import remember, told

Pair = tuple[Collaboration, date]
"""A case, and the day on which a step is to be checked."""

MOST: Final = 4
"""How many facts are added at most."""


# --- one case ---------------------------------------------------------------------------------------


def case_ready(process: Process, trigger: str, source: str, on: date, *more: f.Fact) -> Collaboration:
    """Return the canonical case with on record what makes a step allowed on a day.

    Of `more` facts those are recorded after which the step is allowed still, if need be after what
    the check then proposes.

    Raises `InvalidRecord` when no such step leads out of the phase, and when nothing that can be
    recorded makes it allowed on that day.

    >>> from gezondsamen.phases import PPS
    >>> case_ready(PPS, "start", "initiative", DAY).check("start", on=DAY).allowed
    True
    """
    (step,) = _steps(process, trigger, source)
    case = allowed(process, source, trigger, on)
    if case is None:
        raise _never(process, trigger)

    def mended(longer: Collaboration) -> Collaboration | None:
        found = repaired(longer, step, on)
        return found if found is not None and not speaking(found, step, on)[0] else None

    return _with(case, more, mended)


def case_lacking(
    process: Process, trigger: str, source: str, code: str, way: int, on: date, *more: f.Fact
) -> Collaboration:
    """Return a case in which one hard rule holds a step up: the first, second, ... way of lacking it.

    Of `more` facts those are recorded that leave the same rules unmet on that day.

    Raises `InvalidRecord` when no such step leads out of the phase, when it does not ask the rule,
    and when there is no such way.

    >>> from gezondsamen.phases import PPS
    >>> case = case_lacking(PPS, "start", "initiative", "KEN-04", 0, DAY)
    >>> [row.requirement.code for row in case.check("start", on=DAY).unmet]
    ['KEN-04']
    """
    (step,) = _asking(process, trigger, source, code)
    found = lacks(process, source, trigger, code)
    if not 0 <= way < len(found):
        raise InvalidRecord("never-unmet", f"there are {len(found)} ways of lacking {code!r} here", str(way))
    lack = found[way]

    def unmoved(longer: Collaboration) -> Collaboration | None:
        return longer if speaking(longer, step, on)[0] == lack.unmet else None

    return _with(lack.case, more, unmoved)


def _with(
    case: Collaboration, more: Iterable[f.Fact], accept: Callable[[Collaboration], Collaboration | None]
) -> Collaboration:
    """Return the case with those facts after which it is accepted, one by one."""
    for fact in more:
        try:
            found = accept(case.record(fact))
        except InvalidRecord:
            continue
        case = found or case
    return case


# --- strategies -------------------------------------------------------------------------------------


def ready(process: Process, trigger: str, *, source: str | None = None) -> st.SearchStrategy[Pair]:
    """Return a strategy of a case and a day on which a step is allowed.

    The canonical case in the phase, with what the check itself proposes on record, and other facts
    that leave the step allowed. Without `source`, any phase that the trigger leads out of. Shrinks
    towards the first phase and day, and no other facts; prints as a call of `case_ready`.

    Raises `InvalidRecord` when no such step leads out of a phase, and when nothing that can be
    recorded makes the step allowed.

    >>> from gezondsamen.phases import PPS
    >>> ready(PPS, "start").validate()
    """
    sources = [step.source for step in _steps(process, trigger, source)]
    cases = {phase: allowed(process, phase, trigger) for phase in sources}
    others = {phase: _more(case) for phase, case in cases.items() if case is not None}
    if not others:
        raise _never(process, trigger)
    remember(process)

    @st.composite
    def pairs(draw: st.DrawFn) -> Pair:
        phase = draw(st.sampled_from(list(others)))
        day = DAY + timedelta(days=draw(_LATER))
        if allowed(process, phase, trigger, day) is None:
            day = DAY
        more = _until(day, draw(others[phase]))
        case = case_ready(process, trigger, phase, day, *more)
        return told(case, "case_ready", process, trigger, phase, day, *more), day

    return pairs()


def nearly_ready(
    process: Process, trigger: str, *, lacking: str, source: str | None = None
) -> st.SearchStrategy[Pair]:
    """Return a strategy of a case and a day on which one hard rule holds a step up, and no other does.

    Unmet beside it are only rules that would meet it: where somebody has to be a private party with
    a role, and no private party is there, that rule is unmet too. Without `source`, any phase in
    which the step asks the rule. Shrinks towards the plainest way of lacking it; prints as a call of
    `case_lacking`.

    Raises `InvalidRecord` when no such step leads out of a phase, when the step does not ask the
    rule, and when no way was found to leave it unmet.

    >>> from gezondsamen.phases import PPS
    >>> nearly_ready(PPS, "conclude_agreement", lacking="AGR-02").validate()
    """
    asking = _asking(process, trigger, source, lacking)
    steps = {step.source: step for step in asking if lacks(process, step.source, trigger, lacking)}
    if not steps:
        raise InvalidRecord(
            "never-unmet",
            f"no case was found in which {lacking!r} holds up {trigger!r} of process {process.key!r}; "
            "`assert_process_laws` tells more.",
            lacking,
        )
    others = {phase: _more(lacks(process, phase, trigger, lacking)[0].case) for phase in steps}
    remember(process)

    @st.composite
    def pairs(draw: st.DrawFn) -> Pair:
        phase = draw(st.sampled_from(list(others)))
        found = lacks(process, phase, trigger, lacking)
        way = draw(st.integers(0, len(found) - 1))
        lack = found[way]
        day = lack.day + timedelta(days=draw(_LATER))
        if speaking(lack.case, steps[phase], day)[0] != lack.unmet:
            day = lack.day
        more = _until(day, draw(others[phase]))
        case = case_lacking(process, trigger, phase, lacking, way, day, *more)
        return told(case, "case_lacking", process, trigger, phase, lacking, way, day, *more), day

    return pairs()


_LATER = st.sampled_from((0, 1, 7, 31, 92, 366)) | st.integers(0, 500)
"""How many days after the first possible day; a year and more, so that what runs out does."""


def _more(case: Collaboration) -> st.SearchStrategy[list[f.Fact]]:
    """Return a strategy of a few more facts about a case; made once, since that takes longer than drawing."""
    return st.lists(facts(case.process, case=case), max_size=MOST)


def _until(day: date, more: list[f.Fact]) -> list[f.Fact]:
    """Return the facts, what would have happened after a day moved to it."""
    return [attrs.evolve(fact, on=min(fact.on, day)) for fact in more]


# --- which step, which rule -------------------------------------------------------------------------


def _steps(process: Process, trigger: str, source: str | None) -> list[Transition]:
    """Return the steps that are meant; raises `InvalidRecord` when there is none."""
    if trigger not in process.triggers:
        raise InvalidRecord(
            "unknown-trigger",
            f"process {process.key!r} has no trigger {trigger!r}.",
            trigger,
            nearest=nearest(trigger, process.triggers),
        )
    steps = [t for t in process.transitions if t.trigger == trigger and source in (None, t.source)]
    if not steps:
        sources = [t.source for t in process.transitions if t.trigger == trigger]
        raise InvalidRecord(
            "no-such-step",
            f"{trigger!r} does not lead out of phase {source!r}; it leads out of {', '.join(sources)}.",
            str(source),
            nearest=nearest(str(source), sources),
        )
    return steps


def _asking(process: Process, trigger: str, source: str | None, code: str) -> list[Transition]:
    """Return the steps meant that ask this rule; raises `InvalidRecord` when none does."""
    steps = _steps(process, trigger, source)
    asking = [step for step in steps if code in _codes(step)]
    if not asking:
        raise _not_asked(trigger, code, steps)
    return asking


def _never(process: Process, trigger: str) -> InvalidRecord:
    return InvalidRecord(
        "never-allowed",
        f"nothing that can be recorded makes {trigger!r} of process {process.key!r} allowed; "
        "`assert_process_laws` names the rules in the way.",
        trigger,
    )


def _codes(step: Transition) -> list[str]:
    return [rule.code for rule in step.requires if not rule.is_note]


def _not_asked(trigger: str, code: str, steps: Iterable[Transition]) -> InvalidRecord:
    asked = list(dict.fromkeys(known for step in steps for known in _codes(step)))
    there = {rule.code: rule for step in steps for rule in step.requirements}
    if code not in there:
        said = f"step {trigger!r} does not ask rule {code!r}"
    elif there[code].is_note:
        said = f"rule {code!r} is a note at step {trigger!r}, and never unmet"
    else:
        said = f"rule {code!r} is advice at step {trigger!r}: it warns, and holds nothing up"
    return InvalidRecord(
        "not-asked", f"{said}; it asks {', '.join(asked) or 'none'}.", code, nearest=nearest(code, asked)
    )
