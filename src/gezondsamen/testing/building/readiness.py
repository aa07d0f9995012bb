"""A case in which a step is allowed, and one in which a single rule blocks it, by the names of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from gezondsamen.arguments import check, check_day, check_number
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.process.process import Process
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.combinations import asking_each, codes_of, lacks_together
from gezondsamen.testing.building.construction import allowed, repaired, unmet_codes
from gezondsamen.testing.building.steps import never_allowed, steps_of
from gezondsamen.testing.printing import told


def case_ready(process: Process, trigger: str, source: str, on: date, *more: f.Fact) -> Collaboration:
    """Return the canonical case with the facts recorded that make a step allowed on a day.

    Of `more` facts those are recorded after which the step is still allowed, or is so again with the
    repair that its check proposes.

    Raises `InvalidRecord` when no such step leads out of the phase, and when nothing that can be
    recorded makes it allowed on that day.

    >>> from gezondsamen.phases import PPS
    >>> from gezondsamen.testing import DAY
    >>> case_ready(PPS, "start", "initiative", DAY).check("start", on=DAY).allowed
    True
    """
    check("source", source, str, "a text")
    check_day("on", on)
    (step,) = steps_of(process, trigger, source)
    if on < DAY:
        raise never_allowed(process, trigger)
    case = allowed(process, source, trigger, on)
    if case is None:
        raise never_allowed(process, trigger)

    def mended(longer: Collaboration) -> Collaboration | None:
        found = repaired(longer, step, on)
        return found if found is not None and not unmet_codes(found, step, on)[0] else None

    return told(_with(case, more, mended), "case_ready", process, trigger, source, on, *more)


def case_lacking(
    process: Process,
    trigger: str,
    source: str,
    code: str | tuple[str, ...],
    way: int,
    on: date,
    *more: f.Fact,
) -> Collaboration:
    """Return a case in which one hard rule blocks a step; `way` numbers the cases that were found, from 0.

    With several codes, these rules block it together. Of `more` facts those are recorded that leave the
    same rules unmet on that day.

    Raises `InvalidRecord` when no such step leads out of the phase, when it does not ask a rule,
    and when there is no such way.

    >>> from gezondsamen.phases import PPS
    >>> from gezondsamen.testing import DAY
    >>> case = case_lacking(PPS, "start", "initiative", "KEN-04", 0, DAY)
    >>> [row.requirement.code for row in case.check("start", on=DAY).unmet]
    ['KEN-04']
    """
    check("source", source, str, "a text")
    check_day("on", on)
    check_number("way", way)
    codes = codes_of(code)
    (step,) = asking_each(process, trigger, source, codes)
    found = lacks_together(process, source, trigger, codes)
    if on < DAY or not 0 <= way < len(found):
        raise InvalidRecord(
            "never-unmet", f"there are {len(found)} ways of lacking {code!r} here", shown(way)
        )
    lack = found[way]

    def unmoved(longer: Collaboration) -> Collaboration | None:
        return longer if unmet_codes(longer, step, on)[0] == lack.unmet else None

    case = _with(lack.case, more, unmoved)
    return told(case, "case_lacking", process, trigger, source, code, way, on, *more)


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
