"""Steps, checks and new collaborations, beside what other engines do."""

from __future__ import annotations

import gezondsamen as gs
from benchmarks.measuring import Figure, Subject, line, measure
from benchmarks.peers import PEERS, Peer
from benchmarks.sample import DAY, KINDS, PROCESS, SIZES, pps, ready

BARE = "transitions, bare guarded event"
CHAIN = 64
"""So many steps are measured from one case on: one block of the journal."""


def figures() -> list[Figure]:
    """Return the figures of this file."""
    return [*steps(), *checks(), *growth(), *realistic()]


def _there_and_back(case: gs.Collaboration) -> Subject:
    def subject(times: int) -> None:
        for begun in range(0, times, CHAIN):
            at = case
            for _ in range(begun, min(begun + CHAIN, times), 2):
                at = at.advance("begin", on=DAY).advance("again", on=DAY)

    return subject


def _staying(case: gs.Collaboration) -> Subject:
    def subject(times: int) -> None:
        for begun in range(0, times, CHAIN):
            at = case
            for _ in range(begun, min(begun + CHAIN, times)):
                at = at.advance("stay", on=DAY)

    return subject


def _starting(times: int) -> list[gs.Collaboration]:
    return [gs.Collaboration.start(PROCESS, id="case", on=DAY) for _ in range(times)]


def _checking(case: gs.Collaboration, trigger: str) -> Subject:
    assert case.check(trigger, on=DAY).allowed

    def subject(times: int) -> None:
        for _ in range(times):
            case.check(trigger, on=DAY)

    return subject


def _peers() -> dict[str, Peer]:
    found = {}
    for name, peer in PEERS.items():
        try:
            found[name] = peer()
        except ImportError as missing:
            print(f"left out: {name} ({missing})")
    return found


def steps() -> list[Figure]:
    """Return what a step costs, and a new object, here and with the peers."""
    peers = _peers()
    ours = {"advance": _there_and_back(ready()), "advance, same phase": _staying(ready())}
    times = measure(ours | {name: peer.steps for name, peer in peers.items()})
    made = measure({"here": _starting} | {name: peer.make for name, peer in peers.items()})
    return [
        Figure("advance, one requirement met / bare event", times.ratio("advance", BARE), "x", 1.4),
        Figure("the same within a phase", times.ratio("advance, same phase", BARE), "x", 1.4),
        *(Figure(f"a step: {name}", times.median(name), "us") for name in times.each),
        Figure("a new collaboration", made.median("here"), "us", 10),
        *(Figure(f"a new object: {name}", made.median(name), "us") for name in peers),
    ]


def checks() -> list[Figure]:
    """Return what a check costs: fixed, and for each requirement that is met."""
    case = ready()
    times = measure({f"{kind}_{size}": _checking(case, f"{kind}_{size}") for kind in KINDS for size in SIZES})
    fitted = {kind: line({size: times.median(f"{kind}_{size}") for size in SIZES}) for kind in KINDS}
    fixed, slope = fitted.pop("typical")
    return [
        Figure("check, fixed", fixed, "us", 3),
        Figure("check, for each typical requirement met", slope, "us", 1.2),
        *(Figure(f"  of kind {kind}", slope, "us") for kind, (_, slope) in fitted.items()),
    ]


def growth() -> list[Figure]:
    """Return how much slower the last of ten thousand steps is than the first."""
    first = last = ready()
    for _ in range(5_000):
        last = last.advance("begin", on=DAY).advance("again", on=DAY)
    times = measure(
        {
            "first": _there_and_back(first),
            "last": _there_and_back(last),
            "first stay": _staying(first),
            "last stay": _staying(last),
        }
    )
    return [
        Figure("the last of 10,000 steps / the first", times.ratio("last", "first"), "x", 1.5),
        Figure("the same within a phase", times.ratio("last stay", "first stay"), "x", 1.5),
    ]


def realistic() -> list[Figure]:
    """Return what the heaviest step of PPS costs: concluding the agreement, thirteen rules."""
    case = pps()
    trigger = "conclude_agreement"

    def advance(times: int) -> None:
        for _ in range(times):
            case.advance(trigger, on=DAY)

    times = measure({"check": _checking(case, trigger), "advance": advance})
    return [Figure(f"PPS, conclude the agreement: {name}", times.median(name), "us") for name in times.each]
