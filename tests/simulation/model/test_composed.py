"""Laws of distributions made of others: quantile and survival fit, and simulating and solving agree."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import stats

from gezondsamen.simulation import Exponential, Fixed, Gamma, Mixture, Scipy, Shifted, Weibull, solve
from gezondsamen.simulation.draws.tables import tabulate
from gezondsamen.simulation.model.distributions import Distribution
from tests.support.simulation.engines import computed, each_engine
from tests.support.simulation.models import single

COMPOSED: dict[str, Distribution] = {
    "scipy": Scipy(stats.invgauss(0.5, scale=2.0)),
    "shifted": Shifted(Gamma(0.8, cv=0.6), by=0.5),
    "mixture": Mixture([(0.3, Exponential(3.0)), (0.7, Weibull(0.5, shape=2.0))]),
    "both": Mixture([(0.5, Shifted(Exponential(1.0), by=1.0)), (0.5, Scipy(stats.gamma(2.0, scale=0.4)))]),
}
each = pytest.mark.parametrize("clock", COMPOSED.values(), ids=COMPOSED)


@each
def test_quantile_and_survival_are_inverse(clock: Distribution) -> None:
    """The share that lasts longer than a quantile is the share asked, in both tails; the table is near."""
    low = np.array([1e-9, 1e-4, 0.1, 0.5, 0.9, 1 - 1e-6])
    high = np.array([1 - 1e-9, 1 - 1e-4, 0.9, 0.5, 0.1, 1e-6])
    assert clock.survival(clock.quantile(low, high)) == pytest.approx(high, rel=1e-6)
    assert tabulate(clock).error < 1e-3


@each_engine
@each
def test_what_is_simulated_is_what_it_says(engine: Any, clock: Distribution) -> None:
    """Times have the mean and the shares of the distribution, and the exact answer too."""
    times = computed(single(clock), engine, cases=20_000, horizon=1e6, log=False)[0].time
    assert times.mean() == pytest.approx(clock.mean, rel=0.04)
    at = np.array([0.3, 0.8, 1.5, 3.0])
    expected = np.asarray(clock.survival(at), float)
    found = [(times > time).mean() for time in at]
    assert found == pytest.approx(expected, abs=0.015)
    exact = solve(single(clock), horizon=4)
    assert exact.occupancy(at)["only"] == pytest.approx(expected, abs=exact.between)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Scipy(stats.norm(1, 1)),
        lambda: Scipy(stats.poisson(1)),
        lambda: Scipy(stats.pareto(0.5)),
        lambda: Scipy(stats.gamma(np.array([1.0, 2.0]))),
        lambda: Scipy("gamma"),
        lambda: Shifted(Fixed(1), by=1),
        lambda: Shifted(Exponential(1), by=-1),
        lambda: Shifted(1.0, by=1),  # type: ignore[arg-type]
        lambda: Mixture([(0.5, Exponential(1))]),
        lambda: Mixture([(1.0, Fixed(1))]),
        lambda: Mixture([]),
    ],
)
def test_what_makes_no_times_is_refused(make: Any) -> None:
    """Times below zero, without a mean or a density, and weights that do not add up, are refused."""
    with pytest.raises(ValueError, match=r"must|give"):
        make()


def test_a_composed_distribution_is_a_value() -> None:
    """It is equal to another one made alike, and prints as what makes it."""
    one, other = Scipy(stats.gamma(2.0, scale=0.4)), Scipy(stats.gamma(a=2.0, scale=0.4))
    assert one == other
    assert hash(one) == hash(other)
    assert eval(repr(one), {"Scipy": Scipy, "stats": stats}) == one
