"""How the edges of days and amounts are reached."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Final

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.periods import school_year
from gezondsamen.testing.building.bounds import amounts_of, on_bounds
from gezondsamen.testing.building.changes import moved
from gezondsamen.testing.building.edits import (
    Add,
)
from gezondsamen.testing.strategies.arguments import among, built
from gezondsamen.testing.strategies.facts import HORIZON, facts_of
from gezondsamen.testing.strategies.reach.scene import Made, Scene, Turn


def _on_days(scene: Scene, days: Iterable[date]) -> Made:
    """Draw that something happens on one of these days."""
    last = scene.first + timedelta(days=2 * HORIZON)
    chosen = sorted({day for day in days if scene.first <= day <= last})

    def added(fact: Any, on: date) -> Turn:
        return (Add(moved(fact, (on - fact.on).days)),)

    return built(added, scene.saying, among(chosen))


def _bounds(scene: Scene, late: int) -> Made:
    days = on_bounds(scene.process, (scene.first,))
    return _on_days(scene, [day + timedelta(days=late) for day in days if day < date.max])


def _past_last_day(scene: Scene, late: int) -> Made:
    """Draw a statement with a last day, and what happens on that day or the next."""

    def added(said: f.Stated, last: date, fact: Any) -> Turn:
        said = attrs.evolve(said, on=scene.first, until=last)
        return (Add(said), Add(moved(fact, (last - fact.on).days + late)))

    return built(added, scene.statement, scene.cast.day(1), scene.saying)


def _school_year(scene: Scene) -> Made:
    end = school_year(scene.first)[1]
    return _on_days(scene, (end, end + timedelta(days=1)))


def _amounts(scene: Scene) -> Made:
    def added(fact: f.Quantified, bound: tuple[str, int]) -> Turn:
        return (Add(attrs.evolve(fact, topic=bound[0], amount=bound[1])),)

    return built(added, facts_of(scene.cast, f.Quantified), among(amounts_of(scene.process)))


DAYS: Final[dict[str, Callable[[Scene], Made]]] = {
    "day after": lambda scene: _on_days(scene, (scene.first + timedelta(days=1),)),
    "last day": lambda scene: _past_last_day(scene, 0),
    "past the last day": lambda scene: _past_last_day(scene, 1),
    "bound": lambda scene: _bounds(scene, 0),
    "past the bound": lambda scene: _bounds(scene, 1),
    "end of a school year": _school_year,
    "amount on the bound": _amounts,
}
"""How each of these edges is reached; nothing where a case cannot reach it."""
