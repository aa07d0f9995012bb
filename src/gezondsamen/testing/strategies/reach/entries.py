"""How the edges of entries are reached: corrections, who entered them and when, hostile texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.edges import BLANK, HOSTILE
from gezondsamen.testing.building.edits import (
    Add,
    Correct,
    Join,
    Rename,
    Shift,
    Stamp,
)
from gezondsamen.testing.strategies.arguments import among, built, maybe
from gezondsamen.testing.strategies.entities import parties
from gezondsamen.testing.strategies.facts import PERSONS, TEXTS, facts_of
from gezondsamen.testing.strategies.reach.scene import Made, Scene, Turn, each

IDS: Final = ("waterstad", "zaak/2024-17", "Één zaak", "0")
TITLES: Final = ("Waterstad beweegt", "…", *HOSTILE)
STARTS: Final = tuple(
    (date(*day) - DAY).days
    for day in ((2023, 12, 31), (2023, 8, 1), (2023, 7, 31), (2020, 2, 29), (2019, 3, 31))
)
"""By how many days another beginning differs: the end of a year, of a school year, a leap day, ...

None is later than `DAY`, so that whoever asks about any case on a day after it gets an answer.
"""

ZONES: Final = tuple(timezone(timedelta(hours=hours)) for hours in (0, 1, 14, -12))
TIMES: Final = (time(12, 30), time(0), time(23, 59, 59, 999_999))


def _corrected_again(scene: Scene) -> Made:
    said = [(e.number, e.fact) for e in scene.case.entries_after(0) if isinstance(e.fact, f.Stated)]

    def old(entry: tuple[int, f.Stated], text: str) -> Turn:
        return (Correct(entry[0], attrs.evolve(entry[1], text=text)), Correct(-1))

    def new(fact: f.Stated, text: str) -> Turn:
        return (Add(fact), *old((-1, fact), text))

    texts = st.sampled_from(TEXTS)
    return built(new, scene.statement, texts) | built(old, among(said), texts)


def _stamps(scene: Scene, **given: Any) -> Made:
    entry = st.integers(1, scene.case.version)
    return each(built(Stamp, entry, **given))


def _on_behalf(scene: Scene) -> Made:
    if scene.parties:
        by = maybe(st.sampled_from(PERSONS))
        return _stamps(scene, by=by, on_behalf_of=among([party.id for party in scene.parties]))

    def joined(party: Party) -> Turn:
        return (Join(party, scene.first), Stamp(-1, on_behalf_of=party.id))

    return built(joined, scene.newcomer())


def _moments(scene: Scene) -> Made:
    def written(day: int, at: time, zone: timezone) -> str:
        # A day late at least: in the west the day of the fact may not have come.
        return datetime.combine(scene.first + timedelta(days=day), at, zone).isoformat()

    days = st.sampled_from((1, 2, 400))
    moment = built(written, days, st.sampled_from(TIMES), st.sampled_from(ZONES))
    return _stamps(scene, by=maybe(st.sampled_from(PERSONS)), recorded_at=moment)


def _texts(scene: Scene, texts: Sequence[str], **given: Any) -> Made:
    return each(built(Add, facts_of(scene.cast, f.Stated, text=st.sampled_from(texts), **given)))


def _hostile(scene: Scene) -> Made:
    name = scene.newcomer(name=st.sampled_from(HOSTILE))
    ident = parties(scene.process, id=st.sampled_from(("Één partij", "0", "a/b")))
    joined = each(built(Join, name | ident, scene.day))
    return _texts(scene, HOSTILE) | joined | each(built(Rename, title=st.sampled_from(HOSTILE)))


ENTRIES: Final[dict[str, Callable[[Scene], Made]]] = {
    "correction of a correction": _corrected_again,
    "author": lambda scene: _stamps(scene, by=st.sampled_from(PERSONS)),
    "on behalf of a party": _on_behalf,
    "moment of recording": _moments,
    "hostile text": _hostile,
    "blank text": lambda scene: _texts(scene, BLANK, holds=False),
    "another id": lambda scene: each(built(Rename, st.sampled_from(IDS), maybe(st.sampled_from(TITLES)))),
    "title": lambda scene: each(built(Rename, title=st.sampled_from(TITLES))),
    "another start": lambda scene: each(built(Shift, st.sampled_from(STARTS))),
}
"""How each of these edges is reached; nothing where a case cannot reach it."""
