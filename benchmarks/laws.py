"""How long the laws of a process take, and a case that runs through ten of them side by side."""

from __future__ import annotations

import time

import gezondsamen as gs
from benchmarks.measuring import Figure
from gezondsamen.testing import assert_process_laws
from gezondsamen.testing.building import canonical as canonical_cases
from gezondsamen.testing.building import construction
from gezondsamen.testing.building.canonical import DAY, canonical

TRACKS = 10


def figures() -> list[Figure]:
    """Return the figures of this file."""
    return [
        Figure("laws of PPS, nothing remembered", _laws(), "ms", bar=2_000, aim=500),
        Figure(f"every option on {TRACKS} tracks of agreements", _tracks(), "ms", bar=50),
    ]


def _laws() -> float:
    """Return the time for the laws of PPS."""
    for part in (*vars(canonical_cases).values(), *vars(construction).values()):
        if hasattr(part, "cache_clear"):
            part.cache_clear()
    began = time.perf_counter()
    assert_process_laws(gs.PPS)
    return (time.perf_counter() - began) * 1_000


def _tracks() -> float:
    """Return the time to check every option on every track of a case with ten agreements."""
    day = DAY
    case = canonical(gs.PPS, "management")
    for number in range(TRACKS):
        case = case.record(gs.AgreementDrafted(day, f"covenant-{number}", "covenant", principal=False))
        case = case.open(gs.AGREEMENT, on=day, track=f"covenant-{number}")
    began = time.perf_counter()
    for track in case.tracks:
        assert case.options(on=day, track=track)
    return (time.perf_counter() - began) * 1_000
