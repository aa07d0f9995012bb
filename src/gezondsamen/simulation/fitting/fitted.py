"""A fit: the likeliest model, how sure its numbers are, and draws of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.labels import FALLBACK
from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.chunks import check_seed
from gezondsamen.simulation.engine.rows import joined
from gezondsamen.simulation.engine.trajectories import Columns, points_in_time, table
from gezondsamen.simulation.exact.solve import solve
from gezondsamen.simulation.fitting import curves, parameters
from gezondsamen.simulation.fitting.chances import Chances
from gezondsamen.simulation.fitting.clocks import Clock
from gezondsamen.simulation.fitting.expected import expected
from gezondsamen.simulation.fitting.intervals import around_shares
from gezondsamen.simulation.fitting.likelihood import Maximum
from gezondsamen.simulation.fitting.occupancy import from_beginning, occupancy
from gezondsamen.simulation.fitting.ratios import with_logarithm
from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.assumptions import Choice, Effect
from gezondsamen.simulation.model.checking import ordinary
from gezondsamen.simulation.model.distributions import Distribution, Floats
from gezondsamen.simulation.model.errors import choose, refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import is_number, is_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@attrs.frozen(eq=False, slots=False)
class Fit:
    """Hold what visits say about the times and chances of a process, and how surely.

    Every bound is of 95 % and holds the uncertainty of the parameters, given the families: it comes from the
    observed information, on the scale of logarithms (of log odds for chances). What was assumed has none: the
    phases and competing steps (`phase.trigger`) in `standing_in`.
    """

    process: Process
    visits: Visits
    clocks: tuple[Clock, ...] = attrs.field(repr=False)
    chances: tuple[Chances, ...] = attrs.field(repr=False)
    assumed: Model | None = attrs.field(repr=False)
    standing_in: tuple[str, ...]

    def __repr__(self) -> str:
        assumed = f"; assumed: {', '.join(self.standing_in)}" if self.standing_in else ""
        size = f"{len(self.visits)} visits, {len(self.parameters)} parameters"
        return f"Fit({self.process.key!r}, {size}, AIC {self.aic:.1f}{assumed})"

    # --- the model -------------------------------------------------------------------------------

    @cached_property
    def model(self) -> Model:
        """The likeliest model, ready to simulate."""
        return self._model([maximum.at for maximum in self._maxima()])

    def model_of(self, values: Mapping[str, float]) -> Model:
        """Return the model with other values for some parameters, by the names that `draws` gives them.

        Chances of a phase are scaled so that they add up to one. Raises `InvalidModel` for a name that there
        is not, and for values that cannot be.
        """
        for name, value in values.items() if isinstance(values, Mapping) else [("values", None)]:
            if not is_number(value):
                message = f"give numbers by name, as a row of draws(...), not {shown(values)}"
                raise refuse("values", "wrong-type", message)
            if name not in self._natural:
                message = f"the fit has no such parameter; {choose(name, self._natural)}"
                raise refuse(f"values[{name!r}]", "unknown", message)
        every = {**self._natural, **{name: float(value) for name, value in values.items()}}
        return self._model(
            [
                parameters.logarithms(part, every)
                if values.keys() & parameters.named(part, part.maximum.at[None]).keys()
                else part.maximum.at
                for part in self._parts()
            ]
        )

    # --- how well it fits ------------------------------------------------------------------------

    @property
    def log_likelihood(self) -> float:
        """The logarithm of the likelihood, of all times and choices together."""
        return float(sum(maximum.log_likelihood for maximum in self._maxima()))

    @property
    def aic(self) -> float:
        """Akaike's criterion of the whole: twice the parameters less twice the log-likelihood."""
        return float(sum(maximum.aic for maximum in self._maxima()))

    def families(self) -> Columns:
        """Return how the families compare for each time.

        Columns: phase, trigger (empty for a dwell time), family, parameters, log_likelihood, aic, weight (of
        Akaike: how likely it is the best of these), chosen. Where the likelihood has no maximum, `aic` is
        infinite.
        """
        rows: list[tuple[Any, ...]] = []
        for clock in self.clocks:
            scores = np.array([candidate.aic for candidate in clock.candidates])
            weights = np.exp((scores.min(initial=np.inf) - scores) / 2) if len(scores) else scores
            for candidate, weight in zip(clock.candidates, weights / weights.sum(), strict=True):
                made = candidate.maximum
                rows.append(
                    (
                        clock.phase,
                        clock.trigger or "",
                        candidate.family.name,
                        len(candidate.family.fields),
                        np.nan if made is None else made.log_likelihood,
                        candidate.aic,
                        weight,
                        candidate is clock.best,
                    )
                )
        names = ("phase", "trigger", "family", "parameters", "log_likelihood", "aic", "weight", "chosen")
        return table(names, rows)

    def table(self) -> Columns:
        """Return every number of the model that was estimated, with its bounds of 95 %.

        Columns: name (as in `draws`), phase, trigger, family (or chance, or effect), parameter, estimate,
        low, high, error (standard error of the logarithm; of the logit for a chance), visits (used), ended
        (how many of them ended so).
        """
        names = ("name", "phase", "trigger", "family", "parameter", "estimate", "low", "high", "error")
        rows = [row for part in self._parts() for row in parameters.rows(part)]
        return table((*names, "visits", "ended"), rows)

    # --- its uncertainty -------------------------------------------------------------------------

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """What the rows and columns of `covariance` are: logarithms of parameters, and of odds of steps."""
        return tuple(name for part in self._parts() for name in parameters.logarithm_names(part))

    @property
    def covariance(self) -> Floats:
        """The covariance of `parameters`, the inverse of the observed information.

        Times and choices of different phases, and competing clocks, are independent of one another.
        """
        found = np.zeros((len(self.parameters), len(self.parameters)))
        at = 0
        for maximum in self._maxima():
            end = at + len(maximum.at)
            found[at:end, at:end] = maximum.covariance
            at = end
        return found

    def draws(self, n: int, *, seed: int) -> Columns:
        """Return draws of the parameters as columns by name, one row per draw; `model_of` takes a row.

        They are drawn from the normal distribution around the estimates, on the scale of logarithms (of
        log odds for chances), with `covariance`: what the data leave open about the parameters.

        Raises `InvalidModel` for numbers that are no whole ones.
        """
        check_seed(seed)
        if not is_whole(n) or n < 1:
            raise refuse("n", "bad-number", f"give a whole number from 1, not {shown(n)}")
        columns: Columns = {}
        for part in self._parts():
            columns.update(parameters.drawn(part, int(n), int(seed)))
        return columns

    # --- beside what was seen -----------------------------------------------------------------------

    def survival(self, phase: str) -> Columns:
        """Return the share of visits to a phase that lasts longer than each time: as seen, and as fitted.

        Columns: time (years in the phase), share (Kaplan-Meier, at each time at which a visit ended), low and
        high (bounds of 95 % at each time by itself: the uncertainty of having seen so many visits, which are
        taken as independent), fitted (what the model says, on average over the covariates). Times that are
        known by intervals count as their middle. Raises `InvalidModel` for a phase that was not fitted.
        """
        clocks, chances, visits = self._of(phase)
        steps = curves.survival(curves.Risk.of(visits))
        return {**steps.columns(), "fitted": expected(clocks, chances, visits, steps.time).longer}

    def incidence(self, phase: str) -> Columns:
        """Return the share of visits to a phase that has ended by each step by each time: seen, and fitted.

        Columns: trigger, time, share (Aalen-Johansen), low, high and fitted, as in `survival`.
        """
        clocks, chances, visits = self._of(phase)
        risk = curves.Risk.of(visits)
        parts: list[Columns] = []
        for number in risk.ended:
            trigger = visits.triggers[number]
            steps = curves.incidence(risk, number)
            said = expected(clocks, chances, visits, steps.time).ended[trigger]
            parts.append({"trigger": np.full(len(said), trigger), **steps.columns(), "fitted": said})
        return joined(parts)

    def occupancy(self, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases in each phase at each time, by default 101: as seen, and as fitted.

        Columns: phase, time (years since the case began), share (Aalen-Johansen), low and high (bounds of
        95 % at each time by itself: the uncertainty of having seen so many cases), fitted (what the model
        says; not a number where covariates count). Only cases that were seen from their beginning, in the
        phase in which the model begins, are in it. Raises `InvalidModel` where there are none, and for times
        out of order.
        """
        start = self.visits.phases.index(self.model.start)
        visits = from_beginning(self.visits, start)
        if not len(visits):
            message = f"no case was seen from its beginning in phase {self.model.start!r}"
            raise refuse("visits", "missing", message)
        horizon = float(visits.left.max())
        at = points_in_time(times, horizon)
        seen = occupancy(visits, at)
        exact = None if self.model.effects else solve(self.model, horizon=horizon).occupancy(at)
        parts: list[Columns] = []
        for key, share, error in zip(visits.phases, seen.share, seen.error, strict=True):
            low, high = around_shares(share, error)
            fitted = np.full(len(at), np.nan) if exact is None else exact[key]
            column = {"phase": np.full(len(at), key), "time": at, "share": share}
            parts.append({**column, "low": low, "high": high, "fitted": fitted})
        return joined(parts)

    def plot(
        self,
        phase: str | None = None,
        kind: str = "survival",
        *,
        lang: str = FALLBACK,
        ax: Axes | None = None,
    ) -> Axes:
        """Draw what was seen of a phase, in its bounds, and the fitted model dashed; return the axes.

        Kinds: `survival` (how long visits last) and `incidence` (by which step they end). Without a phase the
        shares of cases in the phases are drawn (the six that hold most). The bounds are those of `survival`,
        `incidence` and `occupancy`: no uncertainty of the fitted line is drawn.

        Raises `InvalidModel` for an unknown kind or a phase that was not fitted, `MissingExtra` where
        matplotlib is missing.
        """
        from gezondsamen.simulation.fitting.pictures import plot

        return plot(self, phase, kind, lang, ax)

    def _of(self, phase: str) -> tuple[tuple[Clock, ...], Chances | None, Visits]:
        """Return the clocks, chances and visits of a phase; raises `InvalidModel` where it was not fitted."""
        clocks = tuple(clock for clock in self.clocks if clock.phase == phase)
        if not clocks:
            known = list(dict.fromkeys(clock.phase for clock in self.clocks))
            message = f"no phase {shown(phase)} was fitted; {choose(phase, known)}"
            raise refuse("phase", "unknown", message)
        chances = next((chance for chance in self.chances if chance.phase == phase), None)
        place = self.visits.phases.index(phase)
        return clocks, chances, self.visits.where(self.visits.phase_from == place)

    # --- parts -----------------------------------------------------------------------------------

    def _parts(self) -> tuple[Clock | Chances, ...]:
        return (*self.clocks, *self.chances)

    def _maxima(self) -> list[Maximum]:
        return [part.maximum for part in self._parts()]

    @cached_property
    def _natural(self) -> dict[str, float]:
        """The estimates by name."""
        found: dict[str, float] = {}
        for part in self._parts():
            values = parameters.named(part, part.maximum.at[None])
            found.update({name: float(value[0]) for name, value in values.items()})
        return found

    def _model(self, logarithms: list[Floats]) -> Model:
        dwell: dict[str, Distribution] = {}
        hazards: dict[str, dict[str, Distribution]] = {}
        choices: dict[str, Choice] = {}
        effects: list[Effect] = []
        for part, at in zip(self._parts(), logarithms, strict=True):
            if isinstance(part, Chances):
                if (
                    part.triggers != tuple(step.trigger for step in ordinary(self.process, part.phase))
                    or part.others
                ):
                    shares = part.chances(at).tolist()
                    choices[part.phase] = Choice(dict(zip(part.triggers, shares, strict=True)))
            elif part.trigger is None:
                dwell[part.phase] = part.distribution(at)
            else:
                hazards.setdefault(part.phase, {})[part.trigger] = part.distribution(at)
            first = len(at) - len(part.effects)
            effects += [with_logarithm(e, float(v)) for e, v in zip(part.effects, at[first:], strict=True)]
        a = self.assumed
        if a is None:
            return Model(self.process, dwell, choices, effects, hazards=hazards)
        inside = self.standing_in
        return Model(
            self.process,
            {**{key: a.dwell[key] for key in inside if key in a.dwell}, **dwell},
            {**{key: a.choices[key] for key in inside if key in a.choices}, **choices},
            [*effects, *(x for x in a.effects if {x.phase, f"{x.phase}.{x.trigger}"} & set(inside))],
            hazards={**{key: a.hazards[key] for key in inside if key in a.hazards}, **hazards},
            marks=a.marks,
            held=a.held,
            start=a.start,
            spent=a.spent,
        )
