"""The laws of adaptation: processes that ship can be adapted in every single way."""

from __future__ import annotations

import pytest

import gezondsamen as gs
from gezondsamen.testing import assert_adaptations
from tests.support.builders import PROCESSES
from tests.testing.seeded.broad import BROAD


@pytest.mark.parametrize("process", [*PROCESSES, BROAD], ids=lambda process: process.key)
def test_a_process_can_be_adapted(process: gs.Process) -> None:
    """Each rule can be dropped and softened, unless a statute asks it, and each limit be set."""
    assert_adaptations(process)


def test_an_adapted_process_can_be_adapted_again() -> None:
    """What was made by adapting is adapted by the same laws."""
    assert_adaptations(gs.PPS.adapt(key="own", soften=gs.ALL_BUT_LAW, limits={"private_partners": 3}))
