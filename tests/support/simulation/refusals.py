"""What a refusal says, as tests compare it."""

from __future__ import annotations

import pickle

import pytest

from gezondsamen.simulation import InvalidModel


def problems(make, *args, **kwargs):
    """Return place, code and message of everything that is wrong."""
    with pytest.raises(InvalidModel) as caught:
        make(*args, **kwargs)
    found = [(problem.where, problem.code, problem.message) for problem in caught.value.problems]
    assert all(f"{where}: {message}" in str(caught.value) for where, _, message in found)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems
    return found


def only(make, *args, **kwargs):
    """Return the one thing that is wrong."""
    (problem,) = problems(make, *args, **kwargs)
    return problem
