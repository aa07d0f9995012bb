"""What questions cost beside simulating: several of a million cases, and draws of parameters. Needs numba.

Seconds are those of the processor, on one core, of the best of a few rounds: what is compiled first is not
counted.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import process_time
from typing import Any

import numpy as np

from benchmarks.measuring import Figure
from gezondsamen.simulation import (
    Choice,
    LogNormal,
    Model,
    Reached,
    StepCount,
    TimeIn,
    VisitCount,
    simulate,
    simulate_each,
)
from gezondsamen.simulation.examples import partnership

ROUNDS = 3
CASES = 1_000_000
DRAWS, EACH = 500, 20_000
NOW = partnership()
VISITS = [VisitCount("evaluation"), TimeIn("management"), StepCount("suspend"), Reached("management", by=3.0)]


def figures() -> list[Figure]:
    """Return the figures of this file."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with ThreadPoolExecutor(1) as one:
        _questions(10_000, one)
        _draws(4, one, VISITS)
        return [
            Figure(
                "occupancy, arrivals, flows, loops, load: 1 million", _best(_questions, CASES, one), "s", 1.5
            ),
            Figure("500 draws of 20,000 cases, default measures", _best(_draws, DRAWS, one, None), "s", 5),
            Figure(
                "500 draws of 20,000 cases, four that read visits", _best(_draws, DRAWS, one, VISITS), "s", 5
            ),
        ]


def _best(work: Callable[..., float], *given: Any) -> float:
    return min(work(*given) for _ in range(ROUNDS))


def _questions(cases: int, one: ThreadPoolExecutor) -> float:
    """Return the seconds that five questions take; the simulation itself is not counted."""
    result = simulate(NOW, cases=cases, horizon=10, seed=2026, engine="numba", executor=one)
    begin = process_time()
    result.occupancy(), result.time_to("management"), result.flows(), result.loops(), result.load()
    return process_time() - begin


def _draws(draws: int, one: ThreadPoolExecutor, measures: Any) -> float:
    """Return the seconds that so many draws of two parameters take, all in all."""
    chance = np.random.default_rng(1)
    columns = {"end": chance.beta(3, 7, draws), "talks": chance.gamma(20, 0.025, draws)}
    begin = process_time()
    simulate_each(
        _model_of, columns, cases=EACH, horizon=10, seed=1, measures=measures, engine="numba", executor=one
    )
    return process_time() - begin


def _model_of(draw: Any) -> Model:
    chances = {"resume": 1 - draw["end"], "end": draw["end"]}
    talks = LogNormal(mean=draw["talks"], cv=0.8)
    return NOW.with_changes(choices={"suspended": Choice(chances)}, dwell={"negotiation": talks})
