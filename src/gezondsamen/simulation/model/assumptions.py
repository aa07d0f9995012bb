"""What a researcher assumes about the steps of a process: chances, and what covariates do to them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, Literal

import attrs
import numpy.typing as npt

from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.numbers import is_number, plain, plain_time

Kind = Literal["time_ratio", "hazard_ratio", "odds_ratio"]
"""What an effect multiplies: times, a rate, or the odds of a step."""


def _to_mapping(values: Mapping[str, Any]) -> FrozenDict[str, float]:
    return FrozenDict({trigger: plain(chance) for trigger, chance in dict(values).items()})


@attrs.frozen
class Choice:
    """Say with which chance each step is taken when a phase is left; the chances add up to one.

    A step that is not named is never taken.

    >>> Choice({"continue": 0.7, "decide_to_end": 0.3}).chances["continue"]
    0.7
    """

    chances: FrozenDict[str, float] = attrs.field(converter=_to_mapping)


def _refuse_ratio(effect: Effect, _: object, value: float | None) -> None:
    """Refuse the argument of version 0.1, which was read in two ways."""
    if value is None:
        return
    if effect.trigger is None:
        message = (
            f"say which ratio: times divided by it, as in version 0.1, is time_ratio=1 / {value}; "
            f"a rate multiplied by it, as in Cox regression, is hazard_ratio={value}"
        )
    else:
        message = f"say which ratio: for the odds of a step in a choice, odds_ratio={value}"
    raise refuse("ratio", "which-ratio", message)


@attrs.frozen
class Effect:
    """Let a covariate of a case change how long a phase lasts, or which step is taken.

    Give one ratio, per unit of the covariate above `at`:

    - `time_ratio` multiplies times (accelerated failure times, as in `survreg`): of a phase, or of the
      `trigger` that is one of its competing steps. 2 means twice as long.
    - `hazard_ratio` multiplies the rate, whatever the distribution (as in Cox regression): of leaving a
      phase, or of leaving it by the step `trigger`. 2 means a survival that is squared.
    - `odds_ratio` multiplies the odds of the step `trigger` against the others of a choice.

    A ratio is an assumption of the researcher, unless it comes from data. Only for exponential times is a
    time ratio the inverse of a hazard ratio: for `Weibull` times, the hazard ratio is
    `time_ratio ** -shape`.

    >>> Effect("trust", "negotiation", time_ratio=0.8)
    Effect('trust', 'negotiation', time_ratio=0.8)
    >>> Effect("trust", "negotiation", "break_off", odds_ratio=0.5, at=3).kind
    'odds_ratio'
    """

    covariate: str
    phase: str
    trigger: str | None = None
    time_ratio: float | None = attrs.field(default=None, kw_only=True, converter=plain)
    hazard_ratio: float | None = attrs.field(default=None, kw_only=True, converter=plain)
    odds_ratio: float | None = attrs.field(default=None, kw_only=True, converter=plain)
    at: float = attrs.field(default=0.0, kw_only=True, converter=plain)
    ratio: float | None = attrs.field(
        default=None, kw_only=True, eq=False, repr=False, validator=_refuse_ratio
    )

    def __repr__(self) -> str:
        names = [self.covariate, self.phase, *([] if self.trigger is None else [self.trigger])]
        ratios = [f"{kind}={value!r}" for kind, value in self.given().items()]
        at = [f"at={self.at!r}"] if self.at else []
        return f"Effect({', '.join([*map(repr, names), *ratios, *at])})"

    def given(self) -> dict[Kind, float]:
        """Return the ratios that are given: one, in an effect of a model."""
        every: dict[Kind, float | None] = {
            "time_ratio": self.time_ratio,
            "hazard_ratio": self.hazard_ratio,
            "odds_ratio": self.odds_ratio,
        }
        return {kind: value for kind, value in every.items() if value is not None}

    @property
    def kind(self) -> Kind:
        """What the ratio multiplies."""
        return next(iter(self.given()))

    @property
    def size(self) -> float:
        """The ratio, of whichever kind."""
        return self.given()[self.kind]


Column = float | npt.NDArray[Any]
"""A value for all cases, or one per case."""


def _to_values(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


def _to_times(at: Iterable[Any]) -> tuple[float, ...]:
    return tuple(plain_time(time) for time in at)


@attrs.frozen(eq=False)
class Piecewise:
    """Give a covariate that changes: `values[0]` until `at[0]`, `values[n]` from `at[n - 1]` on.

    Times are years since the case began; with `calendar`, years on the calendar on which cases `enter`.
    Each value is a number, or a column with one per case.

    >>> election = Piecewise([0, 1, 0], at=[1.75, 2.25], calendar=True)
    >>> len(election.values)
    3
    """

    values: tuple[Any, ...] = attrs.field(converter=_to_values)
    at: tuple[float, ...] = attrs.field(converter=_to_times, kw_only=True)
    calendar: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.at or len(self.values) != len(self.at) + 1:
            message = f"give one value more than times, not {len(self.values)} for {len(self.at)}"
            raise refuse("values", "bad-length", message)
        if not all(map(is_number, self.at)) or any(a >= b for a, b in pairwise(self.at)):
            raise refuse("at", "bad-order", f"give times in years, in order, not {shown(self.at)}")

    @classmethod
    def within(cls, period: tuple[float, float], *, until: float, begin: float = 0.0) -> Piecewise:
        """Return what is 1 in the same part of every calendar year, and 0 outside; from `begin` to `until`.

        >>> summer = Piecewise.within((0.5, 0.625), until=2)
        >>> summer.at, summer.values
        ((0.5, 0.625, 1.5, 1.625), (0, 1, 0, 1, 0))
        """
        if not 0 <= period[0] < period[1] <= 1:
            raise refuse("period", "bad-order", f"give two parts of a year, in order, not {shown(period)}")
        at = [year + part for year in range(math.floor(begin), math.ceil(until)) for part in period]
        # The end of one year may be the begin of the next.
        cuts = sorted({time for time in at if at.count(time) == 1})
        inside = period[0] == 0 and period[1] == 1
        if inside or not cuts:
            raise refuse("period", "bad-order", "this is the whole year: give one number")
        return cls([n % 2 for n in range(len(cuts) + 1)], at=cuts, calendar=True)


@attrs.frozen
class Arrivals:
    """Let cases enter one after the other, so many a year: case n in the n-th part of a year, at random.

    `begin` is where case 0 may enter, in years on the calendar. A case enters at the same time however many
    there are.

    >>> Arrivals(per_year=12.0).begin
    0.0
    """

    per_year: float = attrs.field(converter=plain)
    begin: float = attrs.field(default=0.0, converter=plain)

    def __attrs_post_init__(self) -> None:
        if not is_number(self.per_year) or self.per_year <= 0:
            raise refuse("per_year", "bad-number", f"give a rate above zero, not {shown(self.per_year)}")
        if not is_number(self.begin):
            raise refuse("begin", "bad-number", f"give a number of years, not {shown(self.begin)}")
