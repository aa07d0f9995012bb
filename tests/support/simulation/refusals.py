"""What a refusal says, as tests compare it."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from gezondsamen.simulation import InvalidModel


def problems(make: Callable[..., object], *args: Any, **kwargs: Any) -> list[tuple[Any, str, str]]:
    """Return place, code and message of everything that is wrong."""
    with pytest.raises(InvalidModel) as caught:
        make(*args, **kwargs)
    found = [(problem.where, problem.code, problem.message) for problem in caught.value.problems]
    assert all(f"{where}: {message}" in str(caught.value) for where, _, message in found)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems
    return found


def only(make: Callable[..., object], *args: Any, **kwargs: Any) -> tuple[Any, str, str]:
    """Return the one thing that is wrong."""
    (problem,) = problems(make, *args, **kwargs)
    return problem
