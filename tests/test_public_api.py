"""What changed in the public names since the last release, and whether users are told of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("griffe", reason="public names are read by griffe")

from tests.support.public_api import inventory

ROOT = Path(__file__).parents[1]
BASELINE = ROOT / "tests" / "golden" / "public-api.txt"


def name_of(line: str) -> str:
    """Return the last name of a line of the inventory: what a reader of the changelog looks for."""
    return re.split("[(:]", line, maxsplit=1)[0].rpartition(".")[2]


def test_what_changed_is_in_the_changelog() -> None:
    """Each public name that is new, gone or has another signature stands in the newest section.

    Before the first release, store the names again instead: `tests/support/public_api.py` says how.
    """
    kept = BASELINE.read_text(encoding="utf-8").splitlines()
    newest = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    told = set(re.findall(r"\w+", newest))
    changed = sorted(set(kept) ^ set(inventory()))
    assert [line for line in changed if name_of(line) not in told] == []


def test_the_inventory_knows_a_signature() -> None:
    """A parameter more is a difference, and so is another type."""
    lines = inventory()
    assert "gezondsamen.exchange.to_mermaid" in {line.partition("(")[0] for line in lines}
    assert any(line.startswith("gezondsamen.Collaboration.start(") and "on: date" in line for line in lines)
    assert "gezondsamen.About.id: str" in lines
