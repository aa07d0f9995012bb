"""Writers that are killed lose nothing that was acknowledged, on either database."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.losses import losses
from tests.store.databases import postgres_url


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_nothing_acknowledged_is_lost(database: str, tmp_path: Path) -> None:
    """Of writers killed six times, every acknowledged statement is there once, in versions without gaps."""
    url = f"sqlite:///{tmp_path / 'cases.db'}" if database == "sqlite" else postgres_url()()
    found = losses(url, writers=3, steps=40, kills=6, seed=1)
    assert found.acknowledged >= 40
    assert found.clean, found
