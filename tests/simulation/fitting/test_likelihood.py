"""Likelihood: laws that hold whatever the family, and where it has no maximum."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezondsamen.simulation import Exponential, Gamma, LogNormal, Weibull
from gezondsamen.simulation.fitting.families import FAMILIES, Family, Made
from gezondsamen.simulation.fitting.likelihood import Sample, derivatives, estimate, log_likelihood, maximise
from gezondsamen.simulation.model.distributions import Distribution, Floats

MADE: tuple[Made, ...] = (Exponential, Weibull, Gamma, LogNormal)
FIELD = st.floats(0.2, 4.0)
TIME = st.floats(1e-3, 8.0)


def sample(low: list[float], high: list[float], spent: list[float], ratio: float = 0.0) -> Sample:
    n = len(low)
    on_time = np.full((n, 1), ratio) if ratio else np.empty((n, 0))
    return Sample(np.array(low), np.array(high), np.array(spent), np.ones(n), on_time, np.empty((n, 0)))


def at(family: Family, mean: float, other: float) -> Floats:
    found: Floats = np.log(np.array([mean, other][: len(family.fields)]))
    return found


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(MADE), FIELD, FIELD, TIME)
def test_a_family_is_its_distribution(made: Made, mean: float, other: float, time: float) -> None:
    """Survival is that of the class; the density is the slope of what has ended."""
    family = FAMILIES[made]
    values = [mean, other][: len(family.fields)]
    distribution: Distribution = family.of(values)
    t = np.array([time])
    share = float(distribution.survival(time))
    assert np.exp(family.log_survival(t, *values)[0]) == pytest.approx(share, rel=1e-9, abs=1e-280)
    step = 1e-5 * time
    slope = float(distribution.survival(time - step) - distribution.survival(time + step)) / (2 * step)
    assert np.exp(family.log_density(t, *values)[0]) == pytest.approx(slope, rel=1e-3, abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(MADE), FIELD, FIELD, TIME, TIME, st.booleans())
def test_a_visit_in_two_parts_is_the_visit(
    made: Made, mean: float, other: float, first: float, more: float, ended: bool
) -> None:
    """To see it up to a day, and from that day on as one that had begun before, is to see it whole."""
    family, time = FAMILIES[made], first + more
    end = time if ended else np.inf
    where = at(family, mean, other)
    whole = log_likelihood(family, sample([time], [end], [0.0]), where)
    parts = log_likelihood(family, sample([first, time], [np.inf, end], [0.0, first]), where)
    assert parts == pytest.approx(whole, rel=1e-9, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(MADE), FIELD, FIELD, st.lists(TIME, min_size=1, max_size=6, unique=True))
def test_intervals_that_fill_the_line_have_all_visits(
    made: Made, mean: float, other: float, cuts: list[float]
) -> None:
    """The shares that end between one time and the next add up to one."""
    family = FAMILIES[made]
    edges = [0.0, *sorted(cuts)]
    shares = [
        np.exp(log_likelihood(family, sample([low], [high], [0.0]), at(family, mean, other)))
        for low, high in pairwise(edges)
    ]
    last = np.exp(log_likelihood(family, sample([edges[-1]], [np.inf], [0.0]), at(family, mean, other)))
    assert sum(shares) + last == pytest.approx(1, abs=1e-5)


def test_a_narrow_interval_is_a_density() -> None:
    """Where an interval holds next to nothing, its share is the density in its middle times its width."""
    for made in MADE:
        family = FAMILIES[made]
        where = at(family, 1.0, 0.7)
        exact = log_likelihood(family, sample([0.5], [0.5], [0.0]), where)
        for width in (1e-4, 1e-8, 1e-12):
            narrow = sample([0.5 - width / 2], [0.5 + width / 2], [0.0])
            assert log_likelihood(family, narrow, where) - np.log(width) == pytest.approx(exact, abs=1e-3)


def test_visits_that_are_alike_count_as_many() -> None:
    """Gathering visits changes no likelihood, and keeps the number of those that ended."""
    many = sample([1.0, 2.0, 1.0, 1.0], [1.5, np.inf, 1.5, 1.5], [0.0, 0.5, 0.0, 0.0], ratio=0.3)
    few = many.gathered()
    assert (len(few.low), few.events) == (2, many.events)
    where = np.array([0.1, -0.2, 0.4])
    family = FAMILIES[Weibull]
    assert log_likelihood(family, few, where) == pytest.approx(log_likelihood(family, many, where))


def test_the_tail_of_a_gamma_goes_on_below_the_smallest_number() -> None:
    """Where the share that lasts longer is no number above zero any more, its logarithm still falls."""
    family = FAMILIES[Gamma]
    times = np.array([600.0, 660.0, 700.0, 800.0, 2000.0])
    values = family.log_survival(times, 2.0, 0.5**0.5)
    assert np.isfinite(values).all()
    assert np.diff(values) / np.diff(times) == pytest.approx(-1, abs=0.01)


def test_where_there_is_no_maximum_there_is_none() -> None:
    """Times that are all alike make every family sharper without end."""
    same = sample([1.0] * 20, [1.0] * 20, [0.0] * 20)
    assert estimate(FAMILIES[Gamma], same) is None
    assert estimate(FAMILIES[Exponential], same) is not None
    assert maximise(lambda x: float(x[0]), np.zeros(1)) is None
    assert maximise(lambda x: float("nan") if x[0] else 0.0, np.zeros(1)) is None


def test_a_maximum_has_no_slope_and_the_covariance_of_its_curvature() -> None:
    """Of a parabola in two directions both are known."""
    bend = np.array([[2.0, 0.6], [0.6, 1.0]])
    top = np.array([0.3, -1.2])
    found = maximise(lambda x: float(3 - (x - top) @ bend @ (x - top) / 2), np.zeros(2))
    assert found is not None
    np.testing.assert_allclose(found.at, top, atol=1e-6)
    np.testing.assert_allclose(found.covariance, np.linalg.inv(bend), rtol=1e-5)
    assert found.aic == pytest.approx(4 - 6)
    slope, _ = derivatives(lambda x: float(x[0] ** 2 + 3 * x[1]), np.array([1.0, 1.0]))
    np.testing.assert_allclose(slope, [2, 3], rtol=1e-6)
