"""Evaluation points: the rules from which the moments of a schedule follow."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from gezondsamen.citations import Basis, Citation, to_basis
from gezondsamen.errors import shown
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Limit
from gezondsamen.terms import of, to_key, to_keys

_WINDOW_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z")


@attrs.frozen
class OnPhase:
    """Count from the first entry into a phase; coming back to it changes nothing."""

    phase: str


@attrs.frozen
class OnTrigger:
    """Count from every time that a trigger is taken; what repeats, from the first time."""

    trigger: str


@attrs.frozen
class OnTerm:
    """Count from the term of the agreement: its start, or its end.

    On the track of an agreement that is its own term, on others that of the principal one. Where several are
    principal, none counts.
    """

    edge: Literal["start", "end"] = "start"


@attrs.frozen
class OnStatement:
    """Count from each statement on a topic: from its day, or from the day through which it is valid.

    What repeats counts from the first one; one that was taken back counts for nothing.
    """

    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    edge: Literal["on", "until"] = "on"


@attrs.frozen
class OnAction:
    """Count from the due day of each agreed action."""


@attrs.frozen
class OnPartyLeft:
    """Count from each day on which a party left; one that was succeeded did not leave."""


@attrs.frozen
class OnSchoolYear:
    """Count from 1 August of the school year in which the track began, every year where no period is given.

    Without an offset a period ends with its own last day, so that a moment lies on 31 July.
    """


Anchor = OnPhase | OnTrigger | OnTerm | OnStatement | OnAction | OnPartyLeft | OnSchoolYear
"""What an evaluation point counts from: a closed union."""


def _check_window_day(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not _WINDOW_DAY.match(value):
        raise ValueError(f"{attribute.name} is a day of the year, as in '05-01', not {shown(value)}")


@attrs.frozen
class Window:
    """Bound the days of a year in which a moment may lie, as `MM-DD` texts, both included."""

    first: str = attrs.field(validator=_check_window_day)
    last: str = attrs.field(validator=_check_window_day)


@attrs.frozen(kw_only=True)
class EvaluationPoint:
    """Say when the collaboration is evaluated: counted from what, how often, by whom, with what.

    `anchor` is the one anchor that it counts from; `every` repeats; `offset` shifts the first;
    `fraction` lies inside the term (between 0 and 1); `before_end` counts back from the anchor, as the end of
    a term; `window` bounds the days of the year; `while_in` names the phases in which moments are produced;
    `min_term` skips shorter terms; `min_count` asks that many per period, 1 or more; what is `optional` is
    never overdue. `kind` is the kind of evaluation that answers it. `contacts` are the kinds of contact that
    answer it too (none named: the kind of contact with the key of `kind`), `topics` those on which a
    statement about what it counts from does. `rule` is the code of the watched rule whose rhythm it plans: it
    is dropped with that. `on_events` are pairs of a further anchor and a period after it, or None: each gives
    one moment per event.

    Of `fraction`, `before_end` and `every` the first that is given counts, and what it does not need is not
    read. With `every`, occurrence n closes period n, and n.1, n.2, ... lie inside it, spread evenly over the
    first period; what repeats stops at the end of the term, unless it counts from that or the term is over.
    With a `window`, they lie in the first window that ends on or after the day that opens the period, the
    last of them on its last day, once in a window.

    An evaluation counts in the window of a moment: from the day after the one that opens the period through
    the end of the next period; in the window that the point has; from the day of a moment `before_end`
    through that end; from half-way before a `fraction` to half-way after it; and else from the day that is
    counted from.
    """

    key: str
    label: Label
    kind: str = attrs.field(converter=to_key, metadata=of("evaluation_kind"))
    anchor: Anchor
    every: Every | Limit | None = None
    offset: Every | Limit | None = None
    fraction: float | None = None
    before_end: Every | Limit | None = None
    window: Window | None = None
    on_events: tuple[tuple[Anchor, Every | None], ...] = ()
    while_in: tuple[str, ...] = ()
    min_term: Every | None = None
    min_count: int | Limit = 1
    optional: bool = False
    contacts: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("contact_kind"))
    topics: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("topic"))
    rule: str | None = None
    instrument: Label | None = None
    evaluator: Label | None = None
    citation: Citation
    basis: Basis = attrs.field(default=Basis.CHOICE, converter=to_basis)
    choice: Label | None = None
