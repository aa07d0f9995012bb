"""Which evaluation points follow from a trajectory, and which do not, and why.

A trajectory knows phases and steps, and nothing else that happens. So points that count from a term, a
statement, an action, a party that left or the calendar are left out. What repeats has no term here that
would stop it. Times are in years of 365.25 days; a month is a twelfth of one.
"""

from __future__ import annotations

from typing import assert_never

import attrs
import numpy as np

from gezondsamen.language import language_of
from gezondsamen.periods import Every
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.conditions import Limit, period
from gezondsamen.prose.statuses import NOT_SIMULATED
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import years as years_of


@attrs.frozen
class Source:
    """Name one anchor of an evaluation point, and why its moments do not follow from a trajectory, if so.

    `event` is 0 for the anchor of the point and n for the n-th of its further events.
    """

    point: p.EvaluationPoint
    anchor: p.Anchor
    event: int
    offset: Every | None
    needs: str | None

    @property
    def simulated(self) -> bool:
        """Whether its moments follow from a trajectory."""
        return self.needs is None

    def reason(self, lang: str) -> str:
        """Return why it is left out; an empty text where it is not."""
        say = language_of(lang)
        return "" if self.needs is None else say(*NOT_SIMULATED[self.needs])


def points(model: Model) -> tuple[Source, ...]:
    """Return every anchor of every evaluation point of the process: simulated, or left out and why.

    >>> from gezondsamen.simulation.examples import partnership
    >>> for source in points(partnership()):
    ...     print(source.point.key, source.event, source.reason("en") or "simulated")
    progress_talk 0 simulated
    periodic_evaluation 0 simulated
    periodic_evaluation 1 counts from a party that leaves
    periodic_evaluation 2 counts from something that is stated
    midterm_review 0 depends on the term of an agreement
    final_evaluation 0 depends on the term of an agreement
    final_evaluation 1 simulated
    partner_contact 0 simulated
    announcement 0 simulated
    bottleneck_raised 0 counts from something that is stated
    individual_talk 0 simulated
    role_reflection 0 simulated
    end_of_term 0 depends on the term of an agreement
    """
    found = []
    for point in model.process.evaluation_points:
        offset = None if point.offset is None else period(point.offset)
        needs = _needs(point.anchor, model)
        if needs is None and (point.fraction is not None or point.min_term is not None):
            needs = "term"
        if needs is None and point.window is not None:
            needs = "calendar"
        found.append(Source(point, point.anchor, 0, offset, needs))
        for event, (anchor, after) in enumerate(point.on_events, 1):
            found.append(Source(point, anchor, event, after, _needs(anchor, model)))
    return tuple(found)


def _needs(anchor: p.Anchor, model: Model) -> str | None:
    match anchor:
        case p.OnPhase():
            return None
        case p.OnTrigger():
            return None if anchor.trigger in _steps(model) else "rate"
        case p.OnTerm():
            return "term"
        case p.OnStatement():
            return "statement"
        case p.OnAction():
            return "action"
        case p.OnPartyLeft():
            return "party"
        case p.OnSchoolYear():
            return "calendar"
        case _:
            assert_never(anchor)


def _steps(model: Model) -> set[str]:
    """Return the triggers that leave a phase, and the marks that have a rate."""
    leaving = {step.trigger for step in model.process.transitions if not step.is_loop}
    return leaving | {trigger for rates in model.marks.values() for trigger, rate in rates.items() if rate}


def years(length: Every | Limit) -> float:
    """Return how long a period is in years, that of a limit too."""
    return years_of(period(length))


def columns(model: Model, lang: str) -> Columns:
    """Return the anchors as columns: point, event, anchor, simulated, reason (in this language)."""
    sources = points(model)
    return {
        "point": np.array([source.point.key for source in sources], str),
        "event": np.array([source.event for source in sources], np.int64),
        "anchor": np.array([_text(source.anchor) for source in sources], str),
        "simulated": np.array([source.simulated for source in sources], bool),
        "reason": np.array([source.reason(lang) for source in sources], str),
    }


def _text(anchor: p.Anchor) -> str:
    """Return an anchor in one word, with what it names: `OnTrigger conclude_agreement`."""
    return " ".join((type(anchor).__name__, *(str(value) for value in attrs.astuple(anchor))))
