"""How the edges of waivers are reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.testing.building.edits import (
    Correct,
    Edit,
    Join,
    Move,
    Open,
)
from gezondsamen.testing.strategies.arguments import among, built, maybe
from gezondsamen.testing.strategies.facts import HORIZON
from gezondsamen.testing.strategies.reach.scene import SECOND, Made, Scene, Turn, waiver


def _waived(scene: Scene) -> Made:
    """Draw that a rule of a step on, or a watched one, is waived; what it was met by is taken back."""

    def waived(row: tuple[str | None, str, tuple[int, ...]], on: date, late: date | None, any_: bool) -> Turn:
        trigger, code, evidence = row
        until = scene.first + timedelta(days=2 * HORIZON) if trigger is None else late
        gone = tuple(Correct(number) for number in sorted(evidence, reverse=True))
        return (*gone, waiver(on, code, trigger=None if any_ else trigger, until=until))

    soon = scene.cast.day(0, 40)
    return built(waived, among(scene.rows), soon, maybe(scene.cast.late), st.booleans())


def _used(scene: Scene) -> Made:
    """Draw that a rule was waived before the last step that asks it."""
    found: list[Turn] = []
    phase = scene.case.visits[0].phase
    for entry in scene.case.dossier.steps(MAIN):
        step = scene.process.transition(phase, entry.fact.trigger)
        rules = () if step is None else step.requires
        found += [
            (waiver(entry.fact.on, rule.code, trigger=trigger), Move(-1, entry.number))
            for rule in rules
            if rule.waivable and not rule.is_note
            for trigger in (None, entry.fact.trigger)
        ]
        phase = entry.fact.phase
    return among(found)


def _elsewhere(scene: Scene) -> Made:
    def waived(opened: Edit, asked: tuple[str, str], on: date) -> Turn:
        return (opened, waiver(on, asked[1], track=SECOND))

    seconds = [process for process in scene.beside if process.subject != "agreement"]
    opened = [Open(process, SECOND, scene.first) for process in seconds]
    return built(waived, among(opened), among(scene.asked), scene.day)


def _of_somebody(scene: Scene) -> Made:
    def waived(party: Party, asked: tuple[str, str], on: date) -> Turn:
        there = () if scene.parties else (Join(party, scene.first),)
        return (*there, waiver(on, asked[1], about=About("party", party.id)))

    party = among(scene.parties) if scene.parties else scene.newcomer()
    return built(waived, party, among(scene.asked), scene.day)


def _otherwise(scene: Scene) -> Made:
    asking = {code: {t for t, other in scene.asked if other == code} for _, code in scene.asked}
    found = [
        (code, trigger)
        for code, asked in asking.items()
        for trigger in scene.process.triggers
        if trigger not in asked
    ]

    def waived(other: tuple[str, str], on: date) -> Turn:
        return (waiver(on, other[0], trigger=other[1]),)

    return built(waived, among(found), scene.day)


WAIVERS: Final[dict[str, Callable[[Scene], Made]]] = {
    "waived": _waived,
    "used waiver": _used,
    "waiver of another track": _elsewhere,
    "waiver of another subject": _of_somebody,
    "waiver of another trigger": _otherwise,
}
"""How each of these edges is reached; nothing where a case cannot reach it."""
