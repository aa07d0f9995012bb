"""Results as values: nothing that they lead to can be changed, here or in another process."""

from __future__ import annotations

import pickle

import attrs
import numpy as np
import pytest

from gezondsamen.simulation import Exponential, Result, simulate
from tests.support.simulation.models import single

RESULT = simulate(single(Exponential(mean=1)), cases=10, horizon=1, seed=1)


@pytest.mark.parametrize("result", [RESULT, pickle.loads(pickle.dumps(RESULT))], ids=["here", "elsewhere"])
def test_no_array_of_a_result_can_be_written(result: Result) -> None:
    """The arrays that a model was made into are what every question is answered from."""
    arrays = [getattr(result.compiled, field.name) for field in attrs.fields(type(result.compiled))]
    arrays = [array for array in arrays if isinstance(array, np.ndarray)]
    assert len(arrays) > 5
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


@pytest.mark.parametrize("result", [RESULT, pickle.loads(pickle.dumps(RESULT))], ids=["here", "elsewhere"])
def test_the_manifest_of_a_result_cannot_be_changed(result: Result) -> None:
    """It says under which numbers a result was made: no key and no item of it is put in."""
    hash(result.manifest)
    assert result.manifest["cases"] == (0, 10)
