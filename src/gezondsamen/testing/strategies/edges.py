"""Strategies for edges: groups of edits that bring a case to one, by its name.

Which edges there are, and whether a case reaches one: `building.edges`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hypothesis import strategies as st

from gezondsamen.arguments import check, items
from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.process.process import Process
from gezondsamen.terms import unknown
from gezondsamen.testing.building.edges import EDGES
from gezondsamen.testing.strategies.reach.days import DAYS
from gezondsamen.testing.strategies.reach.entries import ENTRIES
from gezondsamen.testing.strategies.reach.parties import PARTIES
from gezondsamen.testing.strategies.reach.scene import Made, Scene, Turn
from gezondsamen.testing.strategies.reach.tracks import TRACKS
from gezondsamen.testing.strategies.reach.waivers import WAIVERS

_TURNS: Final = {**DAYS, **PARTIES, **WAIVERS, **TRACKS, **ENTRIES}


def edges_of(case: Collaboration, *names: str, beside: Iterable[Process] = ()) -> st.SearchStrategy[Turn]:
    """Draw edits that bring a case to an edge: of these names, or any that it can reach.

    Each is a tuple of edits that belong together, for `edited` and for `collaborations(edits=...)`.
    `beside` are the processes that may be opened. The names are those of `edges_in`. Nothing is drawn
    for an edge that the case cannot reach: no round where no step leads back.

    Raises `InvalidArgument` for an edge that there is not.

    >>> from gezondsamen.testing import canonical
    >>> from gezondsamen.phases import PPS
    >>> edges_of(canonical(PPS, "management"), "succession", "returned party").validate()
    """
    check("case", case, Collaboration, "a collaboration")
    for name in names:
        if name not in EDGES:
            raise unknown(InvalidArgument, "edge", name, EDGES, f"there is no edge {shown(name)}.")
    scene = Scene(case, items("beside", beside, Process, "processes"))
    return st.one_of(*turns(scene, names or tuple(EDGES)))


OFTEN: Final = {
    "waived": 4,
    "earlier round": 3,
    "as many parties": 2,
    "used waiver": 2,
    "waiver of another track": 2,
    "waiver of another subject": 2,
    "waiver of another trigger": 2,
    "moment of recording": 2,
}
"""Edges that are drawn so many times as often as others: there are many rules, and few phases that count."""


def turns(scene: Scene, names: Iterable[str] = tuple(EDGES)) -> list[Made]:
    """Return the strategies of these edges that a case can reach, some of them several times."""
    often = (_TURNS[name](scene) for name in names for _ in range(OFTEN.get(name, 1)))
    return [made for made in often if not made.is_empty]
