"""Models are values: what was checked when one was made cannot be changed behind it."""

from __future__ import annotations

import copy
import pickle

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
