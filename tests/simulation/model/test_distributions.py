"""Laws of the distributions: two ways to say the same, made from what people can estimate."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate

from gezondsamen.simulation import Distribution, Empirical, Exponential, Fixed, Gamma, LogNormal, Weibull

SMOOTH = [
    Exponential(mean=2.0),
    Gamma(mean=0.8, cv=0.5),
    Gamma(mean=3.0, cv=1.5),
    LogNormal(mean=0.5, cv=0.8),
    LogNormal(mean=5.0, cv=2.0),
    Weibull(mean=1.2, shape=1.8),
    Weibull(mean=0.4, shape=0.7),
]
CVS: dict[Distribution, float] = {
    **{x: x.cv for x in SMOOTH if isinstance(x, Gamma | LogNormal)},
    Exponential(mean=2.0): 1.0,
    Weibull(mean=1.2, shape=1.0): 1.0,
    Weibull(mean=1.0, shape=2.0): math.sqrt(4 / math.pi - 1),
}
FITTED = [Gamma, LogNormal, Weibull]
each_smooth = pytest.mark.parametrize("distribution", SMOOTH, ids=repr)
each_fitted = pytest.mark.parametrize("family", FITTED)
positive = st.floats(0.05, 20)
spreads = st.floats(0.15, 3)
smooth = st.one_of(
    st.builds(Exponential, positive),
    st.builds(Gamma, positive, spreads),
    st.builds(LogNormal, positive, spreads),
    st.builds(Weibull, positive, st.floats(0.5, 5)),
)


def share(value: float) -> np.ndarray[Any, Any]:
    return np.array([value])


@given(smooth, st.floats(1e-6, 0.5))
def test_quantile_and_survival_are_inverse(distribution: Distribution, tail: float) -> None:
    """The share that outlasts a quantile is the share it was asked for, on both sides of the middle."""
    upper = distribution.quantile(share(1 - tail), share(tail))
    assert distribution.survival(upper)[0] == pytest.approx(tail, rel=1e-9, abs=0)
    lower = distribution.quantile(share(tail), share(1 - tail))
    assert 1 - distribution.survival(lower)[0] == pytest.approx(tail, rel=1e-7, abs=1e-15)


@each_smooth
def test_the_far_tail_keeps_its_digits(distribution: Distribution) -> None:
    """One case in ten billion lasts as long as its share says: `high` is not computed from `low`."""
    tail = 1e-10
    time = distribution.quantile(share(1 - tail), share(tail))
    assert distribution.survival(time)[0] == pytest.approx(tail, rel=1e-9, abs=0)
    assert distribution.quantile(share(1 - tail), share(tail / 2))[0] > time[0]


@each_smooth
def test_the_mean_is_the_area_under_survival(distribution: Distribution) -> None:
    """The mean that was given is the mean that is drawn."""
    area, _ = integrate.quad(lambda x: float(distribution.survival(x)), 0, np.inf, limit=500)
    assert area == pytest.approx(distribution.mean, rel=1e-6)


@pytest.mark.parametrize(("distribution", "cv"), CVS.items(), ids=repr)
def test_the_spread_is_the_one_given(distribution: Distribution, cv: float) -> None:
    """The coefficient of variation that was given is the one that is drawn."""
    second, _ = integrate.quad(lambda x: 2 * x * float(distribution.survival(x)), 0, np.inf, limit=500)
    assert math.sqrt(second - distribution.mean**2) / distribution.mean == pytest.approx(cv, rel=1e-5)


@each_smooth
def test_everything_lasts_longer_than_nothing(distribution: Distribution) -> None:
    """At zero and before it nothing has ended; survival never rises."""
    times = np.linspace(-1, 30, 200)
    survival = distribution.survival(times)
    assert (survival[times <= 0] == 1).all()
    assert (np.diff(survival) <= 0).all()
    assert survival[-1] < 0.03


@each_fitted
@given(data=st.data())
def test_two_quantiles_come_back(family: Any, data: st.DataObject) -> None:
    """The distribution made from two quantiles has both, in whatever order they were given."""
    p = data.draw(st.floats(0.05, 0.45))
    q = data.draw(st.floats(0.55, 0.95))
    a = data.draw(positive)
    b = a * data.draw(st.floats(1.3, 8))
    made = family.from_quantiles((q, b), (p, a))
    assert made == family.from_quantiles((p, a), (q, b))
    assert made.quantile(share(p), share(1 - p))[0] == pytest.approx(a, rel=1e-7)
    assert made.quantile(share(q), share(1 - q))[0] == pytest.approx(b, rel=1e-7)


@each_fitted
@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        (((0.5, 1.0),), "two quantiles"),
        (((0.1, 1.0), (0.5, 2.0), (0.9, 3.0)), "not 3"),
        (((0.1, 2.0), (0.9, 1.0)), "rise"),
        (((0.1, 1.0), (0.1, 2.0)), "between 0 and 1"),
        (((0.0, 1.0), (0.9, 2.0)), "between 0 and 1"),
        (((0.1, 1.0), (1.0, 2.0)), "between 0 and 1"),
        (((0.1, 0.0), (0.9, 2.0)), "rise"),
        (((0.1, 1.0), (0.9, "2")), r"\(share, years\), not"),
        (((0.1, 1.0), (0.9,)), r"\(share, years\), not"),
        ((0.1, 0.9), r"\(share, years\), not"),
    ],
)
def test_quantiles_that_make_no_sense_are_refused(family: Any, pairs: Any, says: str) -> None:
    """Shares outside 0 and 1, times that do not rise and another number than two are refused in words."""
    with pytest.raises(ValueError, match=says):
        family.from_quantiles(*pairs)


def test_quantiles_that_no_gamma_has_are_refused() -> None:
    """Quantiles so near to each other that no shape fits are refused, with the quantiles."""
    with pytest.raises(ValueError, match=r"no gamma distribution has the quantiles .*0\.05"):
        Gamma.from_quantiles((0.05, 1.0), (0.95, 1.0001))


@pytest.mark.parametrize("wrong", [0, -1, math.inf, math.nan, "1", None, True])
@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda x: Exponential(mean=x), "mean"),
        (lambda x: Gamma(mean=x), "mean"),
        (lambda x: Gamma(mean=1.0, cv=x), "cv"),
        (lambda x: LogNormal(mean=x), "mean"),
        (lambda x: LogNormal(mean=1.0, cv=x), "cv"),
        (lambda x: Weibull(mean=x), "mean"),
        (lambda x: Weibull(mean=1.0, shape=x), "shape"),
    ],
)
def test_an_error_names_its_field(make: Callable[[Any], Distribution], field: str, wrong: Any) -> None:
    """A mean, a spread and a shape are numbers above zero; what is wrong and where is said."""
    with pytest.raises(ValueError, match=f"^{field} must be a number above zero, not {wrong!r}"):
        make(wrong)


@pytest.mark.parametrize("wrong", [-1, math.inf, math.nan, "1", False])
def test_a_fixed_time_may_be_zero_and_nothing_worse(wrong: Any) -> None:
    """Zero is a fixed time; what is below it, endless or no number is not."""
    assert Fixed(0).mean == 0
    with pytest.raises(ValueError, match=r"^mean must be"):
        Fixed(wrong)


@pytest.mark.parametrize("years", [0, 2, 0.5])
def test_a_fixed_time_is_one_time(years: float) -> None:
    """Every quantile is the time itself; survival falls from one to zero there."""
    low = np.array([0.001, 0.5, 0.999])
    assert (Fixed(years).quantile(low, 1 - low) == years).all()
    assert Fixed(years).quantile(low, 1 - low).dtype == np.float64
    assert Fixed(years).survival(np.array([years - 0.01, years, years + 0.01])).tolist() == [1, 0, 0]


times = st.lists(st.floats(0.01, 100), min_size=1, max_size=30)


@given(times, st.floats(0, 1, exclude_max=True))
def test_an_empirical_quantile_is_one_of_its_times(given_times: list[float], low: float) -> None:
    """A quantile is the time at its place in the sorted times, each with the same share."""
    found = Empirical(given_times).quantile(share(low), share(1 - low))[0]
    assert found == sorted(given_times)[int(low * len(given_times))]


@given(times)
def test_empirical_times_have_no_order(given_times: list[float]) -> None:
    """The same times in another order are the same distribution, with their own mean and survival."""
    made = Empirical(given_times)
    assert made == Empirical(reversed(given_times))
    assert made.mean == pytest.approx(np.mean(given_times))
    longer = [time for time in given_times if time > given_times[0]]
    assert made.survival(given_times[0]) == pytest.approx(len(longer) / len(given_times))


@pytest.mark.parametrize(
    ("wrong", "says"), [([], "at least one"), ([1, 0], "0.0"), ([2, -1], "-1"), ([math.inf], "inf")]
)
def test_wrong_empirical_times_are_named(wrong: Any, says: str) -> None:
    """No times at all, and a time that is not above zero, are refused; the time is shown."""
    with pytest.raises(ValueError, match=f"times must .*{says}"):
        Empirical(wrong)


@pytest.mark.parametrize("distribution", [*SMOOTH, Fixed(1.0), Empirical([1, 2])], ids=repr)
def test_a_distribution_is_a_value(distribution: Distribution) -> None:
    """Its text makes it again, equal and with the same hash."""
    made = eval(
        repr(distribution), {kind.__name__: kind for kind in (*FITTED, Exponential, Fixed, Empirical)}
    )
    assert made == distribution
    assert hash(made) == hash(distribution)
    assert isinstance(made, Distribution)
