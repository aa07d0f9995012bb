"""Models and results are values: what was checked or computed cannot be changed behind them."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import numpy as np
import pytest

from gezondsamen.simulation import simulate
from gezondsamen.simulation.examples import partnership
from tests.test_frozen import assert_frozen, within


def test_a_model_cannot_be_changed_past_its_checks() -> None:
    """Nothing that a model leads to takes an item or an attribute."""
    for value in within(partnership()):
        assert_frozen(value)


def test_a_model_is_equal_to_its_copies_and_hashes_alike() -> None:
    """However it was copied, and a scenario that changes nothing is the same."""
    model = partnership()
    others = (pickle.loads(pickle.dumps(model)), copy.deepcopy(model), model.with_changes(dwell={}))
    assert {model, *others} == {model}


def test_a_result_cannot_be_changed_by_what_it_hands_out() -> None:
    """Sums and covariates take no number; rows, as what is given, are the caller's own, to be changed."""
    model = partnership()
    names = {effect.covariate for effect in model.effects}
    given = {name: np.zeros(50) for name in names}
    result = simulate(model, cases=50, horizon=10, seed=1, covariates=given)
    before = result.columns()["left"].tolist()
    (rows,) = result.chunks()
    held: list[Any] = [
        result.tally.ended,
        result.tally.running,
        *result.run.covariates.values(),
    ]
    for column in held:
        with pytest.raises(ValueError, match="read-only"):
            column[:] = 0
    for column in (*given.values(), *rows.values()):
        column[:] = 5
    result.columns()["left"][:] = 0
    assert result.columns()["left"].tolist() == before
    assert {result.run} == {result.run}
