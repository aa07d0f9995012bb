"""Ten walks with a law that does not hold, to see how short a failure is told."""

from __future__ import annotations

from typing import ClassVar

from hypothesis.stateful import invariant, rule

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted
from gezondsamen.testing.building.canonical import canonical
from gezondsamen.testing.walk import ProcessWalk
from tests.support.builders import tiny

OWN = tiny()


class InNeed(ProcessWalk):
    process = gs.NETWORK

    @invariant()
    def the_network_is_in_need(self) -> None:
        assert self.case.phase == "need"


class Inactive(ProcessWalk):
    process = gs.NETWORK

    @invariant()
    def no_network_is_active(self) -> None:
        assert self.case.phase != "active_network"


class Unmanaged(ProcessWalk):
    process = gs.PPS

    @invariant()
    def nobody_comes_to_management(self) -> None:
        assert self.case.phase != "management"


class Complete(ProcessWalk):
    process = gs.NETWORK
    begin = canonical(gs.NETWORK, "active_network")

    @invariant()
    def nobody_joins_later(self) -> None:
        assert self.begin is not None
        assert len(self.case.dossier.parties) <= len(self.begin.dossier.parties)


class Strict(ProcessWalk):
    process = gs.INTEGRAL

    @invariant()
    def nothing_is_waived(self) -> None:
        assert not self.case.dossier.entries(gs.WaiverGranted)


class Pair(ProcessWalk):
    process = gs.AGREEMENT

    @invariant()
    def two_are_enough(self) -> None:
        assert len(self.case.dossier.parties) <= 2


class Single(ProcessWalk):
    process = gs.NETWORK
    beside = (gs.AGREEMENT,)

    @invariant()
    def one_track_is_enough(self) -> None:
        assert len(self.case.tracks) == 1


class Faultless(ProcessWalk):
    process = gs.POLICY_CYCLE

    @invariant()
    def nothing_is_corrected(self) -> None:
        facts = [entry.fact for entry in self.case.entries_after(0)]
        assert not any(isinstance(fact, Retracted) for fact in facts)


class Once(ProcessWalk):
    process = OWN
    rounds: ClassVar[int] = 2

    @invariant()
    def few_rounds(self) -> None:
        assert [trigger for _, trigger in self.steps].count("again") < self.rounds


class Hasty(ProcessWalk):
    process = gs.CERTIFICATE

    @rule()
    def every_step_is_allowed(self) -> None:
        assert all(check.allowed for check in self.case.options(on=self.day).values())


FAILING: tuple[type[ProcessWalk], ...] = (
    InNeed,
    Inactive,
    Unmanaged,
    Complete,
    Strict,
    Pair,
    Single,
    Faultless,
    Once,
    Hasty,
)
