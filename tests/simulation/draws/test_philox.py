"""Laws of the random words: the published algorithm, the same for ever, on any number of counters."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezondsamen.simulation.draws.philox import MASK, Philox, round_keys
from tests.support.simulation.engines import needs_numba

PUBLISHED = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((MASK,) * 4, (MASK, MASK), (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]
"""The known answers that come with the paper: counter, key, words."""

published = pytest.mark.parametrize(
    ("counter", "key", "words"), PUBLISHED, ids=["zeros", "ones", "digits of pi"]
)
words_32 = st.integers(0, MASK)


def drawn(seed: int, counters: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    columns = np.array(counters, np.uint64).reshape(-1, 4).T
    return list(zip(*(word.tolist() for word in Philox(seed, len(counters)).words(*columns)), strict=True))


@published
def test_numpy_gives_the_published_words(
    counter: tuple[int, ...], key: tuple[int, int], words: tuple[int, ...]
) -> None:
    """The known answers of Philox4x32-10 come out of the numpy form."""
    assert drawn(key[0] | key[1] << 32, [counter]) == [words]


@needs_numba
@published
def test_numba_gives_the_published_words(
    counter: tuple[int, ...], key: tuple[int, int], words: tuple[int, ...]
) -> None:
    """The known answers of Philox4x32-10 come out of the compiled rounds, whose words are the first two."""
    from gezondsamen.simulation.engine import numba_loops

    k0, k1 = (np.uint64(part) for part in key)
    counters = [np.uint64(word) for word in counter]
    rounds: Any = numba_loops.rounds
    assert rounds(k0, k1, *counters) == words[:2]
    assert rounds.py_func(k0, k1, *counters) == words[:2]


@given(st.integers(0, 2**64 - 1), st.lists(st.tuples(*[words_32] * 4), min_size=1, max_size=5))
def test_a_draw_does_not_depend_on_its_neighbours(seed: int, counters: list[tuple[int, ...]]) -> None:
    """A block of counters gives the words that each counter gives alone."""
    assert drawn(seed, counters) == [drawn(seed, [counter])[0] for counter in counters]


def test_memory_is_used_again() -> None:
    """A block serves smaller calls after larger ones, with the same words."""
    block = Philox(7, 4)
    four, one = np.arange(4, dtype=np.uint64), np.array([3], np.uint64)
    first = [int(word[3]) for word in block.words(four, four, four, four)]
    assert [int(word[0]) for word in block.words(one, one, one, one)] == first


@pytest.mark.parametrize("seed", [-1, 2**64])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    """A seed that does not fit in the key is refused, not cut off."""
    with pytest.raises(ValueError, match=str(seed)):
        round_keys(seed)


def test_words_look_even() -> None:
    """Words for counters in a row fill 256 bins evenly: a mistake in a round would show."""
    count = 1 << 16
    zeros = np.zeros(count, np.uint64)
    for word in Philox(1, count).words(np.arange(count, dtype=np.uint64), zeros, zeros, zeros):
        bins = np.bincount((word >> np.uint64(24)).astype(np.int64), minlength=256)
        surprise = float(((bins - count / 256) ** 2 / (count / 256)).sum())
        assert 160 < surprise < 370  # chi-square with 255 degrees: five standard deviations
