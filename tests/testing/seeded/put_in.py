"""Every fault by its name, ready to be put in."""

from __future__ import annotations

from typing import Final

from tests.testing.seeded import judging, keeping, knowing, scheduling
from tests.testing.seeded.seeding import Seed

FAULTS: Final[dict[str, Seed]] = {
    **judging.FAULTS,
    **knowing.FAULTS,
    **scheduling.FAULTS,
    **keeping.FAULTS,
}
