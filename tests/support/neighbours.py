"""Files of others to test against, where they lie beside the checkout; they are not copied into it."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "neighbours"


def neighbour(name: str) -> Path:
    """Return the path of a file of others; the test is skipped where it is not beside the checkout."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout, in shared/neighbours")
    return path
