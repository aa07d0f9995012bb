"""Benchmarks are run by hand; here it is seen that each can begin."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.test_architecture import ROOT

FOLDER = ROOT / "benchmarks"
MODULES = sorted(file.stem for file in FOLDER.glob("*.py") if not file.stem.startswith("__"))


@pytest.mark.skipif(not MODULES, reason="the benchmarks are not here")
def test_the_parts_of_the_table_are_there() -> None:
    """Each part that the table names measures figures."""
    for part in import_module("benchmarks.__main__").PARTS:
        assert callable(import_module(f"benchmarks.{part}").figures)


@pytest.mark.parametrize("name", MODULES)
def test_a_benchmark_can_begin(name: str) -> None:
    """Each is imported: what it takes from the library and from the tests is there."""
    import_module(f"benchmarks.{name}")
