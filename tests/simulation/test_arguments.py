"""Laws of the arguments of a simulation: each that makes no sense is refused by its name."""

from __future__ import annotations

import math
from typing import Any

import pytest

from gezondsamen.simulation import Fixed, simulate
from tests.support.simulation.models import TRUST, loop, single
from tests.support.simulation.refusals import only

CALL = {"cases": 10, "horizon": 5.0, "seed": 1, "engine": "numpy"}


@pytest.mark.parametrize(
    ("call", "where"),
    [
        *(({"cases": wrong}, "cases") for wrong in (0, -1, True, 2.0, None, "10", range(5, 5))),
        *(({"cases": wrong}, "cases") for wrong in (range(0, 10, 2), range(-5, 5))),
        *(({"horizon": wrong}, "horizon") for wrong in (0, -1.0, math.inf, math.nan, True, "10", None)),
        *(({"seed": wrong}, "seed") for wrong in (-1, 2**64, 1.0, True, None)),
        *(({"chunk": wrong}, "chunk") for wrong in (0, -1, 1.5, True)),
        ({"engine": "cuda"}, "engine"),
        ({"covariates": {"trust": 1.0}}, "covariates['trust']"),
    ],
    ids=repr,
)
def test_a_call_that_makes_no_sense_is_refused(call: dict[str, Any], where: str) -> None:
    """Each argument outside its range is one problem at the name of the argument, with what was given."""
    place, _, message = only(simulate, loop(), **{**CALL, **call})
    assert place == where
    assert message


@pytest.mark.parametrize("seed", [0, 2**64 - 1])
def test_every_seed_in_range_serves(seed: int) -> None:
    """The smallest and the largest seed are seeds."""
    call: dict[str, Any] = {**CALL, "seed": seed}
    assert simulate(loop(), **call).tally.cases == 10


@pytest.mark.parametrize(
    ("values", "where", "code", "says"),
    [
        ({"trust": 1.0}, "covariates['distance']", "missing", "an effect reads it"),
        ({"trust": 1.0, "distance": [1.0] * 9}, "covariates['distance']", "bad-length", "10 cases"),
        ({"trust": 1.0, "distance": [[1.0] * 10]}, "covariates['distance']", "bad-length", "(1, 10)"),
        ({"trust": 1.0, "distance": []}, "covariates['distance']", "bad-length", "(0,)"),
        ({"trust": math.nan, "distance": 1}, "covariates['trust']", "not-a-number", "all cases is nan"),
        (
            {"trust": [0.0] * 7 + [math.inf, math.nan, 0.0], "distance": 1},
            "covariates['trust']",
            "not-a-number",
            "case 7 has inf",
        ),
        ({"trust": "much", "distance": 1}, "covariates['trust']", "bad-column", "'much'"),
        ({"trust": 1, "distance": 1, "truts": 1}, "covariates['truts']", "unknown", "distance"),
    ],
)
def test_a_crooked_covariate_is_refused(values: dict[str, Any], where: str, code: str, says: str) -> None:
    """A covariate that is missing, unknown, of the wrong length or no number is named, with the case."""
    place, found, message = only(simulate, loop(*TRUST), **CALL, covariates=values)
    assert (place, found) == (where, code)
    assert says in message


def test_time_spent_that_nobody_reaches_is_refused() -> None:
    """Where no case stays as long as was already spent, there is nothing to simulate."""
    place, code, message = only(simulate, single(Fixed(1), spent=1.0), **CALL)
    assert (place, code) == ("spent", "too-long")
    assert "1 years" in message
    assert "'only'" in message
