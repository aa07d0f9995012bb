"""Laws of intervals: each is where the equation that defines it says, or that of a larger sample."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from gezondsamen.simulation.results import intervals
from gezondsamen.simulation.results.intervals import Z
from gezondsamen.simulation.results.measures import Unit

CASES = st.integers(2, 400)


@given(cases=CASES, data=st.data())
def test_a_share_at_a_bound_of_wilson_is_just_believed(cases: int, data: st.DataObject) -> None:
    """A bound is a share from which the one that was seen lies Z of its own standard errors off."""
    count = data.draw(st.integers(0, cases))
    for side, bound in zip((1, -1), map(float, intervals.wilson(count, cases)), strict=True):
        far = Z * np.sqrt(bound * (1 - bound) / cases)
        assert count / cases - bound == pytest.approx(side * far, abs=1e-6)


@given(cases=CASES, mean=st.floats(0.01, 50), times=st.floats(0.1, 10))
def test_a_rate_at_a_bound_is_just_believed(cases: int, mean: float, times: float) -> None:
    """So it is for how often, where the variance of a case is so many times its mean."""
    for side, bound in zip((1, -1), intervals.times(mean, times * mean, cases), strict=True):
        far = Z * np.sqrt(times * float(bound) / cases)
        assert mean - float(bound) == pytest.approx(side * far, abs=1e-9)


def differences(lost: int, won: int, same: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.repeat([-1.0, 1.0, 0.0], [lost, won, same])


@given(lost=st.integers(0, 40), won=st.integers(0, 40), same=st.integers(1, 300))
def test_a_difference_in_pairs_has_the_interval_of_one_more_pair_for_each_side(
    lost: int, won: int, same: int
) -> None:
    """Wald's interval of the pairs, half a pair more in each cell of the two by two, and the mean in it."""
    d = differences(lost, won, same)
    low, high = intervals.paired(d.sum(), (d**2).sum(), len(d))
    n, more, fewer = len(d) + 2, won + 0.5, lost + 0.5
    middle = (more - fewer) / n
    half = Z * np.sqrt(more + fewer - (more - fewer) ** 2 / n) / n
    assert float(low) == pytest.approx(min(middle - half, d.mean()))
    assert float(high) == pytest.approx(max(middle + half, d.mean()))
    assert low <= d.mean() <= high


@given(many=st.integers(2, 200))
def test_numbers_of_one_size_have_the_interval_of_student(many: int) -> None:
    """Where no number stands out there are as many degrees of freedom as cases less one.

    The spread is that around the mean with one case more, which lies at the size that the others have.
    """
    d = np.tile([1.0, -1.0], many)
    low, high = intervals.student(d.mean(), (d**2).sum(), (d**4).sum(), len(d))
    half = stats.t.ppf(0.975, len(d) - 1) * np.sqrt(len(d) + 1) / len(d)
    assert (float(low), float(high)) == pytest.approx((-half, half))


@given(few=st.integers(1, 9), cases=st.integers(100, 1000), size=st.floats(0.1, 100))
def test_where_few_numbers_are_not_zero_there_are_few_degrees_of_freedom(
    few: int, cases: int, size: float
) -> None:
    """As Satterthwaite has it: two cases for each unit of kurtosis above that of numbers of one size."""
    low, high = intervals.student(few * size / cases, few * size**2, few * size**4, cases)
    kurtosis = cases / (few + 1)
    freedom = 2 * cases / (kurtosis - 1)
    half = stats.t.ppf(0.975, freedom) * size * np.sqrt(few + 1 - few**2 / cases) / cases
    assert float(high - low) / 2 == pytest.approx(half)
    assert float(high + low) / 2 == pytest.approx(few * size / cases)


def test_of_nothing_but_zeros_the_size_is_what_is_said_of_it() -> None:
    """Where all numbers are zero one case more has the size given, or is as large as the largest amount."""
    for sizes, expected in (((2.0, 0.0), 2.0), ((0.0, 3.0), 3.0), ((2.0, 3.0), 3.0), ((0.0, 0.0), 0.0)):
        low, high = intervals.student(0.0, 0.0, 0.0, 100, *sizes)
        half = stats.t.ppf(0.975, 99) * expected / 100
        assert (float(low), float(high)) == pytest.approx((-half, half))


def test_of_one_case_no_interval_of_an_amount_is_known() -> None:
    """One number says nothing about how far others lie from it."""
    assert np.isnan(intervals.student(2.0, 4.0, 16.0, 1)).all()
    assert np.isnan(intervals.spread(2.0, 4.0, 1)[1])


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=30))
def test_mean_variance_and_error_are_those_of_the_numbers(numbers: list[int]) -> None:
    """From their sum and the sum of their squares alone."""
    x = np.array(numbers, float)
    found = intervals.spread(x.sum(), (x**2).sum(), len(x))
    expected = (x.mean(), x.var(ddof=1), x.std(ddof=1) / np.sqrt(len(x)))
    assert tuple(map(float, found)) == pytest.approx(expected, abs=1e-9)
    mean, low, high = intervals.of_counts(np.abs(x).sum(), (x**2).sum(), len(x))
    size = np.abs(x)
    assert float(mean) == pytest.approx(size.mean())
    assert tuple(map(float, (low, high))) == pytest.approx(
        tuple(map(float, intervals.times(size.mean(), size.var(ddof=1), len(x)))), abs=1e-9
    )


@pytest.mark.parametrize("unit", ["share", "times", "years", "amount"])
def test_each_unit_has_its_interval(unit: Unit) -> None:
    """Shares after Wilson, counts by their score, amounts after Student; in pairs all counts alike."""
    x = np.array([0.0, 1.0, 1.0, 0.0, 1.0, 1.0])
    powers = (x.sum(), (x**2).sum(), (x**4).sum())
    mean, error, *bounds = intervals.of_mean(unit, *powers, np.array(6.0), 0.5)
    alone = {
        "share": intervals.wilson(4, 6),
        "times": intervals.times(x.mean(), x.var(ddof=1), 6),
    }.get(unit, intervals.student(x.mean(), *powers[1:], 6, largest=0.5))
    assert (float(mean), float(error)) == pytest.approx((x.mean(), stats.sem(x)))
    assert bounds == pytest.approx(list(alone))
    mean, error, *bounds = intervals.of_difference(unit, *powers, np.array(6.0), 2.0, 0.5)
    pairs = intervals.paired(4.0, 4.0, 6)
    amounts = intervals.student(x.mean(), *powers[1:], 6, 2.0, 0.5)
    assert (float(mean), float(error)) == pytest.approx((x.mean(), stats.sem(x)))
    assert bounds == pytest.approx(list(pairs if unit in ("share", "times") else amounts))
