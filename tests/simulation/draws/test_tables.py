"""Laws of the inverse tables: near to the distribution everywhere, by their own account."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezondsamen.simulation import Distribution, Empirical, Exponential, Fixed, Gamma, LogNormal, Weibull
from gezondsamen.simulation.draws.philox import Philox
from gezondsamen.simulation.draws.tables import SIDE, SPAN, bins, edges, tabulate

ORDINARY = [
    *(Gamma(mean=1.3, cv=cv) for cv in (0.2, 0.5, 1.0, 1.5)),
    *(LogNormal(mean=0.7, cv=cv) for cv in (0.3, 0.8, 1.5)),
    *(Weibull(mean=2.0, shape=shape) for shape in (0.8, 1.0, 1.8, 4.0)),
    Exponential(mean=0.4),
]
each_ordinary = pytest.mark.parametrize("distribution", ORDINARY, ids=repr)
words = st.integers(0, 2**32 - 1)


def spread_words(count: int = 200_000) -> np.ndarray:
    """Return random words, and as many crowded into each of both tails, as far as words go."""
    zeros = np.zeros(count, np.uint64)
    even, depth, *_ = Philox(11, count).words(np.arange(count, dtype=np.uint64), zeros, zeros, zeros)
    tail = np.floor(even / 2.0 ** (depth % np.uint64(32)).astype(float))
    return np.concatenate([even.astype(float), tail, 2.0**32 - 1 - tail])


def drawn(distribution: Distribution, word: npt.ArrayLike) -> npt.NDArray[np.float64]:
    table = tabulate(distribution)
    index, distance = bins(np.asarray(word, float) + 0.5)
    return table.start[index] + table.slope[index] * distance


@each_ordinary
def test_the_error_that_is_stated_holds_everywhere(distribution: Distribution) -> None:
    """No share differs more from the one asked for than the table says, in the middle or in the tails."""
    word = spread_words()
    wanted = (word + 0.5) / SPAN
    missed = np.abs(1 - distribution.survival(drawn(distribution, word)) - wanted)
    assert missed.max() <= tabulate(distribution).error * 1.001 + 1e-12


@each_ordinary
def test_ordinary_shapes_have_small_errors(distribution: Distribution) -> None:
    """For shapes that people use the error is below one in a hundred thousand."""
    assert 0 < tabulate(distribution).error < 1e-5


@each_ordinary
def test_tails_are_relatively_right(distribution: Distribution) -> None:
    """In the upper tail the share itself is right to one in ten thousand, not only the difference."""
    word = 2.0**32 - 2.0 ** np.arange(1, 31)
    missed = distribution.survival(drawn(distribution, word)) / (1 - (word + 0.5) / SPAN) - 1
    assert np.abs(missed).max() < 1e-4


@each_ordinary
def test_random_words_draw_the_distribution(distribution: Distribution) -> None:
    """The largest distance between the drawn shares and the true ones is what chance allows."""
    count = 100_000
    zeros = np.zeros(count, np.uint64)
    word = Philox(5, count).words(np.arange(count, dtype=np.uint64), zeros, zeros, zeros)[0]
    shares = 1 - distribution.survival(np.sort(drawn(distribution, word)))
    steps = np.arange(count + 1) / count
    distance = max(np.abs(shares - steps[1:]).max(), np.abs(shares - steps[:-1]).max())
    assert distance * np.sqrt(count) < 1.95  # one in a thousand exceeds it


@pytest.mark.parametrize(
    "distribution",
    [*ORDINARY, Gamma(mean=1.0, cv=3.0), LogNormal(mean=1.0, cv=6.0), Weibull(mean=1.0, shape=0.4)],
    ids=repr,
)
def test_times_rise_with_the_word(distribution: Distribution) -> None:
    """A larger word never gives a shorter time, and none gives a time below zero."""
    times = drawn(distribution, np.unique(spread_words()))
    assert (np.diff(times) >= -1e-12 * times[1:]).all()
    assert times.min() >= 0
    assert np.isfinite(times).all()


@given(words)
def test_a_bin_holds_its_word(word: int) -> None:
    """The bin that is read from the bits is the one whose edges enclose the distance."""
    (index,), (distance,) = bins(np.array([word + 0.5]))
    side, at = divmod(index, SIDE)
    assert side == (word + 0.5 > SPAN / 2)
    assert distance == min(word + 0.5, SPAN - word - 0.5)
    assert edges()[at] <= distance <= edges()[at + 1]


@given(words, st.floats(0.001, 50))
def test_a_fixed_time_is_exact(word: int, years: float) -> None:
    """A fixed time comes out of its table bit for bit; so does zero."""
    assert drawn(Fixed(years), [word])[0] == years
    assert drawn(Fixed(0), [word])[0] == 0
    assert tabulate(Fixed(years)).error == 0


def test_an_empirical_table_is_its_times() -> None:
    """A table of times holds them in order, straight and without error."""
    table = tabulate(Empirical([3, 1, 2]))
    assert table.uniform
    assert table.start.tolist() == [1, 2, 3]
    assert not table.slope.any()
    assert table.error == 0
