"""What all tests share: how much is drawn, and how many processes run them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.profiles import FULL, PROFILE, examples

if "PYTEST_XDIST_WORKER" in os.environ:
    # Workers share the cores: a solver that takes all of them in each worker waits most of its time.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")

# Hypothesis judges laws, never how long they take: that depends on the machine, and on what else it does.
# The gate draws the same each time, so that it fails for a change and not by chance; at hand draws differ.
settings.register_profile(
    PROFILE,
    deadline=None,
    derandomize=FULL or "CI" in os.environ,
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(PROFILE)


SLOW = ("tests/testing/", "tests/properties/", "tests/typing/", "tests/simulation/")

ALWAYS = ("tests/typing/", "tests/test_architecture.py", "tests/test_public.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tenth", action="store_true", help="types, imports, and each tenth of the other tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the slow folders, so that no worker is left with a long file when the others are done."""
    if config.getoption("tenth"):
        items[:] = [item for n, item in enumerate(items) if n % 10 == 0 or item.nodeid.startswith(ALWAYS)]
    items.sort(key=lambda item: not item.nodeid.startswith(SLOW))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run files that are named one by one in this process: workers start slower than most files run."""
    named = [Path(str(argument).split("::", maxsplit=1)[0]) for argument in config.args]
    return 0 if all(path.suffix == ".py" for path in named) else None
