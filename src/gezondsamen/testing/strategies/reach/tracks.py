"""How earlier rounds and later phases of other tracks are reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from gezondsamen.collaboration import Collaboration
from gezondsamen.phases import AGREEMENT
from gezondsamen.process.process import Process
from gezondsamen.testing.building.changes import made
from gezondsamen.testing.building.edits import (
    Edit,
    Open,
    Prepare,
    Take,
)
from gezondsamen.testing.strategies.arguments import among, built
from gezondsamen.testing.strategies.reach.scene import SECOND, Made, Scene, Turn

ROUNDS: Final = 3
"""How many ways back to a phase are tried."""


def _round(scene: Scene) -> Made:
    """Draw that steps are taken that lead back to the phase."""
    ways: list[tuple[str, ...]] = []
    for step in scene.process.exits(scene.case.phase):
        if step.is_loop:
            ways.append((step.trigger, step.trigger))
        else:
            back = scene.process.exits(step.target)
            ways += [(step.trigger, other.trigger) for other in back if other.target == scene.case.phase]

    led = [turn for way in ways[:ROUNDS] if (turn := _led(scene.case, way, scene.first)) is not None]
    return among(led)


def _led(case: Collaboration, way: tuple[str, ...], on: date) -> Turn | None:
    """Return the edits that take these steps, with what they need; None where one of them cannot be taken."""
    done: list[Edit] = []
    for trigger in way:
        take, prepare = Take(trigger, on), Prepare(trigger, on)
        after = made(case, take)
        if after is case:
            prepared = made(case, prepare)
            after = made(prepared, take)
            if after is prepared:
                return None
            done.append(prepare)
        case = after
        done.append(take)
    return tuple(done)


def _later_phase(scene: Scene) -> Made:
    places = [
        (process, SECOND, phase.key)
        for process in scene.beside
        if process.subject != "agreement"
        for phase in process.phases
        if phase.kind != "initial"
    ]
    lives = [phase.key for phase in AGREEMENT.phases if phase.kind != "initial"]
    free = [ident for ident in scene.cast.agreements if ident not in scene.case.tracks]

    def opened(place: tuple[Process, str, str], on: date) -> Turn:
        return (Open(place[0], place[1], on, place[2]),)

    def lived(agreement: str, phase: str, on: date) -> Turn:
        return (Open(AGREEMENT, agreement, on, phase),)

    lives_in = built(lived, among(free), among(lives), scene.day)
    return built(opened, among(places), scene.day) | lives_in


TRACKS: Final[dict[str, Callable[[Scene], Made]]] = {
    "earlier round": _round,
    "later phase beside": _later_phase,
}
"""How each of these edges is reached; nothing where a case cannot reach it."""
